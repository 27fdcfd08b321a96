"""What must hold between the lessons, quizzes and figures of a course; every fault at once."""

from collections.abc import Iterator

from courseware.check_flaws import flaw_faults
from courseware.check_generated import generated_faults
from courseware.check_items import filter_faults, item_faults, see_fault
from courseware.check_statements import statement_faults
from courseware.course import CheckBlock, ClaimUse, Course, DemoUse, FigureUse, Lesson, LessonLink, QuizLink
from courseware.library import Library, shown
from courseware.proofs.freshness import proof_faults, stale_faults
from quizzes.faults import Fault
from quizzes.quiz import Mode, Quiz


def check(library: Library) -> tuple[Fault, ...]:
    """Return every fault of all courses: those met while reading, and what does not fit together."""
    found = set(library.faults)
    for course in library.courses.values():
        found.update(course_faults(course))
        found.update(stale_faults(course))
        found.update(statement_faults(course))
    return tuple(sorted(found))


def course_faults(course: Course) -> Iterator[Fault]:
    """Yield what does not fit together in one course."""
    yield from _final_faults(course)
    yield from _objective_faults(course)
    yield from _figure_faults(course)
    for lesson in course.lessons:
        yield from _lesson_quiz_faults(course, lesson)
        yield from _reference_faults(course, lesson)
        for block in lesson.checks:
            yield from _check_faults(course, lesson, block)
    for quiz in course.bank.quizzes.values():
        yield from _quiz_faults(course, quiz)
        yield from generated_faults(quiz)
        yield from flaw_faults(quiz)
        yield from filter_faults(course, quiz)
        yield from item_faults(course, quiz.source)
    for source in course.bank.unread.values():
        yield from item_faults(course, source)
    yield from _glossary_faults(course)
    yield from proof_faults(course)


def _final_faults(course: Course) -> Iterator[Fault]:
    message = _mode_fault(course, course.final, "graded", "the final assessment")
    if message:
        yield course.source.fault(("final",), message)


def _lesson_quiz_faults(course: Course, lesson: Lesson) -> Iterator[Fault]:
    if lesson.quiz is None:
        return
    message = _mode_fault(course, lesson.quiz, "graded", "the lesson's quiz")
    if message:
        yield lesson.source.fault(("quiz",), message)
    closed = [other for other in course.lessons if other.quiz == lesson.quiz]
    if closed[0] is not lesson:
        yield lesson.source.fault(("quiz",), f"the quiz “{lesson.quiz}” already closes the lesson “{closed[0].slug}”")


def _mode_fault(course: Course, slug: str, wanted: Mode, role: str) -> str:
    """Return why a quiz can't play a role, or nothing. A quiz with faults of its own is told there."""
    quiz = course.quiz(slug)
    if quiz is None:
        return "" if slug in course.bank.unread else f"{role} is “{slug}”, but this course has no such quiz"
    if quiz.settings.mode != wanted:
        return f"{role} is “{slug}”, whose mode is {quiz.settings.mode}; it must be {wanted}"
    return ""


def _objective_faults(course: Course) -> Iterator[Fault]:
    first: dict[str, Lesson] = {}
    for lesson in course.lessons:
        for index, objective in enumerate(lesson.objectives):
            if objective.id in first:
                message = f"the objective “{objective.id}” is already used in {first[objective.id].file}"
                yield lesson.source.fault(("objectives", index, "id"), f"{message}; give each its own id")
            first.setdefault(objective.id, lesson)


def _figure_faults(course: Course) -> Iterator[Fault]:
    uses = (use for lesson in course.lessons for use in lesson.references)
    used = {use.name for use in uses if isinstance(use, FigureUse)}
    if course.unread:
        return  # A lesson that can't be read may use any of them.
    for path in sorted((course.folder / "figures").glob("*")):
        if path.name not in used:
            yield Fault(shown(path), 1, "no lesson shows this figure; show it, or remove the file")


def _reference_faults(course: Course, lesson: Lesson) -> Iterator[Fault]:
    for reference in lesson.references:
        match reference:
            case LessonLink():
                message = lesson_link_fault(course, reference.lesson, reference.anchor)
            case QuizLink():
                message = _quiz_link_fault(course, reference.quiz)
            case FigureUse() | DemoUse() | ClaimUse():
                message = ""  # Told where the lesson was read.
        if message:
            yield Fault(lesson.file, reference.line, message)


def _quiz_link_fault(course: Course, slug: str) -> str:
    quiz = course.quiz(slug)
    if quiz is None:
        return "" if slug in course.bank.unread else f"the link leads to the quiz “{slug}”, which this course has not"
    if quiz.settings.mode == "check":
        return f"“{slug}” is a check and has no page; link to the lesson that holds it"
    return ""


def lesson_link_fault(course: Course, slug: str, anchor: str) -> str:
    """Return why a link to a lesson is dead, or nothing."""
    lesson = course.lesson(slug)
    if lesson is None:
        if slug in course.unread:
            return ""
        names = ", ".join(lesson.slug for lesson in course.lessons)
        return f"the link leads to the lesson “{slug}”, which this course has not; known: {names}"
    if anchor and anchor not in lesson.anchors:
        names = ", ".join(heading.anchor for heading in lesson.headings)
        return f"the link leads to “{slug}#{anchor}”, but {lesson.file} has no such anchor; its headings: {names}"
    return ""


def _glossary_faults(course: Course) -> Iterator[Fault]:
    for term in course.glossary.terms.values():
        message = see_fault(course, term.see) if term.see else ""
        if message:
            yield Fault(term.file, term.line, f"the term “{term.id}”: {message}")


def _check_faults(course: Course, lesson: Lesson, block: CheckBlock) -> Iterator[Fault]:
    if not block.quiz:
        return
    message = _mode_fault(course, block.quiz, "check", "the quiz of this check")
    if message:
        yield Fault(lesson.file, block.line, message)
    quiz = course.quiz(block.quiz)
    if quiz is None:
        return
    known = [item.id for item in quiz.items]
    for position, name in enumerate(block.items):
        if name not in known:
            message = f"the check asks “{name}”, but {quiz.file} has no such item; known: {', '.join(known)}"
            yield Fault(lesson.file, block.line, message)
        elif name in block.items[:position]:
            yield Fault(lesson.file, block.line, f"the check asks “{name}” twice; keep one")


def _quiz_faults(course: Course, quiz: Quiz) -> Iterator[Fault]:
    drawn = {draw.source for other in course.bank.quizzes.values() for draw in other.settings.draw}
    closing = {lesson.quiz for lesson in course.lessons} | {course.final}
    checks = {block.quiz for lesson in course.lessons for block in lesson.checks}
    if quiz.slug not in drawn | closing | checks and not course.unread:
        yield quiz.source.fault((), "nobody uses this quiz; name it in a lesson or in course.yaml, or remove it")
    if quiz.items and quiz.settings.draw and quiz.slug not in drawn:
        yield quiz.source.fault(("items",), "nobody asks the items of this file; draw from it, or remove them")
    if quiz.settings.mode == "check" and quiz.settings.draw:
        yield quiz.source.fault(("draw",), "a check asks its own items; list them here instead of drawing")
