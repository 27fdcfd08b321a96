"""A key agrees with what a script printed, or every disagreement is told."""

import pytest

from courseware.proofs.keys import disagreements
from quizzes.interactions import Item
from quizzes.quiz import quiz_from
from quizzes.responses import JSON
from quizzes.source import read_text

COMMON = "prompt: p, objective: o, see: a#b, explanation: e"


def item(kind: str) -> Item:
    body = kind.strip().replace("\n", "\n    ")
    text = f"title: t\nitems:\n  - {{id: knot, {COMMON}, {body}}}\n"
    (made,) = quiz_from(read_text(text, "q.yaml"), "c", "q").items
    return made


SINGLE = item("kind: single, options: [{id: a, text: A, feedback: f, correct: true}, {id: b, text: B, feedback: f}]")
MULTIPLE = item(
    "kind: multiple, credit: by-option, options: [{id: a, text: A, feedback: f, correct: true},"
    " {id: b, text: B, feedback: f, correct: true}, {id: c, text: C, feedback: f}]"
)
TRUE_FALSE = item("kind: true-false, answer: false, if_true: t, if_false: f")
NUMBER = item(
    "kind: numeric, answer: 0.5, tolerance: {absolute: 0.01}, feedback: {right: r, wrong: w},"
    " near: [{value: 2, feedback: f}]"
)
TEXT = item(
    'kind: short-text, accept: [bowline, "the bowline"], case: ignore, spaces: collapse, feedback: {right: r, wrong: w}'
)
LINE = item('kind: faulty-line, language: python, code: "a\\nb\\nc", fault: 2, why: {2: w}, otherwise: o')
OUTPUT = item(
    'kind: output, code: c, options: [{id: a, text: "[1.  2.]", feedback: f, correct: true},'
    ' {id: b, text: "3", feedback: f}]'
)
GAPS = item(
    'kind: dropdowns, credit: by-gap, text: "{{x}} and {{y}}",'
    " gaps: {x: {options: [{id: a, text: A, feedback: f, correct: true}, {id: b, text: B, feedback: f}]},"
    " y: {options: [{id: a, text: A, feedback: f}, {id: b, text: B, feedback: f, correct: true}]}}"
)
CATEGORISE = item(
    "kind: categorise, credit: by-statement, columns: [{id: l, text: L}, {id: r, text: R}],"
    " statements: [{id: s, text: S, column: l, feedback: f}, {id: t, text: T, column: r, feedback: f}]"
)
MATCH = item(
    "kind: match, credit: by-pair, pairs: [{id: a, left: A, right: a, feedback: f},"
    " {id: b, left: B, right: b, feedback: f}]"
)
ORDER = item(
    "kind: order, credit: exact, steps: [{id: a, text: A, feedback: f}, {id: b, text: B, feedback: f},"
    " {id: c, text: C, feedback: f}]"
)


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        (SINGLE, {"a": True, "b": False}),
        (SINGLE, {"a": True}),
        (MULTIPLE, {"a": True, "b": True, "c": False}),
        (TRUE_FALSE, {"answer": False}),
        (NUMBER, {"answer": 0.5, "wrong": {"2": True}}),
        (NUMBER, {"answer": 0.505}),
        (TEXT, {"answer": "Bowline", "wrong": {"hitch": True}}),
        (LINE, {"answer": 2, "wrong": {"1": True, "3": True}}),
        (OUTPUT, {"answer": "[1. 2.]", "wrong": {"3": True}}),
        (OUTPUT, {"a": True, "b": False}),
        (GAPS, {"x/a": True, "x/b": False, "y/b": True}),
        (CATEGORISE, {"s": "l", "t": "r"}),
        (CATEGORISE, {"s/l": True, "s/r": False}),
        (MATCH, {"a": True, "b": True}),
        (ORDER, {"answer": ["a", "b", "c"], "wrong": {}}),
    ],
)
def test_a_key_that_agrees(question: Item, printed: dict[str, JSON]) -> None:
    assert list(disagreements(question, printed)) == []


@pytest.mark.parametrize(
    ("question", "printed", "told"),
    [
        (SINGLE, {"b": True}, ["running it finds “b” right; the key does not"]),
        (SINGLE, {"a": False}, ["running it finds “a” wrong; the key does not"]),
        (SINGLE, {"a": None}, ["running it finds “a” undecided; the key does not"]),
        (SINGLE, {"z": True}, ["“z” is no part of the question"]),
        (SINGLE, {}, ["nothing of the key is settled by running it"]),
        (MULTIPLE, {"a": True, "b": False}, ["running it finds “b” wrong; the key does not"]),
        (TRUE_FALSE, {"answer": True}, ["running it gives “True”, which the key does not take as right"]),
        (NUMBER, {"answer": 0.52}, ["running it gives “0.52”, which the key does not take as right"]),
        (NUMBER, {"answer": None}, ["running it gives “None”, which the key does not take as right"]),
        (NUMBER, {"answer": 0.5, "wrong": {"2": False}}, ["running it does not refute “2”"]),
        (NUMBER, {"answer": 0.5, "wrong": {"0.5": True}}, ["“0.5” is refuted, but the key takes it as right"]),
        (NUMBER, {"answer": 0.5, "wrong": 2}, ["“wrong” must be an object, {mistake: refuted}"]),
        (TEXT, {"answer": "hitch"}, ["running it gives “hitch”, which the key does not take as right"]),
        (LINE, {"answer": 3}, ["running it gives “3”, which the key does not take as right"]),
        (OUTPUT, {"answer": "4"}, ["running it gives “4”, which the key does not take as right"]),
        (GAPS, {"x/b": True}, ["running it finds “x/b” right; the key does not"]),
        (GAPS, {"z/a": True}, ["“z/a” is no part of the question"]),
        (CATEGORISE, {"s": "r"}, ["running it finds “s” “r”; the key does not"]),
        (MATCH, {"a": False}, ["running it finds “a” wrong; the key does not"]),
        (MATCH, {"z": True}, ["“z” is no part of the question"]),
        (ORDER, {"answer": ["b"]}, ["running it gives “['b']”, which the key does not take as right"]),
    ],
)
def test_a_key_that_does_not(question: Item, printed: dict[str, JSON], told: list[str]) -> None:
    assert list(disagreements(question, printed)) == told
