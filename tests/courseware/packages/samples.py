"""The courses that packages are tried on, and their archives opened."""

from functools import cache
from io import BytesIO
from zipfile import ZipFile

from courseware.course import Course
from courseware.packages import packages
from tests.quizzes.roots import library


def courses() -> list[Course]:
    return list(library().courses.values())


def knots() -> Course:
    return library().courses["knots"]


@cache
def written(name: str, course: str) -> dict[str, bytes]:
    """Return the files of a package by name."""
    opened = ZipFile(BytesIO(packages()[name].write(library().courses[course])))
    return {entry.filename: opened.read(entry) for entry in opened.infolist()}
