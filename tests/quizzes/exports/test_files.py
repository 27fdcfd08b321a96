"""What Aiken, Blackboard's upload and Brightspace's CSV make of questions, found out by hand."""

from dataclasses import replace

import msgspec
import pytest

from quizzes.exports import ExportQuiz, Pool, formats
from quizzes.exports.report import word
from quizzes.interactions import Item
from tests.quizzes.exports import aiken_reader, blackboard_reader, brightspace_reader
from tests.quizzes.exports.samples import judged_item, odd_export
from tests.quizzes.exports.test_golden import QUIZ
from tests.quizzes.exports.test_variants import workshop

# item: Aiken, Blackboard, Brightspace; a star marks one that scores otherwise there.
ODD = {
    "odd-single": ("dropped*", "exact", "exact"),
    "odd-kept": ("exact", "exact", "exact"),
    "odd-true": ("exact", "exact", "exact"),
    "odd-sevenths": ("dropped*", "converted*", "converted*"),
    "odd-elevenths": ("dropped*", "converted*", "converted*"),
    "odd-all-or-nothing": ("dropped*", "exact", "exact"),
    "odd-one-of-many": ("dropped*", "exact", "exact"),
    "odd-columns": ("dropped*", "converted*", "exact"),
    "odd-columns-strict": ("dropped*", "converted*", "exact"),
    "odd-pairs": ("dropped*", "converted", "exact"),
    "odd-steps": ("dropped*", "exact", "exact"),
    "odd-steps-strict": ("dropped*", "converted*", "exact"),
    "odd-gaps": ("dropped*", "converted*", "converted"),
    "odd-gaps-strict": ("dropped*", "converted", "converted"),
    "odd-printed": ("dropped*", "exact", "exact"),
    "odd-typed": ("dropped*", "converted*", "exact"),
    "odd-word": ("dropped*", "converted*", "exact"),
    "odd-cased": ("dropped*", "converted*", "exact"),
    "odd-spaceless": ("dropped*", "converted*", "exact"),
    "odd-exact": ("dropped*", "converted*", "exact"),
    "odd-arrow": ("dropped*", "converted*", "exact"),
    "odd-faulty": ("exact", "exact", "exact"),
    "odd-number": ("dropped*", "converted*", "by-hand"),
    "odd-nested-number": ("dropped*", "converted*", "by-hand"),
    "odd-exact-number": ("dropped*", "converted*", "converted*"),
}


def asking(item: Item, title: str = "Odd") -> ExportQuiz:
    return replace(odd_export(), title=title, pools=(Pool("odd", title, (item,), 1),))


def written(name: str, item: Item) -> str:
    return formats()[name].write(asking(item)).decode()


@pytest.mark.parametrize(("place", "name"), list(enumerate(["aiken", "blackboard", "brightspace"])))
def test_each_odd_item_becomes_what_was_found_out_by_hand(place: int, name: str) -> None:
    lines = formats()[name].report(odd_export()).lines
    found = {
        line.item: word(line.outcome) + ("*" if getattr(line.outcome, "changes_score", False) else "") for line in lines
    }
    assert found == {item: outcomes[place] for item, outcomes in ODD.items()}


def test_aiken_takes_single_choice_alone_and_says_so_of_the_rest() -> None:
    lines = {line.item: line.outcome for line in formats()["aiken"].report(odd_export()).lines}
    assert getattr(lines["odd-steps"], "why", "") == "Aiken has single choice alone, and this is ordering"
    assert getattr(lines["odd-single"], "why", "") == (
        "it shows code or a table of several lines, and Aiken has one line a text"
    )


def test_a_question_in_aiken_is_what_was_typed() -> None:
    items = {item.id: item for item in odd_export().items}
    assert written("aiken", items["odd-true"]) == "None = {} holds: #true\nA. True\nB. False\nANSWER: B\n"


@pytest.mark.parametrize("prompt", ["A. Is it so?", "ANSWER: is it A?", "?", "B) or not B"])
def test_a_question_that_aiken_reads_otherwise_gets_a_dash(prompt: str) -> None:
    item = msgspec.structs.replace(next(item for item in odd_export().items if item.id == "odd-true"), prompt=prompt)
    [question] = aiken_reader.read(formats()["aiken"].write(asking(item)))
    assert question.text == f"– {prompt}"


