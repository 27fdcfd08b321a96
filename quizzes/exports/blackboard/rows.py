"""Items as rows of Blackboard's question upload: fields of HTML with a tab between them."""

from collections.abc import Iterable
from html import escape

from quizzes.exports import markup
from quizzes.exports.blackboard.blanks import numbered_gaps, numbered_match
from quizzes.exports.blackboard.outcomes import is_paired
from quizzes.exports.keys import is_true_false
from quizzes.exports.moodle_answers import shown_code, spellings, tolerances
from quizzes.exports.remarks import steps_in_order
from quizzes.interactions import (
    Choice,
    ChoiceKey,
    GapKey,
    GapSelect,
    Item,
    Judged,
    JudgedKey,
    Match,
    MatchKey,
    NumberEntry,
    NumberKey,
    OrderKey,
    Part,
    Rule,
    TextKey,
)
from quizzes.text import to_plain

LINE_END = "\r\n"


def row(item: Item) -> str:
    """Return the row of an item of one part, with its line end."""
    return "\t".join(_fields(item, item.parts[0])) + LINE_END


def _fields(item: Item, part: Part) -> list[str]:
    asked = markup.one_line(markup.block_html(item.prompt, "tex"))
    match part.interaction, part.answer:
        case Choice() as choice, ChoiceKey() as key if is_true_false(choice):
            return ["TF", asked, "true" if "true" in key.correct else "false"]
        case Choice() as choice, ChoiceKey() as key:
            return ["MC" if choice.max_choices == 1 else "MA", asked, *_options(choice, key)]
        case Match() as match_, MatchKey() as key if is_paired(part, key):
            return ["MAT", asked, *_pairs(match_, key)]
        case Match() as match_, MatchKey() as key:
            return ["FIB_PLUS", *numbered_match(asked, match_, key)]
        case _, OrderKey():
            return ["ORD", asked, *(_words(step.text) for step in steps_in_order(part))]
        case GapSelect() as select, GapKey() as key:
            return ["FIB_PLUS", *numbered_gaps(asked, select, key)]
        case _, TextKey() as key:
            return ["FIB", asked, *_accepted(key)]
        case NumberEntry(unit=unit), NumberKey() as key:
            return ["NUM", asked + (f"<p>Unit: {escape(unit, quote=False)}</p>" if unit else ""), *_number(key)]
        case Judged(), JudgedKey(rubric=rubric):
            return ["ESS", asked, to_plain(rubric)]
        case interaction, answer:
            raise TypeError(f"item {item.id!r}: a {type(answer).__name__} is no key of a {type(interaction).__name__}")


def _options(choice: Choice, key: ChoiceKey) -> Iterable[str]:
    right = key.correct
    if choice.max_choices == 1 and key.rule is Rule.BY_PART:
        right = frozenset(option for option, credit in key.credit.items() if credit == 1)
    for option, shown in zip(choice.options, _shown(choice), strict=True):
        yield from (shown, "correct" if option.key in right else "incorrect")


def _shown(choice: Choice) -> list[str]:
    if choice.form == "list":
        return [_words(option.text) for option in choice.options]
    return [markup.one_line(f"<pre><code>{escape(text, quote=False)}</code></pre>") for text in shown_code(choice)]


def _pairs(match_: Match, key: MatchKey) -> Iterable[str]:
    texts = {target.key: _words(target.text) for target in match_.targets}
    for source in match_.sources:
        yield from (_words(source.text), texts[key.correct[source.key]])


def _accepted(key: TextKey) -> Iterable[str]:
    texts = (text for form in key.forms if form.credit == 1 for text in spellings(form, key))
    return dict.fromkeys(markup.one_line(text) for text in texts)


def _number(key: NumberKey) -> list[str]:
    """Return the number with its tolerance: the first interval that earns all."""
    found = ([centre, reach] for interval, centre, reach in tolerances(key) if interval.credit == 1)
    return next(found, [format(key.answer, "f"), "0"])


def _words(source: str) -> str:
    return markup.one_line(markup.inline_html(source, "tex"))
