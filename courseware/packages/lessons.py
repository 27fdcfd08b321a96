"""A lesson as the pages of packages show it: its text, and beside that the headings; no links of its own."""

from collections.abc import Callable
from html import escape

from courseware.course import CheckBlock, Course, Html, Lesson

H2 = 2


def article_html(course: Course, lesson: Lesson, check: Callable[[CheckBlock], str], ways: str) -> str:
    """Return a lesson's text, with each of its checks as `check` shows it and the `ways` on below it."""
    number = course.lessons.index(lesson) + 1
    body = "".join(block.html if isinstance(block, Html) else check(block) for block in lesson.body)
    return (
        f'<article><p class="kicker">Lesson {number} of {len(course.lessons)} · {minutes_text(lesson)}</p>\n'
        f"<h1>{escape(lesson.title)}</h1>\n{objectives_html(lesson)}{_folded_contents(lesson)}"
        f"{body}{ways}</article>\n"
    )


def objectives_html(lesson: Lesson) -> str:
    """Return what a lesson teaches, or nothing where it does not say."""
    lines = "".join(f"<li>{objective.html}</li>" for objective in lesson.objectives)
    return f'<div class="objectives"><p>By the end you can</p><ul>{lines}</ul></div>\n' if lines else ""


def aside_html(lesson: Lesson) -> str:
    """Return the headings of a lesson, to stand beside it."""
    contents = f'<strong id="on-this-page">On this page</strong><ul>{_headings(lesson)}</ul>'
    return f'<aside class="aside" aria-labelledby="on-this-page">{contents}</aside>\n'


def minutes_text(lesson: Lesson) -> str:
    """Return the reading time in words."""
    return count_text(lesson.minutes, "minute")


def count_text(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _folded_contents(lesson: Lesson) -> str:
    """Return the headings of a lesson, to stand above it; nothing where it has none."""
    lines = _headings(lesson)
    shown = f'<summary>On this page</summary><ul class="on-page">{lines}</ul>'
    return f'<details class="contents-inline">{shown}</details>\n' if lines else ""


def _headings(lesson: Lesson) -> str:
    headings = [heading for heading in lesson.headings if heading.level == H2]
    return "".join(f'<li><a href="#{heading.anchor}">{escape(heading.text)}</a></li>' for heading in headings)
