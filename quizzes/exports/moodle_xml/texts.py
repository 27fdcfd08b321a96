"""Texts in Moodle XML: HTML inside a `text` element, with mathematics as TeX, which Moodle shows.

The pictures of a text stand beside it in its element, as Moodle keeps the files of each text apart.
"""

from base64 import b64encode

from lxml.etree import _Element as Element

from quizzes.exports import markup
from quizzes.exports.pictures import Pictures, Shelf, file_name, placed_in_html
from quizzes.exports.xml import element


def html(tag: str, source: str, *others: Element, **attributes: str) -> Element:
    """Return an element with a text of HTML."""
    return element(tag, element("text", source), *others, format="html", **attributes)


def text(tag: str, source: str) -> Element:
    """Return an element with a Markdown text as HTML."""
    return html(tag, markup.block_html(source, "tex"))


def words(source: str) -> str:
    """Return a Markdown text of one paragraph as HTML."""
    return markup.inline_html(source, "tex")


def add_pictures(question: Element, pictures: Pictures) -> None:
    """Put beside each text of a question the pictures that it shows."""
    for said in question.iter("text"):
        parent = said.getparent()
        if parent is not None and parent.get("format") == "html":
            shelf = Shelf(pictures, "@@PLUGINFILE@@/{}")
            said.text = placed_in_html(said.text or "", shelf.address)
            for place, (name, content) in enumerate(shelf.taken.items(), 1):
                parent.insert(place, _file(file_name(name), content))


def _file(name: str, content: bytes) -> Element:
    return element("file", b64encode(content).decode(), name=name, path="/", encoding="base64")
