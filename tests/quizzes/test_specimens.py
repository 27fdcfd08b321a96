"""Every item of every bank, held against the specimens that its own kind makes of it."""

from fractions import Fraction

import pytest

from quizzes.grading import Graded, grade
from quizzes.interactions import Item, question_of
from quizzes.kinds import kinds
from quizzes.kinds.base import Specimen
from quizzes.responses import Unreadable, read
from quizzes.serial import decode_item, encode_item
from tests.quizzes.roots import every_quiz

CASES = [
    pytest.param(item, quiz.specimens[item.id], id=f"{quiz.address}/{item.id}")
    for quiz in every_quiz()
    for item in quiz.items
]


def graded(item: Item, specimen: Specimen) -> Fraction | None:
    result = grade(item, specimen.response)
    return result.score if isinstance(result, Graded) else None


@pytest.mark.parametrize(("item", "specimens"), CASES)
def test_each_specimen_scores_what_its_kind_says(item: Item, specimens: tuple[Specimen, ...]) -> None:
    for specimen in specimens:
        assert graded(item, specimen) == specimen.score, specimen.name


@pytest.mark.parametrize(("item", "specimens"), CASES)
def test_the_key_scores_full_a_wrong_answer_less_blank_nothing_and_unreadable_is_refused(
    item: Item, specimens: tuple[Specimen, ...]
) -> None:
    scores: dict[str, list[Fraction | None]] = {}
    for specimen in specimens:
        scores.setdefault(specimen.name.partition(":")[0], []).append(graded(item, specimen))
    assert set(scores) <= {"right", "partly", "wrong", "blank", "unreadable"}
    assert set(scores["right"]) == {1}
    assert all(score is not None and score < 1 for score in scores["wrong"] + scores.get("partly", []))
    assert set(scores["blank"]) == {0}
    assert set(scores["unreadable"]) == {None}


@pytest.mark.parametrize(("item", "specimens"), CASES)
def test_an_item_survives_its_text_and_grades_the_same(item: Item, specimens: tuple[Specimen, ...]) -> None:
    back = decode_item(encode_item(item))
    assert back == item
    assert [graded(back, specimen) for specimen in specimens] == [specimen.score for specimen in specimens]


@pytest.mark.parametrize(("item", "specimens"), CASES)
def test_what_is_refused_costs_a_sentence_that_ends_with_a_full_stop(
    item: Item, specimens: tuple[Specimen, ...]
) -> None:
    refusals = [read(question_of(item), specimen.response) for specimen in specimens if specimen.score is None]
    assert refusals
    assert all(isinstance(refusal, Unreadable) and refusal.message.endswith(".") for refusal in refusals)


@pytest.mark.parametrize(("item", "specimens"), CASES)
def test_every_element_that_can_be_chosen_has_feedback(item: Item, specimens: tuple[Specimen, ...]) -> None:
    silent = []
    for specimen in specimens:
        result = grade(item, specimen.response)
        if isinstance(result, Graded):
            for part, graded_part in zip(item.parts, result.parts, strict=True):
                silent += [
                    verdict.element
                    for verdict in graded_part.verdicts
                    if not (
                        part.feedback.get(verdict.element)
                        or part.feedback.get(f"{verdict.element}/{verdict.given or verdict.correct}")
                        or (item.right and item.wrong)
                    )
                ]
    assert silent == []


def test_every_kind_is_asked_somewhere_in_each_course() -> None:
    asked: dict[str, set[str]] = {}
    for quiz in every_quiz():
        asked.setdefault(quiz.course, set()).update(item.kind for item in quiz.items)
    drawn = {"generated"}  # It lowers to what two other kinds lower to, so the small course does without.
    assert asked == {"deep-learning-frameworks": set(kinds()), "knots": set(kinds()) - drawn}


def test_the_real_course_has_at_least_eighty_questions() -> None:
    assert sum(len(quiz.items) for quiz in every_quiz() if quiz.course == "deep-learning-frameworks") >= 80
