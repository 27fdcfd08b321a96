"""How often somebody may try what could be guessed: a password, or whether an e-mail is known.

Counted in memory, so each worker counts its own: the bounds are a few times what they say, never none.
`limits` is the engine of Flask-Limiter, which itself would cost every request of the app a hook.
"""

import math
import time
from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app, request
from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from werkzeug.exceptions import TooManyRequests

from app.words import gettext as _
from app.words import ngettext

KEY = "coursewright.throttle"


@dataclass(frozen=True, slots=True)
class Bound:
    """So many tries in so many minutes, of one thing by one key."""

    name: str
    item: RateLimitItem


# A class of thirty behind one address must get in: only failures count for signing in.
SIGN_IN_BY_EMAIL = Bound("sign-in-email", RateLimitItemPerMinute(10, 15))
SIGN_IN_BY_ADDRESS = Bound("sign-in-address", RateLimitItemPerMinute(50, 15))
REGISTER_BY_ADDRESS = Bound("register-address", RateLimitItemPerMinute(60, 60))
REGISTER_BY_EMAIL = Bound("register-email", RateLimitItemPerMinute(5, 60))
CHANGE_PASSWORD = Bound("change-password", RateLimitItemPerMinute(10, 15))


def init_app(app: Flask) -> None:
    """Give an app its own counters."""
    app.extensions[KEY] = MovingWindowRateLimiter(MemoryStorage())


def remote_address() -> str:
    """Return the address that a request comes from, behind as many proxies as the settings say."""
    return request.remote_addr or ""


def refuse_beyond(bound: Bound, key: str) -> None:
    """Raise TooManyRequests, with the time to wait, where a bound is reached."""
    limiter = _limiter()
    if not limiter.test(bound.item, bound.name, key):
        _refuse(limiter, bound, key)


def count(bound: Bound, key: str) -> None:
    """Count one try."""
    _limiter().hit(bound.item, bound.name, key)


def count_or_refuse(bound: Bound, key: str) -> None:
    """Count one try, or raise TooManyRequests where the bound is reached: of two at once, one is refused."""
    limiter = _limiter()
    if not limiter.hit(bound.item, bound.name, key):
        _refuse(limiter, bound, key)


def _refuse(limiter: MovingWindowRateLimiter, bound: Bound, key: str) -> None:
    wait_s = max(1, math.ceil(limiter.get_window_stats(bound.item, bound.name, key).reset_time - time.time()))
    minutes = math.ceil(wait_s / 60)
    advice = ngettext("Try again in a minute.", "Try again in %(num)s minutes.", minutes)
    raise TooManyRequests(_("There were too many tries. %(advice)s", advice=advice), retry_after=wait_s)


def _limiter() -> MovingWindowRateLimiter:
    return cast("MovingWindowRateLimiter", current_app.extensions[KEY])
