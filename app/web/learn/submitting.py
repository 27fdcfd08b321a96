"""Look over an attempt, then submit it, once."""

from flask import flash, redirect, render_template, url_for
from werkzeug import Response

from app.access import me
from app.clock import now
from app.db import db
from app.log import log_event
from app.services.attempts.submitting import AlreadyClosed, Submitted, submit_attempt
from app.web.learn.attempt_views import attempt_page
from app.web.learn.blueprint import blueprint
from app.web.learn.finding import attempt_or_404, no_attempt
from app.words import gettext as _


@blueprint.get("/attempts/<id:attempt_id>/review")
def review(attempt_id: int) -> Response | str:
    """Show which questions are answered, which are flagged, and the button that submits."""
    found, course, quiz = attempt_or_404(attempt_id)
    if not found.is_open:
        return redirect(url_for("learn.result", attempt_id=attempt_id))
    return render_template("learn/review.html", page=attempt_page(found, course, quiz, number=None))


@blueprint.post("/attempts/<id:attempt_id>/submit")
def submit(attempt_id: int) -> Response:
    """Submit an attempt; a second click or tab changes nothing and goes to the result."""
    found, _course, quiz = attempt_or_404(attempt_id)
    identity = me()
    if identity is None:
        no_attempt()
    outcome = submit_attempt(db.session, found.id, identity.id, quiz.settings.pass_percent, now=now())
    db.session.commit()
    match outcome:
        case Submitted(passed=passed):
            log_event("attempt.submitted", course=found.course, quiz=found.quiz, attempt=found.id, passed=passed)
        case AlreadyClosed():
            flash(_("This attempt was already submitted. Nothing changed."))
        case None:
            no_attempt()
    return redirect(url_for("learn.result", attempt_id=attempt_id))
