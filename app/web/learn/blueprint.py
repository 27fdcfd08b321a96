"""The blueprint that the learner's pages hang on, and what their addresses are made of."""

from typing import cast

from flask import Blueprint, current_app
from flask.blueprints import BlueprintSetupState
from werkzeug.routing import BaseConverter

from app.services.attempts.served import ServedItems
from app.web.learn.freshness import keep_pages

SERVED = "coursewright.served"
LARGEST_ID = 2**31 - 1

blueprint = Blueprint("learn", __name__)


class SlugConverter(BaseConverter):
    """A slug in an address; nothing else reaches a view, or the database."""

    regex = r"[a-z0-9]+(?:-[a-z0-9]+)*"


class IdConverter(BaseConverter):
    """The id of a row: a whole number that fits the database's."""

    regex = r"[1-9]\d{0,9}"

    def to_python(self, value: str) -> int:
        """Return the id; one that no row can have becomes 0, which none has."""
        number = int(value)
        return number if number <= LARGEST_ID else 0


class CodeConverter(BaseConverter):
    """The secret in a link."""

    regex = r"[A-Za-z0-9_-]{1,64}"


@blueprint.record_once
def _prepare(state: BlueprintSetupState) -> None:
    """Teach the app these addresses before its rules are added, and give it what the views keep in memory."""
    state.app.url_map.converters.update(slug=SlugConverter, id=IdConverter, code=CodeConverter)
    state.app.extensions[SERVED] = ServedItems()
    keep_pages(state.app)


def served_items() -> ServedItems:
    """Return this app's memory of served items."""
    return cast("ServedItems", current_app.extensions[SERVED])
