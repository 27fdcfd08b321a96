"""Moodle XML and GIFT there and back: what leaves comes back as it was, but for what the report of the export named."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from quizzes.exports import formats, prepare
from quizzes.exports.report import Dropped, Line, changes_score
from quizzes.grading import Graded, grade
from quizzes.interactions import GapSelect, Item, Match, Order
from quizzes.kinds.base import Specimen
from quizzes.responses import JSON
from quizzes.text import to_plain
from tests.quizzes.exports.samples import own_quizzes, with_specimens
from tests.quizzes.imports.reading import adopted, bank_of
from tests.quizzes.imports.returning import Return, answer_back, back_keys, plain, said

FILES = {"moodle-xml": "quiz.xml", "gift": "quiz.gift.txt"}


@dataclass(frozen=True, slots=True)
class Told:
    """A question that came back, with what the report of the export says of it."""

    trip: Return
    line: Line
    lost: frozenset[str]


@pytest.fixture(scope="module", params=FILES)
def told(request: pytest.FixtureRequest) -> list[Told]:
    return list(_told(request.param))


def _told(name: str) -> Iterator[Told]:
    for bank, quiz in own_quizzes():
        format_, export = formats()[name], prepare(bank, quiz, variants=1)
        report = format_.report(export)
        lines = {line.item: line for line in report.lines if not isinstance(line.outcome, Dropped)}
        found = adopted(FILES[name], format_.write(export))
        assert found.format == name
        assert (list(found.refused), [line for line in found.taken if line.changes]) == ([], [])
        specimens = {item.id: found for item, found in with_specimens(bank, quiz)}
        kept = [item for item in export.items if item.id in lines]
        for item, back in zip(kept, bank_of(found).items, strict=True):
            losses = frozenset(report.lost_by(item.id))
            trip = Return(item, specimens[item.id], back)
            yield Told(trip, lines[item.id], losses)


def answer_of(one: Return, specimen: Specimen) -> JSON:
    """Return a response to the question that came back; steps and gaps may be a match there."""
    given = specimen.response if isinstance(specimen.response, dict) else {}
    value = given.get("answer")
    before, after = (item.parts[0].interaction for item in (one.item, one.back))
    if not isinstance(after, Match) or isinstance(before, Match):
        keys = back_keys(one)
        return {part: answer_back(one, answer, keys) for part, answer in given.items()}
    sources, targets = ({to_plain(side.text): side.key for side in sides} for sides in (after.sources, after.targets))
    match before, value:
        case Order(), list():
            steps = {option.key: to_plain(option.text) for option in before.options}
            return {"answer": {sources[steps[str(key)]]: targets[str(n)] for n, key in enumerate(value, 1)}}
        case GapSelect(), dict():
            texts = {gap.key: {option.key: to_plain(option.text) for option in gap.options} for gap in before.gaps}
            names = {gap.key: f"({n})" for n, gap in enumerate(before.gaps, 1)}
            return {"answer": {sources[names[gap]]: targets[texts[gap][str(key)]] for gap, key in value.items()}}
        case _:
            return dict(given)


def test_every_specimen_earns_what_it_earned_unless_the_report_says_otherwise(told: list[Told]) -> None:
    wrong: list[object] = []
    for one in told:
        for specimen in one.trip.specimens:
            if specimen.score is None or (changes_score(one.line.outcome) and not is_sure(specimen)):
                continue
            answer = answer_of(one.trip, specimen)
            if gives_a_target_twice(one.trip, answer):
                continue
            graded = grade(one.trip.back, answer)
            score = graded.score if isinstance(graded, Graded) else None
            if score != specimen.score:
                wrong.append((one.trip.item.id, specimen.name, score, specimen.score))
    assert wrong == []


def test_what_can_not_be_read_can_not_be_read_still(told: list[Told]) -> None:
    for one in told:
        if type(one.trip.back.parts[0].interaction) is type(one.trip.item.parts[0].interaction):
            unreadable = [specimen for specimen in one.trip.specimens if specimen.score is None]
            assert not any(isinstance(grade(one.trip.back, answer_of(one.trip, bad)), Graded) for bad in unreadable)


def test_every_text_and_setting_comes_back_unless_the_report_says_otherwise(told: list[Told]) -> None:
    for one in told:
        item, back = one.trip.item, one.trip.back
        assert re.sub(r"\(\d+\)____", "_", said(back)) == said(item)
        assert plain(back.explanation).startswith(plain(item.explanation))
        for name in ("hint", "right", "wrong"):
            if not any(loss.split()[:2] == ["the", name] for loss in one.lost):
                assert (item.id, name, plain(getattr(back, name))) == (item.id, name, plain(getattr(item, name)))
        assert back.points == item.points or any("points; every question gets 1 mark" in loss for loss in one.lost)
        assert (back.id, back.difficulty) == (item.id, item.difficulty)
        assert set(back.tags) >= {*item.tags, *filter(None, [item.objective])}
        assert keeps_order(item) == keeps_order(back) or "the fixed order of the options" in one.lost


def gives_a_target_twice(one: Return, answer: JSON) -> bool:
    """Say whether gaps with the same wrong option are now pairs of a match, in which each target is given once."""
    given = answer.get("answer") if isinstance(answer, dict) else None
    is_once = getattr(one.back.parts[0].interaction, "target_max", 0) == 1
    before = one.item.parts[0].interaction
    return is_once and isinstance(before, GapSelect) and isinstance(given, dict) and len({*given.values()}) < len(given)


def is_sure(specimen: Specimen) -> bool:
    """Say whether a response earns the same wherever a report says that scores can change."""
    return specimen.score == 1 or specimen.name.startswith("blank")


def keeps_order(item: Item) -> bool:
    return getattr(item.parts[0].interaction, "shuffle", True) is False


def test_feedback_stays_with_its_answer_or_goes_into_the_explanation(told: list[Told]) -> None:
    for one in told:
        before, after = one.trip.item.parts[0].feedback, one.trip.back.parts[0].feedback
        if not after:
            # Of an answer that differs by its capitals alone nothing is left where they can't count.
            left = [text for text in before.values() if plain(text) not in plain(one.trip.back.explanation)]
            assert left == [] or "capitals" in getattr(one.line.outcome, "why", "")
            continue
        assert sorted(map(plain, before.values())) == sorted(map(plain, after.values()))


def test_questions_of_every_sort_come_back(told: list[Told]) -> None:
    assert sum(len(one.trip.specimens) for one in told) > 1000
    kinds = {type(one.trip.back.parts[0].interaction).__name__ for one in told}
    assert kinds >= {"Choice", "Match", "TextEntry", "NumberEntry"}
