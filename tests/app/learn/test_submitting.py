"""Submit an attempt, once; marks typed by hand."""

from datetime import timedelta
from fractions import Fraction

import pytest
from sqlalchemy.orm import Session

from app.models import Answer, Attempt, AttemptState
from app.services.attempts.submitting import AlreadyClosed, Submitted, submit_attempt
from app.services.attempts.viewing import find_attempt
from app.services.people import Identity
from courseware.course import Course
from quizzes.quiz import Quiz
from tests.app.learn.attempting import RIGHT, begin, response, right_answer, save
from tests.conftest import START

# Item, what is said in the words of the page, and the marks it earns by the bank.
PARTLY: list[tuple[str, object, Fraction]] = [
    ("costs-strength", ["A knot"], Fraction(1)),
    ("costs-strength", ["A knot", "Wear", "Its colour"], Fraction(1)),
    ("costs-strength", ["A knot", "Its colour"], Fraction(0)),
    ("which-load", {"A loop around a person": "[Bowline]{.bowline}"}, Fraction(1, 3)),
    ("part-names", {"Working end": "You tie with it", "Loop": "It gives the colour"}, Fraction(1, 3)),
    (
        "bowline-order",
        [
            "Pass the end up through it",
            "Make a small loop",
            "Take it around the standing part",
            "Pass it back down",
        ],
        Fraction(1, 2),
    ),
    ("fill-steps", {"first": "up", "last": "up"}, Fraction(1, 3)),
    ("breaking-load", "400", Fraction(1, 4)),
    ("breaking-load", "606", Fraction(1)),
    ("breaking-load", "607", Fraction(0)),
    ("part-word", "Standing", Fraction(1, 2)),
    ("part-word", " The  Standing PART ", Fraction(1)),
    ("wrong-step", ["make a small loop"], Fraction(0)),
]


def answer_all(session: Session, tying: Quiz, learner: Identity, attempt_id: int) -> None:
    for item in tying.items:
        save(session, learner, attempt_id, item.id, right_answer(item))


def test_right_answers_earn_every_point(session: Session, knots: Course, tying: Quiz, learner: Identity) -> None:
    attempt_id = begin(session, knots, tying, learner)
    answer_all(session, tying, learner, attempt_id)
    submitted = submit_attempt(session, attempt_id, learner.id, 60, now=START + timedelta(hours=1))
    assert submitted == Submitted(attempt_id, Fraction(13), 13, passed=True)
    attempt = find_attempt(session, attempt_id)
    assert attempt is not None
    assert attempt.state is AttemptState.SUBMITTED
    assert attempt.submitted_at == START + timedelta(hours=1)
    assert {answer.item.id: answer.score for answer in attempt.answers} == dict.fromkeys(RIGHT, Fraction(1))


def test_an_empty_attempt_earns_nothing(session: Session, knots: Course, tying: Quiz, learner: Identity) -> None:
    attempt_id = begin(session, knots, tying, learner)
    assert submit_attempt(session, attempt_id, learner.id, 60, now=START) == Submitted(
        attempt_id, Fraction(0), 13, passed=False
    )


@pytest.mark.parametrize(("item_id", "said", "earned"), PARTLY)
def test_part_of_an_answer_earns_its_part(
    session: Session, knots: Course, tying: Quiz, learner: Identity, item_id: str, said: object, earned: Fraction
) -> None:
    attempt_id = begin(session, knots, tying, learner)
    item = next(item for item in tying.items if item.id == item_id)
    save(session, learner, attempt_id, item_id, response(item, said))
    submitted = submit_attempt(session, attempt_id, learner.id, 60, now=START)
    assert isinstance(submitted, Submitted)
    assert submitted.earned == earned
    assert session.get_one(Answer, (attempt_id, item_id)).score == earned / item.points


def test_a_second_submission_changes_nothing(session: Session, knots: Course, tying: Quiz, learner: Identity) -> None:
    attempt_id = begin(session, knots, tying, learner)
    answer_all(session, tying, learner, attempt_id)
    submit_attempt(session, attempt_id, learner.id, 60, now=START)
    session.commit()
    again = submit_attempt(session, attempt_id, learner.id, 100, now=START + timedelta(days=1))
    session.commit()
    assert again == AlreadyClosed()
    attempt = session.get_one(Attempt, attempt_id)
    assert (attempt.submitted_at, attempt.earned, attempt.passed) == (START, Fraction(13), True)


def test_somebody_elses_attempt_cant_be_submitted(
    session: Session, knots: Course, tying: Quiz, learner: Identity, other_learner: Identity
) -> None:
    attempt_id = begin(session, knots, tying, learner)
    assert submit_attempt(session, attempt_id, other_learner.id, 60, now=START) is None
    assert submit_attempt(session, 4711, learner.id, 60, now=START) is None
    assert session.get_one(Attempt, attempt_id).state is AttemptState.OPEN


@pytest.mark.parametrize(("pass_percent", "passed"), [(15, True), (16, False)])
def test_the_exact_share_decides_whether_it_is_passed(
    session: Session, knots: Course, tying: Quiz, learner: Identity, pass_percent: int, passed: bool
) -> None:
    # 2 of 13 points are 15.38 %: more than 15, less than 16.
    attempt_id = begin(session, knots, tying, learner)
    item = next(item for item in tying.items if item.id == "costs-strength")
    save(session, learner, attempt_id, item.id, right_answer(item))
    submitted = submit_attempt(session, attempt_id, learner.id, pass_percent, now=START)
    assert isinstance(submitted, Submitted)
    assert submitted.passed is passed
