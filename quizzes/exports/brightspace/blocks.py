"""Items as blocks of Brightspace's question CSV: a row a field, with a mark beside what is HTML."""

import csv
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from html import escape
from io import StringIO

from quizzes.exports import markup
from quizzes.exports.brightspace.outcomes import is_exact_number, scheme, scoring
from quizzes.exports.keys import is_true_false
from quizzes.exports.moodle_answers import shown_code
from quizzes.exports.qti.patterns import pattern
from quizzes.exports.remarks import general_feedback, steps_in_order
from quizzes.exports.report import short_name
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
    TextEntry,
    TextKey,
)
from quizzes.text import to_plain

COLUMNS = 5
DIFFICULTIES = {"easy": "1", "medium": "3", "hard": "5"}
HTML, PLAIN, REGULAR = "HTML", "NOT HTML", "regexp"
Row = tuple[str, ...]


def block(item: Item) -> str:
    """Return the rows of an item of one part, and an empty one after them."""
    target = StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    for row in (*_rows(item, item.parts[0]), ()):
        writer.writerow([*row, *[""] * (COLUMNS - len(row))])
    return target.getvalue()


def _rows(item: Item, part: Part) -> Iterator[Row]:
    kind, asked, body = _body(item, part)
    yield ("NewQuestion", kind)
    yield ("Title", short_name(item))
    yield ("QuestionText", asked, HTML)
    yield ("Points", str(item.points))
    yield ("Difficulty", DIFFICULTIES[item.difficulty])
    yield from body
    if item.hint:
        yield ("Hint", _blocks(item.hint), HTML)
    if said := markup.one_line(general_feedback(item, "mathml")):
        yield ("Feedback", said, HTML)


def _body(item: Item, part: Part) -> tuple[str, str, Iterator[Row]]:
    """Return the kind of question, its text and the rows of its answers."""
    asked = _blocks(item.prompt)
    match part.interaction, part.answer:
        case Choice() as choice, ChoiceKey() as key if is_true_false(choice):
            return "TF", asked, _true_false(part, key)
        case Choice(max_choices=1) as choice, ChoiceKey() as key:
            return "MC", asked, _single(part, choice, key)
        case Choice() as choice, ChoiceKey() as key:
            return "MS", asked, _several(part, choice, key)
        case Match() as match_, MatchKey() as key:
            return "M", asked, _matching(match_, key)
        case _, OrderKey() as key:
            return "O", asked, _ordering(part, key)
        case GapSelect() as select, GapKey() as key:
            return "M", asked + _numbered(select), _gaps(select, key)
        case TextEntry() as entry, TextKey() as key:
            return "SA", asked, _short(entry, key)
        case NumberEntry(unit=unit), NumberKey() as key:
            asked += f"<p>Unit: {escape(unit, quote=False)}</p>" if unit else ""
            return ("SA", asked, _numbers(key)) if is_exact_number(key) else ("WR", asked, _by_hand(str(key.answer)))
        case Judged(), JudgedKey(rubric=rubric):
            return "WR", asked, _by_hand(to_plain(rubric))
        case interaction, answer:
            raise TypeError(f"item {item.id!r}: a {type(answer).__name__} is no key of a {type(interaction).__name__}")


def _true_false(part: Part, key: ChoiceKey) -> Iterator[Row]:
    for option in ("true", "false"):
        yield (option.upper(), "100" if option in key.correct else "0", to_plain(part.feedback.get(option, "")))


def _single(part: Part, choice: Choice, key: ChoiceKey) -> Iterator[Row]:
    for option, shown in zip(choice.options, _shown(choice), strict=True):
        by_part = key.rule is Rule.BY_PART
        credit = max(key.credit[option.key], Fraction(0)) if by_part else Fraction(option.key in key.correct)
        yield ("Option", _percent(credit), shown, HTML, to_plain(part.feedback.get(option.key, "")))


