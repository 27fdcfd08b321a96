"""Markdown that says nothing but words and pieces of code, which is most of it: read without a parser.

What is not surely that is left to the parser, so both always agree.
"""

import re

# Nothing outside of code that could be a mark, and nothing before it that could begin a block.
_SURELY = re.compile(
    r"""(?![ \t#>+\-=0-9:])      # no head, quote, list or indented code
    (?:[^`*_\[\]<>&$\\{}|~\x00-\x1f\x7f-\xa0]|`(?![`\s])[^`\x00-\x1f]*(?<![`\s])`(?!`))+""",
    re.VERBOSE,
)


def plain_pieces(source: str) -> list[str] | None:
    """Return a text of words and code in turn, words first; None where it takes a parser to know."""
    line = source.rstrip("\n ")
    return line.split("`") if _SURELY.fullmatch(line) else None
