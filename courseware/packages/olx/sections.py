"""A lesson as the units of a subsection: one before its first heading of the second level, then one for each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from courseware.course import CheckBlock, Course, Html, Lesson
from courseware.packages.lessons import H2, objectives_html
from courseware.packages.standalone import standalone_html

_CHECK = "<!--check-{}-->"
_AT_CHECK = re.compile(r"<!--check-(\d+)-->")
_BOXES = ("aside", "section", "div", "details")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of a lesson; `anchors` are the places in it that a link may name, `blocks` its text and its checks."""

    name: str
    title: str
    anchors: frozenset[str]
    blocks: tuple[Html | CheckBlock, ...]


def units(course: Course, lesson: Lesson) -> tuple[Unit, ...]:
    """Return the units of a lesson in order; the first has what it teaches, too."""
    checks = lesson.checks
    places = iter(range(len(checks)))
    html = "".join(one.html if isinstance(one, Html) else _CHECK.format(next(places)) for one in lesson.body)
    plain = standalone_html(course, lesson, html, static_address)
    titles = {heading.anchor: heading.text for heading in lesson.headings if heading.level == H2}
    return tuple(
        _unit(lesson, number, titles.get(anchor, lesson.title), anchor, text, checks)
        for number, (anchor, text) in enumerate(_split(objectives_html(lesson) + plain, list(titles)), 1)
    )


def static_address(name: str) -> str:
    """Return the address of a file of the course; Open edX keeps no folders."""
    return f"/static/{name}"


def _split(html: str, anchors: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the text before the first of these headings, then that below each, with the heading's anchor.

    A heading inside a box begins no unit: the box would be torn.
    """
    at = ""
    for anchor in anchors:
        before, mark, after = html.partition(f'<h2 id="{anchor}">')
        if mark and _is_whole(before):
            if before.strip():
                yield at, before
            at, html = anchor, after.partition("</h2>")[2]
    yield at, html


def _is_whole(html: str) -> bool:
    return all(len(re.findall(rf"<{box}\b", html)) == html.count(f"</{box}>") for box in _BOXES)


def _unit(lesson: Lesson, number: int, title: str, anchor: str, html: str, checks: tuple[CheckBlock, ...]) -> Unit:
    if f'href="#{anchor}"' in html:
        html = f'<span id="{anchor}"></span>\n{html}'  # for a link from below its heading, which is the unit's title
    anchors = frozenset([*re.findall(r' id="([^"]+)"', html), *([anchor] if anchor else [])])
    pieces = _AT_CHECK.split(html)
    blocks: list[Html | CheckBlock] = []
    for place, piece in enumerate(pieces):
        if place % 2:
            blocks.append(checks[int(piece)])
        elif piece.strip():
            blocks.append(Html(piece))
    return Unit(f"section-{lesson.slug}-{number}", title, anchors, tuple(blocks))
