"""Questions in files, read by readers that know nothing of ours, score as the reports on the files say."""

from collections.abc import Callable, Iterator
from typing import Protocol

import pytest

from quizzes.bank import Bank
from quizzes.exports import formats, prepare
from quizzes.exports.report import ByHand, Converted, Dropped, Line
from quizzes.exports.spreading import with_variants
from quizzes.exports.variants import authored_id
from quizzes.grading import Graded, grade
from quizzes.interactions import Item, NumberKey
from quizzes.quiz import Quiz
from quizzes.responses import JSON
from tests.quizzes.exports import aiken_reader, blackboard_reader, brightspace_reader, olx_reader
from tests.quizzes.exports.any_response import any_response
from tests.quizzes.exports.samples import answered, odd_bank, own_quizzes, with_specimens


class Question(Protocol):
    def score(self, item: Item, response: JSON) -> float: ...


READERS: dict[str, Callable[[bytes], list[Question]]] = {
    "aiken": aiken_reader.read,  # type: ignore[dict-item]
    "blackboard": blackboard_reader.read,  # type: ignore[dict-item]
    "brightspace": brightspace_reader.read,  # type: ignore[dict-item]
    "olx": olx_reader.read,  # type: ignore[dict-item]
}
FLAT = {"aiken"}  # what writes one variant of a drawn question
ROUNDING = 1e-6


def exported(name: str, bank: Bank, quiz: Quiz) -> Iterator[tuple[Line, Item, Question]]:
    """Yield each item and variant that is in the file with its line of the report and its question."""
    format_, export = formats()[name], prepare(bank, quiz)
    lines = {line.item: line for line in format_.report(export).lines if not isinstance(line.outcome, Dropped)}
    items = (export if name in FLAT else with_variants(export)).items
    there = [item for item in items if authored_id(item.id) in lines]
    for item, question in zip(there, READERS[name](format_.write(export)), strict=True):
        yield lines[authored_id(item.id)], item, question


def exponents(item: Item) -> Iterator[JSON]:
    """Yield the numbers of an item as engineers write them."""
    for part in item.parts:
        if isinstance(part.answer, NumberKey):
            yield from ({part.key: f"{interval.low:e}"} for interval in part.answer.intervals)


def differences(item: Item, question: Question, *others: JSON) -> Iterator[str]:
    """Yield the responses that score otherwise there than here."""
    for response in (*any_response(item), *others):
        graded = grade(item, response)
        if isinstance(graded, Graded):
            score = question.score(item, response)
            if abs(score - graded.score) > ROUNDING:
                yield f"{item.id}: {response}: {score}, not {graded.score}"


def is_kept(line: Line) -> bool:
    """Say whether the report promises that every response earns what it earns here."""
    return not isinstance(line.outcome, ByHand) and not getattr(line.outcome, "changes_score", False)


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(("bank", "quiz"), own_quizzes(), ids=lambda value: getattr(value, "slug", ""))
def test_a_file_scores_every_specimen_as_we_do_where_the_report_says_so(name: str, bank: Bank, quiz: Quiz) -> None:
    specimens = {item.id: found for item, found in with_specimens(bank, quiz)}
    wrong = [
        f"{line.item}: {specimen.name}: {score}"
        for line, item, question in exported(name, bank, quiz)
        if not isinstance(line.outcome, ByHand)
        for specimen, expected in answered(specimens.get(item.id, ()))
        if is_kept(line) or expected == 1 or specimen.name.startswith("blank")
        for score in [question.score(item, specimen.response)]
        if abs(score - expected) > ROUNDING
    ]
    assert wrong == []


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(("bank", "quiz"), own_quizzes(), ids=lambda value: getattr(value, "slug", ""))
def test_whatever_is_answered_scores_as_here_where_the_report_says_so(name: str, bank: Bank, quiz: Quiz) -> None:
    found = [
        difference
        for line, item, question in exported(name, bank, quiz)
        if is_kept(line)
        for difference in differences(item, question)
    ]
    assert found == []


@pytest.mark.parametrize("name", READERS)
def test_where_the_report_says_that_scores_change_some_response_shows_it(name: str) -> None:
    bank = odd_bank()
    spared = [
        line.item
        for line, item, question in exported(name, bank, bank.quizzes["odd"])
        if isinstance(line.outcome, Converted) and line.outcome.changes_score
        if next(differences(item, question, *exponents(item)), None) is None
    ]
    assert spared == []
