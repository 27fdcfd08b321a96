"""The ledger of the tiny course: what each claim shows, and how claims are chosen and counted."""

from datetime import date

import pytest

from courseware.ledger.choosing import Wanted, chosen, counts_of
from courseware.ledger.entries import Cell, Entry, Taught, entries_of
from courseware.library import Library
from courseware.proofs.claims import Citation


@pytest.fixture
def entries(library: Library) -> tuple[Entry, ...]:
    return entries_of(library.courses["knots"])


def named(entries: tuple[Entry, ...], name: str) -> Entry:
    return next(entry for entry in entries if entry.id == name)


def test_a_claim_stands_with_its_words_and_the_articles(entries: tuple[Entry, ...]) -> None:
    entry = named(entries, "loop-holds")
    assert entry.statement == "A bowline makes a loop of <em>fixed</em> size."
    assert entry.words == "A bowline makes a loop of fixed size."
    assert (entry.article, entry.verdict, entry.backed_by) == ("A loop", "incomplete", "run")
    assert [facet.label for facet in entry.facets] == ["Bowline"]


def test_a_claim_says_where_it_is_taught_and_which_cells_say_it(entries: tuple[Entry, ...]) -> None:
    loop, weaken = named(entries, "loop-holds"), named(entries, "knots-weaken")
    assert loop.taught == (Taught("tying", "Tying them", "claim-loop-holds"),)
    assert weaken.taught == (Taught("ropes", "The parts of a rope", ""),)
    assert loop.cells == (Cell("shape-bowline", "Shape", "Bowline"),)
    assert weaken.misconceptions == ("A knotted rope is as strong as a straight one",)


def test_a_run_has_its_code_its_output_its_versions_and_its_day(entries: tuple[Entry, ...]) -> None:
    (run,) = named(entries, "loop-holds").runs
    assert (run.title, run.facet) == ("A loop", "Bowline")
    for html in (run.html, run.plain_html):
        assert "It holds." in html
        assert "a loop of hemp" in html
        assert '<time datetime="2026-11-22">22 November 2026</time> with msgspec ' in html
    assert '<span class="nb">print</span>' in run.html
    assert "<span" not in run.plain_html


def test_a_publication_is_named_with_the_day_it_was_read(entries: tuple[Entry, ...]) -> None:
    both = named(entries, "knots-weaken")
    assert both.citations == (Citation("A club", "A page", "https://example.org/knots", date(2026, 11, 22)),)
    assert both.backed_by == "both"
    assert named(entries, "hitch-turns").backed_by == "publication"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), ["loop-holds", "knots-weaken", "hitch-turns", "bowline-undone", "hitch-slips"]),
        (Wanted(verdict="wrong"), ["hitch-slips"]),
        (Wanted(verdict="unsaid"), ["knots-weaken"]),
        (Wanted(facet="hitch"), ["hitch-turns", "hitch-slips"]),
        (Wanted(section="ropes"), ["knots-weaken"]),
        (Wanted(backing="publication"), ["hitch-turns", "bowline-undone", "hitch-slips"]),
        (Wanted(facet="bowline", backing="run"), ["loop-holds"]),
        (Wanted(verdict="outdated"), []),
    ],
)
def test_claims_are_chosen_by_what_is_asked(entries: tuple[Entry, ...], wanted: Wanted, found: list[str]) -> None:
    assert [entry.id for entry in chosen(entries, wanted)] == found


def test_claims_are_counted_by_verdict_and_by_backing(entries: tuple[Entry, ...]) -> None:
    counts = counts_of(entries)
    assert counts.total == 5
    assert counts.verdicts == {"true": 1, "incomplete": 1, "imprecise": 1, "outdated": 0, "wrong": 1, "unsaid": 1}
    assert counts.backings == {"run": 1, "publication": 3, "both": 1}
