"""Responses of ours as Canvas's form would send them, found by position and by what the learner reads."""

from collections.abc import Mapping

from quizzes.interactions import Choice, GapSelect, Item, Match, Order
from quizzes.responses import JSON
from quizzes.text import to_plain
from tests.quizzes.exports.canvas_reader import Asked, Question


def canvas_response(item: Item, question: Question, response: JSON) -> object:
    """Return the response to the only part of an item as the question takes it; None is none."""
    value = response.get("answer") if isinstance(response, Mapping) else None
    if not value or (isinstance(value, str) and not value.strip()):
        return None
    interaction = item.parts[0].interaction
    if isinstance(interaction, Choice):
        assert isinstance(value, list)
        labels = dict(zip([option.key for option in interaction.options], question.asked[0].labels, strict=True))
        return [labels[str(key)] for key in value]
    if isinstance(interaction, Match):
        assert isinstance(value, Mapping)
        rows = {option.key: _read(option.text) for option in interaction.sources}
        columns = {option.key: _read(option.text) for option in interaction.targets}
        return dict(_matched(question, rows[key], columns[str(target)]) for key, target in value.items())
    if isinstance(interaction, Order):
        assert isinstance(value, list)
        steps = {option.key: _read(option.text) for option in interaction.options}
        return dict(_matched(question, steps[str(key)], str(place)) for place, key in enumerate(value, 1))
    if isinstance(interaction, GapSelect):
        assert isinstance(value, Mapping)
        blanks = dict(zip([gap.key for gap in interaction.gaps], question.asked, strict=True))
        texts = {(gap.key, option.key): _read(option.text) for gap in interaction.gaps for option in gap.options}
        return dict(_chosen(blanks[gap], texts[gap, str(option)]) for gap, option in value.items())
    return value


def _matched(question: Question, row: str, column: str) -> tuple[str, str]:
    return _chosen(next(asked for asked in question.asked if asked.text == row), column)


def _chosen(asked: Asked, text: str) -> tuple[str, str]:
    return asked.ident, next(ident for ident, label in asked.labels.items() if label == text)


def _read(source: str) -> str:
    return to_plain(source)
