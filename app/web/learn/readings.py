"""The passages to read again after an attempt: what teaches the questions that were not answered rightly."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.web.graded import see_url
from app.web.questions import QuestionView
from courseware.course import Course, Passage
from quizzes.interactions import Item


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage with the numbers of the questions that it answers; `heading` is empty for a whole lesson."""

    url: str
    lesson: str
    heading: str
    numbers: tuple[int, ...]


def readings_of(course: Course, graded: Sequence[tuple[Item, QuestionView]]) -> tuple[Reading, ...]:
    """Return the passages that teach what was not right, in the order of the course."""
    numbers: dict[str, list[int]] = {}
    for item, view in graded:
        if view.status != "right" and view.number is not None:
            numbers.setdefault(item.see, []).append(view.number)
    known = [(see, passage) for see in numbers if (passage := course.passage(see))]
    known.sort(key=lambda found: _place(course, found[1]))
    return tuple(
        Reading(see_url(course, see), passage.title, passage.heading, tuple(numbers[see])) for see, passage in known
    )


def _place(course: Course, passage: Passage) -> tuple[int, int]:
    """Return how far into the course a passage stands; one under no heading comes first in its lesson."""
    slugs = [lesson.slug for lesson in course.lessons]
    number = slugs.index(passage.lesson)
    anchors = [heading.anchor for heading in course.lessons[number].headings]
    return number, anchors.index(passage.anchor) if passage.anchor in anchors else -1
