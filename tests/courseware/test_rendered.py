"""The HTML of every lesson of every course, read by a parser that knows nothing of how it was made."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from lxml import html as lxml_html
from lxml.html import HtmlElement

from courseware.course import Lesson
from quizzes.text import to_html
from tests.courseware.made import html_of
from tests.quizzes.roots import library

LESSONS = [
    pytest.param(course.slug, lesson, id=f"{course.slug}/{lesson.slug}")
    for course in library().courses.values()
    for lesson in course.lessons
]
ALL = pytest.mark.parametrize(("course", "lesson"), LESSONS)


def page(lesson: Lesson) -> HtmlElement:
    return lxml_html.fromstring(f"<article><h1>{lesson.title}</h1>{html_of(lesson)}</article>")


def ids(lesson: Lesson) -> Counter[str]:
    return Counter(element.get("id") for element in page(lesson).iter() if element.get("id"))


@ALL
def test_no_id_comes_twice_and_every_anchor_is_there(course: str, lesson: Lesson) -> None:
    found = ids(lesson)
    assert [name for name, count in found.items() if count > 1] == []
    assert lesson.anchors <= set(found)


@ALL
def test_every_link_within_the_course_leads_somewhere(course: str, lesson: Lesson) -> None:
    lessons = {one.slug: ids(one) for one in library().courses[course].lessons}
    dead = []
    for link in page(lesson).iter("a"):
        target = link.get("href")
        found = re.fullmatch(r"/courses/([^/]+)/lessons/([^#]+)(?:#(.+))?", target)
        if target.startswith("#"):
            dead += [] if target[1:] in lessons[lesson.slug] else [target]
        elif found:
            there = found[1] == course and found[2] in lessons
            dead += [] if there and (found[3] is None or found[3] in lessons[found[2]]) else [target]
        elif term := re.fullmatch(rf"/courses/{course}/glossary#(.+)", target):
            dead += [] if term[1] in library().courses[course].glossary.terms else [target]
        elif not re.match(rf"/courses/{course}/(quizzes|ledger|comparison$|chooser$)|https://", target):
            dead.append(target)
    assert dead == []


@ALL
def test_headings_never_skip_a_level(course: str, lesson: Lesson) -> None:
    levels = [int(element.tag[1]) for element in page(lesson).iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []
    assert levels.count(1) == 1


@ALL
def test_every_drawing_has_a_name_and_what_scrolls_takes_the_focus(course: str, lesson: Lesson) -> None:
    whole = page(lesson)
    drawings = [svg for svg in whole.iter("svg") if svg.get("aria-hidden") != "true"]
    assert [svg for svg in drawings if svg.get("role") != "img" or not svg.get("aria-label")] == []
    wrapped = whole.find_class("diff-code")  # Its lines wrap, so that it never scrolls.
    scrolling = [*(pre for pre in whole.iter("pre") if pre not in wrapped), *whole.find_class("scroll")]
    assert [element for element in scrolling if element.get("tabindex") != "0"] == []


@ALL
def test_nothing_that_the_content_policy_refuses_is_in_a_page(course: str, lesson: Lesson) -> None:
    whole = page(lesson)
    assert list(whole.iter("script", "style", "iframe", "object", "embed", "link", "form")) == []
    attributes = [name for element in whole.iter() for name in element.attrib]
    assert [name for name in attributes if name == "style" or name.lower().startswith("on")] == []


@pytest.mark.parametrize("course", sorted(library().courses))
def test_every_text_of_every_item_can_be_rendered(course: str) -> None:
    whole = library().courses[course]
    for quiz in whole.bank.quizzes.values():
        for item in quiz.items:
            feedback = [text for part in item.parts for text in part.feedback.values()]
            for text in (item.prompt, item.explanation, item.right, item.wrong, item.hint, *feedback):
                assert to_html(text, whole.marks) or not text.strip()
