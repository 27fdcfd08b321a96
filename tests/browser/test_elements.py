"""The custom elements: saving answers, ordering by keys and pointer, checks in place, tabs, times."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from app.web.questions import show_graded, show_question, show_unreadable
from quizzes.grading import Graded, grade
from quizzes.responses import Unreadable
from tests.browser import states
from tests.browser.looking import await_elements
from tests.browser.pages import SITE, axe_faults, chromium, serve

ITEMS = {item.id: item for item in states.quiz().items}
SAVED_AT = "2026-11-22T14:03:00+00:00"
BEGUN = datetime(2026, 11, 22, 14, tzinfo=UTC)
# Playwright's own waiting evaluates text, which the page's policy forbids.
OUTBOX_IS_EMPTY = """() => new Promise((done) => {
  const look = () => (localStorage.getItem("coursewright.outbox.7") ? setTimeout(look, 20) : done());
  look();
})"""


class Server:
    """What the browser sends, and what it is answered: `replies` for saves, in turn, the last one for good."""

    def __init__(self) -> None:
        self.saves: list[tuple[str, dict[str, list[str]], dict[str, str]]] = []
        self.posts: list[dict[str, list[str]]] = []
        self.replies: list[tuple[int, dict[str, object]] | None] = [(200, {"saved": True, "at": SAVED_AT})]
        self.fragment = (200, "")

    def __call__(self, route: Route) -> None:
        request = route.request
        fields = parse_qs(request.post_data or "", keep_blank_values=True)
        path = request.url.removeprefix(SITE)
        if path.startswith("/attempts/"):
            self.saves.append((path, fields, request.headers))
            reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
            if reply is None:
                return route.abort("internetdisconnected")
            return route.fulfill(status=reply[0], body=json.dumps(reply[1]), content_type="application/json")
        self.posts.append(fields)
        if path == "/check":
            return route.fulfill(status=self.fragment[0], body=self.fragment[1], content_type="text/html")
        return route.fulfill(body="<!doctype html><title>Sent</title><h1>Sent</h1>", content_type="text/html")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1000, "height": 900}, timezone_id="Asia/Tokyo")
    yield context.new_page()
    context.close()


def html(kind: str, *items: str) -> str:
    views = [
        show_question(ITEMS[name], seed=states.SEED, name=f"{name}.", number=number, marks=states.MARKS)
        for number, name in enumerate(items, 1)
    ]
    return states.environment().get_template("elements.html").render(kind=kind, title="Elements", questions=views)


def open_quiz(page: Page, server: Server, *items: str) -> None:
    serve(page, {"/quiz": html("quiz", *items)}, server)
    page.goto(f"{SITE}/quiz")
    await_elements(page)


def outbox(page: Page) -> dict[str, object]:
    return dict(json.loads(page.evaluate("localStorage.getItem('coursewright.outbox.7')") or "{}"))


def test_a_choice_is_saved_at_once_without_its_prefix(page: Page) -> None:
    server = Server()
    open_quiz(page, server, "truth")
    page.get_by_label("False").check()
    expect(page.locator("[data-saved]")).to_have_text("Saved at 23:03")
    path, fields, headers = server.saves[0]
    assert path == "/attempts/7/answers/truth"
    assert fields["answer"] == ["false"]
    assert int(fields["seq"][0]) > 5
    assert headers["x-csrftoken"] == "a-token"
    assert outbox(page) == {}
    expect(page.locator(".steps a")).to_have_class("done")


def test_the_last_of_quick_changes_is_the_last_saved(page: Page) -> None:
    server = Server()
    open_quiz(page, server, "truth")
    page.get_by_label("True").check()
    page.get_by_label("False").check()
    page.evaluate(OUTBOX_IS_EMPTY)
    assert server.saves[-1][1]["answer"] == ["false"]
    numbers = [int(fields["seq"][0]) for _, fields, _ in server.saves]
    assert numbers == sorted(set(numbers))


def test_typing_is_saved_once_it_rests(page: Page) -> None:
    server = Server()
    page.clock.install(time=BEGUN)
    open_quiz(page, server, "number")
    page.clock.pause_at(BEGUN + timedelta(hours=1))  # on a busy machine a key may come after what counts as a rest
    page.get_by_label("Your answer").press_sequentially("208")
    assert server.saves == []
    page.clock.resume()
    expect(page.locator("[data-saved]")).to_have_text("Saved at 23:03")
    assert [fields["answer"] for _, fields, _ in server.saves] == [["208"]]


def test_an_answer_without_a_network_is_kept_and_sent_again(page: Page) -> None:
    server = Server()
    server.replies = [None]
    open_quiz(page, server, "truth")
    page.get_by_label("False").check()
    expect(page.locator("[data-saved]")).to_contain_text("Not saved")
    expect(page.locator("[data-saved]")).to_contain_text("kept here")
    assert "truth" in outbox(page)
    server.replies = [(200, {"saved": True, "at": SAVED_AT})]
    expect(page.locator("[data-saved]")).to_have_text("Saved at 23:03")
    assert outbox(page) == {}


def test_an_answer_outlives_its_page(page: Page) -> None:
    server = Server()
    server.replies = [None]
    open_quiz(page, server, "truth", "ordered")
    page.get_by_label("False").check()
    page.get_by_role("button", name="Move down").first.click()
    expect(page.locator("[data-saved]")).to_contain_text("Not saved")
    lines = page.locator(".order-text").all_inner_texts()
    page.goto("about:blank")
    before = len(server.saves)
    server.replies = [(200, {"saved": True, "at": SAVED_AT})]
    page.goto(f"{SITE}/quiz")
    expect(page.locator("[data-saved]")).to_have_text("Saved at 23:03")
    expect(page.get_by_label("False")).to_be_checked()
    expect(page.locator(".order-text")).to_have_text(lines)
    page.evaluate(OUTBOX_IS_EMPTY)
    assert {path.rpartition("/")[2] for path, _, _ in server.saves[before:]} == {"truth", "ordered"}


def test_an_unreadable_answer_is_said_to_be_so_at_its_field(page: Page) -> None:
    server = Server()
    server.replies = [
        (422, {"saved": False, "message": "“two” is not a number."}),
        (200, {"saved": True, "at": SAVED_AT}),
    ]
    open_quiz(page, server, "number")
    field = page.get_by_label("Your answer")
    field.fill("two")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".question .error")).to_have_text("“two” is not a number.")
    expect(field).to_have_accessible_description(
        "How many parameters does Dense(8) have on 25 inputs? Type a number. parameters “two” is not a number."
    )
    assert outbox(page) == {}
    field.fill("2")
    expect(page.locator(".question .error")).to_have_count(0)
    assert field.get_attribute("aria-invalid") is None


def test_a_closed_attempt_says_so_and_takes_no_more(page: Page) -> None:
    server = Server()
    server.replies = [(409, {"message": "This attempt was already submitted."})]
    open_quiz(page, server, "truth")
    page.get_by_label("False").check()
    expect(page.locator("[data-saved]")).to_have_text("Not saved: This attempt was already submitted.")
    page.get_by_label("True").check()
    assert len(server.saves) == 1


def test_a_newer_answer_from_elsewhere_is_told(page: Page) -> None:
    server = Server()
    server.replies = [(200, {"saved": True, "at": SAVED_AT, "superseded": True})]
    open_quiz(page, server, "truth")
    page.get_by_label("False").check()
    expect(page.locator("[data-saved]")).to_have_text(
        "A newer answer was saved elsewhere. Open this page again to see it."
    )


def test_a_form_waits_for_its_answers_and_is_sent_once(page: Page) -> None:
    server = Server()
    open_quiz(page, server, "number")
    page.get_by_label("Your answer").fill("208")
    page.get_by_role("button", name="Save and continue").dblclick()
    expect(page.get_by_role("heading", name="Sent")).to_be_visible()
    assert [post["number.answer"] for post in server.posts] == [["208"]]
    assert server.posts[0]["go"] == ["next"]
    assert server.saves[0][1]["answer"] == ["208"]


def test_lines_are_ordered_by_keys_alone(page: Page) -> None:
    server = Server()
    open_quiz(page, server, "ordered")
    lines = page.locator(".order-text").all_inner_texts()
    expect(page.locator("cw-order .order-place")).to_have_text(["–"] * 4)
    page.locator(".order-moves .down").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".order-text")).to_have_text([lines[1], lines[2], lines[0], lines[3]])
    expect(page.locator("cw-order [role=status]")).to_have_text(f"{lines[0]}: Position 3 of 4")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".order-text")).to_have_text([*lines[1:], lines[0]])
    # The button that moves down is of no use at the end: the focus is on its neighbour.
    expect(page.locator(".order-moves .up").last).to_be_focused()
    expect(page.locator("[data-saved]")).to_have_text("Saved at 23:03")
    positions = {key: value[0] for key, value in server.saves[-1][1].items() if key != "seq"}
    assert sorted(positions.values()) == ["1", "2", "3", "4"]
    assert axe_faults(page) == []


def test_an_order_can_be_kept_as_it_is(page: Page) -> None:
    server = Server()
    open_quiz(page, server, "ordered")
    page.get_by_role("button", name="Keep this order").click()
    expect(page.locator("[data-saved]")).to_have_text("Saved at 23:03")
    expect(page.locator("cw-order .order-place")).to_have_text(["1", "2", "3", "4"])
    expect(page.get_by_role("button", name="Keep this order")).to_be_hidden()


def test_a_line_can_be_dragged(page: Page) -> None:
    server = Server()
    open_quiz(page, server, "ordered")
    lines = page.locator(".order-text").all_inner_texts()
    start, end = (page.locator(".order-line").nth(n).bounding_box() for n in (0, 2))
    assert start
    assert end
    page.mouse.move(start["x"] + 200, start["y"] + 20)
    page.mouse.down()
    page.mouse.move(end["x"] + 200, end["y"] + end["height"] - 4, steps=12)
    page.mouse.up()
    expect(page.locator(".order-text")).to_have_text([lines[1], lines[2], lines[0], lines[3]])
    expect(page.locator("[data-saved]")).to_have_text("Saved at 23:03")


def test_a_check_is_graded_in_its_place(page: Page) -> None:
    item, server = ITEMS["truth"], Server()
    graded = grade(item, {"answer": ["true"]})
    assert isinstance(graded, Graded)
    view = show_graded(
        item, seed=states.SEED, response={"answer": ["true"]}, graded=graded, reveal=True, see_url="/see"
    )
    template = states.environment().from_string(
        '{% from "questions/question.html" import question %}{{ question(view) }}'
    )
    server.fragment = (200, template.render(view=view))
    serve(page, {"/page": html("check", "truth")}, server)
    page.goto(f"{SITE}/page")
    await_elements(page)
    page.get_by_label("True").check()
    page.get_by_role("button", name="Check the answer").click()
    result = page.locator(".result")
    expect(result).to_be_focused()
    expect(result).to_contain_text("Wrong")
    assert page.url == f"{SITE}/page"
    assert server.posts == [{"csrf_token": ["a-token"], "truth.answer": ["true"]}]
    assert axe_faults(page) == []


def test_a_check_that_can_not_be_read_comes_back_with_its_message(page: Page) -> None:
    item, server = ITEMS["number"], Server()
    from_form = states.unreadable_form(item)
    assert from_form is not None
    view = show_unreadable(
        item, seed=states.SEED, form=from_form, unreadable=Unreadable("answer", "Write digits."), name="number."
    )
    template = states.environment().from_string(
        '{% from "questions/question.html" import question %}'
        '<form method="post" action="/check">{{ question(view) }}</form>'
    )
    server.fragment = (422, template.render(view=view))
    serve(page, {"/page": html("check", "number")}, server)
    page.goto(f"{SITE}/page")
    await_elements(page)
    page.get_by_label("Your answer").fill("two hundred")
    page.keyboard.press("Enter")
    expect(page.locator(".error")).to_be_focused()
    expect(page.get_by_label("Your answer")).to_have_value("two hundred")


def test_a_check_without_a_network_keeps_the_answer(page: Page) -> None:
    serve(page, {"/page": html("check", "truth")}, lambda route: route.abort("internetdisconnected"))
    page.goto(f"{SITE}/page")
    await_elements(page)
    page.get_by_label("True").check()
    page.get_by_role("button", name="Check the answer").click()
    expect(page.get_by_role("alert")).to_have_text("Not sent: there is no connection. Try again.")
    expect(page.get_by_label("True")).to_be_checked()


def test_all_tabs_follow_one_choice_and_the_next_page_remembers_it(page: Page) -> None:
    serve(page, {"/page": html("page"), "/next": html("page")})
    page.goto(f"{SITE}/page")
    await_elements(page)
    first, second = page.get_by_role("tablist").all()
    first.get_by_role("tab", name="keras").focus()
    page.keyboard.press("ArrowRight")
    for tabs in (first, second):
        expect(tabs.get_by_role("tab", name="tensorflow")).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("tabpanel", name="First tensorflow")).to_contain_text("First in tensorflow")
    page.keyboard.press("End")
    page.goto(f"{SITE}/next")
    expect(page.get_by_text("Second in pytorch")).to_be_visible()
    expect(page.get_by_text("Second in keras")).to_be_hidden()
    assert axe_faults(page) == []


def test_on_paper_all_panes_are_there(page: Page) -> None:
    serve(page, {"/page": html("page")})
    page.goto(f"{SITE}/page")
    expect(page.get_by_text("First in pytorch")).to_be_hidden()
    page.emulate_media(media="print")
    for facet in ("keras", "tensorflow", "pytorch"):
        expect(page.get_by_text(f"First in {facet}")).to_be_visible()
    expect(page.get_by_role("tablist").first).to_be_hidden()


def test_times_are_shown_in_the_zone_of_the_reader(page: Page) -> None:
    serve(page, {"/page": html("page")})
    page.goto(f"{SITE}/page")
    minute, day = page.locator("time").all()
    expect(minute).to_have_text("22 Nov 2026, 23:03")
    expect(day).to_have_text("23 Nov 2026")


def test_a_double_click_sends_a_form_once(page: Page) -> None:
    server = Server()
    serve(page, {"/page": html("page")}, server)
    page.goto(f"{SITE}/page")
    page.evaluate("""() => {
        const form = document.querySelector('main form');
        const button = form.querySelector('button');
        button.click();
        button.click();
    }""")
    expect(page.get_by_role("heading", name="Sent")).to_be_visible()
    assert server.posts == [{"go": ["now"]}]
