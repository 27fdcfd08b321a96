"""Shares of the credit as authors write them: a percentage such as 50, or a fraction such as 1/3."""

import re
from fractions import Fraction
from functools import lru_cache

Share = int | str

_WHOLE = 100


@lru_cache(1024)
def share_of(written: Share) -> Fraction | None:
    """Return a share, from -1 to 1, or None for what is none."""
    if isinstance(written, int):
        share = Fraction(written, _WHOLE)
    elif re.fullmatch(r"-?[0-9]{1,4}/[1-9][0-9]{0,3}", written):
        share = Fraction(written)
    else:
        return None
    return share if abs(share) <= 1 else None


def written_share(share: Fraction) -> Share:
    """Return a share as authors write it."""
    percent = share * _WHOLE
    return percent.numerator if percent.denominator == 1 else str(share)
