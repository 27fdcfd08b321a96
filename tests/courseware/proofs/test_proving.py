"""Proofs are run, compared, recorded, and a difference names what it touches."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from courseware.proofs.planning import all_tasks, chosen, unknown
from courseware.proofs.proving import Result, prove
from courseware.proofs.report import failures
from courseware.proofs.versions import InterpreterError, versions_of
from tests.courseware.made import change
from tests.courseware.proofs.made import NOW, PACKAGE, PYTHON, course_with_proofs, proved, read, recorded

KNOTS = "courseware/knots"
BANK = "quizzes/banks/knots/ropes-check.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    course_with_proofs(tmp_path)
    recorded(tmp_path)
    return tmp_path


def wrong(results: tuple[Result, ...]) -> dict[str, str]:
    return {result.task.name: result.wrong.reason for result in results if result.wrong}


def told(root: Path, results: tuple[Result, ...]) -> list[str]:
    return list(failures(results, {"knots": read(root)}))


def test_without_records_nothing_is_proved(tmp_path: Path) -> None:
    course_with_proofs(tmp_path)
    assert wrong(proved(tmp_path)) == dict.fromkeys(("loop", "turns.thin", "turns.thick", "rope-part"), "has no record")


@pytest.mark.parametrize("at_once", [1, 2])
def test_what_was_recorded_agrees_when_it_is_run_again(root: Path, at_once: int) -> None:
    results = proved(root, at_once)
    assert [result.task.name for result in results] == ["loop", "turns.thin", "turns.thick", "rope-part"]
    assert wrong(results) == {}


def test_a_record_keeps_output_versions_day_and_cost(root: Path) -> None:
    record = read(root).demonstrations["loop"].records[""]
    assert (record.text, record.day) == ("a loop of hemp", "2026-11-22")
    assert record.versions == versions_of(PYTHON, [PACKAGE])
    assert list(record.versions) == ["python", PACKAGE]
    assert record.seconds > 0
    assert record.peak_mb > 0


def test_another_output_is_shown_line_by_line_with_the_claims_it_touches(root: Path) -> None:
    change(root / KNOTS / "demos/loop.py", "a loop of", "a noose of")
    assert told(root, proved(root)) == [
        "knots/loop prints something else than on 2026-11-22",
        "    -a loop of hemp",
        "    +a noose of hemp",
        "    touches claims: knots-weaken, loop-holds",
        "    touches feedback of: breaking-load, costs-strength, rope-weaker, which-loop",
    ]


def test_one_more_character_is_noticed_even_where_the_output_stays(root: Path) -> None:
    change(root / KNOTS / "demos/loop.py", "import os\n", "import os \n")
    assert wrong(proved(root)) == {"loop": "has a script that is newer than its record"}


def test_another_setting_is_noticed_even_where_the_output_stays(root: Path) -> None:
    change(root / KNOTS / "demos/demos.yaml", "env: {ROPE: hemp}", "env: {ROPE: hemp, POST: '9'}")
    assert set(wrong(proved(root)).values()) == {"has settings that are newer than its record"}


def test_numbers_may_differ_as_far_as_is_stated(root: Path) -> None:
    record = root / KNOTS / "demos/records/turns.json"
    change(record, '"turns: 2.1"', '"turns: 2.109"')
    assert wrong(proved(root)) == {}
    change(record, '"turns: 2.109"', '"turns: 2.12"')
    assert wrong(proved(root)) == {"turns.thin": "prints something else than on 2026-11-22"}


def test_a_crash_is_told_with_its_last_lines(root: Path) -> None:
    change(root / KNOTS / "demos/loop.py", 'os.environ["ROPE"]', 'os.environ["ROP"]')
    lines = told(root, proved(root))
    assert lines[0] == "knots/loop failed with status 1"
    assert "    KeyError: 'ROP'" in lines


def test_a_demonstration_that_takes_too_long_is_told_with_its_limit(root: Path) -> None:
    change(root / KNOTS / "demos/demos.yaml", "    shows: It holds.", "    shows: It holds.\n    time_limit_s: 1")
    change(root / KNOTS / "demos/loop.py", "import os\n", "import os, time\ntime.sleep(60)\n")
    assert wrong(proved(root)) == {"loop": "took longer than 1 s, its limit"}


def test_a_key_that_running_refutes_names_its_item(root: Path) -> None:
    change(
        root / KNOTS / "keys/rope-part.py",
        '"working": True, "standing": False',
        '"working": False, "standing": True',
    )
    assert told(root, proved(root)) == [
        "knots/rope-part does not agree with the key of “rope-part”",
        "    running it finds “working” wrong; the key does not",
        "    running it finds “standing” right; the key does not",
        "    touches keys: rope-part",
    ]


def test_a_changed_key_is_noticed(root: Path) -> None:
    bank = root / BANK
    change(bank, "text: The working end, correct: true, feedback", "text: The working end, feedback")
    change(bank, "text: The standing part, feedback", "text: The standing part, correct: true, feedback")
    assert wrong(proved(root)) == {"rope-part": "does not agree with the key of “rope-part”"}


def test_a_changed_question_makes_its_proof_old(root: Path) -> None:
    change(root / BANK, "Which part do you tie with?", "Which part do you not tie with?")
    assert wrong(proved(root)) == {"rope-part": "has a record that is older than the question “rope-part”"}


def test_other_words_about_an_answer_do_not(root: Path) -> None:
    change(root / BANK, "It is the end that works.", "That is the end that works.")
    assert wrong(proved(root)) == {}


def test_an_item_that_names_a_demonstration_is_touched_by_it(root: Path) -> None:
    bank = root / BANK
    change(bank, "    prompt: Which part do you tie with?", "    prompt: Which part do you tie with?\n    proof: turns")
    results = proved(root)
    assert wrong(results) == dict.fromkeys(
        ("turns.thin", "turns.thick"), "has a record that is older than the question “rope-part”"
    )
    assert "    touches keys: rope-part" in told(root, results)


@pytest.mark.parametrize("printed", ["print('no')", "print('[1]')"])
def test_a_key_script_that_prints_no_object_is_told(root: Path, printed: str) -> None:
    (root / KNOTS / "keys/rope-part.py").write_text(printed)
    assert wrong(proved(root))["rope-part"].startswith("prints ")


def test_recording_keeps_the_file_where_a_run_fails(root: Path) -> None:
    path = root / KNOTS / "demos/records/loop.json"
    before = path.read_text()
    change(root / KNOTS / "demos/loop.py", "import os\n", "import os\nraise SystemExit(3)\n")
    assert path not in recorded(root, NOW + timedelta(days=1))
    assert path.read_text() == before


def test_a_key_that_is_refuted_can_not_be_recorded_away(root: Path) -> None:
    path = root / KNOTS / "keys/records/rope-part.json"
    before = path.read_text()
    change(root / KNOTS / "keys/rope-part.py", '"working": True', '"working": False')
    assert path not in recorded(root, NOW + timedelta(days=1))
    assert path.read_text() == before


def test_recording_drops_runs_that_are_no_more(root: Path) -> None:
    change(root / KNOTS / "demos/demos.yaml", "id: thick,", "id: wide,")
    recorded(root)
    records = json.loads((root / KNOTS / "demos/records/turns.json").read_text())
    assert list(records) == ["thin", "wide"]


def test_no_half_written_file_is_left(root: Path) -> None:
    assert sorted(path.name for path in (root / KNOTS / "demos/records").iterdir()) == [
        "loop.json",
        "turns.json",
    ]


def test_an_interpreter_without_a_package_is_refused(root: Path) -> None:
    change(root / KNOTS / "keys/rope-part.py", "import json\n", "import json\nimport no_such_rope\n")
    with pytest.raises(InterpreterError, match=r"lacks no_such_rope; run “make prove”"):
        proved(root)


def test_an_interpreter_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InterpreterError, match=r"there is no Python at .*; name one with --python"):
        versions_of(tmp_path / "python", ["msgspec"])


def test_an_interruption_stops_what_runs(root: Path) -> None:
    change(root / KNOTS / "demos/loop.py", "import os\n", "import os, time\ntime.sleep(60)\n")

    def interrupt(result: Result) -> None:
        raise KeyboardInterrupt

    tasks = [task for task in all_tasks([read(root)]) if task.name in ("loop", "rope-part")]
    with pytest.raises(KeyboardInterrupt):
        prove(tasks, PYTHON, 2, interrupt)


@pytest.mark.parametrize(
    ("kinds", "names", "found"),
    [
        ((), (), ["loop", "turns.thin", "turns.thick", "rope-part"]),
        (("demos",), (), ["loop", "turns.thin", "turns.thick"]),
        (("keys",), (), ["rope-part"]),
        ((), ("turns",), ["turns.thin", "turns.thick"]),
        ((), ("turns.thick", "knots/loop"), ["loop", "turns.thick"]),
        (("keys",), ("loop",), []),
    ],
)
def test_some_can_be_chosen(root: Path, kinds: tuple[str, ...], names: tuple[str, ...], found: list[str]) -> None:
    tasks = list(all_tasks([read(root)]))
    assert [task.name for task in chosen(tasks, kinds, names)] == found  # type: ignore[arg-type]


def test_a_name_that_means_nothing_is_told(root: Path) -> None:
    assert unknown(list(all_tasks([read(root)])), ["loop", "noose"]) == ["noose"]
