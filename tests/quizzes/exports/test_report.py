"""The report says of each item what was found out by hand: exact, converted, by hand or dropped."""

from dataclasses import replace

import msgspec
import pytest

from quizzes.exports import Pool, formats, prepare
from quizzes.exports.report import Converted, word
from quizzes.interactions import Gap, Match, Option
from tests.quizzes.exports.samples import banks, odd_export, opened

# item: what Moodle XML and GIFT make of it; a star marks one that scores otherwise there. QTI 3 says all exactly.
ODD = {
    "odd-single": ("exact", "exact"),
    "odd-kept": ("exact", "exact"),
    "odd-true": ("exact", "exact"),
    "odd-sevenths": ("exact", "exact"),
    "odd-elevenths": ("converted*", "converted*"),
    "odd-all-or-nothing": ("converted*", "converted*"),
    "odd-one-of-many": ("exact", "exact"),
    "odd-columns": ("exact", "exact"),
    "odd-columns-strict": ("converted*", "converted*"),
    "odd-pairs": ("exact", "exact"),
    "odd-steps": ("exact", "converted"),
    "odd-steps-strict": ("exact", "converted*"),
    "odd-gaps": ("exact", "converted"),
    "odd-gaps-strict": ("converted*", "converted*"),
    "odd-printed": ("exact", "exact"),
    "odd-typed": ("converted*", "converted*"),
    "odd-word": ("converted*", "converted*"),
    "odd-cased": ("exact", "converted*"),
    "odd-spaceless": ("converted*", "converted*"),
    "odd-exact": ("converted*", "converted*"),
    "odd-arrow": ("converted*", "dropped*"),
    "odd-faulty": ("exact", "exact"),
    "odd-number": ("exact", "exact"),
    "odd-nested-number": ("exact", "exact"),
    "odd-exact-number": ("converted*", "converted*"),
}


def found(name: str) -> dict[str, str]:
    lines = formats()[name].report(odd_export()).lines
    return {
        line.item: word(line.outcome) + ("*" if getattr(line.outcome, "changes_score", False) else "") for line in lines
    }


def test_moodle_xml_and_gift_make_of_each_item_what_was_found_out_by_hand() -> None:
    assert found("moodle-xml") == {item: outcome for item, (outcome, _) in ODD.items()}
    assert found("gift") == {item: outcome for item, (_, outcome) in ODD.items()}


@pytest.mark.parametrize("name", ["qti30", "qti22", "qti21"])
def test_qti_says_everything_exactly_but_that_numbers_are_drawn(name: str) -> None:
    for bank in banks():
        for quiz in bank.quizzes.values():
            report = formats()[name].report(prepare(bank, quiz))
            drawn = [line.outcome for line in report.lines if line.kind == "generated"]
            assert report.counts["exact"] == len(report.lines) - len(drawn)
            assert all(isinstance(it, Converted) and it.to == "a pool of 5 frozen variants" for it in drawn)
            assert not report.changes_score


@pytest.mark.parametrize("name", formats())
def test_links_and_images_of_the_course_are_lost_by_name(name: str) -> None:
    lost = formats()[name].report(odd_export()).lost_by("odd-single")
    assert "the link to “odd#one”; its words stay" in lost
    assert "the image “a rope”; its description stands in its place" in lost


@pytest.mark.parametrize("name", ["moodle-xml", "gift"])
def test_a_draw_is_told_as_what_to_set_there(name: str) -> None:
    items = odd_export().items[:4]
    pools = (Pool("a", "Easy", items[:3], 2), Pool("b", "Hard", items[2:], 1))
    lost = formats()[name].report(replace(odd_export(), pools=pools)).lost_by("")
    assert "the draw: add 2 random questions from the category “Easy” to the quiz there" in lost
    assert "the draw: add 1 random question from the category “Hard” to the quiz there" in lost
    assert "the second place of an item that two draws can give: it is in the category of the first alone" in lost


@pytest.mark.parametrize("name", ["moodle-xml", "gift"])
@pytest.mark.parametrize("item_id", ["odd-columns", "odd-gaps"])
def test_choices_that_a_menu_would_show_alike_are_left_to_a_person(name: str, item_id: str) -> None:
    item = next(item for item in odd_export().items if item.id == item_id)
    part, alike = item.parts[0], (Option("a", "`x`"), Option("b", "x"))
    interaction = (
        msgspec.structs.replace(part.interaction, targets=alike)
        if isinstance(part.interaction, Match)
        else msgspec.structs.replace(part.interaction, gaps=(Gap("word", alike),))
    )
    item = msgspec.structs.replace(item, parts=(msgspec.structs.replace(part, interaction=interaction),))
    report = formats()[name].report(replace(odd_export(), pools=(Pool("a", "A", (item,), 1),)))
    assert report.counts["by-hand"] == 1
    assert report.changes_score


def test_marks_without_answers_keep_feedback_from_the_learner() -> None:
    for review, shown in (("marks-only", "false"), ("after-submit", "true")):
        quiz = replace(odd_export(), review=review)
        test = opened(formats()["qti30"].write(quiz)).read("test.xml").decode()
        assert f'show-feedback="{shown}"' in test


def test_the_report_as_json_has_what_a_page_shows() -> None:
    report = formats()["gift"].report(odd_export()).to_json()
    assert report["format"] == "gift"
    assert report["quiz"] == "odd/odd"
    assert report["counts"] == {"exact": 11, "converted": 13, "by-hand": 0, "dropped": 1}
    assert report["changes_score"] is True
    items = report["items"]
    assert isinstance(items, list)
    assert items[10] == {
        "id": "odd-steps",
        "kind": "order",
        "name": "By position.",
        "outcome": "converted",
        "to": "matching of each step with its place",
        "why": "GIFT has no ordering",
        "changes_score": False,
        "lost": ["the place of feedback on single answers: it stands in one list below the explanation"],
    }
