"""What is wrong with the Markdown of a question: marks, links, pictures, formulas and HTML that won't work."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from quizzes.keeping import kept
from quizzes.plain_text import plain_pieces
from quizzes.text import TEXTS_KEPT, formula_fault, new_dialect, tokens_of

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--")


def text_faults(source: str, marks: Collection[str], pictures: Collection[str] = ()) -> Iterator[str]:
    """Yield what is wrong with a text in which these marks are known, and beside which these pictures lie."""
    if plain_pieces(source) is not None:
        return  # Words and code alone have nothing that could be wrong.
    for block in _apart(source):
        yield from insecure_faults(block)
        for token in [block, *(block.children or [])]:
            yield from _token_faults(token, marks, pictures)


@kept(TEXTS_KEPT)
def is_sound(source: str) -> bool:
    """Say whether a text has no fault where no marks and no pictures are known."""
    return next(text_faults(source, ()), None) is None


def _apart(source: str) -> Sequence[Token]:
    """Return what a text consists of; where it seems to hold a tag, with escaped characters apart from the others.

    A tag behind a backslash is no tag. Only then is it read anew.
    """
    found = tokens_of(source)
    inner = (token for block in found for token in block.children or ())
    has_tag = any(token.type == "text" and _TAG.search(token.content) for token in inner)
    return _reader().parse(source, {}) if has_tag else found


@cache
def _reader() -> MarkdownIt:
    return new_dialect().disable("text_join")


def _token_faults(token: Token, marks: Collection[str], pictures: Collection[str]) -> Iterator[str]:
    match token.type:
        case "text":
            yield from html_faults(token.content)
        case "span_open":
            yield from mark_faults(token, marks)
        case "link_open" if not str(token.attrGet("href")).startswith("https://"):
            target = token.attrGet("href")
            yield f"the link “{target}” must start with https://; only the text of a lesson can link to a lesson"
        case "image":
            yield from _picture_faults(token, pictures)
        case "math_inline" | "math_inline_double" | "math_block":
            yield from formula_faults(token)


def _picture_faults(image: Token, pictures: Collection[str]) -> Iterator[str]:
    source = str(image.attrGet("src"))
    if source not in pictures:
        yield f"the picture “{source}” is not there; put it beside the quiz as images/name.png, or describe it in words"
    elif not image.content.strip():
        yield f"the picture “{source}” has no alternative text; write ![what it shows]({source})"


def mark_faults(span: Token, marks: Collection[str]) -> Iterator[str]:
    """Yield the marks of a span that are not known, and anything else set on it."""
    yield from insecure_faults(span)
    for name in str(span.attrGet("class") or "").split():
        if name not in marks:
            yield f"“.{name}” is not a facet of this course; known: {', '.join(marks) or 'none'}"


def html_faults(text: str) -> Iterator[str]:
    """Yield the first HTML tag of a text."""
    found = _TAG.search(text)
    if found:
        yield f"“{found[0]}” is raw HTML, which is not used here; write Markdown, or put it in backticks"


def formula_faults(token: Token) -> Iterator[str]:
    """Yield why a formula can't be read."""
    fault = formula_fault(token.content)
    if fault:
        yield fault


def insecure_faults(token: Token) -> Iterator[str]:
    """Yield what braces may not set."""
    for key in token.meta.get("insecure_attrs", {}):
        yield f"“{key}” can't be set in braces; write {{#anchor}} above a block, or [text]{{.facet}}"
