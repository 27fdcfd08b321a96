"""What the board of a cohort shows, and how it is sorted, searched and paged."""

from fractions import Fraction

import pytest
from lxml import html
from sqlalchemy.orm import Session

from app.services.people import Identity
from tests.app.teach.conftest import Stage
from tests.app.teach.shown import table, text_of
from tests.app.teach.staging import at, cohort_of, enrol, invited, queries, reads, tries
from tests.browsing import Browser
from tests.conftest import As, Clock


@pytest.fixture
def browser(as_: As, instructor: Identity) -> Browser:
    return as_(instructor)


def test_the_board_says_in_words_what_its_cells_show(browser: Browser, stage: Stage) -> None:
    cells = text_of(browser.get(stage.home).text, "//tbody/tr/*")
    assert cells[0] == "Lena"
    assert cells[1:3] == ["read", "–not opened"]
    assert cells[3] == "54 percent, not passed, 1 attempt"
    assert cells[4] == "–no attempt"


def test_the_board_sorts_by_every_column_both_ways_with_the_missing_last(
    browser: Browser, stage: Stage, session: Session, other_learner: Identity
) -> None:
    zoe = invited(session, "Zoe")
    enrol(session, stage.cohort, other_learner.id, zoe)
    tries(session, other_learner.id, "tying", earned=Fraction(12), points=13, passed=True, days=3)
    reads(session, zoe, "ropes", days=2)
    reads(session, zoe, "tying", days=2)

    def names(query: str) -> list[str]:
        return [cell.split()[0] for cell in text_of(browser.get(f"{stage.home}{query}").text, "//tbody/tr/th")]

    assert names("") == ["Lena", "Omar", "Zoe"]
    assert names("?sort=name&dir=desc") == ["Zoe", "Omar", "Lena"]
    assert names("?sort=quiz-tying&dir=asc") == ["Lena", "Omar", "Zoe"]
    assert names("?sort=quiz-tying&dir=desc") == ["Omar", "Lena", "Zoe"]
    assert names("?sort=lesson-tying&dir=asc") == ["Lena", "Omar", "Zoe"]
    assert names("?sort=lesson-tying&dir=desc") == ["Zoe", "Lena", "Omar"]
    assert names("?sort=last&dir=desc") == ["Omar", "Zoe", "Lena"]
    assert names("?sort=nonsense&dir=sideways&page=99") == ["Lena", "Omar", "Zoe"]
    head = html.fromstring(browser.get(f"{stage.home}?sort=quiz-tying&dir=asc").text).xpath("//th[@aria-sort]")
    assert [(one.get("aria-sort"), one.text_content().strip()) for one in head] == [("ascending", "Tying")]
    assert "sort=quiz-tying&dir=desc" in head[0].xpath(".//a/@href")[0]


def test_the_board_finds_learners_by_name_and_those_who_may_need_a_hand(
    browser: Browser, stage: Stage, session: Session, other_learner: Identity, clock: Clock
) -> None:
    enrol(session, stage.cohort, other_learner.id, days=6)
    assert text_of(browser.get(f"{stage.home}?q=LEN").text, "//tbody/tr/th") == ["Lena"]
    nobody = browser.get(f"{stage.home}?q=%3Cscript%3E").text
    assert text_of(nobody, "//tbody/tr/th") == []
    assert "0 learners have “&lt;script&gt;”" in nobody
    clock.advance(days=8)
    assert text_of(browser.get(f"{stage.home}?show=needing").text, "//tbody/tr/th") == ["Lena ▲ 8 days quiet"]


def test_a_board_above_a_hundred_learners_is_paged(browser: Browser, session: Session, instructor: Identity) -> None:
    cohort = cohort_of(session, instructor)
    enrol(session, cohort, *(invited(session, f"P{number:03}") for number in range(101)))
    first = browser.get(f"/teach/cohorts/{cohort}").text
    assert len(text_of(first, "//tbody/tr")) == 100
    assert "Page 1 of 2" in first
    last = browser.get(f"/teach/cohorts/{cohort}?page=2&sort=name&dir=asc").text
    assert text_of(last, "//tbody/tr/th") == ["P100 Invited"]
    assert len(table(browser.get(f"/teach/cohorts/{cohort}/board.csv").data)) == 101


def test_the_board_costs_as_many_queries_for_six_learners_as_for_one(
    browser: Browser, stage: Stage, session: Session
) -> None:
    def count() -> int:
        with queries(session.get_bind().engine) as seen:
            browser.get(stage.home)
        return len(seen)

    one = count()
    for number in range(5):
        person = invited(session, f"P{number}")
        enrol(session, stage.cohort, person)
        reads(session, person, "ropes")
        tries(session, person, "tying", earned=Fraction(1))
    assert (one, count()) == (7, 7)


def test_a_learner_who_joined_later_is_seen_at(session: Session, browser: Browser, stage: Stage, clock: Clock) -> None:
    clock.at = at(30)
    assert "30 days quiet" in browser.get(stage.home).text
