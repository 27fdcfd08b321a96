"""`import`: the report first, then a bank with its pictures, or nothing."""

import json
import shutil
from base64 import b64encode
from pathlib import Path

import pytest

from courseware.check import check
from courseware.library import read_library
from quizzes.quiz import read_quiz
from tests.app.commands.conftest import Command, refused
from tests.app.disks import FULL, full_disk
from tests.conftest import CONTENT
from tests.quizzes.imports.qti_items import choices, correct, item, package, response
from tests.quizzes.imports.reading import HERE, PICTURE

SAMPLE = HERE / "moodle.xml"


def test_a_file_is_reported_and_becomes_a_bank_with_its_pictures(command: Command, tmp_path: Path) -> None:
    out = tmp_path / "ropes.yaml"
    result = command("import", SAMPLE, "--out", out)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("moodle.xml as moodle-xml: 6 exact, 1 converted, 3 refused\n")
    assert "moodle.xml:69: “Tell”: refused: a person must grade an essay" in result.stdout
    assert len(read_quiz(out, "c", "ropes").items) == 7
    assert [path.suffix for path in (tmp_path / "images").iterdir()] == [".png"]


def test_a_place_without_room_for_pictures_is_refused(command: Command, tmp_path: Path) -> None:
    (tmp_path / "images").write_text("mine")
    said = refused(command("import", SAMPLE, "--out", tmp_path / "ropes.yaml", "--json"))
    assert said.endswith("images can't be made: File exists; choose another place with --out")
    assert [path.name for path in tmp_path.iterdir() if path.suffix] == []


def test_a_disk_that_fills_up_takes_all_or_nothing(command: Command, tmp_path: Path) -> None:
    large = b64encode(PICTURE + bytes(2 * FULL)).decode()
    pictures = f'<img src="data:image/png;base64,{b64encode(PICTURE).decode()}" alt="small">'
    answers = '<answer fraction="100"><text>a</text></answer><answer fraction="0"><text>b</text></answer>'
    text = f'<text><![CDATA[Which? {pictures} <img src="@@PLUGINFILE@@/l.png" alt="l">]]></text>'
    file = f'<file name="l.png" encoding="base64">{large}</file>'
    question = f'<question type="multichoice"><questiontext format="html">{text}{file}</questiontext>{answers}'
    source, out = tmp_path / "ropes.xml", tmp_path / "new" / "ropes.yaml"
    source.write_text(f"<quiz>{question}</question></quiz>")
    with full_disk():
        assert "File too large" in refused(command("import", source, "--out", out, "--json"))
    assert [path.name for path in tmp_path.iterdir()] == ["ropes.xml"]
    assert command("import", source, "--out", out).exit_code == 0
    assert len([*(tmp_path / "new" / "images").iterdir()]) == 2


def test_what_it_writes_passes_the_check_of_a_course(command: Command, tmp_path: Path) -> None:
    banks = tmp_path / "quizzes" / "banks" / "knots"
    (tmp_path / "courseware").symlink_to(CONTENT / "courseware")
    shutil.copytree(CONTENT / "quizzes" / "banks" / "knots", banks)
    assert command("import", SAMPLE, "--out", banks / "brought.yaml").exit_code == 0
    faults = [fault for fault in check(read_library([tmp_path])) if fault.file.endswith("brought.yaml")]
    messages = [fault.message for fault in faults]
    assert messages[0] == "nobody uses this quiz; name it in a lesson or in course.yaml, or remove it"
    # Where a course lists claims, an author says of a question from elsewhere too what backs it.
    assert [message.partition("”")[2] for message in messages[1:]] == [
        " says something of Bowline, and nothing backs it; give it a proof or a key script, or name under “claims”"
        " those that say the same"
    ] * 3


def test_the_report_is_json_when_asked(command: Command) -> None:
    assert command("import", SAMPLE).stdout.endswith("Nothing is written; name a bank with --out.\n")
    report = json.loads(command("import", SAMPLE, "--json").stdout)
    assert report["counts"] == {"exact": 6, "converted": 1, "refused": 3}
    assert report["refused"][0] == {
        "file": "moodle.xml",
        "line": 69,
        "name": "Tell",
        "why": "a person must grade an essay, which quizzes here can’t ask for",
    }
    assert report["items"][0]["id"] == "which-knot"


