"""The columns of every file that an instructor can take away: what stands in each, in one place.

Their names are words of the files and stay as they are in every language; the page of files explains them.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from flask_babel import lazy_gettext

from app.services.board import Board, BoardRow, Need
from app.services.learner_record import AttemptLine
from app.services.quiz_answers import CohortAttempt, GradedAnswer
from app.services.roster import RosterRow
from app.web.teach.csv_file import Cell, CsvColumn
from quizzes.interactions import Item
from quizzes.scoring import marks, percent
from quizzes.text import to_plain
from quizzes.wording import answer_words


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One line of the file of answers."""

    attempt: CohortAttempt
    answer: GradedAnswer
    item: Item


def _share(share: Fraction | None) -> Cell:
    return None if share is None else percent(share, 1)


def _marks(earned: Fraction | None) -> Cell:
    return None if earned is None else marks(earned, 1)


def _earned_share(earned: Fraction | None, points: int) -> Cell:
    return None if earned is None else percent(earned, points)


ROSTER: tuple[CsvColumn[RosterRow], ...] = (
    CsvColumn("name", lazy_gettext("The learner’s name."), lambda row: row.name),
    CsvColumn("email", lazy_gettext("Their e-mail; empty for a guest."), lambda row: row.email),
    CsvColumn("status", lazy_gettext("joined, invited or guest."), lambda row: row.status),
    CsvColumn("added_at", lazy_gettext("When they were added, in UTC."), lambda row: row.enrolled_at),
)

ATTEMPTS: tuple[CsvColumn[AttemptLine], ...] = (
    CsvColumn("quiz", lazy_gettext("The quiz by its short name."), lambda row: row.quiz),
    CsvColumn("title", lazy_gettext("The quiz by its title."), lambda row: row.title),
    CsvColumn("attempt", lazy_gettext("The number of the attempt, from 1."), lambda row: row.number),
    CsvColumn("state", lazy_gettext("open, submitted or set-aside."), lambda row: row.state.value),
    CsvColumn("started_at", lazy_gettext("When it was begun, in UTC."), lambda row: row.started_at),
    CsvColumn("submitted_at", lazy_gettext("When it was submitted, in UTC."), lambda row: row.submitted_at),
    CsvColumn("marks", lazy_gettext("Points earned."), lambda row: _marks(row.earned)),
    CsvColumn("points", lazy_gettext("Points that could be earned."), lambda row: row.points),
    CsvColumn("percent", lazy_gettext("Marks in percent of the points."), lambda row: _share(row.share)),
    CsvColumn("passed", lazy_gettext("yes or no; empty until submitted."), lambda row: row.passed),
)

MARKS: tuple[CsvColumn[CohortAttempt], ...] = (
    CsvColumn("name", lazy_gettext("The learner’s name."), lambda row: row.name),
    CsvColumn("email", lazy_gettext("Their e-mail; empty for a guest."), lambda row: row.email),
    CsvColumn("attempt", lazy_gettext("The number of the attempt, from 1."), lambda row: row.number),
    CsvColumn("started_at", lazy_gettext("When it was begun, in UTC."), lambda row: row.started_at),
    CsvColumn("submitted_at", lazy_gettext("When it was submitted, in UTC."), lambda row: row.submitted_at),
    CsvColumn("marks", lazy_gettext("Points earned."), lambda row: _marks(row.earned)),
    CsvColumn("points", lazy_gettext("Points that could be earned."), lambda row: row.points),
    CsvColumn(
        "percent",
        lazy_gettext("Marks in percent of the points."),
        lambda row: _earned_share(row.earned, row.points),
    ),
    CsvColumn("passed", lazy_gettext("yes or no."), lambda row: row.passed),
)

ANSWERS: tuple[CsvColumn[AnswerRow], ...] = (
    CsvColumn("name", lazy_gettext("The learner’s name."), lambda row: row.attempt.name),
    CsvColumn("email", lazy_gettext("Their e-mail; empty for a guest."), lambda row: row.attempt.email),
    CsvColumn("attempt", lazy_gettext("The number of the attempt, from 1."), lambda row: row.attempt.number),
    CsvColumn("position", lazy_gettext("The question’s place in the attempt."), lambda row: row.answer.position),
    CsvColumn("item", lazy_gettext("The question by its id."), lambda row: row.answer.item_id),
    CsvColumn("kind", lazy_gettext("The kind of question."), lambda row: row.item.kind),
    CsvColumn(
        "revision",
        lazy_gettext("Which wording of the question was asked: it changes whenever the question does."),
        lambda row: row.answer.revision[:12],
    ),
    CsvColumn("question", lazy_gettext("The question’s prompt."), lambda row: to_plain(row.item.prompt)),
    CsvColumn(
        "answer",
        lazy_gettext("What was answered, in words; empty where nothing was."),
        lambda row: answer_words(row.item, row.answer.response),
    ),
    CsvColumn("score", lazy_gettext("The score, from 0 to 100 percent."), lambda row: _share(row.answer.score)),
    CsvColumn("marks", lazy_gettext("Points earned."), lambda row: marks(row.answer.score, row.item.points)),
    CsvColumn("points", lazy_gettext("Points that could be earned."), lambda row: row.item.points),
    CsvColumn(
        "tries", lazy_gettext("How often a check was answered; 0 in a graded quiz."), lambda row: row.answer.tries
    ),
)


def board_columns(board: Board) -> tuple[CsvColumn[BoardRow], ...]:
    """Return the columns of a board's file: one for each lesson and three for each quiz."""
    return (
        CsvColumn("name", lazy_gettext("The learner’s name."), lambda row: row.name),
        CsvColumn("email", lazy_gettext("Their e-mail; empty for a guest."), lambda row: row.email),
        CsvColumn("status", lazy_gettext("joined, invited or guest."), lambda row: row.status),
        *(_lesson_column(lesson.slug, place) for place, lesson in enumerate(board.lessons)),
        *(column for place, quiz in enumerate(board.quizzes) for column in _quiz_columns(quiz.slug, place)),
        CsvColumn(
            "last_activity_at", lazy_gettext("The last activity in the course, in UTC."), lambda row: row.last_at
        ),
        CsvColumn(
            "quiet_days", lazy_gettext("Full days since then, or since they were added."), lambda row: row.quiet_days
        ),
        CsvColumn(
            "needs_a_hand",
            lazy_gettext("quiet, stuck, both or nothing: the rule stands on the board."),
            lambda row: " ".join(need.value for need in Need if need in row.needs),
        ),
    )


def _lesson_column(slug: str, place: int) -> CsvColumn[BoardRow]:
    meaning = lazy_gettext("How far the lesson is read: not-yet, opened, read or checked.")
    return CsvColumn(f"lesson:{slug}", meaning, lambda row: row.lessons[place].value)


def _quiz_columns(slug: str, place: int) -> tuple[CsvColumn[BoardRow], ...]:
    def cell(row: BoardRow) -> Any:
        return row.quizzes[place]

    return (
        CsvColumn(
            f"quiz:{slug}:percent",
            lazy_gettext("Marks that count for the quiz, in percent of its points; empty before the first attempt."),
            lambda row: _share(cell(row).share),
        ),
        CsvColumn(
            f"quiz:{slug}:attempts",
            lazy_gettext("How many attempts at the quiz were submitted."),
            lambda row: cell(row).tries,
        ),
        CsvColumn(
            f"quiz:{slug}:passed",
            lazy_gettext("Whether the quiz is passed: yes or no."),
            lambda row: cell(row).passed,
        ),
    )
