"""Takes the README's pictures from the product itself: `python -m tests.browser.take_pictures`.

The people in them are made up and called Learner A to D; what they answered is drawn from the specimens.
"""

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright

from app import create_app
from app.config import Instance, Settings
from app.db import db
from app.migrating import migrate
from app.models import Cohort, CohortInstructor, Enrolment, Person, Role
from app.services.attempts.beginning import Begun, begin_attempt
from app.services.attempts.saving import Given, Writer, save_answer
from app.services.attempts.served import ServedItems
from app.services.attempts.submitting import submit_attempt
from app.services.attempts.viewing import own_attempt
from app.services.passwords import hash_password
from app.services.progress import note_read
from courseware.course import Course
from courseware.library import OWN_ROOT, read_library
from quizzes.paper import shuffled
from tests.browser.live import SECRET, live

PICTURES = Path(__file__).parent / "pictures"
COURSE = "deep-learning-frameworks"
EMAIL, PASSWORD = "instructor@example.org", "a password for pictures"
# How far each learner came, how many of ten answers are right, and how many days ago.
LEARNERS = (("Learner A", 6, 9, 1), ("Learner B", 2, 5, 9), ("Learner C", 5, 8, 2), ("Learner D", 4, 7, 3))
SIZE = {"width": 1280, "height": 860}


def main() -> None:
    """Stage a cohort, open the four pages and keep a picture of each."""
    PICTURES.mkdir(exist_ok=True)
    library = read_library((OWN_ROOT,))
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Instance(Path(folder), Settings(), SECRET), library)
        migrate(app)
        with app.app_context():
            cohort = stage(app, library.courses[COURSE])
        with live(Path(folder), library) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            take_lesson(browser, address)
            take_result(browser, address)
            take_teaching(browser, address, cohort)
            browser.close()


def stage(app: Flask, course: Course) -> int:
    """Put an instructor, four learners and their work into the database; return the cohort's id."""
    now = datetime.now(UTC)
    instructor = person("The instructor", EMAIL, Role.INSTRUCTOR, now)
    cohort = Cohort(course=course.slug, name="Autumn 2026", join_code="pictures", created_at=now)
    db.session.add(cohort)
    db.session.flush()
    db.session.add(CohortInstructor(cohort_id=cohort.id, person_id=instructor.id))
    for name, lessons, right_of_ten, days in LEARNERS:
        at = now - timedelta(days=days)
        learner = person(name, f"{name[-1].lower()}@example.org", Role.LEARNER, at)
        db.session.add(Enrolment(cohort_id=cohort.id, person_id=learner.id, enrolled_at=at))
        for lesson in course.lessons[:lessons]:
            note_read(db.session, learner.id, course.slug, lesson.slug, now=at)
            if lesson.quiz:
                take_quiz(course, lesson.quiz, learner, right_of_ten, at)
    db.session.commit()
    return cohort.id


def person(name: str, email: str, role: Role, at: datetime) -> Person:
    """Add an account."""
    made = Person(
        name=name,
        email=email,
        role=role,
        session_key=email,
        created_at=at,
        seen_at=at,
        password_hash=hash_password(PASSWORD),
    )
    db.session.add(made)
    db.session.commit()
    return made


def take_quiz(course: Course, slug: str, learner: Person, right_of_ten: int, at: datetime) -> None:
    """Submit one attempt, with so many of ten answers right."""
    quiz = course.bank.quizzes[slug]
    begun = begin_attempt(db.session, course.bank, quiz, learner.id, now=at, seed=f"{learner.name} {slug}")
    db.session.commit()
    attempt = own_attempt(db.session, begun.attempt_id, learner.id) if isinstance(begun, Begun) else None
    if attempt is None:
        raise RuntimeError(f"{learner.name} could not begin {slug}")
    specimens = {item: found for other in course.bank.quizzes.values() for item, found in other.specimens.items()}
    served, writer = ServedItems(), Writer(learner.id, learner.session_key)
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for number, answer in enumerate(attempt.answers):
            readable = [one for one in specimens[answer.item.id] if one.score is not None and one.response]
            is_right = (number * 7 + len(learner.name + slug)) % 10 < right_of_ten
            fitting = [one for one in readable if (one.score == 1) == is_right]
            chosen = shuffled([one.name for one in fitting], learner.name, slug, answer.item.id)[0]
            response = next(one.response for one in fitting if one.name == chosen)
            given = Given(attempt.id, answer.item.id, response, int(at.timestamp() * 1000))
            save_answer(connection, served, writer, given, now=at)
    submit_attempt(db.session, attempt.id, learner.id, quiz.settings.pass_percent, now=at)
    db.session.commit()


def take_lesson(browser: Browser, address: str) -> None:
    """Keep a picture of a lesson, as a guest sees it."""
    page = browser.new_page(viewport=SIZE)
    page.goto(f"{address}/courses/{COURSE}/lessons/pytorch")
    page.evaluate("document.querySelector('#dynamic-graph').scrollIntoView({behavior: 'instant'})")
    page.screenshot(path=PICTURES / "lesson.png")


def take_result(browser: Browser, address: str) -> None:
    """Keep a picture of a wrong answer with its reason, as its learner sees it after submitting."""
    page = signed_in(browser, address, "b@example.org")
    page.goto(f"{address}/my/attempts")
    page.click("main a[href*='/attempts/']")
    page.wait_for_url("**/result")
    question = page.locator(".question", has=page.locator(".choices.list > .choice.wrong")).first
    question.evaluate("element => element.scrollIntoView({behavior: 'instant'})")
    page.screenshot(path=PICTURES / "quiz.png")


def signed_in(browser: Browser, address: str, email: str) -> Page:
    """Return a page of somebody's own."""
    page = browser.new_page(viewport=SIZE)
    page.goto(f"{address}/account/sign-in")
    page.fill("input[name=email]", email)
    page.fill("input[name=password]", PASSWORD)
    with page.expect_navigation():
        page.click("main button[type=submit]")
    return page


def take_teaching(browser: Browser, address: str, cohort: int) -> None:
    """Keep pictures of the board and of an export's report, as the instructor sees them."""
    page = signed_in(browser, address, EMAIL)
    page.goto(f"{address}/teach/cohorts/{cohort}")
    page.screenshot(path=PICTURES / "board.png")
    page.goto(f"{address}/teach/quizzes/{COURSE}/keras/export/moodle-xml")
    page.screenshot(path=PICTURES / "export.png")


if __name__ == "__main__":
    main()
