"""An open attempt: show its questions, and save what a form without JavaScript sends."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug import Response

from app.access import Identity, me
from app.clock import now
from app.db import db
from app.services.attempts.saving import Closed, Given, Saved, Writer, save_answer
from app.services.attempts.viewing import StoredAnswer, StoredAttempt, flag_answer
from app.web.learn.attempt_views import Sent, anchor_of, attempt_page, field_prefix, seen_mark
from app.web.learn.blueprint import blueprint, served_items
from app.web.learn.finding import attempt_or_404, no_attempt
from app.web.questions import read_form
from app.words import gettext as _
from quizzes.interactions import question_of
from quizzes.quiz import Quiz
from quizzes.responses import Unreadable

UNREADABLE = 422


@blueprint.get("/attempts/<id:attempt_id>")
def attempt(attempt_id: int) -> Response | str:
    """Show one question, or all, as the quiz says; a closed attempt shows its result."""
    found, course, quiz = attempt_or_404(attempt_id)
    if not found.is_open:
        return redirect(url_for("learn.result", attempt_id=attempt_id))
    return render_template("learn/attempt.html", page=attempt_page(found, course, quiz, number=_number(found, quiz)))


@blueprint.post("/attempts/<id:attempt_id>", endpoint="save_page")
def save_page(attempt_id: int) -> Response | tuple[str, int]:
    """Save the answers of a form and go where its button says; what can't be read is shown again as it was sent."""
    found, _course, quiz = attempt_or_404(attempt_id)
    if not found.is_open:
        return already_submitted(attempt_id)
    number = _number(found, quiz)
    identity = me()
    if identity is None:
        no_attempt()
    unreadable = _save(found, number, identity)
    if unreadable is None:
        db.session.rollback()
        return already_submitted(attempt_id)
    _flag(found, identity)
    db.session.commit()
    if unreadable:
        return _show_again(attempt_id, number, unreadable), UNREADABLE
    return redirect(_way_on(found, number))


def already_submitted(attempt_id: int) -> Response:
    """Go to the result of an attempt that takes nothing any more."""
    flash(_("This attempt was already submitted. What you just sent was not added to it."))
    return redirect(url_for("learn.result", attempt_id=attempt_id))


def _number(attempt: StoredAttempt, quiz: Quiz) -> int | None:
    """Return the question asked for, or the first without an answer; None where all stand on one page."""
    if quiz.settings.layout == "all-on-one":
        return None
    asked = request.values.get("q", type=int)
    if asked is not None:
        return min(max(asked, 1), len(attempt.answers))
    unanswered = (number for number, answer in enumerate(attempt.answers, 1) if not answer.is_answered)
    return next(unanswered, 1)


def _save(attempt: StoredAttempt, number: int | None, identity: Identity) -> dict[str, Unreadable] | None:
    """Save what the form changed; return what can't be read, or None where the attempt was closed meanwhile.

    What the form holds as it was shown is left alone: another tab may have answered it since.
    """
    writer, at = Writer(identity.id, identity.session_key), now()
    unreadable: dict[str, Unreadable] = {}
    for answer in _shown(attempt, number):
        item = answer.item
        prefix = field_prefix(item.id)
        if not any(field.startswith(prefix) for field in request.form):
            continue  # a form without this question says nothing of it: that is not the same as blank
        raw = read_form(question_of(item), request.form, prefix)
        if request.form.get(f"{item.id}.seen") == seen_mark(raw):
            continue
        given = Given(attempt.id, item.id, raw)
        match save_answer(db.session.connection(), served_items(), writer, given, now=at):
            case Unreadable() as fault:
                unreadable[item.id] = fault
            case Closed():
                return None
            case Saved():
                pass
            case _:
                no_attempt()
    return unreadable


def _shown(attempt: StoredAttempt, number: int | None) -> tuple[StoredAnswer, ...]:
    """Return the answers whose questions stand on the page."""
    return attempt.answers if number is None else (attempt.answers[number - 1],)


def _flag(attempt: StoredAttempt, identity: Identity) -> None:
    word, _space, item_id = request.form.get("go", "").partition(" ")
    if word in ("flag", "unflag") and attempt.answer_to(item_id):
        flag_answer(db.session, attempt.id, item_id, identity.id, flag=word == "flag")


def _show_again(attempt_id: int, number: int | None, unreadable: dict[str, Unreadable]) -> str:
    found, course, quiz = attempt_or_404(attempt_id)
    page = attempt_page(found, course, quiz, number=number, sent=Sent(request.form, unreadable))
    return render_template("learn/attempt.html", page=page)


def _way_on(attempt: StoredAttempt, number: int | None) -> str:
    go = request.form.get("go", "")
    word, _space, item_id = go.partition(" ")
    if word in ("flag", "unflag"):
        return url_for("learn.attempt", attempt_id=attempt.id, q=number, _anchor=f"flag-{item_id}")
    if go == "review" or number is None:
        page = "learn.review" if go == "review" else "learn.attempt"
        return url_for(page, attempt_id=attempt.id)
    wanted = int(go[:9]) if go.isdecimal() else number - 1 if go == "back" else number + 1
    if wanted > len(attempt.answers) and not go.isdecimal():
        return url_for("learn.review", attempt_id=attempt.id)
    # Whoever goes by keyboard goes on at the question, not at the top of the page.
    wanted = min(max(wanted, 1), len(attempt.answers))
    anchor = anchor_of(attempt.answers[wanted - 1].item.id)
    return url_for("learn.attempt", attempt_id=attempt.id, q=wanted, _anchor=anchor)
