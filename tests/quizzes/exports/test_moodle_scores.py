"""Moodle XML and GIFT, read by readers that know nothing of ours, score as the report says."""

from collections.abc import Callable, Iterator

import pytest

from quizzes.bank import Bank
from quizzes.exports import formats, prepare
from quizzes.exports.report import Converted, Dropped, Line
from quizzes.exports.spreading import with_variants
from quizzes.exports.variants import authored_id
from quizzes.grading import Graded, grade
from quizzes.interactions import Item
from quizzes.quiz import Quiz
from tests.quizzes.exports import gift_reader, moodle_reader
from tests.quizzes.exports.any_response import any_response
from tests.quizzes.exports.moodle_questions import Question
from tests.quizzes.exports.moodle_responses import moodle_response
from tests.quizzes.exports.samples import answered, odd_bank, own_quizzes, with_specimens

READERS: dict[str, Callable[[bytes], list[Question]]] = {"moodle-xml": moodle_reader.read, "gift": gift_reader.read}
ROUNDING = 1e-6  # Moodle stores fractions with seven digits


def exported(name: str, bank: Bank, quiz: Quiz) -> Iterator[tuple[Line, Item, Question]]:
    """Yield each item and variant that is in the file with its line of the report and its question."""
    format_, export = formats()[name], prepare(bank, quiz)
    lines = {line.item: line for line in format_.report(export).lines if not isinstance(line.outcome, Dropped)}
    items = [item for item in with_variants(export).items if authored_id(item.id) in lines]
    for item, question in zip(items, READERS[name](format_.write(export)), strict=True):
        yield lines[authored_id(item.id)], item, question


def differences(item: Item, question: Question) -> Iterator[str]:
    """Yield the responses that score otherwise in Moodle than here."""
    for response in any_response(item):
        graded = grade(item, response)
        if isinstance(graded, Graded):
            score = question.score(moodle_response(item, question, response))
            if abs(score - graded.score) > ROUNDING:
                yield f"{item.id}: {response}: {score}, not {graded.score}"


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(("bank", "quiz"), own_quizzes(), ids=lambda value: getattr(value, "slug", ""))
def test_a_file_scores_every_specimen_as_we_do_where_the_report_says_so(name: str, bank: Bank, quiz: Quiz) -> None:
    specimens = {item.id: found for item, found in with_specimens(bank, quiz)}
    wrong = [
        f"{line.item}: {specimen.name}: {score}"
        for line, item, question in exported(name, bank, quiz)
        for found in [specimens.get(item.id, ())]
        for specimen, expected in answered(found)
        for score in [question.score(moodle_response(item, question, specimen.response))]
        if abs(score - expected) > ROUNDING
        and (not getattr(line.outcome, "changes_score", False) or expected == 1 or specimen.name.startswith("blank"))
    ]
    assert wrong == []


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(("bank", "quiz"), own_quizzes(), ids=lambda value: getattr(value, "slug", ""))
def test_whatever_is_answered_scores_as_here_where_the_report_says_so(name: str, bank: Bank, quiz: Quiz) -> None:
    found = [
        difference
        for line, item, question in exported(name, bank, quiz)
        if not getattr(line.outcome, "changes_score", False)
        for difference in differences(item, question)
    ]
    assert found == []


@pytest.mark.parametrize("name", READERS)
def test_where_the_report_says_that_scores_change_some_response_shows_it(name: str) -> None:
    bank = odd_bank()
    quiz = bank.quizzes["odd"]
    spared = [
        line.item
        for line, item, question in exported(name, bank, quiz)
        if isinstance(line.outcome, Converted) and line.outcome.changes_score
        if next(differences(item, question), None) is None
    ]
    assert spared == []
