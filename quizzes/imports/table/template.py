"""The template of the table, as CSV and as an Excel file: the columns, and an example of each type to write over."""

import csv
from collections.abc import Mapping
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from quizzes.imports.table.columns import (
    ALL_OR_NOTHING,
    COLUMNS,
    CREDIT,
    DIFFICULTY,
    MANUAL,
    MARKDOWN,
    PARTIAL,
    PLAIN,
    TEXT,
    TYPE,
    TYPES_TOLD,
    manual,
)
from quizzes.imports.table.examples import EXAMPLES

ENCODING = "utf-8-sig"  # The mark at the start tells Excel that the file is in UTF-8.
LAST_ROW = 1000  # down to which a cell offers its words to choose from
TYPE_WORDS = TYPES_TOLD.replace(" or ", ", ").split(", ")
CHOICES: Mapping[str, tuple[list[str], bool]] = {  # the words, and whether others are wrong
    TYPE: (TYPE_WORDS, True),
    CREDIT: ([ALL_OR_NOTHING, PARTIAL], False),
    DIFFICULTY: (["easy", "medium", "hard"], True),
    TEXT: ([PLAIN, MARKDOWN], True),
}


def csv_template() -> bytes:
    """Return the template as CSV with commas."""
    target = StringIO()
    csv.writer(target).writerows([_header(), *_rows()])
    return target.getvalue().encode(ENCODING)


def xlsx_template() -> bytes:
    """Return the template as an Excel file; a second sheet tells what belongs in each column."""
    workbook = Workbook()
    questions = workbook.worksheets[0]
    questions.title = "Questions"
    questions.append(_header())
    for row in _rows():
        questions.append(row)
    _format(questions, [column.width for column in COLUMNS])
    for name, (words, is_strict) in CHOICES.items():
        _offer(questions, _header().index(name) + 1, words, is_strict=is_strict)
    told = workbook.create_sheet(MANUAL)
    for line in [("Column", "What belongs there"), *manual()]:
        told.append(line)
    _format(told, [22, 110])
    target = BytesIO()
    workbook.save(target)
    return target.getvalue()


TEMPLATES = {"csv": csv_template, "xlsx": xlsx_template}


def _header() -> list[str]:
    return [column.name for column in COLUMNS]


def _rows() -> list[list[str | float]]:
    return [[example.get(name, "") for name in _header()] for example in EXAMPLES]


def _format(sheet: Worksheet, widths: list[int]) -> None:
    sheet.freeze_panes = "A2"
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if cell.row == 1:
                cell.font = Font(bold=True)


def _offer(sheet: Worksheet, column: int, words: list[str], *, is_strict: bool) -> None:
    offered = DataValidation("list", formula1=f'"{",".join(words)}"', allow_blank=True, showErrorMessage=is_strict)
    letter = get_column_letter(column)
    offered.add(f"{letter}2:{letter}{LAST_ROW}")
    sheet.add_data_validation(offered)
