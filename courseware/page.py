"""What is known of a lesson while it is rendered, and what its parts leave behind."""

from dataclasses import dataclass, field
from pathlib import Path

from courseware.authored import ComparisonTable, Facet
from courseware.course import Heading, Reference
from courseware.glossary.terms import Glossary
from courseware.links import Links
from courseware.proofs.reader import Proofs
from courseware.statements import Statement
from quizzes.bank import Bank
from quizzes.faults import Fault
from quizzes.text import Marks

WORDS_A_MINUTE = 200
CODE_WORDS_A_MINUTE = 100


@dataclass(frozen=True, slots=True)
class Materials:
    """What the lessons of a course can draw on; `figures` is the folder of the drawings, known as `figures_name`.

    `pages` are the pages that the course has beside its lessons, by the last part of their addresses.
    """

    course: str
    facets: tuple[Facet, ...]
    marks: Marks
    bank: Bank
    comparison: ComparisonTable | None
    proofs: Proofs
    glossary: Glossary
    figures: Path
    figures_name: str
    links: Links
    pages: tuple[str, ...] = ()

    @property
    def ledger(self) -> str:
        """Return the address of the page of claims."""
        return self.links.ledger(self.course)

    @property
    def terms_page(self) -> str:
        """Return the address of the glossary, or nothing where no page shows it."""
        return self.links.glossary(self.course)

    def facet(self, name: str) -> Facet | None:
        """Return a facet by its id."""
        return next((facet for facet in self.facets if facet.id == name), None)


@dataclass(slots=True)
class Page:
    """One lesson in the making."""

    lesson: str
    file: str
    materials: Materials
    faults: list[Fault] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    anchors: dict[str, int] = field(default_factory=dict)  # anchor -> line
    references: list[Reference] = field(default_factory=list)
    marked_terms: set[str] = field(default_factory=set)
    unclaimed: list[Statement] = field(default_factory=list)
    words: int = 0
    code_words: int = 0

    def fault(self, line: int, message: str) -> None:
        """Note a fault."""
        self.faults.append(Fault(self.file, line, message))

    def anchor(self, name: str, line: int) -> None:
        """Note an id of the page; a second one of that name is a fault."""
        if name in self.anchors:
            self.fault(line, f"the anchor “{name}” is already used in line {self.anchors[name]}; give each its own")
        self.anchors.setdefault(name, line)

    @property
    def passage(self) -> tuple[str, ...]:
        """Return the anchors of the heading above what is being read and of those above that one, nearest first."""
        found: list[Heading] = []
        for heading in reversed(self.headings):
            if not found or heading.level < found[-1].level:
                found.append(heading)
        return tuple(heading.anchor for heading in found)

    @property
    def below(self) -> int:
        """Return the level of a title that stands below the last heading: 2 or 3."""
        return 3 if self.headings else 2

    @property
    def minutes(self) -> int:
        """Return the reading time, at least 1."""
        return max(1, round(self.words / WORDS_A_MINUTE + self.code_words / CODE_WORDS_A_MINUTE))
