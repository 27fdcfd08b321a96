"""What is printed: a paper with room for a name, and the key to all papers, as trees for HTML and PDF."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from lxml.etree import _Element as Element

from quizzes.exports.on_paper.asking import question
from quizzes.exports.on_paper.explaining import explanation
from quizzes.exports.on_paper.marking import Marking, in_points, marking
from quizzes.exports.on_paper.papers import Paper
from quizzes.exports.pictures import Pictures
from quizzes.exports.pools import ExportQuiz, PaperSize
from quizzes.exports.xml import element
from quizzes.interactions import Item


@dataclass(frozen=True, slots=True)
class Part:
    """Pages in a row with a head of their own; `mark` stands before the number of the page."""

    id: str
    mark: str
    running: str
    inside: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What stands in one file; `pictures` are those that it may show, by name."""

    kind: Literal["paper", "key"]
    title: str
    quiz: str
    language: str
    paper_size: PaperSize
    parts: tuple[Part, ...]
    pictures: Pictures


def paper_page(quiz: ExportQuiz, paper: Paper) -> Page:
    """Return a paper."""
    name = f"Paper {paper.letter}"
    head = (
        element("p", *_who(), class_="who"),
        element("h1", quiz.title),
        element("p", _scale(quiz, paper)),
    )
    asked = (question(item, number) for number, item in enumerate(paper.items, 1))
    part = Part(f"paper-{paper.letter}", paper.letter, name, (*head, *asked))
    return _page(quiz, "paper", f"paper {paper.letter}", (part,))


def key_page(quiz: ExportQuiz, papers: Sequence[Paper]) -> Page:
    """Return the key to the papers, each with its questions in its own order."""
    parts = tuple(
        Part(f"key-{paper.letter}", f"Key {paper.letter}", f"Key to paper {paper.letter}", tuple(_key(quiz, paper)))
        for paper in papers
    )
    return _page(quiz, "key", "key", parts)


def _page(quiz: ExportQuiz, kind: Literal["paper", "key"], name: str, parts: tuple[Part, ...]) -> Page:
    return Page(
        kind=kind,
        title=f"{quiz.title}, {name}",
        quiz=quiz.title,
        language=quiz.language,
        paper_size=quiz.paper_size,
        parts=parts,
        pictures=quiz.pictures,
    )


def _who() -> Iterator[Element]:
    for name in ("Name", "Date", "Marks"):
        yield element("span", f"{name} ", element("span", class_=f"blank {name.lower()}"))


def _scale(quiz: ExportQuiz, paper: Paper) -> str:
    points = sum(item.points for item in paper.items)
    needed = Fraction(points * quiz.pass_percent, 100)
    return f"{in_points(Fraction(points))} in all, {in_points(needed)} to pass."


def _key(quiz: ExportQuiz, paper: Paper) -> Iterator[Element]:
    yield element("h1", f"Key to paper {paper.letter}")
    yield element("p", _scale(quiz, paper))
    heads = element("tr", *(element("th", name) for name in ("", "Right", "Marks", "Why")))
    rows = (row for number, item in enumerate(paper.items, 1) for row in _rows(item, number))
    yield element("table", element("thead", heads), element("tbody", *rows), class_="key")


def _rows(item: Item, number: int) -> Iterator[Element]:
    for part in item.parts:
        found = marking(item, part)
        yield element(
            "tr",
            element("th", str(number)),
            element("td", found.answer),
            element("td", *_marks(found)),
            element("td", *explanation(item, part), element("p", element("code", item.id), class_="id")),
        )


def _marks(found: Marking) -> Iterator[Element]:
    if found.earned:
        yield element("p", "; ".join(f"{label}: {marks}" for label, marks in found.earned))
    yield element("p", found.rule)