def test_a_question_in_blackboards_file_is_what_was_typed() -> None:
    assert formats()["blackboard"].write(QUIZ).decode() == (
        "MA\t<p>Pick <em>one</em>.</p>\t<code>x &lt; 1</code>\tcorrect\tB\tcorrect\tC\tincorrect\r\n"
    )


def test_a_question_in_brightspaces_file_is_what_was_typed() -> None:
    assert formats()["brightspace"].write(QUIZ).decode("utf-8-sig") == (
        "NewQuestion,MS,,,\r\n"
        "Title,Pick one.,,,\r\n"
        "QuestionText,<p>Pick <em>one</em>.</p>,HTML,,\r\n"
        "Points,3,,,\r\n"
        "Difficulty,3,,,\r\n"
        "Scoring,AllOrNothing,,,\r\n"
        "Option,1,<code>x &lt; 1</code>,HTML,\r\n"
        "Option,1,B,HTML,\r\n"
        "Option,0,C,HTML,Not C.\r\n"
        "Feedback,<p>A and B.</p>,HTML,,\r\n"
        ",,,,\r\n"
    )


def test_what_a_person_grades_goes_with_what_to_look_for() -> None:
    assert written("blackboard", judged_item()) == "ESS\t<p>Write a loop.</p>\tLook for zip.\r\n"
    assert "AnswerKey,Look for zip.,,,\r\n" in written("brightspace", judged_item())


def test_more_rows_than_blackboard_takes_come_as_several_files() -> None:
    item = next(item for item in odd_export().items if item.id == "odd-true")
    items = tuple(msgspec.structs.replace(item, id=f"item-{number}") for number in range(501))
    quiz = replace(odd_export(), pools=(Pool("odd", "Odd & more", items, len(items)),))
    format_ = formats()["blackboard"]
    assert format_.file_name(quiz) == "odd-odd.blackboard.zip"
    assert format_.media_type_of(quiz) == "application/zip"
    files = blackboard_reader.files(format_.write(quiz))
    assert list(files) == ["01-odd-more.txt", "02-odd-more.txt", "03-odd-more.txt"]
    assert [text.count("\r\n") for text in files.values()] == [250, 250, 1]


@pytest.mark.parametrize("name", ["blackboard", "brightspace"])
def test_each_pool_has_a_file_of_its_own_to_draw_from(name: str) -> None:
    read = {"blackboard": blackboard_reader.read, "brightspace": brightspace_reader.read}[name]
    format_ = formats()[name]
    assert format_.file_name(workshop()).endswith(f"workshop.{name}.zip")
    assert len(blackboard_reader.files(format_.write(workshop()))) == 10
    assert len(read(format_.write(workshop()))) == 44 * 5
    assert (
        "the draw: add 1 random question from each of the 10 files “Workshop: shapes, parameters and losses 1” "
        "to “Workshop: shapes, parameters and losses 10” to the quiz there"
    ) in format_.report(workshop()).lost_by("")


def test_aiken_has_no_pools_and_says_so() -> None:
    report = formats()["aiken"].report(workshop())
    assert "the draw of 10 from 44 of “Workshop: shapes, parameters and losses”: every question is listed" in (
        report.lost_by("")
    )
    assert {getattr(line.outcome, "to", "one frozen variant") for line in report.lines} == {"one frozen variant"}


def test_code_keeps_its_lines_and_spaces_in_one_row() -> None:
    item = next(item for item in odd_export().items if item.id == "odd-printed")
    assert '<pre><code class="language-python">print("{{}}" * 2)  # $x$<br>if a &lt; b:<br>    pass</code></pre>' in (
        written("blackboard", item)
    )


@pytest.mark.parametrize(
    ("number", "accepted", "refused"),
    [
        ("odd-exact-number", ["-1200000", "−1200000.0", " -01200000 "], ["1200000", "-120000", "-12000000", "x"]),
    ],
)
def test_an_exact_number_is_taken_however_its_zeros_are_written(
    number: str, accepted: list[str], refused: list[str]
) -> None:
    item = next(item for item in odd_export().items if item.id == number)
    [question] = brightspace_reader.read(formats()["brightspace"].write(asking(item)))
    assert [question.score(item, {"answer": text}) for text in accepted] == [1.0] * len(accepted)
    assert [question.score(item, {"answer": text}) for text in refused] == [0.0] * len(refused)
