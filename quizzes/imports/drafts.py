"""A question while it is read: its texts and part, and what could not be taken as it is."""

import math
import re
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from quizzes.imports.limits import RefusedError
from quizzes.imports.markdown import Texts
from quizzes.imports.names import Names
from quizzes.imports.report import Change, Place, Taken
from quizzes.interactions import Item, Part

MOST_POINTS = 100
MOST = 10**9
CLOSE = Fraction(1, 2000)  # How far decimals in a file may stray from the fraction that they mean.
MOST_PARTS = 60
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,20}(?:\.[0-9]{0,30})?|\.[0-9]{1,30})(?:[eE][+-]?[0-9]{1,2})?")
LEVELS = {"easy": "easy", "medium": "medium", "hard": "hard", "difficult": "hard"}


@dataclass(slots=True)
class Draft:
    """All of a question but its part. `points` may be any number; `names` are what to call it, best first."""

    texts: Texts
    names: tuple[str, ...]
    prompt: str = ""
    points: Fraction = Fraction(1)
    explanation: str = ""
    right: str = ""
    wrong: str = ""
    hint: str = ""
    objective: str = ""
    difficulty: str = "medium"
    tags: tuple[str, ...] = ()
    changes: list[Change] = field(default_factory=list)

    def change(self, what: str, *, changes_score: bool = False) -> None:
        """Note something that is not as it was."""
        self.changes.append(Change(what, changes_score))

    def tag(self, words: list[str]) -> None:
        """Take tags; a level of difficulty among them is the question's."""
        levels = [LEVELS[word.lower()] for word in words if word.lower() in LEVELS]
        if len(levels) == 1:
            self.difficulty = levels[0]
            words = [word for word in words if word.lower() not in LEVELS]
        self.tags = tuple(dict.fromkeys(words))

    def taken(self, part: Part, place: Place, names: Names) -> Taken:
        """Return the question with its part. Raises RefusedError where it asks nothing."""
        if not self.prompt.strip():
            raise RefusedError("it asks nothing")
        points = self._whole_points()
        item = Item(
            id=names.give(*self.names, content=self.prompt),
            kind="",
            prompt=self.prompt,
            parts=(part,),
            points=points,
            explanation=self.explanation,
            right=self.right,
            wrong=self.wrong,
            hint=self.hint,
            objective=self.objective,
            difficulty=self.difficulty,
            tags=self.tags,
        )
        lost = (Change(what) for what in self.texts.lost)
        return Taken(item, place, (*self.changes, *lost))

    def _whole_points(self) -> int:
        whole = min(MOST_POINTS, max(1, math.floor(self.points + Fraction(1, 2))))
        if whole != self.points:
            shown = f"{float(self.points):g}"
            self.change(f"its {shown} points become {whole}")
        return whole


def number(text: str | None, default: Fraction) -> Fraction:
    """Return a number as files write it, or the default where it is none or out of all proportion."""
    written = (text or "").strip()
    if not _NUMBER.fullmatch(written):
        return default
    found = Fraction(written)
    return found if abs(found) <= MOST else default


def decimal(text: str) -> Decimal:
    """Return a number of a key; a comma counts as a point. Raises RefusedError where it is none that can be asked."""
    written = text.strip().replace(",", ".")
    if number(written, Fraction(MOST) + 1) > MOST:
        raise RefusedError(f"“{text.strip()[:40]}” is no number that can be asked for")
    return Decimal(written)


def percentage(text: str | None) -> Fraction:
    """Return a share written as a percentage; 33.33333 is a third. Raises RefusedError where it is none."""
    share = number((text or "").strip().rstrip("%"), Fraction(10**6)) / 100
    if abs(share) > 1:
        raise RefusedError(f"“{(text or '')[:20]}” is no percentage")
    near = share.limit_denominator(20)
    return near if abs(near - share) < Fraction(1, 10**5) else share


def snapped(score: Fraction) -> Fraction:
    """Return the simple fraction that decimals mean: 0.333 is a third."""
    near = score.limit_denominator(MOST_PARTS)
    return near if abs(near - score) < CLOSE else score
