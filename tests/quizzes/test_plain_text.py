"""Texts that are read without a parser say what the parser would say."""

from collections.abc import Callable
from inspect import unwrap

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizzes import text
from quizzes.exports import markup
from quizzes.plain_text import plain_pieces
from quizzes.text import new_dialect, to_plain

PARTS = st.sampled_from(
    [
        "It ",
        "is ",
        "`a.b(1)`",
        "`",
        "``",
        " ",
        "  ",
        "*",
        "**",
        "*a*",
        "**a b**",
        "*a*.",
        " *é1-b* ",
        "(*x*)",
        "_",
        "a_b",
        "1. ",
        "1) ",
        "# ",
        "- ",
        "+",
        "> ",
        "=",
        "---",
        ":",
        "[a](b)",
        "![",
        "<b>",
        "&amp;",
        "&",
        "\\",
        "$x$",
        "{a}",
        "{{a}}",
        "|",
        "~",
        "é",
        "→",
        "漢",
        "\t",
        "\n",
        "!",
        "x",
    ]
)
TEXTS = st.lists(PARTS, max_size=8).map("".join) | st.text(max_size=12)


@given(TEXTS)
@example("`a` and `b`.")
@example("a `b``c` d")
@example("a ` b` c")
@example("\xa0a")
def test_what_is_read_without_the_parser_is_what_the_parser_reads(source: str) -> None:
    pieces = plain_pieces(source)
    if pieces is None:
        return
    inner = "".join(f"<{tag}>{_escaped(words)}</{tag}>" if tag else _escaped(words) for tag, words in pieces)
    assert new_dialect().render(source) == f"<p>{inner}</p>\n"
    assert to_plain(source) == _with_parser(unwrap(to_plain), source)
    assert markup.block_html(source) == _with_parser(lambda text: markup.html(markup.blocks(text)), source)
    assert markup.inline_html(source) == _with_parser(lambda text: markup.html(markup.inline(text)), source)


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _with_parser(read: Callable[[str], str], source: str) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text, "plain_pieces", lambda source: None)
        patch.setattr(markup, "plain_pieces", lambda source: None)
        return read(source)


@pytest.mark.parametrize(
    "source", ["Because.", "It is `a < b`, and then `c`.", "What?", "Ärger → 7 × 7", "a *b*", "**all of** it (*x*)."]
)
def test_ordinary_texts_need_no_parser(source: str) -> None:
    assert plain_pieces(source) is not None


@pytest.mark.parametrize(
    "source",
    [
        "",
        "# a",
        "1. a",
        "a *b",
        "a*b*c",
        "***a***",
        "*a **b** c*",
        "a\nb",
        "`` a ``",
        "$x$",
        "[a](b)",
        "{{a}}",
        "    a",
        "a `b",
    ],
)
def test_what_could_be_another_mark_is_left_to_the_parser(source: str) -> None:
    assert plain_pieces(source) is None
