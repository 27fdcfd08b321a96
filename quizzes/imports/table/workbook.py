"""The sheets of an Excel workbook, read with openpyxl from parts that were checked before it sees them.

It gets a new archive of the workbook's XML alone: each part unpacked within limits, without entities of its own,
and in UTF-8. Pictures, macros and links to other files stay behind. Formulas are not evaluated.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, time, timedelta
from io import BytesIO
from itertools import islice
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as XlsxCell
from openpyxl.cell.cell import MergedCell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from quizzes.imports.files import Archive
from quizzes.imports.limits import Limits, OutOfTimeError, UnreadableError
from quizzes.imports.table.columns import MANUAL
from quizzes.imports.table.rows import (
    MOST_COLUMNS,
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
from quizzes.imports.texts import visible, xml_text

WORKBOOK = "xl/workbook.xml"
MOST_SHEETS = 50
HEADER_ROWS = 20  # rows in which the headers are looked for
# What describes the workbook and its sheets. Their pictures, comments and links to others lie in further folders.
_PARTS = re.compile(r"\[Content_Types\]\.xml|_rels/\.rels|xl/(?:(?:_rels|worksheets)/)?[^/]+\.(?:xml|rels)")
_ESCAPED_RETURN = "_x000D_"  # how Excel writes a line end of Windows inside a cell


def sheets_of(files: Archive, limits: Limits) -> tuple[list[Sheet], list[str]]:
    """Return the sheets with our columns, and a note on each that has none. Raises UnreadableError."""
    content = _checked(files)
    try:
        with closing(load_workbook(content, read_only=True, keep_links=False)) as workbook:
            return _sheets(workbook, files.title, limits)
    except (UnreadableError, OutOfTimeError):
        raise
    except Exception as error:  # The library's own errors have no common base, and odd input meets others.
        raise UnreadableError(
            f"{files.title} is a damaged workbook ({type(error).__name__}); open it in a spreadsheet and save it anew"
        ) from error


def _checked(files: Archive) -> BytesIO:
    """Return an archive of the parts that are needed. Raises UnreadableError."""
    target = BytesIO()
    with ZipFile(target, "w") as made:
        for name in files.names:
            if not _PARTS.fullmatch(name):
                continue
            text = xml_text(files.read(name), f"{name} in {files.title}")
            if "<!DOCTYPE" in text or "<!ENTITY" in text or "\0" in text:
                raise UnreadableError(f"{files.title} declares entities of its own, which no spreadsheet does")
            made.writestr(name, text.encode())
    target.seek(0)
    return target


def _sheets(workbook: Workbook, title: str, limits: Limits) -> tuple[list[Sheet], list[str]]:
    if len(workbook.worksheets) > MOST_SHEETS:
        raise UnreadableError(f"{title} has more than {MOST_SHEETS} sheets; split it")
    found: list[Sheet] = []
    others: list[str] = []
    for sheet in workbook.worksheets:
        place = title if len(workbook.worksheets) == 1 else f"{title}, sheet “{visible(sheet.title)}”"
        made = _sheet(sheet, place, limits)
        if made is None and sheet.title == MANUAL:
            continue
        if made is None:
            others.append(f"The sheet “{visible(sheet.title)}” has no columns “type” and “question”: it is not read.")
        else:
            found.append(made)
    if not found:
        raise UnreadableError(
            f"{title} has no columns “type” and “question” in a first row; begin with the template for this table"
        )
    return found, others


def _sheet(sheet: Worksheet, place: str, limits: Limits) -> Sheet | None:
    """Return a sheet with all its rows, or None where it has not our columns."""
    for number, cells in enumerate(sheet.iter_rows(max_row=HEADER_ROWS, max_col=MOST_COLUMNS), 1):
        names = headers([_cell(cell).text for cell in cells])
        if is_table(names):
            # One more than may be taken, so that too many are told apart from just enough.
            rows = islice(filled(_rows(sheet, number + 1, names, place, limits)), limits.items + 1)
            return Sheet(place, unknown(names), list(rows))
    return None


def _rows(sheet: Worksheet, first: int, names: Sequence[str], place: str, limits: Limits) -> Iterator[Row]:
    """Yield the rows below the headers. Rows that a file leaves out are told as blank ones, however many."""
    rows = sheet.iter_rows(min_row=first, max_row=MOST_ROWS + 1, max_col=len(names))
    for number, cells in enumerate(rows, first):
        if number > MOST_ROWS:
            raise too_many_rows(place)
        limits.check_time()
        if any(cell.value is not None for cell in cells):
            yield row_of(number, names, map(_cell, cells))


def _cell(cell: XlsxCell | MergedCell) -> Cell:
    """Return what a cell shows."""
    value = cell.value
    if cell.data_type == "f":
        return Cell("", "holds a formula, which is not evaluated here; put its value there")
    if cell.data_type == "e":
        return Cell("", f"holds the error {value}")
    match value:
        case None:
            return Cell("")
        case bool():
            return Cell(str(value).upper())
        case int() | float():
            return Cell(_shown(value, str(cell.number_format or "")))
        case date() | time() | timedelta():
            return Cell("", "holds a date or a time, which the spreadsheet may have made of other words; make it text")
        case _:
            return Cell(visible(str(value).replace(_ESCAPED_RETURN, "")).strip())


def _shown(value: float, number_format: str) -> str:
    """Return a number with the 15 digits that a spreadsheet keeps, as a percentage where it is shown as one."""
    if "%" in number_format:
        return f"{value * 100:.15g}%"
    return f"{value:.15g}" if isinstance(value, float) else str(value)
