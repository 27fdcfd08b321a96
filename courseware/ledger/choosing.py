"""Which claims of a ledger are asked for, and how many there are of each kind."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from courseware.ledger.entries import BackedBy, Entry

UNSAID = "unsaid"  # in place of a verdict: the article says nothing of it
VERDICTS = ("true", "incomplete", "imprecise", "outdated", "wrong", UNSAID)
BACKINGS: tuple[BackedBy, ...] = ("run", "publication", "both")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; an empty field asks for all. `facet` also finds claims that name others beside it."""

    verdict: str = ""
    facet: str = ""
    section: str = ""
    backing: str = ""

    def holds(self, entry: Entry) -> bool:
        """Say whether a claim is asked for."""
        return (
            self.verdict in ("", verdict_of(entry))
            and self.facet in ("", *(facet.id for facet in entry.facets))
            and self.section in ("", entry.section)
            and self.backing in ("", entry.backed_by)
        )


@dataclass(frozen=True, slots=True)
class Counts:
    """How many claims there are: in all, by verdict and by backing, each in the order to show them."""

    total: int
    verdicts: Mapping[str, int]
    backings: Mapping[str, int]


def verdict_of(entry: Entry) -> str:
    """Return the verdict of a claim, or `unsaid`."""
    return entry.verdict or UNSAID


def chosen(entries: Iterable[Entry], wanted: Wanted) -> tuple[Entry, ...]:
    """Return the claims asked for, in their order."""
    return tuple(entry for entry in entries if wanted.holds(entry))


def counts_of(entries: Iterable[Entry]) -> Counts:
    """Return how many claims there are of each kind, nought included."""
    listed = list(entries)
    verdicts, backings = Counter(map(verdict_of, listed)), Counter(entry.backed_by for entry in listed)
    return Counts(
        total=len(listed),
        verdicts={verdict: verdicts[verdict] for verdict in VERDICTS},
        backings={backing: backings[backing] for backing in BACKINGS},
    )
