"""Everybody with an e-mail, for admins: their roles, and invitations."""

from dataclasses import dataclass
from datetime import datetime

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from app.access import admin_required, new_session_key
from app.clock import now
from app.db import db
from app.log import log_event
from app.models import Role
from app.services.appointing import invite
from app.services.directory import PAGE_SIZE, PersonRow, RoleChange, change_role, find_people, find_person
from app.site import public_address
from app.tokens import invitation_path
from app.web.teach.blueprint import blueprint
from app.web.teach.cohorts import INVALID
from app.web.teach.forms import ROLES, InviteForm, RoleForm
from app.web.teach.paging import Paging

MOST_PAGES = 10_000


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody in the list; the invitation's address is empty where they have joined."""

    id: int
    name: str
    email: str
    role: str
    role_word: str
    created_at: datetime
    seen_at: datetime | None
    invitation_url: str


def _line(row: PersonRow) -> PersonLine:
    url = "" if row.has_password else public_address(invitation_path(row.id, row.session_key))
    seen_at = row.seen_at if row.has_password else None
    return PersonLine(row.id, row.name, row.email, row.role.value, str(ROLES[row.role]), row.created_at, seen_at, url)


def _page(form: InviteForm) -> str:
    query = " ".join(request.args.get("q", "").split())[:100]
    page = min(max(request.args.get("page", 1, type=int), 1), MOST_PAGES)
    found = find_people(db.session, query, page)
    pages = max(1, -(-found.total // PAGE_SIZE))

    def address(to: int) -> str:
        return url_for("teach.people", q=query or None, page=to)

    paging = Paging(page, pages, address(page - 1) if page > 1 else "", address(page + 1) if page < pages else "")
    return render_template(
        "teach/people.html",
        people=[_line(row) for row in found.rows],
        total=found.total,
        query=query,
        paging=paging,
        form=form,
    )


@blueprint.get("/people", endpoint="people")
@admin_required
def show_people() -> str:
    """List everybody with an e-mail."""
    return _page(InviteForm(formdata=None))


@blueprint.post("/people", endpoint="invite")
@admin_required
def invite_person() -> Response | tuple[str, int]:
    """Invite somebody: they get a link with which they choose a password."""
    form = InviteForm()
    if not form.validate():
        return _page(form), INVALID
    made = invite(
        db.session,
        email=form.normal_email or "",
        name=form.name.data or "",
        role=Role(form.role.data),
        session_key=new_session_key(),
        now=now(),
    )
    if made is None:
        form.email.errors = [_("Somebody with this e-mail is here already. Find them in the list.")]
        return _page(form), INVALID
    db.session.commit()
    log_event("person.invited", invited=made.id, role=made.role.value)
    flash(_("%(name)s is invited. Give them the link below; nothing is sent by e-mail.", name=made.name), "good")
    return redirect(url_for("teach.person", person_id=made.id))


@blueprint.get("/people/<id:person_id>", endpoint="person")
@admin_required
def show_person(person_id: int) -> str:
    """Show somebody and what they may do."""
    line = _line(_person_or_404(person_id))
    return render_template("teach/person.html", line=line, form=RoleForm(formdata=None, role=line.role))


@blueprint.post("/people/<id:person_id>/role", endpoint="change_role")
@admin_required
def change(person_id: int) -> Response | tuple[str, int]:
    """Give somebody another role; one admin always stays."""
    row = _person_or_404(person_id)
    form = RoleForm()
    if not form.validate():
        return render_template("teach/person.html", line=_line(row), form=form), INVALID
    match change_role(db.session, row.id, Role(form.role.data), session_key=new_session_key()):
        case None:
            abort(404)
        case RoleChange.LAST_ADMIN:
            db.session.rollback()
            form.role.errors = [_("They are the only admin. Make somebody else an admin first.")]
            return render_template("teach/person.html", line=_line(row), form=form), INVALID
        case RoleChange.SAME:
            db.session.rollback()
        case RoleChange.CHANGED:
            db.session.commit()
            log_event("person.role_changed", of=row.id, role=form.role.data)
            flash(_("The role is changed."), "good")
    return redirect(url_for("teach.person", person_id=row.id))


def _person_or_404(person_id: int) -> PersonRow:
    row = find_person(db.session, person_id)
    if row is None:
        abort(404, description=_("There is nobody with this number."))
    return row
