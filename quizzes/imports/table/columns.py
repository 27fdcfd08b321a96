"""The columns of the table and the words in them: what the template shows, the manual says and the reader takes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

TYPE, QUESTION, ANSWER = "type", "question", "answer"
POINTS, CREDIT, TOLERANCE, UNIT, CASE, TEXT = "points", "credit", "tolerance", "unit", "case", "text"
HINT, EXPLANATION, IF_RIGHT, IF_WRONG = "hint", "explanation", "if right", "if wrong"
OBJECTIVE, DIFFICULTY, TAGS, ID = "objective", "difficulty", "tags", "id"
SHOWN = ascii_uppercase[:6]  # the options that the template has columns for; more may be added, up to Z

PARTIAL, ALL_OR_NOTHING = "partial", "all or nothing"
MARKDOWN, PLAIN = "markdown", "plain"
COUNTS = "match"
MANUAL = "How to fill it in"  # the sheet of the template that tells what belongs in each column
TYPES: Mapping[str, str] = {
    "single": "single", "single choice": "single", "multiple": "multiple", "multiple answers": "multiple",
    "true false": "true-false", "numeric": "numeric", "number": "numeric", "short text": "short-text",
    "text": "short-text", "match": "match", "matching": "match", "order": "order", "ordering": "order",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the template: what stands in it, for people; its width is in characters."""

    name: str
    what: str
    width: int = 14


TYPES_TOLD = "single, multiple, true/false, numeric, short text, match or order"
COLUMNS: Sequence[Column] = (
    Column(TYPE, TYPES_TOLD, 12),
    Column(QUESTION, "what is asked", 44),
    Column(
        ANSWER,
        "the letter of the right option, or several (A, C); true or false; a number or a range (1.5..2); for short "
        "text what counts as right, with | between several; empty for match and order",
        16,
    ),
    *(Column(f"option {letter}", "", 18) for letter in SHOWN),
    *(Column(f"feedback {letter}", "", 18) for letter in SHOWN),
    Column(POINTS, "a whole number; 1 if empty", 8),
    Column(
        CREDIT,
        "all or nothing, or partial: each right option, pair or place earns its share, and each wrong option takes "
        "as much; or shares by letter, such as B=50%. If empty: all or nothing for multiple, else partial",
    ),
    Column(TOLERANCE, "for numbers: how far off is still right, as a number or as a percentage (5%)", 10),
    Column(UNIT, "for numbers: what stands after the field", 8),
    Column(CASE, "for short text: match, where capital letters count", 8),
    Column(HINT, "shown when the learner asks for it", 24),
    Column(EXPLANATION, "shown after grading", 34),
    Column(IF_RIGHT, "said of a right answer", 24),
    Column(IF_WRONG, "said of any other answer", 24),
    Column(OBJECTIVE, "what it tests, by the name that the course gives it"),
    Column(DIFFICULTY, "easy, medium or hard; medium if empty", 10),
    Column(TAGS, "words to find it by, with commas between"),
    Column(ID, "a short name that stays when the question is changed; made from the question if empty"),
    Column(TEXT, "markdown, where `code`, *emphasis* and $formulas$ are meant; else everything reads as it stands", 10),
)
OPTIONS_TOLD = (
    "an option to choose; for numbers and short text an answer that is not right, with its feedback, or worth a "
    "share; for match a pair with an arrow (Paris -> France), or only its right side (-> Spain); for order a step, "
    "in the right order. More columns, up to option Z, may be added"
)
FEEDBACK_TOLD = "what is said of that option; for true/false, A is for true and B for false"
_OPTION = re.compile(r"(?:option )?([a-z])")
_FEEDBACK = re.compile(r"feedback ([a-z])")


def column_name(header: str) -> str:
    """Return the name of a column from how its header is written; one that is not known as it stands."""
    plain = folded(header)
    if found := _OPTION.fullmatch(plain):
        return f"option {found[1].upper()}"
    if found := _FEEDBACK.fullmatch(plain):
        return f"feedback {found[1].upper()}"
    return plain if plain in _NAMES else header.strip()


def is_known(name: str) -> bool:
    """Say whether a column is read."""
    return name in _NAMES or bool(_OPTION.fullmatch(name.lower()) or _FEEDBACK.fullmatch(name.lower()))


def folded(word: str) -> str:
    """Return a word of the table as it is compared: small letters, with one space for whatever parts them."""
    return re.sub(r"[\W_]+", " ", word.lower()).strip()


def manual() -> list[tuple[str, str]]:
    """Return what to tell of the columns: each with what belongs in it, the options and their feedback as one."""
    told = [(column.name, column.what) for column in COLUMNS if column.what]
    options = [(f"option A to {SHOWN[-1]}", OPTIONS_TOLD), (f"feedback A to {SHOWN[-1]}", FEEDBACK_TOLD)]
    place = [name for name, _ in told].index(ANSWER) + 1
    return [*told[:place], *options, *told[place:]]


_NAMES = frozenset(column.name for column in COLUMNS)
