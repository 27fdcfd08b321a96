"""`export`: the report first, then a whole file or none."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from courseware.packages import packages
from quizzes.exports import formats
from tests.app.commands.conftest import Command, refused


@pytest.mark.parametrize("name", [*formats()])
def test_every_format_is_reported_and_written(command: Command, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    result = command("export", "knots/tying", "--to", name, "--out", out)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(f"knots/tying as {name}: ")
    assert result.stdout.endswith(f"Wrote {out}.\n")
    assert out.stat().st_size > 100


def test_without_a_file_there_is_only_the_report(command: Command, tmp_path: Path) -> None:
    name = next(iter(formats()))
    result = command("export", "knots/tying", "--to", name, "--json")
    report = json.loads(result.stdout)
    assert (report["format"], report["quiz"]) == (name, "knots/tying")
    assert {item["outcome"] for item in report["items"]} <= {"exact", "converted", "by-hand", "dropped"}
    said = command("export", "knots/tying", "--to", name).stdout
    assert said.endswith("Nothing is written; name a file with --out.\n")


def test_the_report_names_each_reason_once_with_the_questions_it_holds_for(command: Command) -> None:
    lines = command("export", "knots/tying", "--to", "aiken").stdout.splitlines()
    assert lines[0] == "knots/tying as aiken: 4 exact, 8 dropped"
    assert "  dropped ▲: Aiken has single choice alone, and this is matching: which-load, part-names" in lines
    assert "  loses the fixed order of the options; set it there: loop-slips, which-loop, wrong-step" in lines
    assert lines[-2] == "  ▲: a response can score differently there"
    printed = command("export", "knots/tying", "--to", "print").stdout.splitlines()
    assert printed[1] == "  by-hand: a person marks it by the key: all 12 questions"


def test_a_file_that_is_there_stays_unless_told(command: Command, tmp_path: Path) -> None:
    name = next(iter(formats()))
    out = tmp_path / "mine"
    out.write_text("mine")
    result = command("export", "knots/tying", "--to", name, "--out", out)
    assert result.exit_code == 1
    assert f"{out} is there already" in result.stderr
    assert (result.stdout, out.read_text()) == ("", "mine")
    assert command("export", "knots/tying", "--to", name, "--out", out, "--force").exit_code == 0
    assert out.read_bytes() != b"mine"


def test_nothing_is_left_of_a_file_that_can_not_be_written(command: Command, tmp_path: Path) -> None:
    name = next(iter(formats()))
    result = command("export", "knots/tying", "--to", name, "--json", "--out", tmp_path / "missing" / "x")
    assert result.exit_code == 1
    assert "can't be written: No such file or directory" in result.stderr
    assert list(tmp_path.glob("missing*")) == []


def test_an_unknown_format_is_a_wrong_use_that_names_those_there_are(command: Command) -> None:
    result = command("export", "knots/tying", "--to", "pdf")
    assert result.exit_code == 2
    assert all(name in result.stderr for name in formats())
    assert "no quiz" in refused(command("export", "nowhere", "--to", next(iter(formats()))))


@pytest.mark.parametrize("name", [*packages()])
def test_every_package_of_a_course_is_reported_and_written(command: Command, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    result = command("export", "knots", "--to", name, "--out", out)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(f"knots as {name}: ")
    assert out.stat().st_size > 100
    report = json.loads(command("export", "knots", "--to", name, "--json").stdout)
    assert (report["format"], report["quiz"]) == (name, "knots")


@pytest.mark.parametrize("name", [*formats()])
def test_a_bank_leaves_whole_in_every_format(whole_command: Command, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    args = ("export", "deep-learning-frameworks", "--bank", "keras", "--to", name, "--variants", "2")
    report = json.loads(whole_command(*args, "--json", "--out", out).stdout)
    assert report["quiz"] == "deep-learning-frameworks/keras-bank"
    shown = json.loads(whole_command("quizzes", "--json").stdout)
    [keras] = [quiz for quiz in shown if quiz["id"] == "deep-learning-frameworks/keras"]
    assert sorted(item["id"] for item in report["items"]) == sorted(item["id"] for item in keras["items"])
    assert not any("the draw of" in what for what in report["lost"])
    assert out.stat().st_size > 100


def test_a_bank_that_is_none_is_refused_with_those_there_are(command: Command) -> None:
    assert refused(command("export", "knots", "--bank", "final", "--to", "gift")) == (
        "the bank “final” has no questions of its own; write one of looks, ropes-check, tying"
    )
    assert refused(command("export", "knots", "--bank", "x", "--to", "gift")).startswith("the bank “x” is not there")
    assert "“knots/tying” is none" in refused(command("export", "knots/tying", "--bank", "tying", "--to", "gift"))
    assert "--to site does not take one" in refused(command("export", "knots", "--bank", "tying", "--to", "site"))


def test_what_becomes_of_a_bank_everywhere_is_counted(command: Command) -> None:
    matrix = json.loads(command("export", "knots", "--bank", "tying", "--all-targets", "--json").stdout)
    assert matrix["target"] == "knots/tying-bank"
    assert list(matrix["formats"]) == [*formats()]


def test_what_takes_no_course_or_no_quiz_says_what_does(command: Command) -> None:
    assert refused(command("export", "knots", "--to", "gift")).startswith(
        "“knots” is a course, and --to gift does not take one; write one of "
    )
    assert refused(command("export", "tying", "--to", "site")).startswith(
        "“tying” is a quiz, and --to site does not take one; write one of "
    )


def test_variants_of_a_drawn_question_are_as_many_as_asked_for(whole_command: Command) -> None:
    args = ("export", "deep-learning-frameworks/workshop", "--to", "moodle-xml", "--json")
    for asked, expected in ((("--variants", "3"), "a pool of 3 frozen variants"), ((), "a pool of 5 frozen variants")):
        items = json.loads(whole_command(*args, *asked).stdout)["items"]
        assert {item["to"] for item in items} == {expected}
    assert whole_command(*args, "--variants", "0").exit_code == 2


def test_papers_are_as_many_as_variants_are_asked_for(command: Command, tmp_path: Path) -> None:
    out = tmp_path / "papers.zip"
    args = ("export", "tying", "--to", "print", "--out", out, "--force")
    for asked, letters in ((("--variants", "3"), "ABC"), ((), "AB")):
        assert command(*args, *asked).exit_code == 0
        names = ZipFile(out).namelist()
        assert [name for name in names if name.endswith(".pdf")] == [
            *(f"paper-{one}.pdf" for one in letters),
            "key.pdf",
        ]
    assert refused(command(*args, "--variants", "27")) == (
        "27 papers are more than the 26 letters; ask for fewer with --variants"
    )
