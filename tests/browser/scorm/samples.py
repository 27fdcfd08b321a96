"""Packages to play, and the steps of a learner through them."""

from collections.abc import Iterator
from functools import cache

from playwright.sync_api import Frame, Locator, Page, expect

from courseware.packages import packages
from quizzes.exports import formats, prepare
from tests.quizzes.exports.samples import opened
from tests.quizzes.roots import library

FORMATS = {"1.2": "scorm12", "2004": "scorm2004"}
PAUSE_MS = 800


@cache
def quiz_files(version: str, course: str = "knots", quiz: str = "tying") -> dict[str, bytes]:
    bank = library().courses[course].bank
    package = opened(formats()[FORMATS[version]].write(prepare(bank, bank.quizzes[quiz])))
    return {entry.filename: package.read(entry) for entry in package.infolist()}


@cache
def course_files(version: str, course: str = "knots") -> dict[str, bytes]:
    package = opened(packages()[FORMATS[version]].write(library().courses[course]))
    return {entry.filename: package.read(entry) for entry in package.infolist()}


def pause(frame: Frame | Page) -> None:
    """Do nothing for longer than a learner may before what was done is kept."""
    # The page's own clock: of two of its timers the shorter one is over first, however slow the machine is.
    frame.evaluate("ms => new Promise((done) => setTimeout(done, ms))", PAUSE_MS)


def begin(frame: Frame | Page) -> None:
    frame.get_by_role("button", name="Begin").click()
    steps(frame)


def steps(frame: Frame | Page) -> Locator:
    """Wait until a quiz asks, and return its steps: none where all questions stand on one page.

    The page is drawn some time after the press that leads to it, so nothing on it may be counted before.
    """
    expect(frame.locator("form .question").first).to_be_visible()
    return frame.locator(".steps button")


def leave_question(frame: Frame | Page) -> None:
    frame.locator(".bar button.go").click()


def open_step(frame: Frame | Page, step: int) -> None:
    """Go to a question by its place, from 0, and wait until it stands there."""
    frame.locator(".steps button").nth(step).click()
    expect(frame.locator(".steps button").nth(step)).to_have_attribute("aria-current", "step")


def open_each(frame: Frame | Page) -> Iterator[int]:
    """Go to each question in turn, and give its place, from 0."""
    for step in range(steps(frame).count()):
        open_step(frame, step)
        yield step


def go_to(frame: Frame | Page, question: str) -> None:
    """Go to the question whose prompt has these words; the order of questions is shuffled."""
    for _ in open_each(frame):
        if question in frame.locator(".question .lead").first.inner_text():
            return
    raise AssertionError(question)


def review(frame: Frame | Page) -> None:
    """Go to the look over all answers."""
    if number := steps(frame).count():
        open_step(frame, number - 1)
    leave_question(frame)
    expect(frame.get_by_role("heading", name="Before you submit")).to_be_visible()


def submit(frame: Frame | Page) -> None:
    review(frame)
    frame.get_by_role("button", name="Submit").click()
    expect(frame.get_by_role("heading", level=1)).to_contain_text("Result: ")


def answer_everything(frame: Frame | Page) -> None:
    """Give each question some answer: the first of its options, the order as it stands, a number."""
    for _ in open_each(frame):
        if frame.locator("cw-order").count():
            frame.get_by_role("button", name="Keep this order").click()
        for number, menu in enumerate(frame.locator(".gap-text select, .pair select").all(), 1):
            within = menu.locator("option").count() - 1
            menu.select_option(index=min(number, within))
        for group in frame.locator(".question [role=radiogroup]").all():
            group.locator("input").first.check()
        if frame.locator(".question [type=checkbox]").count():
            frame.locator(".question [type=checkbox]").first.check()
        if frame.locator(".entry input").count():
            frame.locator(".entry input").fill("42")
