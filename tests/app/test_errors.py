"""What went wrong is said in words, and what to do about it."""

from inspect import iscoroutinefunction
from pathlib import Path

import pytest
from flask import Flask, abort
from sqlalchemy.exc import OperationalError

from app import create_app
from app.config import Instance, Settings
from app.migrating import migrate
from app.services.people import Identity
from courseware.library import Library
from tests.browsing import Browser
from tests.conftest import As


@pytest.fixture
def failing(tmp_path: Path) -> Browser:
    """A browser on an app whose pages fail in every way there is."""
    app = create_app(Instance(tmp_path, Settings(), "secret"), Library({}))
    migrate(app)
    app.test_client_class = Browser

    def fail(code: int) -> str:
        abort(code)

    def fail_in_words() -> str:
        abort(404, "This course is not here any more. See the list of courses.")

    def break_() -> str:
        raise RuntimeError("the answer was forty-two")

    def lose_database() -> str:
        raise OperationalError("SELECT secret", {"password": "hidden"}, Exception("no route to host"))

    app.add_url_rule("/fail/<int:code>", "fail", fail)
    app.add_url_rule("/fail/words", "fail_in_words", fail_in_words)
    app.add_url_rule("/fail/break", "break", break_)
    app.add_url_rule("/fail/database", "database", lose_database)
    return app.test_client()  # type: ignore[return-value]  # it is the class set above


@pytest.mark.parametrize(
    ("code", "title"),
    [
        (400, "This can’t be read"),
        (403, "This page isn’t yours to see"),
        (404, "There is no such page"),
        (410, "This link no longer works"),
        (405, "This address doesn’t take that"),
        (413, "That is too large"),
        (429, "Too many tries"),
        (500, "Something broke here"),
        (418, "This didn’t work"),
    ],
)
def test_every_error_has_a_page_with_its_name(failing: Browser, code: int, title: str) -> None:
    answer = failing.get(f"/fail/{code}")
    assert answer.status_code == code
    assert f"<h1>{title}</h1>" in answer.text
    assert 'href="/"' in answer.text


def test_the_words_of_the_page_that_failed_come_first(failing: Browser) -> None:
    page = failing.get("/fail/words").text
    assert "This course is not here any more." in page
    assert "Check the address" not in page


def test_a_script_gets_json(failing: Browser) -> None:
    answer = failing.get("/fail/404", headers={"Accept": "application/json"})
    assert answer.json == {
        "error": "There is no such page",
        "advice": "Check the address, or start from the list of courses.",
    }


@pytest.mark.parametrize("accept", ["*/*", "text/html,application/xhtml+xml,*/*;q=0.8", ""])
def test_a_browser_gets_a_page(failing: Browser, accept: str) -> None:
    assert failing.get("/fail/404", headers={"Accept": accept}).mimetype == "text/html"


def test_a_page_that_breaks_says_nothing_of_why_but_gives_a_number(
    failing: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    answer = failing.get("/fail/break")
    assert answer.status_code == 500
    assert "forty-two" not in answer.text
    assert answer.headers["X-Request-Id"] in answer.text
    assert [record.getMessage() for record in caplog.records] == ["request.failed"]


def test_a_database_that_does_not_answer_is_told_apart(failing: Browser) -> None:
    answer = failing.get("/fail/database")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "10"
    assert "The database does not answer." in answer.text


def test_the_page_of_a_lost_database_asks_nothing_of_it(tmp_path: Path) -> None:
    nowhere = f"sqlite:///{tmp_path / 'missing' / 'db.sqlite'}"
    app = create_app(Instance(tmp_path, Settings(database_url=nowhere), "secret"), Library({}))
    browser = app.test_client()
    with browser.session_transaction() as session:
        session["_user_id"] = "1:k"
    answer = browser.get("/account")
    assert answer.status_code == 503
    assert "The database does not answer." in answer.text
    assert browser.get("/health").json == {
        "status": "failing",
        "database": "does not answer",
        "courses": 0,
        "version": browser.get("/health").json["version"],  # type: ignore[index]
    }


def test_health_tells_what_runs(client: Browser, app: Flask) -> None:
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.json is not None
    assert {name: answer.json[name] for name in ("status", "database")} == {"status": "ok", "database": "ok"}
    assert answer.json["courses"] >= 1
    assert answer.json["version"]


def test_too_large_a_form_is_refused(as_: As, learner: Identity) -> None:
    answer = as_(learner).post("/account", data={"name": "x" * 3_000_000, "timezone": ""})
    assert answer.status_code == 413
    assert "That is too large" in answer.text


def test_a_page_for_accounts_asks_a_script_to_sign_in(client: Browser) -> None:
    answer = client.get("/account", headers={"Accept": "application/json"})
    assert answer.status_code == 401


def test_no_request_pays_for_an_event_loop(made_app: Flask) -> None:
    hooks = made_app.teardown_appcontext_funcs + [
        hook for all_of in made_app.teardown_request_funcs.values() for hook in all_of
    ]
    assert [hook for hook in hooks if iscoroutinefunction(hook)] == []
