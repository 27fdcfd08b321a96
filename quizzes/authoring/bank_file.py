"""A bank's YAML, written as people write it: long texts as blocks, keys in the order of the manual."""

from collections.abc import Mapping, Sequence
from io import StringIO

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

WIDTH = 118


def bank_yaml(
    title: str, imported: str, items: Sequence[dict[str, object]], settings: Mapping[str, object] | None = None
) -> str:
    """Return the file of a quiz; `imported` names the file that its items come from."""
    yaml = YAML()
    yaml.width = WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.allow_unicode = True
    target = StringIO()
    head = {"title": title, **(settings or {}), "imported": imported, "items": list(items)}
    yaml.dump({name: _written(value) for name, value in head.items()}, target)
    return target.getvalue()


def _written(value: object) -> object:
    match value:
        case str() if "\n" in value and _is_block(value):
            return LiteralScalarString(value.rstrip("\n") + "\n")
        case str() if not value.isprintable() or "\n" in value:
            return DoubleQuotedScalarString(value)
        case dict():
            return {key: _written(inner) for key, inner in value.items()}
        case list():
            return [_written(inner) for inner in value]
        case _:
            return value


def _is_block(text: str) -> bool:
    """Say whether a text can stand as a block: nothing unseen in it, and no line that only looks empty."""
    lines = text.rstrip("\n").split("\n")
    return all(line == line.rstrip() and (line.isprintable() or not line) for line in lines) and not text[:1].isspace()