def _several(part: Part, choice: Choice, key: ChoiceKey) -> Iterator[Row]:
    yield ("Scoring", scheme(key).name)
    for option, shown in zip(choice.options, _shown(choice), strict=True):
        right = "1" if option.key in key.correct else "0"
        yield ("Option", right, shown, HTML, to_plain(part.feedback.get(option.key, "")))


def _matching(match_: Match, key: MatchKey) -> Iterator[Row]:
    numbers = {target.key: str(number) for number, target in enumerate(match_.targets, 1)}
    yield ("Scoring", scoring(key.rule))
    for target in match_.targets:
        yield ("Choice", numbers[target.key], _words(target.text), HTML)
    for source in match_.sources:
        yield ("Match", numbers[key.correct[source.key]], _words(source.text), HTML)


def _ordering(part: Part, key: OrderKey) -> Iterator[Row]:
    yield ("Scoring", scoring(key.rule))
    for step in steps_in_order(part):
        yield ("Item", _words(step.text), HTML, to_plain(part.feedback.get(step.key, "")))


def _gaps(select: GapSelect, key: GapKey) -> Iterator[Row]:
    """Yield the options of all gaps as choices, each text once, and each gap as what takes one."""
    texts = {(gap.key, option.key): to_plain(option.text) for gap in select.gaps for option in gap.options}
    choices = sorted(dict.fromkeys(texts.values())) if select.shuffle else list(dict.fromkeys(texts.values()))
    yield ("Scoring", scoring(key.rule))
    for number, text in enumerate(choices, 1):
        yield ("Choice", str(number), _code(text), HTML)
    for number, gap in enumerate(select.gaps, 1):
        right = choices.index(texts[gap.key, key.correct[gap.key]]) + 1
        yield ("Match", str(right), f"({number})")


def _short(entry: TextEntry, key: TextKey) -> Iterator[Row]:
    yield ("InputBox", "1", str(entry.expected_length))
    for form in key.forms:
        expression = f"^{pattern(form.texts, key.case_sensitive, key.spaces)}$"
        yield ("Answer", _percent(form.credit), expression, REGULAR)


def _numbers(key: NumberKey) -> Iterator[Row]:
    yield ("InputBox", "1", "20")
    for interval in key.intervals:
        if interval.low == interval.high:
            yield ("Answer", _percent(interval.credit), _digits(interval.low), REGULAR)


def _digits(number: Decimal) -> str:
    """Return an expression for a number written with digits, whatever zeros stand before and after."""
    whole, _, places = format(abs(number).normalize(), "f").partition(".")
    sign = "[-−]" if number < 0 else r"\+?"
    before = f"0*{whole}" if whole != "0" else "0*" if places else "0+"
    after = rf"\.{places}0*" if places else r"(\.0*)?"
    return rf"^\s*{sign}{before}{after}\s*$"


def _by_hand(answer: str) -> Iterator[Row]:
    if answer:
        yield ("AnswerKey", answer)


def _numbered(select: GapSelect) -> str:
    """Return the text with `(1)` for the first gap."""
    keys = tuple(gap.key for gap in select.gaps)
    source = markup.one_line(markup.html(markup.blocks(select.text, gaps=keys)))
    return re.sub(r'<gap key="([^"]+)"></gap>', lambda gap: f"({keys.index(gap[1]) + 1}) ____", source)


def _shown(choice: Choice) -> Sequence[str]:
    if choice.form == "list":
        return [_words(option.text) for option in choice.options]
    return [_code(text) for text in shown_code(choice)]


def _code(text: str) -> str:
    return markup.one_line(f"<pre><code>{escape(text, quote=False)}</code></pre>")


def _percent(credit: Fraction) -> str:
    return str(round(credit * 100))


def _blocks(source: str) -> str:
    return markup.one_line(markup.block_html(source))


def _words(source: str) -> str:
    return markup.one_line(markup.inline_html(source))
