"""Words, numbers and times in the reader's language and zone."""

from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction

from flask import Flask
from flask_babel import Babel, format_date, format_datetime, format_decimal, format_percent
from markupsafe import Markup

from app.access import me
from app.words import gettext as _

LOCALE = "en_GB"


def init_app(app: Flask) -> None:
    """Give templates `_()`, and filters for instants and numbers."""
    app.config.setdefault("BABEL_DEFAULT_LOCALE", LOCALE)
    app.config.setdefault("BABEL_DEFAULT_TIMEZONE", "UTC")
    Babel(app, timezone_selector=_zone)
    app.jinja_env.filters.update(instant=instant, day=day, number=number, percent=percent)


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
    return str(format_decimal(_decimal(value), "#,##0." + "#" * places if places else "#,##0"))


def percent(share: float | Decimal | Fraction, places: int = 0) -> str:
    """Return a share, 0 to 1, as a percentage."""
    return str(format_percent(_decimal(share), "#,##0" + ("." + "#" * places if places else "") + "%"))


def _decimal(value: int | float | Decimal | Fraction) -> Decimal | int | float:
    return Decimal(value.numerator) / Decimal(value.denominator) if isinstance(value, Fraction) else value
