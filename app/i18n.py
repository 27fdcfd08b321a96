"""Words, numbers and times in the reader's language and zone."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import cast

from babel.numbers import format_decimal, format_percent
from babel.support import NullTranslations
from flask import Flask, g
from flask_babel import Babel, format_date, format_datetime, get_locale, get_translations
from markupsafe import Markup

from app.access import me
from app.words import gettext as _

LOCALE = "en_GB"


def init_app(app: Flask) -> None:
    """Give templates `_()`, and filters for instants and numbers."""
    app.config.setdefault("BABEL_DEFAULT_LOCALE", LOCALE)
    app.config.setdefault("BABEL_DEFAULT_TIMEZONE", "UTC")
    Babel(app, timezone_selector=_zone)
    # Flask-Babel asks for the reader's language anew for each text, which took a quarter of the longest pages.
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=lambda text: _translations().ugettext(text),
        ngettext=lambda one, many, num: _translations().ungettext(one, many, num),
        newstyle=True,
    )
    app.jinja_env.filters.update(instant=instant, day=day, number=number, percent=percent)


def _translations() -> NullTranslations:
    """Return the words of the reader's language, found once a request."""
    if "translations" not in g:
        g.translations = get_translations()
    return cast("NullTranslations", g.translations)


def _zone() -> str:
    identity = me()
    return (identity.timezone if identity else "") or "UTC"


def instant(at: datetime) -> Markup:
    """Return an instant as `<time>`, to the minute. Who chose no zone reads UTC, until a script puts in theirs."""
    return _time(at, format_datetime(at, "d MMM y, HH:mm"))


def day(at: datetime) -> Markup:
    """Return the day of an instant as `<time>`."""
    return _time(at, format_date(at, "d MMM y"))


def _time(at: datetime, shown: str) -> Markup:
    stamp = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    identity = me()
    if identity and identity.timezone:
        return Markup('<time datetime="{}">{}</time>').format(stamp, shown)
    return Markup('<time datetime="{}" data-local>{}</time>').format(stamp, _("%(when)s UTC", when=shown))


def number(value: int | float | Decimal | Fraction, places: int = 2) -> str:
    """Return a number with at most so many decimals, and no zeros at their end."""
    return _written(format_decimal, value, "#,##0." + "#" * places if places else "#,##0")


def percent(share: float | Decimal | Fraction, places: int = 0) -> str:
    """Return a share, 0 to 1, as a percentage."""
    return _written(format_percent, share, "#,##0" + ("." + "#" * places if places else "") + "%")


def _written(write: Callable[..., str], value: int | float | Decimal | Fraction, pattern: str) -> str:
    return _in_locale(write, value, pattern, str(get_locale()))


@lru_cache(maxsize=4096)
def _in_locale(write: Callable[..., str], value: int | float | Decimal | Fraction, pattern: str, locale: str) -> str:
    """Return a number as a locale writes it: a board has the same few a thousand times."""
    return str(write(_decimal(value), pattern, locale=locale))


def _decimal(value: int | float | Decimal | Fraction) -> Decimal | int | float:
    return Decimal(value.numerator) / Decimal(value.denominator) if isinstance(value, Fraction) else value
