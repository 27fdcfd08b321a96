"""What does not fit together in a course is told, all of it at once, each with its line."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from courseware.check import check
from courseware.library import OWN_ROOT, read_library
from tests.content import tiny_root
from tests.courseware.made import change, real_copy, tiny_copy, told

REAL = "deep-learning-frameworks"
BANKS = "quizzes/banks/knots"


def test_our_courses_have_no_faults() -> None:
    assert [str(fault) for fault in check(read_library([OWN_ROOT, tiny_root()]))] == []


def append(path: Path, text: str) -> int:
    """Add a paragraph to the end of a file, and return its line."""
    before = path.read_text().rstrip("\n")
    path.write_text(f"{before}\n\n{text}\n")
    return before.count("\n") + 3


def first(path: Path, start: str) -> int:
    """Return the number of the first line that starts so."""
    return next(n for n, line in enumerate(path.read_text().split("\n"), 1) if line.startswith(start))


def set_line(path: Path, number: int, text: str) -> int:
    """Replace a line, and return its number."""
    lines = path.read_text().split("\n")
    lines[number - 1] = text
    path.write_text("\n".join(lines))
    return number


class Plants:
    """Faults set into a copy of the real course, with where each must be told."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.course = root / "courseware" / REAL
        self.bank = root / "quizzes/banks" / REAL
        self.planted: dict[str, str] = {}

    def told_at(self, file: Path, line: int, words: str) -> None:
        self.planted[f"{file.relative_to(self.root)}:{line}:"] = words

    def append(self, lesson: str, text: str, words: str) -> None:
        file = self.course / "lessons" / lesson
        self.told_at(file, append(file, text), words)

    def set_first(self, file: Path, start: str, text: str, words: str) -> None:
        self.told_at(file, set_line(file, first(file, start), text), words)


def plant_in_lessons(plants: Plants) -> None:
    course = plants.course
    head = course / "course.yaml"
    plants.told_at(head, change(head, "level: ", "colour: red\nlevel: "), "unknown key “colour”")
    plants.append("introduction.md", "[dead](keras#nowhere)", "the link leads to “keras#nowhere”")
    plants.append("choosing-one.md", "[dead](quiz:nowhere)", "the link leads to the quiz “nowhere”")
    plants.append("deep-learning.md", "![](figures/levels.svg)", "the figure has no alternative text")
    plants.append("keras.md", "::: note\nnever closed", "“::: note” is never closed")
    plants.append("tensorflow.md", "a <b>bold</b> word", "“<b>” is raw HTML")
    plants.append("pytorch.md", "[Caffe]{.caffe}", "“.caffe” is not a facet of this course")
    shutil.copy(course / "lessons/introduction.md", course / "lessons/spare.md")
    plants.told_at(course / "lessons/spare.md", 1, "is not listed in course.yaml")
    shutil.copy(course / "figures/levels.svg", course / "figures/spare.svg")
    plants.told_at(course / "figures/spare.svg", 1, "no lesson shows this figure")
    plants.set_first(
        course / "comparison.yaml", "      pytorch:", "      caffe:", "“caffe” is not a facet of this course"
    )


def plant_in_banks(plants: Plants) -> None:
    bank = plants.bank
    plants.set_first(bank / "introduction-check.yaml", "    see:", "    see: introduction#nowhere", "no such anchor")
    plants.set_first(
        bank / "keras-check.yaml", "    objective:", "    objective: gone", "no lesson has the objective “gone”"
    )
    plants.set_first(
        bank / "tensorflow-check.yaml", "        misconception:", "        misconception: gone", "“gone” is not listed"
    )
    plants.set_first(bank / "pytorch-check.yaml", "    explanation:", "    explain: |", "did you mean “explanation”?")
    file = bank / "key-differences-check.yaml"
    lines = file.read_text().split("\n")
    line = first(file, "        feedback:")
    option = max(number for number, text in enumerate(lines[:line], 1) if text.startswith("      - id:"))
    set_line(file, line, lines[line - 1].replace("feedback:", "feedbak:"))
    plants.told_at(file, option, "lacks the key “feedback”; add it")
    (bank / "spare.yaml").write_text((tiny_root() / BANKS / "ropes-check.yaml").read_text())
    plants.told_at(bank / "spare.yaml", 1, "nobody uses this quiz")


def test_sixteen_faults_planted_in_the_real_course_are_each_told_with_their_line(tmp_path: Path) -> None:
    plants = Plants(real_copy(tmp_path))
    plant_in_lessons(plants)
    plant_in_banks(plants)
    found = told(plants.root)
    missed = [
        place + words
        for place, words in plants.planted.items()
        if not any(fault.startswith(place) and words in fault for fault in found)
    ]
    assert len(plants.planted) == 16
    assert missed == [], "\n".join(found)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny_copy(tmp_path)


COURSE = "courseware/knots/course.yaml"
LESSONS, FIGURES = "courseware/knots/lessons", "courseware/knots/figures"
WRONG = "courseware/knots/misconceptions.yaml"
TYING, FINAL, CHECK = f"{BANKS}/tying.yaml", f"{BANKS}/final.yaml", f"{BANKS}/ropes-check.yaml"


