"""Plain values to msgspec structs, every fault at once, each with its line.

`msgspec.convert` stops at the first fault and knows no lines, so a value with a fault is walked here, and only
the leaves are left to it.
"""

import difflib
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import inspect as shapes

from quizzes.faults import Fault
from quizzes.owed import is_owed, member_for, owes_nothing, shape_of, shapes_in
from quizzes.source import Place, Source

S = TypeVar("S", bound=msgspec.Struct)


def read_struct(
    cls: type[S], source: Source, value: object, place: Place, faults: list[Fault], *, may_owe: bool = False
) -> S | None:
    """Read a value as a struct; return None, with faults added, where it does not fit.

    Fields that are marked as owed may be missing only with `may_owe`.
    """
    if _is_convertible(cls) and (may_owe or owes_nothing(shape_of(cls), value)):
        try:
            return msgspec.convert(value, cls)
        except msgspec.ValidationError:
            pass  # the walk finds this fault and all others
    before = len(faults)
    result = _Walk(source, faults, may_owe).value(shape_of(cls), value, place)
    return result if len(faults) == before and isinstance(result, cls) else None


def read_known(cls: type[S], source: Source, value: object, place: Place, faults: list[Fault]) -> S | None:
    """Read a value as `read_struct` does, but where only unknown keys stand in its way, return it without them."""
    found = read_struct(cls, source, value, place, faults)
    if found is not None or not isinstance(value, dict):
        return found
    names = {field.encode_name for field in msgspec.structs.fields(cls)}
    return read_struct(cls, source, {key: inner for key, inner in value.items() if key in names}, place, [])


@cache
def _is_convertible(cls: type[msgspec.Struct]) -> bool:
    """Say whether msgspec takes all that the walk takes, and no more: it has ways of its own with numbers."""
    return all(_is_strict(shape) for shape in shapes_in(shape_of(cls)))


def _is_strict(shape: shapes.Type) -> bool:
    return not isinstance(shape, shapes.DecimalType) and (
        not isinstance(shape, shapes.StructType) or shape.forbid_unknown_fields
    )


class _Walk:
    def __init__(self, source: Source, faults: list[Fault], may_owe: bool = False) -> None:
        self.source = source
        self.faults = faults
        self.may_owe = may_owe

    def value(self, shape: shapes.Type, value: object, place: Place) -> Any:
        match shape:
            case shapes.Metadata(type=inner):
                return self.value(inner, value, place)
            case shapes.StructType():
                return self._struct(shape, value, place)
            case shapes.UnionType(types=types):
                return self.value(member_for(types, value), value, place)
            case shapes.ListType(item_type=item) | shapes.VarTupleType(item_type=item):
                values = self._list(item, value, place)
                return tuple(values) if isinstance(shape, shapes.VarTupleType) else values
            case shapes.DictType(key_type=key_shape, value_type=value_shape):
                return self._dict(key_shape, value_shape, value, place)
            case _:
                return self._leaf(shape, value, place)

    def _struct(self, shape: shapes.StructType, value: object, place: Place) -> msgspec.Struct | None:
        if not isinstance(value, dict):
            self._fault(place, f"{_name(place)} must be a set of keys, not {_said(value)}")
            return None
        before = len(self.faults)
        fields = {field.encode_name: field for field in shape.fields}
        for key in value:
            if key not in fields and key != shape.tag_field:
                close = difflib.get_close_matches(str(key), fields, 1)
                hint = f"; did you mean “{close[0]}”?" if close else f"; known here: {', '.join(fields)}"
                self._fault((*place, key), f"unknown key “{key}”{hint}")
        for name, field in fields.items():
            if name not in value and (field.required or (is_owed(field.type) and not self.may_owe)):
                self._fault(place, f"{_name(place)} lacks the key “{name}”; add it")
        read = {
            field.name: self.value(field.type, value[name], (*place, name))
            for name, field in fields.items()
            if name in value
        }
        if len(self.faults) > before:
            return None
        made: msgspec.Struct = shape.cls(**read)
        return made

    def _list(self, item: shapes.Type, value: object, place: Place) -> list[Any]:
        if not isinstance(value, list):
            self._fault(place, f"{_name(place)} must be a list, not {_said(value)}")
            return []
        return [self.value(item, element, (*place, index)) for index, element in enumerate(value)]

    def _dict(self, key: shapes.Type, item: shapes.Type, value: object, place: Place) -> dict[Any, Any]:
        if not isinstance(value, dict):
            self._fault(place, f"{_name(place)} must be a set of keys, not {_said(value)}")
            return {}
        return {
            self._leaf(key, name, (*place, name)): self.value(item, element, (*place, name))
            for name, element in value.items()
        }

    def _leaf(self, shape: shapes.Type, value: object, place: Place) -> Any:
        if isinstance(shape, shapes.DecimalType):
            return self._decimal(value, place)
        try:
            return msgspec.convert(value, _type_of(shape))
        except msgspec.ValidationError:
            self._fault(place, f"{_name(place)} {_why(shape, value)}")
            return None

    def _decimal(self, value: object, place: Place) -> Decimal | None:
        try:
            readable = isinstance(value, int | float | str) and not isinstance(value, bool)
            number = Decimal(str(value)) if readable else None
        except InvalidOperation:
            number = None
        if number is None or not number.is_finite():
            self._fault(place, f"{_name(place)} must be a number, not {_said(value)}")
            return None
        return number

    def _fault(self, place: Place, message: str) -> None:
        self.faults.append(self.source.fault(place, message))


