"""The ledger's page, a claim's page, and the piece of it that a script asks for."""

import pytest

from tests.app.learn.forms import text_of
from tests.browsing import Browser

LEDGER = "/courses/knots/ledger"


def listed(client: Browser, query: str = "") -> list[str]:
    """Return the ids of the claims that the ledger lists, in order."""
    page = client.get(f"{LEDGER}{query}").text
    return [piece.split('"', 1)[0] for piece in page.split('class="claim-entry" id="')[1:]]


def test_each_claim_stands_with_its_version_and_its_backing(client: Browser) -> None:
    text = text_of(client.get(LEDGER).text)
    for words in (
        "5 of 5 claims",
        "A bowline makes a loop of fixed size.",
        "The article: A loop",
        "Incomplete",
        "a loop of hemp",
        "Ran on 22 November 2026 with msgspec",
        "A club: A page, read on 22 November 2026",
        "Settles the belief “A clove hitch holds without load”",
        "In the comparison Letting go, Clove hitch",
    ):
        assert words in text


def test_the_counts_are_those_of_the_list(client: Browser) -> None:
    text = text_of(client.get(LEDGER).text)
    assert "Still true 1 Incomplete 1 Imprecise 1 Outdated 0 Wrong 1 Not in the article 1" in text
    assert "A run 1 A publication 3 A run and a publication 1" in text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?verdict=wrong", ["hitch-slips"]),
        ("?facet=hitch&section=tying", ["hitch-turns", "hitch-slips"]),
        ("?verdict=&facet=bowline&section=&backing=run", ["loop-holds"]),
        ("?verdict=outdated", []),
        ("?facet=granny&verdict=new", ["loop-holds", "knots-weaken", "hitch-turns", "bowline-undone", "hitch-slips"]),
    ],
)
def test_the_address_says_which_claims_are_shown(client: Browser, query: str, found: list[str]) -> None:
    assert listed(client, query) == found


def test_the_form_shows_what_was_asked(client: Browser) -> None:
    page = client.get(f"{LEDGER}?facet=hitch").text
    assert '<option value="hitch" selected>Clove hitch</option>' in page
    assert "2 of 5 claims" in page
    assert f'href="{LEDGER}">Show all</a>' in page
    assert "Show all" not in client.get(LEDGER).text


def test_none_of_a_kind_says_so(client: Browser) -> None:
    assert "No claim is of all these kinds" in client.get(f"{LEDGER}?verdict=outdated").text


def test_a_claim_leads_to_the_lesson_that_says_it(client: Browser) -> None:
    page = client.get(f"{LEDGER}/loop-holds").text
    assert 'href="/courses/knots/lessons/tying#claim-loop-holds"' in page
    assert 'id="claim-loop-holds"' in client.get("/courses/knots/lessons/tying").text
    assert 'href="/courses/knots/lessons/tying#shape-bowline"' in page


def test_a_script_gets_the_claim_alone(client: Browser) -> None:
    piece = client.get(f"{LEDGER}/loop-holds", headers={"Accept": "text/html; fragment"}, lint=False).text
    assert "<html" not in piece
    assert 'id="proof-statement"' in piece
    assert "a loop of hemp" in piece
    assert f'href="{LEDGER}#loop-holds"' in piece


def test_a_lesson_links_to_the_ledger_without_a_script(client: Browser) -> None:
    page = client.get("/courses/knots/lessons/tying").text
    assert f'<a class="claim-mark" href="{LEDGER}#loop-holds" data-claim="loop-holds"' in page
    assert "loop-holds" in listed(client)


@pytest.mark.parametrize("path", [f"{LEDGER}/loop-slips", "/courses/sailing/ledger", f"{LEDGER}/Loop"])
def test_what_is_not_claimed_is_not_found(client: Browser, path: str) -> None:
    assert client.get(path).status_code == 404
