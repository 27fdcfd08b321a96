"""All quizzes of all courses, for those who teach: their settings, their questions with the keys, and the way out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from flask import render_template, url_for
from markupsafe import Markup

from app.access import instructor_required
from app.library import kept, library
from app.web.graded import see_url
from app.web.question_keys import show_key
from app.web.questions import QuestionView
from app.web.teach.blueprint import blueprint
from app.web.teach.finding import course_or_404, quiz_or_404
from app.web.teach.prepared import leaving_quiz
from app.web.teach.ways_out import format_lines
from courseware.asked import check_quizzes, graded_quizzes
from courseware.course import Course
from quizzes.interactions import Item
from quizzes.quiz import Quiz, Settings
from quizzes.text import to_inline_html


@dataclass(frozen=True, slots=True)
class QuizLine:
    """A quiz in the list; `size` of its questions are asked at once."""

    slug: str
    title: str
    is_check: bool
    size: int
    asked_of: int
    lesson: str


@dataclass(frozen=True, slots=True)
class CourseQuizzes:
    """A course with its quizzes."""

    slug: str
    title: str
    quizzes: tuple[QuizLine, ...]


@dataclass(frozen=True, slots=True)
class ItemPreview:
    """A question with its key, and the facts that only authors see."""

    view: QuestionView
    see_url: str
    difficulty: str
    objective: str


@blueprint.get("/quizzes", endpoint="quizzes")
@instructor_required
def show_quizzes() -> str:
    """List every quiz of every course."""
    return render_template("teach/quizzes.html", courses=[_course(course) for course in library().courses.values()])


def _course(course: Course) -> CourseQuizzes:
    quizzes = (*graded_quizzes(course), *check_quizzes(course))
    return CourseQuizzes(course.slug, course.title, tuple(_line(course, quiz) for quiz in quizzes))


def _line(course: Course, quiz: Quiz) -> QuizLine:
    lesson = course.lesson_of(quiz.slug)
    return QuizLine(
        slug=quiz.slug,
        title=quiz.title,
        is_check=quiz.settings.mode == "check",
        size=course.bank.size(quiz),
        asked_of=len(course.bank.askable(quiz)),
        lesson=lesson.nav if lesson else "",
    )


@blueprint.get("/quizzes/<slug:course>/<slug:quiz>", endpoint="quiz")
@instructor_required
def show_quiz(course: str, quiz: str) -> str:
    """Show a quiz with every question that it can ask, and what is right."""
    found = course_or_404(course)
    found_quiz = quiz_or_404(found, quiz)
    return render_template(
        "teach/quiz.html",
        course=found.slug,
        course_title=found.title,
        line=_line(found, found_quiz),
        summary=_summary(found, found_quiz.settings),
        settings=found_quiz.settings,
        sources=_sources(found, found_quiz),
        items=_previews(found, found_quiz),
        formats=format_lines(
            leaving_quiz(found, found_quiz),
            lambda name: url_for("teach.export", course=course, quiz=quiz, format_name=name),
        ),
        own=len(found_quiz.items) if found_quiz.settings.draw else 0,
    )


def _sources(course: Course, quiz: Quiz) -> list[tuple[int, str]]:
    """Return how many questions are drawn from which quiz, each source once; nothing where there is but one."""
    counts: Counter[str] = Counter()
    for draw in quiz.settings.draw:
        counts[draw.source] += draw.count
    return [(count, course.bank.quizzes[slug].title) for slug, count in counts.items()] if len(counts) > 1 else []


def _summary(course: Course, settings: Settings) -> Markup:
    html = to_inline_html(settings.summary, course.marks)
    return Markup(html)  # noqa: S704 (rendered by quizzes.text, which lets no raw HTML through)


def _previews(course: Course, quiz: Quiz) -> list[ItemPreview]:
    items = course.bank.askable(quiz)
    keys = kept(("keys", course.slug, quiz.slug), lambda: _keys(course, items))
    return [_preview(course, item, key) for item, key in zip(items, keys, strict=True)]


def _keys(course: Course, items: Sequence[Item]) -> list[QuestionView]:
    return [show_key(item, number=number, total=len(items), marks=course.marks) for number, item in enumerate(items, 1)]


def _preview(course: Course, item: Item, key: QuestionView) -> ItemPreview:
    objective = course.objectives.get(item.objective)
    return ItemPreview(key, see_url(course, item.see), item.difficulty, objective.text if objective else item.objective)
