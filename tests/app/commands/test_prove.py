"""`coursewright prove`, as it is typed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.app.commands.conftest import Command
from tests.courseware.made import change
from tests.courseware.proofs.made import PYTHON, course_with_proofs

LOOP = "content/courseware/knots/demos/loop.py"
NAMES = ["loop", "turns.thin", "turns.thick", "rope-part"]
Typed = Callable[..., Result]


@pytest.fixture
def prove(whole_command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Type `coursewright prove --course knots` with the interpreter of the tests, which has all that it needs."""
    course_with_proofs(tmp_path / "content")
    monkeypatch.setenv("COURSEWRIGHT_CONTENT", str(tmp_path / "content"))
    monkeypatch.setenv("COURSEWRIGHT_PROVE_PYTHON", str(PYTHON))
    return lambda *words: whole_command("prove", "--course", "knots", *words)


def test_without_records_it_fails_and_says_what_to_do(prove: Typed) -> None:
    typed = prove()
    assert typed.exit_code == 1
    assert "knots/loop has no record" in typed.stdout
    assert typed.stderr.splitlines()[-1] == (
        "coursewright: 4 of 4 runs do not agree; correct what is wrong, or record with --update"
    )


def test_what_is_recorded_agrees(prove: Typed) -> None:
    assert prove("--update").exit_code == 0
    typed = prove()
    assert typed.exit_code == 0
    assert typed.stdout.startswith("4 of 4 runs agree (3 of demos, 1 of keys); 5 claims; ")


def test_each_run_is_told_when_it_ends(prove: Typed) -> None:
    lines = prove("--update").stderr.splitlines()
    assert lines[0].startswith("4 runs, ")
    assert sorted(line.split(" ✓ ")[1].split(":")[0] for line in lines[1:5]) == sorted(NAMES)
    assert lines[5] == "Recorded 3 scripts."


def test_a_difference_is_told_with_what_it_touches(prove: Typed, tmp_path: Path) -> None:
    prove("--update")
    change(tmp_path / LOOP, "a loop of", "a noose of")
    typed = prove()
    assert typed.exit_code == 1
    assert typed.stdout.splitlines()[:4] == [
        "knots/loop prints something else than on " + typed.stdout[41:51],
        "    -a loop of hemp",
        "    +a noose of hemp",
        "    touches claims: knots-weaken, loop-holds",
    ]


def test_json_tells_all_of_it(prove: Typed, tmp_path: Path) -> None:
    prove("--update")
    change(tmp_path / LOOP, "a loop of", "a noose of")
    told = json.loads(prove("--json").stdout)
    assert (told["runs"], told["agree"], told["claims"]) == (4, 3, 5)
    assert [result["run"] for result in told["results"]] == NAMES
    assert told["results"][0]["claims"] == ["knots-weaken", "loop-holds"]
    assert told["results"][0]["lines"] == ["-a loop of hemp", "+a noose of hemp"]
    assert told["results"][3]["keys"] == ["rope-part"]
    assert {"python", "msgspec"} <= told["versions"].keys()


def test_some_can_be_asked_for(prove: Typed) -> None:
    prove("--update")
    assert prove("--only", "turns.thin", "--only", "loop").stdout.startswith("2 of 2 runs agree (2 of demos)")
    assert prove("--kind", "keys").stdout.startswith("1 of 1 runs agree (1 of keys)")


def test_recording_one_leaves_the_others_alone(prove: Typed, tmp_path: Path) -> None:
    prove("--update", "--only", "loop")
    assert [path.stem for path in (tmp_path / LOOP).parent.glob("records/*")] == ["loop"]


def test_what_can_not_be_recorded_is_told(prove: Typed, tmp_path: Path) -> None:
    change(tmp_path / LOOP, "import os\n", "import os\nraise SystemExit(3)\n")
    typed = prove("--update")
    assert typed.exit_code == 1
    assert "knots/loop failed with status 3" in typed.stdout
    assert typed.stderr.splitlines()[-1] == "coursewright: 1 of 4 runs could not be recorded"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--only", "noose"], "there is nothing to prove by the name of noose"),
        (["--kind", "generators"], "there is nothing to prove here"),
        (["--course", "sailing"], "there is no course “sailing”; known: deep-learning-frameworks, knots"),
        (["--python", "/no/such/python"], "there is no Python at /no/such/python; name one with --python"),
    ],
)
def test_what_can_not_be_done_is_refused_in_one_line(prove: Typed, words: list[str], told: str) -> None:
    typed = prove(*words)
    assert typed.exit_code == 1
    assert typed.stderr.splitlines()[-1] == f"coursewright: {told}"


def test_lists_with_faults_are_refused_because_a_part_would_go_unproved(prove: Typed, tmp_path: Path) -> None:
    change(tmp_path / "content/courseware/knots/demos/demos.yaml", "title: A loop", "titel: A loop")
    typed = prove()
    assert typed.exit_code == 1
    assert "lacks the key “title”; add it" in typed.stderr
    assert typed.stderr.splitlines()[-1] == (
        "coursewright: the proofs of “knots” can't be read; correct these faults first"
    )


