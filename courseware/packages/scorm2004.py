"""SCORM 2004 4th edition: a course that plays itself inside a learning system, and reports to it."""

from functools import partial

from courseware.course import Course
from courseware.packages.package import Package
from courseware.packages.sco import course_package, course_report

NAME = "scorm2004"


def write(course: Course) -> bytes:
    """Return the package."""
    return course_package(course, "2004")


PACKAGE = Package(
    name=NAME,
    title="SCORM 2004 4th edition package",
    takers="Nearly every learning system; the course plays itself and reports score, completion and answers",
    suffix=".zip",
    media_type="application/zip",
    report=partial(course_report, NAME),
    write=write,
)
