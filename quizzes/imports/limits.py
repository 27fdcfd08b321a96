"""How much of a stranger's file is read. What goes beyond ends in an error that names the limit."""

from collections.abc import Callable
from dataclasses import dataclass

MEGABYTE = 1024 * 1024


class UnreadableError(Exception):
    """A file that can't be used at all; the message is one sentence that says what to do."""


class RefusedError(Exception):
    """One question that can't be taken; the message says why, without a stop."""


class OutOfTimeError(Exception):
    """Reading takes longer than it may. It is no fault of one question or file, so that none is refused for it."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes are in bytes, texts in characters; `ratio` is how far a file of an archive may unpack.

    `marks` counts the `<` of one XML file: an element takes far more memory than the few bytes that it can be.
    `is_over` says whether the time is up, for those who keep others waiting: sizes can't bound it, as a short text
    full of marks takes as long as a long one of words.
    """

    upload: int = 20 * MEGABYTE
    files: int = 5_000
    unpacked: int = 100 * MEGABYTE
    one_file: int = 20 * MEGABYTE
    ratio: int = 200
    items: int = 5_000
    depth: int = 100
    marks: int = 1_000_000
    text: int = 100_000
    picture: int = 5 * MEGABYTE
    is_over: Callable[[], bool] = _never

    def check_time(self) -> None:
        """Raise OutOfTimeError where the time is up. It is asked before each file, text and picture."""
        if self.is_over():
            raise OutOfTimeError


DEFAULT = Limits()
