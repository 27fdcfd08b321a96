"""Every fault of a quiz's file is told with its line, and all of them at once."""

import pytest

from quizzes.faults import ContentError
from quizzes.quiz import Quiz, quiz_from
from quizzes.source import read_text

HEAD = "title: T\nitems:\n"  # items start in line 3
COMMON = """\
- id: one
  objective: o
  see: l#a
  explanation: E
  prompt: P
"""  # kind starts in line 8


def read(text: str) -> Quiz | list[str]:
    try:
        return quiz_from(read_text(text, "q.yaml"), "course", "q")
    except ContentError as error:
        return [str(fault) for fault in error.faults]


def faults(text: str) -> list[str]:
    found = read(text)
    return found if isinstance(found, list) else []


def of_item(kind: str) -> list[str]:
    """Return the faults of a quiz with one item; its kind stands in line 8 and its fields from line 9 on."""
    return faults(HEAD + COMMON + "".join(f"  {line}\n" for line in kind.split("\n")))


TRUE_FALSE = "kind: true-false\nanswer: true\nif_true: T\nif_false: F"


def test_a_quiz_without_faults_has_none() -> None:
    found = read(HEAD + COMMON + "".join(f"  {line}\n" for line in TRUE_FALSE.split("\n")))
    assert isinstance(found, Quiz)
    assert (found.address, found.title, [item.id for item in found.items]) == ("course/q", "T", ["one"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["q.yaml:1: the file must be a set of keys, not empty"]),
        ("- a", ["q.yaml:1: the file must be a set of keys, not a list"]),
        ("title: T", ["q.yaml:1: the quiz asks nothing; list items, or draw them from other quizzes"]),
        ("title: T\nitems: 3", ["q.yaml:1: the quiz asks nothing; list items, or draw them from other quizzes",
                                "q.yaml:2: “items” must be a list"]),
        ("title: [", ["q.yaml:1: is not YAML: expected the node content, but found '<stream end>'"]),
        ("title: T\n\ttab: x", ["q.yaml:2: is not YAML: found character '\\t' that cannot start any token"]),
        ("title: T\ntitle: U", ["q.yaml:2: “title” stands here twice; keep one"]),
        ("title: *x", ["q.yaml:1: is not YAML: found undefined alias 'x'"]),
        ("title: T\n---\ntitle: U", ["q.yaml:2: is not YAML: but found another document"]),
        ("? [a]\n: b", ["q.yaml:1: a key must be a word"]),
        ("a: " + "[" * 40 + "]" * 40, ["q.yaml:1: is nested deeper than 30 levels"]),
    ],
)  # fmt: skip
def test_a_file_that_is_no_quiz(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


DRAW = "draw: [{from: other, count: 2}]\n"  # line 1; enough to have something to ask


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("zzz: 1", "unknown key “zzz”; known here: title, summary, mode"),
        ("titel: T", "unknown key “titel”; did you mean “title”?"),
        ("mode: exam", "“mode” must be one of check, graded, not “exam”"),
        ("layout: [x]", "“layout” must be one of all-on-one, one-by-one, not a list"),
        ("attempts: -1", "“attempts” must be a whole number from 0 to 100, not the number -1"),
        ("attempts: three", "“attempts” must be a whole number from 0 to 100, not “three”"),
        ("attempts: 1.5", "“attempts” must be a whole number from 0 to 100, not the number 1.5"),
        ("attempts:", "“attempts” must be a whole number from 0 to 100, not empty"),
        ("counts: median", "“counts” must be one of best, first, last, mean, not “median”"),
        ("pass: 101", "“pass” must be a whole number from 0 to 100, not the number 101"),
        ("review: never", "“review” must be one of after-last, after-submit, marks-only, not “never”"),
        ("shuffle_items: sometimes", "“shuffle_items” must be true or false, not “sometimes”"),
        ("shuffle_options: 1", "“shuffle_options” must be true or false, not the number 1"),
        ("summary: 7", "“summary” must be a text, not the number 7; put it in quotes"),
    ],
)
def test_a_setting_that_does_not_fit(line: str, expected: str) -> None:
    found = faults(f"{DRAW}title: T\n{line}\n")
    assert len(found) == 1
    assert found[0].startswith(f"q.yaml:3: {expected}")


