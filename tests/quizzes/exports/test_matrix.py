"""The matrix of kinds by formats counts what the reports say."""

from quizzes.exports.matrix import build_matrix, table
from quizzes.exports.report import ByHand, Converted, Dropped, Exact, Line, Outcome, Report
from quizzes.responses import JSON

WORDS = {"exact": "E", "converted": "C", "by-hand": "H", "dropped": "D"}


def report(name: str, *fates: tuple[str, Outcome]) -> Report:
    lines = tuple(Line(f"item-{number}", kind, "", outcome) for number, (kind, outcome) in enumerate(fates))
    return Report(name, "knots/tying", lines, ())


MATRIX = build_matrix(
    "knots/tying",
    [
        report("good", ("single", Exact()), ("order", Exact()), ("single", Exact())),
        report("fair", ("single", Exact()), ("order", ByHand("no")), ("single", Converted("essay", "no", True))),
        report("poor", ("single", Dropped("no")), ("order", Converted("essay", "no")), ("single", Dropped("no"))),
    ],
)


def test_each_cell_says_how_many_become_what_and_marks_where_a_score_can_change() -> None:
    assert table(MATRIX, WORDS, ", ") == [
        ["", "order (1)", "single (2)"],
        ["good", "E", "E"],
        ["fair", "H", "1 E, 1 C ▲ 1"],
        ["poor", "C", "D ▲"],
    ]


def test_the_numbers_are_there_as_json() -> None:
    found = MATRIX.to_json()
    assert found["kinds"] == {"order": 1, "single": 2}
    formats = found["formats"]
    assert isinstance(formats, dict)
    expected: JSON = {
        "all": {"exact": 1, "converted": 1, "by-hand": 1, "dropped": 0, "changes_score": 1},
        "kinds": {
            "order": {"exact": 0, "converted": 0, "by-hand": 1, "dropped": 0, "changes_score": 0},
            "single": {"exact": 1, "converted": 1, "by-hand": 0, "dropped": 0, "changes_score": 1},
        },
    }
    assert formats["fair"] == expected
