"""Tables that nobody means well with: each ends in a reason, none in a crash or a full memory."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.imports import UnreadableError
from quizzes.imports.table.columns import COLUMNS
from quizzes.imports.table.workbook import WORKBOOK
from tests.quizzes.imports.reading import adopted, assert_ends_well, imported, refusals
from tests.quizzes.imports.tables import (
    SINGLE,
    Cells,
    csv_of,
    part_of,
    with_part,
    with_shared_strings,
    workbook,
    xlsx_of,
)

LONG = SINGLE | {"question": "x" * 150_000}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a,b\r\n1,2\r\n", "has no columns “type” and “question” in its first row"),
        (csv_of(), "has no columns"),
        (csv_of(SINGLE).split(b"\r\n")[0], "holds no question; fill in a row"),
        (csv_of(SINGLE).replace(b"two", b"\xff"), "is not UTF-8"),
        (csv_of(*[SINGLE] * 10_000), "holds more than 5,000 questions; split it"),
        (csv_of(SINGLE) + b"," * 2_000_000, "is a line of more than 1,000,000 characters"),
    ],
)
def test_a_csv_that_is_no_table_of_ours_is_refused_whole(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        imported("x.csv", content)


def test_an_enormous_cell_is_one_refusal() -> None:
    found = adopted("x.csv", csv_of(LONG, SINGLE))
    assert [line.place.line for line in found.taken] == [3]
    assert [said for _, _, said in refusals(found)] == ["a cell of it has more than 131,072 characters"]


SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
GOOD = with_shared_strings(xlsx_of(SINGLE))
BILLION = b'<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
EVIL = part_of(GOOD, STRINGS).replace(b"two", b"&b;")
ENTITIES = "declares entities of its own"


def changed(name: str, old: bytes, new: bytes) -> bytes:
    """Return the good workbook with something else in a part."""
    part = part_of(GOOD, name)
    assert old in part
    return with_part(GOOD, name, part.replace(old, new))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (with_part(GOOD, STRINGS, BILLION + EVIL), ENTITIES),
        (with_part(GOOD, STRINGS, (BILLION + EVIL).decode().encode("utf-16")), ENTITIES),
        (with_part(GOOD, STRINGS, (BILLION + EVIL).decode().encode("utf-16-le")), ENTITIES),
        (with_part(GOOD, SHEET, part_of(GOOD, SHEET)[:-40]), "is a damaged workbook"),
        (changed(SHEET, b'r="2"', b'r="x"'), "is a damaged workbook"),
        (with_part(GOOD, STRINGS, b"<a/>"), "is a damaged workbook"),
        (with_part(GOOD, WORKBOOK, b"<a/>"), "is a damaged workbook|has no columns"),
        (with_part(GOOD, WORKBOOK, b" " * 15_000_000), "unpacks to more than 200 times its size"),
        (with_part(GOOD, STRINGS, b" " * 21_000_000), "is larger than 20 MB"),
        (GOOD[:-30], "is a damaged archive"),
        (xlsx_of(*[SINGLE] * 10_000), "holds more than 5,000 questions; split it"),
        (workbook({f"S{n}": [["a"]] for n in range(51)}), "has more than 50 sheets"),
        (workbook({"A": [["a"]]}), "has no columns “type” and “question”"),
        (b"\xd0\xcf\x11\xe0 old", "is an Excel file of before 2007, or has a password"),
        (b"text", "is no Excel workbook"),
    ],
)
def test_a_workbook_that_can_not_be_read_says_why(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        imported("x.xlsx", content)


def test_a_row_beyond_the_last_of_excel_is_not_waited_for() -> None:
    far = changed(SHEET, b'<row r="2"', b'<row r="999999999"')
    with pytest.raises(UnreadableError, match="has more than 100,000 rows"):
        imported("x.xlsx", far)


WORDS = ["", "A", "A, B", "a->b", "-> c", "1", "1..2", "5%", "A=50%", "B=1/3", "partial", "true", "|", "x | y", "match",
         "markdown", "easy", "single", "multiple", "numeric", "order", "short text", "true/false", "=1+1", "1e99",
         "![x](y)", "<script>", "\u202e", "`", "$x$"]  # fmt: skip
VALUES = st.one_of(st.sampled_from(WORDS), st.text(st.characters(exclude_categories=["Cs"]), max_size=30))


@settings(max_examples=80)
@given(rows=st.lists(st.dictionaries(st.sampled_from([column.name for column in COLUMNS]), VALUES), max_size=4),
       delimiter=st.sampled_from(",;\t"), gone=st.integers(0, 40))  # fmt: skip
def test_rows_with_anything_in_them_are_taken_or_refused(rows: list[Cells], delimiter: str, gone: int) -> None:
    made = [SINGLE | row for row in rows]
    content = csv_of(SINGLE, *made, delimiter=delimiter)
    assert_ends_well("x.csv", content[: len(content) - gone], "csv")


@settings(max_examples=40)
@given(data=st.data())
def test_a_workbook_with_anything_amiss_is_taken_or_refused(data: st.DataObject) -> None:
    part = data.draw(st.sampled_from([SHEET, STRINGS, WORKBOOK, "xl/styles.xml", "[Content_Types].xml"]))
    content = part_of(GOOD, part)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content)))
        put = data.draw(
            st.sampled_from([b"", b"9", b"-1", b'"', b"<", b">", b"</row>", b'r="ZZZZ9"', b't="b"', b't="d"', b"x"])
        )
        content = content[:place] + put + content[place + data.draw(st.integers(0, 6)) :]
    assert_ends_well("x.xlsx", with_part(GOOD, part, content), "xlsx")
