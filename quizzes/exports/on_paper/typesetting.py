"""Pages as PDF, set by Typst. A page goes to it as data: no text of an author is ever read as a command."""

import json
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

import typst

from quizzes.exports.on_paper.formulas import Node
from quizzes.exports.on_paper.nodes import node_of
from quizzes.exports.on_paper.pages import Page

FOLDER = Path(__file__).parent
TEMPLATE = FOLDER / "paper.typ"
SHEETS = {"a4": "a4", "letter": "us-letter"}
UNSURE = re.compile(r"[^\x20-\x7e\s]")


def as_pdf(page: Page) -> bytes:
    """Return a page as PDF, as PDF/UA-1 where no character is missing. The same page always gives the same bytes."""
    given: Node = {
        "title": page.title,
        "quiz": page.quiz,
        "language": _language(page.language),
        "sheet": SHEETS[page.paper_size],
        "is-key": page.kind == "key",
        "pictures": {name: list(content) for name, content in page.pictures.items() if can_show(content)},
        "parts": [
            {"letter": part.mark, "running": part.running, "kids": [node_of(child) for child in part.inside]}
            for part in page.parts
        ],
    }
    inputs = {"page": json.dumps(given, ensure_ascii=False)}
    try:
        return _set(TEMPLATE.read_bytes(), inputs, "ua-1")
    except typst.TypstError:  # The standard asks for a font for each character: see `missing`.
        return _set(TEMPLATE.read_bytes(), inputs)


@lru_cache(256)
def can_show(picture: bytes) -> bool:
    """Say whether Typst can show a picture, which is one of a type that it knows, and whole."""
    try:
        _set(b"#image(bytes(json(bytes(sys.inputs.picture))))", {"picture": json.dumps(list(picture))})
    except typst.TypstError:
        return False
    return True


def missing(texts: Sequence[str]) -> str:
    """Return the characters of texts that the fonts of the PDF lack, in order."""
    unsure = "".join(sorted({character for text in texts for character in UNSURE.findall(text)}))
    return "".join(filter(_is_missing, unsure)) if unsure and _is_missing(unsure) else ""


def _language(tag: str) -> str:
    """Return the language that a tag begins with, as Typst takes it: two or three letters."""
    first = tag.partition("-")[0].lower()
    return first if re.fullmatch(r"[a-z]{2,3}", first) else "en"


@lru_cache(4096)
def _is_missing(characters: str) -> bool:
    """Say whether Typst, which refuses PDF/UA with characters that no font has, refuses these."""
    try:
        _set(b"#set document(title: [x])\n#sys.inputs.text", {"text": characters}, "ua-1")
    except typst.TypstError:
        return True
    return False


def _set(template: bytes, inputs: dict[str, str], *standards: Literal["ua-1"]) -> bytes:
    compiler = typst.Compiler(None, root=FOLDER, font_paths=_fonts(), ignore_system_fonts=True)
    made = compiler.compile(template, format="pdf", sys_inputs=inputs, pdf_standards=list(standards), timestamp=0)
    return made if isinstance(made, bytes) else b"".join(made or [])


@cache
def _fonts() -> typst.Fonts:
    """Return the fonts that come with Typst: those of a machine would make another file on each."""
    return typst.Fonts(include_system_fonts=False)
