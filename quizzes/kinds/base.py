"""What every authored kind of question has, and what it must do: find its problems, lower, give specimens."""

import hashlib
from abc import abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Annotated, Literal

import msgspec
from msgspec import Struct

from quizzes.flaws import FlawName
from quizzes.interactions import Item, Part
from quizzes.owed import OWED
from quizzes.responses import JSON
from quizzes.source import Place

FEWEST = 2  # options, pairs, steps or lines that make a question
PART = "answer"  # the key of the only part of an item that has one part

Slug = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Words = Annotated[str, msgspec.Meta(min_length=1)]
# What an author must write, and what a question that comes from another system may still lack.
Owed = Annotated[str, msgspec.Meta(min_length=1, extra=OWED, extra_json_schema=OWED)]


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault that the shape alone can't show; `place` is relative to the item."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Specimen:
    """A response with the score, 0 to 1, that it must get; `score` None means it must be refused as unreadable."""

    name: str
    response: JSON
    score: Fraction | None


class Outcome(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to say of a right answer, and of a wrong one that is not a known mistake."""

    right: Owed = ""
    wrong: Owed = ""


OwedOutcome = Annotated[Outcome, msgspec.Meta(extra=OWED, extra_json_schema=OWED)]


class Authored(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind", tag="authored"):
    """One question as its author writes it; the texts are Markdown.

    `proof` names the script that settles the key; `as_of` says for which versions the key holds; `allow` says why a
    flaw that the check would report is meant; `feedback` is said of the answer as a whole; `claims` are those of the
    course on which its words rest.
    """

    id: Slug
    prompt: Words
    objective: Owed = ""
    see: Owed = ""
    explanation: Owed = ""
    difficulty: Literal["easy", "medium", "hard"] = "medium"
    points: Annotated[int, msgspec.Meta(ge=1, le=100)] = 1
    hint: str = ""
    tags: tuple[str, ...] = ()
    proof: str = ""
    as_of: str = ""
    allow: dict[FlawName, Words] = {}
    feedback: Outcome | None = None
    claims: tuple[Slug, ...] = ()

    @abstractmethod
    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with an item whose shape is right."""

    @abstractmethod
    def part(self) -> Part:
        """Return the interaction, its key, the feedback and the misconceptions."""

    @abstractmethod
    def specimens(self) -> Iterator[Specimen]:
        """Yield right, partly right, wrong, blank and unreadable responses, scored by hand, not by the grader."""

    def outcome_texts(self) -> tuple[str, str]:
        """Return what to say in general of a right and of a wrong response, or empty texts."""
        return (self.feedback.right.strip(), self.feedback.wrong.strip()) if self.feedback else ("", "")

    def full_prompt(self) -> str:
        """Return the prompt as the learner reads it."""
        return self.prompt.strip()

    def concrete(self, variant: str) -> "Authored":
        """Return the question that a variant asks: always this one, but where parameters are drawn."""
        return self

    def lower(self, variant: str = "") -> Item:
        """Return the item in the closed language. Call it only where `problems` yields nothing.

        A variant names one of many questions where parameters are drawn, and means nothing elsewhere.
        """
        right, wrong = self.outcome_texts()
        return Item(
            id=self.id,
            kind=str(self.__struct_config__.tag),
            prompt=self.full_prompt(),
            parts=(self.part(),),
            points=self.points,
            explanation=self.explanation.strip(),
            right=right,
            wrong=wrong,
            hint=self.hint.strip(),
            objective=self.objective,
            see=self.see,
            difficulty=self.difficulty,
            tags=self.tags,
            proof=self.proof,
            as_of=self.as_of.strip(),
        )

    def key_of(self, *names: str) -> str:
        """Return the key under which an authored id is stored and sent."""
        return stored_key(self.id, *names)


@lru_cache(4096)
def stored_key(item: str, *names: str) -> str:
    """Return the key under which an authored id of an item is stored and sent.

    It is stable while item and id keep their names, and says nothing: authored ids may give an answer
    away by their words or, in an order, by their sequence.
    """
    digest = hashlib.sha256("/".join((item, *names)).encode()).hexdigest()
    return f"k{digest[:8]}"


def said(feedback: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return what is said of each element, without those of which nothing is said."""
    return {element: text.strip() for element, text in feedback if text.strip()}


def blank_and_unreadable(unreadable: JSON) -> Iterator[Specimen]:
    """Yield the two specimens that every kind has."""
    yield Specimen("blank", {}, Fraction(0))
    yield Specimen("unreadable", {PART: unreadable}, None)


def repeated(ids: Iterator[tuple[Place, str]]) -> Iterator[Problem]:
    """Yield a problem for each id that was used before."""
    seen: set[str] = set()
    for place, name in ids:
        if name in seen:
            yield Problem(place, f"the id “{name}” is used twice; give each its own")
        seen.add(name)
