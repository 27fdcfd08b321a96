"""The account's pages and the pages of errors, in every state: axe finds nothing, nothing is too wide for a phone."""

from itertools import chain

from itsdangerous import URLSafeTimedSerializer
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.live import SECRET
from tests.browser.looking import faults
from tests.browser.test_learner_states import LOOKS, States

PASSWORD = "long enough to pass"  # noqa: S105 (of a test's account)


def test_no_page_of_the_account_has_a_fault_that_axe_or_a_narrow_window_finds(visit: Open) -> None:
    pages = chain(errors(visit()), strangers(visit()), instructors(visit()))
    found = {state: faults(page, LOOKS[turn % 2]) for turn, (state, page) in enumerate(pages)}
    assert {state: listed for state, listed in found.items() if listed} == {}
    assert len(found) == 12


def errors(page: Page) -> States:
    """Meet what goes wrong."""
    page.goto("/nowhere")
    expect(page.get_by_role("heading", name="There is no such page")).to_be_visible()
    yield "no such page", page
    page.goto("/account/sign-in")
    page.locator('main [name="csrf_token"]').evaluate("field => field.value = 'x'")
    send(page, "Sign in", "otto@example.org")
    expect(page.get_by_role("link", name="Open the page again")).to_be_visible()
    yield "out of date", page


def strangers(page: Page) -> States:
    """Sign in and register, wrongly."""
    page.goto("/account/sign-in")
    yield "sign in", page
    send(page, "Sign in", "otto@example.org")
    expect(page.get_by_role("alert")).to_contain_text("E-mail or password is wrong.")
    yield "refused", page
    for _ in range(10):
        send(page, "Sign in", "otto@example.org")
    expect(page.get_by_role("heading", name="Too many tries")).to_be_visible()
    yield "too many tries", page
    page.goto("/account/register")
    yield "register", page
    page.get_by_label("Name").fill("Otto")
    send(page, "Make the account", "otto")
    yield "register, wrong", page


def instructors(page: Page) -> States:
    """Become the first instructor, look at the profile, and accept an invitation."""
    page.goto(f"/account/first/{URLSafeTimedSerializer(SECRET, salt='first-instructor').dumps('first')}")
    yield "first instructor", page
    page.get_by_label("Name").fill("Ines")
    send(page, "Become the first instructor", "ines@example.org")
    expect(page.get_by_text("You are the first instructor")).to_be_visible()
    page.goto("/account")
    yield "profile", page
    page.get_by_label("Present password").fill("wrong")
    page.get_by_label("New password").fill("wrong wrong")
    page.get_by_role("button", name="Change the password").click()
    expect(page.get_by_role("alert")).to_contain_text("This is not your present password.")
    yield "profile, wrong", page
    link = invitation(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Sign out").click()
    page.goto(link)
    yield "invitation", page
    page.get_by_label("Password").fill("short")
    page.locator("form.form").evaluate("form => form.noValidate = true")
    page.get_by_role("button", name="Set up the account").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose at least 10 characters.")
    yield "invitation, wrong", page


def send(page: Page, button: str, email: str) -> None:
    """Fill in e-mail and password, send the form past the browser's own checks, and wait for what comes."""
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("form.form").evaluate("form => form.noValidate = true")
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("button", name=button).click()


def invitation(page: Page) -> str:
    """Invite somebody and return the path of their link."""
    page.goto("/teach/people")
    page.get_by_label("Name", exact=True).fill("Ivo")
    page.get_by_label("E-mail", exact=True).fill("ivo@example.org")
    page.get_by_role("button", name="Invite").click()
    found = page.locator('input[value*="/account/invitation/"]').input_value()
    return "/account" + found.split("/account", 1)[1]
