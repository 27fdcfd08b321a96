"""What an author must fill though it has a default, since a question that comes from elsewhere may lack it."""

from collections.abc import Iterator
from functools import cache

import msgspec
from msgspec import inspect as shapes

OWED = {"owed": True}  # marks such a field


@cache
def shape_of(cls: type[msgspec.Struct]) -> shapes.Type:
    """Return what a struct is made of."""
    return shapes.type_info(cls)


def is_owed(shape: shapes.Type) -> bool:
    """Say whether a field is marked."""
    return isinstance(shape, shapes.Metadata) and shape.extra == OWED


def member_for(types: tuple[shapes.Type, ...], value: object) -> shapes.Type:
    """Return the member of a union that a value is meant for: by its outer form alone."""
    wanted: tuple[type[shapes.Type], ...]
    match value:
        case None:
            wanted = (shapes.NoneType,)
        case dict():
            wanted = (shapes.StructType, shapes.DictType)
        case list():
            wanted = (shapes.ListType, shapes.VarTupleType)
        case bool():
            wanted = (shapes.BoolType,)
        case str():
            wanted = (shapes.StrType, shapes.LiteralType, shapes.EnumType)
        case _:
            wanted = (shapes.DecimalType, shapes.IntType, shapes.FloatType)
    found = next((shape for shape in types if isinstance(shape, wanted)), None)
    return found or next(shape for shape in types if not isinstance(shape, shapes.NoneType))


def shapes_in(shape: shapes.Type) -> Iterator[shapes.Type]:
    """Yield a shape and all within it. No content nests in itself."""
    yield shape
    match shape:
        case shapes.Metadata(type=inner):
            yield from shapes_in(inner)
        case shapes.StructType(fields=fields):
            for field in fields:
                yield from shapes_in(field.type)
        case shapes.UnionType(types=types):
            for inner in types:
                yield from shapes_in(inner)
        case shapes.ListType(item_type=item) | shapes.VarTupleType(item_type=item):
            yield from shapes_in(item)
        case shapes.DictType(key_type=key, value_type=item):
            yield from shapes_in(key)
            yield from shapes_in(item)


def owes_nothing(shape: shapes.Type, value: object) -> bool:
    """Say whether all that an author must fill is there, in values of the right shape."""
    match shape:
        case shapes.Metadata(type=inner):
            return owes_nothing(inner, value)
        case shapes.StructType(cls=cls) if isinstance(value, dict):
            owed, deep = _debts(cls)
            return value.keys() >= owed and all(
                owes_nothing(inner, value[name]) for name, inner in deep if name in value
            )
        case shapes.UnionType(types=types):
            return owes_nothing(member_for(types, value), value)
        case shapes.ListType(item_type=item) | shapes.VarTupleType(item_type=item) if isinstance(value, list):
            return all(owes_nothing(item, element) for element in value)
        case shapes.DictType(value_type=item) if isinstance(value, dict):
            return all(owes_nothing(item, element) for element in value.values())
        case _:
            return True


@cache
def _debts(cls: type[msgspec.Struct]) -> tuple[frozenset[str], tuple[tuple[str, shapes.Type], ...]]:
    """Return the keys that an author must fill, and the fields that may owe something within."""
    shape = shape_of(cls)
    if not isinstance(shape, shapes.StructType):
        raise TypeError(f"{cls.__name__} is no struct")
    owed = frozenset(field.encode_name for field in shape.fields if is_owed(field.type))
    deep = (field for field in shape.fields if any(map(_is_struct, shapes_in(field.type))))
    return owed, tuple((field.encode_name, field.type) for field in deep)


def _is_struct(shape: shapes.Type) -> bool:
    return isinstance(shape, shapes.StructType)
