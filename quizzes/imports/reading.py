"""What a text could not keep, told while it is read, and what reading it needs: limits, pictures, and files."""

from dataclasses import dataclass, field

from quizzes.imports.limits import Limits, RefusedError
from quizzes.imports.pictures import Lookup, Pictures, nothing

MOST_NOTES = 100  # of one question: more than anybody reads


@dataclass(slots=True)
class Reading:
    """The texts of one question while they are read; `lost` says what could not be kept.

    `emphasis` is off while it would show as stars.
    """

    limits: Limits
    pictures: Pictures
    lookup: Lookup = nothing
    lost: dict[str, None] = field(default_factory=dict)
    emphasis: bool = True

    def lose(self, what: str) -> None:
        """Note something that could not be kept."""
        self.note(f"loses {what}")

    def note(self, sentence: str) -> None:
        """Note what is not as it was."""
        if len(self.lost) < MOST_NOTES:
            self.lost.setdefault(sentence)

    def bounded(self, source: str) -> str:
        """Return a text that is not too long. Raises RefusedError, and OutOfTimeError where the time is up."""
        self.limits.check_time()
        if len(source) > self.limits.text:
            raise RefusedError(f"it has a text of more than {self.limits.text:,} characters")
        return source
