"""YAML to plain values, each with its line, and every fault of what can't be read: careful, and slower."""

import math
import re
from functools import cache, lru_cache
from io import StringIO
from typing import cast

import yaml
from ruamel.yaml import YAML
from ruamel.yaml import nodes as careful
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.resolver import VersionedResolver
from yaml._yaml import CParser

from quizzes.faults import ContentError, Fault
from quizzes.quick_yaml import MAX_DEPTH, MAX_VALUES, Scalar, is_common

ScalarNode = careful.ScalarNode | yaml.ScalarNode
SequenceNode = careful.SequenceNode | yaml.SequenceNode
MappingNode = careful.MappingNode | yaml.MappingNode
Node = careful.Node | yaml.Node
Place = tuple[Scalar, ...]
Lines = dict[Place, int]


def values_of(text: str, name: str, first_line: int) -> tuple[object, Lines]:
    """Return what a file called `name` says, and the line of each value. Raises ContentError where it is not YAML."""
    values = _Values(name, first_line)
    try:
        node = _compose(text)
        value = None if node is None else values.read(node)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + first_line if mark else 0
        raise ContentError([Fault(name, line, f"is not YAML: {error.problem or error.context}")]) from error
    except (YAMLError, ValueError) as error:
        raise ContentError([Fault(name, 0, f"is not YAML: {error}")]) from error
    return value, values.lines


def plain(word: str) -> Scalar:
    """Return what a word means that is written without quotes."""
    return _meant(_meaning(word), word)


def _compose(text: str) -> Node | None:
    """Return what YAML 1.2 says. libyaml is many times as fast; where it stops, ruamel says why, or reads on."""
    if is_common(text):
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
    return str(_resolver().resolve(careful.ScalarNode, word, (True, False)))


@cache
def _resolver() -> VersionedResolver:
    return VersionedResolver()


class _Values:
    """Turns nodes into values, noting lines. Only what JSON can say is read: a date stays the text it was."""

    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.lines: Lines = {}
        self.faults: list[Fault] = []

    def read(self, node: Node) -> object:
        value = self._value(node, (), 0)
        if self.faults:
            raise ContentError(self.faults)
        return value

    def _value(self, node: Node, place: Place, depth: int) -> object:
        self.lines.setdefault(place, node.start_mark.line + self.first_line)
        if depth > MAX_DEPTH:
            self._fault(node, f"is nested deeper than {MAX_DEPTH} levels")
            return None
        if len(self.lines) > MAX_VALUES:
            raise ContentError([Fault(self.file, 0, f"holds more than {MAX_VALUES} values; split it")])
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

    def _mapping(self, node: MappingNode, place: Place, depth: int) -> dict[Scalar, object]:
        mapping: dict[Scalar, object] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, careful.ScalarNode | yaml.ScalarNode):
                self._fault(key_node, "a key must be a word")
                continue
            key = _scalar(key_node)
            if key in mapping:
                self._fault(key_node, f"“{key}” stands here twice; keep one")
                continue
            self.lines[(*place, key)] = key_node.start_mark.line + self.first_line
            mapping[key] = self._value(value_node, (*place, key), depth + 1)
        return mapping

    def _fault(self, node: Node, message: str) -> None:
        self.faults.append(Fault(self.file, node.start_mark.line + self.first_line, message))


def _scalar(node: ScalarNode) -> Scalar:
    return _meant(str(node.tag), str(node.value))


def _meant(tag: str, text: str) -> Scalar:
    match tag.rsplit(":", 1)[-1]:
        case "null":
            return None
        case "bool":
            return text.lower() == "true"
        case "int":
            return _whole(text.replace("_", ""))
        case "float":
            number = float(text.replace("_", "").lower().replace(".inf", "inf").replace(".nan", "nan"))
            return number if math.isfinite(number) else text
        case _:
            return text


def _whole(text: str) -> int:
    """Return a whole number; YAML knows 0x1F and 0o17, and reads 007 as 7."""
    return int(text, 0) if re.match(r"[+-]?0[xob]", text) else int(text)
