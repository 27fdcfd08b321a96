"""What a learner answered, read from JSON against the interaction it answers.

A response travels and is stored as `{part key: value}`. The value is a list of option keys (choice,
order), an object `{source: target}` (match) or `{gap: option}` (gap-select), or a string (text, number).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import assert_never

from quizzes.interactions import (
    Choice,
    GapSelect,
    Interaction,
    Item,
    Judged,
    Match,
    NumberEntry,
    Option,
    Order,
    Question,
    TextEntry,
)

MAX_TEXT_LENGTH = 10_000
MAX_NUMBER_LENGTH = 40
MAX_NUMBER_EXPONENT = 300

JSON = None | bool | int | float | str | list["JSON"] | dict[str, "JSON"]


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing was answered."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Options chosen."""

    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Paired:
    """Source to target, or gap to option; a source or gap left empty is absent."""

    pairs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Ordered:
    """All options, in the order given."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A text as it was written."""

    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number, exactly as written."""

    value: Decimal


Response = Blank | Chosen | Paired | Ordered | Written | Number


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A response that cannot be taken: it is never stored and costs nothing. `message` is for the learner."""

    part: str
    message: str


def read(item: Item | Question, raw: object) -> dict[str, Response] | Unreadable:
    """Read a response to all parts of an item; a part that is absent is blank."""
    if raw is None:
        raw = {}
    if not isinstance(raw, Mapping):
        return Unreadable("", "The answer must be an object with one entry a part.")
    known = {part.key for part in item.parts}
    for key in raw:
        if key not in known:
            return Unreadable("", "The answer names a part that this question does not have.")
    responses: dict[str, Response] = {}
    for part in item.parts:
        response = read_part(part.interaction, raw.get(part.key))
        if isinstance(response, str):
            return Unreadable(part.key, response)
        responses[part.key] = response
    return responses


def read_part(interaction: Interaction, raw: object) -> Response | str:
    """Read one part's value, or say in a sentence to the learner why it cannot be read."""
    if raw is None or raw in ("", [], {}):
        return Blank()
    match interaction:
        case Choice():
            return _read_choice(interaction, raw)
        case Match():
            return _read_match(interaction, raw)
        case Order():
            return _read_order(interaction, raw)
        case GapSelect():
            return _read_gaps(interaction, raw)
        case TextEntry() | Judged():
            return _read_text(raw)
        case NumberEntry():
            return _read_number(raw)
        case _:
            assert_never(interaction)


def _read_choice(interaction: Choice, raw: object) -> Response | str:
    keys = _key_list(raw, interaction.options)
    if isinstance(keys, str):
        return keys
    if interaction.max_choices and len(keys) > interaction.max_choices:
        return f"Choose at most {interaction.max_choices}."
    return Chosen(frozenset(keys))


def _read_order(interaction: Order, raw: object) -> Response | str:
    keys = _key_list(raw, interaction.options)
    if isinstance(keys, str):
        return keys
    if len(keys) < len(interaction.options):
        return "Give every line its own position."
    return Ordered(keys)


def _key_list(raw: object, options: tuple[Option, ...]) -> tuple[str, ...] | str:
    if not isinstance(raw, list | tuple) or not all(isinstance(key, str) for key in raw):
        return "The answer must be a list of options of this question."
    known = {option.key for option in options}
    if not known.issuperset(raw):
        return "The answer names an option that this question does not have."
    if len(set(raw)) < len(raw):
        return "Use each option once."
    return tuple(raw)


def _read_match(interaction: Match, raw: object) -> Response | str:
    sources = {option.key for option in interaction.sources}
    targets = {option.key for option in interaction.targets}
    pairs = _pairs(raw)
    if pairs is None or not sources.issuperset(pairs) or not targets.issuperset(pairs.values()):
        return "The answer names something that this question does not have."
    given = list(pairs.values())
    if interaction.target_max and any(given.count(target) > interaction.target_max for target in given):
        return (
            "Use each answer on the right once."
            if interaction.target_max == 1
            else (f"Use each answer on the right at most {interaction.target_max} times.")
        )
    return Paired(pairs) if pairs else Blank()


def _read_gaps(interaction: GapSelect, raw: object) -> Response | str:
    known = {gap.key: {option.key for option in gap.options} for gap in interaction.gaps}
    pairs = _pairs(raw)
    if pairs is None or any(gap not in known or option not in known[gap] for gap, option in pairs.items()):
        return "The answer names a gap or an option that this question does not have."
    return Paired(pairs) if pairs else Blank()


def _pairs(raw: object) -> dict[str, str] | None:
    """Return the pairs that are filled, or None where it is not an object of strings."""
    if not isinstance(raw, Mapping):
        return None
    if not all(isinstance(key, str) and (value is None or isinstance(value, str)) for key, value in raw.items()):
        return None
    return {key: value for key, value in raw.items() if value}


def _read_text(raw: object) -> Response | str:
    if not isinstance(raw, str):
        return "The answer must be a text."
    if len(raw) > MAX_TEXT_LENGTH:
        return f"The answer is longer than {MAX_TEXT_LENGTH} characters. Shorten it."
    if "\0" in raw or any("\ud800" <= character <= "\udfff" for character in raw):
        return "The answer has a character that cannot be stored. Type it again."
    return Written(raw) if raw.strip() else Blank()


def _read_number(raw: object) -> Response | str:
    if isinstance(raw, bool) or not isinstance(raw, str | int | float):
        return "The answer must be a number."
    if isinstance(raw, int) and raw.bit_length() > MAX_NUMBER_LENGTH * 3:
        return _TOO_LONG  # Before it becomes a text: Python refuses to write very long numbers.
    written = str(raw)
    if not written.strip():
        return Blank()
    number = parse_number(written)
    return number if isinstance(number, str) else Number(number)


def parse_number(written: str) -> Decimal | str:
    """Read a number as people write it: unicode minus, exponent, spaces between groups of three digits.

    One comma is a decimal comma, unless it may stand between thousands: `1,000` may be a thousand or one,
    so it is refused with a sentence that says what to write instead.
    """
    if len(written) > MAX_NUMBER_LENGTH:
        return _TOO_LONG
    shown = written.strip().encode(errors="replace").decode()
    text = re.sub(r"(?<=\d)[\s_](?=\d{3}(?!\d))", "", written.strip().translate(_PLAIN))
    text = re.sub(r"\s*[x*]\s*10\s*(?:\^|\*\*)\s*", "e", text)
    if "," in text:
        if _THOUSANDS.search(text):
            return f"“{shown}” can be read in two ways. Write it without the comma."
        text = text.replace(",", ".")
    try:
        number = Decimal(text) if _NUMBER.fullmatch(text) else None
    except InvalidOperation:
        number = None  # The exponent has too many digits.
    if number is None:
        return f"“{shown}” is not a number. Write digits, such as 12.5."
    if number and abs(number.adjusted()) > MAX_NUMBER_EXPONENT:
        return f"“{shown}” is out of range. Check its exponent."
    return number


_TOO_LONG = f"Write the number with at most {MAX_NUMBER_LENGTH} characters."
_PLAIN = str.maketrans({"\u2212": "-", "\uff0d": "-", "\uff0b": "+", "\u00d7": "x", "\uff0e": ".", "\uff0c": ","})
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_THOUSANDS = re.compile(r"(?<!\d)(?!0)\d{1,3}(?:,\d{3})+(?!\d)")
