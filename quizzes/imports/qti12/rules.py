"""What an item's response processing gives for a response: its score, and the names of the feedback it shows.

The rules are those of QTI 1.2 (information model, section 4), as far as they are read here; an item with any other
is refused, so that none is scored by half of its rules.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from lxml.etree import _Element as Element

from quizzes.imports.drafts import MOST, number
from quizzes.imports.limits import RefusedError
from quizzes.imports.xml import child, children, descendants, local, words

SCORE = "SCORE"
MOST_STEPS = 300_000  # of one item, over all responses that are tried: a bound on what a stranger's rules can cost
MOST_CONDITIONS = 2_000
SOME_TEXT = {"varsubstring": "takes any answer that contains a text", "varsubset": "compares sets of answers"}

Given = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Reply:
    """What an item gives for a response; the score is as its rules set it, not yet a share."""

    score: Fraction
    shown: frozenset[str]


@dataclass(frozen=True, slots=True)
class Test:
    """A value that a rule compares a response with; `is_wanted` is false below a `not`."""

    response: str
    value: str
    is_wanted: bool
    case_sensitive: bool


class Rules:
    """The conditions of an item, in order. Raises RefusedError where there are very many."""

    def __init__(self, item: Element) -> None:
        self.conditions = [one for found in children(item, "resprocessing") for one in children(found, "respcondition")]
        if len(self.conditions) > MOST_CONDITIONS:
            raise RefusedError("its scoring has very many rules")
        self._variable = _score_name(item)
        self._steps = 0

    def run(self, given: Given) -> Reply:
        """Return the reply to a response. Raises RefusedError where a rule is none that is read here."""
        score, shown = Fraction(0), set[str]()
        for condition in self.conditions:
            if not self._holds(child(condition, "conditionvar"), given):
                continue
            for one in children(condition, "setvar"):
                score = self._set(score, one)
            shown.update(str(one.get("linkrefid")) for one in children(condition, "displayfeedback"))
            if (condition.get("continue") or "No").lower() != "yes":
                break
        return Reply(score, frozenset(shown))

    def earns(self, condition: Element) -> Fraction:
        """Return what a condition alone would give."""
        score = Fraction(0)
        for one in children(condition, "setvar"):
            score = self._set(score, one)
        return score

    def tests(self, condition: Element) -> list[Test]:
        """Return what a condition compares, in order."""
        return list(_tests(child(condition, "conditionvar"), True))

    def _set(self, score: Fraction, one: Element) -> Fraction:
        if (one.get("varname") or SCORE).lower() != self._variable.lower():
            return score
        value = number(words(one), Fraction(MOST) + 1)
        if value > MOST:
            raise RefusedError(f"its scoring sets “{words(one)[:20]}”, which is no number")
        match (one.get("action") or "Set").lower():
            case "set":
                return value
            case "add":
                return score + value
            case "subtract":
                return score - value
            case action:
                raise RefusedError(f"its scoring uses the action “{action[:20]}”, which is not read here")

    def _holds(self, test: Element | None, given: Given) -> bool:
        """Say whether a test holds; `conditionvar` and `and` want all, but texts side by side are alternatives."""
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise RefusedError("its scoring has very many rules")
        if test is None:
            return False
        match local(test):
            case "conditionvar" | "and":
                inside = list(children(test))
                held = (self._holds(one, given) for one in inside)
                return any(held) if _are_alternatives(inside, given) else all(held)
            case "or":
                return any(self._holds(one, given) for one in children(test))
            case "not":
                return not any(self._holds(one, given) for one in children(test))
            case "other":
                return True
            case "unanswered":
                return not _given(test, given)
            case "varequal":
                return _equals(test, given)
            case "vargt" | "vargte" | "varlt" | "varlte" as name:
                return any(_compared(name, one, words(test)) for one in _given(test, given))
            case name:
                why = SOME_TEXT.get(name, f"uses “{name[:30]}”, which is not read here")
                raise RefusedError(f"its scoring {why}")


def is_within(test: str, value: Fraction, bound: Fraction) -> bool:
    """Say whether a value passes a comparison."""
    return {"vargt": value > bound, "vargte": value >= bound, "varlt": value < bound, "varlte": value <= bound}[test]


def _are_alternatives(inside: Sequence[Element], given: Given) -> bool:
    names = {one.get("respident") for one in inside}
    values = [words(one) for one in inside if local(one) == "varequal"]
    one_response = len(names) == 1 and len(values) == len(inside) > 1
    return one_response and len(_given(inside[0], given)) <= 1 and len(set(values)) > 1


def _equals(test: Element, given: Given) -> bool:
    wanted = words(test)
    if (test.get("case") or "").lower() == "yes":
        return any(one.strip() == wanted for one in _given(test, given))
    return any(one.strip().casefold() == wanted.casefold() for one in _given(test, given))


def _compared(name: str, written: str, bound: str) -> bool:
    value, limit = (number(text, Fraction(MOST) + 1) for text in (written, bound))
    return value <= MOST and limit <= MOST and is_within(name, value, limit)


def _given(test: Element, given: Given) -> Sequence[str]:
    name = test.get("respident")
    if name is None:
        return [one for several in given.values() for one in several]
    return given.get(name, ())


def _score_name(item: Element) -> str:
    names = [one.get("varname") or SCORE for one in descendants(item, "decvar")]
    return next((name for name in names if name.upper() == SCORE), names[0] if names else SCORE)


def _tests(test: Element | None, is_wanted: bool) -> Iterator[Test]:
    for one in [] if test is None else children(test):
        if local(one) == "varequal":
            is_exact = (one.get("case") or "").lower() == "yes"
            yield Test(one.get("respident") or "", words(one), is_wanted, is_exact)
        else:
            yield from _tests(one, is_wanted != (local(one) == "not"))
