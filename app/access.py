"""Who is there, and what they may do.

Everybody with a row in `person` is signed in through Flask-Login, guests too. One signed cookie holds the
session; it outlives the browser for guests and for those who asked for it. There is no second cookie to
remember people by.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import Flask, abort, current_app, has_request_context, redirect, request, session, url_for
from flask_login import LoginManager, current_user, login_user, logout_user
from werkzeug import Response

from app.db import db
from app.errors import wants_json
from app.log import log_event
from app.paths import local_path
from app.services.people import Identity, add_guest, end_session, find_identity, note_seen

__all__ = ["Identity", "account_required", "admin_required", "instructor_required", "me", "me_for_writing"]

TOKEN = "token"  # noqa: S105 (where a session keeps its own, not one)
MAX_DIGITS = 18  # of an id that any database can take

P = ParamSpec("P")
R = TypeVar("R")


def init_app(app: Flask) -> None:
    """Let Flask-Login find people."""
    login = LoginManager()
    login.session_protection = None  # an IP address that changes on a train must not sign anybody out
    login.user_loader(_load)
    # In place of login.init_app(), which would add a hook for the remember-cookie to every response; the hook
    # reads the session, and so makes even a static file's response depend on the cookie.
    app.login_manager = login  # type: ignore[attr-defined]  # this is how Flask-Login is found


def new_session_key() -> str:
    """Return a key that no session had before."""
    return secrets.token_urlsafe(24)


def session_token() -> str:
    """Return what tells this session from others of the same person; empty for nobody's."""
    return str(session.get(TOKEN, ""))


def me() -> Identity | None:
    """Return who is there: an account, a guest who did something before, or None."""
    if not has_request_context():
        return None
    found = current_user._get_current_object()
    return found if isinstance(found, Identity) else None


def _guest_key() -> str:
    """Return the key of the guest that this browser becomes: the same for all that it sends before it is one.

    Every form carries the session's CSRF token, so two forms sent at once share it; nobody can make the key
    from it without the app's secret.
    """
    token = str(session.get("csrf_token", ""))
    if not token:
        return new_session_key()
    secret = str(current_app.secret_key).encode()
    return hmac.new(secret, f"guest {token}".encode(), hashlib.sha256).hexdigest()[:48]


def me_for_writing(now: datetime) -> Identity:
    """Return who is there, made a guest where nobody was, and note that they were seen. The route commits."""
    identity = me()
    if identity is None:
        identity = add_guest(db.session, session_key=_guest_key(), now=now)
        if identity is None:
            abort(401)
        sign_in(identity, keep=True, csrf_token=session.get("csrf_token"))
        log_event("guest.made", person=identity.id)
    else:
        note_seen(db.session, identity, now=now)
    return identity


def sign_in(identity: Identity, *, keep: bool, csrf_token: str | None = None) -> None:
    """Start a new session for somebody; `keep` lets it outlive the browser.

    Nothing of the session before survives, unless its CSRF token is given on: a guest made in the middle
    of a page keeps that page's forms alive.
    """
    session.clear()
    session.permanent = keep
    if csrf_token:
        session["csrf_token"] = csrf_token
    login_user(identity)
    session[TOKEN] = new_session_key()


def sign_out(now: datetime) -> None:
    """End this browser's session, also for whoever has a copy of its cookie. The route commits."""
    if token := session_token():
        end_session(db.session, token, now=now)
    logout_user()
    session.clear()


def account_required(view: Callable[P, R]) -> Callable[P, R | Response]:
    """Let only accounts in; ask others to sign in and bring them back."""
    return _required(view, lambda identity: identity.is_account)


def instructor_required(view: Callable[P, R]) -> Callable[P, R | Response]:
    """Let only instructors and admins in."""
    return _required(view, lambda identity: identity.is_instructor)


def admin_required(view: Callable[P, R]) -> Callable[P, R | Response]:
    """Let only admins in."""
    return _required(view, lambda identity: identity.is_admin)


def _required(view: Callable[P, R], may: Callable[[Identity], bool]) -> Callable[P, R | Response]:
    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R | Response:
        identity = me()
        if identity is not None and identity.is_account:
            if not may(identity):
                abort(403)
            return view(*args, **kwargs)
        if wants_json():
            abort(401)
        return redirect(url_for("account.sign_in", next=_way_back()))

    return guarded


def _way_back() -> str | None:
    """Return where to go after signing in: this page, or for a form the page that it was on."""
    if request.method in ("GET", "HEAD"):
        return request.full_path if request.query_string else request.path
    return local_path(request.referrer, request.host)


def _load(session_id: str) -> Identity | None:
    person_id, _, session_key = session_id.partition(":")
    if not person_id.isdecimal() or len(person_id) > MAX_DIGITS:
        return None
    return find_identity(db.session, int(person_id), session_key, session_token())
