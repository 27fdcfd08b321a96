"""All formats side by side: what each makes of the questions of a quiz or a bank."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from quizzes.exports import ExportQuiz, formats
from quizzes.exports.matrix import row_of


@dataclass(frozen=True, slots=True)
class FormatLine:
    """A way out with the address of its report; `changing` of its questions can score differently there."""

    title: str
    takers: str
    url: str
    counts: Mapping[str, int]
    changing: int


def format_lines(prepared: ExportQuiz, url_of: Callable[[str], str]) -> list[FormatLine]:
    """Return every format with what it makes of a quiz or a bank; `url_of` gives the address of its report."""
    found = []
    for name, target in formats().items():
        url = url_of(name)
        kept = row_of(target.report(prepared)).all
        found.append(FormatLine(target.title, target.takers, url, kept.counts, kept.changing))
    return found
