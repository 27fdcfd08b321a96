"""A claim: a statement that holds today, what the article said, and what backs it."""

from dataclasses import dataclass
from datetime import date

from courseware.proofs.authored import VerdictWord


@dataclass(frozen=True, slots=True)
class ShownBy:
    """A demonstration that shows a claim."""

    demo: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A publication that backs a claim, and the day on which it was read."""

    publisher: str
    title: str
    url: str
    read: date


Backing = ShownBy | Citation


@dataclass(frozen=True, slots=True)
class Claim:
    """`statement` and `article` are Markdown; `article` is empty and `verdict` None where the article says nothing.

    `section` is a lesson; `cells` are anchors of the comparison; `line` is where `file` lists the claim.
    """

    id: str
    statement: str
    section: str
    facets: tuple[str, ...]
    article: str
    verdict: VerdictWord | None
    since: str
    backing: tuple[Backing, ...]
    cells: tuple[str, ...]
    misconceptions: tuple[str, ...]
    file: str
    line: int

    @property
    def demos(self) -> tuple[str, ...]:
        """Return the demonstrations that show it."""
        return tuple(backing.demo for backing in self.backing if isinstance(backing, ShownBy))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Return the publications that back it."""
        return tuple(backing for backing in self.backing if isinstance(backing, Citation))
