"""The formulas of generated questions are held against scripts that answer their draws."""

from pathlib import Path

import pytest

from courseware.proofs.proving import Result
from tests.courseware.made import change, told
from tests.courseware.proofs.made import course_with_proofs, proved, read, recorded

ITEM = """
  - id: rope-turns
    kind: generated
    parameters:
      turns: {from: 1, to: 9}
      share: {choose: [0.5, 0.25]}
    prompt: "How long are {{turns}} turns?"
    answer: turns*share
    tolerance: {absolute: 0.01}
    feedback: {right: Yes., wrong: No.}
    objective: rope-parts
    see: ropes#names
    explanation: Multiply.
    proved_by: [post]
"""
SCRIPT = """import json
import sys

asked = json.load(sys.stdin)
print(json.dumps({item: [draw["turns"] * draw["share"] for draw in draws] for item, draws in asked.items()}))
"""
POST = "courseware/knots/generators/post.py"
BANK = "quizzes/banks/knots/ropes-check.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    course_with_proofs(tmp_path)
    with (tmp_path / BANK).open("a") as bank:
        bank.write(ITEM)
    (tmp_path / POST).parent.mkdir()
    (tmp_path / POST).write_text(SCRIPT)
    recorded(tmp_path)
    return tmp_path


def draws(root: Path) -> Result:
    (found,) = [result for result in proved(root) if result.task.kind == "generators"]
    return found


def reason(root: Path) -> str:
    wrong = draws(root).wrong
    assert wrong is not None
    return wrong.reason


def test_a_formula_that_agrees_in_every_draw(root: Path) -> None:
    found = draws(root)
    assert (found.wrong, found.task.draws) == (None, 200)
    assert read(root).proofs.generators["post"].records[""].output == ("rope-turns: all of 200 draws agree",)
    assert told(root) == []


def test_a_changed_formula_is_caught_and_names_its_item(root: Path) -> None:
    change(root / BANK, "answer: turns*share", "answer: turns*share + 1")
    wrong = draws(root).wrong
    assert wrong is not None
    assert (wrong.reason, wrong.items) == ("does not agree with formulas, in 200 draws", ("rope-turns",))
    assert wrong.lines[0].startswith("rope-turns: {'turns': ")
    assert " by running it, " in wrong.lines[0]


def test_a_formula_that_is_newer_than_its_proof(root: Path) -> None:
    change(root / BANK, "answer: turns*share", "answer: share*turns")
    assert draws(root).wrong is not None
    assert told(root) == [
        f"{POST}:1: “post” has a record that is older than the question “rope-turns”; "
        "run coursewright prove --update --only post, and read what changed"
    ]


def test_other_words_do_not_make_it_old(root: Path) -> None:
    change(root / BANK, "explanation: Multiply.", "explanation: Multiply both.")
    assert told(root) == []


@pytest.mark.parametrize(
    ("answers", "line"),
    [
        ("[1, 2]", "rope-turns: 200 answers are wanted, 2 given"),
        ("7", "rope-turns: 200 answers are wanted, none given"),
        (
            "[None, *(draw['turns'] * draw['share'] for draw in draws[1:])]",
            "rope-turns: only 199 of 200 draws are answered, where 200 are needed; raise “draws”",
        ),
    ],
)
def test_too_few_answers_prove_nothing(root: Path, answers: str, line: str) -> None:
    change(root / POST, '[draw["turns"] * draw["share"] for draw in draws]', answers)
    wrong = draws(root).wrong
    assert wrong is not None
    assert wrong.lines == (line,)


def test_a_draw_that_speaks_of_something_else_may_be_left_out_where_200_others_are_answered(root: Path) -> None:
    change(root / BANK, "proved_by: [post]", "proved_by: [post]\n    draws: 500")
    change(root / POST, '[draw["turns"]', '[None if draw["share"] == 0.5 else draw["turns"]')
    assert reason(root) == "has a script that is newer than its record"


def test_an_answer_may_be_as_inexact_as_32_bits_are(root: Path) -> None:
    change(root / POST, '[draw["turns"]', '[1.00001 * draw["turns"]')
    assert reason(root) == "has a script that is newer than its record"
    change(root / POST, "1.00001", "1.0001")
    assert reason(root).startswith("does not agree with formulas, in ")


def test_a_script_that_is_missing_is_told_where_it_is_named(root: Path) -> None:
    line = change(root / BANK, "proved_by: [post]", "proved_by: [post, tree]")
    fault = f"{BANK}:{line}: item “rope-turns” is proved by “tree”, but there is no generators/tree.py"
    assert fault in told(root)


RUNS = """runs:
  - {id: thin, env: {POST: thin}, packages: [msgspec]}
  - {id: thick, env: {POST: thick}, packages: [msgspec, ruamel]}
"""


@pytest.fixture
def twice(root: Path) -> Path:
    """The course whose script answers each draw on two posts."""
    (root / POST).with_suffix(".yaml").write_text(RUNS)
    recorded(root)
    return root


def test_a_script_can_run_with_several_settings_and_answers_every_draw_with_each(twice: Path) -> None:
    found = [result for result in proved(twice) if result.task.kind == "generators"]
    assert [(one.task.name, one.wrong, one.task.draws) for one in found] == [
        ("post.thin (draws)", None, 200),
        ("post.thick (draws)", None, 200),
    ]
    records = read(twice).proofs.generators["post"].records
    assert {run: sorted(record.versions) for run, record in records.items()} == {
        "thin": ["msgspec", "python"],
        "thick": ["msgspec", "python", "ruamel"],
    }
    assert told(twice) == []


def test_a_run_that_does_not_agree_is_told_alone(twice: Path) -> None:
    change(twice / POST, "import sys\n", "import os\nimport sys\n\nwide = os.environ['POST'] == 'thick'\n")
    change(twice / POST, 'draw["share"] for', 'draw["share"] + wide for')
    thin, thick = (one.wrong for one in proved(twice) if one.task.kind == "generators")
    assert thin
    assert thin.reason == "has a script that is newer than its record"
    assert thick
    assert (thick.reason, thick.items) == ("does not agree with formulas, in 200 draws", ("rope-turns",))


def test_runs_that_are_new_or_no_more_make_records_old(twice: Path) -> None:
    change(twice / "courseware/knots/generators/post.yaml", "id: thick", "id: broad")
    assert [line.partition("; ")[0] for line in told(twice)] == [
        f"{POST}:1: “post.broad” has no record",
        f"{POST}:1: “post” has a record of the run “thick”, but no such run",
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("id: thick", "id: thin", 3, "lists the run “thin” twice; keep one"),
        ("id: thin, env", "id: thin, envy", 2, "unknown key “envy”; did you mean “env”?"),
        ("runs:", "run:", 1, "lacks the key “runs”; add it"),
    ],
)
def test_a_fault_in_the_list_of_runs_has_its_line(twice: Path, old: str, new: str, line: int, message: str) -> None:
    change(twice / "courseware/knots/generators/post.yaml", old, new)
    place = f"courseware/knots/generators/post.yaml:{line}: "
    assert any(fault.startswith(place) and message in fault for fault in told(twice)), told(twice)
