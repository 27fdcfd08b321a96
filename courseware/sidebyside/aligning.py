"""Programs to rows: which lines correspond, and which words of them differ. It knows nothing of pages.

Lines are aligned as sequences of genes are (Needleman and Wunsch, 1970), one program after the other, by how many
words two lines share. Programs in a lesson are short, so the cost, which grows with the square, does not matter.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

# Lines that share less correspond only by chance.
LEAST_ALIKE = 0.4
_BLANKS_ALIKE = 0.5
_SAME_START = 0.15
_OTHER_INDENT = 0.8
# A name with its dots is one word: `keras.ops.sum` differs from `tf.reduce_sum` as a whole.
_WORD = re.compile(r"[\w.]+|\s+|[^\w\s]")
_OPENING, _CLOSING = "([{", ")]}"
_BRACKETS = {*_OPENING, *_CLOSING}

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """Lines that correspond, one a program, None where a program has none."""

    lines: tuple[str | None, ...]

    @property
    def is_same(self) -> bool:
        """Say whether every program has the line, and the same."""
        return len(set(self.lines)) == 1

    @property
    def is_whole(self) -> bool:
        """Say whether every program has a line here."""
        return None not in self.lines

    def differing(self, program: int) -> tuple[Span, ...]:
        """Return the stretches of a program's line that not all others have; none where one of them has no line.

        Brackets alone are left out where there is more: they only follow from it.
        """
        line, lines = self.lines[program], [_words(line) for line in self.lines if line is not None]
        if line is None or self.is_same or not self.is_whole:
            return ()
        spans = tuple(_differing(lines[program], _common(lines)))
        return tuple((start, end) for start, end in spans if set(line[start:end]) - _BRACKETS) or spans


def align(programs: Sequence[Sequence[str]]) -> tuple[Row, ...]:
    """Return the rows of two programs or more, top to bottom; every line of every program is in one row."""
    first, *others = programs
    rows: list[tuple[str | None, ...]] = [(line,) for line in first]
    for count, program in enumerate(others, 1):
        rows = _with(rows, program, count)
    return tuple(Row(lines) for lines in rows)


def _with(rows: list[tuple[str | None, ...]], program: Sequence[str], count: int) -> list[tuple[str | None, ...]]:
    """Return rows of `count` programs with one more program beside them."""
    best = _scores(rows, program)
    made: list[tuple[str | None, ...]] = []
    above, line = len(rows), len(program)
    while above or line:
        if (
            above
            and line
            and best[above][line] == best[above - 1][line - 1] + _alike(rows[above - 1], program[line - 1])
        ):
            above, line = above - 1, line - 1
            made.append((*rows[above], program[line]))
        elif line and best[above][line] == best[above][line - 1]:
            line -= 1
            made.append((*[None] * count, program[line]))
        else:
            above -= 1
            made.append((*rows[above], None))
    return made[::-1]


def _scores(rows: Sequence[tuple[str | None, ...]], program: Sequence[str]) -> list[list[float]]:
    """Return how alike the first so many rows and the first so many lines can be made."""
    best = [[0.0] * (len(program) + 1) for _ in range(len(rows) + 1)]
    for above, row in enumerate(rows, 1):
        for line, written in enumerate(program, 1):
            together = best[above - 1][line - 1] + _alike(row, written)
            best[above][line] = max(together, best[above - 1][line], best[above][line - 1])
    return best


def _alike(row: tuple[str | None, ...], line: str) -> float:
    """Return how alike a row and a line are, from 0 to 1; minus infinity where they should not stand together."""
    found = [_alike_lines(other, line) for other in row if other is not None]
    score = sum(found) / len(found)
    return score if score >= LEAST_ALIKE else float("-inf")


@lru_cache(maxsize=4096)
def _alike_lines(one: str, other: str) -> float:
    if not one.strip() or not other.strip():
        return _BLANKS_ALIKE if one.strip() == other.strip() else 0.0
    indents = _indent(one) == _indent(other)
    words, others = ([word for word in _words(line) if not word.isspace()] for line in (one, other))
    ratio = SequenceMatcher(None, words, others, autojunk=False).ratio()
    # Statements of one kind start alike: import, for, print.
    return min(1.0, ratio + _SAME_START * (words[0] == others[0])) * (1.0 if indents else _OTHER_INDENT)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _words(line: str) -> list[str]:
    return _WORD.findall(line)


def _common(lines: Sequence[Sequence[str]]) -> list[str]:
    """Return the words that all lines have, in order."""
    common = list(lines[0])
    for line in lines[1:]:
        matcher = SequenceMatcher(None, common, line, autojunk=False)
        common = [common[at] for block in matcher.get_matching_blocks() for at in range(block.a, block.a + block.size)]
    return common


def _differing(words: Sequence[str], common: Sequence[str]) -> Iterable[Span]:
    """Yield the stretches of a line between the words that are common."""
    matcher = SequenceMatcher(None, words, common, autojunk=False)
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word))
    text = "".join(words)
    blocks = [(0, 0), *((block.a, block.a + block.size) for block in matcher.get_matching_blocks())]
    for (_, end), (start, _next) in pairwise(blocks):
        for left, right in _trimmed(text[starts[end] : starts[start]]):
            yield starts[end] + left, starts[end] + right


def _trimmed(text: str) -> tuple[Span, ...]:
    """Return where a text starts and ends without the blanks and the halves of brackets around it."""
    inner = text.strip(" \t").lstrip(_CLOSING).rstrip(_OPENING) or text.strip(" \t")
    left = text.find(inner)
    return ((left, left + len(inner)),) if inner else ()
