"""A question of the closed language as its author would write it: the one way back from lowered to authored."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from quizzes.authoring import choices
from quizzes.authoring.choices import FULL, NOTHING, Fields, UnsayableError, authored_option
from quizzes.interactions import (
    Choice,
    ChoiceKey,
    Gap,
    GapKey,
    GapSelect,
    Interval,
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
    Rule,
    TextEntry,
    TextKey,
)
from quizzes.kinds.shares import written_share
from quizzes.text import to_plain


def authored(item: Item) -> Fields:
    """Return what stands in a bank for an item. Raises UnsayableError."""
    if len(item.parts) != 1:
        raise UnsayableError(f"it asks {len(item.parts)} things, and a question here asks one")
    kind, fields = _body(item, item.parts[0])
    prompt = fields.pop("prompt", item.prompt)
    head: Fields = {"id": item.id, "kind": kind, "prompt": prompt}
    if item.points != 1:
        head["points"] = item.points
    if item.difficulty != "medium":
        head["difficulty"] = item.difficulty
    for name in ("objective", "see", "explanation", "hint"):
        if value := getattr(item, name):
            head[name] = value
    if item.tags:
        head["tags"] = list(item.tags)
    said = {word: text for word, text in (("right", item.right), ("wrong", item.wrong)) if text}
    return head | fields | ({"feedback": said} if said else {})


def _body(item: Item, part: Part) -> tuple[str, Fields]:
    match part.interaction, part.answer:
        case Choice(form="lines") as choice, ChoiceKey() as key:
            return "faulty-line", choices.faulty_line(part, choice, key)
        case Choice(form="output") as choice, ChoiceKey() as key:
            return choices.output(item, part, choice, key)
        case Choice(max_choices=1) as choice, ChoiceKey() as key:
            return choices.one_of(part, choice, key)
        case Choice() as choice, ChoiceKey() as key:
            return "multiple", choices.multiple(part, choice, key)
        case Match() as match_, MatchKey() as key:
            return _match(part, match_, key)
        case Order() as order, OrderKey() as key:
            return "order", _order(part, order, key)
        case GapSelect() as select, GapKey() as key:
            return "dropdowns", _dropdowns(part, select, key)
        case TextEntry(), TextKey() as key:
            return "short-text", _short_text(part, key)
        case NumberEntry() as entry, NumberKey() as key:
            return "numeric", _numeric(part, entry, key)
        case Judged(), JudgedKey():
            raise UnsayableError("a person must grade it, which quizzes here can’t ask for")
        case interaction, answer:
            raise TypeError(f"a {type(answer).__name__} is no key of a {type(interaction).__name__}")


def _match(part: Part, match: Match, key: MatchKey) -> tuple[str, Fields]:
    left_out = [source.text for source in match.sources if source.key not in key.correct]
    if left_out:
        raise UnsayableError(f"“{to_plain(left_out[0])[:40]}” belongs to nothing, and here everything on the left does")
    rule = "by-{}" if key.rule is Rule.BY_PART else "all-or-nothing"
    targets = {target.key: target.text for target in match.targets}
    if match.target_max == 0:
        statements = [
            {"id": one.key, "text": one.text, "column": key.correct[one.key]} | _feedback(part, one.key)
            for one in match.sources
        ]
        columns = [{"id": name, "text": text} for name, text in targets.items()]
        made: Fields = {"credit": rule.format("statement"), "columns": columns, "statements": statements}
        return "categorise", made
    pairs = [
        {"id": one.key, "left": one.text, "right": targets[key.correct[one.key]]} | _feedback(part, one.key)
        for one in match.sources
    ]
    used = set(key.correct.values())
    extra = [{"id": name, "right": text} | _feedback(part, name) for name, text in targets.items() if name not in used]
    fields: Fields = {"credit": rule.format("pair"), "pairs": pairs}
    return "match", fields | ({"extra": extra} if extra else {})


def _order(part: Part, order: Order, key: OrderKey) -> Fields:
    texts = {option.key: option.text for option in order.options}
    steps = [{"id": name, "text": texts[name]} | _feedback(part, name) for name in key.correct]
    return {"credit": "by-position" if key.rule is Rule.BY_PART else "exact", "steps": steps}


def _dropdowns(part: Part, select: GapSelect, key: GapKey) -> Fields:
    gaps = {gap.key: {"options": _gap_options(part, gap, key, len(select.gaps))} for gap in select.gaps}
    credit = "by-gap" if key.rule is Rule.BY_PART else "all-or-nothing"
    return {"text": select.text, "credit": credit, "gaps": gaps}


def _gap_options(part: Part, gap: Gap, key: GapKey, count: int) -> list[Fields]:
    options = []
    for option in gap.options:
        name = f"{gap.key}/{option.key}"
        made = authored_option(
            option, {option.key: part.feedback.get(name, "")}, option.key == key.correct.get(gap.key)
        )
        share = key.credit.get(gap.key, {}).get(option.key, NOTHING) * count
        if "correct" not in made and share and key.rule is Rule.BY_PART:
            made["credit"] = written_share(share)
        options.append(made)
    return options


def _short_text(part: Part, key: TextKey) -> Fields:
    right = [text for form in key.forms if form.credit == FULL for text in form.texts]
    near = [
        {"texts": list(form.texts)} | _feedback(part, form.key) | _near_credit(form.credit)
        for form in key.forms
        if form.credit != FULL
    ]
    fields: Fields = {"accept": right}
    if key.case_sensitive:
        fields["case"] = "match"
    if key.spaces != "collapse":
        fields["spaces"] = key.spaces
    return fields | ({"near": near} if near else {})


def _numeric(part: Part, entry: NumberEntry, key: NumberKey) -> Fields:
    right, *others = key.intervals
    if right.credit != FULL or any(interval.credit == FULL for interval in others):
        raise UnsayableError("one number must be right, and others can only earn part of the credit")
    near = [
        {"value": _number((one.low + one.high) / 2)} | _reach(one) | _feedback(part, one.key) | _near_credit(one.credit)
        for one in others
    ]
    unit: Fields = {"unit": entry.unit} if entry.unit else {}
    return {"answer": _number((right.low + right.high) / 2)} | _reach(right) | unit | ({"near": near} if near else {})


def _reach(interval: Interval) -> Fields:
    reach = (interval.high - interval.low) / 2
    return {"tolerance": {"absolute": _number(reach)}} if reach else {}


def _near_credit(credit: Fraction) -> Fields:
    return {"credit": written_share(credit)} if credit else {}


def _feedback(part: Part, key: str) -> Fields:
    return {"feedback": part.feedback[key]} if part.feedback.get(key) else {}


def _number(number: Decimal) -> int | float | str:
    """Return a number as YAML writes it without loss."""
    if number == number.to_integral_value():
        return int(number)
    return float(number) if Decimal(repr(float(number))) == number else format(number.normalize(), "f")


def texts_in(fields: object) -> Sequence[str]:
    """Return every text that stands in what an author wrote."""
    match fields:
        case str():
            return [fields]
        case dict():
            return [text for value in fields.values() for text in texts_in(value)]
        case list():
            return [text for value in fields for text in texts_in(value)]
        case _:
            return []