def test_a_bank_that_is_there_stays_unless_told(command: Command, tmp_path: Path) -> None:
    out = tmp_path / "mine.yaml"
    out.write_text("mine")
    assert "is there already" in refused(command("import", SAMPLE, "--out", out))
    assert (out.read_text(), [*tmp_path.glob("images")]) == ("mine", [])
    assert command("import", SAMPLE, "--out", out, "--force").exit_code == 0
    assert out.read_text().startswith("title: Ropes / knots\n")


def test_what_is_no_file_of_questions_is_refused_in_one_line(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(b"\xff\xfe\x00")
    said = refused(command("import", path))
    assert "letter.txt is in no format that is read here: Table (Excel), QTI 3.0, Canvas" in said
    assert "or GIFT; export the questions in one of these, or copy them into our table" in said


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder of folders: items with a package of the same and one more, a file of Moodle's, and what is neither."""
    good = item(response(correct("A")), choices("alpha", "beta"))
    drawn = good.replace(b"<itemBody>", b"<templateDeclaration/><itemBody>")
    (tmp_path / "items").mkdir()
    (tmp_path / "items" / "good.xml").write_bytes(good)
    (tmp_path / "items" / "drawn.xml").write_bytes(drawn)
    (tmp_path / "items" / "both.zip").write_bytes(package(a=good, b=good.replace(b"alpha", b"gamma")))
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").write_text("Dear")
    (tmp_path / "letters" / "moodle.xml").write_bytes(SAMPLE.read_bytes())
    (tmp_path / "torn.zip").write_bytes(package(a=good)[:80])
    return tmp_path


def test_a_survey_counts_each_question_of_a_folder_once(command: Command, shelf: Path) -> None:
    assert command("import", shelf, "--survey").stdout.splitlines() == [
        "items (qti21): 1 exact, 1 refused",
        "items/both.zip (qti21): 1 exact, 1 counted already",
        "letters/moodle.xml (moodle-xml): 6 exact, 1 converted, 3 refused",
        "torn.zip (no format): torn.zip is a damaged archive; get the file again",
        "In all: 8 exact, 1 converted, 4 refused; 1 files can’t be read",
        "  1 refused: its numbers or words are drawn by rules that are not read here",
        "  1 refused: a person must grade an essay, which quizzes here can’t ask for",
        "  1 refused: none of its options is fully right",
        "  1 refused: questions of the type “stack” are not read here",
    ]


def test_a_survey_is_json_when_asked(command: Command, shelf: Path) -> None:
    lines = json.loads(command("import", shelf, "--survey", "--json").stdout)
    assert lines[1] == {
        "name": "items/both.zip",
        "format": "qti21",
        "counts": {"exact": 1, "converted": 0, "refused": 0},
        "refused": {},
        "again": 1,
        "failure": "",
    }


def test_a_survey_writes_nothing_and_reads_no_single_file(command: Command, shelf: Path) -> None:
    assert "--survey only counts" in refused(command("import", shelf, "--survey", "--out", shelf / "bank.yaml"))
    assert "is no folder" in refused(command("import", SAMPLE, "--survey"))
    assert not (shelf / "bank.yaml").exists()


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_the_table_to_fill_in_is_written_and_comes_in(command: Command, tmp_path: Path, name: str) -> None:
    table, out = tmp_path / f"questions.{name}", tmp_path / "bank.yaml"
    assert command("import", "--template", name, "--out", table).stdout == f"Wrote {table}.\n"
    assert "is there already" in refused(command("import", "--template", name, "--out", table))
    result = command("import", table, "--out", out)
    assert result.stdout.startswith(f"questions.{name} as {name}: 7 exact\n")
    assert len(read_quiz(out, "c", "bank").items) == 7


def test_a_table_is_written_alone_and_a_file_is_asked_for(command: Command, tmp_path: Path) -> None:
    assert "name its file with --out" in refused(command("import", "--template", "csv"))
    assert "and nothing else" in refused(command("import", SAMPLE, "--template", "csv", "--out", tmp_path / "x.csv"))
    assert "name the file with the questions" in refused(command("import"))


@pytest.mark.parametrize("name", ["sample.gift", "sample.aiken.txt"])
def test_text_formats_are_found_out_and_become_banks(command: Command, tmp_path: Path, name: str) -> None:
    result = command("import", HERE / name, "--out", tmp_path / "bank.yaml")
    assert result.exit_code == 0, result.output
    assert read_quiz(tmp_path / "bank.yaml", "c", "bank").items
