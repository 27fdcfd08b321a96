"""Elements of OLX, whose attributes have underscores."""

from lxml.etree import _Element as Element

from quizzes.exports.xml import element


def olx(tag: str, *children: Element | str, **attributes: str) -> Element:
    """Return an element with children and texts in this order, and attributes as they are named."""
    made = element(tag, *children)
    for name, value in attributes.items():
        made.set(name, value)
    return made
