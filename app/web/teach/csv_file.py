"""Tables as CSV files that a spreadsheet opens as they are, and that can't run anything there."""

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from io import StringIO
from typing import Generic, TypeVar

from flask import Response
from werkzeug.utils import secure_filename

BOM = "\ufeff"  # without it spreadsheets take UTF-8 for something else
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")

T = TypeVar("T")
Cell = str | int | Decimal | datetime | bool | None


@dataclass(frozen=True, slots=True)
class CsvColumn(Generic[T]):
    """A column of a file: its name, what it means, and its value of a row."""

    name: str
    meaning: str
    value: Callable[[T], Cell]


def csv_text(columns: Sequence[CsvColumn[T]], rows: Iterable[T]) -> str:
    """Return a table as CSV: comma, quotes where needed, CR LF, as RFC 4180 says."""
    target = StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow([column.name for column in columns])
    writer.writerows([cell_text(column.value(row)) for column in columns] for row in rows)
    return target.getvalue()


def csv_response(name: str, columns: Sequence[CsvColumn[T]], rows: Iterable[T]) -> Response:
    """Return a table as a file to keep."""
    body = (BOM + csv_text(columns, rows)).encode()
    response = Response(body, mimetype="text/csv", content_type="text/csv; charset=utf-8")
    response.headers.set("Content-Disposition", "attachment", filename=f"{secure_filename(name) or 'table'}.csv")
    return response


def cell_text(value: Cell) -> str:
    """Return a value as a file holds it: instants in UTC, numbers with a point and without zeros at their end."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int():
            return str(value)
        case Decimal():
            return format(value.normalize(), "f")
        case datetime():
            return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        case str():
            return safe_text(value)


def safe_text(text: str) -> str:
    """Return a text that a spreadsheet does not take for a formula; what is a number stays one."""
    return f"'{text}" if text.lstrip(" ").startswith(RISKY) and not NUMBER.fullmatch(text) else text
