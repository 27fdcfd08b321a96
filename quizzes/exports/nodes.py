"""XML as plain values, for documents of a thousand questions: lxml takes ten times as long to make an element."""

import re
from collections.abc import Callable, Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

INDENT = "  "
_MARKED = re.compile("[&<>\r]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, section 2.2


class Node(NamedTuple):
    """An element; its children are elements and texts, in their order."""

    tag: str
    attributes: Mapping[str, str]
    children: Sequence["Node | str"]


def node(tag: str, *children: Node | str, **attributes: str) -> Node:
    """Return an element; attribute names are written with `_` for `-`."""
    return Node(tag, attributes, children)


def document(root: Node, content: Set[str] = frozenset()) -> bytes:
    """Return a document, indented where an element holds no text, and no element of those tags.

    Raises ValueError where a text has a character that XML can't hold.
    """
    pieces: list[str] = []
    _write(root, "\n", pieces.append, content)
    text = "".join(pieces)
    if found := _FORBIDDEN.search(text):
        raise ValueError(f"XML can't hold the character U+{ord(found[0]):04X}")
    return f"<?xml version='1.0' encoding='UTF-8'?>{text}\n".encode()


def _write(node: Node, line: str, put: Callable[[str], None], content: Set[str]) -> None:
    """Write an element that begins after `line`, or within a line where that is empty."""
    tag, attributes, children = node
    start = f"{line}<{_start(tag, attributes) if attributes else tag}"
    if not children:
        put(f"{start}/>")
    elif len(children) == 1 and isinstance(text := children[0], str):
        put(f"{start}>{_escaped(text)}</{tag}>")
    elif line and not _holds_text(children, content):
        put(f"{start}>")
        inner = line + INDENT
        for child in children:
            if not isinstance(child, str):
                _write(child, inner, put, content)
        put(f"{line}</{tag}>")
    else:
        put(f"{start}>")
        for child in children:
            if isinstance(child, str):
                put(_escaped(child))
            else:
                _write(child, "", put, content)
        put(f"</{tag}>")


def _holds_text(children: Sequence[Node | str], content: Set[str]) -> bool:
    if not content:
        return str in map(type, children)  # the quickest of all ways to look
    return any(isinstance(child, str) or child.tag in content for child in children)


def _start(tag: str, attributes: Mapping[str, str]) -> str:
    return tag + "".join([_attribute(name, value) for name, value in attributes.items()])


@lru_cache(4096)
def _attribute(name: str, value: str) -> str:
    quoted = _escaped(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return f' {name.rstrip("_").replace("_", "-")}="{quoted}"'


def _escaped(text: str) -> str:
    # Faster than str.translate, as hardly a text has any of these.
    if _MARKED.search(text) is None:
        return text
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
