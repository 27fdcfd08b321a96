"""Keys under which answers are stored. A change here orphans every answer that was saved.

They come from `printf "which-loop/bow" | sha256sum`: `k` and the first eight digits.
"""

import pytest

from quizzes.interactions import Choice, GapSelect, Interaction, Match, Order
from tests.quizzes.roots import library


def interaction(item_id: str) -> Interaction:
    items = library().courses["knots"].bank.quizzes["tying"].items
    return next(item for item in items if item.id == item_id).parts[0].interaction


@pytest.mark.parametrize(
    ("item_id", "keys"),
    [
        ("loop-slips", ["true", "false"]),
        ("which-loop", ["k069145ff", "kb3eb56f2", "k548fa332"]),
        ("costs-strength", ["k58dfba41", "kfec89fd9", "k1d462ece", "k63065f87"]),
        ("prints-what", ["ke056a890", "k4387ef97"]),
        ("wrong-step", ["line-1", "line-2", "line-4", "line-5"]),
    ],
)
def test_keys_of_choices(item_id: str, keys: list[str]) -> None:
    made = interaction(item_id)
    assert isinstance(made, Choice)
    assert [option.key for option in made.options] == keys


def test_keys_of_an_order() -> None:
    made = interaction("bowline-order")
    assert isinstance(made, Order)
    assert {option.text: option.key for option in made.options} == {
        "Make a small loop": "kec9e58cb",
        "Pass the end up through it": "k8e4b097b",
        "Take it around the standing part": "k79c0ff0b",
        "Pass it back down": "kcc5702e0",
    }


def test_keys_of_a_match_and_of_columns() -> None:
    made, columns = interaction("part-names"), interaction("which-load")
    assert isinstance(made, Match)
    assert isinstance(columns, Match)
    assert {option.text: option.key for option in made.sources} == {
        "Working end": "kaed0d2e9",
        "Standing part": "kc9e798e8",
        "Loop": "kd048ac0a",
    }
    assert {option.text: option.key for option in made.targets} == {
        "You tie with it": "k52abd73c",
        "It carries the load": "kdb7506df",
        "It goes around something": "k35034476",
        "It gives the colour": "kd766ab52",
    }
    assert {option.text: option.key for option in columns.targets} == {
        "[Bowline]{.bowline}": "k92551c5c",
        "[Clove hitch]{.hitch}": "kf67e2da2",
    }


def test_keys_of_gaps() -> None:
    made = interaction("fill-steps")
    assert isinstance(made, GapSelect)
    assert {gap.key: [option.key for option in gap.options] for gap in made.gaps} == {
        "first": ["k6a7e086e", "k78883072"],
        "last": ["k6a7e086e", "k78883072"],
        "part": ["k6cb24d39", "k27b3648e"],
    }


def test_every_item_has_one_part_called_answer() -> None:
    items = library().courses["knots"].bank.quizzes["tying"].items
    assert {part.key for item in items for part in item.parts} == {"answer"}
