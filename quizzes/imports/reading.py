"""What a text could not keep, told while it is read, and what reading it needs: limits, pictures, and files."""

from dataclasses import dataclass, field

from quizzes.imports.limits import Limits, RefusedError
from quizzes.imports.pictures import Lookup, Pictures, nothing


@dataclass(slots=True)
class Reading:
    """The texts of one question while they are read; `lost` says what could not be kept.

    `emphasis` is off while it would show as stars.
    """

    limits: Limits
    pictures: Pictures
    lookup: Lookup = nothing
    lost: list[str] = field(default_factory=list)
    emphasis: bool = True

    def lose(self, what: str) -> None:
        """Note something that could not be kept."""
        self.note(f"loses {what}")

    def note(self, sentence: str) -> None:
        """Note what is not as it was."""
        if sentence not in self.lost:
            self.lost.append(sentence)

    def bounded(self, source: str) -> str:
        """Return a text that is not too long. Raises RefusedError."""
        if len(source) > self.limits.text:
            raise RefusedError(f"it has a text of more than {self.limits.text:,} characters")
        return source
