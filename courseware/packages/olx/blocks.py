"""The leaves of a course in Open edX: texts with their files, and the questions of checks where lessons ask them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from courseware.course import CheckBlock, Course, Html
from courseware.packages.olx.links import JUMP, settled
from courseware.packages.olx.sections import Unit, static_address
from quizzes.exports import ExportQuiz
from quizzes.exports.olx.course import named
from quizzes.exports.olx.elements import olx
from quizzes.exports.olx.outcomes import is_there
from quizzes.exports.olx.problem import block
from quizzes.interactions import Item

STYLE = "coursewright.css"
WRAPPER = "coursewright"
TEACHES = "Read the passage that teaches this"
Passages = Mapping[tuple[str, str], str]  # lesson and anchor to the name of the unit that holds it


@dataclass(slots=True)
class Leaves:
    """What has been made so far: blocks by their path, and the HTML files of texts by theirs."""

    course: Course
    checks: Mapping[str, ExportQuiz]
    passages: Passages
    blocks: dict[str, Element] = field(default_factory=dict)
    texts: dict[str, bytes] = field(default_factory=dict)

    def vertical(self, lesson: str, unit: Unit) -> Element:
        """Return a unit with references to its blocks, which are made."""
        inside: list[Element] = []
        for one in unit.blocks:
            if isinstance(one, Html):
                inside.append(
                    self.text(f"{unit.name}_{len(inside) + 1}", unit.title, self._here(lesson, unit, one.html))
                )
            else:
                inside += self._asked(unit.name, len(inside), one)
        return olx("vertical", *inside, **named(unit.name, unit.title))

    def text(self, name: str, title: str, html: str) -> Element:
        """Return the reference to a text, which is made."""
        style = f'<link rel="stylesheet" href="{static_address(STYLE)}">'
        whole = f'{style}\n<div class="{WRAPPER}"><article>\n{settled(html, self.passages)}</article></div>\n'
        self.texts[f"course/html/{name}.html"] = whole.encode()
        self.blocks[f"html/{name}"] = olx("html", filename=name, display_name=title, editor="raw")
        return olx("html", url_name=name)

    def add(self, path: str, item: Item, made: Element) -> None:
        """Add an item of a quiz, with the way to the passage that teaches it."""
        self.blocks[path] = self._with_passage(item, made)

    def _asked(self, unit: str, before: int, check: CheckBlock) -> list[Element]:
        """Return what a check asks at its place in a lesson: each item, or one of its variants."""
        quiz = self.checks[check.quiz]
        by_id = {item.id: item for item in quiz.items}
        asked: list[Element] = []
        for item_id in check.items:
            item = by_id[item_id]
            if is_there(item):
                name = f"{unit}_{before + len(asked) + 1}"
                asked.append(self._question(quiz, name, quiz.variants.get(item_id, (item,))))
        return asked

    def _question(self, quiz: ExportQuiz, name: str, variants: tuple[Item, ...]) -> Element:
        references = []
        for number, item in enumerate(variants, 1):
            own = f"{name}_v{number}" if len(variants) > 1 else name
            made = self._with_passage(item, block(quiz, item))
            self.blocks[f"{made.tag}/{own}"] = made
            references.append(olx(str(made.tag), url_name=own))
        if len(references) == 1:
            return references[0]
        return olx("itembank", *references, max_count="1", **named(name, quiz.title))

    def _with_passage(self, item: Item, made: Element) -> Element:
        """Return a problem whose solution leads to the passage that teaches it."""
        lesson, _, anchor = item.see.partition("#")
        unit = self.passages.get((lesson, anchor))
        if unit and made.tag == "problem":
            said = made.find("solution/div")
            if said is None:
                said = olx("div")
                made.append(olx("solution", said))
            said.append(olx("p", olx("a", TEACHES, href=f"{JUMP}{unit}")))
        return made

    def _here(self, lesson: str, unit: Unit, html: str) -> str:
        """Return HTML in which a link to another unit of the lesson leads there, and one within the unit stays."""
        for (slug, anchor), name in self.passages.items():
            if slug == lesson and anchor and name != unit.name:
                html = html.replace(f'href="#{anchor}"', f'href="{JUMP}{name}"')
        return html