# One question whose key is computed, one whose key the demonstration shows, and one that is drawn.
ASKED = """
  - id: rope-count
    kind: numeric
    prompt: How many turns are there?
    answer: 3
    near: [{value: 2, feedback: Count again., misconception: knots-keep-strength}]
    feedback: {right: Yes., wrong: No.}
    objective: rope-parts
    see: ropes#names
    explanation: Count them.
  - id: rope-loop
    kind: true-false
    prompt: It makes a loop.
    answer: true
    if_true: It does.
    if_false: It does.
    objective: rope-parts
    see: ropes#names
    explanation: It does.
    proof: loop
  - id: rope-turns
    kind: generated
    parameters: {turns: {from: 2, to: 9}, share: {choose: [0.5, 0.25]}}
    prompt: How long are {{turns}} turns?
    answer: turns*share
    tolerance: {absolute: 0.01}
    feedback: {right: Yes., wrong: No.}
    objective: rope-parts
    see: ropes#names
    explanation: Multiply.
    proved_by: [post]
"""
COUNT = 'import json\n\nprint(json.dumps({"answer": 1 + 2, "wrong": {"4": True}}))\n'
POST = """import json, sys

asked = json.load(sys.stdin)
print(json.dumps({item: [draw["turns"] * draw["share"] for draw in draws] for item, draws in asked.items()}))
"""
KNOTS, BANK = "content/courseware/knots", "content/quizzes/banks/knots/ropes-check.yaml"


@pytest.fixture
def proved(prove: Typed, tmp_path: Path) -> Typed:
    """The command on a course where a demonstration, keys and a formula are proved and recorded."""
    with (tmp_path / BANK).open("a") as bank:
        bank.write(ASKED)
    (tmp_path / KNOTS / "keys/rope-count.py").write_text(COUNT)
    (tmp_path / KNOTS / "generators").mkdir()
    (tmp_path / KNOTS / "generators/post.py").write_text(POST)
    assert prove("--update").exit_code == 0
    assert prove().stdout.startswith(
        "6 of 6 runs agree (3 of demos, 2 of keys, 1 of generators); 200 draws; 5 claims; "
    )
    return prove


@pytest.mark.parametrize(
    ("file", "old", "new", "lines"),
    [
        (
            LOOP,
            "a loop of",
            "a loup of",
            [
                "-a loop of hemp",
                "+a loup of hemp",
                "touches claims: knots-weaken, loop-holds",
                "touches keys: rope-loop",
            ],
        ),
        (
            BANK,
            "answer: 3",
            "answer: 4",
            [
                "running it gives “3”, which the key does not take as right",
                "“4” is refuted, but the key takes it as right",
                "touches claims: knots-weaken",
                "touches keys: rope-count",
            ],
        ),
        (BANK, "answer: turns*share", "answer: turns+share", ["touches keys: rope-turns"]),
        (f"{KNOTS}/generators/post.py", 'draw["turns"] *', 'draw["turns"] +', ["touches keys: rope-turns"]),
        (f"{KNOTS}/keys/rope-count.py", "1 + 2", "2 + 2", ["touches keys: rope-count"]),
    ],
)
def test_one_character_is_caught_and_the_report_names_what_it_touches(
    proved: Typed, tmp_path: Path, file: str, old: str, new: str, lines: list[str]
) -> None:
    change(tmp_path / file, old, new)
    typed = proved()
    assert typed.exit_code == 1
    assert set(lines) <= {line.strip() for line in typed.stdout.splitlines()}
    assert typed.stdout.splitlines()[-1].startswith("5 of 6 runs agree")
    assert typed.stderr.splitlines()[-1].startswith("coursewright: 1 of 6 runs do not agree; ")


def test_a_run_can_be_bounded_in_time(proved: Typed, tmp_path: Path) -> None:
    change(tmp_path / KNOTS / "demos/demos.yaml", "env: {ROPE: hemp}\n", "env: {ROPE: hemp}\ntime_limit_s: 1\n")
    change(tmp_path / LOOP, "import os\n", "import os\nimport time\n\ntime.sleep(60)\n")
    assert "knots/loop took longer than 1 s, its limit" in proved().stdout


def test_a_run_can_be_bounded_in_memory(proved: Typed, tmp_path: Path) -> None:
    change(tmp_path / KNOTS / "demos/demos.yaml", "env: {ROPE: hemp}\n", "env: {ROPE: hemp}\nmemory_limit_mb: 100\n")
    change(tmp_path / KNOTS / "demos/turns.py", "import os\n", "import os\nfilled = b'1' * (300 << 20)\n")
    assert "knots/turns.thin needed more than 100 MB, its limit" in proved().stdout
