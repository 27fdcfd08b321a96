"""Which questions can be practised with new numbers, and where."""

from flask import url_for

from courseware.course import Course
from quizzes.interactions import Item
from quizzes.quiz import Quiz

# No attempt has a variant of such a name: theirs are hashes. So practice never tells what an attempt asks.
PRACTICE = "practice-{}"


def practice_quiz(course: Course, item_id: str) -> Quiz | None:
    """Return the quiz whose drawn question this is, where that quiz tells its answers after each attempt."""
    for quiz in course.bank.quizzes.values():
        for item in quiz.items:
            if item.id == item_id and item.variant and quiz.settings.review == "after-submit":
                return quiz
    return None


def practice_url(course: Course, item: Item) -> str:
    """Return where a question is asked with new numbers, or an empty text where it can't be practised."""
    if not item.variant or practice_quiz(course, item.id) is None:
        return ""
    return url_for("learn.practice", course=course.slug, item=item.id, number=1)
