"""The profile: name, time zone and password."""

from flask import flash, redirect, render_template, session, url_for
from werkzeug import Response

from app import throttle
from app.access import account_required, me, me_for_writing, new_session_key, sign_in
from app.clock import now
from app.db import db
from app.log import log_event
from app.services import accounts, people
from app.web.account.blueprint import blueprint
from app.web.account.forms import PasswordForm, ProfileForm
from app.web.forms import text_of
from app.words import gettext as _


@blueprint.get("", endpoint="profile")
@account_required
def show_profile() -> str:
    """Show name, time zone and the way to another password."""
    return _page(ProfileForm(obj=me()), PasswordForm())


@blueprint.post("", endpoint="change_profile")
@account_required
def change_profile() -> Response | tuple[str, int]:
    """Keep name and time zone."""
    form = ProfileForm()
    if not form.validate():
        return _page(form, PasswordForm()), 422
    identity = me_for_writing(now())
    people.change_profile(db.session, identity.id, name=text_of(form.name), timezone=text_of(form.timezone))
    db.session.commit()
    log_event("profile.changed")
    flash(_("Your profile is saved."))
    return redirect(url_for("account.profile"))


@blueprint.post("/password", endpoint="change_password")
@account_required
def change_password() -> Response | tuple[str, int]:
    """Set another password; every other session ends."""
    identity = me_for_writing(now())
    form = PasswordForm()
    form.email = identity.email or ""
    if not form.validate():
        return _page(ProfileForm(obj=identity), form), 422
    throttle.refuse_beyond(throttle.CHANGE_PASSWORD, str(identity.id))
    changed = accounts.change_password(
        db.session, identity.id, old=text_of(form.old), new=text_of(form.new), session_key=new_session_key()
    )
    if changed is None:
        throttle.count(throttle.CHANGE_PASSWORD, str(identity.id))
        form.old.errors = [_("This is not your present password.")]
        return _page(ProfileForm(obj=identity), form), 422
    db.session.commit()
    sign_in(changed, keep=session.permanent)
    log_event("password.changed")
    flash(_("Your password is changed. Other devices are signed out."))
    return redirect(url_for("account.profile"))


def _page(profile: ProfileForm, password: PasswordForm) -> str:
    return render_template("account/profile.html", profile=profile, password=password)
