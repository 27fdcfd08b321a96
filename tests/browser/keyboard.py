"""A learner without a pointer: Tab, arrows, Space, Enter and letters, with the focus in sight at every stop."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.app.learn.attempting import RIGHT
from tests.browser.learning import plain

MOST_STOPS = 40  # from one field of a page to the next that is wanted
FOCUS = """() => {
  const at = document.activeElement;
  const shown = at.closest("label.choice") ?? at;
  const box = shown.getBoundingClientRect(), style = getComputedStyle(shown);
  return {
    is_none: at === document.body,
    is_outlined: parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== "none",
    is_in_sight: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    name: at.getAttribute("aria-label") ?? at.textContent.trim() ?? "",
  };
}"""


def check_focus(page: Page) -> None:
    """Check that something has the focus, in sight and outlined."""
    at: dict[str, Any] = page.evaluate(FOCUS)
    assert not at["is_none"], "nothing has the focus"
    assert at["is_outlined"], f"the focus on “{at['name']}” has no outline"
    assert at["is_in_sight"], f"the focus on “{at['name']}” is out of sight"


def tab_to(page: Page, wanted: Locator, most: int = MOST_STOPS) -> None:
    """Press Tab until one element has the focus; each stop on the way is in sight."""
    expect(wanted).to_be_visible()
    for _ in range(most):
        page.keyboard.press("Tab")
        check_focus(page)
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"no Tab reaches {wanted} within {most} stops")


def press(page: Page, wanted: Locator, key: str = "Enter") -> None:
    """Go to a button or a link by Tab, and press it."""
    tab_to(page, wanted)
    page.keyboard.press(key)


def answer_by_keys(page: Page, question: Locator) -> None:
    """Answer the question that is shown rightly."""
    item = question.get_attribute("data-item") or ""
    said = RIGHT[item]
    match item:
        case "which-load":
            assert isinstance(said, dict)
            for row in question.get_by_role("radiogroup").all():
                _choose(page, row, plain(said[row.locator(".grid-what").inner_text()]))
        case "part-names":
            assert isinstance(said, dict)
            for pair in question.locator(".pair").all():
                _pick(page, pair.locator("select"), said[pair.locator("label").inner_text()])
        case "fill-steps":
            assert isinstance(said, dict)
            for number, gap in enumerate(("first", "last", "part"), 1):
                _pick(page, question.get_by_label(f"Gap {number} of 3"), said[gap])
        case "bowline-order":
            assert isinstance(said, list)
            _order(page, question, said)
        case "breaking-load" | "part-word" | "prints-typed":
            assert isinstance(said, str)
            tab_to(page, question.get_by_role("textbox"))
            page.keyboard.type(said)
        case "costs-strength":
            assert isinstance(said, list)
            for choice in question.locator("label.choice").all():
                tab_to(page, choice.locator("input"))
                if choice.inner_text() in said:
                    page.keyboard.press("Space")
        case _:
            assert isinstance(said, list)
            _choose(page, question.get_by_role("radiogroup"), plain(said[0]))


def _choose(page: Page, group: Locator, text: str) -> None:
    """Tab into a group of radios, then go by arrow to the one that says so."""
    radios = group.get_by_role("radio")
    tab_to(page, radios.first)
    page.keyboard.press("Space")
    wanted = group.locator("label").filter(has_text=text).locator("input")
    for _ in range(radios.count()):
        if wanted.is_checked():
            break
        page.keyboard.press("ArrowDown")
        check_focus(page)
    expect(wanted).to_be_checked()


def _pick(page: Page, menu: Locator, text: str) -> None:
    tab_to(page, menu)
    for _ in range(menu.locator("option").count()):
        if text in menu.locator("option:checked").inner_text():
            break
        page.keyboard.press("ArrowDown")
    expect(menu.locator("option:checked")).to_contain_text(text)


def _order(page: Page, question: Locator, wanted: list[str]) -> None:
    """Move each line up to its place with the arrow keys on its button, whichever of the two can be used."""
    expect(question.locator("cw-order.ready")).to_be_visible()
    lines = question.locator(".order-text")
    for place, line in enumerate(wanted):
        at = lines.all_inner_texts().index(line)
        if at == place:
            continue
        question.page.evaluate("document.activeElement.blur?.()")
        tab_to(page, question.get_by_role("button", name=f"Move up: {line}"))
        for turn in range(at - place):
            page.keyboard.press("ArrowUp")
            expect(lines.nth(at - turn - 1)).to_have_text(line)
            check_focus(page)
    if question.get_by_role("button", name="Keep this order").is_visible():
        press(page, question.get_by_role("button", name="Keep this order"), "Space")
    expect(lines).to_have_text(wanted)
