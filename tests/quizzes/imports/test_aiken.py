"""Aiken as Moodle's manual describes it, there and back, and what of it is refused."""

import pytest

from quizzes.exports import formats, prepare
from quizzes.exports.report import ByHand, Dropped, changes_score
from quizzes.grading import Graded, grade
from quizzes.imports import UnreadableError
from quizzes.responses import JSON
from quizzes.text import to_plain
from tests.quizzes.exports.plain_reading import shown
from tests.quizzes.exports.samples import own_quizzes, with_specimens
from tests.quizzes.imports.reading import adopted, bank_of, imported, item_of, refusals, sample

GUARD = "– "  # what the export puts before a question that looks like an option


def test_questions_become_single_choice_or_true_and_false() -> None:
    found = sample("sample.aiken.txt")
    quiz = bank_of(found)
    assert (found.format, found.title) == ("aiken", "sample")
    assert [(item.id, item.kind, item.prompt) for item in quiz.items] == [
        ("which-knot-makes-a-loop", "single", "Which knot makes a loop?"),
        ("ropes-stretch", "true-false", "Ropes stretch.\\\nIt is \\*known\\*."),
        ("what-holds-2-3-ropes", "single", "What holds 2 < 3 ropes?"),
    ]
    assert not any(line.changes for line in found.taken)


def test_the_letter_names_the_right_option() -> None:
    found = sample("sample.aiken.txt")
    for name, right in [("which-knot-makes-a-loop", "Bowline"), ("what-holds-2-3-ropes", "a bend which joins them")]:
        part = item_of(found, name).parts[0]
        [key] = part.answer.correct  # type: ignore[union-attr]
        texts = {one.key: to_plain(one.text) for one in part.interaction.options}  # type: ignore[union-attr]
        assert texts[str(key)] == right
    assert item_of(found, "ropes-stretch").parts[0].answer.correct == {"false"}  # type: ignore[union-attr]


def test_each_refusal_has_its_line_and_reason() -> None:
    assert refusals(sample("sample.aiken.txt")) == [
        ("No key?", 18, "it has no line with ANSWER: below its options"),
        ("Several?", 22, "“A, B” is not the letter of one option"),
        ("Nobody?", 27, "its right option is C, and it has none with that letter"),
        ("One?", 32, "it has one option; it needs two"),
        ("Twice?", 36, "two options of it have the same letter"),
        ("", 41, "it has no options; it needs two"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_of_every_system_are_read(encoding: str, line_end: str) -> None:
    text = "Größe?\nA. groß\nB. klein\nANSWER: A\n".replace("\n", line_end)
    [line] = adopted("x.txt", text.encode(encoding)).taken
    assert line.item.prompt == "Größe?"


ONE = b"Q?\nA. a\nB. b\nANSWER: A\n"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\n\n", "holds no question"),
        (ONE + b"B\xff?", "is not UTF-8"),
        (ONE + b"\0", "holds zero bytes"),
        (ONE * 10_000, "holds more than 5,000 questions; split it"),
    ],
)
def test_a_file_that_is_no_aiken_is_refused_whole(content: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        imported("x.txt", content, "aiken")


def test_enormous_texts_are_refused_and_the_others_taken() -> None:
    long = b"x" * 200_000
    found = adopted("x.txt", ONE + ONE.replace(b"Q", long) + ONE.replace(b". b", b". " + long) + b"\nA. a" * 300_000)
    assert [line.item.id for line in found.taken] == ["q"]
    reason = "it has a text of more than 100,000 characters"
    without_end = "it has no line with ANSWER: below its options"
    assert [why for _, _, why in refusals(found)] == [reason, reason, without_end]


def test_what_leaves_as_aiken_comes_back_but_for_what_the_report_named() -> None:
    told = 0
    for bank, quiz in own_quizzes():
        export = prepare(bank, quiz, variants=1)
        report = formats()["aiken"].report(export)
        lines = {line.item: line for line in report.lines if not isinstance(line.outcome, Dropped)}
        content = formats()["aiken"].write(export)
        if not lines:
            continue
        found = adopted("quiz.txt", content)
        assert (found.format, list(found.refused)) == ("aiken", [])
        specimens = {item.id: given for item, given in with_specimens(bank, quiz)}
        kept = [item for item in export.items if item.id in lines]
        for item, back in zip(kept, bank_of(found).items, strict=True):
            assert to_plain(back.prompt).removeprefix(GUARD) == to_plain(item.prompt)
            if isinstance(lines[item.id].outcome, ByHand):
                continue
            before, after = item.parts[0].interaction, back.parts[0].interaction
            read = [" ".join(text.split()) for text in shown(before)]  # type: ignore[arg-type]
            assert [" ".join(to_plain(one.text).split()) for one in after.options] == read  # type: ignore[union-attr]
            keys = dict(zip((one.key for one in before.options), (one.key for one in after.options), strict=True))  # type: ignore[union-attr]
            for specimen in specimens[item.id]:
                if specimen.score is None or (changes_score(lines[item.id].outcome) and specimen.score != 1):
                    continue
                value = specimen.response.get("answer") if isinstance(specimen.response, dict) else None
                answer: JSON = {"answer": [keys[str(key)] for key in value]} if isinstance(value, list) else {}
                graded = grade(back, answer)
                assert isinstance(graded, Graded)
                assert (item.id, specimen.name, graded.score) == (item.id, specimen.name, specimen.score)
                told += 1
    assert told > 200
