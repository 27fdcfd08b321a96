"""Answers in plain words."""

import pytest

from courseware.library import Library
from quizzes.wording import answer_words

COLUMNS = (
    "A line that goes slack in the wind → Bowline; "
    "A rope around a fence post under steady pull → Clove hitch; "
    "A loop around a person → Bowline"
)
STEPS = "1. Make a small loop; 2. Pass the end up through it; 3. Take it around the standing part; 4. Pass it back down"


@pytest.mark.parametrize(
    ("item_id", "name", "words"),
    [
        ("loop-slips", "right", "False"),
        ("which-loop", "right", "The bowline"),
        ("costs-strength", "right", "A knot; Wear"),
        ("which-load", "right", COLUMNS),
        ("bowline-order", "right", STEPS),
        ("fill-steps", "right", "1 → up; 2 → down; 3 → standing part"),
        ("prints-what", "right", "overunder"),
        ("breaking-load", "right", "600"),
        ("part-word", "right", "standing part"),
        ("part-word", "blank", ""),
        ("which-loop", "unreadable", ""),
    ],
)
def test_an_answer_reads_as_its_learner_saw_it(library: Library, item_id: str, name: str, words: str) -> None:
    quiz = library.courses["knots"].bank.quizzes["tying"]
    item = next(item for item in quiz.items if item.id == item_id)
    specimen = next(one for one in quiz.specimens[item_id] if one.name == name)
    assert answer_words(item, specimen.response) == words
