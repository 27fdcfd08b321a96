"""QTI 2.1 for Blackboard: valid, bare of what makes it skip a question, and scored as its help says."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from lxml import etree

from quizzes.bank import Bank
from quizzes.exports import Pool, formats, prepare
from quizzes.exports.report import Converted, Dropped
from quizzes.exports.spreading import with_variants
from quizzes.exports.variants import authored_id
from quizzes.grading import Graded, grade
from quizzes.interactions import Item
from quizzes.quiz import Quiz
from tests.browser.qti3_player.responses import variables
from tests.quizzes.exports.any_response import any_response
from tests.quizzes.exports.samples import banks, judged_item, odd_export, opened, own_quizzes
from tests.quizzes.exports.test_qti30 import faults
from tests.quizzes.exports.test_report import found

NAME = "qti21-blackboard"
SKIPPED = ("responseProcessing", "modalFeedback", "infoControl", "rubricBlock", "outcomeProcessing")
TAKEN = {"choiceInteraction", "textEntryInteraction", "extendedTextInteraction"}

# What Blackboard makes of each item, found out by hand; a star marks one that scores otherwise there.
ODD = {
    "odd-single": "exact",
    "odd-kept": "exact",
    "odd-true": "exact",
    "odd-sevenths": "converted*",
    "odd-elevenths": "converted*",
    "odd-all-or-nothing": "exact",
    "odd-one-of-many": "exact",
    "odd-columns": "dropped*",
    "odd-columns-strict": "dropped*",
    "odd-pairs": "dropped*",
    "odd-steps": "dropped*",
    "odd-steps-strict": "dropped*",
    "odd-gaps": "dropped*",
    "odd-gaps-strict": "dropped*",
    "odd-printed": "exact",
    "odd-typed": "converted*",
    "odd-word": "converted*",
    "odd-cased": "converted*",
    "odd-spaceless": "converted*",
    "odd-exact": "converted*",
    "odd-arrow": "converted*",
    "odd-faulty": "exact",
    "odd-number": "converted*",
    "odd-nested-number": "converted*",
    "odd-exact-number": "converted*",
}


def score(document: bytes, response: object) -> float:
    """Return the score as Blackboard gives it: for the whole list of right answers, or for one of the texts."""
    root = etree.fromstring(document)
    declared = root.find("{*}responseDeclaration")
    assert declared is not None
    given = variables(document, response)["RESPONSE"]
    if given is None:
        return 0.0
    right = [str(value.text) for value in declared.iterfind("{*}correctResponse/{*}value")]
    texts = {str(entry.get("mapKey")) for entry in declared.iter("{*}mapEntry")}
    if declared.get("baseType") == "string":
        return float(str(given).lower() in {text.lower() for text in {*right, *texts}})
    assert not texts
    return float(sorted([given] if isinstance(given, str) else given) == sorted(right))


def differences(item: Item, document: bytes) -> Iterator[str]:
    for response in any_response(item):
        graded = grade(item, response)
        if isinstance(graded, Graded) and abs(score(document, response) - graded.score) > 1e-9:
            yield f"{item.id}: {response}: {score(document, response)}, not {graded.score}"


def exported(bank: Bank, quiz: Quiz) -> Iterator[tuple[object, Item, bytes]]:
    """Yield what the report says of each item that is in the package, the item and its document."""
    export = prepare(bank, quiz)
    outcomes = {line.item: line.outcome for line in formats()[NAME].report(export).lines}
    package = opened(formats()[NAME].write(export))
    for item in with_variants(export).items:
        outcome = outcomes[authored_id(item.id)]
        assert (f"items/{item.id}.xml" in package.namelist()) is not isinstance(outcome, Dropped)
        if not isinstance(outcome, Dropped):
            yield outcome, item, package.read(f"items/{item.id}.xml")


def test_blackboard_makes_of_each_item_what_was_found_out_by_hand() -> None:
    assert found(NAME) == ODD


@pytest.mark.parametrize(("bank", "quiz"), own_quizzes(), ids=lambda value: getattr(value, "slug", ""))
def test_a_package_is_valid_and_has_nothing_that_blackboard_skips(
    qti21_schema: etree.XMLSchema, content_package_schema: etree.XMLSchema, bank: Bank, quiz: Quiz
) -> None:
    package = opened(formats()[NAME].write(prepare(bank, quiz)))
    for path in (name for name in package.namelist() if name.endswith(".xml")):
        document = package.read(path)
        assert faults(content_package_schema if path == "imsmanifest.xml" else qti21_schema, document) == []
        names = {str(etree.QName(one).localname) for one in etree.fromstring(document).iter()}
        assert names.isdisjoint(SKIPPED) or path == "test.xml", path
        assert {name for name in names if name.endswith("Interaction")} <= TAKEN


@pytest.mark.parametrize(("bank", "quiz"), own_quizzes(), ids=lambda value: getattr(value, "slug", ""))
def test_whatever_is_answered_scores_as_here_where_the_report_says_so(bank: Bank, quiz: Quiz) -> None:
    wrong = [
        difference
        for outcome, item, document in exported(bank, quiz)
        if not getattr(outcome, "changes_score", False)
        for difference in differences(item, document)
    ]
    assert wrong == []


def test_where_the_report_says_that_scores_change_some_response_shows_it() -> None:
    odd = next(bank for bank in banks() if bank.course == "odd")
    spared = [
        item.id
        for outcome, item, document in exported(odd, odd.quizzes["odd"])
        if isinstance(outcome, Converted) and outcome.changes_score
        if next(differences(item, document), None) is None
    ]
    assert spared == []


def test_a_right_answer_is_right_there_whatever_becomes_of_the_item() -> None:
    for bank in banks():
        for quiz in bank.quizzes.values():
            specimens = {item.id: quiz.specimens[item.id] for item in quiz.items}
            for _, item, document in exported(bank, quiz) if quiz.items else ():
                for specimen in specimens.get(item.id, ()):
                    if specimen.name == "right":
                        assert score(document, specimen.response) == 1, item.id


def test_an_essay_goes_along_without_its_rubric() -> None:
    quiz = replace(odd_export(), pools=(Pool("a", "A", (judged_item(),), 1),))
    document = opened(formats()[NAME].write(quiz)).read("items/judged.xml")
    assert b"extendedTextInteraction" in document
    assert b"Look for" not in document


def test_a_draw_gives_no_more_than_blackboard_takes() -> None:
    items = odd_export().items
    single, columns = items[0], next(item for item in items if item.id == "odd-columns")
    quiz = replace(odd_export(), pools=(Pool("a", "A", (single, columns, items[1]), 2), Pool("b", "B", (columns,), 1)))
    test = etree.fromstring(opened(formats()[NAME].write(quiz)).read("test.xml"))
    assert [str(one.get("identifier")) for one in test.iter("{*}assessmentItemRef")] == [
        "item.odd-single",
        "item.odd-kept",
    ]
