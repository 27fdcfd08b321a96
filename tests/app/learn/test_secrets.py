"""Answers and keys are never in a page before they are due."""

import html

import pytest
from sqlalchemy.orm import Session

from app.services.attempts.viewing import own_attempt
from app.services.people import Identity
from courseware.library import Library
from quizzes.interactions import Item, NumberKey, TextKey
from quizzes.text import to_html, to_plain
from tests.app.learn.attempting import begin
from tests.app.learn.forms import Form
from tests.browsing import Browser
from tests.conftest import As

QUIZZES = [
    ("knots", "tying"),
    ("knots", "final"),
    *(("deep-learning-frameworks", quiz) for quiz in ("deep-learning", "keras", "tensorflow", "pytorch", "final")),
    ("deep-learning-frameworks", "key-differences"),
]


def secret_texts(item: Item) -> list[str]:
    """What only a result may say of an item, in Markdown."""
    texts = [item.explanation, item.right, item.wrong]
    for part in item.parts:
        texts.extend(part.feedback.values())
    return [text for text in texts if text]


def told(page: str, item: Item) -> list[str]:
    """Return the secrets of an item that a page holds, however they are written."""
    shown = html.unescape(page)
    return [
        text
        for text in secret_texts(item)
        if text in shown or to_html(text) in page or (len(to_plain(text)) > 30 and to_plain(text) in shown)
    ]


@pytest.mark.parametrize(("course_slug", "quiz_slug"), QUIZZES)
def test_the_pages_of_an_open_attempt_hold_no_secret(
    session: Session, as_: As, learner: Identity, library: Library, course_slug: str, quiz_slug: str
) -> None:
    browser = as_(learner)
    course = library.courses[course_slug]
    attempt_id = begin(session, course, course.bank.quizzes[quiz_slug], learner)
    attempt = own_attempt(session, attempt_id, learner.id)
    assert attempt is not None
    paths = ["/review", *(f"?q={number}" for number in range(1, len(attempt.answers) + 1))]
    for path in paths:
        page = browser.get(f"/attempts/{attempt_id}{path}").text
        for answer in attempt.answers:
            assert told(page, answer.item) == []


def test_the_check_finds_a_secret_once_it_is_due(
    session: Session, as_: As, learner: Identity, library: Library
) -> None:
    browser = as_(learner)
    course = library.courses["knots"]
    attempt_id = begin(session, course, course.bank.quizzes["tying"], learner)
    browser.post(f"/attempts/{attempt_id}/submit")
    page = browser.get(f"/attempts/{attempt_id}/result").text
    item = next(item for item in course.bank.quizzes["tying"].items if item.id == "which-loop")
    assert len(told(page, item)) == len(secret_texts(item))


def test_the_accepted_answers_of_fields_are_not_in_the_page(
    session: Session, as_: As, learner: Identity, library: Library
) -> None:
    browser = as_(learner)
    course = library.courses["knots"]
    attempt_id = begin(session, course, course.bank.quizzes["tying"], learner)
    attempt = own_attempt(session, attempt_id, learner.id)
    assert attempt is not None
    for answer in attempt.answers:
        main = browser.get(f"/attempts/{attempt_id}?q={answer.position}").text.split("<main")[1]
        match answer.item.parts[0].answer:
            case TextKey():
                assert "standing" not in main
                assert "abab" not in main
            case NumberKey():
                assert "600" not in main
            case _:
                pass


@pytest.mark.parametrize("course_slug", ["knots", "deep-learning-frameworks"])
def test_a_lesson_holds_no_secret_of_its_checks_before_they_are_answered(
    client: Browser, library: Library, course_slug: str
) -> None:
    course = library.courses[course_slug]
    for lesson in course.lessons:
        page = client.get(f"/courses/{course_slug}/lessons/{lesson.slug}").text
        for check in lesson.checks:
            items = {item.id: item for item in course.bank.quizzes[check.quiz].items}
            for item_id in check.items:
                assert told(page, items[item_id]) == []


def test_keys_do_not_say_which_option_is_right(client: Browser, library: Library) -> None:
    form = Form(client.get("/courses/knots/lessons/ropes").text, "/rope-part")
    values = [field.value for field in form.form.xpath(".//input[@type='radio']")] or [
        field.get("value") for field in form.form.xpath(".//input[@type='radio']")
    ]
    assert not {"working", "standing"} & set(values)
