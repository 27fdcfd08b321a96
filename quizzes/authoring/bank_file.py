"""A bank's YAML, written as people write it: long texts as blocks, keys in the order of the manual.

What is surely plain, or a block, is written here, which is nearly everything and takes a tenth of ruamel's time;
every other value is left to ruamel.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from io import StringIO

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

WIDTH = 118
STEP = 2
# Words with one space between, of which none opens a comment or ends a key.
_SURELY = re.compile(
    r"[A-Za-z](?:[!-9;-~\xa1-\u1fff\u2010-\u2027\u2030-\ud7ff]|:(?=[!-~])| (?=[!\"$-~\xa1-\u1fff\u2010-\u2027]))*"
)
_RESERVED = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}  # to any version of YAML


def bank_yaml(
    title: str, imported: str, items: Iterable[Mapping[str, object]], settings: Mapping[str, object] | None = None
) -> Iterator[str]:
    """Yield the file of a quiz, its head and then item by item; `imported` names the file that its items come from."""
    yield "".join(_mapping({"title": title, **(settings or {}), "imported": imported}, 0)) + "items:\n"
    for item in items:
        yield "".join(_entry(item, STEP))


def _mapping(fields: Mapping[str, object], indent: int) -> Iterator[str]:
    for name, value in fields.items():
        begun = f"{' ' * indent}{_scalar(name, indent, indent)}:"
        yield begun
        yield from _after(value, indent, len(begun))


def _entry(value: object, indent: int) -> Iterator[str]:
    """Yield an entry of a list; a mapping begins beside the dash."""
    yield f"{' ' * indent}-"
    if isinstance(value, Mapping) and value:
        first, *others = _mapping(value, indent + STEP)
        yield f" {first.lstrip()}"
        yield from others
    else:
        yield from _after(value, indent, indent + 1)


def _after(value: object, indent: int, column: int) -> Iterator[str]:
    """Yield what stands after a key or a dash, to the end of its last line."""
    match value:
        case dict() if value:
            yield "\n"
            yield from _mapping(value, indent + STEP)
        case list() if value:
            yield "\n"
            for inner in value:
                yield from _entry(inner, indent + STEP)
        case str() if "\n" in value and _is_block(value):
            pad = " " * (indent + STEP)
            yield " |\n"
            yield from (f"{pad}{line}\n" if line else "\n" for line in value.rstrip("\n").split("\n"))
        case _:
            yield f" {_scalar(value, indent, column + 1)}\n"


def _scalar(value: object, indent: int, column: int) -> str:
    match value:
        case str() if _SURELY.fullmatch(value) and value.lower() not in _RESERVED:
            return _folded(value, indent, column)
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case _:
            return _left_to_ruamel(value, indent)


def _folded(text: str, indent: int, column: int) -> str:
    """Return a text that begins in a column, with line ends in place of spaces where it would be too wide."""
    if column + len(text) <= WIDTH:
        return text
    first, *words = text.split(" ")
    made, pad = [first], " " * (indent + STEP)
    column += len(first)
    for word in words:
        is_wide = column + 1 + len(word) > WIDTH
        made.append(f"\n{pad}{word}" if is_wide else f" {word}")
        column = len(word) + (len(pad) if is_wide else column + 1)
    return "".join(made)


def _left_to_ruamel(value: object, indent: int) -> str:
    if isinstance(value, str) and (not value.isprintable() or "\n" in value):
        value = DoubleQuotedScalarString(value)
    target = StringIO()
    _ruamel().dump({"x": value}, target)
    return target.getvalue().removeprefix("x:").strip().replace("\n", f"\n{' ' * indent}")


@cache
def _ruamel() -> YAML:
    yaml = YAML()
    yaml.width = WIDTH
    yaml.allow_unicode = True
    return yaml


def _is_block(text: str) -> bool:
    """Say whether a text can stand as a block: nothing unseen in it, and no line that only looks empty."""
    lines = text.rstrip("\n").split("\n")
    return all(line == line.rstrip() and (line.isprintable() or not line) for line in lines) and not text[:1].isspace()
