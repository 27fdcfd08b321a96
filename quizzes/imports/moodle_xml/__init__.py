"""Moodle XML: what Moodle's question bank exports."""

from lxml.etree import _Element as Element

from quizzes.imports.categories import category_title
from quizzes.imports.files import Files, OneFile
from quizzes.imports.format import ImportFormat
from quizzes.imports.limits import Limits, RefusedError, UnreadableError
from quizzes.imports.moodle_answers import TYPED
from quizzes.imports.moodle_xml.questions import read_question
from quizzes.imports.names import Names
from quizzes.imports.pictures import Pictures
from quizzes.imports.report import Entry, Imported, Place, Refused
from quizzes.imports.xml import child, children, line_of, local, parse, words


def recognises(files: Files) -> bool:
    """Say whether a file is XML with a `quiz` at its root."""
    if not isinstance(files, OneFile):
        return False
    start = files.read(files.title)[:4000].replace(b"\0", b"")
    return b"<quiz" in start and b"<assessment" not in start


def read(files: Files, limits: Limits) -> Imported:
    """Return the questions of a file."""
    name = next(iter(files.names), files.title)
    root = parse(files.read(name), name, limits)
    if local(root) != "quiz":
        raise UnreadableError(f"{name} is no Moodle XML: it begins with “{local(root)}”, not with “quiz”")
    questions = [one for one in children(root, "question") if one.get("type") != "category"]
    if len(questions) > limits.items:
        raise UnreadableError(f"{name} holds more than {limits.items:,} questions; split it")
    if not questions:
        raise UnreadableError(f"{name} holds no question")
    pictures, names = Pictures(limits), Names()
    entries = tuple(_entry(question, name, pictures, names) for question in questions)
    return Imported(_title(root, files.title), entries, pictures.taken, (TYPED,) if _has_typed(questions) else ())


def _entry(question: Element, file: str, pictures: Pictures, names: Names) -> Entry:
    place = Place(file, line_of(question), words(child(question, "name", "text"))[:80])
    try:
        return read_question(question, place, pictures, names)
    except RefusedError as refused:
        return Refused(place, str(refused))


def _title(root: Element, file: str) -> str:
    questions = children(root, "question")
    return category_title(
        (words(child(one, "category", "text")) for one in questions if one.get("type") == "category"), file
    )


def _has_typed(questions: list[Element]) -> bool:
    return any(one.get("type") in ("shortanswer", "cloze") for one in questions)


FORMAT = ImportFormat(
    name="moodle-xml",
    title="Moodle XML",
    givers="Moodle’s question bank",
    rank=20,
    recognises=recognises,
    read=read,
)
