"""What a package is read from and within, and what was taken of it so far."""

from dataclasses import dataclass, field

from quizzes.imports.files import Files
from quizzes.imports.limits import Limits
from quizzes.imports.names import Names
from quizzes.imports.pictures import Pictures


@dataclass(slots=True)
class Shelf:
    """The files of a package while they are read; `names` are the ids given so far."""

    files: Files
    limits: Limits
    pictures: Pictures
    names: Names = field(default_factory=Names)
