"""The catalogue, a course and its lessons."""

import re

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import Person, Progress
from app.services.people import Identity
from courseware.course import Course
from courseware.library import Library
from tests.app.learn.conftest import Counting
from tests.app.learn.forms import Form, text_of
from tests.browsing import Browser
from tests.conftest import START, As, Clock

LESSON = "/courses/knots/lessons/ropes"


def rows(session: Session, model: type) -> int:
    session.expire_all()
    return session.scalar(select(func.count()).select_from(model)) or 0


def test_the_catalogue_says_what_each_course_is(client: Browser) -> None:
    text = text_of(client.get("/").text)
    for words in ("By Test School.", "Two knots", "A loop that holds and a hitch that lets go", "For beginners"):
        assert words in text
    assert "2 lessons" in text
    assert "2 minutes of reading" in text
    assert "lessons read" not in text


def test_the_catalogue_says_where_i_stand(client: Browser) -> None:
    client.post(f"{LESSON}/read")
    text = text_of(client.get("/").text)
    assert "1 of 2 lessons read, 0 of 2 quizzes passed" in text
    assert "Continue: Tying them" in text or "Next, the quiz" in text


def test_the_catalogue_takes_three_queries_however_many_courses(
    as_: As, learner: Identity, statements: Counting, library: Library
) -> None:
    browser = as_(learner)
    with statements() as sent:
        browser.get("/")
    assert len(library.courses) > 1
    assert len(sent) == 3  # the person, their lessons, their attempts


def test_an_outline_marks_what_is_done_in_words(client: Browser) -> None:
    before = text_of(client.get("/courses/knots").text)
    assert "Start: The parts of a rope" in before
    client.post(f"{LESSON}/read")
    after = text_of(client.get("/courses/knots").text)
    assert "1 of 2 lessons read" in after
    assert "Read" in after
    assert "name the parts of a rope" in after


def test_a_lesson_says_where_it_stands_and_what_it_teaches(client: Browser) -> None:
    text = text_of(client.get(LESSON).text)
    assert "Lesson 1 of 2 · 1 minute" in text
    for words in (
        "By the end you can",
        "name the parts of a rope",
        "say what a knot costs in strength",
        "On this page",
    ):
        assert words in text


@pytest.mark.parametrize("slug", ["knots", "deep-learning-frameworks"])
def test_every_lesson_of_every_course_is_a_sound_page(client: Browser, library: Library, slug: str) -> None:
    for lesson in library.courses[slug].lessons:
        assert client.get(f"/courses/{slug}/lessons/{lesson.slug}").status_code == 200


def test_reading_makes_nobody_a_guest(session: Session, client: Browser) -> None:
    for path in ("/", "/my", "/my/attempts", "/courses/knots", LESSON, "/courses/knots/quizzes/tying"):
        assert client.get(path).status_code == 200
    assert rows(session, Person) == 0


def test_marking_as_read_makes_a_guest_and_goes_on(session: Session, client: Browser, clock: Clock) -> None:
    page = client.get(LESSON).text
    reply = Form(page, "/ropes/read").press(client, "Mark as read and go on")
    assert (reply.status_code, reply.location) == (302, "/courses/knots/lessons/tying")
    assert rows(session, Person) == 1
    assert session.scalars(select(Progress.read_at)).one() == START
    assert "Mark as read" not in client.get(LESSON).text


def test_after_a_lesson_with_a_quiz_the_quiz_is_next(client: Browser) -> None:
    assert client.post("/courses/knots/lessons/tying/read").location == "/courses/knots/quizzes/tying"


def test_a_known_reader_is_noted_once_a_lesson(session: Session, as_: As, learner: Identity, clock: Clock) -> None:
    browser = as_(learner)
    browser.get(LESSON)
    clock.advance(minutes=10)
    browser.get(LESSON)
    assert session.scalars(select(Progress.seen_at)).one() == START
    browser.get("/courses/knots/lessons/tying")
    clock.advance(minutes=10)
    browser.get(LESSON)
    session.expire_all()
    assert session.get_one(Progress, (learner.id, "knots", "ropes")).seen_at == clock.at


def test_fetching_ahead_is_not_opening(session: Session, as_: As, learner: Identity) -> None:
    browser = as_(learner)
    browser.get(LESSON, headers={"Sec-Purpose": "prefetch;prerender"})
    browser.head(LESSON)
    assert rows(session, Progress) == 0


