"""What instructors do on their pages: make cohorts, change them, look at boards, take files."""

import csv
import io
import json
import logging
from fractions import Fraction

import pytest
from lxml import html
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.log import JsonLines
from app.models import Cohort, CohortInstructor
from app.services.people import Identity
from tests.app.teach.conftest import Stage
from tests.app.teach.staging import at, cohort_of, enrol, invited, queries, reads, tries
from tests.browsing import Browser
from tests.conftest import As, Clock


@pytest.fixture
def browser(as_: As, instructor: Identity) -> Browser:
    return as_(instructor)


def text_of(source: str, path: str) -> list[str]:
    return [" ".join(found.text_content().split()) for found in html.fromstring(source).xpath(path)]


def table(body: bytes) -> list[dict[str, str]]:
    assert body.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"))))


def test_a_new_cohort_leads_to_its_people_and_its_creator_teaches_it(
    browser: Browser, session: Session, instructor: Identity
) -> None:
    answer = browser.post("/teach/cohorts/new", data={"name": "  Autumn  2026 ", "course": "knots"})
    cohort = session.scalars(select(Cohort)).one()
    assert (cohort.name, cohort.course, cohort.archived_at) == ("Autumn 2026", "knots", None)
    assert len(cohort.join_code) >= 16
    assert session.scalars(select(CohortInstructor.person_id)).all() == [instructor.id]
    assert answer.location == f"/teach/cohorts/{cohort.id}/people"
    page = browser.get(answer.location).text
    assert f"/join/{cohort.join_code}" in page
    assert "Nobody yet" in page


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"name": " ", "course": "knots"}, "Give the cohort a name."),
        ({"name": "x" * 201, "course": "knots"}, "Write at most 200 characters."),
        ({"name": "Autumn", "course": "nothing"}, "Not a valid choice."),
    ],
)
def test_a_form_with_junk_is_told_what_is_wrong_and_makes_nothing(
    browser: Browser, session: Session, form: dict[str, str], words: str
) -> None:
    answer = browser.post("/teach/cohorts/new", data=form)
    assert answer.status_code == 422
    assert words in answer.text
    assert session.scalars(select(Cohort.id)).all() == []


def test_the_list_shows_current_cohorts_and_puts_archived_ones_away(
    browser: Browser, stage: Stage, session: Session, clock: Clock
) -> None:
    assert text_of(browser.get("/teach").text, "//h2") == ["Autumn"]
    browser.post(f"{stage.home}/archive")
    page = browser.get("/teach").text
    assert text_of(page, "//details//h2") == ["Autumn"]
    browser.post(f"{stage.home}/restore")
    assert text_of(browser.get("/teach").text, "//details//h2") == []


def test_a_cohort_is_renamed_and_its_link_renewed(browser: Browser, stage: Stage, session: Session) -> None:
    old = session.scalars(select(Cohort.join_code)).one()
    browser.post(f"{stage.home}/name", data={"name": "Winter"})
    browser.post(f"{stage.home}/join-link")
    session.expire_all()
    cohort = session.scalars(select(Cohort)).one()
    assert cohort.name == "Winter"
    assert cohort.join_code != old
    assert browser.get(f"/join/{old}").status_code == 410
    assert browser.get(f"/join/{cohort.join_code}").status_code == 200


def test_a_co_instructor_is_added_by_email_and_removed(
    browser: Browser, stage: Stage, other_instructor: Identity, as_: As
) -> None:
    other = as_(other_instructor)
    assert other.get(stage.home).status_code == 404
    browser.post(f"{stage.home}/instructors", data={"email": " OLAF@example.org "})
    assert other.get(stage.home).status_code == 200
    browser.post(f"{stage.home}/instructors/{other_instructor.id}/remove")
    assert other.get(stage.home).status_code == 404


@pytest.mark.parametrize("email", ["lena@example.org", "nobody@example.org"])
def test_nobody_but_an_instructor_can_be_added_and_the_answer_tells_nothing_more(
    browser: Browser, stage: Stage, email: str
) -> None:
    answer = browser.post(f"{stage.home}/instructors", data={"email": email})
    assert answer.status_code == 422
    assert "No instructor has this e-mail." in answer.text


