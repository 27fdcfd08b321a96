"""Aiken read as Moodle's manual describes it: a question on one line, options with letters, then the key."""

import re
from dataclasses import dataclass

from quizzes.interactions import Choice, Item
from quizzes.responses import JSON
from tests.quizzes.exports.plain_reading import shown


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    options: tuple[str, ...]
    right: int

    def score(self, item: Item, response: JSON) -> float:
        """Return what choosing an option by what is read earns."""
        value = response.get("answer") if isinstance(response, dict) else None
        if not value:
            return 0.0
        choice = item.parts[0].interaction
        assert isinstance(choice, Choice)
        assert isinstance(value, list)
        keys = [option.key for option in choice.options]
        read = shown(choice)[keys.index(str(value[0]))]
        return float([" ".join(option.split()) for option in self.options].index(read) == self.right)


def read(document: bytes) -> list[Question]:
    """Return the questions. Anything that is no question, option or key in its place is an error."""
    found: list[Question] = []
    text, options = "", []
    for line in document.decode().split("\n"):
        if not line.strip():
            assert not text, f"a blank line inside {text!r}"
        elif option := re.fullmatch(r"([A-Z])[.)] (.+)", line):
            assert text, line
            assert ord(option[1]) - ord("A") == len(options), line
            options.append(option[2])
        elif line.startswith("ANSWER: "):
            right = ord(line.removeprefix("ANSWER: ")) - ord("A")
            assert 0 <= right < len(options), line
            found.append(Question(text, tuple(options), right))
            text, options = "", []
        else:
            assert not text, f"a question on two lines: {line!r}"
            text = line
    assert not text
    return found
