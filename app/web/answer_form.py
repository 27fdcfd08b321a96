"""The answer to a question as the fields of a form, there and back."""

from collections.abc import Mapping, Sequence

from werkzeug.datastructures import MultiDict

from quizzes.interactions import Choice, GapSelect, Interaction, Match, Order, Question
from quizzes.responses import JSON


def read_form(question: Question, form: MultiDict[str, str], name: str = "") -> dict[str, JSON]:
    """Return the response that a form holds, as `quizzes.responses.read` takes it.

    Field names are `{name}{part}`, or `{name}{part}.{source, gap or option}` where a part has several fields.
    """
    return {part.key: _read_part(part.interaction, form, f"{name}{part.key}") for part in question.parts}


def write_form(question: Question, response: JSON, name: str = "") -> MultiDict[str, str]:
    """Return the fields that a response fills: what `read_form` reads back. What does not fit is left out."""
    form: MultiDict[str, str] = MultiDict()
    given = response if isinstance(response, Mapping) else {}
    for part in question.parts:
        for field, text in _written(part.interaction, given.get(part.key), f"{name}{part.key}"):
            form.add(field, text)
    return form


def _read_part(interaction: Interaction, form: MultiDict[str, str], field: str) -> JSON:
    match interaction:
        case Choice():
            return [key for key in form.getlist(field) if key]
        case Match(sources=sources):
            return _filled(form, field, [source.key for source in sources])
        case GapSelect(gaps=gaps):
            return _filled(form, field, [gap.key for gap in gaps])
        case Order(options=options):
            return _in_order(_filled(form, field, [option.key for option in options]), len(options))
        case _:
            return form.get(field, "")


def _filled(form: MultiDict[str, str], field: str, keys: Sequence[str]) -> dict[str, JSON]:
    texts = {key: form.get(f"{field}.{key}", "").strip() for key in keys}
    return {key: text for key, text in texts.items() if text}


def _in_order(positions: Mapping[str, JSON], count: int) -> JSON:
    """Return the keys by position, or no key where no position is given.

    Where positions are missing or used twice the list comes out too short, and whoever reads it says so.
    """
    wanted = [str(position) for position in range(1, count + 1)]
    by_position = {position: key for key, position in positions.items()}
    keys: list[JSON] = [by_position[position] for position in wanted if position in by_position]
    return keys or list[JSON](positions)[: count - 1]


def _written(interaction: Interaction, value: JSON, field: str) -> list[tuple[str, str]]:
    match interaction, value:
        case Choice(), list():
            return [(field, str(key)) for key in value]
        case Order(), list():
            return [(f"{field}.{key}", str(position)) for position, key in enumerate(value, 1)]
        case Match() | GapSelect(), dict():
            return [(f"{field}.{key}", str(given)) for key, given in value.items() if given]
        case _, str() | int() | float():
            return [(field, str(value))]
        case _:
            return []
