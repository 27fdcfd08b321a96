"""The chooser's page: what the address says is answered, and what the answers come to, with reasons and proofs."""

from dataclasses import replace

import pytest
from flask import Flask
from lxml import html

from app.library import KEY
from app.services.people import Identity
from courseware.course import Course
from courseware.library import Library
from tests.app.learn.conftest import Counting
from tests.app.learn.forms import text_of
from tests.browsing import Browser
from tests.conftest import As

PAGE = "/courses/knots/chooser"
FRAMEWORKS = "/courses/deep-learning-frameworks/chooser"


def result(client: Browser, query: str) -> str:
    """Return the words of the result."""
    (found,) = html.fromstring(client.get(PAGE + query).text).xpath("//section[@id='result']")
    return " ".join(found.text_content().split())


def links(client: Browser, query: str) -> list[str]:
    return [
        str(link) for link in html.fromstring(client.get(PAGE + query).text).xpath("//section[@id='result']//a/@href")
    ]


def test_without_answers_nothing_is_recommended(client: Browser) -> None:
    assert result(client, "") == "Nothing is recommended yet Answer one question or more."


@pytest.mark.parametrize(
    "query",
    [
        "?colour=red&load=heavy",
        "?load=&after=&post=",
        "?load=%00%ff&post[]=yes",
        "?load=" + "x" * 5000,
        "?course=knots&_anchor=x&load=%3Cscript%3E",
    ],
)
def test_junk_in_the_address_is_no_answer(client: Browser, query: str) -> None:
    assert result(client, query) == "Nothing is recommended yet Answer one question or more."


def test_an_answer_that_speaks_for_nothing_says_so(client: Browser) -> None:
    assert "What you said so far speaks for none of them." in result(client, "?after=stay")


def test_a_recommendation_names_what_was_said_what_it_counts_and_why(client: Browser) -> None:
    said = result(client, "?load=varying&after=undo&post=yes")
    assert said.startswith("Recommended: Bowline Clove hitch comes second, with 4 points less.")
    assert "Bowline 7 points" in said
    assert "+4 You said the load comes and goes, which speaks for Bowline because a clove hitch can work loose." in said
    assert "+3 You said it must come undone, which speaks for Bowline because it is easy to undo." in said
    assert "Clove hitch 3 points" in said
    assert "+3 You said there is a post, which speaks for Clove hitch because it goes around a post." in said
    for claim in ("hitch-slips", "bowline-undone", "hitch-turns"):
        assert f"/courses/knots/ledger#{claim}" in links(client, "?load=varying&after=undo&post=yes")


def test_the_one_answer_that_would_turn_it_is_a_link_to_just_that(client: Browser) -> None:
    assert "What would turn it" not in result(client, "?after=undo&post=no")  # “Yes” would make it 3 against 3
    query = "?load=steady&post=no"
    assert "“It comes and goes” as the answer to “How does the load pull?” would put Bowline first." in result(
        client, query
    )
    assert f"{PAGE}?load=varying&post=no#result" in links(client, query)
    assert result(client, "?load=varying&post=no").startswith("Recommended: Bowline")


def test_a_small_margin_says_that_the_choice_hardly_matters(client: Browser) -> None:
    said = result(client, "?load=steady&after=undo&post=yes")  # 5 against 4 of 9: 11 percent
    assert said.startswith("The choice hardly matters: Clove hitch, by a little The first is ahead by 1 point only.")


def test_a_tie_names_all_that_are_level(client: Browser) -> None:
    said = result(client, "?after=undo&post=yes")
    assert said.startswith("The choice hardly matters: Bowline and Clove hitch are level None is ahead of the others.")


def test_what_is_ruled_out_stands_first_with_its_reason(client: Browser) -> None:
    said = result(client, "?load=life&post=yes")
    assert said.startswith("Only Bowline is left Ruled out")
    assert "You said a life hangs on it, which rules out Clove hitch because it can work loose by itself." in said
    assert "Nothing you said speaks for it." in said
    assert "Or do not choose" not in said


def test_when_all_is_ruled_out_nothing_is_left(client: Browser) -> None:
    said = result(client, "?after=new&load=varying")
    assert said.startswith("Nothing is left Together, your answers rule everything out. Take one of these back:")
    assert said.count("every knot weakens its rope") == 2


def test_the_layered_way_is_offered_with_its_proof(client: Browser) -> None:
    assert "Or do not choose: A bowline behind a clove hitch Tie both: the bowline stays" in result(client, "?post=yes")
    assert "Or do not choose" not in result(client, "")


def test_the_form_keeps_what_was_said_and_leaves_the_rest_open(client: Browser) -> None:
    page = html.fromstring(client.get(f"{PAGE}?load=steady").text)
    (form,) = page.xpath("//form[@class='chooser-form']")
    assert form.get("method") == "get"
    assert form.get("action") == f"{PAGE}#result"
    given = [(field.get("name"), field.get("value")) for field in form.xpath(".//input[@checked]")]
    assert given == [("load", "steady"), ("after", ""), ("post", "")]
    assert len(form.xpath(".//fieldset/legend")) == 3
    assert page.xpath("//input[@readonly]/@value") == [f"http://localhost{PAGE}?load=steady"]


def test_all_weights_and_what_is_not_known_can_be_read(client: Browser) -> None:
    text = text_of(client.get(PAGE).text)
    for words in (
        "the thickness of your rope",
        "The colour: every knot weakens its rope",
        "Tied and looked at on 22 November 2026.",
        "Is there a post? Yes Clove hitch 3 it goes around a post",
        "How does the load pull? A life hangs on it Clove hitch ruled out it can work loose by itself",
    ):
        assert words in text


def test_a_course_without_a_chooser_has_no_such_page(
    app: Flask, monkeypatch: pytest.MonkeyPatch, client: Browser, knots: Course
) -> None:
    monkeypatch.setitem(app.extensions, KEY, Library({"knots": replace(knots, chooser=None)}, ()))
    reply = client.get(PAGE)
    assert reply.status_code == 404
    assert "The course “Two knots” has no chooser." in text_of(reply.text)


def test_the_lesson_on_choosing_leads_to_the_chooser(client: Browser) -> None:
    assert f'href="{FRAMEWORKS}"' in client.get("/courses/deep-learning-frameworks/lessons/choosing-one").text


def test_the_page_takes_no_query_of_somebody_unknown_and_one_of_a_learner(
    client: Browser, as_: As, learner: Identity, statements: Counting
) -> None:
    counted = []
    for browser in (client, as_(learner)):
        for query in ("", "?existing=pytorch&training=windows&work=standard"):
            with statements() as sent:
                browser.get(FRAMEWORKS + query)
            counted.append(len(sent))
    assert counted == [0, 0, 1, 1]  # the person
