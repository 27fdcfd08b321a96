"""What of a course stays behind in packages, beside its questions: told before the file."""

from collections.abc import Iterator

from courseware.course import Course, Html, QuizLink
from quizzes.exports.report import Lost


def page_losses(course: Course) -> Iterator[Lost]:
    """Yield the pages that no package has."""
    if course.comparison:
        yield Lost("", "the comparison as a page of its own, with its filters")
    if course.chooser:
        yield Lost("", "the chooser, which recommends by what a project needs")
    if course.claims:
        yield Lost("", "the ledger of claims, and the ticks in lessons that open their proofs")


def text_losses(course: Course) -> Iterator[Lost]:
    """Yield what of the text of lessons needs scripts."""
    texts = [block.html for lesson in course.lessons for block in lesson.body if isinstance(block, Html)]
    if any("<cw-tabs" in text for text in texts):
        yield Lost("", "the tabs of programs in lessons: one stands below the other")
    if any("<cw-term" in text for text in texts):
        yield Lost("", "the definitions that open at a word of a lesson: the word leads to the glossary")


def link_losses(course: Course) -> Iterator[Lost]:
    """Yield what leads from lessons to quizzes, where a page can't name one."""
    if any(isinstance(use, QuizLink) for lesson in course.lessons for use in lesson.references):
        yield Lost("", "the links from lessons to quizzes: their words stay")
