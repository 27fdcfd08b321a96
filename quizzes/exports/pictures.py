"""The pictures of a quiz on their way out: in what is written they have the address that the format gives them.

Until then a text shows one by its name beside the quiz, such as `images/knot.png`. One that can't come along is
described in words.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from html import escape, unescape

from lxml.etree import _Element as Element

from quizzes.exports.nodes import Node
from quizzes.text import PICTURES

Pictures = Mapping[str, bytes]  # by name
Address = Callable[[str], str]  # of a picture by its name; empty where it has none
_SHOWN = re.compile(rf'<img src="({PICTURES}[^"]*)" alt="([^"]*)"([^<>]*)>')


def described_only(_name: str) -> str:
    """Return no address, for what carries no pictures."""
    return ""


@dataclass(slots=True)
class Shelf:
    """The pictures that something written shows, of those that there are; `place` is where `{}` is a file's name."""

    known: Pictures
    place: str
    taken: dict[str, bytes] = field(default_factory=dict)

    def address(self, name: str) -> str:
        """Return the address of a picture, and take it along."""
        if name not in self.known:
            return ""
        self.taken[name] = self.known[name]
        return self.place.format(file_name(name))


def all_taken(shelves: Iterable[Shelf]) -> dict[str, bytes]:
    """Return each picture that any of these takes, by name."""
    return {name: content for shelf in shelves for name, content in shelf.taken.items()}


def file_name(name: str) -> str:
    """Return what a picture's file is called, without its folder."""
    return name.removeprefix(PICTURES)


def placed(node: Node, address: Address) -> Node:
    """Return an element in which each picture has its address, or its description in its place."""
    shown = node.attributes.get("src", "") if node.tag == "img" else ""
    if not shown.startswith(PICTURES):
        return node._replace(
            children=[child if isinstance(child, str) else placed(child, address) for child in node.children]
        )
    if found := address(shown):
        return node._replace(attributes={**node.attributes, "src": found})
    return Node("em", {}, [node.attributes.get("alt") or shown])


def place_in_tree(tree: Element, address: Address) -> None:
    """Give each picture in a tree its address, or put its description in its place."""
    for image in [one for one in tree.iter("{*}img") if (one.get("src") or "").startswith(PICTURES)]:
        name = str(image.get("src"))
        if found := address(name):
            image.set("src", found)
        else:
            image.tag = f"{str(image.tag).removesuffix('img')}em"
            image.text = image.get("alt") or name
            image.attrib.clear()


def placed_in_html(html: str, address: Address) -> str:
    """Return HTML in which each picture has its address, or its description stands in its place."""

    def shown(image: re.Match[str]) -> str:
        name, alt, rest = unescape(image[1]), image[2], image[3]
        found = address(name)
        return f'<img src="{escape(found)}" alt="{alt}"{rest}>' if found else f"<em>{alt or escape(name)}</em>"

    return _SHOWN.sub(shown, html)


def described(html: str) -> str:
    """Return HTML with the description of each picture in its place."""
    return placed_in_html(html, described_only)
