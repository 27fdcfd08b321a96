"""Save an answer: idempotent, in order, and only into one's own open attempt."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from fractions import Fraction
from threading import Event

import pytest
from flask import Flask
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db import db
from app.models import Answer, Attempt, ItemRevision, Person
from app.services.attempts.saving import Closed, Given, NotTheirs, Saved, Writer, milliseconds, save_answer
from app.services.attempts.served import ServedItems
from app.services.attempts.submitting import Submitted, submit_attempt
from app.services.people import Identity
from courseware.course import Course
from quizzes.quiz import Quiz
from quizzes.responses import JSON, Unreadable
from tests.app.learn.attempting import begin, save
from tests.conftest import START

NOW = milliseconds(START)


@pytest.fixture
def attempt_id(session: Session, knots: Course, tying: Quiz, learner: Identity) -> int:
    """An open attempt of the learner's at “tying”."""
    return begin(session, knots, tying, learner)


def stored(session: Session, attempt_id: int, item: str = "part-word") -> tuple[JSON, int]:
    """What is stored for an item, and its sequence."""
    session.expire_all()
    answer = session.get_one(Answer, (attempt_id, item))
    return answer.response, answer.sequence


def said(text: str) -> JSON:
    return {"answer": text}


def test_an_answer_is_stored(session: Session, learner: Identity, attempt_id: int) -> None:
    assert save(session, learner, attempt_id, "part-word", said("rope"), NOW) == Saved(START)
    assert stored(session, attempt_id) == (said("rope"), NOW)


def test_a_repeated_save_changes_nothing(session: Session, learner: Identity, attempt_id: int) -> None:
    save(session, learner, attempt_id, "part-word", said("rope"), NOW)
    again = save(session, learner, attempt_id, "part-word", said("rope"), NOW)
    assert again == Saved(START)
    assert stored(session, attempt_id) == (said("rope"), NOW)


def test_a_late_save_does_not_overwrite_a_newer_one(session: Session, learner: Identity, attempt_id: int) -> None:
    save(session, learner, attempt_id, "part-word", said("newer"), NOW + 2)
    late = save(session, learner, attempt_id, "part-word", said("older"), NOW + 1)
    assert late == Saved(START, superseded=True)
    assert stored(session, attempt_id) == (said("newer"), NOW + 2)


def test_of_two_tabs_the_later_wins(session: Session, learner: Identity, attempt_id: int) -> None:
    save(session, learner, attempt_id, "part-word", said("first tab"), NOW + 1)
    save(session, learner, attempt_id, "part-word", said("second tab"), NOW + 2)
    assert stored(session, attempt_id) == (said("second tab"), NOW + 2)


def test_a_form_without_a_sequence_is_the_last_word(session: Session, learner: Identity, attempt_id: int) -> None:
    save(session, learner, attempt_id, "part-word", said("by a script"), NOW + 3000)
    save(session, learner, attempt_id, "part-word", said("by a form"))
    assert stored(session, attempt_id) == (said("by a form"), NOW + 3001)


def test_a_clock_that_runs_ahead_does_not_shut_out_other_devices(
    session: Session, learner: Identity, attempt_id: int
) -> None:
    next_year = milliseconds(START + timedelta(days=365))
    save(session, learner, attempt_id, "part-word", said("from a wrong clock"), next_year)
    writer = Writer(learner.id, learner.session_key)
    later = START + timedelta(minutes=1)
    given = Given(attempt_id, "part-word", said("from a right clock"), milliseconds(later))
    saved = save_answer(session.connection(), ServedItems(), writer, given, now=later)
    session.commit()
    assert saved == Saved(later)
    assert stored(session, attempt_id)[0] == said("from a right clock")


@pytest.mark.parametrize("raw", [None, {}, {"answer": ""}, {"answer": "  "}])
def test_an_answer_can_be_taken_back(session: Session, learner: Identity, attempt_id: int, raw: JSON) -> None:
    save(session, learner, attempt_id, "part-word", said("rope"), NOW)
    assert save(session, learner, attempt_id, "part-word", raw, NOW + 1) == Saved(START)
    assert stored(session, attempt_id)[0] == (raw or {})


@pytest.mark.parametrize(
    ("item", "raw"),
    [
        ("breaking-load", {"answer": "six hundred"}),
        ("breaking-load", {"answer": "NaN"}),
        ("breaking-load", {"answer": "1,000"}),
        ("breaking-load", {"other": "600"}),
        ("breaking-load", ["600"]),
        ("part-word", {"answer": "a\0b"}),
        ("part-word", {"answer": "a" * 10_001}),
        ("part-word", {"answer": 5}),
        ("which-loop", {"answer": ["no such key"]}),
        ("which-loop", {"answer": "no list"}),
        ("bowline-order", {"answer": []} | {"x": []}),
        ("part-names", {"answer": {"no": "such"}}),
        ("fill-steps", {"answer": {"first": "nothing"}}),
    ],
)
def test_what_cant_be_read_is_not_stored_and_keeps_the_answer_before(
    session: Session, learner: Identity, attempt_id: int, item: str, raw: JSON
) -> None:
    before = {"breaking-load": said("600"), "part-word": said("rope")}.get(item)
    if before is not None:
        save(session, learner, attempt_id, item, before, NOW)
    assert isinstance(save(session, learner, attempt_id, item, raw, NOW + 1), Unreadable)
    assert stored(session, attempt_id, item)[0] == before