def _type_of(shape: shapes.Type) -> Any:
    match shape:
        case shapes.StrType(min_length=minimum, pattern=pattern):
            return _annotated(str, min_length=minimum, pattern=pattern)
        case shapes.IntType(ge=low, le=high):
            return _annotated(int, ge=low, le=high)
        case shapes.FloatType():
            return float
        case shapes.BoolType():
            return bool
        case shapes.DecimalType():
            return Decimal
        case shapes.NoneType():
            return None
        case shapes.LiteralType(values=values):
            return Literal[values]
        case shapes.EnumType(cls=cls):
            return cls
        case _:
            raise TypeError(f"no content has a {type(shape).__name__}")


def _annotated(base: type, **limits: object) -> Any:
    kept: dict[str, Any] = {name: limit for name, limit in limits.items() if limit is not None}
    return Annotated[base, msgspec.Meta(**kept)] if kept else base


def _name(place: Place) -> str:
    """Return how people would call what stands at a place: `options 3`, `feedback`."""
    if not place:
        return "the file"
    last = place[-1]
    if isinstance(last, int):
        return f"{place[-2] if len(place) > 1 else 'entry'} {last + 1}"
    return f"“{last}”"


def _said(value: object) -> str:
    match value:
        case None:
            return "empty"
        case dict():
            return "a set of keys"
        case list():
            return "a list"
        case bool():
            return str(value).lower()
        case int() | float():
            return f"the number {value}"
        case _:
            return f"“{value}”"


def _why(shape: shapes.Type, value: object) -> str:
    """Return what a leaf must be, for people."""
    match shape:
        case shapes.LiteralType(values=values):
            return f"must be one of {', '.join(map(str, values))}, not {_said(value)}"
        case shapes.StrType(pattern=str()) if isinstance(value, str):
            return f"must be lower-case words joined by hyphens, not {_said(value)}"
        case shapes.StrType() if value == "":
            return "is empty; write something"
        case shapes.StrType():
            return f"must be a text, not {_said(value)}; put it in quotes"
        case shapes.IntType(ge=low, le=high) if low is not None and high is not None:
            return f"must be a whole number from {low} to {high}, not {_said(value)}"
        case shapes.IntType():
            return f"must be a whole number, not {_said(value)}"
        case shapes.BoolType():
            return f"must be true or false, not {_said(value)}"
        case _:
            return f"can't be {_said(value)}"
