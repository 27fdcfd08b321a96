"""The proof of the QTI 3 export: an independent player awards, for every specimen, the score that we award."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import msgspec
import pytest

from quizzes.bank import Bank
from quizzes.exports.qti.item import item_document
from quizzes.grading import Graded, grade
from quizzes.interactions import Item, NumberEntry, TextEntry
from quizzes.responses import JSON
from tests.browser.qti3_player.player import Played, Player, open_player
from tests.browser.qti3_player.responses import variables
from tests.quizzes.exports.any_response import any_response
from tests.quizzes.exports.samples import answered, banks, judged_item, odd_bank, odd_export, with_specimens

CLOSE = 1e-9
# The player tidies an order interaction up twice when the next item is loaded.
KNOWN_FAULTS = ("[TypeError][OrderGroup] Cannot read properties of null (reading 'destroy')",)

Expected = tuple[str, JSON, Fraction]  # what to call a response, the response, and the score it must get


@pytest.fixture(scope="module")
def player() -> Iterator[Player]:
    with open_player() as opened:
        yield opened


def differences(player: Player, item: Item, expected: Sequence[Expected]) -> Iterator[str]:
    """Yield where the player's SCORE is not ours, and whatever it complains of."""
    document = item_document(item, "en")
    played = player.play(document, [variables(document, response) for _, response, _ in expected])
    yield from (f"{item.id}: {fault}" for fault in played.faults if fault not in KNOWN_FAULTS)
    for (name, _, score), after in zip(expected, played.variables, strict=True):
        if after["MAXSCORE"] != item.points or abs(after["SCORE"] / item.points - score) > CLOSE:
            yield f"{item.id}: {name}: {after['SCORE']} of {after['MAXSCORE']}, not {score} of {item.points}"


def exported(item_id: str) -> Item:
    return next(item for item in odd_export().items if item.id == item_id)


def play(player: Player, item: Item, *responses: Mapping[str, str | list[str] | None]) -> Played:
    return player.play(item_document(item, "en"), list(responses))


@pytest.mark.parametrize("bank", banks(), ids=lambda bank: bank.course)
def test_the_player_awards_our_score_for_every_specimen(player: Player, bank: Bank) -> None:
    pairs = [pair for quiz in bank.quizzes.values() for pair in with_specimens(bank, quiz)]
    assert pairs
    found = [
        difference
        for item, specimens in pairs
        for difference in differences(
            player, item, [(specimen.name, specimen.response, score) for specimen, score in answered(specimens)]
        )
    ]
    assert found == []


def test_the_player_takes_typed_answers_as_we_do_however_they_are_typed(player: Player) -> None:
    bank = odd_bank()
    items = [item for item, _ in with_specimens(bank, bank.quizzes["odd"])]
    typed = [item for item in items if isinstance(item.parts[0].interaction, TextEntry | NumberEntry)]
    assert len(typed) == 9
    assert [difference for item in typed for difference in differences(player, item, list(graded(item)))] == []


def graded(item: Item) -> Iterator[Expected]:
    for response in any_response(item):
        result = grade(item, response)
        if isinstance(result, Graded) and not result.blank:
            yield str(response), response, result.score


def test_parts_count_alike_in_the_score_of_an_item(player: Player) -> None:
    several, number = exported("odd-all-or-nothing"), exported("odd-number")
    parts = tuple(
        msgspec.structs.replace(part, key=key) for key, part in zip("ab", (*several.parts, *number.parts), strict=True)
    )
    both = msgspec.structs.replace(several, id="both", parts=parts, points=3)
    right = [f"P1_{option}" for option in several.parts[0].answer.correct]  # type: ignore[union-attr]
    played = play(
        player,
        both,
        {"P1_RESPONSE": right, "P2_RESPONSE": "0.3333"},
        {"P1_RESPONSE": right, "P2_RESPONSE": "33.33"},
        {"P1_RESPONSE": right[:1], "P2_RESPONSE": "0.3333"},
        {"P1_RESPONSE": None, "P2_RESPONSE": None},
    )
    assert [after["SCORE"] for after in played.variables] == [3, 1.875, 1.5, 0]
    assert played.faults == []


def test_a_text_that_a_person_grades_gets_no_score_from_the_player(player: Player) -> None:
    played = play(player, judged_item(), {"RESPONSE": "for a, b in zip(x, y): ..."})
    assert played.variables[0]["SCORE"] == 0
    assert played.faults == []
    assert "Look for" not in played.text


def test_the_player_shows_code_line_by_line_and_braces_as_they_are(player: Player) -> None:
    text = play(player, exported("odd-printed")).text
    assert 'print("{{}}" * 2)  # $x$\nif a < b:\n    pass' in text
    assert "<class 'str'>\n  [[1]]" in text
    assert "a = [[1]]\nif x < 3 and y[" in play(player, exported("odd-gaps")).text


def test_the_player_shows_the_feedback_that_belongs_to_an_answer(player: Player) -> None:
    number = exported("odd-number")
    played = play(player, number, {"RESPONSE": "0.3333"}, {"RESPONSE": "33.33"}, {"RESPONSE": "7"})
    assert [after["FEEDBACK"] for after in played.variables] == [
        ["item.right", "item.explanation"],
        ["near-1", "item.explanation"],
        ["item.wrong", "item.explanation"],
    ]
