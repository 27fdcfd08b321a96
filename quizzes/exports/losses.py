"""What every format loses, whatever it can say of a question."""

from collections.abc import Collection, Container, Iterator

from quizzes.exports import markup
from quizzes.exports.pools import ExportQuiz
from quizzes.exports.report import Lost
from quizzes.exports.texts import texts_of
from quizzes.interactions import Item, TextEntry

COMPATIBLE = "the likeness of characters that only Unicode calls equal, such as full-width letters, in typed answers"
SEE = "the links from questions to the lesson passages that teach them"
LISTED = "the place of feedback on single answers: it stands in one list below the explanation"
AS_IT_STANDS = "the difference between an order left as it stands and no answer"


def quiz_losses(quiz: ExportQuiz) -> Iterator[Lost]:
    """Yield what of the quiz itself stays behind."""
    if quiz.attempts:
        yield Lost("", f"the limit of {quiz.attempts} attempts; set it there")
    if quiz.attempts != 1 and quiz.counts != "best":
        yield Lost("", f"which attempt counts ({quiz.counts}); set it there")
    if quiz.review != "after-submit":
        yield Lost("", f"when answers and feedback are shown ({quiz.review}); set it there")
    if quiz.layout == "one-by-one":
        yield Lost("", "one question a page; set it there")
    yield from content_losses(quiz)


def content_losses(quiz: ExportQuiz) -> Iterator[Lost]:
    """Yield what stays behind of the questions, whatever settings the target knows."""
    if any(item.see for item in quiz.items):
        yield Lost("", SEE)
    if any(part.misconceptions for item in quiz.items for part in item.parts):
        yield Lost("", "which misconception a wrong answer shows")
    if any(isinstance(part.interaction, TextEntry) for item in quiz.items for part in item.parts):
        yield Lost("", COMPATIBLE)


def flat_losses(quiz: ExportQuiz) -> Iterator[Lost]:
    """Yield what a plain list of questions can't say of a quiz."""
    for pool in quiz.pools:
        if pool.is_drawn:
            drawn = f"the draw of {pool.count} from {len(pool.items)} of “{pool.title}”"
            yield Lost("", f"{drawn}: every question is listed")
    if quiz.shuffle_items:
        yield Lost("", "the shuffled order of the questions; set it in the quiz there")
    yield Lost("", f"the pass mark of {quiz.pass_percent} %; set it there")


def item_losses(item: Item, kept: Container[str] = (), plain: Collection[str] = ()) -> Iterator[Lost]:
    """Yield images and links of an item that only the course has.

    The pictures that are `kept` go along, but for those in texts that are `plain` in the target.
    """
    lost = (what for text in texts_of(item) for what in _homebound(text, () if text in plain else kept))
    yield from (Lost(item.id, what) for what in dict.fromkeys(lost))


def _homebound(text: str, kept: Container[str]) -> Iterator[str]:
    for name, alt in markup.pictures_in(text):
        if name not in kept:
            yield f"the image “{alt or name}”; its description stands in its place"
    for address in markup.homebound(text):
        yield f"the link to “{address}”; its words stay"


def has_formulas(item: Item) -> bool:
    """Say whether a text of an item has a formula."""
    return any(markup.has_formula(text) for text in texts_of(item))
