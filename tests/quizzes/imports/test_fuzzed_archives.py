"""Packages with bytes and elements amiss, for every format that comes in one: none of them crashes a reader."""

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.quizzes.imports.mutating import mutate
from tests.quizzes.imports.packed import MANIFEST, asking, contents, every_format, packed
from tests.quizzes.imports.reading import assert_ends_well


def alone(format_name: str, name: str, content: bytes) -> bytes:
    """Return a package of one file and the manifest, which names the others too."""
    return packed({MANIFEST: contents(format_name)[MANIFEST], name: content})


@every_format
@settings(max_examples=15)
@given(data=st.data())
def test_bytes_that_flip_crash_nothing(format_name: str, data: st.DataObject) -> None:
    """Half of the time in the archive, half of the time in the files of a good archive."""
    is_inside = data.draw(st.booleans())
    names = [*asking(format_name), MANIFEST]
    name = data.draw(st.sampled_from(names))
    made = bytearray(
        contents(format_name)[name] if is_inside else alone(format_name, name, contents(format_name)[name])
    )
    for _ in range(data.draw(st.integers(1, 10))):
        made[data.draw(st.integers(0, len(made) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    assert_ends_well("p.zip", alone(format_name, name, bytes(made)) if is_inside else bytes(made))


VALUES = st.sampled_from([
    *("", "0", "-1", "100", "1e9", "99999999999999999999", "NaN", "33.33", "response1", "response_", "SCORE"),
    *("Multiple", "Ordered", "text/html", "text/plain", "../../etc/passwd", "$IMS-CC-FILEBASE$/../x.png"),
    "data:image/png;base64,AA",
    *("essay_question", "matching_question", "multiple_dropdowns_question", "fill_in_multiple_blanks_question"),
    *("ordering_question", "categorization_question", "numerical_question", "multiple_answers_question", "cc.fib.v0p1"),
    *("[gap]", "{{x}}", "CwGap0Cw", "<b>", "&lt;pre&gt;", "<pre>1  a</pre>", "\u202e", "(a+)+$", "$x", "```"),
])  # fmt: skip


@every_format
@settings(max_examples=20)
@given(data=st.data())
def test_elements_and_attributes_that_are_swapped_dropped_or_filled_crash_nothing(
    format_name: str, data: st.DataObject
) -> None:
    name = data.draw(
        st.sampled_from([*asking(format_name), *(one for one in contents(format_name) if one.endswith("xml"))])
    )
    root = etree.fromstring(contents(format_name)[name])
    for _ in range(data.draw(st.integers(1, 8))):
        mutate(root, data, VALUES)
    assert_ends_well("p.zip", alone(format_name, name, etree.tostring(root)))
