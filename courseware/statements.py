"""Statements of fact in a lesson that belong to no claim: sentences that name a facet of the course.

A sentence counts as marked where `[…]{claim=id}` or `[…]{.no-claim}` holds a part of it. What stands directly before
or after a demonstration has its proof in sight. Headings, titles, code, questions and a name alone state nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from courseware.authored import Facet
from courseware.directives import Node, Prose
from quizzes.text import CLAIM, dialect

NO_CLAIM = "no-claim"  # the class of a span that states nothing
SHOWS = ("demo", "diff")  # the directives that prove what stands beside them
_SENTENCE = re.compile(r".+?(?:[.!?]+[”\"’)\]*]*(?=\s|$)|$)", re.DOTALL)
CODE = "…"  # stands for code, which is not read
_LONGEST = 60  # characters of a sentence that a fault quotes


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence without a claim, the line on which its block starts, and the label of the facet that it names."""

    line: int
    text: str
    facet: str

    @property
    def quoted(self) -> str:
        """Return its first words."""
        words = " ".join(self.text.split())
        return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph, a row of a table or a caption; `text` has `marked` saying of each character whether it is marked.

    `facet` is what the head of its table names, which makes every row a statement.
    """

    line: int
    text: str
    marked: tuple[bool, ...]
    facet: str = ""
    is_row: bool = False


def unclaimed(nodes: Sequence[Node], facets: Sequence[Facet]) -> Iterator[Statement]:
    """Yield the statements in a lesson that name a facet and belong to no claim."""
    for index, node in enumerate(nodes):
        if not isinstance(node, Prose):
            if node.name not in SHOWS:
                yield from unclaimed(node.children, facets)
            continue
        blocks = list(_blocks(node, facets))
        if _shows(nodes, index - 1):
            del blocks[:1]
        if _shows(nodes, index + 1):
            del blocks[-1:]
        for block in blocks:
            yield from _unmarked(block, facets)


def facet_named(text: str, facets: Sequence[Facet]) -> str:
    """Return the label of the first facet that a text in Markdown names outside of code, or nothing."""
    return _named(_without_code(text), facets)


def _shows(nodes: Sequence[Node], index: int) -> bool:
    node = nodes[index] if 0 <= index < len(nodes) else None
    return node is not None and not isinstance(node, Prose) and node.name in SHOWS


def _named(words: str, facets: Sequence[Facet]) -> str:
    for facet in facets:
        if re.search(rf"(?<![\w.]){re.escape(facet.label)}(?![\w])(?!\.\w)", words, re.IGNORECASE):
            return facet.label
    return ""


def _without_code(text: str) -> str:
    kept: list[str] = []
    for block in dialect().parse(text, {}):
        kept += [child.content for child in block.children or [] if child.type == "text"]
    return " ".join(kept)


def _unmarked(block: _Block, facets: Sequence[Facet]) -> Iterator[Statement]:
    if block.is_row:
        facet = block.facet or _named(block.text, facets)
        if facet and not any(block.marked):
            yield Statement(block.line, block.text, facet)
        return
    for found in _SENTENCE.finditer(block.text):
        sentence, facet = found[0].strip(), _named(found[0], facets)
        if not facet or sentence == facet or sentence.endswith("?"):
            continue
        if not any(block.marked[found.start() : found.end()]):
            yield Statement(block.line, sentence, facet)


def _blocks(prose: Prose, facets: Sequence[Facet]) -> Iterator[_Block]:
    """Yield the blocks of a stretch of Markdown that can state something."""
    line, head, row = prose.line, "", list[_Block]()
    around = {"heading": False, "thead": False, "tr": False}
    for token in dialect().parse(prose.text, {}):
        if token.map:
            line = prose.line + token.map[0]
        kind = token.type.removesuffix("_open").removesuffix("_close")
        if kind in around:
            around[kind] = token.nesting > 0
        if token.type == "table_open":
            head = ""
        elif token.type == "tr_close" and row:
            yield _row(row, head)
            row = []
        elif token.type == "inline" and around["thead"]:
            head = head or facet_named(token.content, facets)
        elif token.type == "inline" and around["tr"]:
            row.append(_text_block(token, line))
        elif token.type == "inline" and not around["heading"]:
            yield _text_block(token, line)


def _row(cells: Sequence[_Block], head: str) -> _Block:
    text = " ".join(cell.text for cell in cells)
    marked = tuple(flag for cell in cells for flag in cell.marked)
    return _Block(cells[0].line, text, marked, head, is_row=True)


def _text_block(inline: Token, line: int) -> _Block:
    """Return the words of an inline, code left out; a figure stands for its caption."""
    children = inline.children or []
    if len(children) == 1 and children[0].type == "image":
        children = dialect().parseInline(str(children[0].attrGet("title") or ""), {})[0].children or []
    words: list[str] = []
    marked: list[bool] = []
    spans: list[bool] = []
    for child in children:
        if child.type == "span_open":
            spans.append(child.attrGet(CLAIM) is not None or NO_CLAIM in str(child.attrGet("class") or "").split())
        elif child.type == "span_close":
            spans.pop()
        piece = {"text": child.content, "code_inline": CODE, "softbreak": " ", "hardbreak": " "}.get(child.type, "")
        words.append(piece)
        marked += [any(spans)] * len(piece)
    return _Block(line, "".join(words), tuple(marked))
