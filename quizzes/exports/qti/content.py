"""Texts of an item as QTI content: the XHTML that the schema takes, in QTI's namespace."""

from collections.abc import Callable, Iterable

from lxml.etree import _Element as Element

from quizzes.exports import markup, xml
from quizzes.exports.qti.names import node
from quizzes.text import to_plain

GapMaker = Callable[[str], Element]


def blocks(source: str, gaps: Iterable[str] = (), fill: GapMaker | None = None) -> list[Element]:
    """Return the blocks of a text; `fill` makes what stands where a gap is."""
    return _children(markup.blocks(source, gaps=tuple(gaps)), fill)


def inline(source: str) -> list[Element | str]:
    """Return a text of one paragraph as what may stand inside a paragraph."""
    tree = markup.inline(source)
    return [*_texts(tree.text), *_mixed(tree)]


def plain(source: str) -> list[Element | str]:
    """Return a text of one paragraph without its formatting."""
    return [to_plain(source)]


def code(text: str) -> Element:
    """Return a text as code, in a block of its own."""
    return node("pre", *_texts(text))


def _children(tree: Element, fill: GapMaker | None) -> list[Element]:
    return [_copy(child, fill) for child in tree]


def _copy(source: Element, fill: GapMaker | None) -> Element:
    tag = str(source.tag)
    if tag.startswith("{"):
        source.tail = None
        return source
    if tag == "gap" and fill is not None:
        return fill(str(source.get("key")))
    if tag == "pre" and len(source) == 1 and source[0].tag == "code":
        # Without the code element: a player's style for inline code may take the line ends away.
        source = source[0]
    made = node(tag, *_texts(source.text))
    for name, value in source.attrib.items():
        if name == "style":
            made.set("class", f"qti-align-{str(value).rpartition(':')[2].strip()}")
        else:
            made.set(name, value)
    for child in list(source):
        tail = child.tail
        made.append(_copy(child, fill))
        for piece in _texts(tail):
            xml.add_text(made, piece) if isinstance(piece, str) else made.append(piece)
    return made


def _mixed(tree: Element) -> list[Element | str]:
    found: list[Element | str] = []
    for child in list(tree):
        tail = child.tail
        found += [_copy(child, None), *_texts(tail)]
    return found


def _texts(text: str | None) -> list[Element | str]:
    """Return a text with each `{{` parted by an element: players that render items as templates would run it."""
    first, *others = (text or "").split("{{")
    parted: list[Element | str] = [first]
    for piece in others:
        parted += ["{", node("span", "{"), piece]
    return parted
