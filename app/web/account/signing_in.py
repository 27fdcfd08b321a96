"""Register, sign in and sign out."""

from flask import flash, redirect, render_template, request, url_for
from werkzeug import Response

from app import throttle
from app.access import Identity, me, new_session_key, sign_in, sign_out
from app.clock import now
from app.db import db
from app.log import log_event
from app.paths import local_path
from app.services import accounts
from app.services.emails import normal_email
from app.services.merging import merge_guest
from app.web.account.blueprint import blueprint
from app.web.account.forms import RegisterForm, SignInForm
from app.web.forms import text_of
from app.words import gettext as _


@blueprint.get("/sign-in", endpoint="sign_in")
def show_sign_in() -> Response | str:
    """Show the form, or go on where somebody is signed in already."""
    if _has_account():
        return redirect(_next_page(local_path(request.args.get("next"))))
    return _sign_in_page(SignInForm(next=request.args.get("next")))


@blueprint.post("/sign-in", endpoint="sign_in_now")
def sign_in_now() -> Response | tuple[str, int] | str:
    """Start a session; what a guest did joins the account."""
    form = SignInForm()
    if not form.validate():
        return _sign_in_page(form), 422
    at, guest = now(), me()
    account = _find_account(form)
    if account is None:
        form.password.errors = [_("E-mail or password is wrong.")]
        return _sign_in_page(form), 422
    if guest is not None and guest.is_guest:
        merge_guest(db.session, guest.id, account.id, at)
    db.session.commit()
    sign_in(account, keep=form.keep.data)
    log_event("session.started", person=account.id, merged=guest.id if guest and guest.is_guest else None)
    return redirect(_next_page(form.next_path))


def _find_account(form: SignInForm) -> Identity | None:
    email = normal_email(text_of(form.email))
    keys = ((throttle.SIGN_IN_BY_EMAIL, email or ""), (throttle.SIGN_IN_BY_ADDRESS, throttle.remote_address()))
    for bound, key in keys:
        throttle.refuse_beyond(bound, key)
    account = accounts.find_account(db.session, email=email, password=text_of(form.password), now=now())
    if account is None:
        for bound, key in keys:
            throttle.count(bound, key)
        log_event("session.refused")
    return account


@blueprint.get("/register", endpoint="register")
def show_register() -> Response | str:
    """Show the form, or go on where somebody has an account already."""
    if _has_account():
        return redirect(_next_page(local_path(request.args.get("next"))))
    return _register_page(RegisterForm(next=request.args.get("next")))


@blueprint.post("/register", endpoint="register_now")
def register_now() -> Response | tuple[str, int] | str:
    """Make an account, of the guest's row where there is one, and sign in."""
    form = RegisterForm()
    if not form.validate():
        return _register_page(form), 422
    throttle.count_or_refuse(throttle.REGISTER_BY_ADDRESS, throttle.remote_address())
    throttle.count_or_refuse(throttle.REGISTER_BY_EMAIL, form.normal_email)
    guest = me()
    account = accounts.register(
        db.session,
        guest_id=guest.id if guest and guest.is_guest else None,
        email=form.normal_email,
        name=text_of(form.name),
        password=text_of(form.password),
        session_key=new_session_key(),
        now=now(),
    )
    if account is None:
        log_event("account.refused")
        form.email.errors = [
            _(
                "No account can be made with this e-mail. If you have one, sign in. "
                "If you were invited, open the link in your invitation."
            )
        ]
        return _register_page(form), 422
    db.session.commit()
    sign_in(account, keep=False)
    log_event("account.made", person=account.id)
    flash(_("Your account is ready."))
    return redirect(_next_page(form.next_path))


@blueprint.post("/sign-out", endpoint="sign_out")
def sign_out_now() -> Response:
    """End this browser's session."""
    identity = me()
    sign_out(now())
    db.session.commit()
    log_event("session.ended", person=identity.id if identity else None)
    flash(_("You are signed out."))
    return redirect(url_for("learn.catalogue"))


def _has_account() -> bool:
    identity = me()
    return identity is not None and identity.is_account


def _next_page(path: str | None) -> str:
    return path or url_for("learn.my")


def _sign_in_page(form: SignInForm) -> str:
    return render_template("account/sign-in.html", form=form)


def _register_page(form: RegisterForm) -> str:
    return render_template("account/register.html", form=form)
