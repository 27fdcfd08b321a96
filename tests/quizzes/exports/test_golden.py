"""One small question in each format, typed by hand."""

from fractions import Fraction
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from quizzes.exports import ExportQuiz, Pool, formats
from quizzes.interactions import Choice, ChoiceKey, Item, Option, Part, Rule
from tests.quizzes.exports.samples import opened

GOLDEN = Path(__file__).parent / "golden"
OPTIONS = (Option("a", "`x < 1`"), Option("b", "B"), Option("c", "C"))
KEY = ChoiceKey(
    correct=frozenset("ab"),
    credit={"a": Fraction(1, 2), "b": Fraction(1, 2), "c": Fraction(-1)},
    rule=Rule.BY_PART,
)
PICK = Item(
    id="pick",
    kind="multiple",
    prompt="Pick *one*.",
    parts=(Part("answer", Choice(OPTIONS, max_choices=0, shuffle=False), KEY, {"c": "Not C."}),),
    points=3,
    explanation="A and B.",
)
QUIZ = ExportQuiz(
    course="picks",
    slug="pick",
    title="Picks/and more",
    summary="",
    language="de",
    pools=(Pool("pick", "Picks/and more", (PICK,), 1),),
    shuffle_items=False,
    pass_percent=50,
    attempts=0,
    layout="all-on-one",
)


def canonical(document: bytes) -> str:
    return str(etree.canonicalize(etree.fromstring(document)))


def test_an_item_in_qti_is_what_was_typed() -> None:
    package: ZipFile = opened(formats()["qti30"].write(QUIZ))
    assert canonical(package.read("items/pick.xml")) == canonical((GOLDEN / "item.xml").read_bytes())


def test_a_question_in_moodle_xml_is_what_was_typed() -> None:
    written = formats()["moodle-xml"].write(QUIZ)
    assert canonical(written) == canonical((GOLDEN / "question.xml").read_bytes())


def test_a_question_in_gift_is_what_was_typed() -> None:
    assert formats()["gift"].write(QUIZ) == (GOLDEN / "question.gift.txt").read_bytes()


@pytest.mark.parametrize("name", ["qti30", "qti22", "qti21", "moodle-xml", "gift"])
def test_a_question_that_every_format_can_say_is_exact_and_loses_nothing_of_its_own(name: str) -> None:
    report = formats()[name].report(QUIZ)
    assert report.counts == {"exact": 1, "converted": 0, "by-hand": 0, "dropped": 0}
    assert not report.changes_score
    assert [what for what in report.lost_by("pick") if name != "gift"] == []
