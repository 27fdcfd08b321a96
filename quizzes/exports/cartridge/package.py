"""A cartridge with one quiz, and what it keeps of it."""

from collections.abc import Iterator

from quizzes.exports.archive import archive
from quizzes.exports.cartridge.assessment import (
    MOST_ATTEMPTS,
    asked,
    assessment_document,
    bank_document,
    has_rounded_weights,
    split,
    taken,
)
from quizzes.exports.cartridge.manifest import WEB, Cartridge, Entry, Resource, cartridge_files
from quizzes.exports.cartridge.outcomes import outcome
from quizzes.exports.cartridge.versions import Version
from quizzes.exports.losses import content_losses, item_losses
from quizzes.exports.pictures import Pictures, Shelf
from quizzes.exports.pools import ExportQuiz
from quizzes.exports.qti.names import identifier
from quizzes.exports.report import Lost, Report, build_report
from quizzes.interactions import GapSelect, Item, JudgedKey, Match, NumberKey, Order, TextKey
from quizzes.text import PICTURES, to_plain

Files = list[tuple[str, bytes]]
BASE = "$IMS-CC-FILEBASE$"  # the root of the cartridge, from wherever it is named


def package(quiz: ExportQuiz, version: Version) -> bytes:
    """Return the cartridge of a quiz."""
    shelf = new_shelf(quiz.pictures)
    made, files = quiz_resources(quiz, version, shelf)
    bank, bank_files = bank_resources(quiz.items if quiz.is_drawn else (), version, shelf)
    cartridge = Cartridge(
        name=identifier(f"{quiz.course}.{quiz.slug}.cartridge"),
        title=quiz.title,
        description=to_plain(quiz.summary),
        language=quiz.language,
        outline=tuple(Entry(quiz.title, resource.name) for resource in made),
        resources=(*made, *bank, *picture_resources(shelf)),
    )
    return archive(cartridge_files(cartridge, version, [*files, *bank_files, *shelf.taken.items()]))


def new_shelf(pictures: Pictures) -> Shelf:
    """Return the shelf for the pictures of questions, which every document of a cartridge sees at one address."""
    return Shelf(pictures, f"{BASE}/{PICTURES}{{}}")


def picture_resources(shelf: Shelf) -> list[Resource]:
    """Return the pictures that were taken as resources."""
    return [Resource(identifier(name), WEB, (name,)) for name in shelf.taken]


def quiz_resources(quiz: ExportQuiz, version: Version, shelf: Shelf) -> tuple[list[Resource], Files]:
    """Return the assessment of a quiz as a resource with its file; none where nothing can be asked."""
    if not asked(quiz):
        return [], []
    name = identifier(f"quiz-{quiz.slug}")
    path = f"{name}/assessment.xml"
    made = Resource(name, version.questions("assessment"), (path,))
    return [made], [(path, assessment_document(quiz, name, version, shelf.address))]


def bank_resources(items: tuple[Item, ...], version: Version, shelf: Shelf) -> tuple[list[Resource], Files]:
    """Return a question bank of items, which a cartridge has once at most; none where nothing can be asked."""
    if not taken(items):
        return [], []
    name, path = "question-bank", "question-bank/bank.xml"
    made = Resource(name, version.questions("question-bank"), (path,))
    return [made], [(path, bank_document(list(items), name, version, shelf.address))]


def report(quiz: ExportQuiz, name: str) -> Report:
    """Return what a cartridge will keep of a quiz, for the format of this name."""
    lost = [*content_losses(quiz), *(Lost("", what) for what in _of_quiz(quiz)), *draw_losses(quiz)]
    for item in quiz.items:
        lost += item_losses(item, quiz.pictures)
        lost += [Lost(item.id, what) for what in _of_item(item)]
    return build_report(name, quiz.address, [(item, outcome(item)) for item in quiz.items], lost)


def draw_losses(quiz: ExportQuiz) -> Iterator[Lost]:
    """Yield each draw, which a cartridge can't make."""
    for pool in quiz.pools:
        if pool.is_drawn:
            drawn = f"the draw of {pool.count} from “{pool.title}”"
            yield Lost("", f"{drawn}: everybody gets the same; the question bank has all")


def _of_quiz(quiz: ExportQuiz) -> Iterator[str]:
    yield f"the pass mark of {quiz.pass_percent} %; set it there"
    if quiz.attempts > MOST_ATTEMPTS:
        yield f"the limit of {quiz.attempts} attempts; set it there"
    if quiz.attempts != 1 and quiz.counts != "best":
        yield f"which attempt counts ({quiz.counts}); set it there"
    if quiz.review == "after-last":
        yield f"when answers and feedback are shown ({quiz.review}); set it there"
    if quiz.layout == "one-by-one":
        yield "one question a page; set it there"
    if quiz.shuffle_items:
        yield "the shuffled order of the questions; set it there"
    if any(item.objective or item.tags for item in quiz.items):
        yield "objectives and tags"
    questions = split(asked(quiz))
    if questions and has_rounded_weights(questions):
        yield "the exact weights of questions, which are whole numbers up to 99 there"


def _of_item(item: Item) -> Iterator[str]:
    for part in item.parts:
        if isinstance(part.answer, TextKey | NumberKey) and part.feedback:
            yield "what is said of known mistakes"
        if isinstance(part.interaction, Match | Order | GapSelect) and (item.right or item.wrong):
            yield "what is said of right and wrong answers as a whole"
        if isinstance(part.answer, JudgedKey) and item.right:
            yield "what is said of right answers"
