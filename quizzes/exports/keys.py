"""What keys have in common whatever the format: how their credit is spread, and what a simple system could take."""

from collections.abc import Mapping
from fractions import Fraction

from quizzes.interactions import Choice, ChoiceKey, Credit, GapKey, Key, MatchKey, OrderKey, Part, Rule

TRUE_FALSE = {"true": "True", "false": "False"}
TYPOGRAPHIC = frozenset("'\"-")  # what people's keyboards turn into typographic quotes and dashes


def is_true_false(choice: Choice) -> bool:
    """Say whether a choice is between true and false."""
    return choice.max_choices == 1 and {option.key: option.text for option in choice.options} == TRUE_FALSE


def is_of_one(part: Part) -> bool:
    """Say whether a part asks to choose one option."""
    return isinstance(part.interaction, Choice) and part.interaction.max_choices == 1


def is_all_or_nothing(part: Part, key: ChoiceKey) -> bool:
    """Say whether one answer to a choice earns everything and every other nothing."""
    if is_of_one(part):
        earning = {option for option, credit in key.credit.items() if credit > 0}
        return len(key.correct) == 1 and (key.rule is Rule.ALL_OR_NOTHING or earning <= key.correct)
    return key.rule is Rule.ALL_OR_NOTHING


def is_even(key: Key) -> bool:
    """Say whether each element is worth the same where it is right, and nothing elsewhere."""
    if isinstance(key, OrderKey):
        return True
    if not isinstance(key, MatchKey | GapKey):
        return False
    return set(key.credit) == set(key.correct) and all(
        _only(row) == {key.correct[element]: Fraction(1, len(key.correct))} for element, row in key.credit.items()
    )


def _only(row: Credit) -> Mapping[str, Fraction]:
    return {target: credit for target, credit in row.items() if credit}
