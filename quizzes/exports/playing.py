"""A quiz that leaves with its player: what becomes of each item, and the page that asks them."""

from collections.abc import Iterator

from quizzes.exports.losses import SEE, item_losses
from quizzes.exports.pools import ExportQuiz
from quizzes.exports.report import ByHand, Exact, Lost, Outcome, Report, build_report
from quizzes.interactions import Item, JudgedKey
from quizzes.player.emitting import Texts, emit_items, emit_quiz
from quizzes.player.page import whole_page
from quizzes.player.scorm import Version

KEYS_INSIDE = "the secrecy of the keys: they travel in the file, and whoever opens it can read them"
UNGRADED = "the text is reported there without a score; a person grades it"


def played_report(name: str, quiz: ExportQuiz, ungraded: str = UNGRADED) -> Report:
    """Return what the player keeps: everything, but what only a person can grade, of which `ungraded` tells."""
    lost = [*quiz_losses(quiz), *(loss for item in quiz.items for loss in item_losses(item, quiz.pictures))]
    fates = [(one, played_outcome(one, ungraded)) for item in quiz.items for one in quiz.variants.get(item.id, (item,))]
    return build_report(name, quiz.address, fates, lost)


def played_outcome(item: Item, ungraded: str = UNGRADED) -> Outcome:
    """Return what becomes of one item."""
    judged = any(isinstance(part.answer, JudgedKey) for part in item.parts)
    return ByHand(ungraded, changes_score=True) if judged else Exact()


def quiz_losses(quiz: ExportQuiz) -> Iterator[Lost]:
    """Yield what of a quiz stays behind where it is played alone."""
    yield Lost("", KEYS_INSIDE)
    if any(item.see for item in quiz.items):
        yield Lost("", SEE)
    if any(part.misconceptions for item in quiz.items for part in item.parts):
        yield Lost("", "which misconception a wrong answer shows")


def quiz_page(quiz: ExportQuiz, version: Version) -> str:
    """Return the page that plays a quiz in a learning system."""
    texts = Texts(pictures=quiz.pictures)
    return whole_page(
        quiz.title,
        quiz.language,
        {
            "scorm": version,
            "page": "quiz",
            "course": quiz.course,
            "title": quiz.title,
            "summary": "",
            "final": "",
            "lessons": [],
            "checks": [],
            "quizzes": [emit_quiz(quiz, texts)],
            "items": emit_items(quiz.items, texts, quiz.variants),
        },
    )
