"""`coursewright proved` writes what the records show into a README, and ours is not older than they are."""

from pathlib import Path

import pytest

from courseware.library import OWN_ROOT, read_library
from courseware.proofs.summary import BEGIN, END, with_summary
from tests.app.commands.conftest import Command, refused
from tests.courseware.made import change
from tests.courseware.proofs.made import course_with_proofs, read, recorded

SUMMARY = """| What | How many | How |
|---|---:|---|
| claims | 5 | 2 shown by a demonstration, 3 by a publication alone |
| demonstrations | 2 | the same output as recorded, in 3 runs |
| keys | 1 | computed by a script, which refutes wrong answers too |
| formulas of generated questions | 0 | the same answer as the frameworks give, in every draw |
| draws | 0 | answered in 0 runs of 0 scripts |

4 runs, recorded on 22 November 2026, took """


@pytest.fixture
def root(tmp_path: Path) -> Path:
    course_with_proofs(tmp_path)
    recorded(tmp_path)
    return tmp_path


def test_it_counts_what_is_recorded(root: Path) -> None:
    text = with_summary(f"# Ours\n\n{BEGIN}\nold\n{END}\n\nMore.\n", [read(root)])
    assert text is not None
    assert text.startswith(f"# Ours\n\n{BEGIN}\n{SUMMARY}")
    assert text.endswith(f".\n{END}\n\nMore.\n")
    assert " MB each, with msgspec " in text
    assert "old" not in text


def test_a_text_without_the_marks_is_left_alone(root: Path) -> None:
    assert with_summary("# Ours\n", [read(root)]) is None


def test_our_readme_is_not_older_than_the_records() -> None:
    readme = (OWN_ROOT / "README.md").read_text(encoding="utf-8")
    assert with_summary(readme, read_library().courses.values()) == readme, "run coursewright proved README.md"


@pytest.fixture
def command(whole_command: Command, root: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.setenv("COURSEWRIGHT_CONTENT", str(root))
    return whole_command


def test_a_file_with_the_marks_gets_it(command: Command, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(f"{BEGIN}\n{END}\n")
    typed = command("proved", tmp_path / "README.md")
    assert typed.exit_code == 0, typed.output
    assert "| claims | " in (tmp_path / "README.md").read_text()


def test_a_file_without_the_marks_is_refused(command: Command, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Ours\n")
    assert "has no place for it; write “<!-- proved:" in refused(command("proved", tmp_path / "README.md"))
    assert (tmp_path / "README.md").read_text() == "# Ours\n"


def test_nothing_is_written_from_records_that_are_old(command: Command, root: Path, tmp_path: Path) -> None:
    change(root / "courseware/knots/demos/loop.py", "a loop of", "a noose of")
    (tmp_path / "README.md").write_text(f"{BEGIN}\n{END}\n")
    typed = command("proved", tmp_path / "README.md")
    assert typed.exit_code == 1
    fault, refusal = typed.stderr.splitlines()
    assert "demos.yaml:4: “loop” has a script that is newer than its record; run coursewright prove --update" in fault
    assert refusal.startswith("coursewright: records are missing or old, see above; record them first")
    assert (tmp_path / "README.md").read_text() == f"{BEGIN}\n{END}\n"
