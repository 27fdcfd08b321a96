"""GIFT as Moodle's manual describes it: every sort of question, with what is said of answers, and what is refused."""

from fractions import Fraction

import pytest

from quizzes.authoring.adopting import Adoption
from quizzes.grading import Graded, grade
from quizzes.imports import UnreadableError
from tests.quizzes.imports.reading import adopted, bank_of, imported, item_of, line_of, refusals, sample, taken


@pytest.fixture(scope="module")
def found() -> Adoption:
    return sample("sample.gift")


def score(found: Adoption, name: str, answer: object) -> Fraction:
    graded = grade(item_of(found, name), {"answer": answer})
    assert isinstance(graded, Graded)
    return graded.score


def options(found: Adoption, name: str) -> dict[str, str]:
    choice = item_of(found, name).parts[0].interaction
    return {one.text: one.key for one in choice.options}  # type: ignore[union-attr]


def one(text: str) -> Adoption:
    return adopted("one.gift", text.encode())


def test_each_sort_of_question_becomes_a_kind_of_ours(found: Adoption) -> None:
    quiz = bank_of(found)
    assert (found.format, quiz.title, quiz.settings.imported) == ("gift", "Ropes / knots", "sample.gift")
    assert [(item.id, item.kind) for item in quiz.items] == [
        ("knot-1", "single"),
        ("several", "multiple"),
        ("true", "true-false"),
        ("false", "true-false"),
        ("typed", "short-text"),
        ("pairs", "match"),
        ("load", "numeric"),
        ("range", "numeric"),
        ("missing", "single"),
        ("markdown", "single"),
    ]


def test_ids_and_tags_of_comments_texts_and_feedback_are_kept(found: Adoption) -> None:
    item = item_of(found, "knot-1")
    assert item.prompt == "Which knot makes a **loop**?"
    assert (item.explanation, item.tags, item.difficulty) == ("A loop holds.", ("ropes",), "easy")
    assert sorted(item.parts[0].feedback.values()) == ["Half a loop.", "It *does*."]
    assert [change.what for change in line_of(found, "knot-1").changes] == ["loses a script"]
    assert [line.item.id for line in found.taken if line.changes] == ["knot-1"]


def test_escaped_characters_are_text(found: Adoption) -> None:
    assert list(options(found, "several")) == ["Knots", "Edges = corners", "Shade"]
    assert item_of(found, "markdown").prompt == "What does `f(x)` do, and what does a ~ say?"
    assert list(options(found, "markdown")) == ["a *call*", "nothing\n\nat all"]
    assert item_of(found, "false").prompt == "Ropes are \\*knots\\*."


def test_each_option_earns_its_weight(found: Adoption) -> None:
    knots = options(found, "knot-1")
    assert score(found, "knot-1", [knots["Bowline"]]) == 1
    assert score(found, "knot-1", [knots["Clove hitch"]]) == Fraction(1, 3)
    several = options(found, "several")
    assert score(found, "several", [several["Knots"]]) == Fraction(1, 2)
    assert score(found, "several", [several["Knots"], several["Edges = corners"]]) == 1
    assert score(found, "several", [several["Knots"], several["Shade"]]) == 0


def test_true_and_false_have_the_feedback_of_the_wrong_answer_first(found: Adoption) -> None:
    assert (score(found, "true", ["true"]), score(found, "false", ["true"])) == (1, 0)
    assert item_of(found, "true").parts[0].feedback == {"true": "Indeed.", "false": "They do."}


@pytest.mark.parametrize(
    ("answer", "earned"), [("STANDING part", 1), ("standing end", 1), ("end", Fraction(1, 2)), ("start", 0)]
)
def test_typed_answers_keep_their_weights(found: Adoption, answer: str, earned: Fraction) -> None:
    assert score(found, "typed", answer) == earned
    assert (item_of(found, "typed").right, item_of(found, "typed").wrong) == ("Yes.", "Look again.")


def test_a_match_keeps_the_answer_of_no_question(found: Adoption) -> None:
    match = item_of(found, "pairs").parts[0]
    targets = {one.key: one.text for one in match.interaction.targets}  # type: ignore[union-attr]
    assert [targets[key] for key in match.answer.correct.values()] == ["stopper", "loop"]  # type: ignore[union-attr]
    assert sorted(targets.values()) == ["bend", "loop", "stopper"]


@pytest.mark.parametrize(
    ("name", "answer", "earned"),
    [
        ("load", "595", 1),
        ("load", "605", 1),
        ("load", "605.1", Fraction(1, 2)),
        ("load", "650", Fraction(1, 2)),
        ("load", "651", 0),
        ("range", "1.5", 1),
        ("range", "2", 1),
        ("range", "2.01", 0),
    ],
)
def test_numbers_have_tolerances_ranges_and_weights(found: Adoption, name: str, answer: str, earned: Fraction) -> None:
    assert score(found, name, answer) == earned
    assert item_of(found, "load").wrong == "Look it up."


