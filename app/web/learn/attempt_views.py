"""An open attempt as its pages show it. Nothing here holds a key: questions come from their open half."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from flask import url_for
from werkzeug.datastructures import MultiDict

from app.services.attempts.viewing import StoredAnswer, StoredAttempt
from app.web.answer_form import read_form, write_form
from app.web.questions import QuestionView, show_question, show_unreadable
from courseware.course import Course
from quizzes.interactions import question_of
from quizzes.quiz import Quiz
from quizzes.responses import JSON, Unreadable
from quizzes.text import to_plain

SUMMARY_LENGTH = 90


@dataclass(frozen=True, slots=True)
class Step:
    """A question in the navigator; `prompt` is Markdown."""

    number: int
    item_id: str
    anchor: str
    prompt: str
    is_answered: bool
    is_flagged: bool
    is_here: bool

    @property
    def words(self) -> str:
        """Return the start of the prompt's first paragraph, in plain text."""
        words = to_plain(self.prompt.strip().partition("\n\n")[0])
        return words if len(words) <= SUMMARY_LENGTH else words[:SUMMARY_LENGTH].rsplit(" ", 1)[0] + " …"


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question with what its page needs to save it.

    `sequence` is that of what is stored, `seen` a name for it, so that a form says what it was shown with.
    """

    view: QuestionView
    number: int
    sequence: int
    saved_at: datetime | None
    is_flagged: bool
    seen: str


@dataclass(frozen=True, slots=True)
class AttemptPage:
    """A page of an attempt; `number` is the question's where there is one a page.

    `save_url` is the address of one answer, with `__item__` where its item's id goes.
    """

    attempt_id: int
    number_of_attempt: int
    allowed: int
    course: str
    course_title: str
    quiz: str
    title: str
    layout: Literal["one-by-one", "all-on-one"]
    number: int | None
    save_url: str
    questions: tuple[OpenQuestion, ...]
    steps: tuple[Step, ...]

    @property
    def sequence(self) -> int:
        """Return the largest sequence that is stored for a question of this page."""
        return max((question.sequence for question in self.questions), default=0)

    @property
    def saved_at(self) -> datetime | None:
        """Return when an answer of this page was saved last."""
        return max((question.saved_at for question in self.questions if question.saved_at), default=None)

    @property
    def unanswered(self) -> tuple[Step, ...]:
        """Return the questions without an answer."""
        return tuple(step for step in self.steps if not step.is_answered)

    @property
    def flagged(self) -> tuple[Step, ...]:
        """Return the questions flagged for later."""
        return tuple(step for step in self.steps if step.is_flagged)


@dataclass(frozen=True, slots=True)
class Sent:
    """What a form held, and why some of its answers can't be read, by item."""

    form: MultiDict[str, str]
    unreadable: dict[str, Unreadable]


def attempt_page(
    attempt: StoredAttempt, course: Course, quiz: Quiz, *, number: int | None, sent: Sent | None = None
) -> AttemptPage:
    """Return the page of one question, or of all where `number` is None."""
    shown = [(place, answer) for place, answer in enumerate(attempt.answers, 1) if number is None or place == number]
    return AttemptPage(
        attempt_id=attempt.id,
        number_of_attempt=attempt.number,
        allowed=quiz.settings.attempts,
        course=course.slug,
        course_title=course.title,
        quiz=quiz.slug,
        title=quiz.title,
        layout=quiz.settings.layout,
        number=number,
        save_url=url_for("learn.save_one", attempt_id=attempt.id, item="item").removesuffix("item") + "__item__",
        questions=tuple(_open_question(attempt, course, answer, place, sent) for place, answer in shown),
        steps=tuple(_step(answer, place, number) for place, answer in enumerate(attempt.answers, 1)),
    )


def anchor_of(item_id: str) -> str:
    """Return where on its page a question stands."""
    return f"q-{item_id}"


def field_prefix(item_id: str) -> str:
    """Return what the names of an item's fields start with."""
    return f"{item_id}."


def seen_mark(raw: JSON) -> str:
    """Return a short name for a response, by which a form says what it was shown with."""
    return hashlib.sha256(json.dumps(raw, sort_keys=True).encode()).hexdigest()[:16]


def _open_question(
    attempt: StoredAttempt, course: Course, answer: StoredAnswer, number: int, sent: Sent | None
) -> OpenQuestion:
    item = answer.item
    question = question_of(item)
    return OpenQuestion(
        view=_view(attempt, course, answer, number, sent),
        number=number,
        sequence=answer.sequence,
        saved_at=answer.saved_at,
        is_flagged=answer.flagged,
        seen=seen_mark(read_form(question, write_form(question, answer.response))),
    )


def _view(attempt: StoredAttempt, course: Course, answer: StoredAnswer, number: int, sent: Sent | None) -> QuestionView:
    item = answer.item
    total = len(attempt.answers)
    if sent and item.id in sent.unreadable:
        return show_unreadable(
            item,
            seed=attempt.seed,
            form=sent.form,
            unreadable=sent.unreadable[item.id],
            name=field_prefix(item.id),
            number=number,
            total=total,
            marks=course.marks,
        )
    return show_question(
        item,
        seed=attempt.seed,
        response=answer.response,
        name=field_prefix(item.id),
        number=number,
        total=total,
        marks=course.marks,
    )


def _step(answer: StoredAnswer, number: int, here: int | None) -> Step:
    return Step(
        number=number,
        item_id=answer.item.id,
        anchor=anchor_of(answer.item.id),
        prompt=answer.item.prompt,
        is_answered=answer.is_answered,
        is_flagged=answer.flagged,
        is_here=number == here,
    )
