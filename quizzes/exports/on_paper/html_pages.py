"""Pages as HTML to print from a browser; a page needs nothing else."""

from base64 import b64encode
from pathlib import Path

from lxml import etree

from quizzes.exports.on_paper.pages import Page
from quizzes.exports.pictures import Pictures, place_in_tree
from quizzes.exports.xml import element

STYLE = Path(__file__).with_name("paper.css")
TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp"}
SHEETS = {"a4": "A4", "letter": "letter"}


def as_html(page: Page) -> bytes:
    """Return a page as one file of HTML."""
    look = f"@page {{ size: {SHEETS[page.paper_size]}; }}\n{STYLE.read_text(encoding='utf-8')}"
    parts = (element("section", *part.inside, class_="part", id=part.id) for part in page.parts)
    tree = element(
        "html",
        element("head", element("meta", charset="utf-8"), element("title", page.title), element("style", look)),
        element("body", *parts),
        lang=page.language,
    )
    place_in_tree(tree, lambda name: _inside(name, page.pictures))
    return b"<!doctype html>\n" + etree.tostring(tree, encoding="utf-8", method="html")


def _inside(name: str, pictures: Pictures) -> str:
    """Return a picture as an address that holds it."""
    kind = TYPES.get(Path(name).suffix, "")
    return f"data:{kind};base64,{b64encode(pictures[name]).decode()}" if name in pictures and kind else ""
