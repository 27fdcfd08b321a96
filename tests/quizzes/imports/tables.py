"""Tables to import: rows by column, written as CSV or as a sheet."""

import csv
import re
from collections.abc import Mapping, Sequence
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

Cells = Mapping[str, object]

SINGLE: Cells = {"type": "single", "question": "Which?", "answer": "A", "option A": "one", "option B": "two"}


def csv_of(*rows: Cells, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    target = StringIO()
    csv.writer(target, delimiter=delimiter).writerows(_table(rows))
    return target.getvalue().encode(encoding)


def xlsx_of(*rows: Cells) -> bytes:
    return workbook({"Sheet1": _table(rows)})


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]], formats: Mapping[str, str] | None = None) -> bytes:
    """Return a workbook; `formats` are number formats by the address of a cell of its first sheet."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    for address, written in (formats or {}).items():
        made.worksheets[0][address].number_format = written
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def _table(rows: Sequence[Cells]) -> list[list[object]]:
    names = list(dict.fromkeys(name for row in rows for name in row))
    return [list(names), *([row.get(name, "") for name in names] for row in rows)]


def with_shared_strings(content: bytes, before: bytes = b"") -> bytes:
    """Return a workbook that keeps its texts apart, as Excel does; `before` stands before the root of that part."""
    strings: list[bytes] = []

    def shared(found: re.Match[bytes]) -> bytes:
        strings.append(b"<si><r><t>%s</t></r></si>" % found[2])
        return b'<c%s t="s"><v>%d</v></c>' % (found[1], len(strings) - 1)

    with ZipFile(BytesIO(content)) as given:
        parts = {name: given.read(name) for name in given.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = re.sub(rb'<c([^>]*) t="inlineStr"><is><t[^>]*>([^<]*)</t></is></c>', shared, parts[sheet])
    spaces = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    parts["xl/sharedStrings.xml"] = before + b"<sst %s>%s</sst>" % (spaces, b"".join(strings))
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s"/></Types>' % kind
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override)
    return packed(parts)


def part_of(content: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(content)) as given:
        return given.read(name)


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    with ZipFile(BytesIO(content)) as given:
        return packed({one: given.read(one) for one in given.namelist()} | {name: part})


def packed(parts: Mapping[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return target.getvalue()
