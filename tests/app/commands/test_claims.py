"""`claims`: what the courses claim, with verdict and backing."""

import json

from tests.app.commands.conftest import Command, refused


def test_each_claim_is_listed_with_verdict_and_backing(command: Command) -> None:
    lines = command("claims").stdout.splitlines()
    assert lines[0] == "knots/loop-holds  incomplete; 1 demonstration: A bowline makes a loop of fixed size."
    assert (
        lines[1]
        == "knots/knots-weaken  not in the article; 1 demonstration, 1 publication: Every knot weakens its rope."
    )


def test_claims_are_counted_by_verdict_and_backing(command: Command) -> None:
    assert command("claims", "knots").stdout.splitlines()[-3:] == [
        "5 claims",
        "  the article's words: 1 true, 1 incomplete, 1 imprecise, 0 outdated, 1 wrong, 1 not in the article",
        "  backed: 1 by a run, 3 by a publication, 1 by both",
    ]


def test_json_holds_all_of_it(command: Command) -> None:
    told = json.loads(command("claims", "--json").stdout)
    assert told["counts"]["total"] == 5
    assert told["counts"]["backings"] == {"run": 1, "publication": 3, "both": 1}
    assert told["claims"][1] == {
        "id": "knots-weaken",
        "course": "knots",
        "statement": "Every knot weakens its rope.",
        "section": "ropes",
        "facets": [],
        "article": "",
        "verdict": "unsaid",
        "since": "",
        "backing": "both",
        "demonstrations": ["loop"],
        "publications": [
            {"publisher": "A club", "title": "A page", "url": "https://example.org/knots", "read": "2026-11-22"}
        ],
        "lessons": ["ropes"],
        "cells": [],
        "misconceptions": ["knots-keep-strength"],
    }


def test_a_course_that_is_not_there_is_refused(command: Command) -> None:
    assert refused(command("claims", "sailing")) == "there is no course “sailing”; known: knots"
