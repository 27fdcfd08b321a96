"""What each of Canvas's question types shows, and the rules by which it scores.

Canvas takes numbers for the identifiers of answers, so each question counts its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from html import escape

from quizzes.exports import markup
from quizzes.exports.keys import is_true_false
from quizzes.exports.moodle_answers import spellings
from quizzes.exports.nodes import Node, node
from quizzes.exports.qti12.elements import (
    html_material,
    option_html,
    plain_material,
    words_html,
)
from quizzes.exports.qti12.rules import RESPONSE, RIGHT, equals, exactly, sets, shows, within
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
    Option,
    OrderKey,
    Part,
    Rule,
    TextKey,
)
from quizzes.text import to_plain

FIRST = 1001  # identifiers of answers are numbers above this, which no position is
FULL_CREDIT = 1


@dataclass(frozen=True, slots=True)
class Body:
    """A question type with its answers: what is shown, the rules, and the feedback on single answers.

    `more` is HTML below the prompt; `algorithm` tells New Quizzes how to score.
    """

    type: str
    answers: tuple[str, ...]
    shown: tuple[Node, ...]
    rules: tuple[Node, ...]
    more: str = ""
    remarks: dict[str, str] = field(default_factory=dict)
    algorithm: str = ""
    is_scored: bool = True


def choice(item: Item, asked: Choice, key: ChoiceKey) -> Body:
    """Return a choice of one option, of several, or between true and false."""
    part, single = item.parts[0], asked.max_choices == 1
    ids = _ids(asked.options)
    texts = [to_plain(option.text) for option in asked.options] if is_true_false(asked) else option_html(asked)
    labels = [
        node("response_label", html_material(text), ident=ids[option.key])
        for option, text in zip(asked.options, texts, strict=True)
    ]
    lid = node(
        "response_lid",
        node("render_choice", *labels, shuffle="Yes" if asked.shuffle else "No"),
        ident=RESPONSE,
        rcardinality="Single" if single else "Multiple",
    )
    said = {f"{ids[option]}_fb": part.feedback[option] for option in ids if option in part.feedback}
    rules = [_shows_its_own(name) for name in said]
    right = [ids[option] for option in key.credit if option in key.correct]
    wrong = [ids[option] for option in key.credit if option not in key.correct]
    test = equals(right[0]) if single else exactly(right, wrong)
    rules.append(sets([test], *_right(item)))
    kind = "multiple_choice_question" if single else "multiple_answers_question"
    partly = "PartialScore" if key.rule is Rule.BY_PART else "AllOrNothing"
    return Body(
        type="true_false_question" if is_true_false(asked) else kind,
        answers=tuple(ids.values()),
        shown=(lid,),
        rules=tuple(rules),
        remarks=said,
        algorithm="" if single else partly,
    )


@lru_cache(1024)
def _shows_its_own(name: str) -> Node:
    """Return the rule that shows the feedback on an answer; questions count theirs alike, so each rule serves all."""
    return shows(equals(name.removesuffix("_fb")), name)


def matching(asked: Match, key: MatchKey) -> Body:
    """Return pairs to match; a source without a target is left out."""
    sources = [source for source in asked.sources if source.key in key.correct]
    return _pairs(sources, asked.targets, key.correct, key.rule, asked.shuffle)


def places(part: Part, key: OrderKey) -> Body:
    """Return the steps of an order to match with their places."""
    steps = sorted(steps_in_order(part), key=lambda step: step.key)
    numbers = [Option(f"place {number}", str(number)) for number in range(1, len(steps) + 1)]
    correct = {step: f"place {number}" for number, step in enumerate(key.correct, 1)}
    return _pairs(steps, numbers, correct, key.rule, False)


def dropdowns(asked: GapSelect, key: GapKey) -> Body:
    """Return a text with dropdowns, marked by their names in brackets."""
    names = gap_names(asked)
    ids = _ids([Option(f"{gap.key}/{option.key}", "") for gap in asked.gaps for option in gap.options])
    shown, rules = [], []
    for gap in asked.gaps:
        options = [
            node("response_label", plain_material(to_plain(option.text)), ident=ids[f"{gap.key}/{option.key}"])
            for option in gap.options
        ]
        choices = node("render_choice", *options, shuffle="Yes" if asked.shuffle else "No")
        response = f"response_{names[gap.key]}"
        shown.append(node("response_lid", plain_material(names[gap.key]), choices, ident=response))
        right = ids[f"{gap.key}/{key.correct[gap.key]}"]
        rules.append(sets([equals(right, response)], score=_share(len(asked.gaps)), action="Add"))
    source = markup.html(markup.blocks(asked.text, "tex", tuple(names)))
    text = re.sub(r'<gap key="([^"]+)"></gap>', lambda gap: f"[{names[gap[1]]}]", source)
    return Body("multiple_dropdowns_question", tuple(ids.values()), tuple(shown), tuple(rules), more=text)


def short_answer(item: Item, key: TextKey) -> Body:
    """Return a text to write; only texts of full credit can be said."""
    full = [form for form in key.forms if form.credit == FULL_CREDIT]
    texts = list(dict.fromkeys(text for form in full for text in spellings(form, key)))
    tests = [equals(text) for text in texts]
    ids = tuple(str(FIRST + number) for number in range(len(texts)))
    return Body("short_answer_question", ids, (_field(),), (sets(tests, *_right(item)),))


def numerical(item: Item, key: NumberKey, unit: str) -> Body:
    """Return a number to write; an interval of one number is an exact answer without a margin."""
    full = [interval for interval in key.intervals if interval.credit == FULL_CREDIT]
    rules = [sets(_interval(interval.low, interval.high), *_right(item)) for interval in full]
    ids = tuple(str(FIRST + number) for number in range(len(full)))
    more = f"<p>Unit: {escape(unit, quote=False)}</p>" if unit else ""
    return Body("numerical_question", ids, (_field(fibtype="Decimal"),), tuple(rules), more=more)


def essay() -> Body:
    """Return a text that a person grades."""
    return Body("essay_question", (), (_field(),), (), is_scored=False)


def gap_names(asked: GapSelect) -> dict[str, str]:
    """Return the name of each gap in the text, which nothing else in brackets has there."""
    plain = asked.text
    names: dict[str, str] = {}
    for gap in asked.gaps:
        name = re.sub(r"\W", "_", gap.key)
        while f"[{name}]" in plain or name in names.values():
            name += "_"
        names[gap.key] = name
    return names


def _pairs(
    sources: list[Option],
    targets: tuple[Option, ...] | list[Option],
    correct: dict[str, str],
    rule: Rule,
    shuffle: bool,
) -> Body:
    ids = _ids([*sources, *targets])
    shown, rules = [], []
    for source in sources:
        menu = [node("response_label", plain_material(to_plain(one.text)), ident=ids[one.key]) for one in targets]
        choices = node("render_choice", *menu, shuffle="Yes" if shuffle else "No")
        response = f"response_{ids[source.key]}"
        shown.append(node("response_lid", html_material(words_html(source.text)), choices, ident=response))
        test = equals(ids[correct[source.key]], response)
        rules.append(sets([test], score=_share(len(sources)), action="Add"))
    algorithm = "PartialDeep" if rule is Rule.BY_PART else "DeepEquals"
    answers = tuple(ids[source.key] for source in sources)
    return Body("matching_question", answers, tuple(shown), tuple(rules), algorithm=algorithm)


def _interval(low: Decimal, high: Decimal) -> Iterator[Node]:
    bounds = within(_decimal(low), _decimal(high))
    if low == high:
        yield node("or", equals(_decimal(low)), node("and", *bounds))
    else:
        yield from bounds


def _field(**attributes: str) -> Node:
    label = node("response_label", ident="answer1")
    return node("response_str", node("render_fib", label, **attributes), ident=RESPONSE, rcardinality="Single")


def _ids(options: tuple[Option, ...] | list[Option]) -> dict[str, str]:
    return {option.key: str(FIRST + number) for number, option in enumerate(options)}


def _right(item: Item) -> list[str]:
    return [RIGHT] if item.right else []


def _share(count: int) -> str:
    return f"{100 / count:.2f}"


def _decimal(number: Decimal) -> str:
    text = format(number.normalize(), "f")
    return text if "." in text else f"{text}.0"
