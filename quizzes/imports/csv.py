"""CSV: the table of the template, with commas, semicolons or tabs, as spreadsheets of any country write it."""

import csv
import re
from collections.abc import Iterator

from quizzes.imports.files import Files, OneFile
from quizzes.imports.format import ImportFormat
from quizzes.imports.limits import Limits, UnreadableError
from quizzes.imports.report import Imported
from quizzes.imports.table.columns import is_known
from quizzes.imports.table.questions import read_sheets
from quizzes.imports.table.rows import (
    MOST_ROWS,
    Cell,
    Row,
    Sheet,
    filled,
    headers,
    is_table,
    row_of,
    too_many_rows,
    unknown,
)
from quizzes.imports.texts import decoded, lines_of, opening, visible

SUFFIXES = (".csv", ".tsv")
DELIMITERS = (",", ";", "\t")
LONGEST_LINE = 10  # texts of the greatest length
_SEPARATOR = re.compile(r"sep=(.)\n", re.IGNORECASE)  # what Excel itself may write before the headers


def recognises(files: Files) -> bool:
    """Say whether a file is named as a table, or is a text whose first line has our columns."""
    if not isinstance(files, OneFile):
        return False
    if files.title.lower().endswith(SUFFIXES):
        return True
    text = opening(files.read(files.title))
    return files.title.lower().endswith(".txt") and is_table(_first(text, _delimiter(text)))


def read(files: Files, limits: Limits) -> Imported:
    """Return the questions of a file."""
    name = next(iter(files.names), files.title)
    text = visible(decoded(files.read(name), name))
    delimiter = _delimiter(text)
    rows = filled(_rows(text, delimiter, name, limits))
    names = _first(text, delimiter)
    if not is_table(names):
        raise UnreadableError(
            f"{name} has no columns “type” and “question” in its first row; begin with the template for this table"
        )
    return read_sheets([Sheet(name, unknown(names), rows)], files.title, limits, [])


def _delimiter(text: str) -> str:
    """Return what parts the cells: what the file itself says, or what makes the most of our columns."""
    said = _SEPARATOR.match(text)
    if said:
        return said[1]
    return max(DELIMITERS, key=lambda one: sum(is_known(name) for name in _first(text, one)))


def _first(text: str, delimiter: str) -> list[str]:
    """Return the columns that the first row names."""
    text = _SEPARATOR.sub("", text[:100_000], count=1)
    try:
        return headers(next(csv.reader(lines_of(text.lstrip("\n")), delimiter=delimiter), []))
    except csv.Error:
        return []


def _rows(text: str, delimiter: str, name: str, limits: Limits) -> Iterator[Row]:
    """Yield the rows below the headers; one that can't be read has its fault."""
    said = _SEPARATOR.match(text)
    number, names = (1 if said else 0), list[str]()
    reader = csv.reader(_bounded(text[said.end() if said else 0 :], name, limits), delimiter=delimiter, strict=True)
    while True:
        number += 1
        if number > MOST_ROWS:
            raise too_many_rows(name)
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Row(number, fault=_told(error))
            continue
        if names:
            yield row_of(number, names, (Cell(cell.strip()) for cell in cells))
        elif any(cells):
            names = headers(cells)


def _told(error: csv.Error) -> str:
    if "limit" in str(error):
        return f"a cell of it has more than {csv.field_size_limit():,} characters"
    return "a quotation mark of it has no other, or stands in a wrong place"


def _bounded(text: str, name: str, limits: Limits) -> Iterator[str]:
    for number, line in enumerate(lines_of(text), 1):
        if len(line) > LONGEST_LINE * limits.text:
            most = LONGEST_LINE * limits.text
            raise UnreadableError(f"{name}:{number} is a line of more than {most:,} characters; it is no table")
        yield line


FORMAT = ImportFormat(
    name="csv",
    title="Table (CSV)",
    givers="our template, filled in with a spreadsheet",
    rank=40,
    recognises=recognises,
    read=read,
)
