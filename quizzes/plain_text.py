"""Markdown that says nothing but words, code and stressed words, which is most of it: read without a parser.

What is not surely that is left to the parser, so both always agree.
"""

import re
from typing import NamedTuple

_WORDS = r"[^`*_\[\]<>&$\\{}|~\x00-\x1f\x7f-\xa0]"
_CODE = r"`(?![`\s])[^`\x00-\x1f]*(?<![`\s])`(?!`)"
# Letters and digits between asterisks that can only open, then only close.
_STRESSED = r"(?<![^ (])(?P<stars>\*\*?)[^\W_]+(?:[ -][^\W_]+)*(?P=stars)(?=[ .,;:!?)]|\Z)"
# Nothing else that could be a mark, and nothing before it that could begin a block.
_SURELY = re.compile(rf"(?![ \t#>+\-=0-9:])(?:{_WORDS}|{_CODE}|{_STRESSED})+")
_MARKED = re.compile(rf"{_CODE}|{_STRESSED}")


class Piece(NamedTuple):
    """Words, and the element of HTML that they stand in: `code`, `em`, `strong` or none."""

    tag: str
    text: str


def plain_pieces(source: str) -> list[Piece] | None:
    """Return a text piece by piece; None where it takes a parser to know."""
    line = source.rstrip("\n ")
    if not _SURELY.fullmatch(line):
        return None
    pieces, end = [], 0
    for found in _MARKED.finditer(line):
        if found.start() > end:
            pieces.append(Piece("", line[end : found.start()]))
        stars = len(found["stars"] or "")
        pieces.append(Piece(("code", "em", "strong")[stars], found[0].strip("*" if stars else "`")))
        end = found.end()
    if end < len(line):
        pieces.append(Piece("", line[end:]))
    return pieces
