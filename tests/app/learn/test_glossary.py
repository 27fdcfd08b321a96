"""The page of a course's terms."""

from dataclasses import replace

import pytest
from flask import Flask
from lxml import html as lxml_html

from app.library import KEY
from courseware.glossary.terms import Glossary
from courseware.library import Library
from tests.app.learn.forms import text_of
from tests.browsing import Browser

PAGE = "/courses/knots/glossary"


def test_the_glossary_lists_terms_from_a_to_z_each_at_an_address_of_its_own(client: Browser) -> None:
    page = lxml_html.fromstring(client.get(PAGE).text)
    terms = page.xpath("//dl[@class='glossary']/div")
    assert [term.get("id") for term in terms] == ["newton", "rope", "standing-part", "strength", "working-end"]
    assert [heading.text_content() for heading in page.xpath("//main//h2")] == ["N", "R", "S", "W"]
    letters = page.xpath("//nav[@aria-label='Letters']//a")
    assert [(link.text, link.get("href")[1:]) for link in letters] == [
        (heading.text, heading.get("id")) for heading in page.xpath("//main//h2")
    ]


def test_a_term_says_what_it_means_what_else_it_is_called_and_where_it_is_taught(client: Browser) -> None:
    page = lxml_html.fromstring(client.get(PAGE).text)
    working, standing = page.get_element_by_id("working-end"), page.get_element_by_id("standing-part")
    assert " ".join(working.text_content().split()) == (
        "working end also bitter end The part of a rope that you tie with. Taught in Ropes: Names"
    )
    assert [link.get("href") for link in standing.iter("a")] == ["/courses/knots/lessons/ropes#names", "#working-end"]


def test_the_page_counts_its_terms_and_says_how_lessons_mark_them(client: Browser) -> None:
    text = text_of(client.get(PAGE).text)
    assert "5 terms of this course." in text
    assert "A dotted line in a lesson marks the first use of a term." in text


def test_every_mark_of_a_lesson_leads_to_a_term_of_the_page(client: Browser) -> None:
    there = {f"{PAGE}#{name}" for name in lxml_html.fromstring(client.get(PAGE).text).xpath("//@id")}
    for lesson in ("ropes", "tying"):
        marks = lxml_html.fromstring(client.get(f"/courses/knots/lessons/{lesson}").text).xpath("//cw-term/a/@href")
        assert marks
        assert set(marks) <= there


def test_the_glossary_is_at_hand_beside_every_lesson_and_on_the_page_of_the_course(client: Browser) -> None:
    for address in ("/courses/knots", "/courses/knots/lessons/ropes"):
        links = lxml_html.fromstring(client.get(address).text).xpath("//main//a[@href=$page]", page=PAGE)
        assert [" ".join(link.text_content().split()).removeprefix("→ ") for link in links] == ["Glossary"]


def test_a_course_without_a_glossary_has_no_such_page(
    app: Flask, client: Browser, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = replace(library.courses["knots"], glossary=Glossary())
    monkeypatch.setitem(app.extensions, KEY, Library({"knots": without}))
    answer = client.get(PAGE)
    assert answer.status_code == 404
    assert "The course “Two knots” has no glossary." in answer.text
