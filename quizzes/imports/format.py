"""What a format that can be imported offers: its names, whether a file is of it, and how it is read."""

from collections.abc import Callable
from dataclasses import dataclass

from quizzes.imports.files import Files
from quizzes.imports.limits import Limits
from quizzes.imports.report import Imported


@dataclass(frozen=True, slots=True)
class ImportFormat:
    """A way in which other systems write questions down.

    `name` is the word after `--from`; `title` and `givers` are for people. `recognises` may be generous: formats
    are asked in the order of `rank`, lowest first. `read` raises UnreadableError where the whole can't be used.
    """

    name: str
    title: str
    givers: str
    rank: int
    recognises: Callable[[Files], bool]
    read: Callable[[Files, Limits], Imported]
