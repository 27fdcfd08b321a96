"""A course as data for the player: its lessons, checks and quizzes, and every item that any of them asks."""

from courseware.asked import check_quizzes, graded_quizzes
from courseware.course import Course, Lesson
from courseware.packages.playing import emit_check, texts_of
from courseware.packages.sco.links import HashLinks
from quizzes.exports import prepare
from quizzes.player.emitting import emit_items, emit_quiz, short_code
from quizzes.player.scorm import Version
from quizzes.responses import JSON
from quizzes.text import to_inline_html, to_plain

Object = dict[str, JSON]


def course_data(course: Course, version: Version) -> Object:
    """Return what the player plays. A course is done with its lessons, the quizzes that close them and the last one."""
    texts = texts_of(course, HashLinks())
    graded, checks = graded_quizzes(course), check_quizzes(course)
    prepared = {quiz.slug: prepare(course.bank, quiz, course.language) for quiz in (*graded, *checks)}
    steps = {lesson.quiz for lesson in course.lessons} | {course.final}
    items: Object = {}
    for quiz in prepared.values():
        items |= emit_items(quiz.items, texts, quiz.variants)
    return {
        "scorm": version,
        "page": "course",
        "course": course.slug,
        "title": course.title,
        "summary": to_inline_html(course.summary, course.marks),
        "final": course.final,
        "lessons": [_lesson(lesson) for lesson in course.lessons],
        "checks": [emit_check(quiz, prepared[quiz.slug]) for quiz in checks],
        "quizzes": [
            emit_quiz(
                prepared[quiz.slug],
                texts,
                shuffles_options=quiz.settings.shuffle_options,
                is_step=quiz.slug in steps,
            )
            for quiz in graded
        ],
        "items": items,
    }


def _lesson(lesson: Lesson) -> Object:
    return {
        "slug": lesson.slug,
        "code": short_code(lesson.slug),
        "title": lesson.title,
        "nav": lesson.nav,
        "summary": to_plain(lesson.summary),
        "minutes": lesson.minutes,
        "quiz": lesson.quiz or "",
    }
