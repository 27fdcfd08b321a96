"""A GIFT file as blocks: blank lines part them, categories hold for what follows, comments name ids and tags."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

COMMENT = "//"
CATEGORY = "$CATEGORY:"
# Moodle's own rules for what a comment can name; `\]` is a bracket.
_ID = re.compile(r"\[id:((?:\\\]|[^\]])+)\]")
_TAG = re.compile(r"\[tag:((?:\\\]|[^\]<>`])+)\]")


@dataclass(frozen=True, slots=True)
class Block:
    """A question as it stands; `line` is that of its first line, and comments are not in its text."""

    text: str
    line: int
    category: str
    idnumber: str
    tags: tuple[str, ...]


def blocks_of(lines: Iterable[str]) -> Iterator[Block]:
    """Yield the questions of a file, of which the lines are stripped."""
    category, found, first, comments = "", list[str](), 0, list[str]()
    for number, line in enumerate(chain(lines, [""]), 1):
        if line.startswith(COMMENT):
            comments.append(line)
            continue
        is_category = line.startswith(CATEGORY)
        if line and not is_category:
            first = first if found else number
            found.append(line)
            continue
        if found:
            yield _block(found, first, category, comments)
        found, comments = [], []
        if is_category:
            category = line.removeprefix(CATEGORY).strip()


def _block(lines: Sequence[str], first: int, category: str, comments: Sequence[str]) -> Block:
    said = "\n".join(comments)
    named = _ID.search(said)
    return Block(
        text="\n".join(lines),
        line=first,
        category=category,
        idnumber=_bare(named[1]) if named else "",
        tags=tuple(_bare(tag) for tag in _TAG.findall(said)),
    )


def _bare(text: str) -> str:
    return text.replace("\\]", "]").strip()
