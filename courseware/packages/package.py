"""What a package format offers: its names, a report of what it will keep, and the file."""

from collections.abc import Callable
from dataclasses import dataclass

from courseware.course import Course
from quizzes.exports.report import Report


@dataclass(frozen=True, slots=True)
class Package:
    """A way to write a whole course down for another system.

    `name` is the word after `--to`; `title` and `takers` are for people; `suffix` starts with a dot.
    `report` says what `write` will do, item by item of all quizzes, and is computed without writing; its
    `quiz` is the course. The same course always gives the same bytes.
    """

    name: str
    title: str
    takers: str
    suffix: str
    media_type: str
    report: Callable[[Course], Report]
    write: Callable[[Course], bytes]

    def file_name(self, course: Course) -> str:
        """Return what to call the file of a course."""
        return f"{course.slug}-{self.name}{self.suffix}"
