"""Generated items go out with several frozen variants, of which a learner there gets one."""

from collections import Counter
from dataclasses import replace

import msgspec
import pytest
from lxml import etree

from quizzes.bank import Bank
from quizzes.exports import ExportQuiz, Pool, formats, prepare
from quizzes.exports.report import Converted
from quizzes.exports.spreading import with_variants
from quizzes.exports.variants import authored_id
from quizzes.quiz import Quiz, quiz_from
from quizzes.source import read_text
from tests.quizzes.exports import gift_reader, moodle_reader
from tests.quizzes.exports.samples import banks, opened

YAML = """
title: Sums
items:
  - id: plain
    kind: numeric
    prompt: How many?
    objective: sums
    see: sums#one
    explanation: One.
    answer: 1
    feedback: {right: Yes., wrong: No.}
  - id: sum
    kind: generated
    prompt: "What is {{a}} + 1?"
    objective: sums
    see: sums#one
    explanation: "{{a + 1}}"
    parameters: {a: {from: 1, to: 90}}
    answer: a + 1
    feedback: {right: Yes., wrong: No.}
  - id: few
    kind: generated
    prompt: "What is {{a}} + 2?"
    objective: sums
    see: sums#one
    explanation: "{{a + 2}}"
    parameters: {a: {from: 1, to: 2}}
    answer: a + 2
    feedback: {right: Yes., wrong: No.}
"""


def sums() -> tuple[Bank, Quiz]:
    quiz = quiz_from(read_text(YAML, "sums.yaml"), "sums", "sums")
    return Bank("sums", {"sums": quiz}), quiz


def workshop(variants: int = 5) -> ExportQuiz:
    bank = next(bank for bank in banks() if bank.course == "deep-learning-frameworks")
    return prepare(bank, bank.quizzes["workshop"], variants=variants)


def test_variants_read_differently_and_are_no_more_than_there_are() -> None:
    quiz = prepare(*sums(), variants=4)
    assert {name: len(items) for name, items in quiz.variants.items()} == {"sum": 4, "few": 2}
    assert len({item.prompt for item in quiz.variants["sum"]}) == 4
    assert [item.id for item in quiz.variants["few"]] == ["few", "few--v2"]
    assert [item.id for item in quiz.items] == ["plain", "sum", "few"]


def test_a_question_that_is_always_asked_becomes_a_draw_of_one_variant_in_its_place() -> None:
    pools = with_variants(prepare(*sums(), variants=4)).pools
    assert [(pool.title, len(pool.items), pool.count) for pool in pools] == [
        ("Sums", 1, 1),
        ("Sums: sum", 4, 1),
        ("Sums: few", 2, 1),
    ]


def test_a_draw_of_several_is_split_so_that_no_learner_gets_two_variants_of_one_question() -> None:
    pools = with_variants(workshop()).pools
    assert [pool.count for pool in pools] == [1] * 10
    found = Counter(name for pool in pools for name in {authored_id(item.id) for item in pool.items})
    assert set(found.values()) == {1}
    assert sorted(found) == sorted(item.id for item in workshop().items)
    assert {len(pool.items) for pool in pools} == {20, 25}  # 44 questions in 10 shares, with 5 variants each


def test_one_variant_is_asked_as_before() -> None:
    assert with_variants(workshop(1)) == workshop(1)
    lines = formats()["moodle-xml"].report(workshop(1)).lines
    assert {line.outcome.to for line in lines if isinstance(line.outcome, Converted)} == {"one frozen variant"}


def test_items_without_variants_come_last_where_some_have_them() -> None:
    quiz = prepare(*sums(), variants=4)
    mixed = replace(quiz, pools=(Pool("sums", "Sums", quiz.items, 2),))
    first, second = with_variants(mixed).pools
    assert [item.id for item in first.items] == ["sum", "sum--v2", "sum--v3", "sum--v4"]
    assert [item.id for item in second.items] == ["few", "few--v2", "plain"]


def test_the_report_has_one_line_for_a_question_with_its_variants_and_tells_the_split_draw() -> None:
    for name in ("qti30", "moodle-xml", "gift"):
        report = formats()[name].report(workshop())
        assert len(report.lines) == 44
        assert {line.outcome.to for line in report.lines if isinstance(line.outcome, Converted)} == {
            "a pool of 5 frozen variants"
        }
        assert not report.changes_score
        assert (
            "the draw of 10 from all 44 questions of “Workshop: shapes, parameters and losses”: "
            "it is a draw of one from each of 10 groups of them, with their variants"
        ) in report.lost_by("")


@pytest.mark.parametrize(("name", "read"), [("moodle-xml", moodle_reader.read), ("gift", gift_reader.read)])
def test_each_share_of_a_draw_is_a_category_in_moodle(name: str, read: type) -> None:
    questions = read(formats()[name].write(workshop()))
    found = Counter(question.category for question in questions)
    assert len(found) == 10
    assert sum(found.values()) == 44 * 5
    assert all("/Workshop: shapes, parameters and losses " in category.replace("\\", "") for category in found)
    assert (
        "the draw: add 1 random question from each of the 10 categories “Workshop: shapes, parameters and losses 1” "
        "to “Workshop: shapes, parameters and losses 10” to the quiz there"
    ) in formats()[name].report(workshop()).lost_by("")


def test_qti_draws_one_variant_and_keeps_the_order_of_the_others() -> None:
    test = etree.fromstring(opened(formats()["qti30"].write(prepare(*sums(), variants=4))).read("test.xml"))
    sections = test.findall(".//{*}qti-assessment-section/{*}qti-assessment-section")
    found = [
        (len(section.findall("{*}qti-assessment-item-ref")), section.find("{*}qti-selection")) for section in sections
    ]
    assert [(size, None if drawn is None else drawn.get("select")) for size, drawn in found] == [
        (1, None),
        (4, "1"),
        (2, "1"),
    ]


def test_options_of_variants_keep_their_order_where_the_quiz_says_so() -> None:
    bank = next(bank for bank in banks() if bank.course == "deep-learning-frameworks")
    quiz = bank.quizzes["workshop"]
    kept = replace(quiz, settings=msgspec.structs.replace(quiz.settings, shuffle_options=False))
    found = prepare(bank, kept).variants
    interactions = [part.interaction for items in found.values() for item in items for part in item.parts]
    assert {getattr(interaction, "shuffle", False) for interaction in interactions} == {False}
