"""Matches and dropdowns as blanks to fill with numbers: `[a]` marks a blank, and a list says what a number means."""

import re
from collections.abc import Iterable, Sequence
from string import ascii_lowercase

from quizzes.exports import markup
from quizzes.interactions import GapKey, GapSelect, Match, MatchKey, Option

NOWHERE = 0  # the number of a source that has no target


def numbered_match(asked: str, match_: Match, key: MatchKey) -> list[str]:
    """Return the text with a blank before each source, then the blanks with the numbers of their targets."""
    numbers = {target.key: number for number, target in enumerate(match_.targets, 1)}
    choices = _listed(match_.targets) + ("" if len(key.correct) == len(match_.sources) else f"; {NOWHERE} = –")
    lines = [
        f"<p>[{name}] {_unmarked(_words(source.text))}</p>"
        for name, source in zip(ascii_lowercase, match_.sources, strict=False)
    ]
    answers = [numbers.get(key.correct.get(source.key, ""), NOWHERE) for source in match_.sources]
    return ["".join([_unmarked(f"{asked}<p>{choices}</p>"), *lines]), *_variables(answers)]


def numbered_gaps(asked: str, select: GapSelect, key: GapKey) -> list[str]:
    """Return the text with a blank for each gap, then the blanks with the numbers of their options."""
    places = {gap.key: place for place, gap in enumerate(select.gaps)}
    source = markup.html(markup.blocks(select.text, "tex", tuple(places)))
    text = re.sub(
        r'<gap key="([^"]+)"></gap>',
        lambda gap: f"({places[gap[1]] + 1}) [{ascii_lowercase[places[gap[1]]]}]",
        _unmarked(markup.one_line(source)),
    )
    lines, answers = [], []
    for number, gap in enumerate(select.gaps, 1):
        # A numbered list is never shuffled there, so it stands in an order that says nothing: that of the keys.
        options = sorted(gap.options, key=lambda option: option.key) if select.shuffle else list(gap.options)
        lines.append(f"<p>({number}): {_unmarked(_listed(options))}</p>")
        answers.append([option.key for option in options].index(key.correct[gap.key]) + 1)
    return ["".join([_unmarked(asked), text, *lines]), *_variables(answers)]


def _listed(options: Sequence[Option]) -> str:
    return "; ".join(f"{number} = {_words(option.text)}" for number, option in enumerate(options, 1))


def _variables(answers: Iterable[int]) -> list[str]:
    """Return each blank with its answer, and an empty field between two."""
    fields: list[str] = []
    for name, answer in zip(ascii_lowercase, answers, strict=False):
        fields += ["", name, str(answer)] if fields else [name, str(answer)]
    return fields


def _words(source: str) -> str:
    return markup.one_line(markup.inline_html(source, "tex"))


def _unmarked(source: str) -> str:
    """Return HTML in which no `[x]` of the author's is taken for a blank."""
    return source.replace("[", "&#91;")
