"""What the YAML of a course may hold, as its author writes it; readers and JSON Schemas come from here."""

from typing import Literal

from msgspec import Struct

from quizzes.kinds.base import Slug, Words

Level = Literal["beginner", "intermediate", "advanced"]
Shape = Literal["disc", "square", "triangle", "diamond"]
Hue = Literal["rose", "amber", "violet", "teal"]
VerdictWord = Literal["true", "incomplete", "imprecise", "outdated", "wrong"]


class Facet(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the things that a course sets side by side: a tab of code, a column of the comparison."""

    id: Slug
    label: Words
    shape: Shape
    hue: Hue


class CourseHead(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`course.yaml`; `final` is the quiz that closes the course."""

    title: Words
    summary: Words
    level: Level
    lessons: tuple[Slug, ...]
    final: Slug
    language: Words = "en"
    facets: tuple[Facet, ...] = ()
    includes: tuple[Words, ...] = ()


class AuthoredObjective(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An objective; its text completes "By the end you can"."""

    id: Slug
    text: Words


class LessonHead(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The front matter of a lesson; `quiz` is the graded quiz that closes it."""

    title: Words
    nav: Words
    summary: Words
    section: str = ""
    objectives: tuple[AuthoredObjective, ...] = ()
    quiz: Slug | None = None


class Cell(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What holds now, what the article says, and what became of that; the note is needed unless it is true."""

    now: Words
    article: Words
    verdict: VerdictWord
    note: str = ""


class Row(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of the comparison, with one cell a facet."""

    id: Slug
    title: Words
    cells: dict[str, Cell]


class ComparisonTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`comparison.yaml`."""

    rows: tuple[Row, ...]
    caption: str = ""


class Misconception(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A wrong belief that answers can show, and the fact against it; `misconceptions.yaml` lists them."""

    id: Slug
    name: Words
    fact: Words


class AuthoredTerm(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word that a course explains; `glossary.yaml` lists them.

    `also` are other names of it, which the glossary shows; `forms` are only other ways to write it. `see` is where
    a lesson teaches it.
    """

    id: Slug
    term: Words
    definition: Words
    also: tuple[Words, ...] = ()
    forms: tuple[Words, ...] = ()
    see: str = ""
    related: tuple[Slug, ...] = ()
