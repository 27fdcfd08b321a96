"""What QTI 1.2 asks in pairs: matching, dropdowns, columns and orders."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from lxml.etree import _Element as Element

from quizzes.imports.drafts import Draft
from quizzes.imports.gaps import GAP, split_gaps
from quizzes.imports.limits import RefusedError
from quizzes.imports.names import Names
from quizzes.imports.parts import FULL, Answer, gapped, matched, ordered
from quizzes.imports.qti12.feedback import joined, tie
from quizzes.imports.qti12.item import Response, lasting, prompt, shown_names, text_of
from quizzes.imports.qti12.rules import Rules
from quizzes.imports.xml import descendants
from quizzes.interactions import Part, Rule
from quizzes.text import to_plain

MARK = "response_"
MOST_CHOICES = 1_000


@dataclass(frozen=True, slots=True)
class Right:
    """The right label of each response, and how they count."""

    labels: Mapping[str, str]
    rule: Rule


def matching(draft: Draft, item: Element, responses: Sequence[Response], rule: Rule) -> Part:
    """Return pairs to match; a label that belongs to none is a distractor."""
    right = _right_labels(draft, item, responses, rule)
    draft.prompt = prompt(draft.texts, item)
    texts = _label_texts(draft, responses)
    pairs = [(text_of(draft.texts, one.element), texts[right.labels[one.ident]]) for one in responses]
    extra = [text for ident, text in texts.items() if ident not in right.labels.values()]
    places = {one.ident: str(n) for n, one in enumerate(responses)}
    by_name = {one.ident.removeprefix(MARK): places[one.ident] for one in responses}
    by_name |= {right.labels[one.ident]: places[one.ident] for one in reversed(responses)}
    said = joined(tie(draft, item, [], places | by_name))
    return matched(pairs, extra, rule=right.rule, feedback={int(place): text for place, text in said.items()})


def dropdowns(draft: Draft, item: Element, responses: Sequence[Response], rule: Rule, shuffle: bool) -> Part:
    """Return a text with dropdowns."""
    right = _right_labels(draft, item, responses, rule)
    text, names = gap_text(draft, item, responses)
    gaps: dict[str, list[Answer]] = {}
    elements = {label.ident: f"{one.ident}/{label.ident}" for one in responses for label in one.labels if label.ident}
    said = joined(tie(draft, item, [], elements))
    for one, name in zip(responses, names, strict=True):
        gaps[name] = [
            Answer(
                shown,
                text_of(draft.texts, label.element),
                Fraction(label.ident == right.labels[one.ident]),
                said.get(f"{one.ident}/{label.ident}", ""),
            )
            for shown, label in zip(shown_names(one.labels), one.labels, strict=True)
        ]
    return gapped(split_gaps(draft, text, names), gaps, rule=right.rule, shuffle=shuffle)


def columns(draft: Draft, item: Element, responses: Sequence[Response]) -> Part:
    """Return statements to put into columns; each response is a column with all statements."""
    rules = Rules(item)
    of: dict[str, str] = {}
    for condition in rules.conditions:
        for test in rules.tests(condition) if rules.earns(condition) > 0 else []:
            if test.is_wanted and of.setdefault(test.value, test.response) != test.response:
                raise RefusedError("a statement of it belongs to two columns")
    draft.prompt = prompt(draft.texts, item)
    titles = {one.ident: text_of(draft.texts, one.element) for one in responses}
    pairs = []
    for ident, text in _label_texts(draft, responses).items():
        if of.get(ident) not in titles:
            raise RefusedError(f"“{to_plain(text)[:40]}” belongs to nothing, and here everything does")
        pairs.append((text, titles[of[ident]]))
    tie(draft, item, [])
    draft.change("each statement earns its share, where Canvas looks at whole columns", changes_score=True)
    return matched(pairs, [title for title in titles.values() if title not in {to for _, to in pairs}], once=False)


def order(draft: Draft, item: Element, response: Response) -> Part:
    """Return steps to order, all or nothing."""
    rules = Rules(item)
    right: list[str] = []
    for condition in rules.conditions:
        if rules.earns(condition) > 0 and not right:
            right = [test.value for test in rules.tests(condition) if test.is_wanted]
    labels = {label.ident: label for label in response.labels}
    if sorted(right) != sorted(labels) or not right or len(labels) < len(response.labels):
        raise RefusedError("its right order doesn't have each step once")
    draft.prompt = prompt(draft.texts, item)
    tie(draft, item, [])
    if any(one.get("position") for one in descendants(response.element, "material")):
        draft.texts.lose("the words above and below the steps")
    names = shown_names([labels[ident] for ident in right])
    steps = [
        Answer(name, text_of(draft.texts, labels[ident].element), FULL)
        for name, ident in zip(names, right, strict=True)
    ]
    return ordered(steps, Rule.ALL_OR_NOTHING)


def gap_text(draft: Draft, item: Element, responses: Sequence[Response]) -> tuple[str, list[str]]:
    """Return the text of an item with stand-ins for gaps, which it has by name in brackets, and names for them."""
    given = Names()
    marks = [one.ident.removeprefix(MARK) for one in responses]
    found: set[int] = set()

    def fill(source: str) -> str:
        for number, mark in enumerate(marks):
            if f"[{mark}]" in source and number not in found:
                found.add(number)
                source = source.replace(f"[{mark}]", GAP.format(number), 1)
        return source

    text = prompt(draft.texts, item, fill)
    missing = [mark for number, mark in enumerate(marks) if number not in found]
    if missing or len(set(marks)) < len(marks):
        raise RefusedError(f"its text has no place for the gap “{(missing or marks)[0][:40]}”")
    return text, [given.give(lasting(mark), f"gap-{number}") for number, mark in enumerate(marks, 1)]


def _right_labels(draft: Draft, item: Element, responses: Sequence[Response], rule: Rule) -> Right:
    """Return the right label of each response: the one that earns most alone, or in the one rule for all."""
    if len({one.ident for one in responses}) < len(responses) or not responses:
        raise RefusedError("two of its answers have one name" if responses else "it asks nothing")
    if sum(len(one.labels) for one in responses) > MOST_CHOICES:
        raise RefusedError(f"it has more than {MOST_CHOICES:,} choices")
    rules = Rules(item)
    scores = {
        one.ident: {label.ident: rules.run({one.ident: (label.ident,)}).score for label in one.labels}
        for one in responses
    }
    best = {name: max(found, key=lambda ident: found[ident], default="") for name, found in scores.items()}
    if all(scores[name] and scores[name][ident] > 0 for name, ident in best.items()):
        if any(sum(score > 0 for score in found.values()) > 1 for found in scores.values()):
            raise RefusedError("a place of it has several right answers, and can have one here")
        earned = [scores[name][ident] for name, ident in best.items()]
        if max(earned) - min(earned) > max(earned) / 50:
            draft.change("each place is worth the same here", changes_score=True)
        return Right(best, rule)
    for condition in rules.conditions:
        wanted = {test.response: test.value for test in rules.tests(condition) if test.is_wanted}
        if rules.earns(condition) > 0 and all(wanted.get(name) in found for name, found in scores.items()):
            return Right({name: wanted[name] for name in scores}, Rule.ALL_OR_NOTHING)
    raise RefusedError("a place of it has no right answer")


def _label_texts(draft: Draft, responses: Sequence[Response]) -> dict[str, str]:
    labels = {label.ident: label.element for one in responses for label in one.labels}
    return {ident: text_of(draft.texts, element) for ident, element in labels.items()}
