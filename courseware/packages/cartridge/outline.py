"""The outline of a cartridge: each lesson with what is asked after it, then the other quizzes, in course order."""

from collections.abc import Iterator, Set

from courseware.course import Course, Lesson
from courseware.packages.cartridge.pages import GLOSSARY_NAME, page_name
from courseware.packages.quizzes import EXTRA, elsewhere
from quizzes.exports.cartridge.manifest import Entry
from quizzes.exports.qti.names import identifier


def outline(course: Course, asked: Set[str]) -> tuple[Entry, ...]:
    """Return the entries; `asked` names the assessments that the cartridge has."""
    lessons = tuple(_lesson(course, lesson, asked) for lesson in course.lessons)
    final = tuple(_quizzes(course, [course.final], asked))
    extra = tuple(_quizzes(course, elsewhere(course), asked))
    words = (Entry("Glossary", GLOSSARY_NAME),) if course.glossary.terms else ()
    return (*lessons, *final, *((Entry(EXTRA, inside=extra),) if extra else ()), *words)


def _lesson(course: Course, lesson: Lesson, asked: Set[str]) -> Entry:
    checks = dict.fromkeys(check.quiz for check in lesson.checks)
    quizzes = _quizzes(course, [*checks, *([lesson.quiz] if lesson.quiz else [])], asked)
    return Entry(lesson.title, inside=(Entry(lesson.title, page_name(lesson.slug)), *quizzes))


def _quizzes(course: Course, slugs: list[str], asked: Set[str]) -> Iterator[Entry]:
    for slug in slugs:
        name = identifier(f"quiz-{slug}")
        if name in asked:
            yield Entry(course.bank.quizzes[slug].title, name)
