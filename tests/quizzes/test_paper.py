"""A seed gives one paper, for ever; seeds together give every item its share."""

from collections import Counter
from dataclasses import replace

import pytest
from msgspec import structs

from quizzes.bank import Bank
from quizzes.interactions import Choice, GapSelect, Item, Match, Order, Question, question_of
from quizzes.paper import arrange, draw_paper, shuffled
from quizzes.quiz import Quiz
from tests.quizzes.made import BY_PART, gapped, item, matched, one_of, options, ordered
from tests.quizzes.roots import every_quiz, library

SEEDS = [str(number) for number in range(2000)]


def final() -> tuple[Bank, Quiz]:
    bank = library().courses["deep-learning-frameworks"].bank
    return bank, bank.quizzes["final"]


def tiny(quiz: str) -> tuple[Bank, Quiz]:
    bank = library().courses["knots"].bank
    return bank, bank.quizzes[quiz]


def ids(items: tuple[Item, ...]) -> list[str]:
    return [one.id for one in items]


def keys(question: Question) -> str:
    interaction = question.parts[0].interaction
    assert isinstance(interaction, Choice | Order)
    return "".join(option.key for option in interaction.options)


def test_a_seed_gives_the_order_that_it_gave_when_papers_were_first_drawn() -> None:
    """From `printf "seed\\0a" | sha256sum`, sorted. It must never change, or old attempts would show another paper."""
    assert shuffled("abcdef", "seed") == ["a", "e", "d", "c", "f", "b"]
    assert shuffled("abcdef", "seed", "draw", "0") == ["d", "a", "f", "e", "b", "c"]


def test_the_order_does_not_depend_on_the_order_given() -> None:
    assert shuffled("fedcba", "seed") == shuffled("abcdef", "seed")


def test_names_do_not_run_into_each_other() -> None:
    assert shuffled("abcdefgh", "ab", "c") != shuffled("abcdefgh", "a", "bc")


@pytest.mark.parametrize("seed", SEEDS[:50])
def test_the_same_seed_gives_the_same_paper(seed: str) -> None:
    bank, quiz = final()
    assert draw_paper(bank, quiz, seed) == draw_paper(bank, quiz, seed)


@pytest.mark.parametrize("seed", SEEDS[:200])
def test_a_paper_of_the_final_has_24_items_none_twice(seed: str) -> None:
    names = ids(draw_paper(*final(), seed))
    assert len(names) == len(set(names)) == 24


@pytest.mark.parametrize("quiz", [pytest.param(quiz, id=quiz.address) for quiz in every_quiz()])
def test_a_paper_is_as_long_as_the_bank_says(quiz: Quiz) -> None:
    bank = library().courses[quiz.course].bank
    askable = {one.id for one in bank.askable(quiz)}
    for seed in SEEDS[:20]:
        names = ids(draw_paper(bank, quiz, seed))
        assert len(names) == bank.size(quiz)
        assert askable.issuperset(names)


def test_draws_keep_to_their_filters() -> None:
    for seed in SEEDS[:50]:
        paper = draw_paper(*tiny("final"), seed)
        assert Counter(one.kind in ("single", "true-false") for one in paper)[True] == 2
        assert [one.objective for one in paper if one.kind not in ("single", "true-false")] == ["rope-strength"]


def test_every_item_is_drawn_about_equally_often() -> None:
    # 1 of 2 items fits the last draw of the tiny final: 2000 papers, standard deviation 22.
    counts = Counter(name for seed in SEEDS for name in ids(draw_paper(*tiny("final"), seed)))
    assert set(counts) == {"loop-slips", "which-loop", "costs-strength", "breaking-load"}
    assert counts["loop-slips"] == counts["which-loop"] == 2000
    assert 890 < counts["costs-strength"] < 1110


def test_every_item_comes_first_about_equally_often() -> None:
    bank, quiz = tiny("tying")
    first = Counter(ids(draw_paper(bank, quiz, seed))[0] for seed in SEEDS)
    assert len(first) == 12
    # 2000 / 12 = 167, standard deviation 12.
    assert all(105 < count < 229 for count in first.values())


def test_a_quiz_that_does_not_shuffle_keeps_its_order() -> None:
    assert ids(draw_paper(*tiny("ropes-check"), "any")) == ["rope-part", "rope-weaker"]


def test_options_are_shuffled_by_the_seed_and_every_place_is_met() -> None:
    question = question_of(one_of("abcd", "a"))
    assert arrange(question, "x") == arrange(question, "x")
    places = Counter(keys(arrange(question, seed)).index("a") for seed in SEEDS)
    # 2000 / 4 = 500, standard deviation 19.
    assert all(400 < places[place] < 600 for place in range(4))


def test_two_questions_of_one_paper_are_not_shuffled_alike() -> None:
    one = question_of(one_of("abcdefgh", "a"))
    other = question_of(Item("other", "made", "?", one_of("abcdefgh", "a").parts))
    assert keys(arrange(one, "x")) != keys(arrange(other, "x"))


def test_options_that_their_author_orders_stay() -> None:
    kept = question_of(item(Choice(options("abcd"), shuffle=False), one_of("abcd", "a").parts[0].answer))
    assert {keys(arrange(kept, seed)) for seed in SEEDS[:20]} == {"abcd"}


def test_columns_stay_while_statements_are_shuffled() -> None:
    question = question_of(matched({"a": "x", "b": "y", "c": "z"}, "xyz", BY_PART, target_max=0))
    seen = set()
    for seed in SEEDS[:50]:
        interaction = arrange(question, seed).parts[0].interaction
        assert isinstance(interaction, Match)
        assert "".join(option.key for option in interaction.targets) == "xyz"
        seen.add("".join(option.key for option in interaction.sources))
    assert len(seen) == 6


def test_nothing_is_lost_or_added_by_arranging() -> None:
    for made in (
        ordered("cab", BY_PART),
        gapped({"g": "a"}, "abc", BY_PART),
        matched({"a": "x", "b": "y"}, "xyz", BY_PART),
    ):
        question = question_of(made)
        arranged = arrange(question, "x")
        assert sorted(str(question)) == sorted(str(arranged))


def test_a_quiz_that_keeps_its_options_in_order_asks_every_item_so() -> None:
    bank, quiz = tiny("tying")
    kept = replace(quiz, settings=structs.replace(quiz.settings, shuffle_options=False))
    for made in draw_paper(bank, kept, "x"):
        interaction = made.parts[0].interaction
        if isinstance(interaction, Choice | Match | GapSelect):
            assert arrange(question_of(made), "any").parts[0].interaction == interaction


def test_keeping_options_in_order_leaves_steps_shuffled() -> None:
    bank, quiz = tiny("tying")
    kept = replace(quiz, settings=structs.replace(quiz.settings, shuffle_options=False))
    steps = next(made for made in draw_paper(bank, kept, "x") if made.kind == "order")
    assert len({keys(arrange(question_of(steps), seed)) for seed in SEEDS[:50]}) > 10
