"""Texts that are read without a parser say what the parser would say."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizzes.exports import markup
from quizzes.plain_text import plain_pieces
from quizzes.text import new_dialect

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
    inner = "".join(
        f"<code>{_escaped(piece)}</code>" if place % 2 else _escaped(piece) for place, piece in enumerate(pieces)
    )
    assert new_dialect().render(source) == f"<p>{inner}</p>\n"
    assert markup.html(markup.blocks(source)) == f"<p>{_escaped(inner, code=False)}</p>"


def _escaped(text: str, *, code: bool = True) -> str:
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
        if code
        else text.replace("&quot;", '"')
    )


@pytest.mark.parametrize("source", ["Because.", "It is `a < b`, and then `c`.", "What?", "Ärger → 7 × 7"])
def test_ordinary_texts_need_no_parser(source: str) -> None:
    assert plain_pieces(source) is not None


@pytest.mark.parametrize(
    "source", ["", "# a", "1. a", "a *b*", "a\nb", "`` a ``", "$x$", "[a](b)", "{{a}}", "    a", "a `b"]
)
def test_what_could_be_a_mark_is_left_to_the_parser(source: str) -> None:
    assert plain_pieces(source) is None
