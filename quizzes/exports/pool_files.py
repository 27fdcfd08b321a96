"""Text files, one a pool, for systems whose pools are filled from files: one file, or several in an archive."""

import re
from collections.abc import Callable, Sequence

from quizzes.exports.archive import archive
from quizzes.exports.categories import filed
from quizzes.exports.pools import ExportQuiz
from quizzes.interactions import Item

Rows = Sequence[str]  # what a file holds of one item, each with its line end


def files(quiz: ExportQuiz, rows_of: Callable[[Item], Rows], suffix: str, most: int) -> dict[str, str]:
    """Return the texts of the files by name; none holds the rows of more than so many items."""
    by_title: dict[str, list[str]] = {}
    for pool, items in filed(quiz):
        by_title.setdefault(pool.title, []).extend("".join(rows_of(item)) for item in items)
    found: dict[str, str] = {}
    for title, blocks in by_title.items():
        kept = [block for block in blocks if block]
        for start in range(0, len(kept), most):
            found[f"{len(found) + 1:02}-{_slug(title)}{suffix}"] = "".join(kept[start : start + most])
    return found


def bundled(found: dict[str, str], encoding: str = "utf-8") -> bytes:
    """Return the only file as it is, or all in an archive."""
    encoded = {name: text.encode(encoding) for name, text in found.items()}
    return archive(encoded) if len(encoded) > 1 else b"".join(encoded.values())


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or "questions"
