"""Options of which some are right: what single choice, multiple choice, output and dropdowns share."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from quizzes.interactions import Choice, ChoiceKey, Option, Part, Rule
from quizzes.kinds.base import (
    FEWEST,
    PART,
    Authored,
    Owed,
    Problem,
    Slug,
    Specimen,
    Words,
    blank_and_unreadable,
    repeated,
    said,
)
from quizzes.kinds.shares import Share, share_of
from quizzes.source import Place

FULL, NOTHING = Fraction(1), Fraction(0)


class AuthoredOption(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One option; a misconception is named on wrong ones only.

    `credit` is what choosing it earns where it is not simply right or wrong: a percentage, or a fraction as `1/3`.
    """

    id: Slug
    text: Words
    feedback: Owed = ""
    correct: bool = False
    misconception: str = ""
    credit: Share = 0

    @property
    def share(self) -> Fraction:
        """Return what a learner earns who chooses this one of several."""
        return FULL if self.correct else share_of(self.credit) or NOTHING


def option_problems(place: Place, options: Sequence[AuthoredOption], whose: str) -> Iterator[Problem]:
    """Yield what is wrong with any list of options."""
    if len(options) < FEWEST:
        yield Problem(place, f"{whose} needs at least {FEWEST} options")
    yield from repeated(((*place, n, "id"), option.id) for n, option in enumerate(options))
    yield from repeated_texts(((*place, n, "text"), option.text) for n, option in enumerate(options))
    for n, option in enumerate(options):
        if option.correct and option.misconception:
            yield Problem(
                (*place, n, "misconception"), f"option “{option.id}” is right, so it can't name a misconception"
            )
        if share_of(option.credit) is None:
            message = f"“{option.credit}” is no share; write a percentage up to 100, or a fraction such as 1/3"
            yield Problem((*place, n, "credit"), message)


def repeated_texts(texts: Iterable[tuple[Place, str]]) -> Iterator[Problem]:
    """Yield a problem for each text that stands twice: a learner could not tell them apart."""
    seen: set[str] = set()
    for place, text in texts:
        if text.strip() in seen:
            yield Problem(place, f"“{text.strip()}” stands here twice; a learner can't tell them apart")
        seen.add(text.strip())


def one_correct(place: Place, options: Sequence[AuthoredOption], whose: str) -> Iterator[Problem]:
    """Yield a problem unless exactly one option is right."""
    count = sum(option.correct for option in options)
    if count == 0:
        yield Problem(place, f"{whose} has no correct option; mark one with correct: true")
    elif count > 1:
        yield Problem(place, f"{whose} has {count} correct options; keep one correct: true")
    for n, option in enumerate(options):
        if option.correct and option.credit:
            yield Problem((*place, n, "credit"), f"option “{option.id}” is right and earns everything; drop its credit")
        elif option.credit and option.share < 0:
            yield Problem((*place, n, "credit"), f"option “{option.id}” can't earn less than nothing; drop its credit")


def single_part(item: Authored, options: Sequence[AuthoredOption], interaction: Choice) -> Part:
    """Return the part of an item of whose options one is chosen; those worth part of the credit earn it."""
    credit = {item.key_of(option.id): option.share for option in options}
    return Part(
        key=PART,
        interaction=interaction,
        answer=ChoiceKey(
            correct=frozenset(key for key, share in credit.items() if share == FULL),
            credit=credit,
            rule=Rule.BY_PART if any(option.credit for option in options) else Rule.ALL_OR_NOTHING,
        ),
        feedback=said((item.key_of(option.id), option.feedback) for option in options),
        misconceptions={item.key_of(o.id): o.misconception for o in options if o.misconception},
    )


def lowered(item: Authored, options: Sequence[AuthoredOption]) -> tuple[Option, ...]:
    """Return the open half of options."""
    return tuple(Option(item.key_of(option.id), option.text.strip()) for option in options)


def single_specimens(item: Authored, options: Sequence[AuthoredOption]) -> Iterator[Specimen]:
    """Yield one specimen for each option: the right one scores 1, each other its credit or 0."""
    for option in options:
        name = "right" if option.correct else f"{'partly' if option.credit else 'wrong'}: {option.id}"
        yield Specimen(name, {PART: [item.key_of(option.id)]}, option.share)
    yield from blank_and_unreadable(["no-such-option"])
