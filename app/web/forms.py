"""What all forms share."""

from flask_wtf import FlaskForm
from wtforms import Field


class PlainForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF comes without types
    """A form filled from the request. Its token is in the page, and checked for every request in `app.security`.

    So two forms of one page have no field, and no id, in common.
    """

    class Meta:
        """Settings for WTForms."""

        csrf = False


def text_of(field: Field) -> str:
    """Return what was written in a field."""
    return str(field.data or "")


def on_one_line(text: str | None) -> str:
    """Return a text on one line: without control characters, and with single spaces."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text or "").split())
