"""Generated questions: twenty variants of each are held against their specimens, and a variant never changes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.grading import Graded, grade
from quizzes.interactions import ChoiceKey, NumberKey
from quizzes.kinds.generated import Generated
from quizzes.paper import draw_paper
from quizzes.serial import decode_item, encode_item
from quizzes.values import Value, written
from tests.quizzes.roots import every_quiz, library

GENERATORS = [
    pytest.param(item, id=item.id)
    for quiz in every_quiz()
    for item in quiz.authored.values()
    if isinstance(item, Generated)
]
TWENTY = [f"variant-{number}" for number in range(20)]
WORKSHOP = library().courses["deep-learning-frameworks"].bank.quizzes["workshop"]


@pytest.mark.parametrize("generator", GENERATORS)
def test_twenty_variants_score_their_specimens_and_survive_their_text(generator: Generated) -> None:
    for variant in TWENTY:
        item = generator.lower(variant)
        back = decode_item(encode_item(item))
        for specimen in generator.concrete(variant).specimens():
            result = grade(back, specimen.response)
            assert (result.score if isinstance(result, Graded) else None) == specimen.score, (variant, specimen.name)


@pytest.mark.parametrize("generator", GENERATORS)
def test_options_differ_and_no_known_mistake_is_taken_as_right(generator: Generated) -> None:
    for variant in TWENTY:
        part = generator.lower(variant).parts[0]
        match part.answer:
            case ChoiceKey():
                texts = [option.text for option in part.interaction.options]  # type: ignore[union-attr]
                assert len(set(texts)) == len(texts) >= 3
            case NumberKey(intervals=intervals):
                right = intervals[0]
                middles = [(near.low + near.high) / 2 for near in intervals[1:]]
                assert not any(right.low <= middle <= right.high for middle in middles)


@pytest.mark.parametrize("generator", GENERATORS)
def test_three_hundred_variants_are_without_fault(generator: Generated) -> None:
    assert list(generator.trial(300)) == []


def each(value: Value) -> list[Value]:
    return [one for inner in value for one in each(inner)] if isinstance(value, list | tuple) else [value]


@pytest.mark.parametrize("generator", GENERATORS)
@given(variant=st.text(min_size=1, max_size=12))
@settings(max_examples=40)
def test_whatever_the_seed_a_draw_is_in_range_and_no_two_options_are_equal(generator: Generated, variant: str) -> None:
    draw = generator.draw(variant)
    for name, parameter in generator.parameters.items():
        for value in each(draw.parameters[name]):
            if parameter.choose:
                assert value in parameter.choose or float(value) in parameter.choose  # type: ignore[arg-type]
            elif isinstance(parameter.low, int | float) and isinstance(parameter.high, int | float):
                assert parameter.low <= value <= parameter.high  # type: ignore[operator]
    if generator.entry == "choice":
        options = [written(value, generator.decimals) for value in (draw.answer, *draw.near)]
        assert len(set(options)) == len(options)


def test_there_are_at_least_twenty_five_generators() -> None:
    assert len(GENERATORS) >= 25


@pytest.mark.parametrize("generator", GENERATORS)
def test_no_formula_is_left_in_a_text(generator: Generated) -> None:
    assert "{{" not in encode_item(generator.lower("a"))


@pytest.mark.parametrize("generator", GENERATORS)
def test_variants_differ(generator: Generated) -> None:
    assert len({generator.lower(variant).prompt for variant in TWENTY}) > 5


def test_the_same_variant_is_the_same_question_for_ever() -> None:
    item = WORKSHOP.authored["ws-conv-width"].lower("fixed")
    assert item.variant == "fixed"
    assert "The images are 39 by 39 pixels." in item.prompt
    assert "kernel_size=3, stride=3, padding=2" in item.prompt


def test_a_paper_has_the_variants_of_its_seed() -> None:
    bank = library().courses["deep-learning-frameworks"].bank
    first, again, other = (draw_paper(bank, WORKSHOP, seed) for seed in ("a", "a", "b"))
    assert first == again
    assert len(first) == 10
    same = {item.id: item.prompt for item in first}
    assert all(same.get(item.id) != item.prompt for item in other)


def test_an_option_of_one_variant_does_not_give_away_that_of_another() -> None:
    generator = WORKSHOP.authored["ws-axes"]
    keys = [generator.lower(variant).parts[0].answer for variant in TWENTY]
    assert len({key.correct for key in keys if isinstance(key, ChoiceKey)}) == 20


def test_a_question_of_another_kind_knows_no_variant() -> None:
    quiz = library().courses["deep-learning-frameworks"].bank.quizzes["keras"]
    assert all(quiz.variant(item, "x") is item and item.variant == "" for item in quiz.items)
