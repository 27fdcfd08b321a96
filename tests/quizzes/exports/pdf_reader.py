"""PDFs as somebody sees them: words in their order, and where each character stands."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2

from quizzes.exports import markup
from tests.quizzes.exports.samples import opened

MILLIMETRE = 72 / 25.4
LEAST_INK = 0.1  # points; the box of a space is flat
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its words without spaces, its size and the boxes of its characters, in points from the lower left."""

    words: str
    width: float
    height: float
    boxes: tuple[Box, ...]


def squashed(text: str) -> str:
    """Return a text without spaces, and with letters as they are called whatever their shape."""
    return re.sub(r"[\s\u200b\ufffe]+", "", unicodedata.normalize("NFKC", text))


def sheets(archive: bytes, name: str) -> list[Sheet]:
    with opened(archive) as files:
        document = pypdfium2.PdfDocument(files.read(name))
    found = [_sheet(page) for page in document]
    document.close()
    return found


def _sheet(page: pypdfium2.PdfPage) -> Sheet:
    text = page.get_textpage()
    boxes = (text.get_charbox(place) for place in range(text.count_chars()))
    inked = tuple(box for box in boxes if box[3] - box[1] > LEAST_INK)
    return Sheet(squashed(text.get_text_range()), *page.get_size(), inked)


def readable(source: str) -> Iterator[str]:
    """Yield pieces of a Markdown text that stand in a row on paper; formulas are set in an order of their own."""
    if not markup.has_formula(source):
        tree = markup.blocks(source)
        for link in tree.iter("a"):
            link.tail = f" ({link.get('href')}){link.tail or ''}"
        for block in tree:
            yield squashed("".join(block.itertext())) if block.tag not in ("ul", "ol", "table") else ""
