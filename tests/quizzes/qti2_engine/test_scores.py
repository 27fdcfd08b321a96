"""The proof of QTI 2.1 and 2.2: an independent engine awards, for every specimen, the score that we award."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

import msgspec
import pytest

from quizzes.bank import Bank
from quizzes.exports.qti.dialects import QTI21, QTI22, Dialect
from quizzes.exports.qti.item import item_document
from quizzes.grading import Graded, grade
from quizzes.interactions import GapKey, Item
from quizzes.responses import JSON
from tests.browser.qti3_player.responses import variables
from tests.quizzes.exports.any_response import any_response
from tests.quizzes.exports.samples import answered, banks, judged_item, odd_bank, odd_export, with_specimens
from tests.quizzes.qti2_engine.engine import Engine, open_engine
from tests.quizzes.qti2_engine.packages import NotToBeHadError

CLOSE = 1e-9
Expected = tuple[str, JSON, Fraction]  # what to call a response, the response, and the score it must get


@pytest.fixture(scope="module")
def engine() -> Engine:
    try:
        return open_engine()
    except NotToBeHadError as error:
        pytest.skip(f"the QTI 2.1 engine is not here: {error}")


def differences(engine: Engine, item: Item, expected: Sequence[Expected], dialect: Dialect = QTI21) -> Iterator[str]:
    """Yield where the engine's SCORE is not ours."""
    document = item_document(item, "en", dialect)
    played = engine.play(document, [variables(document, response) for _, response, _ in expected])
    for (name, _, score), after in zip(expected, played, strict=True):
        if after["MAXSCORE"] != item.points or abs(after["SCORE"] / item.points - score) > CLOSE:
            yield f"{item.id}: {name}: {after['SCORE']} of {after['MAXSCORE']}, not {score} of {item.points}"


@pytest.mark.parametrize("bank", banks(), ids=lambda bank: bank.course)
def test_the_engine_awards_our_score_for_every_specimen(engine: Engine, bank: Bank) -> None:
    pairs = [pair for quiz in bank.quizzes.values() for pair in with_specimens(bank, quiz)]
    assert pairs
    found = [
        difference
        for item, specimens in pairs
        for difference in differences(
            engine, item, [(specimen.name, specimen.response, score) for specimen, score in answered(specimens)]
        )
    ]
    assert found == []


def test_whatever_is_answered_to_odd_items_scores_as_here_in_both_versions(engine: Engine) -> None:
    bank = odd_bank()
    items = [item for item, _ in with_specimens(bank, bank.quizzes["odd"])]
    for dialect in (QTI21, QTI22):
        found = [d for item in items for d in differences(engine, item, list(graded(item)), dialect)]
        assert found == []


def graded(item: Item) -> Iterator[Expected]:
    for response in any_response(item):
        result = grade(item, response)
        if isinstance(result, Graded) and not result.blank:
            yield str(response), response, result.score


def test_a_text_that_a_person_grades_gets_no_score_from_the_engine(engine: Engine) -> None:
    assert engine.play(item_document(judged_item(), "en", QTI21), [{"RESPONSE": "zip"}])[0]["SCORE"] == 0


def test_the_engine_chooses_the_feedback_that_belongs_to_an_answer(engine: Engine) -> None:
    number = next(item for item in odd_export().items if item.id == "odd-number")
    document = item_document(number, "en", QTI21)
    played = engine.play(document, [{"RESPONSE": "0.3333"}, {"RESPONSE": "33.33"}, {"RESPONSE": "7"}])
    assert [list(after["FEEDBACK"]) for after in played] == [
        ["item.right", "item.explanation"],
        ["near-1", "item.explanation"],
        ["item.wrong", "item.explanation"],
    ]


def test_credits_that_leave_the_full_score_are_kept_within_it() -> None:
    gaps = next(item for item in odd_export().items if item.id == "odd-gaps")
    part = gaps.parts[0]
    assert isinstance(part.answer, GapKey)
    dear = {gap: {option: share * 2 for option, share in row.items()} for gap, row in part.answer.credit.items()}
    key = msgspec.structs.replace(part.answer, credit=dear)
    changed = msgspec.structs.replace(gaps, parts=(msgspec.structs.replace(part, answer=key),))
    assert b"<min>" in item_document(changed, "en", QTI21)
    assert b"<min>" not in item_document(gaps, "en", QTI21)
