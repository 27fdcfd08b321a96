"""A block of GIFT as a question: its title, its text with the place of the answer, and what stands in the braces."""

from quizzes.imports.drafts import Draft
from quizzes.imports.gaps import BLANK
from quizzes.imports.gift.answers import part_of
from quizzes.imports.gift.blocks import Block
from quizzes.imports.gift.escapes import formatted, hidden, markdown, shown
from quizzes.imports.limits import RefusedError
from quizzes.imports.markdown import Texts
from quizzes.imports.names import Names
from quizzes.imports.report import Place, Taken

TITLE = "::"
GENERAL = "####"
NAME_LENGTH = 80
_BLANK = "CwBlankCw"  # stands for the missing word while a text is read


def read_question(block: Block, place: Place, texts: Texts, names: Names, tags: tuple[str, ...]) -> Taken:
    """Return a question; `tags` are what it gets beside its own. Raises RefusedError with why it can't be taken."""
    title, text = _titled(hidden(texts.bounded(block.text)))
    asked, inside = _taken_apart(text)
    inside, general, said = inside.rpartition(GENERAL) if GENERAL in inside else (inside, "", "")
    default, _ = formatted(asked, "moodle")
    draft = Draft(
        texts,
        names=(block.idnumber, title, place.name),
        prompt=markdown(texts, asked, default).replace(_BLANK, BLANK),
        explanation=markdown(texts, said, default) if general else "",
    )
    draft.tag([*block.tags, *tags])
    part = part_of(draft, inside.strip(), default)
    return draft.taken(part, place, names)


def name_of(block: Block) -> str:
    """Return what people call a question: its title, or how it begins."""
    title, text = _titled(hidden(block.text[: 10 * NAME_LENGTH]))
    asked = shown(formatted(text.partition("{")[0], "")[1])
    return " ".join((title or asked).split())[:NAME_LENGTH].strip()


def _titled(text: str) -> tuple[str, str]:
    """Return the title and the text after it."""
    if not text.startswith(TITLE):
        return "", text
    title, end, rest = text.removeprefix(TITLE).partition(TITLE)
    return (shown(title), rest.strip()) if end else ("", title)


def _taken_apart(text: str) -> tuple[str, str]:
    """Return the text, with a mark where a word is missing, and what stands in the braces."""
    before, opened, rest = text.partition("{")
    inside, closed, after = rest.partition("}")
    if not opened and "}" not in text:
        raise RefusedError("it asks nothing; put its text into a lesson")
    if not closed or "}" in before:
        raise RefusedError("a brace of it has no other; one that belongs to a text is written \\{ or \\}")
    if "{" in inside + after or "}" in after:
        raise RefusedError("it has several pairs of braces; part questions by a blank line, or write \\{ and \\}")
    return (f"{before}{_BLANK}{after}" if after.strip() else before), inside
