"""Which misconception the pick of a wrong line shows."""

import pytest

from quizzes.analysis import beliefs_asked, beliefs_in
from quizzes.kinds.faulty_line import FaultyLine

LINES = FaultyLine(
    id="lines",
    prompt="Which line is at fault?",
    code="import rope\n\nrope.tie()\nrope.load(60)\nrope.pull()\nrope.cut()\n",
    fault=4,
    why={4: "Too much.", 3: "It holds.", 5: "It stands.", 6: "It cuts."},
    otherwise="It is fine.",
    misconception="knots-keep-strength",
    misconceptions={5: "pulls-are-loads", 6: ""},
)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (1, set()),  # nothing is said of it, so it shows only that the fault was not seen
        (3, {"knots-keep-strength"}),
        (4, set()),  # the fault
        (5, {"pulls-are-loads"}),
        (6, set()),  # the author says that it shows none
    ],
)
def test_a_wrong_line_shows_its_own_misconception_or_the_question_s_where_that_fits(line: int, shown: set[str]) -> None:
    assert [*LINES.problems()] == []
    assert beliefs_in(LINES.lower(), {"answer": [f"line-{line}"]}) == shown


def test_a_question_can_show_the_misconceptions_of_all_its_lines() -> None:
    assert beliefs_asked(LINES.lower()) == {"knots-keep-strength", "pulls-are-loads"}
