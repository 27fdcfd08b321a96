"""Short text: a word or a phrase, compared with accepted forms."""

from collections.abc import Iterator
from typing import Literal

from quizzes.interactions import Part, TextEntry
from quizzes.kinds.base import PART, Authored, Outcome, OwedOutcome, Problem, Specimen, Words, said
from quizzes.kinds.entries import NearText, Spaces, near_key, text_key, text_problems, text_specimens


class ShortText(Authored, frozen=True, kw_only=True, tag="short-text"):
    """Accepted forms are compared after Unicode NFKC, with case and spaces as asked."""

    accept: tuple[Words, ...]
    feedback: OwedOutcome = Outcome()
    near: tuple[NearText, ...] = ()
    case: Literal["ignore", "match"] = "ignore"
    spaces: Spaces = "collapse"

    def problems(self) -> Iterator[Problem]:
        """Yield forms that can't be told apart."""
        yield from text_problems(self, self.accept, self.near, self.case == "match", self.spaces)

    def part(self) -> Part:
        """Return a text entry."""
        longest = max(len(text) for text in self.accept)
        return Part(
            key=PART,
            interaction=TextEntry(expected_length=max(12, longest + 4)),
            answer=text_key(self.accept, self.near, self.case == "match", self.spaces),
            feedback=said((near_key(n), known.feedback) for n, known in enumerate(self.near)),
            misconceptions={
                near_key(n): known.misconception for n, known in enumerate(self.near) if known.misconception
            },
        )

    def specimens(self) -> Iterator[Specimen]:
        """Yield every form and every known mistake."""
        yield from text_specimens(PART, self.accept, self.near)
