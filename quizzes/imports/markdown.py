"""Texts of any origin to our Markdown: what they say stays, what they do is left behind and named.

Scripts, styles, frames and forms have no way through: only what `blocks` and `inline` know becomes mark-up, and
every other text is escaped. They read trees of HTML and of QTI alike, because they look at local names alone.
"""

import re

from lxml import etree
from lxml.etree import _Element as Element

from quizzes.imports.blocks import Blocks
from quizzes.imports.escapes import escaped, line_start
from quizzes.imports.inline import BREAK, Fill
from quizzes.imports.reading import Reading
from quizzes.imports.texts import visible
from quizzes.imports.xml import child
from quizzes.proofread import is_sound
from quizzes.text import to_plain

_TAG = re.compile(r"<[a-zA-Z/]|&(?:[a-zA-Z]{2,10}|#[0-9]{1,6});")


class Texts(Reading):
    """The texts of one question, read as Markdown."""

    def in_format(self, name: str, source: str) -> str:
        """Return a text as Markdown, by the name of its format: plain, markdown or moodle, and HTML for any other."""
        match name:
            case "plain":
                return self.plain(source)
            case "markdown":
                return self.markdown(source)
            case "moodle":
                return self.moodle(source)
            case _:
                return self.html(source)

    def html(self, source: str) -> str:
        """Return an HTML text as Markdown."""
        return self.tree(parse_html(self.bounded(source)))

    def markdown(self, source: str) -> str:
        """Return a text that claims to be Markdown: as it is, where our dialect takes it, else as plain text."""
        text = visible(self.bounded(source)).strip()
        if "![" in text or not is_sound(text):
            self.note("a text has Markdown that can’t be used here, so it reads as plain text")
            return self.plain(text)
        return _looked_at(text)

    def moodle(self, source: str) -> str:
        """Return a text in the format that Moodle finds out itself: HTML where it has a tag, else plain text."""
        return self.html(source) if _TAG.search(source) else self.plain(source)

    def plain(self, source: str) -> str:
        """Return a plain text as Markdown; its line ends stay, and blank lines part paragraphs."""
        parts = re.split(r"\n[ \t]*\n", visible(self.bounded(source)).strip())
        lines = ([line_start(escaped(line.strip())) for line in part.split("\n")] for part in parts if part.strip())
        return "\n\n".join(BREAK.join(part) for part in lines)

    def tree(self, element: Element, fill: Fill | None = None) -> str:
        """Return what is inside an element as Markdown; `fill` gives what stands for elements that it knows.

        Raises RefusedError where it is too long.
        """
        self.bounded("".join(str(text) for text in element.itertext()))
        return _looked_at("\n\n".join(Blocks(self, fill).blocks(element)).strip())


def _looked_at(text: str) -> str:
    """Return a text that Markdown was just read of, with what is asked of it again when the bank is made remembered.

    By then it would have to be read anew, which takes longer than all else.
    """
    is_sound(text)
    to_plain(text)
    return text


def parse_html(source: str) -> Element:
    """Return the body of a text of HTML; whatever stands in it, it is a tree."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    inner = re.sub(r"</?(?:html|body|head)\b[^<>]*>", " ", visible(source), flags=re.IGNORECASE)
    try:
        root = etree.fromstring(f"<html><body>{inner}</body></html>".encode(), parser)
    except etree.XMLSyntaxError:
        root = None
    body = None if root is None else child(root, "body")
    return etree.Element("body") if body is None else body
