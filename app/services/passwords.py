"""Passwords: what is accepted, and how they are hashed and compared (Argon2id, RFC 9106)."""

import secrets
import unicodedata
from enum import Enum, auto
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

MIN_LENGTH = 10
MAX_LENGTH = 200

_hasher = PasswordHasher()


class Weakness(Enum):
    """Why a password is refused."""

    TOO_SHORT = auto()
    TOO_LONG = auto()
    SAME_AS_EMAIL = auto()


def weakness(password: str, email: str) -> Weakness | None:
    """Return why a password can't be taken, if it can't; lengths count characters."""
    if len(password) < MIN_LENGTH:
        return Weakness.TOO_SHORT
    if len(password) > MAX_LENGTH:
        return Weakness.TOO_LONG
    if _folded(password) in (_folded(email), _folded(email.partition("@")[0])):
        return Weakness.SAME_AS_EMAIL
    return None


def hash_password(password: str) -> str:
    """Return what is kept of a password."""
    return _hasher.hash(_typed(password))


def is_password(kept: str | None, password: str) -> bool:
    """Say whether a password is the one kept; as slow where none is kept."""
    try:
        matches = _hasher.verify(kept or _nobodys(), _typed(password[:MAX_LENGTH]))
    except (VerificationError, InvalidHashError):
        return False
    return matches and kept is not None


def needs_rehash(kept: str) -> bool:
    """Say whether a password was hashed with other parameters than are used now."""
    return _hasher.check_needs_rehash(kept)


@cache
def _nobodys() -> str:
    """Return a hash to compare with where there is no account, so that the time a refusal takes doesn't tell."""
    return _hasher.hash(secrets.token_hex())


def _typed(password: str) -> str:
    """Return one form for what different keyboards send for the same letters."""
    return unicodedata.normalize("NFKC", password)


def _folded(text: str) -> str:
    return _typed(text).strip().casefold()
