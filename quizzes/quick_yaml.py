"""YAML as most files are written, to plain values: quick, without lines, and only where nothing is in doubt.

What it leaves to `quizzes.careful_yaml`: anchors, tags, keys that stand twice, depth, and whatever is a fault.
"""

import importlib
import re
from functools import lru_cache
from typing import cast

import yaml
from yaml._yaml import CParser

MAX_DEPTH = 30
MAX_VALUES = 500_000  # Aliases of aliases can name more values than memory holds.

Scalar = str | int | bool | float | None
_BEGINNINGS = frozenset("~-+.0123456789=<")  # of what is no text, but for words such as True
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_WORDS: dict[str, Scalar] = {"true": True, "false": False, "null": None, "~": None, "": None}
# Where YAML 1.1 or libyaml differs from YAML 1.2.
_ODD_CHARACTERS = re.compile("[\t\x85\u2028\u2029]")
_TAGS = re.compile(r"!(?<![^\s\[{,]!)[\w!<\s]")


class UnsureError(Exception):
    """The text takes a careful reading."""


def value_of(text: str) -> object:
    """Return what a text says, made of dict, list, str, int, float, bool and None. Raises UnsureError."""
    if not is_common(text):
        raise UnsureError
    parser = CParser(text)
    try:
        return _Events(parser).document()
    except (yaml.YAMLError, ValueError) as error:
        raise UnsureError from error
    finally:
        parser.dispose()


def is_common(text: str) -> bool:
    """Say whether libyaml reads a text as YAML 1.2 does."""
    if _ODD_CHARACTERS.search(text) or text.startswith("%") or "\n%" in text or "\r%" in text:
        return False
    return "!" not in text or _TAGS.search(text) is None


@lru_cache(8192)
def plain(word: str) -> Scalar:
    """Return what a word means that is written without quotes: `yes` is a word, and 010 is ten."""
    if word in _WORDS:
        return _WORDS[word]
    if word[0] not in _BEGINNINGS and word.lower() not in _WORDS:
        return word
    if _NUMBER.fullmatch(word):
        return int(word)
    return cast(Scalar, importlib.import_module("quizzes.careful_yaml").plain(word))


class _Events:
    """The one document of a text, from the events of its parser."""

    def __init__(self, parser: CParser) -> None:
        self.next = parser.get_event
        self.left = MAX_VALUES

    def document(self) -> object:
        self.next()
        if isinstance(self.next(), yaml.StreamEndEvent):
            return None
        value = self.value(self.next(), 0)
        if not isinstance(self.next(), yaml.DocumentEndEvent) or not isinstance(self.next(), yaml.StreamEndEvent):
            raise UnsureError
        return value

    def value(self, event: object, depth: int) -> object:
        self.left -= 1
        if depth > MAX_DEPTH or self.left < 0:
            raise UnsureError
        match event:
            case yaml.ScalarEvent():
                return _scalar(event)
            case yaml.MappingStartEvent(anchor=None, tag=None):
                return self.mapping(depth)
            case yaml.SequenceStartEvent(anchor=None, tag=None):
                return self.sequence(depth)
            case _:
                raise UnsureError

    def mapping(self, depth: int) -> dict[Scalar, object]:
        found: dict[Scalar, object] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise UnsureError
            key = _scalar(event)
            if key in found:
                raise UnsureError
            found[key] = self.value(self.next(), depth + 1)
        return found

    def sequence(self, depth: int) -> list[object]:
        found: list[object] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            found.append(self.value(event, depth + 1))
        return found


def _scalar(event: yaml.ScalarEvent) -> Scalar:
    if event.anchor is not None or event.tag is not None:
        raise UnsureError
    return plain(event.value) if event.implicit[0] else event.value
