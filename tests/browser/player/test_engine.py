"""The player's rules are ours: it draws the same papers, folds the same texts, and gives the same scores."""

import hashlib
import sys
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import msgspec
import pytest
from playwright.sync_api import Page

from quizzes.bank import Bank
from quizzes.exports import prepare
from quizzes.grading import Graded, fold, grade
from quizzes.interactions import Item, question_of
from quizzes.paper import arrange, draw_paper
from quizzes.player.emitting import Texts, emit_item, emit_items, emit_quiz
from quizzes.responses import JSON, parse_number
from tests.browser.player.scripts import call, modules
from tests.quizzes.exports.any_response import any_response
from tests.quizzes.exports.samples import banks, odd_bank, with_specimens

SCORES = """x.map(([item, responses]) => responses.map((response) => {
  const graded = m.grade(item.question, item.key, response);
  return graded.unreadable ? graded.unreadable
    : { score: `${graded.score.n}/${graded.score.d}`, blank: graded.blank,
        verdicts: graded.parts.map((part) => part.verdicts.map((v) => [v.element, v.state, v.given, v.correct])) };
}))"""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with modules() as opened:
        yield opened


def scored(page: Page, pairs: list[tuple[Item, list[JSON]]]) -> list[list[Any]]:
    return list(call(page, "grading", SCORES, [[emit_item(item, Texts()), responses] for item, responses in pairs]))


@pytest.mark.parametrize("bank", banks(), ids=lambda bank: bank.course)
def test_every_specimen_gets_the_score_that_its_kind_worked_out(page: Page, bank: Bank) -> None:
    pairs = [pair for quiz in bank.quizzes.values() for pair in with_specimens(bank, quiz)]
    found = scored(page, [(item, [specimen.response for specimen in specimens]) for item, specimens in pairs])
    wrong = [
        f"{item.id}: {specimen.name}: {made}, not {specimen.score}"
        for (item, specimens), row in zip(pairs, found, strict=True)
        for specimen, made in zip(specimens, row, strict=True)
        if (Fraction(made["score"]) if "score" in made else None) != specimen.score
    ]
    assert pairs
    assert wrong == []


def test_every_response_that_an_odd_item_can_get_is_graded_as_by_us_verdict_by_verdict(page: Page) -> None:
    bank = odd_bank()
    items = [item for item, _ in with_specimens(bank, bank.quizzes["odd"])]
    pairs = [(item, list(any_response(item))) for item in items]
    found = scored(page, pairs)
    assert sum(map(len, found)) > 700
    wrong = [
        (item.id, response, made)
        for (item, responses), row in zip(pairs, found, strict=True)
        for response, made in zip(responses, row, strict=True)
        if comparable(made) != expected(item, response)
    ]
    assert wrong == []


def expected(item: Item, response: JSON) -> object:
    graded = grade(item, response)
    if not isinstance(graded, Graded):
        return graded.part, graded.message
    verdicts = [{(v.element, str(v.state), v.given, v.correct) for v in part.verdicts} for part in graded.parts]
    return graded.score, graded.blank, verdicts


def comparable(made: dict[str, Any]) -> object:
    if "message" in made:
        return made["part"], made["message"]
    return Fraction(made["score"]), made["blank"], [{tuple(v) for v in part} for part in made["verdicts"]]


@pytest.mark.parametrize(
    "response",
    [
        None,
        [],
        "x",
        7,
        {"answer": 7},
        {"answer": None},
        {"answer": []},
        {"answer": ["nowhere"]},
        {"answer": [7]},
        {"answer": {"a": 1}},
        {"answer": {"nowhere": "x"}},
        {"answer": {"nowhere": ""}},
        {"answer": "x" * 10_001},
        {"answer": "\0"},
        {"answer": True},
        {"other": "x"},
        {"answer": 1e3},
        {"answer": 0},
        {"answer": "  "},
        {"answer": "\u2003"},
    ],
    ids=repr,
)
def test_whatever_is_sent_is_refused_in_our_words_or_taken_as_by_us(page: Page, response: JSON) -> None:
    bank = odd_bank()
    items = [item for item, _ in with_specimens(bank, bank.quizzes["odd"])]
    for item, [made] in zip(items, scored(page, [(item, [response]) for item in items]), strict=True):
        assert comparable(made) == expected(item, response), item.id


