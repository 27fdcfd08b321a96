"""What a format offers: its names, a report of what it will keep, and the file."""

from collections.abc import Callable
from dataclasses import dataclass

from quizzes.exports.pools import ExportQuiz
from quizzes.exports.report import Report

ZIP = "application/zip"


def _never(quiz: ExportQuiz) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a quiz down for another system.

    `name` is the word after `--to`; `title` and `takers` are for people; `suffix` starts with a dot.
    `report` says what `write` will do, item by item, and is computed without writing. The same quiz
    always gives the same bytes. `is_several` says whether a quiz takes several files, which then come
    as one archive.
    """

    name: str
    title: str
    takers: str
    suffix: str
    media_type: str
    report: Callable[[ExportQuiz], Report]
    write: Callable[[ExportQuiz], bytes]
    is_several: Callable[[ExportQuiz], bool] = _never

    def file_name(self, quiz: ExportQuiz) -> str:
        """Return what to call the file of a quiz."""
        several = self.is_several(quiz)
        return f"{quiz.course}-{quiz.slug}{f'.{self.name}.zip' if several else self.suffix}"

    def media_type_of(self, quiz: ExportQuiz) -> str:
        """Return the media type of the file of a quiz."""
        return ZIP if self.is_several(quiz) else self.media_type
