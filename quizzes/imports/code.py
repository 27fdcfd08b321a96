"""Choices whose options are code: printed outputs, or lines of one program."""

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from quizzes.interactions import Choice, Option, Part

_LINE = re.compile(r"^ *(\d{1,4})  ")


def as_output(part: Part, texts: Sequence[str]) -> Part:
    """Return a choice whose options print these texts."""
    return _with(part, [text.strip("\n") for text in texts], "output")


def as_lines(part: Part, texts: Sequence[str]) -> Part:
    """Return a choice whose options are these lines of a program, without their numbers."""
    return _with(part, [_LINE.sub("", text.rstrip("\n")) for text in texts], "lines")


def line_numbers(texts: Sequence[str]) -> list[int]:
    """Return the numbers with which texts begin, where all are single lines and the numbers rise; else none."""
    found = [_LINE.match(text) for text in texts]
    numbers = [int(one[1]) for one in found if one]
    rises = numbers == sorted(set(numbers)) and len(numbers) == len(texts) > 1
    return numbers if rises and not any("\n" in text.strip("\n") for text in texts) else []


def _with(part: Part, texts: Sequence[str], form: Literal["lines", "output"]) -> Part:
    choice = part.interaction
    if not isinstance(choice, Choice):
        return part
    options = tuple(Option(one.key, text) for one, text in zip(choice.options, texts, strict=True))
    return msgspec.structs.replace(part, interaction=msgspec.structs.replace(choice, options=options, form=form))
