"""A value that msgspec takes whole is taken as the walk over its parts takes it, and no other is."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes import shape
from quizzes.faults import Fault
from quizzes.kinds import kinds
from quizzes.shape import read_struct
from quizzes.source import Source, read_file
from tests.quizzes.exports.samples import ROOT

FILES = sorted([*ROOT.glob("quizzes/banks/**/*.yaml"), *ROOT.glob("tests/**/banks/**/*.yaml")])
ODD: list[Any] = [None, "", " ", "x y", True, 0, -1, 101, 1.0, 2.5, float("inf"), [], ["a"], {}, {"a": 1}, "correct"]


def items() -> list[dict[str, Any]]:
    found = [read_file(path, path.name).value for path in FILES]
    listed = [item for quiz in found if isinstance(quiz, dict) for item in quiz.get("items", [])]
    return [item for item in listed if isinstance(item, dict) and item.get("kind") in kinds()]


ITEMS = items()


def taken(item: dict[str, Any], may_owe: bool) -> tuple[object, list[Fault]]:
    faults: list[Fault] = []
    made = read_struct(kinds()[item["kind"]], Source("x.yaml"), item, (), faults, may_owe=may_owe)
    return made, faults


def walked(item: dict[str, Any], may_owe: bool) -> tuple[object, list[Fault]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shape, "_is_convertible", lambda cls: False)
        return taken(item, may_owe)


def inner(value: Any) -> list[tuple[Any, Any]]:
    """Every container within a value, with each of its keys."""
    match value:
        case dict():
            keys: list[Any] = list(value)
        case list():
            keys = list(range(len(value)))
        case _:
            return []
    return [(value, key) for key in keys] + [pair for key in keys for pair in inner(value[key])]


def test_there_are_items_of_every_kind() -> None:
    assert {item["kind"] for item in ITEMS} == set(kinds())


def test_every_item_of_a_bank_is_taken_alike() -> None:
    for item in ITEMS:
        assert taken(item, may_owe=True) == walked(item, may_owe=True)
        assert taken(item, may_owe=False) == walked(item, may_owe=False)


@given(st.sampled_from(ITEMS), st.data(), st.booleans())
def test_a_changed_item_is_taken_or_refused_alike(item: dict[str, Any], data: st.DataObject, may_owe: bool) -> None:
    changed = copy.deepcopy(item)
    container, key = data.draw(st.sampled_from(inner(changed)))
    if key == "kind":
        return
    if data.draw(st.booleans()):
        container[key] = data.draw(st.sampled_from(ODD))
    elif isinstance(container, dict):
        del container[key]
        container[data.draw(st.sampled_from(["", "extra", "id", "text"]))] = "x"
    else:
        container.append(data.draw(st.sampled_from(ODD)))
    quick, slow = taken(changed, may_owe), walked(changed, may_owe)
    assert repr(quick) == repr(slow)