class Case(NamedTuple):
    """One change to the tiny course; `told` starts with `here:` where it is told on the line that was changed."""

    told: str
    file: str
    old: str
    new: str

    @classmethod
    def read(cls, text: str) -> "Case":
        """Read `told`, `@ file`, `- old` and `+ new` lines."""
        lines = text.rstrip("\n").split("\n")
        marked = {mark: "\n".join(line[2:] for line in lines[1:] if line.startswith(mark)) for mark in "@-+"}
        return cls(lines[0], marked["@"], marked["-"], marked["+"])

    @property
    def place(self) -> str:
        """Return the file and line of the first character that the change touches."""
        text = (tiny_root() / self.file).read_text()
        pairs = zip(f"{self.old}\0", f"{self.new}\0", strict=False)
        same = next(number for number, (old, new) in enumerate(pairs) if old != new)
        return f"{self.file}:{text[: text.index(self.old) + same].count(chr(10)) + 1}:"


CASES = [Case.read(case) for case in Path(__file__).with_name("course_faults.txt").read_text().split("=== ")[1:]]


@pytest.mark.parametrize("case", [pytest.param(case, id=case.told[:60]) for case in CASES])
def test_what_does_not_fit_is_told_with_its_line(root: Path, case: Case) -> None:
    change(root / case.file, case.old, case.new)
    expected = case.told.replace("here:", case.place, 1)
    assert expected in [fault.replace(f"{root}/", "") for fault in told(root)]


def test_a_quiz_that_is_only_drawn_from_is_used(root: Path) -> None:
    change(root / LESSONS / "tying.md", "quiz: tying\n", "")
    assert told(root) == []


def test_one_item_at_fault_does_not_hide_what_is_wrong_with_others(root: Path) -> None:
    first_line = change(root / TYING, "    answer: false\n", "    anser: false\n")
    other_line = change(
        root / TYING, "    see: ropes#strength\n    explanation: Bending", "    see: ropes#x\n    explanation: B"
    )
    found = told(root)
    assert f"{TYING}:{first_line}: unknown key “anser”; did you mean “answer”?" in found
    assert [fault for fault in found if fault.startswith(f"{TYING}:{other_line}: item “costs-strength”: “see” names")]


def test_a_typo_in_the_head_does_not_hide_what_is_wrong_below_it(root: Path) -> None:
    change(root / COURSE, "level: beginner\n", "level: beginner\ncolour: red\n")
    change(root / LESSONS / "ropes.md", "section: Ropes\n", "sektion: Ropes\n")
    line = append(root / LESSONS / "ropes.md", "[dead](tying#gone)")
    found = told(root)
    assert [fault.partition(" ")[0] for fault in found] == [
        f"{COURSE}:4:",
        f"{LESSONS}/ropes.md:5:",
        f"{LESSONS}/ropes.md:{line}:",
    ]


@pytest.mark.parametrize(
    ("plant", "expected"),
    [
        (lambda root: shutil.copy(root / CHECK, root / BANKS / "spare.yaml"),
         f"{BANKS}/spare.yaml:1: nobody uses this quiz; name it in a lesson or in course.yaml, or remove it"),
        (lambda root: shutil.copy(root / FIGURES / "rope.svg", root / FIGURES / "spare.svg"),
         f"{FIGURES}/spare.svg:1: no lesson shows this figure; show it, or remove the file"),
        (lambda root: (root / WRONG).write_text("id: a\n"),
         f"{WRONG}:1: must be a list of misconceptions, each with id, name and fact"),
        (lambda root: (root / WRONG).unlink(),
         f"{CHECK}:22: the misconception “knots-keep-strength” is not listed in misconceptions.yaml"),
        (lambda root: (root / CHECK).write_bytes(b"title: \xff"), f"{CHECK}: is not UTF-8 (byte 7); save it as UTF-8"),
        (lambda root: (root / FIGURES / "rope.svg").write_text("<svg/>"),
         "courseware/knots/figures/rope.svg:1: has no viewBox; add one, so that the drawing scales"),
    ],
)  # fmt: skip
def test_what_is_left_over_or_missing_is_told(root: Path, plant: Callable[[Path], object], expected: str) -> None:
    plant(root)
    assert expected in told(root)


def test_items_that_nobody_asks_are_told(root: Path) -> None:
    line = append(
        root / FINAL, "items:\n" + (root / CHECK).read_text().partition("items:\n")[2].replace("rope-", "cord-")
    )
    assert f"{FINAL}:{line}: nobody asks the items of this file; draw from it, or remove them" in told(root)


def test_a_quiz_closes_one_lesson(root: Path) -> None:
    change(root / LESSONS / "ropes.md", "section: Ropes\n", "section: Ropes\nquiz: tying\n")
    assert f"{LESSONS}/tying.md:9: the quiz “tying” already closes the lesson “ropes”" in told(root)


def test_faults_are_told_in_the_order_of_files_and_lines(root: Path) -> None:
    append(root / LESSONS / "tying.md", "[a](gone) [b](gone)\n[c](gone)")
    append(root / LESSONS / "ropes.md", "<b>x</b>")
    faults = check(read_library([root]))
    assert [(Path(fault.file).name, fault.line) for fault in faults] == [
        ("ropes.md", 38),
        ("tying.md", 55),
        ("tying.md", 56),
    ]
