"""The pages to import: a file, its report, and the bank; what is sent is its sender's alone."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from app.services.people import Identity
from app.web.teach import reading
from tests.app.disks import FULL, full_disk
from tests.browsing import Browser
from tests.conftest import As, Clock
from tests.quizzes.imports.reading import HERE

SAMPLE = (HERE / "moodle.xml").read_bytes()


def send(browser: Browser, content: bytes = SAMPLE, name: str = "ropes.xml", **fields: str) -> TestResponse:
    return browser.post("/teach/imports", data={"file": (BytesIO(content), name), "format": "", **fields})


def send_large(browser: Browser, address: str, content: bytes) -> TestResponse:
    """Send a file as one text of bytes: the test client would leave a temporary file open."""
    head = b'--x\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n'
    body = head % (b"file", b'; filename="a.xml"') + content + b"\r\n" + head % (b"format", b"") + b"\r\n--x--\r\n"
    return browser.post(address, data=body, content_type="multipart/form-data; boundary=x")


@pytest.fixture
def browser(as_: As, instructor: Identity) -> Browser:
    return as_(instructor)


def test_a_file_leads_to_its_report(browser: Browser) -> None:
    answer = send(browser)
    assert answer.status_code == 303
    page = browser.get(answer.location).text
    assert "What becomes of ropes.xml" in page
    assert "a person must grade an essay" in page
    assert "Which knot makes a <strong>loop</strong>?" in page
    assert "Take the bank" in page


def test_the_bank_comes_with_its_pictures(browser: Browser) -> None:
    answer = browser.get(send(browser).location + "/bank")
    assert answer.headers["Content-Disposition"] == "attachment; filename=ropes.zip"
    names = ZipFile(BytesIO(answer.data)).namelist()
    assert names == ["ropes.yaml", "images/a-rope-6b7fa434.png"]


def test_sending_twice_is_sending_once(browser: Browser, app: Flask, instructor: Identity) -> None:
    assert send(browser).location == send(browser).location
    kept = Path(app.instance_path) / "imports" / str(instructor.id)
    assert len([*kept.iterdir()]) == 1


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.xml", b"", "empty.xml is empty"),
        ("bomb.xml", b'<!DOCTYPE q [<!ENTITY a "b">]><quiz/>', "declares entities"),
        ("cut.xml", SAMPLE[:3000], "is not well-formed XML"),
        ("letter.bin", b"\x00\x01", "is in no format that is read here"),
    ],
)
def test_a_file_that_can_not_be_read_says_why(browser: Browser, name: str, content: bytes, said: str) -> None:
    answer = send(browser, content, name)
    assert answer.status_code == 422
    assert said in answer.text


def test_no_file_is_asked_for(browser: Browser) -> None:
    answer = browser.post("/teach/imports", data={"format": ""})
    assert (answer.status_code, "Choose a file." in answer.text) == (422, True)


def test_a_file_is_its_senders_alone(browser: Browser, as_: As, other_instructor: Identity) -> None:
    address = send(browser).location
    assert as_(other_instructor).get(address).status_code == 404
    assert as_(other_instructor).get(address + "/bank").status_code == 404


def test_a_file_is_kept_for_a_day(browser: Browser, clock: Clock) -> None:
    address = send(browser).location
    clock.advance(hours=25)
    send(browser, SAMPLE + b"\n")
    assert browser.get(address).status_code == 404


def test_a_file_may_be_larger_than_other_forms_but_not_without_bound(browser: Browser) -> None:
    padded = SAMPLE.replace(b"</quiz>", b" " * (3 << 20) + b"</quiz>")
    assert send_large(browser, "/teach/imports", padded).status_code == 303
    assert send_large(browser, "/teach/imports", b" " * (22 << 20)).status_code == 413
    assert send_large(browser, "/teach/cohorts/new", padded).status_code == 413


def test_without_a_token_nothing_is_kept(browser: Browser, app: Flask, instructor: Identity) -> None:
    answer = browser.post("/teach/imports", data={"file": (BytesIO(SAMPLE), "x.xml")}, csrf=False)
    assert answer.status_code == 400


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_the_table_to_fill_in_can_be_taken_and_sent_back(browser: Browser, name: str) -> None:
    page = browser.get("/teach/imports").text
    assert f'href="/teach/imports/templates/{name}"' in page
    assert "What belongs in each column" in page
    table = browser.get(f"/teach/imports/templates/{name}")
    assert table.headers["Content-Disposition"] == f"attachment; filename=questions.{name}"
    answer = send(browser, table.data, f"questions.{name}")
    report = browser.get(answer.location).text
    assert "Which city is the capital of Australia?" in report
    assert browser.get("/teach/imports/templates/ods").status_code == 404


def test_the_table_is_for_instructors_alone(as_: As) -> None:
    assert as_(None).get("/teach/imports/templates/csv").status_code in (302, 303, 403)


@pytest.mark.parametrize("name", ["sample.gift", "sample.aiken.txt"])
def test_text_formats_lead_to_a_report_and_a_bank(browser: Browser, name: str) -> None:
    answer = send(browser, (HERE / name).read_bytes(), name)
    assert f"What becomes of {name}" in browser.get(answer.location).text
    assert browser.get(answer.location + "/bank").data.startswith(b"title: ")


def test_a_file_that_takes_too_long_says_what_to_do(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    page = send(browser).location
    monkeypatch.setattr(reading, "READING_S", -1)
    answer = send(browser, SAMPLE + b" ")
    assert answer.status_code == 422
    assert "Split the file, or use “coursewright import” on the command line" in answer.text
    assert "Import questions" in answer.text
    reading.read_questions.cache_clear()  # as in the other process, which has not read the file yet
    answer = browser.get(page)
    assert (answer.status_code, "Split the file" in answer.text) == (503, True)


def test_a_file_that_finds_no_room_on_the_disk_is_refused_in_words(browser: Browser) -> None:
    padded = SAMPLE.replace(b"</quiz>", b" " * 2 * FULL + b"</quiz>")
    with full_disk():
        answer = send_large(browser, "/teach/imports", padded)
    assert answer.status_code == 507
    assert "There is no room for this file on the server" in answer.text
    assert "Import questions" in answer.text
    assert send_large(browser, "/teach/imports", padded).status_code == 303
