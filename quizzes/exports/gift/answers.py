"""What stands between the braces of a GIFT question: one line an answer."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from html import escape

from quizzes.exports import markup
from quizzes.exports.fractions import percent
from quizzes.exports.gift.escapes import escaped, escaped_html, html, words
from quizzes.exports.moodle_answers import (
    FULL,
    menu_text,
    option_shares,
    remark,
    shown_code,
    spellings,
    tolerances,
    without_wildcards,
)
from quizzes.exports.remarks import steps_in_order
from quizzes.interactions import (
    Choice,
    ChoiceKey,
    GapKey,
    GapSelect,
    Item,
    Match,
    MatchKey,
    NumberKey,
    OrderKey,
    TextKey,
)


def true_false(item: Item, key: ChoiceKey) -> list[str]:
    """Return the right answer, the feedback on the wrong one, and that on the right one."""
    right, wrong = ("true", "false") if "true" in key.correct else ("false", "true")
    feedback = item.parts[0].feedback
    return [f"{right.upper()}{_remark(feedback.get(wrong, '')) or '#'}{_remark(feedback.get(right, ''))}"]


def multiple_choice(item: Item, choice: Choice, key: ChoiceKey) -> list[str]:
    """Return the options. One with `=` makes the question single; with weights alone several can be chosen."""
    single = choice.max_choices == 1
    shares, feedback = option_shares(key, single), item.parts[0].feedback
    return [
        f"{_weight(shares[option.key], single)}{shown}{_remark(feedback.get(option.key, ''))}"
        for option, shown in zip(choice.options, _shown(choice), strict=True)
    ]


def matching(match_: Match, key: MatchKey) -> list[str]:
    """Return the pairs, then the targets of no source."""
    texts = {target.key: _menu(target.text) for target in match_.targets}
    pairs = [(words(source.text), key.correct[source.key]) for source in match_.sources if source.key in key.correct]
    pairs += [("", target) for target in texts if target not in key.correct.values()]
    return [f"={source} -> {texts[target]}" for source, target in pairs]


def places(item: Item, key: OrderKey) -> list[str]:
    """Return each step with the number of its place, in an order that says nothing."""
    numbered = {option: place for place, option in enumerate(key.correct, 1)}
    steps = sorted(steps_in_order(item.parts[0]), key=lambda step: step.key)
    return [f"={words(step.text)} -> {numbered[step.key]}" for step in steps]


def gaps(select: GapSelect, key: GapKey) -> list[str]:
    """Return each gap, by its number, with its right option; then the options of no gap."""
    texts = {(gap.key, option.key): _menu(option.text) for gap in select.gaps for option in gap.options}
    right = {gap.key: texts[gap.key, key.correct[gap.key]] for gap in select.gaps}
    others = dict.fromkeys(text for text in texts.values() if text not in right.values())
    lines = [f"=({number}) -> {right[gap.key]}" for number, gap in enumerate(select.gaps, 1)]
    return lines + [f"= -> {text}" for text in others]


def numbered_gaps(select: GapSelect) -> str:
    """Return the text with `(1)` for the first gap, escaped."""
    keys = tuple(gap.key for gap in select.gaps)
    source = markup.html(markup.blocks(select.text, "tex", keys))
    found = re.sub(r'<gap key="([^"]+)"></gap>', lambda gap: f"({keys.index(gap[1]) + 1}) ____", source)
    return escaped_html(found)


def short_answer(item: Item, key: TextKey) -> list[str]:
    """Return the accepted texts and known mistakes, then what is said of all the rest."""
    lines = [
        f"=%{percent(form.credit)}%{escaped(without_wildcards(written))}{_remark(remark(item, form.key, form.credit))}"
        for form in key.forms
        for written in spellings(form, key)
    ]
    return [*lines, *([f"=%0%*#{html(item.wrong)}"] if item.wrong else [])]


def numerical(item: Item, key: NumberKey) -> list[str]:
    """Return the intervals, each a number with its tolerance, then what is said of all the rest."""
    lines = [
        f"=%{percent(interval.credit)}%{centre}:{reach}{_remark(remark(item, interval.key, interval.credit))}"
        for interval, centre, reach in tolerances(key)
    ]
    return [*lines, *([f"~#{html(item.wrong)}"] if item.wrong else [])]


def raw_texts(key: TextKey) -> Iterator[str]:
    """Yield the texts that are written as they are, and not as HTML."""
    for form in key.forms:
        yield from spellings(form, key)


def _shown(choice: Choice) -> Sequence[str]:
    if choice.form == "list":
        return [words(option.text) for option in choice.options]
    return [escaped(f"<pre><code>{escape(text, quote=False)}</code></pre>") for text in shown_code(choice)]


def _weight(share: Fraction, single: bool) -> str:
    if single and share == FULL:
        return "="
    return f"~%{percent(share)}%"


def _menu(source: str) -> str:
    return escaped(menu_text(source))


def _remark(said: str) -> str:
    return f"#{html(said)}" if said else ""
