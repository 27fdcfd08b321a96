"""Keys as the answers of Moodle's question types: what Moodle XML and GIFT have in common."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from html import escape

from quizzes.exports import markup
from quizzes.grading import fold
from quizzes.interactions import Choice, ChoiceKey, Form, Interval, Item, NumberKey, Rule, TextKey
from quizzes.text import to_plain

FULL, NOTHING = Fraction(1), Fraction(0)


def option_shares(key: ChoiceKey, single: bool) -> dict[str, Fraction]:
    """Return the fraction of each option.

    All or nothing among several right ones can't be said: a wrong one then takes all, a right one gives its share.
    """
    if key.rule is Rule.BY_PART:
        return {option: max(credit, NOTHING) if single else credit for option, credit in key.credit.items()}
    right = FULL if single else Fraction(1, max(len(key.correct), 1))
    wrong = NOTHING if single else -FULL
    return {option: right if option in key.correct else wrong for option in key.credit}


def shown_code(choice: Choice) -> list[str]:
    """Return the options of a choice among lines or outputs, as they are printed."""
    return markup.numbered(choice.options) if choice.form == "lines" else [option.text for option in choice.options]


def spellings(form: Form, key: TextKey) -> Iterable[str]:
    """Return the texts of a form as authored and, where that differs, with plain quotes, dashes and spaces."""
    plain = [fold(written, True, "exact" if key.spaces == "exact" else "collapse") for written in form.texts]
    return dict.fromkeys(written.strip() for pair in zip(form.texts, plain, strict=True) for written in pair)


def without_wildcards(written: str) -> str:
    """Return a text in which `*` stands for itself, and not for any text."""
    return written.replace("*", r"\*")


def tolerances(key: NumberKey) -> Iterator[tuple[Interval, str, str]]:
    """Yield each interval with its centre and how far it reaches from there."""
    for interval in key.intervals:
        centre, reach = (interval.low + interval.high) / 2, (interval.high - interval.low) / 2
        yield interval, _decimal(centre), _decimal(reach)


def menu_text(source: str) -> str:
    """Return a Markdown text for a menu: plain, and escaped, because Moodle reads it as HTML."""
    return escape(to_plain(source), quote=False)


def remark(item: Item, key: str, credit: Fraction) -> str:
    """Return what is said of a form or an interval of an item's only part."""
    return item.parts[0].feedback.get(key, item.right if credit == FULL else "")


def _decimal(number: Decimal) -> str:
    return format(number.normalize(), "f")
