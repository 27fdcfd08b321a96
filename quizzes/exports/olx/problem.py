"""Items as problems of Open edX: one response for a question, or one dropdown for each thing to place."""

import re
from collections.abc import Iterator
from fractions import Fraction
from html import escape

from lxml import etree
from lxml.etree import _Element as Element

from quizzes.exports import markup
from quizzes.exports.moodle_answers import remark, shown_code
from quizzes.exports.olx.elements import olx
from quizzes.exports.olx.outcomes import scheme, some_share
from quizzes.exports.pools import ExportQuiz
from quizzes.exports.qti.patterns import pattern
from quizzes.exports.remarks import general_feedback
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
    Order,
    OrderKey,
    Part,
    TextEntry,
    TextKey,
)
from quizzes.text import to_plain

SHOWN = {"after-submit": "attempted", "after-last": "finished"}  # when answers are shown; else never
OLD_OR = re.compile("_(o)(?=r_)", re.IGNORECASE)  # what an old notation takes for “or”


def block(quiz: ExportQuiz, item: Item) -> Element:
    """Return an item of one part as a problem, or as a text where a person grades it."""
    part = item.parts[0]
    if isinstance(part.interaction, Judged):
        return olx("html", *markup.blocks(item.prompt, "tex"), display_name=short_name(item))
    made = olx("problem", *markup.blocks(item.prompt, "tex"), **_settings(quiz, item))
    for child in _responses(item, part):
        made.append(child)
    if said := general_feedback(item, "tex"):
        made.append(olx("solution", _html("div", said)))
    if item.hint:
        made.append(olx("demandhint", _html("hint", markup.block_html(item.hint, "tex"))))
    return made


def _settings(quiz: ExportQuiz, item: Item) -> dict[str, str]:
    found = {
        "display_name": short_name(item),
        "weight": str(item.points),
        "showanswer": SHOWN.get(quiz.review, "never"),
    }
    return found | ({"max_attempts": str(quiz.attempts)} if quiz.attempts else {})


def _responses(item: Item, part: Part) -> Iterator[Element]:
    match part.interaction, part.answer:
        case Choice(max_choices=1) as choice, ChoiceKey() as key:
            yield _single(part, choice, key)
        case Choice() as choice, ChoiceKey() as key:
            yield _several(part, choice, key)
        case Match() as match_, MatchKey(correct=correct):
            for source in match_.sources:
                yield _above(source.text)
                texts = {target.key: to_plain(target.text) for target in match_.targets}
                yield _dropdown(to_plain(source.text), texts, correct[source.key])
        case Order(options=options), OrderKey(correct=right):
            places = {str(number): str(number) for number in range(1, len(options) + 1)}
            for option in options:
                yield _above(option.text)
                yield _dropdown(to_plain(option.text), places, str(right.index(option.key) + 1))
        case GapSelect() as select, GapKey(correct=correct):
            yield from _numbered(select)
            for number, gap in enumerate(select.gaps, 1):
                texts = {option.key: to_plain(option.text) for option in gap.options}
                yield olx("p", f"({number})")
                yield _dropdown(f"({number})", texts, correct[gap.key])
        case TextEntry(expected_length=length), TextKey() as key:
            yield _text(item, key, length)
        case NumberEntry(unit=unit), NumberKey() as key:
            yield _number(item, key, unit)
        case Judged(), JudgedKey():
            return
        case interaction, answer:
            raise TypeError(f"item {item.id!r}: a {type(answer).__name__} is no key of a {type(interaction).__name__}")


def _single(part: Part, choice: Choice, key: ChoiceKey) -> Element:
    group = olx("choicegroup", type="MultipleChoice", shuffle="true" if choice.shuffle else "false")
    worth = {option: some_share(key, option) for option in key.credit}
    for option, shown in zip(choice.options, _shown(choice), strict=True):
        share = worth[option.key]
        made = olx("choice", shown, correct="true" if share == 1 else "partial" if share else "false")
        if 0 < share < 1:
            made.set("point_value", f"{float(share):.10f}")
        group.append(_hinted(made, "choicehint", part.feedback.get(option.key, "")))
    by_points = {"partial_credit": "points"} if any(0 < share < 1 for share in worth.values()) else {}
    return olx("multiplechoiceresponse", group, **by_points)


def _several(part: Part, choice: Choice, key: ChoiceKey) -> Element:
    group = olx("checkboxgroup")
    for option, shown in zip(choice.options, _shown(choice), strict=True):
        made = olx("choice", shown, correct="true" if option.key in key.correct else "false")
        group.append(_hinted(made, "choicehint", part.feedback.get(option.key, ""), selected="true"))
    found = scheme(key).name
    return olx("choiceresponse", group, **({"partial_credit": found} if found != "false" else {}))


def _dropdown(label: str, texts: dict[str, str], right: str) -> Element:
    menu = olx("optioninput", label=label)
    for option, text in texts.items():
        menu.append(olx("option", text, correct="True" if option == right else "False"))
    return olx("optionresponse", menu)


def _text(item: Item, key: TextKey, length: int) -> Element:
    full = [form for form in key.forms if form.credit == 1]
    accepted = pattern((text for form in full for text in form.texts), key.case_sensitive, key.spaces)
    made = olx("stringresponse", answer=OLD_OR.sub(r"_[\1]", accepted), type="regexp")
    _hinted(made, "correcthint", remark(item, full[0].key, Fraction(1)))
    made.append(olx("textline", size=str(length or 20), label=to_plain(item.prompt)))
    return made


def _number(item: Item, key: NumberKey, unit: str) -> Element:
    first, *others = [interval for interval in key.intervals if interval.credit == 1]
    made = olx("numericalresponse", answer=f"[{first.low:f},{first.high:f}]")
    for interval in others:
        if interval.low == interval.high:
            made.append(olx("additional_answer", answer=f"{interval.low:f}"))
    _hinted(made, "correcthint", remark(item, first.key, Fraction(1)))
    entry = {"label": to_plain(item.prompt)} | ({"trailing_text": unit} if unit else {})
    made.append(olx("formulaequationinput", **entry))
    return made


def _hinted(made: Element, tag: str, source: str, **attributes: str) -> Element:
    """Return an element with what is said of it, where something is."""
    if source:
        said = _html(tag, markup.inline_html(source, "tex"))
        for name, value in attributes.items():
            said.set(name, value)
        made.append(said)
    return made


def _numbered(select: GapSelect) -> Iterator[Element]:
    """Yield the blocks of a text with `(1) ____` for the first gap."""
    keys = tuple(gap.key for gap in select.gaps)
    for shown in markup.blocks(select.text, "tex", keys):
        for gap in list(shown.iter("gap")):
            number = keys.index(str(gap.attrib.pop("key"))) + 1
            gap.tag = "span"
            gap.text = f"({number}) ____"
        yield shown


def _above(source: str) -> Element:
    """Return a text above its dropdown."""
    return _html("div", markup.inline_html(source, "tex"))


def _shown(choice: Choice) -> list[Element]:
    if choice.form == "list":
        return [markup.inline(option.text, "tex") for option in choice.options]
    return [markup.code(text) for text in shown_code(choice)]


def _html(tag: str, inside: str) -> Element:
    """Return an element around HTML, as XML has it."""
    closed = re.sub(r"<(br|hr|img)\b([^<>]*?)/?>", r"<\1\2/>", inside)
    return etree.fromstring(f"<{escape(tag)}>{closed}</{escape(tag)}>")
