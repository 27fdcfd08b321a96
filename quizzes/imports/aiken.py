"""Aiken: single choice in plain text: a question, its options by letter, and a line with the right letter."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain
from string import ascii_uppercase

from quizzes.imports.drafts import Draft
from quizzes.imports.files import Files, OneFile
from quizzes.imports.format import ImportFormat
from quizzes.imports.limits import Limits, RefusedError, UnreadableError
from quizzes.imports.markdown import Texts
from quizzes.imports.names import Names
from quizzes.imports.parts import Answer, one_of, true_false
from quizzes.imports.pictures import Pictures
from quizzes.imports.report import Entry, Imported, Place, Refused, Taken
from quizzes.imports.texts import opening, text_lines
from quizzes.interactions import Part

SUFFIXES, TEXT = (".aiken", ".aiken.txt"), ".txt"
NAME_LENGTH = 80
FEW = 2
_SIGNS = re.compile(r"^[A-Z][).][^\n]*\n\s*ANSWER:", re.MULTILINE)
_OPTION = re.compile(r"([A-Z])[).]\s*(.*)")
_KEY = re.compile(r"ANSWER\s*:\s*(.*)", re.IGNORECASE)
_LETTER = re.compile(r"([A-Za-z])\s*(?:[).].*)?")


@dataclass(slots=True)
class Block:
    """A question as it stands, each text by its lines; `key` is what its last line says, None without one."""

    line: int
    asked: list[str] = field(default_factory=list)
    options: list[tuple[str, list[str]]] = field(default_factory=list)
    key: str | None = None

    @property
    def name(self) -> str:
        """Return how it begins."""
        return next(iter(self.asked), "")[:NAME_LENGTH].strip()


def recognises(files: Files) -> bool:
    """Say whether a file is named as Aiken, or is a text that has an option with the line of the key below it."""
    if not isinstance(files, OneFile) or not files.title.lower().endswith((*SUFFIXES, TEXT)):
        return False
    return files.title.lower().endswith(SUFFIXES) or _SIGNS.search(opening(files.read(files.title))) is not None


def read(files: Files, limits: Limits) -> Imported:
    """Return the questions of a file."""
    name = next(iter(files.names), files.title)
    names, entries = Names(), list[Entry]()
    for block in _blocks(text_lines(files.read(name), name)):
        if len(entries) == limits.items:
            raise UnreadableError(f"{name} holds more than {limits.items:,} questions; split it")
        place = Place(name, block.line, block.name)
        try:
            entries.append(_question(block, place, Texts(limits, Pictures(limits)), names))
        except RefusedError as refused:
            entries.append(Refused(place, str(refused)))
    if not entries:
        raise UnreadableError(f"{name} holds no question")
    title = re.sub(r"\.(aiken|txt)$", "", re.sub(r"\.txt$", "", files.title, flags=re.IGNORECASE), flags=re.IGNORECASE)
    return Imported(title or files.title, tuple(entries))


def _blocks(lines: Iterable[str]) -> Iterator[Block]:
    """Yield the questions: each ends with its key, or where another begins after a blank line."""
    block, is_parted = Block(0), False
    for number, line in enumerate(chain(lines, [""]), 1):
        key = _KEY.fullmatch(line)
        if key or (line and is_parted and block.options and not _OPTION.match(line)):
            block.key = key[1] if key else None
            block.line = block.line or number
            yield block
            block = Block(0)
        if line and not key:
            block.line = block.line or number
            _add(block, line)
        is_parted = not line
    if block.asked:
        yield block


def _add(block: Block, line: str) -> None:
    option = _OPTION.fullmatch(line)
    if option and block.asked:
        if len(block.options) <= len(ascii_uppercase):
            block.options.append((option[1], [option[2]]))
    elif block.options:
        block.options[-1][1].append(line)
    else:
        block.asked.append(line)


def _question(block: Block, place: Place, texts: Texts, names: Names) -> Taken:
    if block.key is None:
        raise RefusedError("it has no line with ANSWER: below its options")
    asked = texts.plain("\n".join(block.asked))
    draft = Draft(texts, names=(block.name,), prompt=asked)
    letters = [letter for letter, _ in block.options]
    if len(letters) < FEW:
        raise RefusedError(f"it has {'one option' if letters else 'no options'}; it needs two")
    if len(set(letters)) < len(letters):
        raise RefusedError("two options of it have the same letter")
    right = _LETTER.fullmatch(block.key)
    if right is None:
        raise RefusedError(f"“{block.key[:40]}” is not the letter of one option")
    if right[1].upper() not in letters:
        raise RefusedError(f"its right option is {right[1].upper()}, and it has none with that letter")
    return draft.taken(_part(block, texts, right[1].upper()), place, names)


def _part(block: Block, texts: Texts, right: str) -> Part:
    options = [(letter, "\n".join(lines)) for letter, lines in block.options]
    words = {text.lower(): letter for letter, text in options}
    if set(words) == {"true", "false"}:
        return true_false(words["true"] == right, "", "")
    return one_of([Answer("", texts.plain(text), Fraction(letter == right)) for letter, text in options])


FORMAT = ImportFormat(
    name="aiken",
    title="Aiken",
    givers="Moodle, TalentLMS and others, or written by hand",
    rank=50,
    recognises=recognises,
    read=read,
)
