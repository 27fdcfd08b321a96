"""Documents written from plain values, read back by lxml."""

import pytest
from lxml import etree

from quizzes.exports.nodes import document, node


def test_what_is_written_is_what_a_reader_finds() -> None:
    odd = 'a < b & "c" > d\r\n\té ]]>'
    root = etree.fromstring(document(node("list", node("entry", odd, says=odd), node("entry"), node("entry", ""))))
    first, second, third = root
    assert (first.text, first.get("says")) == (odd, odd)
    assert (second.text, third.text) == (None, None)


def test_names_that_python_can_not_write_are_written_as_they_are_meant() -> None:
    root = etree.fromstring(document(node("r", accept_charset="x", continue_="No")))
    assert dict(root.attrib) == {"accept-charset": "x", "continue": "No"}


def test_only_elements_without_text_are_indented() -> None:
    written = document(node("a", node("b", node("c")), node("b", "one ", node("i", "two"), " three")))
    assert written.decode() == (
        "<?xml version='1.0' encoding='UTF-8'?>\n<a>\n  <b>\n    <c/>\n  </b>\n  <b>one <i>two</i> three</b>\n</a>\n"
    )


@pytest.mark.parametrize("character", ["\0", "\x0b", "\ud800", "\uffff"])
def test_a_character_that_xml_can_not_hold_is_refused(character: str) -> None:
    with pytest.raises(ValueError, match="XML can't hold the character U"):
        document(node("a", f"x{character}"))
