"""The fractions that Moodle knows. Its importer skips a question with any other, and 33 is not 33.33333."""

from fractions import Fraction

_PARTS = ("1", "9/10", "5/6", "4/5", "3/4", "7/10", "2/3", "3/5", "1/2", "2/5", "1/3", "3/10")
_SMALL = ("1/4", "1/5", "1/6", "1/7", "1/8", "1/9", "1/10", "1/20", "0")
KNOWN = tuple(Fraction(part) for part in (*_PARTS, *_SMALL))


def is_known(share: Fraction) -> bool:
    """Say whether Moodle has this fraction, or its negative."""
    return abs(share) in KNOWN


def nearest(share: Fraction) -> Fraction:
    """Return the fraction of Moodle that is nearest; of two, the smaller."""
    found = min(reversed(KNOWN), key=lambda known: abs(abs(share) - known))
    return found if share >= 0 else -found


def percent(share: Fraction) -> str:
    """Return the nearest fraction as Moodle writes it: a percentage with five decimals at most."""
    return f"{float(nearest(share) * 100):.5f}".rstrip("0").rstrip(".")
