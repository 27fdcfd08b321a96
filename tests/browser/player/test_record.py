"""What is kept between visits: little, ASCII, the same when read back; and what goes first where room is short."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from quizzes.bank import Bank
from quizzes.exports import ExportQuiz, Pool, prepare
from quizzes.interactions import Item
from quizzes.player.emitting import Texts, emit_items, emit_quiz
from quizzes.responses import JSON
from tests.browser.player.scripts import call, modules
from tests.quizzes.exports.any_response import any_response
from tests.quizzes.exports.samples import banks, judged_item, odd_bank, with_specimens
from tests.quizzes.roots import library

LIMIT_12 = 4096
KEEP = """(() => {
  const record = { lessons: new Set(x.record.lessons), quizzes: x.record.quizzes, checks: x.record.checks };
  const kept = m.keep(record, x.course, x.limit);
  const { record: read, isSame } = m.recall(kept.text, x.course);
  return { ...kept, isSame, read: { ...read, lessons: [...read.lessons] } };
})()"""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with modules() as opened:
        yield opened


def course_of(bank: Bank, *names: str) -> dict[str, Any]:
    """Return a course of quizzes and checks for the player."""
    chosen = [bank.quizzes[name] for name in names]
    exports = [(quiz.settings.mode, prepare(bank, quiz)) for quiz in chosen]
    items = {item.id: item for _, export in exports for item in export.items}
    checks: list[JSON] = [
        {"slug": export.slug, "code": f"c-{export.slug}", "items": [item.id for item in export.items]}
        for mode, export in exports
        if mode == "check"
    ]
    quizzes: list[JSON] = [emit_quiz(export, Texts()) for mode, export in exports if mode == "graded"]
    return {
        "print": "p",
        "quizzes": quizzes,
        "checks": checks,
        "items": emit_items(items.values(), Texts()),
        "lessons": [],
        "final": "",
    }


def knots() -> Bank:
    return next(bank for bank in banks() if bank.course == "knots")


def alone(*items: Item) -> dict[str, Any]:
    pool = Pool("one", "One", items, len(items))
    quiz = ExportQuiz("one", "one", "One", "", "en", (pool,), False, 50, 0, "one-by-one")
    shown = {"quizzes": [emit_quiz(quiz, Texts())], "items": emit_items(items, Texts())}
    return {"print": "p", "checks": [], "lessons": [], "final": "", **shown}


def attempt(answers: dict[str, JSON], *, is_open: bool = True, seed: str = "0f1e2d3c") -> dict[str, Any]:
    found = {"seed": seed, "isOpen": is_open, "answers": answers}
    return {"closed": 0 if is_open else 1, "score": None if is_open else "5/6", "attempt": found}


def kept(page: Page, course: dict[str, Any], record: dict[str, Any], limit: int = LIMIT_12) -> dict[str, Any]:
    whole = {"lessons": [], "quizzes": {}, "checks": {}} | record
    return dict(call(page, "record", KEEP, {"course": course, "record": whole, "limit": limit}))


def code(course: dict[str, Any], number: int = 0) -> str:
    return str(course["quizzes"][number]["code"])


def test_any_answer_to_any_item_is_read_back_as_it_was(page: Page) -> None:
    bank = odd_bank()
    for item, _ in with_specimens(bank, bank.quizzes["odd"]):
        course = alone(item)
        for response in list(any_response(item))[:25]:
            assert isinstance(response, dict)
            answers = {item.id: response} if response["answer"] not in ("", {}) else {}
            found = kept(page, course, {"quizzes": {code(course): attempt(answers)}})
            read = found["read"]["quizzes"][code(course)]["attempt"]["answers"]
            wanted = {name: {"answer": ordered(item, value["answer"])} for name, value in answers.items()}
            assert {name: {"answer": ordered(item, value["answer"])} for name, value in read.items()} == wanted


def ordered(item: Item, value: JSON) -> JSON:
    """Return a choice in a fixed order: the order in which boxes were ticked is not kept."""
    is_choice = type(item.parts[0].interaction).__name__ == "Choice"
    return sorted(map(str, value)) if is_choice and isinstance(value, list) else value


def answered(page: Page, course: dict[str, Any], number: int) -> dict[str, Any]:
    """Return an attempt with the right answer to every question of a paper."""
    script = """m.questionsOf(x.course.quizzes[x.number], x.course.items, "0f1e2d3c").map((q) => q.id)"""
    drawn = call(page, "record", script, {"course": course, "number": number})
    return attempt({name: right(course["items"][name][0]) for name in drawn})


def right(item: dict[str, Any]) -> JSON:
    found: dict[str, JSON] = {}
    for part, told in item["key"]["parts"].items():
        answer = told["answer"]
        found[part] = answer["correct"] if "correct" in answer else told["shown"]
    return found


def test_the_final_with_every_answer_fits_many_times(page: Page) -> None:
    bank = library().courses["deep-learning-frameworks"].bank
    course = course_of(bank, "final")
    made = answered(page, course, 0)
    assert len(made["attempt"]["answers"]) == 24
    found = kept(page, course, {"quizzes": {code(course): made}})
    assert found["lost"] == []
    assert len(found["text"]) < 500
    assert found["isSame"]


@pytest.mark.parametrize("bank", banks(), ids=lambda bank: bank.course)
def test_a_whole_course_with_every_answer_fits_scorm_12(page: Page, bank: Bank) -> None:
    course = course_of(bank, *bank.quizzes)
    quizzes = {code(course, n): answered(page, course, n) for n in range(len(course["quizzes"]))}
    checks = {
        check["code"]: {name: right(course["items"][name][0]) for name in check["items"]} for check in course["checks"]
    }
    lessons = [f"{number:06x}" for number in range(30)]
    found = kept(page, course, {"quizzes": quizzes, "checks": checks, "lessons": lessons})
    assert found["lost"] == []
    assert len(found["text"]) <= LIMIT_12
    assert found["text"].isascii()
    assert sorted(found["read"]["checks"]) == sorted(checks)


def test_what_is_marked_goes_first_and_then_the_longest_texts_but_never_a_score(page: Page) -> None:
    course = course_of(knots(), "tying", "ropes-check")
    judged = alone(judged_item())
    course["items"] |= judged["items"]
    course["quizzes"].append(judged["quizzes"][0])
    tying, one = course["quizzes"][0], course["quizzes"][1]
    check = course["checks"][0]
    record = {
        "lessons": ["abcdef"],
        "quizzes": {
            tying["code"]: attempt({"breaking-load": {"answer": "600"}}, is_open=False),
            one["code"]: attempt({"judged": {"answer": "long " * 300}}) | {"closed": 2, "score": "1/3"},
        },
        "checks": {check["code"]: {check["items"][0]: right(course["items"][check["items"][0]][0])}},
    }
    whole = len(kept(page, course, record, 10_000)["text"])
    losses = {}
    for limit in (whole, whole - 1, whole - 30, 400):
        found = kept(page, course, record, limit)
        assert len(found["text"]) <= limit
        read = found["read"]["quizzes"]
        assert (read[tying["code"]]["score"], read[one["code"]]["score"]) == ("5/6", "1/3")
        assert found["read"]["lessons"] == ["abcdef"]
        losses[limit] = found["lost"]
    assert losses == {
        whole: [],
        whole - 1: ["the answers to the checks in the lessons"],
        whole - 30: ["the answers to the checks in the lessons", "the answers that you submitted in “Tying”"],
        400: [
            "the answers to the checks in the lessons",
            "the answers that you submitted in “Tying”",
            "the text of question 1 in “One”",
        ],
    }


RECALL = """(() => {
  const { record, isSame } = m.recall(x[0], x[1]);
  return [isSame, [...record.lessons], record.quizzes];
})()"""


def test_a_course_that_has_changed_keeps_scores_and_lessons_alone(page: Page) -> None:
    course = course_of(knots(), "tying")
    made = attempt({"breaking-load": {"answer": "6"}}, is_open=False)
    text = kept(page, course, {"lessons": ["abcdef"], "quizzes": {code(course): made}})["text"]
    assert call(page, "record", RECALL, [text, course | {"print": "q"}]) == [
        False,
        ["abcdef"],
        {code(course): {"closed": 1, "score": "5/6", "attempt": None}},
    ]


OTHERS = ["x", "{", "null", "7", "[]", '{"v":2}', '{"v":1}', '{"v":1,"p":"p","l":7,"q":{},"c":{}}']


@pytest.mark.parametrize("text", OTHERS)
def test_what_another_page_left_there_begins_anew(page: Page, text: str) -> None:
    assert call(page, "record", RECALL, [text, course_of(knots(), "tying")]) == [False, [], {}]


def test_answers_that_do_not_belong_to_the_questions_are_dropped(page: Page) -> None:
    course = course_of(knots(), "tying")
    for packed in ("~", "_" * 40):
        text = json.dumps({"v": 1, "p": "p", "l": [], "q": {code(course): [1, "1/2", 1, "s", packed, {}]}, "c": {}})
        dropped = {"closed": 1, "score": "1/2", "attempt": None}
        assert call(page, "record", RECALL, [text, course]) == [False, [], {code(course): dropped}]


def test_the_text_is_json_that_says_its_version(page: Page) -> None:
    course = alone(judged_item())
    found = kept(page, course, {"quizzes": {code(course): attempt({"judged": {"answer": "für “x”"}})}})
    assert json.loads(found["text"])["v"] == 1
    assert found["read"]["quizzes"][code(course)]["attempt"]["answers"] == {"judged": {"answer": "für “x”"}}
