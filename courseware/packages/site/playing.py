"""What the player plays on the pages of the site: the checks of a lesson, or one quiz. Each page keeps for itself."""

from courseware.course import Course, Lesson
from courseware.packages.playing import emit_check, texts_of
from courseware.packages.quizzes import prepared
from courseware.packages.site.links import START, FileLinks
from quizzes.player.emitting import emit_items, emit_quiz
from quizzes.player.page import data_html, whole_page
from quizzes.quiz import Quiz
from quizzes.responses import JSON

Object = dict[str, JSON]


def lesson_data(course: Course, lesson: Lesson) -> str:
    """Return what a lesson asks, as HTML; nothing where it asks nothing."""
    quizzes = [course.bank.quizzes[slug] for slug in dict.fromkeys(check.quiz for check in lesson.checks)]
    found = prepared(course, quizzes)
    texts = texts_of(course, FileLinks())
    items: Object = {}
    for quiz in found:
        items |= emit_items(quiz.items, texts, quiz.variants)
    checks: list[JSON] = [emit_check(quiz, export) for quiz, export in zip(quizzes, found, strict=True)]
    return data_html({**_bare(course, "lesson", lesson.slug), "checks": checks, "items": items}) if checks else ""


def quiz_page(course: Course, quiz: Quiz) -> str:
    """Return the page of a quiz."""
    [found] = prepared(course, [quiz])
    texts = texts_of(course, FileLinks())
    played = _bare(course, "quiz", quiz.slug) | {
        "title": quiz.title,
        "quizzes": [emit_quiz(found, texts, shuffles_options=quiz.settings.shuffle_options)],
        "items": emit_items(found.items, texts, found.variants),
        "back": START,
    }
    return whole_page(f"{quiz.title} · {course.title}", course.language, played, home=START, name=course.title)


def _bare(course: Course, page: str, slug: str) -> Object:
    """Return what every page says; `store` names what it keeps, which no other page touches."""
    return {
        "page": page,
        "store": f"{page}/{slug}",
        "course": course.slug,
        "title": course.title,
        "summary": "",
        "final": "",
        "lessons": [],
        "checks": [],
        "quizzes": [],
        "items": {},
    }
