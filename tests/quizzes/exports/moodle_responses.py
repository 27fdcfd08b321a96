"""Responses of ours as Moodle's form would send them, found by position and by what the learner reads."""

from collections.abc import Mapping

from lxml import html

from quizzes.interactions import Choice, GapSelect, Item, Match, Order
from quizzes.responses import JSON
from quizzes.text import to_plain
from tests.quizzes.exports.moodle_questions import Question


def moodle_response(item: Item, question: Question, response: JSON) -> object:
    """Return the response to the only part of an item as the question takes it; None is none."""
    value = response.get("answer") if isinstance(response, Mapping) else None
    if not value or (isinstance(value, str) and not value.strip()):
        return None
    interaction = item.parts[0].interaction
    if question.type == "truefalse":
        assert isinstance(value, list)
        return value[0]
    if isinstance(interaction, Choice):
        keys = [option.key for option in interaction.options]
        assert isinstance(value, list)
        return [keys.index(str(key)) for key in value]
    if isinstance(interaction, Match):
        assert isinstance(value, Mapping)
        return _pairs(interaction, value)
    if isinstance(interaction, Order):
        assert isinstance(value, list)
        return _order(interaction, question, [str(key) for key in value])
    if isinstance(interaction, GapSelect):
        assert isinstance(value, Mapping)
        return _gaps(interaction, question, value)
    return value


def _pairs(match: Match, value: Mapping[str, JSON]) -> dict[int, str]:
    texts = {target.key: to_plain(target.text) for target in match.targets}
    return {n: texts[str(value[source.key])] for n, source in enumerate(match.sources) if source.key in value}


def _order(order: Order, question: Question, keys: list[str]) -> object:
    texts = {option.key: to_plain(option.text) for option in order.options}
    if question.type == "matching":
        stems = [_read(stem) for stem in question.stems()]
        return {stems.index(texts[key]): str(place) for place, key in enumerate(keys, 1)}
    shown = [_read(answer.text) for answer in question.answers]
    return [shown.index(texts[key]) for key in keys]


def _gaps(select: GapSelect, question: Question, value: Mapping[str, JSON]) -> object:
    texts = {(gap.key, option.key): to_plain(option.text) for gap in select.gaps for option in gap.options}
    given = {n: texts[gap.key, str(value[gap.key])] for n, gap in enumerate(select.gaps) if gap.key in value}
    if question.type == "matching":
        return given
    choices = [(answer.group, answer.text) for answer in question.answers]
    return {place: choices.index((place + 1, text)) + 1 for place, text in given.items()}


def _read(source: str) -> str:
    """Return HTML as it is read."""
    return str(html.fragment_fromstring(source, create_parent=True).text_content()).strip()
