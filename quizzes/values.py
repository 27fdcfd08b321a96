"""Values of formulas: exact numbers where they can be, texts and lists, and how each is written for a learner."""

import math
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction
from typing import TypeAlias

from quizzes.responses import JSON

Number: TypeAlias = int | Fraction | float
Value: TypeAlias = bool | int | Fraction | float | str | list["Value"] | tuple["Value", ...]

MOST_BITS = 512
MOST_ELEMENTS = 1000
PRECISION = 60  # digits kept between a fraction and its decimals


class BadValueError(ValueError):
    """A value that can't be used; the message says why."""


def exact(number: Number) -> Number:
    """Return a number in its simplest type. Raises BadValueError where it is not finite or too large."""
    if isinstance(number, float):
        if not math.isfinite(number):
            raise BadValueError("gives no finite number")
        return number
    if isinstance(number, Fraction) and number.denominator == 1:
        number = number.numerator
    if max(number.numerator.bit_length(), number.denominator.bit_length()) > MOST_BITS:
        raise BadValueError("gives a number with too many digits")
    return number


def authored(number: float) -> Number:
    """Return a number as its author wrote it: 0.1 is a tenth. Raises BadValueError where it is too large."""
    return exact(Fraction(str(exact(number))))


def as_decimal(number: Number, places: int) -> Decimal:
    """Return a number rounded to so many decimal places, half to even."""
    with localcontext() as context:
        context.prec = PRECISION * 4
        whole = Decimal(repr(number)) if isinstance(number, float) else Decimal(number.numerator) / number.denominator
        rounded = whole.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN)
        return rounded if rounded else Decimal(0)


def written(value: Value, places: int) -> str:
    """Return a value as a learner reads it: numbers with at most so many decimals, lists and shapes as in Python."""
    match value:
        case bool() | str():
            return str(value)
        case int() | Fraction() | float():
            text = f"{as_decimal(value, places):f}"
            return text.rstrip("0").rstrip(".") if "." in text else text
        case list():
            return f"[{', '.join(_inner(one, places) for one in value)}]"
        case tuple():
            inner = ", ".join(_inner(one, places) for one in value)
            return f"({inner},)" if len(value) == 1 else f"({inner})"


def _inner(value: Value, places: int) -> str:
    return f'"{value}"' if isinstance(value, str) else written(value, places)


def plain(value: Value) -> JSON:
    """Return a value as JSON can say it: fractions become floats, shapes become lists."""
    match value:
        case bool() | str() | int() | float():
            return value
        case Fraction():
            return float(value)
        case list() | tuple():
            return [plain(one) for one in value]


def has_most(value: Value, most: int = MOST_ELEMENTS) -> bool:
    """Say whether a list, with the lists in it, holds no more elements than allowed."""
    return _left(value, most) >= 0


def _left(value: Value, left: int) -> int:
    if isinstance(value, list | tuple):
        for one in value:
            left = _left(one, left - 1)
            if left < 0:
                break
    return left