def test_the_last_instructor_is_not_removed(
    browser: Browser, stage: Stage, session: Session, instructor: Identity
) -> None:
    answer = browser.post(f"{stage.home}/instructors/{instructor.id}/remove", follow_redirects=True)
    assert "A cohort needs an instructor." in answer.text
    assert session.scalars(select(CohortInstructor.person_id)).all() == [instructor.id]


def test_who_leaves_a_cohort_is_brought_back_to_the_list(
    browser: Browser, stage: Stage, instructor: Identity, other_instructor: Identity
) -> None:
    browser.post(f"{stage.home}/instructors", data={"email": "olaf@example.org"})
    answer = browser.post(f"{stage.home}/instructors/{instructor.id}/remove")
    assert answer.location == "/teach"
    assert browser.get(stage.home).status_code == 404


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


def test_the_page_of_a_quiz_says_how_often_each_answer_was_given(browser: Browser, stage: Stage) -> None:
    page = browser.get(f"{stage.home}/quizzes/tying").text
    assert "Each learner’s first submitted attempt is counted" in page
    assert "Every submitted attempt is counted" in browser.get(f"{stage.home}/quizzes/tying?attempts=all").text
    names = text_of(page, "//details[@class='card']/summary/h3")
    assert len(names) == 12
    shares = text_of(page, "//div[@id='item-which-loop']//li")
    assert shares[0] == "right The bowline 1 (100%)"
    assert shares[1] == "The clove hitch 0 (0%)"
    assert shares[2].startswith("Neither Shows the belief: ")
    assert shares[2].endswith(" 0 (0%)")


def test_the_page_of_a_learner_leads_to_each_attempt_with_its_keys(browser: Browser, stage: Stage) -> None:
    page = browser.get(f"{stage.home}/learners/{stage.learner}").text
    link = html.fromstring(page).xpath("//a[contains(., 'Tying, attempt 1')]/@href")[0]
    attempt = browser.get(link).text
    assert "The bowline is a loop, the clove hitch holds on to a post." in attempt
    assert "Chosen" in attempt
    assert "Your answer" not in attempt


def test_an_instructor_sees_the_keys_of_a_quiz_that_shows_learners_marks_only(
    browser: Browser, stage: Stage, session: Session
) -> None:
    attempt = tries(session, stage.learner, "final", earned=Fraction(1))
    assert browser.get(f"{stage.home}/learners/{stage.learner}/attempts/{attempt}").status_code == 200


def test_an_open_attempt_is_shown_as_one_that_can_still_change(
    browser: Browser, stage: Stage, session: Session
) -> None:
    attempt = tries(session, stage.learner, "final")
    page = browser.get(f"{stage.home}/learners/{stage.learner}/attempts/{attempt}").text
    assert "This attempt is not submitted." in page
    assert "In progress" in page


def test_a_quizs_page_shows_every_question_with_its_key(browser: Browser) -> None:
    page = browser.get("/teach/quizzes/knots/tying").text
    assert len(html.fromstring(page).xpath("//section[contains(@class, 'preview')]")) == 12
    assert "Strings are repeated." in page
    assert "You missed this" not in page


def test_files_open_in_a_spreadsheet_and_cannot_run_there(
    browser: Browser, stage: Stage, session: Session, instructor: Identity
) -> None:
    enrol(session, stage.cohort, invited(session, '=HYPERLINK("evil")'))
    answer = browser.get(f"{stage.home}/board.csv")
    assert answer.content_type == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == "attachment; filename=Autumn_board.csv"
    risky, lena = table(answer.data)
    assert risky["name"] == '\'=HYPERLINK("evil")'
    assert lena == {
        "name": "Lena",
        "email": "lena@example.org",
        "status": "joined",
        "lesson:ropes": "read",
        "lesson:tying": "not-yet",
        "quiz:tying:percent": "53.85",
        "quiz:tying:attempts": "1",
        "quiz:tying:passed": "no",
        "quiz:final:percent": "",
        "quiz:final:attempts": "0",
        "quiz:final:passed": "no",
        "last_activity_at": "2026-11-22T09:00:00Z",
        "quiet_days": "0",
        "needs_a_hand": "",
    }


