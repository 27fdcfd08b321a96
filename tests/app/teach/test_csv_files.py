"""What stands in the CSV files, held against the pages that they are taken from."""

import pytest
from sqlalchemy.orm import Session

from app.services.people import Identity
from tests.app.teach.conftest import Stage
from tests.app.teach.shown import table, text_of
from tests.app.teach.staging import enrol, invited
from tests.browsing import Browser
from tests.conftest import As


@pytest.fixture
def browser(as_: As, instructor: Identity) -> Browser:
    return as_(instructor)


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
