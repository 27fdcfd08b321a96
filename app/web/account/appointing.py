"""The two links that make somebody more than they were: the first instructor's, and an invitation."""

from flask import abort, flash, redirect, render_template, url_for
from werkzeug import Response

from app.access import Identity, me, new_session_key, sign_in
from app.clock import now
from app.db import db
from app.log import log_event
from app.services import accounts, appointing
from app.services.merging import merge_guest
from app.tokens import Invitation, is_first_instructor_token, read_invitation
from app.web.account.blueprint import blueprint
from app.web.account.forms import InvitationForm, RegisterForm
from app.web.forms import text_of
from app.words import gettext as _


@blueprint.get("/first/<token>", endpoint="first")
def show_first(token: str) -> str:
    """Offer to become the first instructor."""
    _check_first(token)
    return _first_page(token, RegisterForm())


@blueprint.post("/first/<token>", endpoint="become_first")
def become_first(token: str) -> Response | tuple[str, int]:
    """Make an account, unless one is signed in, and make it the first instructor's."""
    _check_first(token)
    identity = me()
    account: Identity | None = identity
    if identity is None or not identity.is_account:
        form = RegisterForm()
        if not form.validate():
            return _first_page(token, form), 422
        account = _register(form, identity)
        if account is None:
            form.email.errors = [_("No account can be made with this e-mail. If you have one, sign in and come back.")]
            return _first_page(token, form), 422
    if account is None or not appointing.become_first(db.session, account.id):
        db.session.rollback()
        abort(410, _first_is_over())
    db.session.commit()
    sign_in(account, keep=False)
    log_event("instructor.first", person=account.id)
    flash(_("You are the first instructor, and the admin of this site."))
    return redirect(url_for("teach.cohorts"))


def _check_first(token: str) -> None:
    if not is_first_instructor_token(token) or appointing.has_instructor(db.session):
        abort(410, _first_is_over())


def _first_is_over() -> str:
    if appointing.has_instructor(db.session):
        return _(
            "It works once, and this site has its first instructor. If that is you, sign in; "
            "otherwise ask them to make you one."
        )
    return _("It is too old, or was cut short. Start the server again: it prints a new one.")


def _register(form: RegisterForm, identity: Identity | None) -> Identity | None:
    return accounts.register(
        db.session,
        guest_id=identity.id if identity and identity.is_guest else None,
        email=form.normal_email,
        name=text_of(form.name),
        password=text_of(form.password),
        session_key=new_session_key(),
        now=now(),
    )


def _first_page(token: str, form: RegisterForm) -> str:
    return render_template("account/first.html", token=token, form=form)


@blueprint.get("/invitation/<token>", endpoint="invitation")
def show_invitation(token: str) -> str:
    """Ask an invited person for a name and a password."""
    invited = _invited(read_invitation(token))
    return _invitation_page(token, invited, InvitationForm(name=invited.name))


@blueprint.post("/invitation/<token>", endpoint="accept_invitation")
def accept_invitation(token: str) -> Response | tuple[str, int]:
    """Make the invited person's account, and sign in; what a guest did joins it."""
    at, guest = now(), me()
    invitation = read_invitation(token)
    invited = _invited(invitation)
    form = InvitationForm()
    form.email = invited.email or ""
    if not form.validate():
        return _invitation_page(token, invited, form), 422
    account = appointing.accept_invitation(
        db.session,
        invited.id,
        invited.session_key,
        name=text_of(form.name),
        password=text_of(form.password),
        session_key=new_session_key(),
        now=at,
    )
    if account is None:
        abort(410, _invitation_is_over())
    if guest is not None and guest.is_guest:
        merge_guest(db.session, guest.id, account.id, at)
    db.session.commit()
    sign_in(account, keep=False)
    log_event("invitation.accepted", person=account.id)
    flash(_("Your account is ready."))
    return redirect(url_for("learn.my"))


def _invited(invitation: Invitation | None) -> Identity:
    found = appointing.find_invited(db.session, invitation.person_id, invitation.session_key) if invitation else None
    if found is None:
        abort(410, _invitation_is_over())
    return found


def _invitation_is_over() -> str:
    return _("The invitation was used or withdrawn. If you chose a password, sign in; otherwise ask for a new one.")


def _invitation_page(token: str, invited: Identity, form: InvitationForm) -> str:
    return render_template("account/invitation.html", token=token, email=invited.email, form=form)
