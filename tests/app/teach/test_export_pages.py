"""What instructors see and take where quizzes, banks and courses leave for another system."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import html

from app.services.people import Identity
from courseware.library import Library
from courseware.packages import packages
from quizzes.exports import formats
from tests.browsing import Browser
from tests.conftest import As


@pytest.fixture
def browser(as_: As, instructor: Identity) -> Browser:
    return as_(instructor)


@pytest.mark.parametrize(("name", "start"), [("gift", b"$CATEGORY: "), ("moodle-xml", b"<?xml"), ("qti30", b"PK")])
def test_an_export_shows_what_becomes_of_each_question_and_then_gives_the_file(
    browser: Browser, name: str, start: bytes
) -> None:
    address = f"/teach/quizzes/knots/tying/export/{name}"
    report = browser.get(address).text
    assert len(html.fromstring(report).xpath("//table[@class='losses']/tbody/tr")) == 12
    answer = browser.get(f"{address}/file")
    assert answer.data.startswith(start)
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=knots-tying.")
    again = browser.get(f"{address}/file", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert again.data == b""


def test_papers_are_as_many_and_as_large_as_the_page_is_asked_for(browser: Browser) -> None:
    page = html.fromstring(browser.get("/teach/quizzes/knots/tying/export/print").text)
    [form] = page.xpath("//form[@class='filter']")
    address = form.get("action")
    assert {field.get("name"): form.fields[field.get("name")] for field in form.xpath(".//input | .//select")} == {
        "papers": "2",
        "size": "a4",
    }
    papers = ZipFile(BytesIO(browser.get(f"{address}?papers=3&size=letter").data))
    assert "paper-C.pdf" in papers.namelist()
    assert b"size: letter" in papers.read("paper-C.html")
    for asked in ("papers=0&size=a4", "papers=27&size=a4", "papers=x&size=a4", "papers=2&size=b5", "size=a4"):
        assert browser.get(f"{address}?{asked}").status_code == 400


def test_the_page_of_a_quiz_shows_what_every_format_makes_of_it(browser: Browser) -> None:
    page = browser.get("/teach/quizzes/knots/tying").text
    rows = {row[0]: row[1:] for row in table_rows(page, "//table[@class='ways-out']/tbody/tr")}
    assert list(rows) == [f"{format_.title} {format_.takers}" for format_ in formats().values()]
    found = {name.split()[0]: cells for name, cells in rows.items()}
    assert found["QTI"] == ["12", "–", "–", "–", "as here"]
    assert found["Aiken"] == ["4", "–", "–", "8", "▲ 8 can differ"]


def test_a_quiz_that_draws_leads_to_all_questions_of_its_file(browser: Browser, library: Library) -> None:
    home = "/teach/quizzes/deep-learning-frameworks/keras"
    own = len(library.courses["deep-learning-frameworks"].bank.quizzes["keras"].items)
    [way] = html.fromstring(browser.get(home).text).xpath(f"//a[@href='{home}/bank']")
    assert way.text_content() == f"Take all {own} questions of its file instead"
    rows = table_rows(browser.get(f"{home}/bank").text, "//table[@class='ways-out']/tbody/tr")
    assert len(rows) == len(formats())
    report = html.fromstring(browser.get(f"{home}/bank/qti30").text)
    assert len(report.xpath("//table[@class='losses']/tbody/tr")) == own
    answer = browser.get(report.xpath("//a[@download]/@href")[0])
    assert "filename=deep-learning-frameworks-keras-bank." in answer.headers["Content-Disposition"]
    assert answer.data.startswith(b"PK")
    assert "/bank" not in browser.get("/teach/quizzes/knots/tying").text
    assert browser.get("/teach/quizzes/knots/final/bank").status_code == 404


def table_rows(source: str, path: str) -> list[list[str]]:
    rows = html.fromstring(source.replace("<br>", " ")).xpath(path)
    return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]


def test_a_course_leads_to_its_packages_and_each_to_its_file(browser: Browser) -> None:
    assert "/teach/quizzes/knots" in html.fromstring(browser.get("/teach/quizzes").text).xpath("//a/@href")
    ways = html.fromstring(browser.get("/teach/quizzes/knots").text).xpath("//ul[@class='rows described']//a/@href")
    assert ways == [f"/teach/quizzes/knots/package/{name}" for name in packages()]
    for way in ways:
        report = html.fromstring(browser.get(way).text)
        assert len(report.xpath("//table[@class='losses']/tbody/tr")) == 16
        answer = browser.get(report.xpath("//a[@download]/@href")[0])
        assert answer.headers["Content-Disposition"].startswith("attachment; filename=knots-")
        assert len(answer.data) > 100
