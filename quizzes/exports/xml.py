"""XML elements, built in one expression."""

from functools import cache
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element


def element(tag: str, *children: Element | str, prefixes: Any = None, **attributes: str) -> Element:
    """Return an element with children and texts in this order; attribute names are written with `_` for `-`.

    `prefixes` are namespaces by prefix; it is untyped because the stubs know no default namespace.
    """
    made = etree.Element(tag, {_written(name): value for name, value in attributes.items()}, prefixes)
    for child in children:
        if isinstance(child, str):
            add_text(made, child)
        else:
            made.append(child)
    return made


@cache
def _written(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def add_text(parent: Element, text: str) -> None:
    """Add a text at the end of an element."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
