"""`export --all-targets` compares the formats, and the README's comparison is not older than the product."""

import json
from pathlib import Path

import pytest

from app.commands.everywhere import END, begin, with_matrix
from courseware.library import OWN_ROOT, read_library
from courseware.packages import packages
from courseware.packages.everywhere import course_matrix
from quizzes.exports import formats
from tests.app.commands.conftest import Command, refused
from tests.quizzes.imports.reading import PICTURE


def test_a_quiz_is_compared_in_every_format(command: Command) -> None:
    typed = command("export", "knots/tying", "--all-targets")
    assert typed.exit_code == 0, typed.output
    legend, heads, *rows = typed.stdout.splitlines()
    assert legend == "knots/tying: E exact, C converted, H to finish by hand, D dropped; ▲ a score can change"
    assert "single (" in heads
    assert [row.split()[0] for row in rows] == [*formats()]


def test_a_course_is_compared_in_its_packages_too_and_counts_each_question_once(command: Command) -> None:
    found = json.loads(command("export", "knots", "--all-targets", "--json").stdout)
    assert set(found["formats"]) == {*formats(), *packages()}
    assert sum(found["kinds"].values()) == 16
    for row in found["formats"].values():
        assert sum(count for name, count in row["all"].items() if name != "changes_score") == 16


@pytest.mark.parametrize(
    "args", [("--all-targets", "--to", "gift"), ("--all-targets", "--out", "x"), (), ("--into", __file__)]
)
def test_one_format_or_all_must_be_asked_for(command: Command, args: tuple[str, ...]) -> None:
    typed = command("export", "knots/tying", *args)
    assert typed.exit_code == 2
    assert "--all-targets" in typed.stderr


def test_the_table_goes_between_two_marks_of_a_file(command: Command, tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"# Ours\n\n{begin('knots')}\nold\n{END}\n\nMore.\n")
    typed = command("export", "knots", "--all-targets", "--into", readme)
    assert typed.exit_code == 0, typed.output
    text = readme.read_text()
    assert text.startswith(f"# Ours\n\n{begin('knots')}\n| Format | ")
    assert "\n| `qti30` | exact" in text
    assert text.endswith(f" |\n{END}\n\nMore.\n")
    assert "old" not in text


def test_a_file_without_the_marks_is_refused(command: Command, tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"{begin('knots/tying')}\n{END}\n")
    assert "has no place for it; write “<!-- matrix: " in refused(
        command("export", "knots", "--all-targets", "--into", readme)
    )


def test_a_file_that_is_no_text_is_refused_and_stays(command: Command, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(PICTURE)
    said = refused(command("export", "knots", "--all-targets", "--into", picture))
    assert said.endswith("picture.png can't be read as text; write the table into another file")
    assert picture.read_bytes() == PICTURE


def test_our_readme_compares_what_the_formats_make_of_the_course_today() -> None:
    course = read_library().courses["deep-learning-frameworks"]
    readme = (OWN_ROOT / "README.md").read_text(encoding="utf-8")
    stale = "run coursewright export deep-learning-frameworks --all-targets --into README.md"
    assert with_matrix(readme, course_matrix(course)) == readme, stale
