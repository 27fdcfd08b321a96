"""A course's outline as one person stands in it: what is done, what is left, and where to go on."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from app.services.standing import QuizMark, Standing
from courseware.asked import graded_quizzes, is_step
from courseware.course import Course, Lesson
from quizzes.grading import FULL
from quizzes.quiz import Quiz


@dataclass(frozen=True, slots=True)
class QuizLine:
    """A graded quiz in the outline; `share` is what counts of it, 0 to 1, after the first attempt."""

    slug: str
    title: str
    size: int
    mark: QuizMark
    share: Fraction | None

    @property
    def is_passed(self) -> bool:
        """Say whether it is passed."""
        return self.mark.passed


@dataclass(frozen=True, slots=True)
class ChecksLine:
    """A lesson's checks: how many items they have, and how many are answered, and answered rightly."""

    size: int
    answered: int
    right: int

    @property
    def is_done(self) -> bool:
        """Say whether every item is answered."""
        return self.answered == self.size


@dataclass(frozen=True, slots=True)
class LessonLine:
    """A lesson in the outline; `checks` and `quiz` are None where it has none."""

    slug: str
    number: int
    title: str
    nav: str
    summary: str
    minutes: int
    is_read: bool
    checks: ChecksLine | None
    quiz: QuizLine | None

    @property
    def is_done(self) -> bool:
        """Say whether everything in it is done."""
        checked = self.checks is None or self.checks.is_done
        return self.is_read and checked and (self.quiz is None or self.quiz.is_passed)


@dataclass(frozen=True, slots=True)
class Next:
    """Where to go on: a lesson, a quiz to begin, or an attempt that is open."""

    kind: Literal["lesson", "quiz", "attempt"]
    slug: str
    title: str
    attempt_id: int | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """A course's outline; of `steps` to take `done` are done. `next` is None when nothing is left.

    `extra` are graded quizzes that close no lesson: there for practice, and no step of the course.
    """

    course: str
    title: str
    minutes: int
    lessons: tuple[LessonLine, ...]
    final: QuizLine | None
    extra: tuple[QuizLine, ...]
    done: int
    steps: int
    is_begun: bool
    next: Next | None

    @property
    def share(self) -> Fraction:
        """Return the share of steps that are done, 0 to 1."""
        return Fraction(self.done, self.steps) if self.steps else Fraction(0)

    @property
    def quizzes(self) -> tuple[QuizLine, ...]:
        """Return the graded quizzes in the order of the course."""
        return tuple(quiz for quiz in (*(lesson.quiz for lesson in self.lessons), self.final) if quiz)

    def line(self, lesson: str) -> LessonLine | None:
        """Return a lesson by its slug."""
        return next((line for line in self.lessons if line.slug == lesson), None)


def outline_of(course: Course, standing: Standing) -> Outline:
    """Return the outline of a course for somebody who stands so in it."""
    lessons = tuple(_lesson_line(course, lesson, number, standing) for number, lesson in enumerate(course.lessons, 1))
    final = _quiz_line(course, course.final, standing)
    steps = [step for lesson in lessons for step in _steps(lesson)] + ([final.is_passed] if final else [])
    return Outline(
        course=course.slug,
        title=course.title,
        minutes=course.minutes,
        lessons=lessons,
        final=final,
        extra=_extra(course, standing),
        done=sum(steps),
        steps=len(steps),
        is_begun=bool(standing.lessons or standing.quizzes or standing.checks),
        next=_next(lessons, final, standing),
    )


def _extra(course: Course, standing: Standing) -> tuple[QuizLine, ...]:
    extra = (quiz for quiz in graded_quizzes(course) if not is_step(course, quiz))
    lines = (_quiz_line(course, quiz.slug, standing) for quiz in extra)
    return tuple(line for line in lines if line)


def _lesson_line(course: Course, lesson: Lesson, number: int, standing: Standing) -> LessonLine:
    return LessonLine(
        slug=lesson.slug,
        number=number,
        title=lesson.title,
        nav=lesson.nav,
        summary=lesson.summary,
        minutes=lesson.minutes,
        is_read=standing.is_read(lesson.slug),
        checks=_checks_line(lesson, standing),
        quiz=_quiz_line(course, lesson.quiz, standing),
    )


def _checks_line(lesson: Lesson, standing: Standing) -> ChecksLine | None:
    asked = {(check.quiz, item) for check in lesson.checks for item in check.items}
    given = [
        answer
        for quiz, answers in standing.checks.items()
        for answer in answers.values()
        if (quiz, answer.item_id) in asked
    ]
    right = sum(answer.score == FULL for answer in given)
    return ChecksLine(len(asked), len(given), right) if asked else None


def _quiz_line(course: Course, slug: str | None, standing: Standing) -> QuizLine | None:
    quiz: Quiz | None = course.quiz(slug) if slug else None
    if quiz is None:
        return None
    mark = standing.quizzes.get(quiz.slug, QuizMark())
    return QuizLine(quiz.slug, quiz.title, course.bank.size(quiz), mark, standing.counting_share(course, quiz.slug))


def _steps(lesson: LessonLine) -> list[bool]:
    steps = [lesson.is_read]
    if lesson.checks:
        steps.append(lesson.checks.is_done)
    if lesson.quiz:
        steps.append(lesson.quiz.is_passed)
    return steps


def _next(lessons: tuple[LessonLine, ...], final: QuizLine | None, standing: Standing) -> Next | None:
    """Return an open attempt first, then the lesson that was open last, then the first thing not done after it."""
    quizzes = [quiz for quiz in (*(lesson.quiz for lesson in lessons), final) if quiz]
    for quiz in quizzes:
        if quiz.mark.open_id is not None:
            return Next("attempt", quiz.slug, quiz.title, quiz.mark.open_id)
    slugs = [lesson.slug for lesson in lessons]
    last = standing.last_lesson()
    start = slugs.index(last) if last in slugs else 0
    for lesson in (*lessons[start:], *lessons[:start]):
        if not lesson.is_read:
            return Next("lesson", lesson.slug, lesson.title)
        if lesson.quiz and not lesson.quiz.is_passed and not lesson.quiz.mark.finished:
            return Next("quiz", lesson.quiz.slug, lesson.quiz.title)
    for quiz in quizzes:
        if not quiz.is_passed:
            return Next("quiz", quiz.slug, quiz.title)
    for lesson in lessons:
        if not lesson.is_done:
            return Next("lesson", lesson.slug, lesson.title)
    return None
