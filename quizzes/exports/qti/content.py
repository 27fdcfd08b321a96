"""Texts of an item as QTI content: the XHTML that the schema takes, in QTI's namespace."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from lxml.etree import _Element as Element

from quizzes.exports import markup
from quizzes.exports.nodes import Node
from quizzes.exports.qti.names import node
from quizzes.plain_text import Piece, plain_pieces
from quizzes.text import to_plain

GapMaker = Callable[[str], Node]


def blocks(source: str, gaps: Iterable[str] = (), fill: GapMaker | None = None) -> list[Node]:
    """Return the blocks of a text; `fill` makes what stands where a gap is."""
    if pieces := plain_pieces(source):
        return [node("p", *_plain(pieces))]
    return [_copy(child, fill) for child in markup.blocks(source, gaps=tuple(gaps))]


def inline(source: str) -> list[Node | str]:
    """Return a text of one paragraph as what may stand inside a paragraph."""
    if pieces := plain_pieces(source):
        return list(_plain(pieces))
    return list(_inside(markup.inline(source)))


def _plain(pieces: Sequence[Piece]) -> Iterator[Node | str]:
    for tag, text in pieces:
        if tag:
            yield node(tag, *_texts(text))
        else:
            yield from _texts(text)


def plain(source: str) -> list[Node | str]:
    """Return a text of one paragraph without its formatting."""
    return [to_plain(source)]


def code(text: str) -> Node:
    """Return a text as code, in a block of its own."""
    return node("pre", *_texts(text))


def _copy(source: Element, fill: GapMaker | None) -> Node:
    tag = str(source.tag)
    if tag.startswith("{"):
        maths = _maths(source)
        return maths._replace(attributes={"xmlns": markup.MATHML, **maths.attributes})
    if tag == "gap" and fill is not None:
        return fill(str(source.get("key")))
    if tag == "pre" and len(source) == 1 and source[0].tag == "code":
        # Without the code element: a player's style for inline code may take the line ends away.
        source = source[0]
    attributes = {str(name): str(value) for name, value in source.attrib.items()}
    if aligned := attributes.pop("style", ""):
        attributes["class"] = f"qti-align-{aligned.rpartition(':')[2].strip()}"
    return node(tag, *_inside(source, fill), **attributes)


def _inside(tree: Element, fill: GapMaker | None = None) -> Iterator[Node | str]:
    yield from _texts(tree.text)
    for child in tree:
        yield _copy(child, fill)
        yield from _texts(child.tail)


def _maths(source: Element) -> Node:
    children: list[Node | str] = [source.text] if source.text else []
    for child in source:
        children += [_maths(child), child.tail] if child.tail else [_maths(child)]
    attributes = {str(name): str(value) for name, value in source.attrib.items()}
    return Node(str(source.tag).rpartition("}")[2], attributes, children)


def _texts(text: str | None) -> list[Node | str]:
    """Return a text with each `{{` parted by an element: players that render items as templates would run it."""
    first, *others = (text or "").split("{{")
    parted: list[Node | str] = [first]
    for piece in others:
        parted += ["{", node("span", "{"), piece]
    return parted
