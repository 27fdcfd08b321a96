"""The quizzes of a course as our player plays them in a package: their data, and what of them is kept."""

from collections.abc import Sequence
from dataclasses import replace

from courseware.course import CheckBlock, Course
from courseware.links import Links
from courseware.packages.lessons import count_text
from courseware.packages.quizzes import course_quizzes, merged
from quizzes.exports import ExportQuiz
from quizzes.exports.losses import SEE
from quizzes.exports.playing import KEYS_INSIDE, UNGRADED, played_report
from quizzes.exports.report import Lost, Report
from quizzes.player.emitting import Texts, short_code
from quizzes.quiz import Quiz
from quizzes.responses import JSON

TOLD_ONCE = {Lost("", SEE), Lost("", KEYS_INSIDE)}


def texts_of(course: Course, links: Links) -> Texts:
    """Return how the texts of a course's items are rendered, with links to the passages that teach them."""

    def see(place: str) -> str:
        lesson, _, anchor = place.partition("#")
        return links.lesson(course.slug, lesson, anchor) if course.passage(place) else ""

    return Texts(course.marks, see, course.bank.pictures)


def check_html(block: CheckBlock) -> str:
    """Return the place where the player asks a check."""
    words = f"{count_text(len(block.items), 'question')}, asked where JavaScript is allowed."
    items = " ".join(block.items)
    return f'<div class="check" data-check="{block.quiz}" data-items="{items}"><p class="hint">{words}</p></div>\n'


def emit_check(quiz: Quiz, prepared: ExportQuiz) -> dict[str, JSON]:
    """Return a check for the player."""
    return {
        "slug": quiz.slug,
        "code": short_code(quiz.slug),
        "items": [item.id for item in prepared.items],
        "inOrder": not quiz.settings.shuffle_options,
    }


def course_report(name: str, course: Course, lost: Sequence[Lost], ungraded: str = UNGRADED) -> Report:
    """Return what a package keeps whose quizzes are played, with what else it loses; its questions lead to lessons."""
    reports = (played_report(name, quiz, ungraded) for quiz in course_quizzes(course))
    spared = (replace(one, lost=tuple(loss for loss in one.lost if loss not in TOLD_ONCE)) for one in reports)
    return merged(name, course, spared, [Lost("", KEYS_INSIDE), *lost])
