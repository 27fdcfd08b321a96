"""Regular expressions of keys, read without being run: those that list texts, with cases and spaces left open.

A stranger's expression can take forever. So it is taken apart here, and one that does more than list is refused.
"""

import re
from dataclasses import dataclass

from quizzes.grading import fold
from quizzes.imports.parts import Spaces
from quizzes.imports.qti.values import UnknownScoringError

MOST_TEXTS = 500
_TOKEN = re.compile(r"\[((?:\\.|[^\]\\])+)\]([*+?]?)|\\(.)([*+?]?)|([()|])|(.)([*+?]?)", re.DOTALL)
_BLANKS = frozenset(" \t\n\r\u00a0")
_ESCAPES = {"t": "\t", "n": "\n", "r": "\r"}
_SPECIAL = frozenset(".^$*+?{}[]")


@dataclass(frozen=True, slots=True)
class Listed:
    """The texts that an expression takes, and how."""

    texts: tuple[str, ...]
    case_sensitive: bool
    spaces: Spaces

    def takes(self, text: str) -> bool:
        """Say whether the expression takes a text."""
        folded = {fold(one, self.case_sensitive, self.spaces) for one in self.texts}
        return fold(text, self.case_sensitive, self.spaces) in folded


def listed(expression: str) -> Listed:
    """Return what an expression lists. Raises UnknownScoringError where it does more."""
    texts = [""]
    both_cases, letters, edges, inner = False, False, False, False
    depth = 0
    for found in _TOKEN.finditer(expression):
        characters, times = _characters(found)
        if found[5]:
            depth += {"(": 1, ")": -1}.get(found[5], 0)
            if found[5] == "|":
                texts.append("")
            if depth > 1 or (found[5] == "|" and len(texts) > MOST_TEXTS):
                raise UnknownScoringError("a regular expression")
            continue
        if characters <= _BLANKS and (times or len(characters) > 1):
            if times == "*":
                edges, inner = edges or not depth or not texts[-1], inner or bool(depth and texts[-1])
            else:
                texts[-1] += " "
            continue
        if times:
            raise UnknownScoringError("a regular expression")
        plain = _plain(characters)
        letters = letters or plain.lower() != plain.upper()
        both_cases = both_cases or len({one.lower() for one in characters}) < len(characters)
        texts[-1] += plain
    if depth or not any(texts):
        raise UnknownScoringError("a regular expression")
    return Listed(tuple(texts), letters and not both_cases, "remove" if inner else "collapse" if edges else "exact")


def _characters(found: re.Match[str]) -> tuple[frozenset[str], str]:
    if found[1]:
        if found[1].startswith("^") or re.search(r"(?<=.)(?<!\\)-(?!$)", found[1]):
            raise UnknownScoringError("a regular expression")
        return frozenset(_ESCAPES.get(one[1:], one[1:]) if one[0] == "\\" else one for one in _pieces(found[1])), found[
            2
        ]
    if found[3]:
        if found[3] == "s":
            return _BLANKS, found[4]
        if found[3].isalnum() and found[3] not in _ESCAPES:
            raise UnknownScoringError("a regular expression")
        return frozenset(_ESCAPES.get(found[3], found[3])), found[4]
    if found[6] and found[6] in _SPECIAL:
        raise UnknownScoringError("a regular expression")
    return frozenset(found[6] or ""), found[7] or ""


def _pieces(inside: str) -> list[str]:
    return re.findall(r"\\.|[^\\]", inside, re.DOTALL)


def _plain(characters: frozenset[str]) -> str:
    """Return the one character that all of a class are spellings of."""
    folded = {fold(one, False, "exact") for one in characters}
    if len(folded) != 1:
        raise UnknownScoringError("a regular expression")
    return folded.pop() if len(characters) > 1 else next(iter(characters))
