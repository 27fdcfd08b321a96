"""Items survive their own text."""

from decimal import Decimal
from fractions import Fraction

import msgspec
import pytest

from quizzes.interactions import (
    Choice,
    ChoiceKey,
    Form,
    Gap,
    GapKey,
    GapSelect,
    Interval,
    Item,
    Judged,
    JudgedKey,
    Match,
    MatchKey,
    NumberEntry,
    NumberKey,
    Option,
    Order,
    OrderKey,
    Part,
    Rule,
    TextEntry,
    TextKey,
)
from quizzes.serial import decode_item, encode_item, revision_hash

A, B = Option("a", "Apple"), Option("b", "Birne, “süß”")
THIRD = Fraction(1, 3)
EVERY_PART = (
    Part("choice", Choice((A, B)), ChoiceKey(frozenset({"b", "a"}), {"a": THIRD, "b": -THIRD}, Rule.BY_PART)),
    Part("match", Match((A,), (B,), target_max=0), MatchKey({"a": "b"}, {"a": {"b": THIRD}}, Rule.ALL_OR_NOTHING)),
    Part("order", Order((A, B)), OrderKey(("b", "a"), Rule.BY_PART)),
    Part("gaps", GapSelect("{{g}}", (Gap("g", (A, B)),)), GapKey({"g": "a"}, {"g": {"a": THIRD}}, Rule.BY_PART)),
    Part("text", TextEntry(), TextKey((Form("right", ("x",), Fraction(1)),))),
    Part(
        "number",
        NumberEntry("cm"),
        NumberKey(Decimal("1.50"), (Interval("right", Decimal("1.495"), Decimal("2E+3"), Fraction(1)),)),
    ),
    Part("judged", Judged(), JudgedKey("look"), feedback={"": "so"}, misconceptions={"x": "y"}),
)
ITEM = Item("fruit", "made-up", "What?", EVERY_PART, tags=("x",))


def test_an_item_with_every_interaction_comes_back_equal() -> None:
    assert decode_item(encode_item(ITEM)) == ITEM


def test_fractions_and_decimals_come_back_exact() -> None:
    back = decode_item(encode_item(ITEM))
    choice, number = back.parts[0].answer, back.parts[5].answer
    assert isinstance(choice, ChoiceKey)
    assert choice.credit["a"] == Fraction(1, 3)
    assert isinstance(number, NumberKey)
    assert str(number.answer) == "1.50"


def test_equal_items_give_equal_text_whatever_order_their_keys_were_written_in() -> None:
    one = Part("p", Choice((A, B)), ChoiceKey(frozenset({"a", "b"}), {"a": THIRD, "b": THIRD}, Rule.BY_PART))
    two = Part("p", Choice((A, B)), ChoiceKey(frozenset({"b", "a"}), {"b": THIRD, "a": THIRD}, Rule.BY_PART))
    assert encode_item(Item("i", "k", "?", (one,))) == encode_item(Item("i", "k", "?", (two,)))


def test_the_text_is_the_one_that_is_already_stored() -> None:
    """A change here orphans every stored answer."""
    item = Item("i", "k", "?", (Part("p", NumberEntry("cm"), NumberKey(Decimal("1"), ())),))
    text = (
        '{"id":"i","kind":"k","parts":[{"answer":{"answer":"1","intervals":[],"type":"number-key"},'
        '"interaction":{"type":"number-entry","unit":"cm"},"key":"p"}],"prompt":"?"}'
    )
    assert encode_item(item) == text
    assert decode_item(text) == item


def test_what_has_its_default_is_not_written_so_a_new_field_changes_no_stored_text() -> None:
    assert encode_item(Item("i", "k", "?", ())) == '{"id":"i","kind":"k","parts":[],"prompt":"?"}'


def test_a_text_stored_before_a_field_existed_reads_with_its_default() -> None:
    item = decode_item('{"id":"i","kind":"k","prompt":"?","parts":[]}')
    assert (item.points, item.difficulty, item.hint) == (1, "medium", "")


def test_the_hash_is_sha_256() -> None:
    assert revision_hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"id":1,"kind":"k","prompt":"?","parts":[]}'])
def test_a_text_that_holds_no_item_is_refused(text: str) -> None:
    with pytest.raises(msgspec.DecodeError):
        decode_item(text)