def test_the_other_files_hold_what_their_pages_show(browser: Browser, stage: Stage) -> None:
    assert table(browser.get(f"{stage.home}/people.csv").data) == [
        {"name": "Lena", "email": "lena@example.org", "status": "joined", "added_at": "2026-11-22T09:00:00Z"}
    ]
    (attempt,) = table(browser.get(f"{stage.home}/learners/{stage.learner}/attempts.csv").data)
    assert (attempt["quiz"], attempt["state"], attempt["marks"], attempt["points"]) == ("tying", "submitted", "7", "13")
    (marks,) = table(browser.get(f"{stage.home}/quizzes/tying/marks.csv").data)
    assert (marks["name"], marks["percent"], marks["passed"]) == ("Lena", "53.85", "no")
    answers = table(browser.get(f"{stage.home}/quizzes/tying/answers.csv").data)
    assert len(answers) == 12
    assert (answers[1]["item"], answers[1]["kind"], answers[1]["answer"], answers[1]["score"]) == (
        "which-loop",
        "single",
        "The bowline",
        "100",
    )
    (check,) = table(browser.get(f"{stage.home}/quizzes/ropes-check/answers.csv").data)
    assert (check["item"], check["answer"], check["tries"]) == ("rope-part", "The working end", "1")


def test_every_column_of_every_file_is_explained(browser: Browser, stage: Stage) -> None:
    explained = set(text_of(browser.get("/teach/files").text, "//tbody//th"))
    for path in (
        "people.csv",
        f"learners/{stage.learner}/attempts.csv",
        "quizzes/tying/marks.csv",
        "quizzes/tying/answers.csv",
    ):
        header = browser.get(f"{stage.home}/{path}").data.decode("utf-8-sig").splitlines()[0].split(",")
        assert explained.issuperset(header)
    board = browser.get(f"{stage.home}/board.csv").data.decode("utf-8-sig").splitlines()[0].split(",")
    assert {name.replace("ropes", "LESSON").replace("tying", "QUIZ") for name in board} - explained == {
        "lesson:QUIZ",
        "quiz:final:percent",
        "quiz:final:attempts",
        "quiz:final:passed",
    }


def test_a_cohort_of_a_course_that_is_gone_keeps_its_people_and_says_so(
    browser: Browser, session: Session, instructor: Identity, learner: Identity
) -> None:
    cohort = cohort_of(session, instructor, course="gone")
    enrol(session, cohort, learner.id)
    assert "This course is not offered any more" in browser.get("/teach").text
    missing = browser.get(f"/teach/cohorts/{cohort}")
    assert missing.status_code == 404
    assert "is not offered here any more. Its records are kept." in missing.text
    assert "Lena" in browser.get(f"/teach/cohorts/{cohort}/people").text
    assert browser.get(f"/teach/cohorts/{cohort}/settings").status_code == 200


def test_changes_are_logged_by_their_ids_without_names_or_secrets(
    browser: Browser, stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="coursewright")
    browser.post(f"{stage.home}/join-link")
    browser.post(f"{stage.home}/people/{stage.learner}/remove")
    lines = [json.loads(JsonLines().format(record)) for record in caplog.records if record.name == "coursewright"]
    events = [(line["event"], line.get("cohort"), line.get("learner")) for line in lines]
    assert ("cohort.link_renewed", stage.cohort, None) in events
    assert ("enrolment.removed", stage.cohort, stage.learner) in events
    assert "Lena" not in json.dumps(lines)


def test_a_learner_who_joined_later_is_seen_at(session: Session, browser: Browser, stage: Stage, clock: Clock) -> None:
    clock.at = at(30)
    assert "30 days quiet" in browser.get(stage.home).text
