"""GIFT: Moodle's plain text format, which people write by hand and other systems export."""

import re

from quizzes.imports.categories import category_name, category_title
from quizzes.imports.files import Files, OneFile
from quizzes.imports.format import ImportFormat
from quizzes.imports.gift.blocks import Block, blocks_of
from quizzes.imports.gift.questions import name_of, read_question
from quizzes.imports.limits import Limits, RefusedError, UnreadableError
from quizzes.imports.markdown import Texts
from quizzes.imports.moodle_answers import TYPED
from quizzes.imports.names import Names
from quizzes.imports.pictures import Pictures
from quizzes.imports.report import Entry, Imported, Place, Refused, Taken
from quizzes.imports.texts import opening, text_lines
from quizzes.interactions import TextEntry

SUFFIX, TEXT = ".gift", ".txt"
TAGGED = "The file has several categories: each question has the name of its own as a tag."
_SIGNS = re.compile(
    r"^(?:\$CATEGORY:|::[^\n]{1,300}::)|(?<!\\)\{\s*(?:[=~#}]|%|(?:TRUE|FALSE|T|F)\s*[#}])", re.MULTILINE
)


def recognises(files: Files) -> bool:
    """Say whether a file is named as GIFT, or is a text with a title, a category or an answer of it."""
    if not isinstance(files, OneFile) or not files.title.lower().endswith((SUFFIX, TEXT)):
        return False
    text = opening(files.read(files.title))
    return not text.lstrip().startswith("<") and (
        files.title.lower().endswith(SUFFIX) or _SIGNS.search(text) is not None
    )


def read(files: Files, limits: Limits) -> Imported:
    """Return the questions of a file."""
    name = next(iter(files.names), files.title)
    blocks: list[Block] = []
    for block in blocks_of(text_lines(files.read(name), name)):
        if len(blocks) == limits.items:
            raise UnreadableError(f"{name} holds more than {limits.items:,} questions; split it")
        blocks.append(block)
    if not blocks:
        raise UnreadableError(f"{name} holds no question")
    categories = dict.fromkeys(block.category for block in blocks)
    pictures, names, is_tagged = Pictures(limits), Names(), len(categories) > 1
    entries = tuple(
        _entry(block, name, Texts(limits, pictures), names, _tags(block) if is_tagged else ()) for block in blocks
    )
    notes = [TAGGED] * is_tagged + [TYPED] * any(_is_typed(entry) for entry in entries)
    title = category_title(categories, re.sub(r"\.gift(?=\.|$)", "", files.title, flags=re.IGNORECASE))
    return Imported(title, entries, pictures.taken, tuple(notes))


def _tags(block: Block) -> tuple[str, ...]:
    category = category_name(block.category)
    return (category,) if category else ()


def _entry(block: Block, file: str, texts: Texts, names: Names, tags: tuple[str, ...]) -> Entry:
    place = Place(file, block.line, name_of(block))
    try:
        return read_question(block, place, texts, names, tags)
    except RefusedError as refused:
        return Refused(place, str(refused))


def _is_typed(entry: Entry) -> bool:
    return isinstance(entry, Taken) and isinstance(entry.item.parts[0].interaction, TextEntry)


FORMAT = ImportFormat(
    name="gift",
    title="GIFT",
    givers="Moodle and others, or written by hand",
    rank=60,
    recognises=recognises,
    read=read,
)
