"""Accepted texts as regular expressions that take what `quizzes.grading.fold` makes equal.

The expressions are those of XML Schema, which QTI's patternMatch asks for: always of the whole text. They
keep to what JavaScript reads alike, because players test them there. One thing is out of reach: characters
that Unicode calls compatible with plain ones, such as full-width letters; people don't type them.
"""

from collections.abc import Iterable
from typing import Literal, assert_never

from quizzes.grading import fold

Spaces = Literal["collapse", "remove", "exact"]

SPECIAL = frozenset(r"\.[]{}()*+?^$|-")
BLANK = "[ \\t\\n\\r\u00a0]"  # \s is wider in JavaScript than in XML Schema
TYPOGRAPHIC = {"'": "‘’", '"': "“”", "-": "−‐‑–—", " ": "\u00a0"}  # what fold makes plain


def pattern(texts: Iterable[str], case_sensitive: bool, spaces: Spaces) -> str:
    """Return an expression that the whole of a written text must match to count as one of these."""
    folded = dict.fromkeys(fold(text, case_sensitive, spaces) for text in texts)
    # Longest first: an engine that takes the first that fits, and then finds the text longer, takes no other.
    folded = dict.fromkeys(sorted(folded, key=len, reverse=True))
    bodies = "|".join(_body(text, case_sensitive, spaces) for text in folded)
    edge = "" if spaces == "exact" else f"{BLANK}*"
    return f"{edge}({bodies}){edge}"


def _body(folded: str, case_sensitive: bool, spaces: Spaces) -> str:
    characters = [
        f"{BLANK}+" if character == " " and spaces == "collapse" else _character(character, case_sensitive)
        for character in folded
    ]
    match spaces:
        case "exact" | "collapse":
            return "".join(characters)
        case "remove":
            return f"{BLANK}*".join(characters)
        case _:
            assert_never(spaces)


def _character(character: str, case_sensitive: bool) -> str:
    alike = {character: None} | dict.fromkeys(TYPOGRAPHIC.get(character, ""))
    if not case_sensitive:
        alike |= dict.fromkeys(case for case in (character.lower(), character.upper()) if len(case) == 1)
    escaped = [_escaped(one) for one in alike]
    return escaped[0] if len(escaped) == 1 else f"[{''.join(escaped)}]"


def _escaped(character: str) -> str:
    return f"\\{character}" if character in SPECIAL else character
