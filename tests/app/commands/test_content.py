"""`check`, `quizzes` and `schema`."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.app.commands.conftest import Command, refused
from tests.conftest import CONTENT


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A content folder with two faults in one course."""
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    bank = folder / "quizzes" / "banks" / "knots" / "tying.yaml"
    lines = bank.read_text().splitlines()
    lines.insert(1, "colour: red")
    bank.write_text("\n".join(lines))
    course = folder / "courseware" / "knots" / "course.yaml"
    course.write_text(course.read_text().replace("level: beginner", "level: wizard"))
    return folder


def test_content_without_faults_is_said_to_be_so(whole_command: Command) -> None:
    result = whole_command("check")
    assert result.exit_code == 0, result.output
    assert result.output.startswith("No faults in 2 courses, ")


def test_every_fault_is_told_with_file_and_line(command: Command, broken: Path) -> None:
    result = command("check", broken)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert any(f"{broken}/quizzes/banks/knots/tying.yaml:2: " in line and "colour" in line for line in lines)
    assert any(f"{broken}/courseware/knots/course.yaml:3: " in line and "wizard" in line for line in lines)
    assert result.stderr == f"coursewright: {len(lines)} faults found\n"


def test_faults_are_listed_as_json(command: Command, broken: Path) -> None:
    result = command("check", broken, "--json")
    assert result.exit_code == 1
    faults = json.loads(result.stdout)
    assert {tuple(sorted(fault)) for fault in faults} == {("file", "line", "message")}
    assert ("course.yaml", 3) in {(Path(fault["file"]).name, fault["line"]) for fault in faults}


def test_a_folder_without_content_is_a_fault(command: Command, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = command("check", tmp_path / "empty")
    assert result.exit_code == 1
    assert "is it a content folder?" in result.stdout


def test_a_folder_that_is_not_there_is_a_wrong_use(command: Command, tmp_path: Path) -> None:
    assert command("check", tmp_path / "missing").exit_code == 2


def test_quizzes_are_listed_with_their_items(command: Command) -> None:
    found = {quiz["id"]: quiz for quiz in json.loads(command("quizzes", "--json").stdout)}
    tying = found["knots/tying"]
    assert (tying["course"], tying["mode"], tying["size"]) == ("knots", "graded", 12)
    assert [item["id"] for item in tying["items"]][:2] == ["loop-slips", "which-loop"]
    assert set(tying) == {"id", "title", "course", "mode", "size", "items"}
    assert {frozenset(item) for quiz in found.values() for item in quiz["items"]} == {
        frozenset({"id", "kind", "objective", "difficulty", "points", "misconceptions", "proof", "as_of"})
    }
    assert found["knots/final"]["size"] == 3


def test_a_question_says_what_proves_its_key(whole_command: Command) -> None:
    (workshop,) = (
        quiz
        for quiz in json.loads(whole_command("quizzes", "--json").stdout)
        if quiz["id"] == "deep-learning-frameworks/workshop"
    )
    items = {item["id"]: item for item in workshop["items"]}
    assert items["ws-gru"]["proof"] == ["pytorch", "keras"]
    assert items["ws-gru"]["kind"] == "generated"
    assert items["ws-lstm-keras"]["misconceptions"] == ["biases-no-parameters", "lstm-sizes-agree"]


def test_a_table_as_json_is_a_wrong_use_that_says_why(command: Command) -> None:
    result = command("quizzes", "--table", "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--json has no table" in result.stderr


def test_questions_are_counted_by_kind_objective_and_misconception(command: Command) -> None:
    lines = command("quizzes", "--table").stdout.splitlines()
    heads = [line.split()[0] for line in lines if line.endswith("easy  medium  hard  all  proved")]
    assert heads == ["kind", "objective", "misconception"]
    assert lines[0] == "knots"
    kinds = dict(line.split(maxsplit=1) for line in lines[3 : lines.index("", 2)])
    found = {quiz["id"]: quiz for quiz in json.loads(command("quizzes", "--json").stdout)}
    by_id = {item["id"]: item for quiz in found.values() for item in quiz["items"]}
    assert {kind: int(counts.split()[3]) for kind, counts in kinds.items() if kind != "all"} == Counter(
        item["kind"] for item in by_id.values()
    )
    assert int(kinds["all"].split()[3]) == len(by_id)


def test_quizzes_are_listed_for_people(command: Command) -> None:
    assert "knots/tying  " in command("quizzes").output


def test_a_course_with_faults_is_left_out(
    whole_command: Command, broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSEWRIGHT_CONTENT", str(broken))
    assert "knots" not in whole_command("quizzes").output
    assert "run coursewright check" in refused(whole_command("specimens", "knots/tying"))


def test_a_schema_is_written_for_each_kind_of_file(command: Command, tmp_path: Path) -> None:
    result = command("schema", "--out", tmp_path / "schemas")
    assert result.exit_code == 0
    written = {path.name: json.loads(path.read_text()) for path in (tmp_path / "schemas").iterdir()}
    assert {"quiz.schema.json", "course.schema.json", "lesson.schema.json"} <= set(written)
    assert all("$schema" in schema for schema in written.values())


def test_a_schema_that_is_there_is_replaced_only_when_told(command: Command, tmp_path: Path) -> None:
    command("schema", "--out", tmp_path)
    assert "is there already" in refused(command("schema", "--out", tmp_path))
    assert command("schema", "--out", tmp_path, "--force").exit_code == 0
