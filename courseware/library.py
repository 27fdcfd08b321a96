"""All courses of all content roots, found by their folders and loaded once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from courseware.course import Course
from courseware.links import Links, PathLinks
from courseware.reader import read_course
from quizzes.bank import read_bank
from quizzes.faults import Fault
from quizzes.kinds.base import Slug

OWN_ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Library:
    """The courses that can be used, by slug, and every fault met while reading; `courseware.check` finds the rest."""

    courses: Mapping[str, Course]
    faults: tuple[Fault, ...] = ()


def read_library(roots: Iterable[Path] = (OWN_ROOT,), links: Links | None = None) -> Library:
    """Read the courses of content roots; of two courses with one slug the first is kept.

    A root holds `courseware/<course>/course.yaml` and `quizzes/banks/<course>/*.yaml`.
    """
    courses: dict[str, Course] = {}
    folders: dict[str, str] = {}
    faults: list[Fault] = []
    for root in dict.fromkeys(path.resolve() for path in roots):
        faults.extend(_root_faults(root))
        for folder in _course_folders(root):
            name = shown(folder)
            if folder.name in folders:
                message = f"the course “{folder.name}” is already in {folders[folder.name]}; rename one folder"
                faults.append(Fault(f"{name}/course.yaml", 1, message))
                continue
            folders[folder.name] = name
            course, found = _read_with_bank(folder, root, links or PathLinks())
            faults.extend(found)
            courses |= {folder.name: course} if course else {}
    return Library(dict(sorted(courses.items())), tuple(sorted(set(faults))))


def shown(path: Path) -> str:
    """Return a path as people see it: from the current folder, or in full where it lies outside."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _read_with_bank(folder: Path, root: Path, links: Links) -> tuple[Course | None, list[Fault]]:
    banks = root / "quizzes" / "banks" / folder.name
    bank, faults = read_bank(banks, folder.name, shown(banks))
    course, found = read_course(folder, shown(folder), bank, links)
    return course, [*faults, *found]


def _course_folders(root: Path) -> list[Path]:
    return sorted(path.parent for path in (root / "courseware").glob("*/course.yaml"))


def _root_faults(root: Path) -> Iterator[Fault]:
    if not root.is_dir():
        yield Fault(shown(root), 0, "is not a folder; correct the list of content folders")
        return
    courses = {folder.name for folder in _course_folders(root)}
    if not courses and root != OWN_ROOT:
        yield Fault(shown(root), 0, "has no courseware/<course>/course.yaml; is it a content folder?")
    for name in sorted(courses):
        if not _is_slug(name):
            file = shown(root / "courseware" / name / "course.yaml")
            yield Fault(file, 1, f"the folder “{name}” must be named in lower-case words joined by hyphens; rename it")
    for lessons in sorted((root / "courseware").glob("*/lessons")):
        if lessons.parent.name not in courses:
            yield Fault(shown(lessons.parent), 0, "has lessons, but no course.yaml; write it")
    for bank in sorted((root / "quizzes" / "banks").glob("*/")):
        if bank.name not in courses and any(bank.glob("*.yaml")):
            yield Fault(shown(bank), 0, f"is a bank for “{bank.name}”, but there is no course of that name")


def _is_slug(name: str) -> bool:
    try:
        msgspec.convert(name, Slug)
    except msgspec.ValidationError:
        return False
    return True
