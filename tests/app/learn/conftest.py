"""What the tests of the learner's pages can ask for."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event

from app.db import db
from courseware.course import Course
from courseware.library import Library
from quizzes.quiz import Quiz

Counting = Callable[[], Any]


@pytest.fixture
def knots(library: Library) -> Course:
    """The tiny course."""
    return library.courses["knots"]


@pytest.fixture
def tying(knots: Course) -> Quiz:
    """Its quiz with one question of each kind: 12 items, two attempts, the best counts, 60 percent to pass."""
    return knots.bank.quizzes["tying"]


@pytest.fixture
def statements(app: Flask) -> Counting:
    """Count the statements that reach the database: `with statements() as sent`."""

    @contextmanager
    def counting() -> Iterator[list[str]]:
        sent: list[str] = []

        def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
            sent.append(" ".join(statement.split()))

        with app.app_context():
            engine = db.engine
        event.listen(engine, "before_cursor_execute", note)
        try:
            yield sent
        finally:
            event.remove(engine, "before_cursor_execute", note)

    return counting