NUMBERS = (
    "0 -0 +1 1. .5 . 12.5 1,5 1,000 1,000,000 0,125 12,5e3 1e3 1E-3 1e400 1e-400 0e999 −5 ＋3 ５ ٣ ٣٫٥ ２．５ "
    "1_000 1_00 12_345_678 NaN inf 1/2 0x10 1e 1e+ --1 +-1 1e99999999999999999999 3×10^4 3x10**-4 3*10^+2 1e1.5 १२ 𝟙𝟚"
)


def test_numbers_are_read_as_by_us(page: Page) -> None:
    written = [
        *NUMBERS.split(),
        "1 000",
        "1\u00a0000",
        "12 34",
        " 7 ",
        "3 × 10 ^ 4",
        "7\x1f",
        "\ud800",
        "1" * 41,
        "1\n000",
        "",
    ]
    made = call(
        page,
        "numbers",
        "x.map((t) => { const n = m.readNumber(t); return n.n === undefined ? n : `${n.n}/${n.d}`; })",
        written,
    )
    for text, found in zip(written, made, strict=True):
        wanted = parse_number(text)
        if isinstance(wanted, str):
            assert found == wanted, text
        else:
            assert Fraction(found) == Fraction(wanted), text


@pytest.mark.parametrize("spaces", ["collapse", "remove", "exact"])
@pytest.mark.parametrize("cased", [True, False])
def test_every_character_folds_as_by_us(page: Page, spaces: str, cased: bool) -> None:
    every = [
        chr(number) for number in range(sys.maxunicode + 1) if unicodedata.category(chr(number)) not in ("Cs", "Cn")
    ]
    texts = [f"a{character}b {character}" for character in every]
    made = call(page, "folding", f"x.map((t) => m.fold(t, {str(cased).lower()}, '{spaces}'))", texts)
    wrong = [
        f"{ord(character):04x}: {found!r}"
        for character, text, found in zip(every, texts, made, strict=True)
        if found != fold(text, cased, spaces)  # type: ignore[arg-type]
    ]
    assert wrong == []


def test_digests_are_those_of_the_standard_library(page: Page) -> None:
    texts = ["", "abc", "é\0x", *("y" * length for length in range(50, 70)), "z" * 1000]
    made = call(page, "digests", "x.map(m.sha256)", texts)
    assert made == [hashlib.sha256(text.encode()).hexdigest() for text in texts]


@pytest.mark.parametrize("bank", [*banks(), odd_bank()], ids=lambda bank: bank.course)
def test_a_seed_draws_the_paper_that_it_draws_here(page: Page, bank: Bank) -> None:
    for quiz in bank.quizzes.values():
        export = prepare(bank, quiz)
        emitted = [emit_quiz(export, Texts()), emit_items(export.items, Texts())]
        for seed in ("1", "a-seed", "ffff"):
            made = call(
                page, "papers", "m.drawPaper(x[0][0], x[0][1], x[1]).map((one) => one.question)", [emitted, seed]
            )
            wanted = draw_paper(bank, quiz, seed)
            assert [question["id"] for question in made] == [item.id for item in wanted], quiz.slug
            for one, item in zip(made, wanted, strict=True):
                if not item.variant:  # The file holds one of the variants, this paper another.
                    assert keys(one) == keys(msgspec.to_builtins(arrange(question_of(item), seed))), item.id


def keys(question: dict[str, Any]) -> list[Any]:
    """Return the keys of options, sources, targets and gaps in their order."""
    found = []
    for part in question["parts"]:
        interaction = part["interaction"]
        for name in ("options", "sources", "targets"):
            found.append([option["key"] for option in interaction.get(name, [])])
        found.append(
            [[gap["key"], *(option["key"] for option in gap["options"])] for gap in interaction.get("gaps", [])]
        )
    return found