def test_a_lesson_takes_three_queries_however_much_is_done(
    session: Session, as_: As, learner: Identity, knots: Course, statements: Counting
) -> None:
    browser = as_(learner)
    counted = []
    for item in ("rope-part", "rope-weaker"):
        browser.post(f"{LESSON}/checks/ropes-check/{item}", data={f"{item}.answer": _any_key(knots, item)})
        browser.get(LESSON)
        with statements() as sent:
            browser.get(LESSON)
        counted.append(len(sent))
    assert counted == [3, 3]


def _any_key(course: Course, item_id: str) -> str:
    item = next(item for item in course.bank.quizzes["ropes-check"].items if item.id == item_id)
    return str(item.parts[0].interaction.options[0].key)  # type: ignore[union-attr]  # both are choices


def test_a_lesson_for_somebody_unknown_takes_no_query(client: Browser, statements: Counting) -> None:
    with statements() as sent:
        client.get(LESSON)
    assert sent == []


def test_a_lesson_that_did_not_change_is_not_sent_again(as_: As, learner: Identity) -> None:
    browser = as_(learner)
    tag = browser.get(LESSON).headers["ETag"]
    same = browser.get(LESSON, headers={"If-None-Match": tag})
    assert (same.status_code, same.data) == (304, b"")
    browser.post(f"{LESSON}/read")
    changed = browser.get(LESSON, headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert changed.headers["ETag"] != tag


def test_a_lesson_of_somebody_else_is_never_the_same(as_: As, learner: Identity, other_learner: Identity) -> None:
    tag = as_(learner).get(LESSON).headers["ETag"]
    assert as_(other_learner).get(LESSON, headers={"If-None-Match": tag}).status_code == 200


def test_a_page_rendered_for_one_carries_the_token_of_the_next(as_: As) -> None:
    tokens = set()
    for _ in range(2):
        browser = as_(None)
        page = browser.get(LESSON).text
        found = set(re.findall(r'name="csrf_token" value="([^"]+)"', page))
        assert len(found) == 1
        tokens |= found
        form = Form(page, "/ropes/read")
        fields = dict(form.form.form_values())
        assert browser.post(f"{LESSON}/read", data=fields, csrf=False).status_code == 302
    assert len(tokens) == 2


def test_people_in_the_same_place_see_their_own_names(as_: As, learner: Identity, other_learner: Identity) -> None:
    assert "Lena" in as_(learner).get(LESSON).text
    page = as_(other_learner).get(LESSON).text
    assert "Omar" in page
    assert "Lena" not in page


def test_asking_again_for_what_is_not_there_is_the_plain_lesson(client: Browser) -> None:
    plain = client.get(LESSON).headers["ETag"]
    assert client.get(f"{LESSON}?again=junk").headers["ETag"] == plain
    assert client.get(f"{LESSON}?again=rope-part").headers["ETag"] != plain


def test_a_page_with_a_message_has_no_tag(as_: As, learner: Identity) -> None:
    browser = as_(learner)
    with browser.session_transaction() as kept:
        kept["_flashes"] = [("message", "Once only.")]
    assert "ETag" not in browser.get(LESSON).headers
    assert "Once only." not in browser.get(LESSON).text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/courses/macrame", "There is no course “macrame” here."),
        ("/courses/knots/lessons/splicing", "The course “Two knots” has no lesson “splicing”."),
        ("/courses/knots/quizzes/splicing", "The course “Two knots” has no quiz “splicing”."),
        ("/courses/knots/quizzes/ropes-check", "The course “Two knots” has no quiz “ropes-check”."),
        ("/attempts/4711", "You have no such attempt."),
        ("/attempts/4711/result", "You have no such attempt."),
        ("/attempts/4711/review", "You have no such attempt."),
        ("/attempts/99999999999", "There is no such page"),
    ],
)
def test_what_is_not_there_is_named(client: Browser, path: str, words: str) -> None:
    reply = client.get(path)
    assert reply.status_code == 404
    assert words in text_of(reply.text)


def test_my_courses_are_those_i_began(client: Browser) -> None:
    assert "Nothing begun yet" in text_of(client.get("/my").text)
    client.post(f"{LESSON}/read")
    text = text_of(client.get("/my").text)
    assert "Two knots" in text
    assert "Keras" not in text
