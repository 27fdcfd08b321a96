"""All formats side by side: what each makes of the questions of a quiz or a bank."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.web.teach.prepared import Leaving, fates
from quizzes.exports import formats


@dataclass(frozen=True, slots=True)
class FormatLine:
    """A way out with the address of its report; `changing` of its questions can score differently there."""

    title: str
    takers: str
    url: str
    counts: Mapping[str, int]
    changing: int


def format_lines(leaving: Leaving, url_of: Callable[[str], str]) -> list[FormatLine]:
    """Return every format with what it makes of a quiz or a bank; `url_of` gives the address of its report."""
    return [
        FormatLine(formats()[name].title, formats()[name].takers, url_of(name), fate.counts, fate.changing)
        for name, fate in fates(leaving).items()
    ]
