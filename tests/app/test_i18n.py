"""Times in the reader's zone, numbers as they are read."""

from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po
from flask import Flask
from flask_login import login_user

from app.i18n import day, instant, number, percent
from app.models import Role
from app.services.people import Identity

LATE = datetime(2026, 7, 31, 23, 5, tzinfo=UTC)


def identity(zone: str) -> Identity:
    return Identity(1, "Anna", "anna@example.org", Role.LEARNER, zone, "k", True, LATE)


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("Europe/Berlin", "1 Aug 2026, 01:05"),
        ("America/New_York", "31 Jul 2026, 19:05"),
        ("Asia/Kathmandu", "1 Aug 2026, 04:50"),
        ("UTC", "31 Jul 2026, 23:05"),
    ],
)
def test_an_instant_is_shown_in_the_readers_zone(made_app: Flask, zone: str, shown: str) -> None:
    with made_app.test_request_context():
        login_user(identity(zone))
        assert instant(LATE) == f'<time datetime="2026-07-31T23:05:00Z">{shown}</time>'


def test_a_day_is_the_readers_day(made_app: Flask) -> None:
    with made_app.test_request_context():
        login_user(identity("Europe/Berlin"))
        assert day(LATE) == '<time datetime="2026-07-31T23:05:00Z">1 Aug 2026</time>'


def test_without_a_zone_utc_is_named_and_a_script_may_put_in_its_own(made_app: Flask) -> None:
    with made_app.test_request_context():
        login_user(identity(""))
        assert instant(LATE) == '<time datetime="2026-07-31T23:05:00Z" data-local>31 Jul 2026, 23:05 UTC</time>'
    with made_app.test_request_context():
        assert "31 Jul 2026, 23:05 UTC" in instant(LATE)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decimal("2.50"), "2.5"),
        (Decimal("2.00"), "2"),
        (Fraction(5, 3), "1.67"),
        (1234567, "1,234,567"),
        (Decimal("-0.5"), "-0.5"),
        (0, "0"),
    ],
)
def test_a_number_has_no_more_digits_than_it_needs(
    made_app: Flask, value: Decimal | Fraction | int, shown: str
) -> None:
    with made_app.test_request_context():
        assert number(value) == shown


@pytest.mark.parametrize(
    ("share", "places", "shown"),
    [
        (Fraction(1, 3), 0, "33%"),
        (Fraction(1, 3), 1, "33.3%"),
        (1, 0, "100%"),
        (Decimal("0.5"), 1, "50%"),
        (0, 0, "0%"),
    ],
)
def test_a_share_is_a_percentage(made_app: Flask, share: Fraction | Decimal, places: int, shown: str) -> None:
    with made_app.test_request_context():
        assert percent(share, places) == shown


def test_the_texts_of_pages_forms_and_errors_can_be_extracted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    out = tmp_path / "messages.pot"
    command = ["pybabel", "-q", "extract", "-F", "pyproject.toml", "-k", "lazy_gettext", "-o", str(out), "."]
    CommandLineInterface().run(command)
    with out.open("rb") as file:
        texts = {message.id for message in read_po(file)}
    assert {
        "There is no such page",  # an error
        "Write your e-mail address.",  # a form
        "Keep me signed in on this device",  # a label, made at import
        "Make an account",  # a template
        ("Try again in a minute.", "Try again in %(num)s minutes."),  # one and many
    } <= texts
    assert len(texts) > 200
