"""Text files with anything amiss: each question is taken or refused, or the whole ends in a reason; none crashes."""

import tracemalloc

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizzes.exports import formats
from tests.quizzes.exports.samples import odd_export
from tests.quizzes.imports.reading import HERE, adopted_or_why, assert_ends_well

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
@settings(max_examples=80, deadline=None, database=None)
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
@settings(max_examples=60, deadline=None, database=None)
@given(data=st.data())
def test_a_file_of_marks_alone_is_taken_or_refused(format_name: str, data: st.DataObject) -> None:
    marks = st.sampled_from([*MARKS[format_name], "word ", "\n", "7"])
    assert_ends_well("x.txt", "".join(data.draw(st.lists(marks, max_size=60))).encode(), format_name)


@pytest.mark.parametrize("format_name", SAMPLES)
@settings(max_examples=40, deadline=None, database=None)
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
