"""What Moodle files a question under: its id and tags, in Moodle XML and in the comments of GIFT."""

from collections.abc import Callable
from dataclasses import replace

import msgspec
import pytest

from quizzes.exports import ExportQuiz, formats
from tests.quizzes.exports import gift_reader, moodle_reader
from tests.quizzes.exports.moodle_questions import Question
from tests.quizzes.exports.samples import odd_export
from tests.quizzes.imports.reading import adopted, bank_of

READERS: dict[str, Callable[[bytes], list[Question]]] = {"moodle-xml": moodle_reader.read, "gift": gift_reader.read}


def tagged(*tags: str) -> ExportQuiz:
    """Return a quiz of one question, of which the objective is `hitches` and the level easy."""
    export = odd_export()
    item = msgspec.structs.replace(export.items[0], tags=tags, objective="hitches", difficulty="easy")
    return replace(export, pools=(replace(export.pools[0], items=(item,)),))


@pytest.mark.parametrize("name", READERS)
def test_a_question_has_its_id_objective_level_and_tags(name: str) -> None:
    quiz = tagged("ropes", "hitches", "größer [alt]")
    [question] = READERS[name](formats()[name].write(quiz))
    assert question.idnumber == quiz.items[0].id
    assert question.tags == ("hitches", "easy", "ropes", "größer [alt]")
    assert [what for what in formats()[name].report(quiz).lost_by(question.idnumber) if "tag" in what] == []


def test_a_closing_bracket_in_a_tag_is_escaped_as_moodle_reads_it() -> None:
    comment = formats()["gift"].write(tagged("a]b", "c\\d")).decode().splitlines()[2]
    assert comment.endswith("[tag:hitches] [tag:easy] [tag:a\\]b] [tag:c\\d]")


@pytest.mark.parametrize("tag", ["a<b", "a>b", "`a`", "a\\", "a\\]b", "a\tb"])
def test_a_tag_that_gift_can_not_hold_is_left_out_and_named(tag: str) -> None:
    quiz = tagged("ropes", tag)
    [question] = gift_reader.read(formats()["gift"].write(quiz))
    assert question.tags == ("hitches", "easy", "ropes")
    lost = formats()["gift"].report(quiz).lost_by(question.idnumber)
    assert f"the tag “{tag}”, which has a sign that no tag in GIFT can have" in lost


def test_ids_and_tags_come_back_from_gift() -> None:
    quiz = tagged("ropes", "a]b", "c\\d")
    [item] = bank_of(adopted("quiz.gift.txt", formats()["gift"].write(quiz))).items
    assert (item.id, item.difficulty, item.tags) == (quiz.items[0].id, "easy", ("hitches", "ropes", "a]b", "c\\d"))
