"""When answers are due, as the quiz says."""

from dataclasses import replace
from fractions import Fraction

import msgspec
import pytest
from sqlalchemy.orm import Session

from app.models import AttemptState
from app.services.attempts.reviewing import Reason, review_of
from app.services.attempts.submitting import submit_attempt
from app.services.people import Identity
from app.services.standing import Finished, QuizMark, find_standing
from courseware.course import Course
from quizzes.quiz import Review, Settings
from tests.app.learn.attempting import begin, right_answer, save
from tests.conftest import START

HALF, FULL = Fraction(5), Fraction(10)
CASES: list[tuple[Review, int, list[Fraction], int | None, Reason]] = [
    # policy, attempts allowed, earned of 10 in each submitted attempt, id of an open one, what is said of the first
    ("after-submit", 2, [HALF], None, "due"),
    ("after-submit", 2, [HALF], 99, "due"),
    ("after-last", 2, [HALF], None, "attempts-left"),
    ("after-last", 2, [HALF], 99, "attempts-left"),
    ("after-last", 2, [HALF, HALF], None, "due"),
    ("after-last", 2, [HALF, FULL], None, "due"),
    ("after-last", 3, [HALF, FULL], None, "due"),
    ("after-last", 0, [HALF, HALF, HALF], None, "attempts-left"),
    ("after-last", 0, [HALF, FULL], None, "due"),
    # Merged work can be more than is allowed, with one still open.
    ("after-last", 1, [HALF], 99, "attempts-left"),
    ("marks-only", 1, [HALF], None, "marks-only"),
    ("marks-only", 1, [FULL], None, "marks-only"),
]


@pytest.mark.parametrize(("policy", "allowed", "earned", "open_id", "reason"), CASES)
def test_answers_are_due_as_the_quiz_says(
    policy: Review, allowed: int, earned: list[Fraction], open_id: int | None, reason: Reason
) -> None:
    settings = Settings(title="T", attempts=allowed, review=policy)
    finished = tuple(Finished(number, number, share, 10, False, START) for number, share in enumerate(earned, 1))
    assert review_of(settings, QuizMark(finished, open_id), 1) == reason


@pytest.mark.parametrize("policy", ["after-submit", "after-last", "marks-only"])
def test_nothing_is_due_of_an_attempt_that_is_not_submitted(policy: Review) -> None:
    settings = Settings(title="T", attempts=1, review=policy)
    finished = (Finished(1, 1, FULL, 10, True, START),)
    assert review_of(settings, QuizMark(finished, 2), 2) == "not-submitted"
    assert review_of(settings, QuizMark(finished), 3) == "not-submitted"


def test_an_attempt_set_aside_is_in_no_standing(session: Session, knots: Course, learner: Identity) -> None:
    tying = knots.bank.quizzes["tying"]
    attempt_id = begin(session, knots, tying, learner)
    session.connection().exec_driver_sql("UPDATE attempt SET state = 'set-aside'")
    session.commit()
    assert find_standing(session, knots, learner.id).quizzes == {}
    assert AttemptState.SET_ASIDE == "set-aside"
    assert begin(session, knots, tying, learner) != attempt_id


@pytest.mark.parametrize(
    ("rule", "share"),
    [("best", Fraction(2, 13)), ("first", Fraction(2, 13)), ("last", Fraction(1, 13)), ("mean", Fraction(3, 26))],
)
def test_the_attempt_counts_that_the_quiz_says(
    session: Session, knots: Course, learner: Identity, rule: str, share: Fraction
) -> None:
    tying = knots.bank.quizzes["tying"]
    for item_id in ("costs-strength", "loop-slips"):  # worth 2 points, then 1
        attempt_id = begin(session, knots, tying, learner)
        item = next(item for item in tying.items if item.id == item_id)
        save(session, learner, attempt_id, item_id, right_answer(item))
        submit_attempt(session, attempt_id, learner.id, 60, now=START)
        session.commit()
    counts = msgspec.structs.replace(tying.settings, counts=rule)
    course = with_settings(knots, counts)
    assert find_standing(session, course, learner.id).counting_share(course, "tying") == share


def with_settings(course: Course, settings: Settings) -> Course:
    """The course with other settings for its quiz “tying”."""
    quizzes = dict(course.bank.quizzes)
    quizzes["tying"] = replace(quizzes["tying"], settings=settings)
    return replace(course, bank=replace(course.bank, quizzes=quizzes))
