"""The site to read offline: complete in itself, and every link of it leads somewhere."""

import json
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import html

from courseware.asked import graded_quizzes
from courseware.course import Course
from courseware.packages import packages
from tests.browsing import check_page
from tests.courseware.packages.samples import courses, written


def pages(course: Course) -> dict[str, html.HtmlElement]:
    return {
        name: html.fromstring(text.decode())
        for name, text in written("site", course.slug).items()
        if name.endswith(".html")
    }


def played(page: html.HtmlElement) -> Any:
    """Return what a page plays."""
    [data] = page.xpath("//script[@id='coursewright']")
    return json.loads(data.text)


@pytest.mark.parametrize("course", courses(), ids=lambda course: course.slug)
def test_every_link_within_the_site_leads_to_a_file_and_a_place_in_it(course: Course) -> None:
    found = pages(course)
    for name, page in found.items():
        for address in page.xpath("//@href | //@src"):
            if address.startswith("https://"):
                continue
            file, _, anchor = address.partition("#")
            assert (file or name) in written("site", course.slug), f"{name}: {address}"
            if anchor:
                assert found[file or name].xpath("//*[@id=$id]", id=unquote(anchor)), f"{name}: {address}"


@pytest.mark.parametrize("course", courses(), ids=lambda course: course.slug)
def test_every_page_is_whole_and_loads_nothing_from_elsewhere(course: Course) -> None:
    for name, text in written("site", course.slug).items():
        if name.endswith(".html"):
            check_page(text.decode())
            page = html.fromstring(text.decode())
            loaded = page.xpath("//script/@src | //link/@href | //img/@src")
            assert set(loaded) <= set(written("site", course.slug))
        assert b"url(http" not in text


@pytest.mark.parametrize("course", courses(), ids=lambda course: course.slug)
def test_every_lesson_is_there_with_its_figures_and_its_code(course: Course) -> None:
    found = pages(course)
    for lesson in course.lessons:
        page = found[f"lesson-{lesson.slug}.html"]
        told = "".join(block.html for block in lesson.body if hasattr(block, "html"))
        assert len(page.xpath("//article//figure//*[local-name()='svg']")) == told.count("<figure")
        assert len(page.xpath("//article//pre")) == told.count("<pre")
        assert [
            heading.anchor for heading in lesson.headings if not page.xpath("//*[@id=$id]", id=heading.anchor)
        ] == []


@pytest.mark.parametrize("course", courses(), ids=lambda course: course.slug)
def test_every_check_and_quiz_has_what_its_page_plays(course: Course) -> None:
    found = pages(course)
    for lesson in course.lessons:
        page = found[f"lesson-{lesson.slug}.html"]
        places = page.xpath("//div[@class='check']")
        assert [place.get("data-items").split() for place in places] == [list(check.items) for check in lesson.checks]
        asked = {item for place in places for item in place.get("data-items").split()}
        assert asked <= set(played(page)["items"] if lesson.checks else ())
    for quiz in graded_quizzes(course):
        data = played(found[f"quiz-{quiz.slug}.html"])
        assert [one["slug"] for one in data["quizzes"]] == [quiz.slug]
        assert set(data["items"]) == {item.id for item in course.bank.askable(quiz)}


def test_no_two_pages_keep_answers_under_one_name() -> None:
    for course in courses():
        names = [played(page)["store"] for page in pages(course).values() if page.xpath("//*[@id='coursewright']")]
        assert len(set(names)) == len(names) > 0


def test_the_report_says_that_everything_is_asked_and_that_keys_can_be_read() -> None:
    for course in courses():
        report = packages()["site"].report(course)
        assert report.counts["dropped"] == 0
        assert not report.changes_score
        lost = report.lost_by("")
        assert lost[0] == "the secrecy of the keys: they travel in the file, and whoever opens it can read them"
        assert any("whoever clears it begins anew" in what for what in lost)
        assert not any("lesson passages" in what for what in lost)