@pytest.mark.parametrize(
    ("draw", "expected"),
    [
        ("3", ["q.yaml:2: “draw” must be a list, not the number 3"]),
        ("[x]", ["q.yaml:2: draw 1 must be a set of keys, not “x”"]),
        ("[{from: a}]", ["q.yaml:2: draw 1 lacks the key “count”; add it"]),
        ("[{count: 1}]", ["q.yaml:2: draw 1 lacks the key “from”; add it"]),
        ("[{from: a, count: 0}]", ["q.yaml:2: “count” must be a whole number from 1 to 500, not the number 0"]),
        ("[{from: A b, count: 1}]", ["q.yaml:2: “from” must be lower-case words joined by hyphens, not “A b”"]),
        ("[{from: a, count: 1, difficulty: tough}]",
         ["q.yaml:2: “difficulty” must be one of easy, hard, medium, not “tough”"]),
    ],
)  # fmt: skip
def test_a_draw_that_does_not_fit(draw: str, expected: list[str]) -> None:
    assert faults(f"title: T\ndraw: {draw}\n") == expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("- 3", "q.yaml:3: item 1: lacks the key “kind”; known kinds: categorise, dropdowns, faulty-line"),
        ("- {id: one}", "q.yaml:3: item 1: lacks the key “kind”; known kinds: categorise"),
        ("- id: one\n  kind: essay", "q.yaml:4: item 1: unknown kind “essay”; known kinds: categorise"),
        ("- id: one\n  kind: [x]", "q.yaml:4: item 1: unknown kind “['x']”; known kinds: categorise"),
    ],
)
def test_an_item_of_no_known_kind(item: str, expected: str) -> None:
    found = faults(HEAD + item)
    assert len(found) == 1
    assert found[0].startswith(expected)


def test_everything_that_an_item_lacks_is_told_at_once() -> None:
    assert faults(HEAD + "- kind: true-false\n  id: one\n") == [
        f"q.yaml:3: items 1 lacks the key “{key}”; add it"
        for key in sorted(["answer", "explanation", "if_false", "if_true", "objective", "prompt", "see"])
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("points: 0", "“points” must be a whole number from 1 to 100, not the number 0"),
        ("difficulty: tricky", "“difficulty” must be one of easy, hard, medium, not “tricky”"),
        ("tags: x", "“tags” must be a list, not “x”"),
        ("tags: [1]", "tags 1 must be a text, not the number 1; put it in quotes"),
        ("explain: x", "unknown key “explain”; did you mean “explanation”?"),
    ],
)
def test_a_field_of_an_item_that_does_not_fit(line: str, expected: str) -> None:
    assert of_item(f"{line}\n{TRUE_FALSE}") == [f"q.yaml:8: {expected}"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Two words", "“id” must be lower-case words joined by hyphens, not “Two words”"),
        ("''", "“id” must be lower-case words joined by hyphens, not “”"),
        ("7", "“id” must be a text, not the number 7; put it in quotes"),
    ],
)
def test_an_id_that_is_no_slug(name: str, expected: str) -> None:
    text = HEAD + COMMON.replace("id: one", f"id: {name}") + "  kind: true-false\n  answer: true\n"
    assert faults(text + "  if_true: T\n  if_false: F\n") == [f"q.yaml:3: {expected}"]


def test_an_empty_prompt_is_told() -> None:
    text = HEAD + COMMON.replace("prompt: P", "prompt: ''") + "  kind: true-false\n  answer: true\n"
    assert faults(text + "  if_true: T\n  if_false: F\n") == ["q.yaml:7: “prompt” is empty; write something"]


def test_faults_of_several_items_are_told_together() -> None:
    text = HEAD + COMMON + "  kind: essay\n" + COMMON.replace("one", "two") + "  kind: poem\n"
    assert [fault.partition(": item")[0] for fault in faults(text)] == ["q.yaml:8", "q.yaml:14"]


def test_lines_count_from_the_start_of_the_file_that_holds_the_text() -> None:
    with pytest.raises(ContentError, match=r"page\.md:12: “a” stands here twice; keep one"):
        read_text("b: 1\na: 1\na: 2\n", "page.md", first_line=10)
