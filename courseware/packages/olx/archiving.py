"""The archive of a course in OLX: its outline, the leaves of it, its files and how it is graded."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from courseware.asked import check_quizzes, graded_quizzes
from courseware.course import Course, Lesson
from courseware.packages.drawings import drawings
from courseware.packages.glossary import glossary_html
from courseware.packages.olx.blocks import STYLE, WRAPPER, Leaves, Passages
from courseware.packages.olx.links import GLOSSARY, BlockLinks, quiz_name
from courseware.packages.olx.sections import Unit, units
from courseware.packages.quizzes import EXTRA, all_pictures, elsewhere, prepared
from courseware.packages.relinking import relinked
from quizzes.exports import ExportQuiz
from quizzes.exports.archive import tarball
from quizzes.exports.olx.course import archived, grader, named, problems, subsection
from quizzes.exports.olx.elements import olx
from quizzes.exports.spreading import with_variants
from quizzes.look import style_inside

RUN = "course"
QUIZ, FINAL = "Quiz", "Final"  # what is graded, as learners read it
STYLES = ("style", "parts", "lesson", "code")


def course_archive(course: Course) -> bytes:
    """Return the archive."""
    shown = relinked(course, BlockLinks())
    sections = {lesson.slug: units(shown, lesson) for lesson in shown.lessons}
    graded = {quiz.slug: with_variants(quiz) for quiz in prepared(shown, graded_quizzes(shown))}
    checks = {quiz.slug: quiz for quiz in prepared(shown, check_quizzes(shown))}
    pictures = all_pictures([*graded.values(), *checks.values()])
    leaves = Leaves(shown, checks, _passages(sections))
    outline = olx(
        "course",
        *_chapters(shown, sections, graded | {slug: with_variants(quiz) for slug, quiz in checks.items()}, leaves),
        display_name=shown.title,
        language=shown.language,
    )
    files = archived(shown.slug, RUN, outline, leaves.blocks, _grading(shown, graded), pictures)
    files |= leaves.texts
    files[f"course/static/{STYLE}"] = style_inside(WRAPPER, STYLES).encode()
    files |= {f"course/static/{name}": svg for name, svg in drawings(shown).items()}
    return tarball(files)


def _passages(sections: dict[str, tuple[Unit, ...]]) -> Passages:
    """Return which unit holds what; the start of a lesson is its first."""
    found = {(lesson, ""): made[0].name for lesson, made in sections.items()}
    return found | {
        (lesson, anchor): unit.name for lesson, made in sections.items() for unit in made for anchor in unit.anchors
    }


def _chapters(
    course: Course, sections: dict[str, tuple[Unit, ...]], quizzes: dict[str, ExportQuiz], leaves: Leaves
) -> Iterator[Element]:
    for lesson in course.lessons:
        yield _lesson(course, lesson, sections[lesson.slug], quizzes, leaves)
    if course.final in quizzes:
        final = _asked(quizzes[course.final], leaves, FINAL)
        yield olx("chapter", final, **named("at-the-end", quizzes[course.final].title))
    extra = [_asked(quizzes[slug], leaves) for slug in elsewhere(course)]
    if extra:
        yield olx("chapter", *extra, **named("more-practice", EXTRA))
    if course.glossary.terms:
        words = leaves.text("glossary_text", "Glossary", glossary_html(course, BlockLinks()))
        unit = olx("vertical", words, **named(GLOSSARY, "Glossary"))
        inside = olx("sequential", unit, **named("glossary_list", "Glossary"))
        yield olx("chapter", inside, **named("glossary_chapter", "Glossary"))


def _lesson(
    course: Course, lesson: Lesson, made: tuple[Unit, ...], quizzes: dict[str, ExportQuiz], leaves: Leaves
) -> Element:
    pages = [leaves.vertical(lesson.slug, unit) for unit in made]
    inside = [olx("sequential", *pages, **named(f"read-{lesson.slug}", lesson.title))]
    if lesson.quiz:
        inside.append(_asked(quizzes[lesson.quiz], leaves, QUIZ))
    return olx("chapter", *inside, **named(f"lesson-{lesson.slug}", lesson.title))


def _asked(quiz: ExportQuiz, leaves: Leaves, assignment: str = "") -> Element:
    """Return a quiz as a subsection, whose problems are made."""
    prefix = f"{quiz_name(quiz.slug)}_"
    items = {item.id: item for item in quiz.items}
    for path, made in problems(quiz, prefix).items():
        leaves.add(path, items[path.partition(f"/{prefix}")[2]], made)
    return subsection(quiz, quiz_name(quiz.slug), prefix, assignment)


def _grading(course: Course, graded: dict[str, ExportQuiz]) -> dict[str, object]:
    """Return the rules of grading: the final quiz counts alone, as it does here, or else the quizzes of lessons."""
    of_lessons = [graded[lesson.quiz] for lesson in course.lessons if lesson.quiz]
    final = graded.get(course.final)
    graders = [grader(QUIZ, 0.0 if final else 1.0)] if of_lessons else []
    graders += [grader(FINAL, 1.0)] if final else []
    passing = [final] if final else of_lessons
    cutoff = max((quiz.pass_percent for quiz in passing), default=50) / 100
    return {"GRADER": graders, "GRADE_CUTOFFS": {"Pass": cutoff}}
