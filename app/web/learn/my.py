"""My courses, and the record of my attempts."""

from flask import render_template, request

from app.access import me
from app.db import db
from app.library import library
from app.services.enrolments import enrolled_in
from app.services.record import RecordPage, find_record
from app.web.learn.blueprint import blueprint
from app.web.learn.catalogue import course_cards

MOST_PAGES = 10_000


@blueprint.get("/my")
def my() -> str:
    """Show the courses that somebody began or is enrolled in, and where to go on in each."""
    identity = me()
    cohorts = enrolled_in(db.session, identity.id) if identity else {}
    cards = course_cards(library().courses.values(), identity)
    mine = tuple(card for card in cards if card.outline.is_begun or card.slug in cohorts)
    return render_template("learn/my.html", cards=mine, cohorts=cohorts)


@blueprint.get("/my/attempts")
def record() -> str:
    """Show every attempt at a graded quiz, newest first."""
    identity = me()
    page = min(max(request.args.get("page", 1, type=int), 1), MOST_PAGES)
    found = find_record(db.session, library(), identity.id, page) if identity else RecordPage((), 1, has_older=False)
    return render_template("learn/record.html", record=found)
