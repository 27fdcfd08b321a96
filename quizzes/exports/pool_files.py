"""Text files, one a pool, for systems whose pools are filled from files: one file, or several in an archive."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from quizzes.exports.archive import archive
from quizzes.exports.categories import draw_notes, filed
from quizzes.exports.losses import item_losses, quiz_losses
from quizzes.exports.pools import ExportQuiz
from quizzes.exports.report import Dropped, Lost, Outcome, Report, build_report
from quizzes.exports.spreading import spread_notes, with_variants
from quizzes.interactions import Item


@dataclass(frozen=True, slots=True)
class PoolFiles:
    """How a system takes pools as files.

    `text_of` gives what a file holds of an item, with its line ends; no file has more than `most` items. `outcome`
    says what becomes of an item, `losses` what it loses, and `of_quiz` what all items lose together.
    """

    name: str
    suffix: str
    most: int
    text_of: Callable[[Item], str]
    outcome: Callable[[Item], Outcome]
    losses: Callable[[Item], Iterable[str]]
    of_quiz: Callable[[ExportQuiz], Iterable[str]]
    encoding: str = "utf-8"

    def write(self, quiz: ExportQuiz) -> bytes:
        """Return the only file as it is, or all in an archive."""
        encoded = {name: text.encode(self.encoding) for name, text in self._texts(quiz).items()}
        return archive(encoded) if len(encoded) > 1 else b"".join(encoded.values())

    def is_several(self, quiz: ExportQuiz) -> bool:
        """Say whether the questions take more than one file."""
        return len(self._texts(quiz)) > 1

    def report(self, quiz: ExportQuiz) -> Report:
        """Return what the system will make of the files."""
        spread = with_variants(quiz)
        lost = [*spread_notes(quiz), *quiz_losses(spread), *draw_notes(spread, "file", "files")]
        lost += [Lost("", what) for what in self.of_quiz(spread)]
        for item in spread.items:
            lost += [*item_losses(item), *(Lost(item.id, what) for what in self.losses(item))]
        return build_report(self.name, spread.address, [(item, self.outcome(item)) for item in spread.items], lost)

    def _texts(self, quiz: ExportQuiz) -> dict[str, str]:
        by_title: dict[str, list[str]] = {}
        for pool, items in filed(with_variants(quiz)):
            kept = (item for item in items if not isinstance(self.outcome(item), Dropped))
            by_title.setdefault(pool.title, []).extend(map(self.text_of, kept))
        return {f"{n:02}-{_slug(title)}{self.suffix}": text for n, (title, text) in enumerate(self._cut(by_title), 1)}

    def _cut(self, by_title: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
        for title, blocks in by_title.items():
            for start in range(0, len(blocks), self.most):
                yield title, "".join(blocks[start : start + self.most])


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or "questions"
