"""Choices of QTI 1.2: each option is worth what the item's rules give for it."""

from collections.abc import Sequence
from fractions import Fraction

from lxml.etree import _Element as Element

from quizzes.imports.code import as_lines, as_output, line_numbers
from quizzes.imports.drafts import Draft, snapped
from quizzes.imports.limits import RefusedError
from quizzes.imports.parts import FULL, NOTHING, Answer, one_of, some_of, true_false
from quizzes.imports.qti12.feedback import Trial, joined, tie
from quizzes.imports.qti12.item import Label, Response, code_of, prompt, shown_names, text_of
from quizzes.imports.qti12.rules import Reply, Rules
from quizzes.interactions import Part, Rule
from quizzes.text import to_plain

MOST_OPTIONS = 200


def single(draft: Draft, item: Element, response: Response, shuffle: bool) -> Part:
    """Return a choice of one."""
    labels = _labels(response)
    rules = Rules(item)
    replies = [rules.run({response.ident: (label.ident,)}) for label in labels]
    most = max(reply.score for reply in replies)
    if most <= 0:
        raise RefusedError("none of its options is right")
    shares = [snapped(reply.score / most) for reply in replies]
    if any(share < 0 for share in shares):
        draft.change("a wrong option takes nothing away here, where one is chosen", changes_score=True)
    trials = [
        Trial(reply, share == FULL, label.ident) for label, reply, share in zip(labels, replies, shares, strict=True)
    ]
    answers = _answers(draft, item, labels, shares, trials)
    words = [to_plain(answer.text).strip() for answer in answers]
    if words == ["True", "False"] and sorted(shares) == [NOTHING, FULL]:
        return true_false(shares[0] == FULL, answers[0].feedback, answers[1].feedback)
    return _coded(one_of(answers, shuffle=shuffle), labels, shares)


def several(draft: Draft, item: Element, response: Response, shuffle: bool, rule: Rule | None) -> Part:
    """Return a choice of several.

    By part each right one adds its share and each wrong one takes as much, as Canvas does; without a rule, the
    item's own rules say what each adds, or that only all together earn something.
    """
    labels = _labels(response)
    rules = Rules(item)
    known = [label.ident for label in labels]
    alone = {name: rules.run({response.ident: (name,)}) for name in known}
    right, whole = _right(rules, response, known, alone)
    shares = [_even(name in right, len(right)) for name in known]
    if rule is None and any(alone[name].score > 0 for name in right) and len(right) > 1:
        shares = [_added(rules, response, name, right, alone, whole.score) for name in known]
    trials = [Trial(reply, False, name) for name, reply in alone.items() if right != [name]]
    trials.append(Trial(whole, True, right[0] if len(right) == 1 else ""))
    answers = _answers(draft, item, labels, shares, trials)
    is_summed = rule is Rule.BY_PART or (rule is None and {abs(share) for share in shares} != {Fraction(1, len(right))})
    part = some_of(answers, rule=Rule.BY_PART if is_summed else Rule.ALL_OR_NOTHING, shuffle=shuffle)
    return _coded(part, labels, shares)


def _labels(response: Response) -> tuple[Label, ...]:
    labels = response.labels
    if len(labels) > MOST_OPTIONS:
        raise RefusedError(f"it has more than {MOST_OPTIONS} options")
    if len({label.ident for label in labels}) < len(labels) or not labels:
        raise RefusedError("two of its options have one identifier" if labels else "it has no options")
    return labels


def _answers(
    draft: Draft, item: Element, labels: Sequence[Label], shares: Sequence[Fraction], trials: list[Trial]
) -> list[Answer]:
    draft.prompt = prompt(draft.texts, item)
    said = joined(tie(draft, item, trials, {label.ident: label.ident for label in labels}))
    texts = [text_of(draft.texts, label.element) for label in labels]
    lines = _lines(labels, shares)
    names = tuple(f"line-{number}" for number in lines) or shown_names(labels)
    return [
        Answer(name, text, share, said.get(label.ident, ""))
        for name, text, share, label in zip(names, texts, shares, labels, strict=True)
    ]


def _coded(part: Part, labels: Sequence[Label], shares: Sequence[Fraction]) -> Part:
    """Return a choice among outputs or lines of a program, where all options are code."""
    codes = _codes(labels)
    if not codes:
        return part
    return as_lines(part, codes) if _lines(labels, shares) else as_output(part, codes)


def _codes(labels: Sequence[Label]) -> list[str]:
    texts = [code_of(label) for label in labels]
    codes = [text for text in texts if text is not None]
    return codes if len(codes) == len(texts) else []


def _lines(labels: Sequence[Label], shares: Sequence[Fraction]) -> list[int]:
    """Return the numbers of the lines that the options are, where one line is right and no other earns anything."""
    is_one = sorted(shares) == [NOTHING] * (len(shares) - 1) + [FULL]
    return line_numbers(_codes(labels)) if is_one else []


def _right(rules: Rules, response: Response, known: list[str], alone: dict[str, Reply]) -> tuple[list[str], Reply]:
    """Return the options that earn most together, and what they earn."""
    tried = [[name for name in known if alone[name].score > 0]]
    for condition in rules.conditions:
        if rules.earns(condition) > 0:
            wanted = {test.value for test in rules.tests(condition) if test.is_wanted}
            tried.append([name for name in known if name in wanted])
    replies = [(chosen, rules.run({response.ident: chosen})) for chosen in tried if chosen]
    if not replies:
        raise RefusedError("none of its options is right")
    right, whole = max(replies, key=lambda one: one[1].score)
    if whole.score <= 0:
        raise RefusedError("none of its options is right")
    return right, whole


def _even(is_right: bool, count: int) -> Fraction:
    return Fraction(1 if is_right else -1, count)


def _added(
    rules: Rules, response: Response, name: str, right: list[str], alone: dict[str, Reply], whole: Fraction
) -> Fraction:
    """Return what an option adds: a right one alone, a wrong one beside all right ones."""
    if name in right:
        return snapped(alone[name].score / whole)
    return snapped((rules.run({response.ident: [*right, name]}).score - whole) / whole)
