"""Save one answer: the hot path.

One constant statement says everything: whose attempt it is, that it is open, that the session still
holds, and that nothing newer is stored. It is its own transaction, so an acknowledged answer is durable,
and a save that comes twice or late changes nothing.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, case, exists, select, update

from app.models import Answer, Attempt, AttemptState, Person
from app.services.attempts.served import ServedItems
from app.services.people import SESSION_GOES_ON
from quizzes.responses import JSON, Unreadable, read

MAX_AHEAD = timedelta(seconds=5)

_MINE_AND_OPEN = exists(
    select(Attempt.id)
    .join(Person, Person.id == Attempt.person_id)
    .where(
        Attempt.id == bindparam("attempt"),
        Attempt.state == AttemptState.OPEN,
        Person.id == bindparam("person"),
        Person.session_key == bindparam("session_key"),
        SESSION_GOES_ON,
    )
)
# `score IS NULL` stands on the row itself: a save that waited on PostgreSQL while the attempt was submitted
# looks at the row again, finds its score, and gives way.
_OPEN_ANSWER = update(Answer).where(
    Answer.attempt_id == bindparam("attempt"),
    Answer.item_id == bindparam("item"),
    Answer.revision == bindparam("served_revision"),
    Answer.score.is_(None),
    _MINE_AND_OPEN,
)
_SAVE = _OPEN_ANSWER.where(Answer.sequence < bindparam("new_sequence")).values(
    response=bindparam("new_response"), saved_at=bindparam("now"), sequence=bindparam("new_sequence")
)
_SAVE_LAST = _OPEN_ANSWER.values(
    response=bindparam("new_response"),
    saved_at=bindparam("now"),
    sequence=case((Answer.sequence < bindparam("new_sequence"), bindparam("new_sequence")), else_=Answer.sequence + 1),
)
_NOW_STORED = (
    select(Answer.sequence, Answer.saved_at, Answer.revision, Attempt.state)
    .join(Attempt, Attempt.id == Answer.attempt_id)
    .join(Person, Person.id == Attempt.person_id)
    .where(
        Answer.attempt_id == bindparam("attempt"),
        Answer.item_id == bindparam("item"),
        Person.id == bindparam("person"),
        Person.session_key == bindparam("session_key"),
        SESSION_GOES_ON,
    )
)


@dataclass(frozen=True, slots=True)
class Writer:
    """Who saves: a person, the key of all their sessions, and the token of this one where nobody looked at it yet."""

    person_id: int
    session_key: str
    token: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it arrives.

    `sequence` is the learner's clock in milliseconds. A form sent without JavaScript has none: it is what
    its sender did last, and is stored whatever was there.
    """

    attempt_id: int
    item_id: str
    raw: JSON
    sequence: int | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """The answer is stored; `superseded` where a newer one was stored before and stays."""

    at: datetime
    superseded: bool = False


@dataclass(frozen=True, slots=True)
class Closed:
    """The attempt is no longer open; what was stored at submission counts."""


@dataclass(frozen=True, slots=True)
class NotTheirs:
    """There is no such item in an attempt of this person."""


def save_answer(
    connection: Connection, served: ServedItems, writer: Writer, given: Given, *, now: datetime
) -> Saved | Unreadable | Closed | NotTheirs:
    """Save one answer, over a connection that commits by itself (AUTOCOMMIT) or that its caller commits."""
    found = served.find(connection, given.attempt_id, given.item_id)
    if found is None:
        return NotTheirs()
    names = {
        "attempt": given.attempt_id,
        "item": given.item_id,
        "person": writer.person_id,
        "session_key": writer.session_key,
        "session_token": writer.token,
    }
    sequence = _sequence(given.sequence, now)
    responses = read(found.item, given.raw)
    if not isinstance(responses, Unreadable):
        statement = _SAVE_LAST if given.sequence is None else _SAVE
        raw = {} if given.raw is None else given.raw
        values = {"new_response": raw, "now": now, "new_sequence": sequence, "served_revision": found.revision}
        if connection.execute(statement, names | values).rowcount:
            return Saved(now)
    stored = connection.execute(_NOW_STORED, names).one_or_none()
    if stored is None:
        return NotTheirs()
    if stored.revision != found.revision:
        served.forget(given.attempt_id, given.item_id)
        return save_answer(connection, served, writer, given, now=now)
    if stored.state is not AttemptState.OPEN:
        return Closed()
    if isinstance(responses, Unreadable):
        return responses
    return Saved(stored.saved_at or now, superseded=stored.sequence > sequence)


def milliseconds(at: datetime) -> int:
    """Return an instant as a sequence."""
    return int(at.timestamp() * 1000)


def _sequence(given: int | None, now: datetime) -> int:
    """Return the sequence to store. A clock that runs ahead must not shut out the answers from other devices."""
    return milliseconds(now) if given is None else min(given, milliseconds(now + MAX_AHEAD))
