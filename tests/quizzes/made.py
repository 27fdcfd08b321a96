"""Items made by hand for the grading tables: one part, called `p`."""

from decimal import Decimal
from fractions import Fraction

from quizzes.grading import Graded, grade
from quizzes.interactions import (
    Choice,
    ChoiceKey,
    Form,
    Gap,
    GapKey,
    GapSelect,
    Interaction,
    Interval,
    Item,
    Judged,
    JudgedKey,
    Key,
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

F = Fraction
HALF, THIRD = F(1, 2), F(1, 3)
BY_PART, ALL = Rule.BY_PART, Rule.ALL_OR_NOTHING


def options(keys: str) -> tuple[Option, ...]:
    return tuple(Option(key, key.upper()) for key in keys)


def item(interaction: Interaction, answer: Key) -> Item:
    return Item("made", "made", "?", (Part("p", interaction, answer),))


def one_of(keys: str, right: str) -> Item:
    credit = {key: F(key == right) for key in keys}
    return item(Choice(options(keys)), ChoiceKey(frozenset(right), credit, ALL))


def some_of(right: str, wrong: str, rule: Rule) -> Item:
    credit = {key: F(1, len(right)) for key in right} | {key: -F(1, len(wrong)) for key in wrong}
    return item(Choice(options(right + wrong), max_choices=0), ChoiceKey(frozenset(right), credit, rule))


def matched(pairs: dict[str, str], targets: str, rule: Rule, target_max: int = 1) -> Item:
    credit = {source: {target: F(1, len(pairs))} for source, target in pairs.items()}
    interaction = Match(options("".join(pairs)), options(targets), target_max=target_max)
    return item(interaction, MatchKey(pairs, credit, rule))


def ordered(right: str, rule: Rule) -> Item:
    return item(Order(options("".join(sorted(right)))), OrderKey(tuple(right), rule))


def gapped(right: dict[str, str], choices: str, rule: Rule) -> Item:
    gaps = tuple(Gap(gap, options(choices)) for gap in right)
    credit = {gap: {choice: F(1, len(right))} for gap, choice in right.items()}
    return item(GapSelect("", gaps), GapKey(right, credit, rule))


def typed(forms: dict[str, Fraction], *, case: bool = False, spaces: str = "collapse") -> Item:
    made = tuple(Form(f"form-{n}", (text,), credit) for n, (text, credit) in enumerate(forms.items()))
    return item(TextEntry(), TextKey(made, case_sensitive=case, spaces=spaces))  # type: ignore[arg-type]


def number(*intervals: tuple[str, str, Fraction]) -> Item:
    made = tuple(Interval(f"i{n}", Decimal(low), Decimal(high), c) for n, (low, high, c) in enumerate(intervals))
    return item(NumberEntry(), NumberKey(made[0].low, made))


def judged() -> Item:
    return item(Judged(), JudgedKey())


EVERY_INTERACTION = {
    "choice": one_of("abc", "b"),
    "choice of several": some_of("ab", "cd", BY_PART),
    "match": matched({"a": "x", "b": "y"}, "xyz", BY_PART),
    "categorise": matched({"a": "x", "b": "x", "c": "y"}, "xy", BY_PART, target_max=0),
    "order": ordered("cab", BY_PART),
    "gap-select": gapped({"g": "a", "h": "b"}, "abc", BY_PART),
    "text-entry": typed({"yes": F(1), "near": HALF}),
    "number-entry": number(("1", "2", F(1)), ("3", "3", HALF)),
    "judged": judged(),
}


def score(made: Item, value: object) -> Fraction | None:
    """Return the score of a value given to the only part, or None where it is refused."""
    graded = grade(made, {"p": value})
    return graded.score if isinstance(graded, Graded) else None
