"""Text files with anything amiss: each question is taken or refused, or the whole ends in a reason; none crashes."""

import tracemalloc
from dataclasses import replace
from itertools import count
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizzes.authoring.adopting import adopt
from quizzes.exports import formats
from quizzes.imports import DEFAULT, detect, open_files
from quizzes.imports.limits import OutOfTimeError
from quizzes.imports.table.template import TEMPLATES
from tests.quizzes.exports.samples import odd_export
from tests.quizzes.imports.reading import HERE, adopted, adopted_or_why, assert_ends_well

SAMPLES = {
    "gift": [(HERE / "sample.gift").read_bytes(), formats()["gift"].write(odd_export())],
    "aiken": [(HERE / "sample.aiken.txt").read_bytes(), formats()["aiken"].write(odd_export())],
}
MARKS = {
    "gift": ["{", "}", "=", "~", "#", "####", "->", "%50%", "%-33.3%", "::", "\\", "//", "$CATEGORY:", "..", ":", "*",
             "[html]", "[markdown]", "[plain]", "TRUE", "F", "#", "1", "1e99", "\n\n", "<b>", "<script>", "$x$", "`",
             "[id:]", "[tag:a]", "CwBlankCw", "&lt;", "\u202e", "\u2028", "\ud7ff", "\x0b", "\x01", "|", "- "],
    "aiken": ["A. ", "B) ", "C.", "ANSWER: A", "ANSWER:", "ANSWER: B) x", "answer : a", "\n", "\n\n", "True", "False",
              "A.", "<b>", "*", "`", "$x$", "\\", "#", "- ", "\u202e", "\u2028", "\ud7ff", "\x0b", "|"],
}  # fmt: skip


@pytest.mark.parametrize("format_name", SAMPLES)
@settings(max_examples=80)
@given(data=st.data())
def test_a_sample_cut_and_strewn_with_marks_is_taken_or_refused(format_name: str, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(SAMPLES[format_name])).decode()
    start = data.draw(st.integers(0, len(text)))
    text = text[start : start + data.draw(st.integers(0, 1500))]
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(text)))
        gone = data.draw(st.integers(0, 20))
        put = data.draw(st.sampled_from(MARKS[format_name]))
        text = text[:place] + put + text[place + gone :]
    assert_ends_well("x.txt", text.encode(errors="surrogatepass"), format_name)


@pytest.mark.parametrize("format_name", SAMPLES)
@settings(max_examples=60)
@given(data=st.data())
def test_a_file_of_marks_alone_is_taken_or_refused(format_name: str, data: st.DataObject) -> None:
    marks = st.sampled_from([*MARKS[format_name], "word ", "\n", "7"])
    assert_ends_well("x.txt", "".join(data.draw(st.lists(marks, max_size=60))).encode(), format_name)


@pytest.mark.parametrize("format_name", SAMPLES)
@settings(max_examples=40)
@given(content=st.binary(max_size=300))
@example(content=b"\xff\xfe\x00")
@example(content=b"\xef\xbb\xbf")
def test_a_file_of_any_bytes_is_taken_or_refused(format_name: str, content: bytes) -> None:
    assert_ends_well("x.txt", content or b"\0", format_name)


@pytest.mark.parametrize(
    ("name", "start", "piece"),
    [
        ("x.gift", b"A?{", b"~"),
        ("x.gift", b"A?{=", b"[" * 99),
        ("x.gift", b"", b"{"),
        ("x.gift", b"", b"// [tag:a]\n" * 9),
        ("x.gift", b"", b"$CATEGORY: a\n"),
        ("x.aiken", b"Q\n", b"A. a\n"),
        ("x.aiken", b"Q\nA. a\n", b"more\n"),
        ("x.csv", b"type,question\n", b"," * 99 + b"\n"),
        ("x.csv", b'type,question\nsingle,"', b"more "),
    ],
)
def test_a_file_of_one_thing_over_and_over_takes_no_more_than_a_few_times_its_size(
    name: str, start: bytes, piece: bytes
) -> None:
    content = start + piece * (1_000_000 // len(piece))
    tracemalloc.start()
    try:
        adopted_or_why(name, content)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 24 * len(content)


def moodle(form: str, text: str) -> bytes:
    """Return a question of Moodle with a text over and over in each of its four places."""
    source = f'format="{form}"><text><![CDATA[{text * (95_000 // len(text))}]]></text>'
    answers = "".join(f'<answer fraction="{share}" {source}</answer>' for share in (100, 0, 0))
    name, asked = "<name><text>q</text></name>", f"<questiontext {source}</questiontext>"
    return f'<quiz><question type="multichoice">{name}{asked}{answers}</question></quiz>'.encode()


@pytest.mark.parametrize(
    ("form", "text"),
    [("html", "\\("), ("html", "\\["), ("html", "<html "), ("markdown", "~~~a\n\n")],
)
def test_what_never_ends_is_not_looked_for_again_and_again(form: str, text: str) -> None:
    start = process_time()
    adopted_or_why("x.xml", moodle(form, text))
    assert process_time() - start < 8  # many times that where each beginning is looked through to the text's end


def test_tables_in_tables_are_read_once() -> None:
    table = "<table><tr><td>x" * 20 + "</td></tr></table>" * 20
    found = adopted("x.gift", f"Which?{table}{{=a ~b}}".encode())
    assert found.taken[0].item.prompt.count("x") == 20


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.gift", SAMPLES["gift"][0]),
        ("x.aiken", SAMPLES["aiken"][0]),
        ("x.xml", (HERE / "moodle.xml").read_bytes()),
        ("x.csv", TEMPLATES["csv"]()),
        ("x.xlsx", TEMPLATES["xlsx"]()),
        *((f"{name}.zip", formats()[name].write(odd_export())) for name in ("qti21", "qti30", "canvas", "cc11")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_takes_too_long_is_left_whatever_its_format(name: str, content: bytes) -> None:
    """No question is refused for it, and none is taken without the others."""
    asked = count()
    limits = replace(DEFAULT, is_over=lambda: next(asked) > 3)
    files = open_files(name, content, limits)
    with pytest.raises(OutOfTimeError):
        detect(files).read(files, limits)
    found = detect(files).read(files, DEFAULT)
    with pytest.raises(OutOfTimeError):
        adopt(found, name, "", replace(DEFAULT, is_over=lambda: True))


def test_one_question_tells_no_more_than_anybody_reads() -> None:
    pictures = "".join(f'<img src\\="{number}.png">' for number in range(500))
    found = adopted("x.gift", f"::q::[html]Which? {pictures} {{=a ~b}}".encode())
    assert len(found.taken[0].changes) == 100


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("x.gift", b"\n" * 1_000_001, "has more than 1,000,000 lines"),
        ("x.aiken", b"\n" * 1_000_001, "has more than 1,000,000 lines"),
        ("x.csv", b"type,question\n" + b"\n" * 100_001, "has more than 100,000 rows"),
    ],
)
def test_lines_and_rows_without_end_are_refused(name: str, content: bytes, why: str) -> None:
    found = adopted_or_why(name, content)
    assert isinstance(found, str)
    assert why in found
