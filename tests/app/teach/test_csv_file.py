"""Cells of the files that instructors take away."""

from datetime import datetime, timedelta, timezone
from decimal import Decimal

import pytest

from app.web.teach.csv_file import Cell, CsvColumn, cell_text, csv_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (7, "7"),
        (Decimal("53.80"), "53.8"),
        (Decimal("100.00"), "100"),
        (Decimal("0.00"), "0"),
        (datetime(2026, 11, 22, 10, 30, tzinfo=timezone(timedelta(hours=1))), "2026-11-22T09:30:00Z"),
        ("Anna", "Anna"),
        ("=1+1", "'=1+1"),
        ("+44 20 7946 0000", "'+44 20 7946 0000"),
        ("-3.5", "-3.5"),
        ("-1e5", "-1e5"),
        ("-3+2", "'-3+2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("  =1", "'  =1"),
        ("a=1", "a=1"),
    ],
)
def test_a_cell_is_what_a_spreadsheet_reads_and_never_runs(value: Cell, text: str) -> None:
    assert cell_text(value) == text


def test_quotes_commas_and_line_breaks_stay_in_their_cell() -> None:
    columns: tuple[CsvColumn[str], ...] = (CsvColumn("a", "", lambda row: row), CsvColumn("b", "", len))
    assert csv_text(columns, ['He said "x, y"', "two\nlines"]) == ('a,b\r\n"He said ""x, y""",14\r\n"two\nlines",9\r\n')
