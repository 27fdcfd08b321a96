"""Texts of Moodle XML: a `text` in the format that its parent names, with files beside it."""

import base64
import binascii
from urllib.parse import unquote

from lxml.etree import _Element as Element

from quizzes.imports.limits import Limits
from quizzes.imports.markdown import Texts
from quizzes.imports.pictures import Pictures
from quizzes.imports.xml import child, children, descendants

PLUGIN_FILE = "@@PLUGINFILE@@/"
FORMATS = {"plain_text": "plain", "moodle_auto_format": "moodle"}


def texts_of(question: Element, pictures: Pictures, limits: Limits) -> Texts:
    """Return the reader of a question's texts; pictures are found among its embedded files."""
    files = {str(one.get("name")): one for one in descendants(question, "file") if one.get("name")}

    def lookup(reference: str) -> bytes | None:
        name = unquote(reference.removeprefix(PLUGIN_FILE).partition("?")[0]).rpartition("/")[2]
        found = files.get(name) if reference.startswith(PLUGIN_FILE) else None
        if found is None:
            return None
        try:
            return base64.b64decode(found.text or "", validate=False)
        except (binascii.Error, ValueError):
            return None

    return Texts(limits, pictures, lookup)


def markdown(texts: Texts, element: Element | None) -> str:
    """Return a text of a question as Markdown."""
    if element is None:
        return ""
    name = element.get("format") or "html"
    return texts.in_format(FORMATS.get(name, name), raw(element))


def raw(element: Element | None) -> str:
    """Return the text of an element that holds a `text`, as it stands."""
    found = child(element, "text")
    return "" if found is None else found.text or ""


def all_of(texts: Texts, question: Element, name: str) -> str:
    """Return all texts of one name, one below the other."""
    return "\n\n".join(made for one in children(question, name) if (made := markdown(texts, one)))
