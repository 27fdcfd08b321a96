"""Formulas: exact where they can be, bounded in every way, and never another error than their own."""

import time
from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.expressions import ExpressionError, read_expression
from quizzes.filling import read_filling
from quizzes.values import Value

NAMES: dict[str, Value] = {"a": 7, "b": Fraction(1, 10), "x": [1, 2, 2], "t": "same", "yes": True}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("(28 + 2*2 - 5) // 2 + 1", 14),
        ("0.1 + 0.2", Fraction(3, 10)),
        ("a / 2", Fraction(7, 2)),
        ("a / 7", 1),
        ("-a % 4", 1),
        ("2 ** -2", Fraction(1, 4)),
        ("floor(a / 2) + ceil(a / 2)", 7),
        ("round(b / 3, 2)", Fraction(3, 100)),
        ("1 if t == 'same' else 2", 1),
        ("1 < a < 7 or not yes", False),
        ("[k * k for k in x if k > 1]", [4, 4]),
        ("sum(k for k in range(4))", 6),
        ("len(distinct(x)) + x[0] + x[-1]", 5),
        ("shape([1] * 2 + x)", (1, 1, 1, 2, 2)),
        ("max(3, a) - min([a, 2])", 5),
        ("product(x) + abs(-1)", 5),
        ("2 in x and 3 not in x", True),
        ("any([k == 2 for k in x]) and not all([k == 2 for k in x])", True),
        ("sqrt(16)", 4.0),
        ("[sum([k * n for k in x]) for n in range(1, 3)]", [5, 10]),
    ],
)
def test_a_formula_has_its_value(source: str, expected: Value) -> None:
    assert read_expression(source).value(NAMES) == expected


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("a.real", "not used here (Attribute)"),
        ("__import__('os')", "calls “__import__”"),
        ("(lambda: 1)()", "not used here"),
        ("open('x')", "calls “open”"),
        ("[i for i in x for j in x]", "not used here (ListComp)"),
        ("x[0:1]", "takes a slice"),
        ("f'{a}'", "not used here (JoinedStr)"),
        ("{1: 2}", "not used here (Dict)"),
        ("max(x, key=abs)", "not used here (Call)"),
        ("a := 1", "is no formula"),
        ("1 +", "is no formula"),
        ("'\\x41'", "has a backslash"),
        ("None", "is no number and no text"),
        ("3j", "is no number and no text"),
        ("a << 3", "has an operator"),
        ("a is 3", "has a comparison"),
        ("(" * 30 + "1" + " + 1)" * 30, "is nested deeper"),
        ("1" * 601, "more than 600 characters"),
        ("1e999", "too many digits"),
    ],
)
def test_what_is_more_than_a_formula_is_refused(source: str, said: str) -> None:
    with pytest.raises(ExpressionError) as raised:
        read_expression(source)
    assert said in str(raised.value)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("1 / (a - 7)", "divides by zero"),
        ("9 ** 9 ** 9", "a power that is too large"),
        ("(-8) ** 0.5", "a root of a negative number"),
        ("[0] * 1001", "repeats a list too often"),
        ("[[0] * 100 for k in range(20)]", "more than 1000 elements"),
        ("range(5000)", "counts more than 1000 numbers"),
        ("sum([sum([j for j in range(900)]) for k in range(900)])", "takes too many steps"),
        ("exp(1000)", "takes exp of a number beyond 50"),
        ("log(0)", "has no value"),
        ("x[9]", "has no value"),
        ("x + 1", "computes with what is no number"),
        ("t * 3", "computes with what is no number"),
        ("t < 3", "compares what are no numbers"),
        ("sqrt(1, 2)", "has no value"),
        ("unknown + 1", "names “unknown”"),
        ("1e300 * 1e300", "too many digits"),
    ],
)
def test_a_formula_without_a_value_says_why(source: str, said: str) -> None:
    with pytest.raises(ExpressionError) as raised:
        read_expression(source).value(NAMES)
    assert said in str(raised.value)


WORDS = "a b x t yes 0 1 2 9 64 1000 0.5 1e9 + - * / // % ** < == in not and or if else for ( ) [ ] , ."
CALLED = "range sum len sqrt exp log distinct product shape round sorted max floor"
TOKENS = st.sampled_from([*WORDS.split(), *(f"{name}(" for name in CALLED.split())])


@settings(max_examples=400)
@given(st.one_of(st.lists(TOKENS, max_size=25).map(" ".join), st.text(max_size=60)))
def test_any_text_has_a_value_or_the_error_of_formulas_soon(source: str) -> None:
    started = time.process_time()
    with suppress(ExpressionError):
        read_expression(source).value(NAMES)
    assert time.process_time() - started < 2


LEAVES = st.sampled_from(["a", "b", "x", "t", "9", "0.1", "64", "[a, b]", "range(30)"])
FORMULAS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["+", "-", "*", "/", "//", "%", "**"]), inner).map(
            lambda p: f"({p[0]} {p[1]} {p[2]})"
        ),
        st.tuples(st.sampled_from(["sum", "sqrt", "exp", "log", "len", "distinct", "floor", "abs"]), inner).map(
            "{0[0]}({0[1]})".format
        ),
        st.tuples(inner, inner).map(lambda p: f"[{p[0]} for k in {p[1]}]"),
    ),
    max_leaves=12,
)


@settings(max_examples=300)
@given(FORMULAS)
def test_a_formula_that_reads_well_raises_no_other_error_than_its_own(source: str) -> None:
    with suppress(ExpressionError):
        read_expression(source).value(NAMES)


@pytest.mark.parametrize(
    ("text", "places", "expected"),
    [
        ("{{a}} by {{a}}", 4, "7 by 7"),
        ("{{a / 3}}", 2, "2.33"),
        ("{{b * 10}}, {{-b}}", 4, "1, -0.1"),
        ("{{x}} and {{shape(x)}} and {{shape([1])}}", 4, "[1, 2, 2] and (1, 2, 2) and (1,)"),
        ("{{t}} {{yes}}", 4, "same True"),
        ("{{0 - b / 1000}}", 2, "0"),
        ("no formula, {one}", 4, "no formula, {one}"),
    ],
)
def test_a_text_is_filled_as_a_learner_reads_it(text: str, places: int, expected: str) -> None:
    assert read_filling(text).filled(NAMES, places) == expected
