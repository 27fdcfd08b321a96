"""A YAML text as plain values, with the line of every one of them."""

import math
import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from io import StringIO
from pathlib import Path
from typing import cast

import yaml
from ruamel.yaml import YAML
from ruamel.yaml import nodes as careful
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.resolver import VersionedResolver
from yaml._yaml import CParser

from quizzes.faults import ContentError, Fault

ScalarNode = careful.ScalarNode | yaml.ScalarNode
SequenceNode = careful.SequenceNode | yaml.SequenceNode
MappingNode = careful.MappingNode | yaml.MappingNode
Node = careful.Node | yaml.Node

Step = str | int | bool | float | None
Place = tuple[Step, ...]
MAX_DEPTH = 30
BEGINNINGS = frozenset("~-+.0123456789=<nNtTfF")  # of what is no text: nothing, a number, true or false
OTHERWISE = re.compile(
    r"^%|[\t\x85\u2028\u2029]|(?<![^\s\[{,])![\w!<\s]", re.MULTILINE
)  # where YAML 1.1 or libyaml differs
MAX_VALUES = 500_000  # Aliases of aliases can name more values than memory holds.


@dataclass(slots=True)
class Source:
    """`value` is made of dict, list, str, int, float, bool and None; `lines` counts from 1."""

    file: str
    value: object = None
    lines: dict[Place, int] = field(default_factory=dict)

    def line(self, place: Place) -> int:
        """Return the line of the value at a place, or of the nearest thing around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def fault(self, place: Place, message: str) -> Fault:
        """Return a fault at a place of this source."""
        return Fault(self.file, self.line(place), message)


def read_file(path: Path, name: str) -> Source:
    """Read a YAML file, known to people as `name`. Raises ContentError where it is not UTF-8 or not YAML."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ContentError([Fault(name, 0, f"is not UTF-8 (byte {error.start}); save it as UTF-8")]) from error
    except OSError as error:
        raise ContentError([Fault(name, 0, f"can't be read: {error.strerror}")]) from error
    return read_text(text, name)


def read_text(text: str, name: str, first_line: int = 1) -> Source:
    """Read YAML that starts at `first_line` of a file. Raises ContentError where it is not YAML."""
    source = Source(name)
    try:
        node = _compose(text)
        if node is not None:
            _Values(source, first_line).read(node, (), 0)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + first_line if mark else 0
        raise ContentError([Fault(name, line, f"is not YAML: {error.problem or error.context}")]) from error
    except (YAMLError, ValueError) as error:
        raise ContentError([Fault(name, 0, f"is not YAML: {error}")]) from error
    return source


def _compose(text: str) -> Node | None:
    """Return what YAML 1.2 says. libyaml is many times as fast; where it stops, ruamel says why, or reads on."""
    if OTHERWISE.search(text) is None:
        loader = _Fast(text)
        try:
            return cast(Node | None, loader.get_single_node())
        except yaml.YAMLError:
            pass
        finally:
            loader.dispose()
    return cast(Node | None, YAML(typ="safe", pure=True).compose(StringIO(text)))


class _Fast(CParser):
    """libyaml, with what plain words mean in YAML 1.2: `yes` is a word there, and 010 is ten."""

    def resolve(self, kind: type, value: str, implicit: tuple[bool, bool]) -> str:
        """Return what a value is: a word written without quotes may be a number, or nothing."""
        return _meaning(value) if kind is yaml.ScalarNode and implicit[0] else "str"

    def descend_resolver(self, parent: object, index: object) -> None:
        """Go into a value; what a word means does not depend on where it stands."""

    def ascend_resolver(self) -> None:
        """Come back from a value."""


@lru_cache(8192)
def _meaning(word: str) -> str:
    if word and word[0] not in BEGINNINGS:
        return "str"
    return str(_resolver().resolve(careful.ScalarNode, word, (True, False)))


@cache
def _resolver() -> VersionedResolver:
    return VersionedResolver()


class _Values:
    """Turns nodes into values, noting lines. Only what JSON can say is read: a date stays the text it was."""

    def __init__(self, source: Source, first_line: int) -> None:
        self.source = source
        self.first_line = first_line
        self.faults: list[Fault] = []

    def read(self, node: Node, place: Place, depth: int) -> None:
        self.source.value = self._value(node, place, depth)
        if self.faults:
            raise ContentError(self.faults)

    def _value(self, node: Node, place: Place, depth: int) -> object:
        self.source.lines.setdefault(place, node.start_mark.line + self.first_line)
        if depth > MAX_DEPTH:
            self._fault(node, f"is nested deeper than {MAX_DEPTH} levels")
            return None
        if len(self.source.lines) > MAX_VALUES:
            raise ContentError([Fault(self.source.file, 0, f"holds more than {MAX_VALUES} values; split it")])
        match node:
            case careful.MappingNode() | yaml.MappingNode():
                return self._mapping(node, place, depth)
            case careful.SequenceNode() | yaml.SequenceNode():
                return [self._value(child, (*place, index), depth + 1) for index, child in enumerate(node.value)]
            case careful.ScalarNode() | yaml.ScalarNode():
                return _scalar(node)
            case _:
                self._fault(node, "is of a kind that is not used here")
                return None

    def _mapping(self, node: MappingNode, place: Place, depth: int) -> dict[Step, object]:
        mapping: dict[Step, object] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, careful.ScalarNode | yaml.ScalarNode):
                self._fault(key_node, "a key must be a word")
                continue
            key = _scalar(key_node)
            if key in mapping:
                self._fault(key_node, f"“{key}” stands here twice; keep one")
                continue
            self.source.lines[(*place, key)] = key_node.start_mark.line + self.first_line
            mapping[key] = self._value(value_node, (*place, key), depth + 1)
        return mapping

    def _fault(self, node: Node, message: str) -> None:
        self.faults.append(Fault(self.source.file, node.start_mark.line + self.first_line, message))


def _scalar(node: ScalarNode) -> Step:
    tag, text = str(node.tag).rsplit(":", 1)[-1], str(node.value)
    match tag:
        case "null":
            return None
        case "bool":
            return text.lower() == "true"
        case "int":
            return _whole(text.replace("_", ""))
        case "float":
            number = float(text.replace("_", "").replace(".inf", "inf").replace(".nan", "nan"))
            return number if math.isfinite(number) else text
        case _:
            return text


def _whole(text: str) -> int:
    """Return a whole number; YAML knows 0x1F and 0o17, and reads 007 as 7."""
    return int(text, 0) if re.match(r"[+-]?0[xob]", text) else int(text)
