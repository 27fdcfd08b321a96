"""Common Cartridge: its six profiles of questions, its bank, and what else is in it."""

from fractions import Fraction

import pytest

from quizzes.authoring.adopting import Adoption
from quizzes.grading import Graded, grade
from tests.quizzes.imports.reading import PICTURE, adopted, bank_of, item_of, refusals, zipped_folder

FOLDER = "cartridge_sample"


@pytest.fixture(scope="module")
def found() -> Adoption:
    return adopted("ropes.imscc", zipped_folder(FOLDER, **{"quiz/rope.png": PICTURE}))


def earned(found: Adoption, name: str, answer: object) -> Fraction:
    graded = grade(item_of(found, name), {"answer": answer})  # type: ignore[dict-item]
    assert isinstance(graded, Graded)
    return graded.score


def keys(found: Adoption, name: str) -> dict[str, str]:
    choice = item_of(found, name).parts[0].interaction
    return {option.text: option.key for option in choice.options}  # type: ignore[union-attr]


def test_the_quiz_and_its_bank_are_one_bank(found: Adoption) -> None:
    quiz = bank_of(found)
    assert (found.format, quiz.title, quiz.settings.attempts) == ("cartridge", "Ropes", 2)
    assert [(item.id, item.kind) for item in quiz.items] == [
        ("one", "single"),
        ("all", "multiple"),
        ("yes", "true-false"),
        ("blank", "short-text"),
        ("weighed", "multiple"),
        ("spare", "true-false"),
    ]
    assert found.notes == (
        "1 of its questions are copies of others, and are taken once.",
        "Not taken, because no question is in them: 2 pages, 1 web link, 1 discussion and 1 link to a tool.",
    )


def test_a_choice_keeps_what_each_answer_shows(found: Adoption) -> None:
    item, of = item_of(found, "one"), keys(found, "one")
    [picture] = found.pictures
    assert item.prompt == f"Which knot makes a loop?\n\n![A rope]({picture})"
    assert (item.points, item.explanation, item.wrong, item.hint) == (
        4,
        "A loop holds.",
        "Not that.",
        "Think of sailors.",
    )
    assert item.parts[0].feedback == {of["Bowline"]: "It does.", of["Reef knot"]: "It joins."}
    assert not item.parts[0].interaction.shuffle  # type: ignore[union-attr]


def test_several_answers_earn_all_or_nothing_unless_the_rules_add_them_up(found: Adoption) -> None:
    cork, foam, lead = keys(found, "all").values()
    assert [earned(found, "all", answer) for answer in ([cork, foam], [cork], [cork, foam, lead])] == [1, 0, 0]
    knots, wear, shade = keys(found, "weighed").values()
    answers = ([knots, wear], [knots], [wear], [knots, wear, shade])
    assert [earned(found, "weighed", answer) for answer in answers] == [
        1,
        Fraction(3, 5),
        Fraction(2, 5),
        Fraction(1, 2),
    ]


def test_a_blank_minds_capitals_where_its_rule_does(found: Adoption) -> None:
    assert [earned(found, "blank", text) for text in ("Standing part", "Standing", "standing")] == [1, 1, 0]


def test_what_can_not_be_asked_is_refused_with_its_place(found: Adoption) -> None:
    assert refusals(found) == [
        ("Pattern", 70, "its scoring takes any answer that contains a text"),
        ("Essay", 81, "a person must grade it, which quizzes here can’t ask for"),
    ]


@pytest.mark.parametrize("version", ["1p0", "1p1", "1p2"])
def test_every_version_is_found_out(version: str) -> None:
    manifest = (
        f'<manifest><resources><resource identifier="q" type="imsqti_xmlv1p2/imscc_xmlv{version}/assessment">'
        '<file href="quiz/quiz.xml"/></resource></resources></manifest>'
    )
    changed = zipped_folder(FOLDER, only=("quiz/quiz.xml",), **{"imsmanifest.xml": manifest.encode()})
    found = adopted("old.imscc", changed)
    assert (found.format, len(found.taken)) == ("cartridge", 6)
