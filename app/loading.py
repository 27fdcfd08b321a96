"""The courses of an instance, without those that have faults: a broken course is not shown half."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.config import Instance
from courseware.check import course_faults
from courseware.course import Course
from courseware.library import OWN_ROOT, Library, read_library, shown
from quizzes.faults import Fault


@dataclass(frozen=True, slots=True)
class Loaded:
    """The courses that can be shown, those left out, and every fault found."""

    library: Library
    left_out: tuple[str, ...]
    faults: tuple[Fault, ...]


def load_courses(instance: Instance) -> Loaded:
    """Read and check the courses that come with the product and those of the instance's content folders."""
    return sound_courses(read_library([OWN_ROOT, *instance.content_roots]))


def sound_courses(read: Library) -> Loaded:
    """Return a library without the courses that have faults."""
    found = {
        slug: sorted({*course_faults(course), *_own(course, read.faults)}) for slug, course in read.courses.items()
    }
    kept = {slug: course for slug, course in read.courses.items() if not found[slug]}
    faults = sorted({*read.faults, *(fault for faults in found.values() for fault in faults)})
    left_out = tuple(slug for slug in read.courses if slug not in kept)
    return Loaded(replace(read, courses=kept), left_out, tuple(faults))


def _own(course: Course, faults: Iterable[Fault]) -> Iterable[Fault]:
    """Return the faults in the files of one course: its folder and its banks."""
    root = course.folder.parents[1]
    folders = (shown(course.folder), shown(root / "quizzes" / "banks" / course.slug))
    return (fault for fault in faults if fault.file.startswith(tuple(f"{folder}/" for folder in folders)))
