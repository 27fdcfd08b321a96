"""Whatever is sent as a response, grading never raises and never leaves 0 to 1."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.grading import Graded, grade
from quizzes.interactions import Item
from quizzes.responses import Unreadable
from tests.quizzes.made import BY_PART, EVERY_INTERACTION, score, some_of

KEYS = st.sampled_from([*"abcxyzghp", "yes", "near", "answer", ""])
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20), KEYS,
    st.integers(min_value=10**4400, max_value=10**4401),
    st.text(st.characters(), max_size=6),  # halves of surrogate pairs included
    st.from_regex(r"\A[+\-−]?[0-9 _]{0,5}[.,]?[0-9]{0,4}(?:[eE][+-]?[0-9]{1,9})?\Z"),
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=5),
        st.lists(KEYS, max_size=5),
        st.dictionaries(st.one_of(KEYS, st.text(max_size=4)), inner, max_size=5),
        st.dictionaries(KEYS, KEYS, max_size=5),
    ),
    max_leaves=12,
)
RESPONSES = st.one_of(VALUES, st.fixed_dictionaries({"p": VALUES}))


@pytest.mark.parametrize("name", EVERY_INTERACTION)
@settings(max_examples=150)
@given(response=RESPONSES)
def test_any_json_is_graded_or_refused(name: str, response: object) -> None:
    item: Item = EVERY_INTERACTION[name]
    result = grade(item, response)
    assert isinstance(result, Graded | Unreadable)
    if isinstance(result, Graded):
        assert 0 <= result.score <= 1
        assert isinstance(result.score, Fraction)
        assert not (result.blank and result.score)
    else:
        assert result.message.encode()
        assert isinstance(result.part.encode(), bytes)


@settings(max_examples=300)
@given(right=st.sets(st.sampled_from("abcd"), min_size=1, max_size=3), chosen=st.sets(st.sampled_from("abcd")))
def test_only_choosing_what_is_right_scores_full_and_choosing_everything_scores_nothing(
    right: set[str], chosen: set[str]
) -> None:
    wrong = "abcd".translate(dict.fromkeys(map(ord, right)))
    item = some_of("".join(sorted(right)), wrong, BY_PART)
    earned = score(item, sorted(chosen))
    assert earned is not None
    assert (earned == 1) is (chosen == right)
    assert score(item, list("abcd")) == 0
