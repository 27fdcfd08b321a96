"""Begin an attempt: one at a time, as many as the quiz allows."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db import db
from app.models import Answer, Attempt, ItemRevision
from app.services.attempts.beginning import Begun, NoAttemptsLeft, begin_attempt
from app.services.attempts.submitting import submit_attempt
from app.services.attempts.viewing import own_attempt
from app.services.people import Identity
from courseware.course import Course
from quizzes.quiz import Quiz
from tests.app.learn.attempting import POINTS, begin
from tests.conftest import START


def test_an_attempt_holds_every_item_of_the_quiz_and_its_points(
    session: Session, knots: Course, tying: Quiz, learner: Identity
) -> None:
    attempt = own_attempt(session, begin(session, knots, tying, learner), learner.id)
    assert attempt is not None
    assert (attempt.number, attempt.points, attempt.is_open) == (1, POINTS, True)
    assert {answer.item.id for answer in attempt.answers} == {item.id for item in tying.items}
    assert [answer.position for answer in attempt.answers] == list(range(1, 13))
    assert not any(answer.is_answered or answer.flagged for answer in attempt.answers)


def test_beginning_twice_gives_the_same_attempt(
    session: Session, knots: Course, tying: Quiz, learner: Identity
) -> None:
    first = begin_attempt(session, knots.bank, tying, learner.id, now=START, seed="one")
    second = begin_attempt(session, knots.bank, tying, learner.id, now=START, seed="two")
    assert isinstance(first, Begun)
    assert second == Begun(first.attempt_id, resumed=True)
    assert not first.resumed


def test_two_people_have_attempts_of_their_own(
    session: Session, knots: Course, tying: Quiz, learner: Identity, other_learner: Identity
) -> None:
    assert begin(session, knots, tying, learner) != begin(session, knots, tying, other_learner)


def test_a_third_attempt_is_refused_where_two_are_allowed(
    session: Session, knots: Course, tying: Quiz, learner: Identity
) -> None:
    for number in (1, 2):
        attempt_id = begin(session, knots, tying, learner)
        assert session.get_one(Attempt, attempt_id).number == number
        submit_attempt(session, attempt_id, learner.id, 60, now=START + timedelta(hours=number))
        session.commit()
    third = begin_attempt(session, knots.bank, tying, learner.id, now=START, seed="three")
    assert third == NoAttemptsLeft(2)
    assert session.scalar(select(func.count()).select_from(Attempt)) == 2


def test_a_quiz_without_a_limit_can_always_begin(session: Session, knots: Course, learner: Identity) -> None:
    final = knots.bank.quizzes["final"]
    for number in range(1, 5):
        attempt_id = begin(session, knots, final, learner, seed=str(number))
        submit_attempt(session, attempt_id, learner.id, 50, now=START)
        session.commit()
    assert session.scalar(select(func.max(Attempt.number))) == 4


def test_items_are_kept_once_however_many_attempts_hold_them(
    session: Session, knots: Course, tying: Quiz, learner: Identity, other_learner: Identity
) -> None:
    begin(session, knots, tying, learner)
    begin(session, knots, tying, other_learner)
    assert session.scalar(select(func.count()).select_from(ItemRevision)) == 12
    assert session.scalar(select(func.count()).select_from(Answer)) == 24


def test_a_drawn_paper_has_as_many_items_as_the_quiz_says(session: Session, knots: Course, learner: Identity) -> None:
    final = knots.bank.quizzes["final"]
    attempt = own_attempt(session, begin(session, knots, final, learner), learner.id)
    assert attempt is not None
    assert len({answer.item.id for answer in attempt.answers}) == 3


@pytest.mark.parametrize("round_", range(3))
def test_tabs_that_begin_at_once_get_one_attempt(
    app: Flask, session: Session, knots: Course, tying: Quiz, learner: Identity, round_: int
) -> None:
    def begin_in_a_tab(number: int) -> int:
        with app.app_context():
            begun = begin_attempt(db.session, knots.bank, tying, learner.id, now=START, seed=f"{round_} {number}")
            db.session.commit()
        assert isinstance(begun, Begun)
        return begun.attempt_id

    with ThreadPoolExecutor(4) as tabs:
        assert len(set(tabs.map(begin_in_a_tab, range(4)))) == 1
    assert session.scalar(select(func.count()).select_from(Attempt)) == 1
    assert session.scalar(select(func.count()).select_from(Answer)) == 12
