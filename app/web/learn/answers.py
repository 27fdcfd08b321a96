"""Save one answer as it is given: the hot path, without the ORM, a form class or the person's row.

Its own connection commits each statement by itself; one statement saves the answer.
"""

from flask import abort, request, session
from werkzeug.exceptions import NotFound, UnsupportedMediaType

from app.access import session_token
from app.clock import now
from app.db import db
from app.log import log_detail
from app.services.attempts.saving import Closed, Given, NotTheirs, Saved, Writer, save_answer
from app.web.answer_form import read_form
from app.web.learn.blueprint import blueprint, served_items
from app.words import gettext as _
from quizzes.interactions import question_of
from quizzes.responses import Unreadable

Reply = tuple[dict[str, object], int]
FORM_TYPES = ("application/x-www-form-urlencoded", "multipart/form-data")
LONGEST_SEQUENCE = 16  # digits: a clock in milliseconds has 13


@blueprint.post("/attempts/<id:attempt_id>/answers/<slug:item>")
def save_one(attempt_id: int, item: str) -> Reply:
    """Save an answer to one item. The fields are those of its form, without their prefix, and `seq`."""
    if request.mimetype not in FORM_TYPES:  # it would read as a blank answer, and wipe the one that is stored
        raise UnsupportedMediaType(description=_("Send the fields of the question as a form. Nothing was saved."))
    writer, at = _writer(), now()
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        served = served_items().find(connection, attempt_id, item)
        if served is None:
            raise _not_theirs()
        raw = read_form(question_of(served.item), request.form)
        given = Given(attempt_id, item, raw, _sequence(request.form.get("seq", "")))
        saved = save_answer(connection, served_items(), writer, given, now=at)
    match saved:
        case Saved(at=saved_at, superseded=superseded):
            log_detail("answer.saved", attempt=attempt_id, item=item, superseded=superseded)
            return {"saved": True, "at": saved_at.isoformat(), "superseded": superseded}, 200
        case Unreadable(message=message, part=part):
            return {"saved": False, "message": message, "part": part}, 422
        case Closed():
            return {"saved": False, "message": _("This attempt was already submitted.")}, 409
        case NotTheirs():
            raise _not_theirs()


def _writer() -> Writer:
    """Return who the session says is there; the statement that saves checks that it still holds."""
    person_id, _colon, session_key = str(session.get("_user_id", "")).partition(":")
    if not person_id.isdecimal():
        abort(401)
    return Writer(int(person_id), session_key, session_token())


def _not_theirs() -> NotFound:
    """Return the answer to who has no such question: their session was ended, or it is somebody else's."""
    return NotFound(
        description=_("You have no such question. If you were signed out, sign in and open the quiz again.")
    )


def _sequence(written: str) -> int | None:
    return int(written) if written.isdecimal() and len(written) <= LONGEST_SEQUENCE else None
