"""The comparison as a page: its rows, what asks for fewer of them, and where its cells lead."""

from dataclasses import replace

import pytest
from flask import Flask
from lxml import html
from msgspec import structs

from app.library import KEY
from app.services.people import Identity
from app.web.learn.freshness import KEY as LESSON_PAGES
from app.web.learn.freshness import LessonPages, course_digest
from courseware.course import Course
from courseware.glossary.terms import Glossary
from courseware.library import Library
from courseware.proofs.reader import Proofs
from tests.app.learn.conftest import Counting
from tests.app.learn.forms import text_of
from tests.browsing import Browser
from tests.conftest import As

PAGE = "/courses/knots/comparison"
FRAMEWORKS = "/courses/deep-learning-frameworks/comparison"


def shown(client: Browser, path: str) -> list[str]:
    """Return the anchors of the cells that a page shows."""
    return [str(name) for name in html.fromstring(client.get(path).text).xpath("//td/@id")]


def offer(app: Flask, monkeypatch: pytest.MonkeyPatch, course: Course) -> None:
    """Offer a changed course alone, for one test."""
    monkeypatch.setitem(app.extensions, KEY, Library({course.slug: course}, ()))


def test_a_row_stands_under_its_columns_with_what_became_of_the_articles_answer(client: Browser) -> None:
    page = client.get(PAGE).text
    text = text_of(page)
    assert html.fromstring(page).xpath("string(//h1)") == "Bowline and Clove hitch, row by row"
    for words in (
        "A loop of fixed size",
        "Article: A loop",
        "Incomplete. What matters is that the loop does not slip.",
        "Article: Two turns around a post",
        "Still true.",
        "Wrong. A clove hitch on a turning or smooth post slips.",
        "4 of 4 cells",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("query", "cells"),
    [
        ("", ["shape-bowline", "shape-hitch", "release-bowline", "release-hitch"]),
        ("?row=release", ["release-bowline", "release-hitch"]),
        ("?changed=1", ["shape-bowline", "release-bowline", "release-hitch"]),
        ("?row=shape&changed=1", ["shape-bowline"]),
        ("?row=&changed=", ["shape-bowline", "shape-hitch", "release-bowline", "release-hitch"]),
        ("?row=splice&colour=red", ["shape-bowline", "shape-hitch", "release-bowline", "release-hitch"]),
        ("?row=%00&row=release", ["shape-bowline", "shape-hitch", "release-bowline", "release-hitch"]),
    ],
)
def test_the_address_says_which_cells_are_shown(client: Browser, query: str, cells: list[str]) -> None:
    assert shown(client, PAGE + query) == cells


def test_the_form_shows_what_is_asked_for(client: Browser) -> None:
    (form,) = html.fromstring(client.get(f"{PAGE}?row=shape&changed=1").text).xpath("//form[@role='search']")
    assert form.get("method") == "get"
    assert dict(form.form_values()) == {"row": "shape", "changed": "1"}


def test_an_unchanged_cell_beside_a_changed_one_says_so(client: Browser) -> None:
    text = text_of(client.get(f"{PAGE}?row=shape&changed=1").text)
    assert "Still as the article says." in text
    assert "1 of 4 cells" in text


def test_a_row_in_which_nothing_changed_leads_back_to_the_table(
    app: Flask, monkeypatch: pytest.MonkeyPatch, client: Browser, knots: Course
) -> None:
    assert knots.comparison is not None
    shape, release = knots.comparison.rows
    same = structs.replace(shape, cells=dict.fromkeys(shape.cells, shape.cells["hitch"]))
    offer(app, monkeypatch, replace(knots, comparison=structs.replace(knots.comparison, rows=(same, release))))
    page = client.get(f"{PAGE}?row=shape&changed=1").text
    assert "Nothing changed here" in text_of(page)
    assert PAGE in html.fromstring(page).xpath("//a/@href")
    assert shown(client, f"{PAGE}?changed=1") == ["release-bowline", "release-hitch"]


def test_every_cell_of_the_frameworks_leads_to_itself_and_to_its_proof(client: Browser) -> None:
    page = html.fromstring(client.get(FRAMEWORKS).text)
    cells = page.xpath("//td[@id]")
    assert len(cells) == 24
    for cell in cells:
        links = cell.xpath(".//a[@class='proof' or @class='cell-link']/@href")
        assert f"#{cell.get('id')}" in links
        assert f"/courses/deep-learning-frameworks/ledger#cell-{cell.get('id')}" in links


def test_a_course_without_a_comparison_has_no_such_page(
    app: Flask, monkeypatch: pytest.MonkeyPatch, client: Browser, knots: Course
) -> None:
    offer(app, monkeypatch, replace(knots, comparison=None))
    reply = client.get(PAGE)
    assert reply.status_code == 404
    assert "The course “Two knots” has no comparison." in text_of(reply.text)
    assert PAGE not in client.get("/courses/knots").text


@pytest.mark.parametrize("path", ["/courses/knots", "/courses/knots/lessons/ropes"])
def test_the_page_is_at_hand_in_the_course_and_beside_a_lesson(client: Browser, path: str) -> None:
    pages = html.fromstring(client.get(path).text).xpath("//nav//ul[preceding-sibling::strong='At hand']//a")
    assert [(page.text_content().strip(" →"), page.get("href")) for page in pages] == [
        ("Comparison", PAGE),
        ("Chooser", "/courses/knots/chooser"),
        ("Ledger", "/courses/knots/ledger"),
        ("Glossary", "/courses/knots/glossary"),
    ]


@pytest.mark.parametrize("path", ["/courses/knots", "/courses/knots/lessons/ropes"])
def test_a_course_without_such_pages_has_nothing_at_hand(
    app: Flask, monkeypatch: pytest.MonkeyPatch, client: Browser, knots: Course, path: str
) -> None:
    offer(app, monkeypatch, replace(knots, comparison=None, chooser=None, proofs=Proofs(), glossary=Glossary()))
    pages = app.extensions[LESSON_PAGES]
    monkeypatch.setitem(app.extensions, LESSON_PAGES, LessonPages(pages.digests))
    assert "At hand" not in client.get(path).text


def test_a_lesson_is_another_page_once_its_course_has_a_page_more(knots: Course) -> None:
    assert course_digest(knots) != course_digest(replace(knots, comparison=None))


def test_the_page_takes_no_query_of_somebody_unknown_and_one_of_a_learner(
    client: Browser, as_: As, learner: Identity, statements: Counting
) -> None:
    counted = []
    for browser in (client, as_(learner)):
        with statements() as sent:
            browser.get(FRAMEWORKS)
        counted.append(len(sent))
    assert counted == [0, 1]  # the person
