"""A course made of texts, for tests that change one thing."""

import shutil
from pathlib import Path

from courseware.check import check
from courseware.course import CheckBlock, Course, Html, Lesson
from courseware.library import OWN_ROOT, Library, read_library
from tests.content import tiny_root


def copy_of(root: Path, course: str, target: Path) -> Path:
    """Copy a course with its bank to a content root of its own, and return that."""
    for folder in ("courseware", "quizzes/banks"):
        shutil.copytree(root / folder / course, target / folder / course)
    return target


def tiny_copy(target: Path) -> Path:
    return copy_of(tiny_root(), "knots", target)


def real_copy(target: Path) -> Path:
    return copy_of(OWN_ROOT, "deep-learning-frameworks", target)


def change(path: Path, old: str, new: str) -> int:
    """Replace the only place of a text in a file, and return its line."""
    text = path.read_text()
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new))
    return text[: text.index(old)].count("\n") + 1


def told(root: Path) -> list[str]:
    """Return the faults of a root, with names relative to it."""
    return [str(fault).removeprefix(f"{root}/") for fault in check(read_library([root]))]


def the_course(library: Library) -> Course:
    (course,) = library.courses.values()
    return course


def lesson_from(root: Path, body: str) -> tuple[Lesson, list[str]]:
    """Return the lesson `ropes` with another body, which starts in line 10, and what is told of that file."""
    path = root / "courseware/knots/lessons/ropes.md"
    front = path.read_text().split("---\n")[1]
    path.write_text(f"---\n{front}---\n{body}")
    library = read_library([root])
    name = "courseware/knots/lessons/ropes.md:"
    found = [str(fault).removeprefix(f"{root}/") for fault in check(library)]
    lesson = the_course(library).lesson("ropes")
    assert lesson is not None
    return lesson, [fault.removeprefix(name) for fault in found if fault.startswith(name)]


def html_of(lesson: Lesson) -> str:
    return "".join(block.html if isinstance(block, Html) else f"[check {block.quiz}]" for block in lesson.body)


def checks_of(lesson: Lesson) -> list[CheckBlock]:
    return [block for block in lesson.body if isinstance(block, CheckBlock)]
