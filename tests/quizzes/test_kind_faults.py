"""What each kind refuses, with the line: each case of `kind_faults.txt` is what is told, and an item's fields below."""

from pathlib import Path

import pytest

from tests.quizzes.test_quiz_faults import of_item

CASES = [case.split("\n", 1) for case in Path(__file__).with_name("kind_faults.txt").read_text().split("=== ")[1:]]


@pytest.mark.parametrize(("expected", "fields"), [pytest.param(*case, id=case[0][:60]) for case in CASES])
def test_a_kind_tells_what_is_wrong(expected: str, fields: str) -> None:
    """The kind stands in line 8."""
    assert f"q.yaml:{expected}" in of_item(fields.rstrip("\n"))


def test_there_is_a_case_for_every_kind() -> None:
    assert {fields.split("\n")[0] for _, fields in CASES} == {
        "kind: categorise",
        "kind: dropdowns",
        "kind: faulty-line",
        "kind: generated",
        "kind: match",
        "kind: multiple",
        "kind: numeric",
        "kind: order",
        "kind: output",
        "kind: short-text",
        "kind: single",
        "kind: true-false",
    }
