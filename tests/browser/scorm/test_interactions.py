"""How each kind of answer is told, in both versions' own words: typed by hand from the specifications.

SCORM 1.2 Run-Time Environment 3.4.2.7; SCORM 2004 4th edition RTE 4.2.9.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from playwright.sync_api import Page

from quizzes.interactions import (
    Choice,
    ChoiceKey,
    Form,
    Gap,
    GapKey,
    GapSelect,
    Interval,
    Item,
    Judged,
    JudgedKey,
    Match,
    MatchKey,
    NumberEntry,
    NumberKey,
    Option,
    Order,
    OrderKey,
    Part,
    Rule,
    TextEntry,
    TextKey,
)
from quizzes.player.emitting import Texts, emit_item
from quizzes.responses import JSON
from tests.browser.player.scripts import call, modules

HALF, FULL = Fraction(1, 2), Fraction(1)
ABC = tuple(Option(key, key.upper()) for key in "abc")
XY = tuple(Option(key, key.upper()) for key in "xy")
PAIRS = {"a": {"x": HALF}, "b": {"y": HALF}}
SINGLE = Part("answer", Choice(ABC), ChoiceKey(frozenset("b"), {"a": Fraction(0), "b": FULL}, Rule.ALL_OR_NOTHING))
SEVERAL = Part("answer", Choice(ABC, 0), ChoiceKey(frozenset("ac"), {"a": HALF, "b": -HALF, "c": HALF}, Rule.BY_PART))
MATCH = Part("answer", Match(ABC[:2], XY), MatchKey({"a": "x", "b": "y"}, PAIRS, Rule.BY_PART))
ORDER = Part("answer", Order(ABC), OrderKey(("c", "a", "b"), Rule.BY_PART))
GAPS = Part(
    "answer", GapSelect("{{a}} {{b}}", (Gap("a", XY), Gap("b", XY))), GapKey({"a": "x", "b": "y"}, PAIRS, Rule.BY_PART)
)
TEXT = Part(
    "answer", TextEntry(), TextKey((Form("1", ("Knot", "a knot"), FULL), Form("2", ("bend",), Fraction(0))), True)
)
NUMBER = Part(
    "answer", NumberEntry("N"), NumberKey(Decimal("1.5"), (Interval("1", Decimal("1.25"), Decimal(2), FULL),))
)
TINY = Part(
    "answer", NumberEntry(), NumberKey(Decimal("1e-9"), (Interval("1", Decimal("1e-9"), Decimal("1e-9"), FULL),))
)
JUDGED = Part("answer", Judged(), JudgedKey("Look for it."))

# part, response: then for each version the type, the response, the right ones and the result
TOLD = [
    (SINGLE, ["b"], ("choice", "b", ["b"], "correct"), ("choice", "b", ["b"], "correct")),
    (SINGLE, ["a"], ("choice", "a", ["b"], "wrong"), ("choice", "a", ["b"], "incorrect")),
    (SINGLE, [], ("choice", None, ["b"], "wrong"), ("choice", None, ["b"], "incorrect")),
    (SEVERAL, ["c"], ("choice", "c", ["{a,c}"], "0.5"), ("choice", "c", ["a[,]c"], "0.5")),
    (SEVERAL, ["c", "a"], ("choice", "a,c", ["{a,c}"], "correct"), ("choice", "a[,]c", ["a[,]c"], "correct")),
    (
        MATCH,
        {"a": "x"},
        ("matching", "1.a", ["{1.a,2.b}"], "0.5"),
        ("matching", "a[.]x", ["a[.]x[,]b[.]y"], "0.5"),
    ),
    (
        ORDER,
        ["c", "b", "a"],
        ("sequencing", "c,b,a", ["c,a,b"], "0.3333"),
        ("sequencing", "c[,]b[,]a", ["c[,]a[,]b"], "0.3333"),
    ),
    (
        GAPS,
        {"b": "y"},
        ("matching", "2.b", ["{1.a,2.b}"], "0.5"),
        ("matching", "b[.]y", ["a[.]x[,]b[.]y"], "0.5"),
    ),
    (
        TEXT,
        "knot",
        ("fill-in", "knot", ["Knot", "a knot"], "wrong"),
        ("fill-in", "knot", ["{case_matters=true}Knot", "{case_matters=true}a knot"], "incorrect"),
    ),
    (
        TEXT,
        "{lang=x}",
        ("fill-in", "{lang=x}", ["Knot", "a knot"], "wrong"),
        ("fill-in", " {lang=x}", ["{case_matters=true}Knot", "{case_matters=true}a knot"], "incorrect"),
    ),
    (NUMBER, "−1,50", ("numeric", "-1.5", ["1.5"], "wrong"), ("numeric", "-1.5", ["1.25[:]2"], "incorrect")),
    (NUMBER, "2e0", ("numeric", "2", ["1.5"], "correct"), ("numeric", "2", ["1.25[:]2"], "correct")),
    (NUMBER, "1e-8", ("fill-in", "1e-8", ["1.5"], "wrong"), ("fill-in", "1e-8", ["1.5"], "incorrect")),
    (TINY, "1e-9", ("fill-in", "1e-9", ["1E-9"], "correct"), ("fill-in", "1e-9", ["1E-9"], "correct")),
    (JUDGED, "x" * 300, ("fill-in", "x" * 255, [], "neutral"), ("long-fill-in", "x" * 300, [], "neutral")),
]
TELL = """await (async () => {
  const { grade } = await import("/grading.js");
  const graded = grade(x.item.question, x.item.key, { answer: x.response });
  const [part] = x.item.question.parts;
  return m.elementsOf(x.version, {
    id: "q.i", name: x.item.question.name, objective: "o", interaction: part.interaction,
    answer: x.item.key.parts.answer.answer, response: graded.responses.answer, score: graded.score,
    points: 2, seconds: 75.5, at: new Date(2026, 10, 25, 9, 5, 7),
  });
})()"""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with modules() as opened:
        yield opened


def told(page: Page, part: Part, response: JSON, version: str) -> list[list[Any]]:
    item = emit_item(Item("i", "k", "{Which}?", (part,)), Texts())
    return list(call(page, "interactions", TELL, {"item": item, "response": response, "version": version}))


@pytest.mark.parametrize(("part", "response", "old", "new"), TOLD)
@pytest.mark.parametrize("version", ["1.2", "2004"])
def test_an_answer_is_told_in_the_words_of_the_version(
    page: Page, part: Part, response: JSON, old: tuple[Any, ...], new: tuple[Any, ...], version: str
) -> None:
    elements = dict(map(tuple, told(page, part, response, version)))
    answered = "student_response" if version == "1.2" else "learner_response"
    right = [value for name, value in elements.items() if name.startswith("correct_responses")]
    found = (elements["type"], elements.get(answered), right, elements["result"])
    assert found == (old if version == "1.2" else new)


def test_each_version_gets_its_own_times_and_in_its_own_order(page: Page) -> None:
    old = told(page, SINGLE, ["b"], "1.2")
    assert [name for name, _ in old] == [
        "id",
        "type",
        "objectives.0.id",
        "time",
        "correct_responses.0.pattern",
        "weighting",
        "student_response",
        "result",
        "latency",
    ]
    assert dict(map(tuple, old)) | {"time": "09:05:07", "latency": "0000:01:15.50", "weighting": "2"} == dict(
        map(tuple, old)
    )
    new = dict(map(tuple, told(page, SINGLE, ["b"], "2004")))
    assert new["latency"] == "PT75.5S"
    assert new["timestamp"].endswith(":05:07.00Z")
    assert new["description"] == " {Which}?"


@pytest.mark.parametrize(
    ("seconds", "clock", "span"),
    [
        (0, "0000:00:00.00", "PT0S"),
        (59.999, "0000:01:00.00", "PT60S"),
        (3661.5, "0001:01:01.50", "PT3661.5S"),
        (400000, "0111:06:40.00", "PT400000S"),
    ],
)
def test_times_are_written_as_each_version_reads_them(page: Page, seconds: float, clock: str, span: str) -> None:
    assert call(page, "standing", "[m.clockTime(x), m.span(x)]", seconds) == [clock, span]
