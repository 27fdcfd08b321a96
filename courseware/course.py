"""A course ready to be read: frozen values, rendered when the course was loaded."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from courseware.authored import ComparisonTable, Facet, Misconception
from courseware.chooser.authored import Chooser
from courseware.glossary.terms import Glossary
from courseware.proofs.claims import Claim
from courseware.proofs.demonstrations import Demonstration
from courseware.proofs.reader import Proofs
from courseware.statements import Statement
from quizzes.bank import Bank
from quizzes.quiz import Quiz
from quizzes.source import Source
from quizzes.text import PICTURES, Marks, marks_of


@dataclass(frozen=True, slots=True)
class Html:
    """A stretch of a lesson as HTML."""

    html: str


@dataclass(frozen=True, slots=True)
class CheckBlock:
    """Items of a quiz to be answered in place, in this order; `line` is where the lesson asks for them."""

    quiz: str
    items: tuple[str, ...]
    line: int = 0


Block = Html | CheckBlock


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a lesson; `level` is 2 or more."""

    anchor: str
    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Objective:
    """What a learner can do after a lesson; `text` is Markdown, `html` the same rendered."""

    id: str
    text: str
    html: str
    lesson: str


@dataclass(frozen=True, slots=True)
class LessonLink:
    """A link to a lesson; `anchor` is empty where it names the lesson alone."""

    line: int
    lesson: str
    anchor: str


@dataclass(frozen=True, slots=True)
class QuizLink:
    """A link to a quiz."""

    line: int
    quiz: str


@dataclass(frozen=True, slots=True)
class FigureUse:
    """A figure shown; `name` is its file's name."""

    line: int
    name: str


@dataclass(frozen=True, slots=True)
class DemoUse:
    """A demonstration shown."""

    line: int
    demo: str


@dataclass(frozen=True, slots=True)
class ClaimUse:
    """A statement marked as a claim; the first of each claim in a lesson has an anchor."""

    line: int
    claim: str
    anchor: str = ""


Reference = LessonLink | QuizLink | FigureUse | DemoUse | ClaimUse


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson. `anchors` holds every id in the page that a link may point to; `file` is its name for people.

    `unclaimed` holds the statements of fact that belong to no claim.
    """

    slug: str
    title: str
    nav: str
    summary: str
    section: str
    objectives: tuple[Objective, ...]
    quiz: str | None
    minutes: int
    headings: tuple[Heading, ...]
    body: tuple[Block, ...]
    anchors: frozenset[str]
    references: tuple[Reference, ...]
    unclaimed: tuple[Statement, ...]
    file: str
    source: Source

    @property
    def checks(self) -> tuple[CheckBlock, ...]:
        """Return the checks of the body, in order."""
        return tuple(block for block in self.body if isinstance(block, CheckBlock))

    def heading(self, anchor: str) -> Heading | None:
        """Return the heading at an anchor."""
        return next((heading for heading in self.headings if heading.anchor == anchor), None)


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a lesson teaches something; `heading` is empty where no heading has the anchor."""

    lesson: str
    anchor: str
    title: str
    heading: str


@dataclass(frozen=True)
class Course:
    """A course with its lessons and quizzes. `unread` names lessons that are listed but can't be used."""

    slug: str
    title: str
    summary: str
    level: str
    language: str
    facets: tuple[Facet, ...]
    includes: tuple[str, ...]
    lessons: tuple[Lesson, ...]
    unread: frozenset[str]
    final: str
    comparison: ComparisonTable | None
    chooser: Chooser | None
    misconceptions: Mapping[str, Misconception]
    proofs: Proofs
    glossary: Glossary
    bank: Bank
    folder: Path
    file: str
    source: Source

    @cached_property
    def marks(self) -> Marks:
        """Return what marks and pictures of texts become in a page, for `quizzes.text.to_html`."""
        served = marks_of({PICTURES: f"/courses/{self.slug}/{PICTURES}"}) if self.bank.pictures else ()
        return facet_marks(self.facets) + served

    @property
    def claims(self) -> Mapping[str, Claim]:
        """Return what the course claims, by id."""
        return self.proofs.claims

    @property
    def demonstrations(self) -> Mapping[str, Demonstration]:
        """Return what the course shows by running it, by id."""
        return self.proofs.demonstrations

    @cached_property
    def minutes(self) -> int:
        """Return the reading time of all lessons."""
        return sum(lesson.minutes for lesson in self.lessons)

    @cached_property
    def objectives(self) -> Mapping[str, Objective]:
        """Return the objectives of all lessons by id."""
        return {objective.id: objective for lesson in self.lessons for objective in lesson.objectives}

    def lesson(self, slug: str) -> Lesson | None:
        """Return a lesson by its slug."""
        return next((lesson for lesson in self.lessons if lesson.slug == slug), None)

    def quiz(self, slug: str) -> Quiz | None:
        """Return a quiz by its slug."""
        return self.bank.quizzes.get(slug)

    def lesson_of(self, quiz: str) -> Lesson | None:
        """Return the lesson that a quiz closes, or in which it is asked as a check."""
        for lesson in self.lessons:
            if lesson.quiz == quiz or any(check.quiz == quiz for check in lesson.checks):
                return lesson
        return None

    def passage(self, see: str) -> Passage | None:
        """Return the passage that an item names as `lesson#anchor`, or None where there is none."""
        slug, _, anchor = see.partition("#")
        lesson = self.lesson(slug)
        if lesson is None or (anchor and anchor not in lesson.anchors):
            return None
        heading = lesson.heading(anchor)
        return Passage(slug, anchor, lesson.title, heading.text if heading else "")


def facet_marks(facets: tuple[Facet, ...]) -> Marks:
    """Return each facet's id with the classes that show its shape and hue."""
    return marks_of({facet.id: facet_class(facet) for facet in facets})


def facet_class(facet: Facet) -> str:
    """Return the classes of a facet's mark."""
    return f"facet {facet.shape} {facet.hue}"