def test_somebody_else_cant_save(session: Session, learner: Identity, other_learner: Identity, attempt_id: int) -> None:
    save(session, learner, attempt_id, "part-word", said("mine"), NOW)
    assert save(session, other_learner, attempt_id, "part-word", said("theirs"), NOW + 1) == NotTheirs()
    assert save(session, other_learner, attempt_id, "breaking-load", said("junk"), NOW + 1) == NotTheirs()
    assert stored(session, attempt_id)[0] == said("mine")


def test_an_ended_session_cant_save(session: Session, learner: Identity, attempt_id: int) -> None:
    session.execute(update(Person).where(Person.id == learner.id).values(session_key="another"))
    session.commit()
    assert save(session, learner, attempt_id, "part-word", said("late"), NOW) == NotTheirs()
    assert stored(session, attempt_id)[0] is None


def test_an_item_that_was_not_asked_is_not_there(session: Session, learner: Identity, attempt_id: int) -> None:
    assert save(session, learner, attempt_id, "rope-part", {"answer": []}, NOW) == NotTheirs()
    assert save(session, learner, attempt_id + 1, "part-word", said("x"), NOW) == NotTheirs()


def test_a_submitted_attempt_takes_no_answer(session: Session, learner: Identity, attempt_id: int) -> None:
    save(session, learner, attempt_id, "part-word", said("in time"), NOW)
    submit_attempt(session, attempt_id, learner.id, 60, now=START)
    session.commit()
    assert save(session, learner, attempt_id, "part-word", said("too late"), NOW + 1) == Closed()
    assert save(session, learner, attempt_id, "part-word", said("too late")) == Closed()
    assert save(session, learner, attempt_id, "breaking-load", said("junk"), NOW + 1) == Closed()
    assert stored(session, attempt_id)[0] == said("in time")


def test_a_stale_memory_of_an_item_is_found_out(
    session: Session, knots: Course, tying: Quiz, learner: Identity, attempt_id: int
) -> None:
    served = ServedItems()
    writer = Writer(learner.id, learner.session_key)
    save_answer(session.connection(), served, writer, Given(attempt_id, "part-word", said("a"), NOW), now=START)
    # The attempt's id now belongs to another one, where the item has another revision.
    item = next(item for item in tying.items if item.id == "part-word")
    number = next(item for item in tying.items if item.id == "breaking-load")
    assert item.id != number.id
    revision = session.scalars(select(ItemRevision.hash).where(ItemRevision.item_id == "breaking-load")).one()
    session.execute(
        update(Answer).where(Answer.attempt_id == attempt_id, Answer.item_id == "part-word").values(revision=revision)
    )
    given = Given(attempt_id, "part-word", said("not a number"), NOW + 1)
    assert isinstance(save_answer(session.connection(), served, writer, given, now=START), Unreadable)
    given = Given(attempt_id, "part-word", said("600"), NOW + 2)
    assert save_answer(session.connection(), served, writer, given, now=START) == Saved(START)


def test_submitting_while_saving_loses_nothing_that_was_acknowledged(
    app: Flask, session: Session, learner: Identity, attempt_id: int
) -> None:
    """Four tabs type numbers, one submits: what was acknowledged last is what is stored and graded."""
    served = ServedItems()
    writer = Writer(learner.id, learner.session_key)
    under_way = Event()

    def type_on(tab: int) -> list[int]:
        acknowledged = []
        for step in range(40):
            sequence = NOW + step * 10 + tab
            with app.app_context(), db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                given = Given(attempt_id, "breaking-load", said(str(sequence)), sequence)
                saved = save_answer(connection, served, writer, given, now=START)
            if isinstance(saved, Closed):
                break
            assert isinstance(saved, Saved)
            if not saved.superseded:
                acknowledged.append(sequence)
            if step == 5:
                under_way.set()
        return acknowledged

    def submit() -> None:
        assert under_way.wait(30)
        with app.app_context():
            outcome = submit_attempt(db.session, attempt_id, learner.id, 60, now=START)
            db.session.commit()
        assert isinstance(outcome, Submitted)

    with ThreadPoolExecutor(5) as tabs:
        typing = [tabs.submit(type_on, tab) for tab in range(4)]
        tabs.submit(submit).result()
        acknowledged = [sequence for typed in typing for sequence in typed.result()]
    answer = session.get_one(Answer, (attempt_id, "breaking-load"))
    assert answer.sequence == max(acknowledged)
    assert answer.response == said(str(max(acknowledged)))
    assert answer.score == Fraction(0)
    assert session.get_one(Attempt, attempt_id).submitted_at == START
