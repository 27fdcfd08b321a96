"""The chooser of the frameworks: what it can recommend, and that its reasons pull the way they say."""

import itertools
from collections.abc import Iterator

import pytest

from courseware.chooser.authored import Chooser
from courseware.chooser.reader import claims_of
from courseware.chooser.recommending import NothingLeft, NothingSaid, Recommendation, recommend
from courseware.course import Course
from courseware.library import Library


@pytest.fixture(scope="module")
def course(library: Library) -> Course:
    return library.courses["deep-learning-frameworks"]


@pytest.fixture(scope="module")
def chooser(course: Course) -> Chooser:
    assert course.chooser is not None
    return course.chooser


def pairs(chooser: Chooser) -> Iterator[dict[str, str]]:
    """Yield every way to answer one question or two."""
    for one, two in itertools.combinations(chooser.questions, 2):
        for first, second in itertools.product(one.replies, two.replies):
            yield {one.id: first.id}
            yield {one.id: first.id, two.id: second.id}


@pytest.mark.parametrize(
    ("answers", "winner"),
    [
        ({"existing": "keras"}, "keras"),
        ({"existing": "tensorflow"}, "tensorflow"),
        ({"existing": "pytorch"}, "pytorch"),
        ({"existing": "tensorflow", "target": "tf-serving"}, "tensorflow"),
        ({"llm": "fine-tune"}, "pytorch"),
        ({"training": "tpu"}, "keras"),
        ({"training": "windows"}, "pytorch"),
        ({"work": "standard", "teaching": "quick"}, "keras"),
        ({"work": "research", "teaching": "inside"}, "pytorch"),
        ({"existing": "pytorch", "portable": "must"}, "keras"),
    ],
)
def test_a_clear_need_has_a_clear_answer(chooser: Chooser, answers: dict[str, str], winner: str) -> None:
    outcome = recommend(chooser, answers)
    assert isinstance(outcome, Recommendation)
    assert outcome.winner.id == winner
    assert not outcome.is_close


@pytest.mark.parametrize("target", ["phone", "browser", "cpp"])
def test_where_all_three_serve_the_choice_hardly_matters(chooser: Chooser, target: str) -> None:
    outcome = recommend(chooser, {"target": target})
    assert isinstance(outcome, Recommendation)
    assert outcome.is_tie


def test_answers_that_decide_nothing_recommend_nothing(chooser: Chooser) -> None:
    silent = {"existing": "nothing", "llm": "no", "target": "python", "training": "linux", "portable": "no"}
    assert recommend(chooser, silent) == NothingSaid()


def test_a_requirement_that_no_longer_holds_for_tensorflow_rules_it_out(chooser: Chooser) -> None:
    outcome = recommend(chooser, {"existing": "tensorflow", "training": "windows"})
    assert isinstance(outcome, Recommendation)
    assert [rule.option.id for rule in outcome.ruled_out] == ["tensorflow"]
    assert {standing.option.id for standing in outcome.standings} == {"keras", "pytorch"}


def test_whatever_is_said_something_is_left(chooser: Chooser) -> None:
    assert not any(isinstance(recommend(chooser, answers), NothingLeft) for answers in pairs(chooser))


def test_an_answer_never_lowers_what_it_speaks_for_alone(chooser: Chooser) -> None:
    tried = 0
    for answers in pairs(chooser):
        before = recommend(chooser, answers)
        for question in chooser.questions:
            for reply in question.replies:
                helped = {voice.to for voice in reply.speaks}
                if question.id in answers or len(helped) != 1 or not isinstance(before, Recommendation):
                    continue
                after = recommend(chooser, {**answers, question.id: reply.id})
                (name,) = helped
                if isinstance(after, Recommendation) and name in [s.option.id for s in before.standings]:
                    tried += 1
                    assert place(after, name) <= place(before, name)
    assert tried > 1000


def place(outcome: Recommendation, name: str) -> int:
    left = [standing.option.id for standing in outcome.standings]
    return left.index(name) if name in left else len(left)


def test_the_answer_that_would_turn_it_does(chooser: Chooser) -> None:
    turned = 0
    for answers in pairs(chooser):
        outcome = recommend(chooser, answers)
        if isinstance(outcome, Recommendation) and outcome.turn:
            turned += 1
            after = recommend(chooser, {**answers, outcome.turn.question.id: outcome.turn.reply.id})
            assert isinstance(after, Recommendation)
            assert after.winner == outcome.turn.winner != outcome.winner
    assert turned > 500


def test_every_reason_rests_on_a_claim_of_the_course(course: Course, chooser: Chooser) -> None:
    named = [claim for _, claim in claims_of(chooser)]
    assert len(named) > 40
    assert set(named) <= set(course.claims)
