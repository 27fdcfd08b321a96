"""Lines of a program as HTML: its words in the colours of the language, and stretches of it marked."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from pygments.lexers import get_lexer_by_name
from pygments.token import STANDARD_TYPES, _TokenType

from courseware.sidebyside.aligning import Span

# A long line may wrap where a name goes on after a dot or a bracket opens, and not within a name.
_MAY_WRAP = re.compile(r"(?<!\d)[.(\[]$")

BLANK = "w"  # what Pygments calls white space

Painted = tuple[tuple[str, str], ...]  # class and character, for each character of a line


def painted_lines(code: str, language: str) -> tuple[Painted, ...]:
    """Return each line of a program as characters with the class that the style sheet has for their kind."""
    lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    lines: list[list[tuple[str, str]]] = [[]]
    for kind, text in lexer.get_tokens(code):
        name = _class(kind)
        for character in text:
            if character == "\n":
                lines.append([])
            else:
                lines[-1].append((name, character))
    return tuple(tuple(line) for line in lines)


def line_html(line: Painted, marked: Sequence[Span]) -> str:
    """Return a line with stretches of it marked."""
    inside = [any(start <= at < end for start, end in marked) for at in range(len(line))]
    runs = groupby(zip(line, inside, strict=True), key=lambda pair: pair[1])
    return "".join(
        f"<mark>{html}</mark>" if is_marked else html
        for is_marked, run in runs
        for html in [_html(character for character, _ in run)]
    )


def _html(characters: Iterator[tuple[str, str]]) -> str:
    pieces = []
    for name, run in groupby(characters, key=lambda pair: pair[0]):
        text = "".join(character for _, character in run)
        pieces.append(f'<span class="{name}">{escape(text)}</span>' if name else escape(text))
        pieces.append("<wbr>" if _MAY_WRAP.search(text) else "")
    return "".join(pieces)


def _class(kind: _TokenType) -> str:
    name = next(STANDARD_TYPES[known] for known in reversed(kind.split()) if known in STANDARD_TYPES)
    return "" if name == BLANK else name
