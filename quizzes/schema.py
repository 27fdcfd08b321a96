"""JSON Schema of a bank, made from the structs that read it, so that editors complete and mark what we refuse."""

from functools import reduce
from operator import or_
from typing import Any

import msgspec

from quizzes.kinds import kinds
from quizzes.quiz import Settings

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NUMBER = r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$"
REFERENCE = "#/$defs/{name}"
Schema = dict[str, Any]


def bank_schema() -> Schema:
    """Return the schema of a quiz's file."""
    (settings, item), definitions = _components(Settings, reduce(or_, kinds().values()))
    top = dict(definitions.pop(_name(settings)))
    top["properties"] = top["properties"] | {"items": {"type": "array", "items": item}}
    return _whole(top, "A quiz", definitions)


def struct_schema(cls: type[msgspec.Struct], title: str) -> Schema:
    """Return the schema of a file that holds one struct."""
    (reference,), definitions = _components(cls)
    return _whole(dict(definitions.pop(_name(reference))), title, definitions)


def list_schema(cls: type[msgspec.Struct], title: str) -> Schema:
    """Return the schema of a file that holds a list of structs."""
    (reference,), definitions = _components(cls)
    return _whole({"type": "array", "items": reference}, title, definitions)


def _components(*types: Any) -> tuple[tuple[Schema, ...], Schema]:
    # Items are plain values to `Settings`; `bank_schema` puts the kinds in their place.
    return msgspec.json.schema_components(types, schema_hook=lambda _: {"$comment": "an item"}, ref_template=REFERENCE)


def _name(reference: Schema) -> str:
    return str(reference["$ref"]).rpartition("/")[2]


def _whole(top: Schema, title: str, definitions: Schema) -> Schema:
    whole: Schema = _as_written({"$schema": DIALECT, **top, "title": title, "$defs": definitions})
    return whole


def _as_written(value: Any) -> Any:
    """Let numbers be numbers: msgspec describes a Decimal as the string that it is in JSON. Require what is owed."""
    match value:
        case {"type": "string", "format": "decimal"}:
            kept = {key: inner for key, inner in value.items() if key != "format"}
            return kept | {"type": ["number", "string"], "pattern": NUMBER}
        case {"properties": dict(properties)}:
            written = {key: _as_written(inner) for key, inner in value.items()}
            owed = [name for name, inner in properties.items() if inner.get("owed")]
            return written | ({"required": [*value.get("required", ()), *owed]} if owed else {})
        case dict():
            kept = {key: inner for key, inner in value.items() if key != "owed"}
            if "owed" in value:
                kept.pop("default", None)
            return {key: _as_written(inner) for key, inner in kept.items()}
        case list() | tuple():
            return [_as_written(inner) for inner in value]
        case _:
            return value
