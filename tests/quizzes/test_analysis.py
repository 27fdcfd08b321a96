"""Statistics of answers, held against figures counted by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest

from quizzes.analysis import (
    Bin,
    Given,
    analyse_item,
    analyse_variants,
    beliefs_asked,
    beliefs_in,
    mean_of,
    summarise_marks,
)
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
from quizzes.responses import JSON
from quizzes.tallies import Count, Tally

NONE, HALF, FULL = Fraction(0), Fraction(1, 2), Fraction(1)
A, B, C = Option("a", "Apple"), Option("b", "Pear"), Option("c", "Plum")
CHOICE = Part(
    "answer",
    Choice((A, B, C)),
    ChoiceKey(frozenset({"b"}), {"a": NONE, "b": FULL, "c": NONE}, Rule.BY_PART),
    misconceptions={"c": "plums-are-pears"},
)


def item_of(part: Part) -> Item:
    return Item("fruit", "made-up", "Which?", (part,))


def given(response: JSON, score: Fraction = NONE) -> Given:
    return Given(response, score)


def tallies(part: Part, *responses: JSON) -> tuple[Tally, ...]:
    answers = [given(None if response is None else {"answer": response}) for response in responses]
    return analyse_item(item_of(part), answers).parts[0].tallies


def test_of_no_answers_every_figure_is_missing_and_every_count_0() -> None:
    found = analyse_item(item_of(CHOICE), [])
    assert (found.n, found.blank, found.right) == (0, 0, 0)
    assert (found.facility, found.mean, found.discrimination) == (None, None, None)
    assert [count.n for count in found.parts[0].tallies[0].counts] == [0, 0, 0]


def test_facility_counts_full_marks_and_the_mean_counts_parts_of_them() -> None:
    answers = [
        given({"answer": ["b"]}, FULL),
        given({"answer": ["a"]}, HALF),
        given(None),
        given({"answer": ["b"]}, FULL),
    ]
    found = analyse_item(item_of(CHOICE), answers)
    assert (found.n, found.right, found.blank) == (4, 2, 1)
    assert found.facility == Fraction(1, 2)
    assert found.mean == Fraction(5, 8)


def test_each_option_of_a_choice_is_counted_in_the_authors_order() -> None:
    assert tallies(CHOICE, ["c"], ["b"], ["c"], None) == (
        Tally(
            "",
            (Count("a", 0, "wrong"), Count("b", 1, "right"), Count("c", 2, "wrong", "plums-are-pears")),
            blank=1,
        ),
    )


def test_several_choices_of_one_answer_are_each_counted() -> None:
    part = Part(
        "answer",
        Choice((A, B, C), max_choices=0),
        ChoiceKey(frozenset({"a", "b"}), {"a": HALF, "b": HALF, "c": Fraction(-1)}, Rule.BY_PART),
    )
    (tally,) = tallies(part, ["a", "b"], ["a", "c"], [])
    assert [(count.answer, count.n, count.worth) for count in tally.counts] == [
        ("a", 2, "right"),
        ("b", 1, "right"),
        ("c", 1, "wrong"),
    ]
    assert tally.blank == 1


def test_pairs_are_counted_source_by_source_and_a_wrong_target_names_the_misconception() -> None:
    part = Part(
        "answer",
        Match((A, B), (Option("x", "X"), Option("y", "Y")), target_max=0),
        MatchKey({"a": "x", "b": "y"}, {"a": {"x": HALF, "y": Fraction(1, 4)}, "b": {"y": HALF}}, Rule.BY_PART),
        misconceptions={"b": "b-is-x"},
    )
    assert tallies(part, {"a": "x", "b": "x"}, {"a": "y"}, None) == (
        Tally("a", (Count("x", 1, "right"), Count("y", 1, "partly")), blank=1),
        Tally("b", (Count("x", 1, "wrong", "b-is-x"), Count("y", 0, "right")), blank=2),
    )


def test_gaps_are_counted_one_by_one_each_with_its_own_options() -> None:
    part = Part(
        "answer",
        GapSelect("{{g}} {{h}}", (Gap("g", (A, B)), Gap("h", (B, C)))),
        GapKey({"g": "a", "h": "c"}, {"g": {"a": HALF}, "h": {"c": HALF}}, Rule.BY_PART),
        misconceptions={"g/b": "pears-first"},
    )
    assert tallies(part, {"g": "b", "h": "c"}, {"g": "b"}) == (
        Tally("g", (Count("a", 0, "right"), Count("b", 2, "wrong", "pears-first")), blank=0),
        Tally("h", (Count("b", 0, "wrong"), Count("c", 1, "right")), blank=1),
    )


def test_an_order_is_counted_position_by_position() -> None:
    part = Part("answer", Order((A, B, C)), OrderKey(("c", "a", "b"), Rule.BY_PART))
    assert tallies(part, ["c", "a", "b"], ["c", "b", "a"], None) == (
        Tally("1", (Count("c", 2, "right"),), blank=1),
        Tally("2", (Count("a", 1, "right"), Count("b", 1, "wrong")), blank=1),
        Tally("3", (Count("a", 1, "wrong"), Count("b", 1, "right")), blank=1),
    )


def test_texts_that_are_equal_when_graded_are_counted_together_under_their_commonest_spelling() -> None:
    forms = (
        Form("k-right", ("retain_graph",), FULL),
        Form("k-near", ("retain graph",), HALF),
        Form("k-bad", ("keep",), NONE),
    )
    part = Part("answer", TextEntry(), TextKey(forms), misconceptions={"k-bad": "keeps-it"})
    (tally,) = tallies(part, "retain_graph", "Retain_Graph ", "retain_graph", "KEEP", "retain  graph", "?", "", "  ")
    assert tally == Tally(
        "",
        (
            Count("retain_graph", 3, "right"),
            Count("?", 1, "wrong"),
            Count("KEEP", 1, "wrong", "keeps-it"),
            Count("retain  graph", 1, "partly"),
        ),
        blank=2,
    )


def test_numbers_that_are_equal_are_counted_together_however_they_are_written() -> None:
    right = Interval("k-right", Decimal("207.5"), Decimal("208.5"), FULL)
    near = Interval("k-near", Decimal(200), Decimal(200), NONE)
    part = Part("answer", NumberEntry(), NumberKey(Decimal(208), (right, near)), misconceptions={"k-near": "no-bias"})
    (tally,) = tallies(part, "208", "208.0", "2.08e2", "200", "−3")
    assert [(Decimal(count.answer), count.n, count.worth, count.misconception) for count in tally.counts] == [
        (Decimal(208), 3, "right", ""),
        (Decimal(-3), 1, "wrong", ""),
        (Decimal(200), 1, "wrong", "no-bias"),
    ]


def test_beyond_ten_texts_the_rest_is_counted_in_one() -> None:
    part = Part("answer", TextEntry(), TextKey((Form("k", ("x",), FULL),)))
    (tally,) = tallies(part, *[f"word {letter}" for letter in "abcdefghijklm"], "x", "x")
    assert len(tally.counts) == 10
    assert tally.counts[0] == Count("x", 2, "right")
    assert tally.others == 4


def test_what_a_person_must_grade_has_no_answers_to_count() -> None:
    assert tallies(Part("answer", Judged(), JudgedKey()), "An essay.") == ()


def test_a_stored_answer_that_cannot_be_read_counts_as_blank() -> None:
    found = analyse_item(item_of(CHOICE), [given({"answer": ["gone"]}), given("junk")])
    assert (found.n, found.blank) == (2, 2)
    assert found.parts[0].tallies[0].blank == 2


def test_discrimination_is_the_correlation_with_the_other_items() -> None:
    # Deviations from the means 0.5 and 0.45: products sum to 1.25, squares to 2.5 and 0.825, so r = 1.25 / √2.0625.
    rests = [Fraction(number, 10) for number in (9, 8, 7, 6, 5, 4, 3, 2, 1, 0)]
    answers = [Given({"answer": ["b"]}, FULL if rest >= HALF else NONE, rest) for rest in rests]
    assert analyse_item(item_of(CHOICE), answers).discrimination == pytest.approx(0.8704, abs=0.0001)


def test_discrimination_is_not_told_of_few_answers_or_where_all_did_alike() -> None:
    nine = [Given(None, FULL if number % 2 else NONE, Fraction(number, 9)) for number in range(9)]
    alike = [Given(None, FULL, Fraction(number, 12)) for number in range(12)]
    assert analyse_item(item_of(CHOICE), nine).discrimination is None
    assert analyse_item(item_of(CHOICE), alike).discrimination is None


def test_marks_fall_into_ten_bins_and_full_marks_into_the_last() -> None:
    shares = [Fraction(0), Fraction(1, 10), Fraction(19, 100), Fraction(2, 3), Fraction(9, 10), Fraction(1)]
    found = summarise_marks(shares, passed=3)
    assert [one.n for one in found.bins] == [1, 2, 0, 0, 0, 0, 1, 0, 0, 2]
    assert found.bins[0] == Bin(0, 10, 1)
    assert found.bins[9] == Bin(90, 100, 2)
    assert (found.n, found.pass_share) == (6, Fraction(1, 2))
    assert found.mean == Fraction(857, 1800)  # (0 + 180 + 342 + 1200 + 1620 + 1800) / 1800 / 6


def test_marks_of_nobody_have_no_mean_and_no_share() -> None:
    found = summarise_marks([], passed=0)
    assert (found.n, found.mean, found.pass_share) == (0, None, None)
    assert sum(one.n for one in found.bins) == 0


def test_the_mean_is_exact() -> None:
    assert mean_of([Fraction(1, 3), Fraction(1, 3), Fraction(1, 3)]) == Fraction(1, 3)


@pytest.mark.parametrize(
    ("response", "believed"),
    [
        (["c"], {"plums-are-pears"}),
        (["b"], set()),
        (["a"], set()),
        (None, set()),
        (["gone"], set()),
    ],
)
def test_a_wrong_choice_shows_the_belief_that_its_author_named(response: JSON, believed: set[str]) -> None:
    assert beliefs_in(item_of(CHOICE), {"answer": response}) == believed


def test_a_belief_of_a_source_or_a_gap_is_shown_by_a_wrong_answer_to_it_alone() -> None:
    match = Part(
        "answer",
        Match((A, B), (Option("x", "X"), Option("y", "Y"))),
        MatchKey({"a": "x", "b": "y"}, {}, Rule.BY_PART),
        misconceptions={"b": "b-is-x"},
    )
    gaps = Part(
        "answer",
        GapSelect("{{g}}", (Gap("g", (A, B, C)),)),
        GapKey({"g": "a"}, {}, Rule.BY_PART),
        misconceptions={"g/b": "pears-first"},
    )
    assert beliefs_in(item_of(match), {"answer": {"b": "x"}}) == {"b-is-x"}
    assert beliefs_in(item_of(match), {"answer": {"a": "y", "b": "y"}}) == set()
    assert beliefs_in(item_of(gaps), {"answer": {"g": "b"}}) == {"pears-first"}
    assert beliefs_in(item_of(gaps), {"answer": {"g": "c"}}) == set()
    assert beliefs_asked(item_of(gaps)) == {"pears-first"}


def test_a_belief_of_a_known_mistake_is_shown_by_who_writes_it() -> None:
    forms = (Form("k-right", ("right",), FULL), Form("k-bad", ("keep",), NONE))
    part = Part("answer", TextEntry(), TextKey(forms), misconceptions={"k-bad": "keeps-it"})
    assert beliefs_in(item_of(part), {"answer": "KEEP"}) == {"keeps-it"}
    assert beliefs_in(item_of(part), {"answer": "something else"}) == set()


def test_variants_are_counted_by_what_answers_show_not_by_their_words() -> None:
    def variant(right: str, known: str) -> Item:
        forms = (Form("r", (right,), FULL), Form("k", (known,), NONE))
        return item_of(Part("answer", TextEntry(), TextKey(forms), misconceptions={"k": "adds-instead"}))

    answers = [
        (variant("6", "5"), Given({"answer": "6"}, FULL)),
        (variant("12", "7"), Given({"answer": "12"}, FULL)),
        (variant("12", "7"), Given({"answer": "7"}, NONE)),
        (variant("8", "6"), Given({"answer": "99"}, NONE)),
        (variant("8", "6"), Given(None, NONE)),
    ]
    found = analyse_variants(answers)
    assert (found.n, found.right, found.blank, found.facility) == (5, 2, 1, Fraction(2, 5))
    assert found.parts[0].tallies == (
        Tally(
            "",
            (Count("right", 2, "right"), Count("adds-instead", 1, "wrong", "adds-instead"), Count("other", 1, "wrong")),
            blank=1,
        ),
    )
