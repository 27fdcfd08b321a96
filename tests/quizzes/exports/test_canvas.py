"""Canvas packages: whole, with Canvas's own names, and scored there as the report says."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from lxml import etree

from quizzes.bank import Bank
from quizzes.exports import ExportQuiz, Pool, formats, prepare
from quizzes.exports.report import Converted, Dropped, Line
from quizzes.exports.spreading import with_variants
from quizzes.exports.variants import authored_id
from quizzes.grading import Graded, grade
from quizzes.interactions import Item
from quizzes.quiz import Quiz
from tests.quizzes.exports.any_response import any_response
from tests.quizzes.exports.canvas_reader import Question, read
from tests.quizzes.exports.canvas_responses import canvas_response
from tests.quizzes.exports.samples import (
    answered,
    banks,
    judged_item,
    odd_bank,
    odd_export,
    opened,
    own_quizzes,
    with_specimens,
)
from tests.quizzes.exports.test_report import found

ROUNDING = 1e-9
CP = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
CANVAS = "{http://canvas.instructure.com/xsd/cccv1p0}"

# What Classic Quizzes make of each item, found out by hand; a star marks one that scores otherwise there.
ODD = {
    "odd-single": "exact",
    "odd-kept": "exact",
    "odd-true": "exact",
    "odd-sevenths": "converted*",  # three wrong options: each takes a third here, a seventh there
    "odd-elevenths": "converted*",
    "odd-all-or-nothing": "converted*",
    "odd-one-of-many": "exact",
    "odd-columns": "exact",
    "odd-columns-strict": "converted*",
    "odd-pairs": "exact",
    "odd-steps": "converted",
    "odd-steps-strict": "converted*",
    "odd-gaps": "exact",
    "odd-gaps-strict": "converted*",
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


def document(quiz: ExportQuiz, name: str = "") -> bytes:
    package = opened(formats()["canvas"].write(quiz))
    return package.read(next(path for path in package.namelist() if path.endswith(name or f"{quiz.slug}.xml")))


def settings(quiz: ExportQuiz) -> dict[str, str]:
    root = etree.fromstring(document(quiz, "assessment_meta.xml"))
    return {str(etree.QName(one).localname): one.text or "" for one in root}


def exported(bank: Bank, quiz: Quiz) -> Iterator[tuple[Line, Item, Question]]:
    """Yield each item and variant that is in the file, once a place, with its line of the report and its question."""
    export = prepare(bank, quiz)
    lines = {line.item: line for line in formats()["canvas"].report(export).lines}
    items = {item.id: item for item in with_variants(export).items}
    dropped = {item for item, line in lines.items() if isinstance(line.outcome, Dropped)}
    questions = [(re.sub(r"^item-|-in-\d+$", "", question.ident), question) for question in read(document(export))]
    assert {authored_id(item) for item, _ in questions} == lines.keys() - dropped
    yield from ((lines[authored_id(item)], items[item], question) for item, question in questions)


def differences(item: Item, question: Question) -> Iterator[str]:
    """Yield the responses that score otherwise in Canvas than here."""
    for response in any_response(item):
        graded = grade(item, response)
        if isinstance(graded, Graded):
            score = question.score(canvas_response(item, question, response))
            if abs(score - graded.score) > ROUNDING:
                yield f"{item.id}: {response}: {score}, not {graded.score}"


def test_canvas_makes_of_each_item_what_was_found_out_by_hand() -> None:
    assert found("canvas") == ODD


@pytest.mark.parametrize(("bank", "quiz"), own_quizzes(), ids=lambda value: getattr(value, "slug", ""))
def test_every_specimen_scores_as_here_where_the_report_says_so(bank: Bank, quiz: Quiz) -> None:
    specimens = {item.id: found for item, found in with_specimens(bank, quiz)}
    wrong = [
        f"{line.item}: {specimen.name}: {score}"
        for line, item, question in exported(bank, quiz)
        for specimen, expected in answered(specimens.get(item.id, ()))
        for score in [question.score(canvas_response(item, question, specimen.response))]
        if abs(score - expected) > ROUNDING
        and (not getattr(line.outcome, "changes_score", False) or expected == 1 or specimen.name.startswith("blank"))
    ]
    assert wrong == []


@pytest.mark.parametrize(("bank", "quiz"), own_quizzes(), ids=lambda value: getattr(value, "slug", ""))
def test_whatever_is_answered_scores_as_here_where_the_report_says_so(bank: Bank, quiz: Quiz) -> None:
    wrong = [
        difference
        for line, item, question in exported(bank, quiz)
        if not getattr(line.outcome, "changes_score", False)
        for difference in differences(item, question)
    ]
    assert wrong == []


def test_where_the_report_says_that_scores_change_some_response_shows_it() -> None:
    bank = odd_bank()
    quiz = bank.quizzes["odd"]
    spared = [
        line.item
        for line, item, question in exported(bank, quiz)
        if isinstance(line.outcome, Converted) and line.outcome.changes_score
        if next(differences(item, question), None) is None
    ]
    assert spared == []


def test_the_manifest_has_the_types_that_canvas_looks_for() -> None:
    package = opened(formats()["canvas"].write(odd_export()))
    manifest = etree.fromstring(package.read("imsmanifest.xml"))
    quiz, meta = manifest.iter(f"{CP}resource")
    assert quiz.get("type") == "imsqti_xmlv1p2"
    assert meta.get("type") == "associatedcontent/imscc_xmlv1p1/learning-application-resource"
    dependency = quiz.find(f"{CP}dependency")
    assert dependency is not None
    assert dependency.get("identifierref") == meta.get("identifier")
    named = [str(one.get("href")) for one in manifest.iter(f"{CP}file")]
    assert sorted(["imsmanifest.xml", *named]) == sorted(package.namelist())


def test_a_quiz_is_valid_but_for_what_canvas_adds(qti12_dtd: etree.DTD) -> None:
    root = etree.fromstring(document(odd_export()))
    for element in root.iter():
        element.tag = etree.QName(element).localname
    root.attrib.clear()
    etree.cleanup_namespaces(root)
    assert qti12_dtd.validate(root), qti12_dtd.error_log


def test_draws_are_groups_and_the_settings_go_along() -> None:
    knots = next(bank for bank in banks() if bank.course == "knots")
    export = prepare(knots, knots.quizzes["final"])
    root = etree.fromstring(document(export))
    assert [one.text for one in root.iter("{*}selection_number")] == ["1"]
    assert [pool.is_drawn for pool in export.pools] == [False, True]
    assert {question.group for question in read(document(export))} == {"", export.pools[1].title}
    kept = settings(replace(export, attempts=3, counts="mean", review="after-last", layout="one-by-one"))
    assert kept["allowed_attempts"] == "3"
    assert kept["scoring_policy"] == "keep_average"
    assert kept["hide_results"] == "until_after_last_attempt"
    assert kept["one_question_at_a_time"] == "true"
    assert settings(replace(export, attempts=0))["allowed_attempts"] == "-1"
    assert settings(replace(export, review="marks-only"))["hide_results"] == "always"


def test_a_question_that_two_draws_can_give_is_there_twice_with_names_of_its_own() -> None:
    items = odd_export().items[:3]
    pools = (Pool("a", "Easy", items[:2], 1), Pool("b", "Hard", items[1:], 1))
    quiz = replace(odd_export(), pools=pools)
    questions = read(document(quiz))
    assert [question.ident for question in questions] == [
        "item-odd-single",
        "item-odd-kept",
        "item-odd-kept-in-2",
        "item-odd-true",
    ]
    assert [question.points for question in questions] == [3, 3, 1, 1]
    told = "the points of single questions in “Easy”: each is worth 3 there"
    assert told in formats()["canvas"].report(quiz).lost_by("")


def test_feedback_is_named_as_canvas_names_it() -> None:
    question = next(q for q in read(document(odd_export())) if q.ident == "item-odd-single")
    assert question.feedback == {
        "general_fb": r"Since \(x^2 = \frac{4}{1}\) the answer is ~50%.",
        "1001_fb": "Right: # and ~ and } are fine.",
        "1002_fb": r"No, :: isn't \n.",
        "1003_fb": "A ]]> too many.",
    }


def test_brackets_of_the_author_are_no_blanks() -> None:
    question = next(q for q in read(document(odd_export())) if q.ident == "item-odd-gaps")
    assert [asked.ident for asked in question.asked] == ["response_word", "response_index", "response_value"]
    assert "Say [word] first." in question.text
    assert "y[[index]] > " in question.text
    assert "a = [[1]]" in question.text


def test_a_rubric_goes_along_as_grading_notes() -> None:
    quiz = replace(odd_export(), pools=(Pool("a", "A", (judged_item(),), 1),))
    root = etree.fromstring(document(quiz))
    entries = root.iter("{*}qtimetadatafield")
    fields = {str(one.findtext("{*}fieldlabel")): one.findtext("{*}fieldentry") for one in entries}
    assert fields["question_type"] == "essay_question"
    assert fields["grading_notes"] == "<p>Look for <code>zip</code>.</p>"
