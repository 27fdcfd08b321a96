"""Every specimen response of every bank under scorm-again: its score is ours, and the data model tells it rightly."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from playwright.sync_api import Browser

from quizzes.bank import Bank
from quizzes.exports import ExportQuiz, Pool
from quizzes.interactions import Item
from quizzes.kinds.base import Specimen
from quizzes.player.emitting import Texts, emit_items, emit_quiz
from quizzes.scoring import passes, percent
from tests.browser.pages import chromium
from tests.browser.scorm.lms import learning_system
from tests.quizzes.exports.samples import banks, with_specimens

PASS = 50
# One visit: every item gets its specimen of this round, then the attempt is submitted.
ROUND = """async ({ course, version, answers }) => {
  const [{ Desk }, { LmsStore }] = await Promise.all([import("/script/desk.js"), import("/script/stores.js")]);
  const desk = new Desk(course, new LmsStore(version));
  const [quiz] = course.quizzes;
  desk.begin(quiz);
  const refused = [];
  for (const { question } of desk.paper(quiz)) {
    if (question.id in answers && desk.answer(quiz, question, answers[question.id])) refused.push(question.id);
  }
  desk.submit(quiz);
  desk.save();
  return refused;
}"""

Pairs = list[tuple[Item, tuple[Specimen, ...]]]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


def course_of(items: tuple[Item, ...]) -> dict[str, Any]:
    pool = Pool("all", "All", items, len(items))
    quiz = ExportQuiz("all", "all", "All", "", "en", (pool,), False, PASS, 0, "one-by-one")
    shown = {"quizzes": [emit_quiz(quiz, Texts())], "items": emit_items(items, Texts())}
    return {"print": "", "lessons": [], "checks": [], "final": "", **shown}


def rounds(pairs: Pairs) -> Iterator[dict[str, Specimen]]:
    for number in range(max(len(specimens) for _, specimens in pairs)):
        yield {item.id: specimens[number] for item, specimens in pairs if number < len(specimens)}


@pytest.mark.parametrize("version", ["1.2", "2004"])
@pytest.mark.parametrize("bank", banks(), ids=lambda bank: bank.course)
def test_every_specimen_is_scored_and_told_as_its_kind_worked_out(browser: Browser, bank: Bank, version: str) -> None:
    pairs = [pair for quiz in bank.quizzes.values() for pair in with_specimens(bank, quiz)]
    course = course_of(tuple(item for item, _ in pairs))
    with learning_system(browser, version, {}) as lms:
        for given in rounds(pairs):
            frame = lms.open(start="/modules.html")
            answers = {name: specimen.response for name, specimen in given.items()}
            refused = frame.evaluate(ROUND, {"course": course, "version": version, "answers": answers})
            assert set(refused) == {name for name, specimen in given.items() if specimen.score is None}
            assert told(lms.model(), version) == expected(pairs, given, version)
            assert lms.content_faults(frame) == []
        assert lms.faults == []


def told(model: dict[str, Any], version: str) -> tuple[Any, ...]:
    lines = {line["id"]: (line["result"], line["weighting"]) for line in model["interactions"].values()}
    if version == "1.2":
        return model["core"]["score"]["raw"], model["core"]["lesson_status"], lines
    score = model["score"]
    return score["raw"], score["max"], score["scaled"], model["success_status"], model["completion_status"], lines


def expected(pairs: Pairs, given: dict[str, Specimen], version: str) -> tuple[Any, ...]:
    scores = {item.id: (given[item.id].score if item.id in given else None) or Fraction(0) for item, _ in pairs}
    points = sum(item.points for item, _ in pairs)
    earned = sum((scores[item.id] * item.points for item, _ in pairs), Fraction(0))
    wrong = "wrong" if version == "1.2" else "incorrect"
    lines = {f"all.{item.id}": (result(scores[item.id], wrong), str(item.points)) for item, _ in pairs}
    status = "passed" if passes(earned, points, PASS) else "failed"
    if version == "1.2":
        return short(float(percent(earned, points))), status, lines
    scaled = short(float(round(earned / points + Fraction(1, 10**12), 7)))
    return short(round(float(earned + Fraction(1, 10**9)), 2)), str(points), scaled, status, "completed", lines


def result(score: Fraction, wrong: str) -> str:
    if score in (0, 1):
        return "correct" if score else wrong
    return short(float(round(score + Fraction(1, 10**9), 4)))


def short(number: float) -> str:
    return f"{number:.10f}".rstrip("0").rstrip(".")
