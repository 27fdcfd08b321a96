"""A course rendered again, with its links leading to the pages of a package."""

from courseware.course import Course
from courseware.links import Links
from courseware.reader import read_course


def relinked(course: Course, links: Links) -> Course:
    """Return a course as it lies in its folder now, with other links. Raises ValueError where it can't be read."""
    name = course.file.rpartition("/")[0]
    found, faults = read_course(course.folder, name, course.bank, links)
    if found is None or faults:
        raise ValueError("; ".join(map(str, faults)) or f"{course.file} can't be read any more")
    return found