def test_a_word_can_be_missing_inside_the_text(found: Adoption) -> None:
    assert item_of(found, "missing").prompt == "Columbus \\_\\_\\_\\_ in 1492."
    assert score(found, "missing", [options(found, "missing")["sailed"]]) == 1


def test_each_refusal_has_its_line_and_reason(found: Adoption) -> None:
    assert refusals(found) == [
        ("Tell", 49, "a person must grade an essay, which quizzes here can’t ask for"),
        ("Words", 51, "it asks nothing; put its text into a lesson"),
        ("Open", 53, "a brace of it has no other; one that belongs to a text is written \\{ or \\}"),
        ("Twice", 55, "it has several pairs of braces; part questions by a blank line, or write \\{ and \\}"),
        ("Wild", 58, "its answer “rope*” has a wildcard, which is not read here"),
    ]


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ("~a ~b", "none of its options is right"),
        ("=a ~%x%b", "“%x%b” has no weight that can be read"),
        ("=a ~%150%b", "“150” is no percentage"),
        ("~%100%a", "it has one option; it needs two"),
        ("=a -> b =c", "“c” has no “->”, and its other answers are pairs"),
        ("=a -> =c -> d", "“a” belongs to nothing"),
        ("#", "it has no number"),
        ("#three", "“three” is no number that can be asked for"),
        ("#=1 =2", "several numbers of it are fully right, and one can be here"),
        ("#*", "any number earns something"),
        ("#%50%3", "none of its numbers is fully right"),
        ("=%50%half", "none of its answers is fully right"),
        ("=" + "~x" * 501, "it has more than 500 answers"),
    ],
)
def test_what_can_not_be_asked_here_is_refused_with_the_reason(answers: str, why: str) -> None:
    assert [said for _, _, said in refusals(one(f"Q?{{{answers}}}"))] == [why]


def test_several_categories_become_tags() -> None:
    text = "$CATEGORY: top/Ropes\n\nA?{T}\n\n$CATEGORY: top/Ropes/Knots\nB?{F}\n"
    found = one(text)
    assert [item.tags for item in bank_of(found).items] == [("Ropes",), ("Knots",)]
    assert found.title == "one"
    assert found.notes == ("The file has several categories: each question has the name of its own as a tag.",)


def test_a_question_without_a_title_is_named_by_how_it_begins() -> None:
    first = "Wo liegt der Äquator?{=hier ~dort}\n\n这是什么?{=一 ~二}"
    found = taken(imported("x.gift", first.encode()))
    assert [item.id for item in found] == ["wo-liegt-der-aquator", "q-10a70f8d"]
    assert found == taken(imported("x.gift", first.encode()))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_of_every_system_are_read(encoding: str, line_end: str) -> None:
    text = "::Größe::Wie groß?{\n=groß\n~klein\n}\n\n::B::Zwei?{T}\n".replace("\n", line_end)
    assert [line.item.id for line in adopted("x.txt", text.encode(encoding)).taken] == ["groe", "b"]


def test_lower_case_truth_is_taken_and_said() -> None:
    [line] = one("Ropes stretch.{true}").taken
    assert [change.what for change in line.changes] == ["true or false, where Moodle asks for the word to be typed"]


def test_numbers_in_the_text_of_answers_are_as_written() -> None:
    [item] = taken(imported("x.gift", b"Which list?{=[html]<code>[0, 1]</code> ~[0, 1] ~[1, 0]}"))
    assert [one.text for one in item.parts[0].interaction.options] == ["`[0, 1]`", "\\[0, 1\\]", "\\[1, 0\\]"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"// nothing\n\n$CATEGORY: x\n", "holds no question"),
        (b"A?{T}\n\nB\xff?{T}", r"is not UTF-8 \(byte 8\)"),
        (b"A?{T}\n\nB\x00?{T}", "holds zero bytes"),
        (b"A?{T}\n\n" * 10_000, "holds more than 5,000 questions; split it"),
    ],
)
def test_a_file_that_is_no_gift_is_refused_whole(content: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        imported("x.gift", content, "gift")


@pytest.mark.parametrize("content", [b"A?{T}", b"::a::b{}", b"$CATEGORY: a\n", b"a {=b}", b"a {~%50%b ~c}"])
def test_gift_is_recognised_in_files_of_text_alone(content: bytes) -> None:
    assert adopted("x.txt", content + b"\n\nA?{T}").format == "gift"
    with pytest.raises(UnreadableError, match="is in no format that is read here"):
        adopted("x.md", content)


def test_an_enormous_line_is_one_refusal() -> None:
    found = one("A?{T}\n\n" + "x" * 3_000_000 + "{T}\n\nB?{F}")
    assert [line.item.id for line in found.taken] == ["a", "b"]
    assert [why for _, _, why in refusals(found)] == ["it has a text of more than 100,000 characters"]
