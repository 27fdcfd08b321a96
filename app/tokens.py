"""Signed words in links: who may become the first instructor, and who is invited.

A token is worth nothing once what it offers has happened: the database says so, not the token.
"""

from dataclasses import dataclass

from flask import current_app, url_for
from itsdangerous import BadSignature, URLSafeSerializer, URLSafeTimedSerializer

FIRST_LASTS_S = 7 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Invitation:
    """Who is invited; another session key withdraws it."""

    person_id: int
    session_key: str


def first_instructor_path() -> str:
    """Return the path of the page where its bearer becomes the first instructor."""
    return url_for("account.first", token=_first().dumps("first"))


def is_first_instructor_token(token: str) -> bool:
    """Say whether a token lets its bearer become the first instructor, if there is none."""
    try:
        return bool(_first().loads(token, max_age=FIRST_LASTS_S) == "first")
    except BadSignature:
        return False


def invitation_path(person_id: int, session_key: str) -> str:
    """Return the path of the page where an invited person chooses a password."""
    return url_for("account.invitation", token=_invitations().dumps([person_id, session_key]))


def read_invitation(token: str) -> Invitation | None:
    """Return who a token invites, or None where it was not made here."""
    try:
        person_id, session_key = _invitations().loads(token)
    except (BadSignature, TypeError, ValueError):
        return None
    return Invitation(int(person_id), str(session_key))


def _first() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(_secret(), salt="first-instructor")


def _invitations() -> URLSafeSerializer:
    return URLSafeSerializer(_secret(), salt="invitation")


def _secret() -> str:
    return str(current_app.config["SECRET_KEY"])
