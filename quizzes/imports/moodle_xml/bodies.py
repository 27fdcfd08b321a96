"""The part of a question that its type has: answers with fractions, pairs, steps and gaps."""

import re
from collections.abc import Iterator
from fractions import Fraction

from lxml.etree import _Element as Element

from quizzes.imports.drafts import Draft, number, percentage
from quizzes.imports.gaps import GAP, split_gaps
from quizzes.imports.limits import RefusedError
from quizzes.imports.moodle_answers import around, measured, one_choice, told_unit, written
from quizzes.imports.moodle_xml.texts import markdown, raw
from quizzes.imports.parts import FULL, NOTHING, Answer, gapped, matched, ordered, some_of
from quizzes.imports.parts import true_false as true_false_part
from quizzes.imports.xml import child, children, words
from quizzes.interactions import Part, Rule

_MARK = re.compile(r"\[\[(\d{1,3})\]\]")


def multiple_choice(draft: Draft, question: Element) -> Part:
    """Return a choice of one or of several."""
    answers = list(_answers(draft, question))
    shuffle = _is_true(question, "shuffleanswers", default=True)
    if _is_true(question, "single", default=True):
        return one_choice(draft, answers, shuffle=shuffle)
    return some_of(answers, shuffle=shuffle)


def all_or_nothing(draft: Draft, question: Element) -> Part:
    """Return a choice of several that earns everything or nothing."""
    answers = list(_answers(draft, question))
    return some_of(answers, rule=Rule.ALL_OR_NOTHING, shuffle=_is_true(question, "shuffleanswers", default=True))


def true_false(draft: Draft, question: Element) -> Part:
    """Return a choice between true and false."""
    found = {raw(one).strip().lower(): one for one in children(question, "answer")}
    if set(found) != {"true", "false"}:
        raise RefusedError("its answers are not “true” and “false”")
    said = {word: markdown(draft.texts, child(one, "feedback")) for word, one in found.items()}
    is_true = percentage(found["true"].get("fraction")) > percentage(found["false"].get("fraction"))
    return true_false_part(is_true, said["true"], said["false"])


def short_answer(draft: Draft, question: Element) -> Part:
    """Return a text entry."""
    answers = (
        Answer("", raw(one), percentage(one.get("fraction")), markdown(draft.texts, child(one, "feedback")))
        for one in children(question, "answer")
    )
    return written(draft, answers, case_sensitive=_is_true(question, "usecase", default=False))


def numerical(draft: Draft, question: Element) -> Part:
    """Return a number entry."""
    answers = [
        around(
            raw(one),
            words(child(one, "tolerance")),
            percentage(one.get("fraction")),
            markdown(draft.texts, child(one, "feedback")),
        )
        for one in children(question, "answer")
    ]
    return measured(draft, answers, _unit(draft, question))


def matching(draft: Draft, question: Element) -> Part:
    """Return a match; a target without a source is a distractor."""
    pairs, extra = [], []
    for one in children(question, "subquestion"):
        left = markdown(draft.texts, one)
        right = draft.texts.html(raw(child(one, "answer")))
        if left:
            pairs.append((left, right))
        elif right:
            extra.append(right)
    return matched(pairs, extra)


def ordering(draft: Draft, question: Element) -> Part:
    """Return an order of steps, which stand as they belong; their fraction numbers them."""
    found = sorted(children(question, "answer"), key=lambda one: number(one.get("fraction"), NOTHING))
    steps = [Answer("", markdown(draft.texts, one), FULL) for one in found]
    if words(child(question, "selecttype")) not in ("", "ALL", "0"):
        draft.change("all steps are asked, not some of them")
    grading = words(child(question, "gradingtype"))
    if grading in ("ALL_OR_NOTHING", "-1"):
        return ordered(steps, Rule.ALL_OR_NOTHING)
    if grading not in ("ABSOLUTE_POSITION", "0"):
        draft.change("each step in its place earns its share, where Moodle looks at neighbours", changes_score=True)
    return ordered(steps)


def gap_select(draft: Draft, question: Element) -> Part:
    """Return a text with dropdowns, whose options are those of a gap's group."""
    return _gaps(draft, question, list(children(question, "selectoption")))


def drag_words(draft: Draft, question: Element) -> Part:
    """Return a text with dropdowns in place of fields to drag words into."""
    draft.change("dropdowns, in place of words to drag into gaps")
    return _gaps(draft, question, list(children(question, "dragbox")))


def _gaps(draft: Draft, question: Element, found: list[Element]) -> Part:
    options = [(words(child(one, "text")), words(child(one, "group")) or "1") for one in found]
    source = raw(child(question, "questiontext"))
    marks = [int(mark) for mark in _MARK.findall(source)]
    if not marks or any(not 0 < mark <= len(options) for mark in marks):
        raise RefusedError("a gap of its text names no option" if marks else "its text has no gap")
    numbered = iter(range(len(marks)))
    with_gaps = draft.texts.html(_MARK.sub(lambda _: GAP.format(next(numbered)), source))
    names = [f"gap-{n}" for n in range(1, len(marks) + 1)]
    gaps = {}
    for name, mark in zip(names, marks, strict=True):
        group = options[mark - 1][1]
        gaps[name] = [
            Answer("", draft.texts.html(text), Fraction(n == mark))
            for n, (text, of) in enumerate(options, 1)
            if of == group
        ]
    return gapped(split_gaps(draft, with_gaps, names), gaps, shuffle=_is_true(question, "shuffleanswers", default=True))


def _answers(draft: Draft, question: Element) -> Iterator[Answer]:
    for one in children(question, "answer"):
        feedback = markdown(draft.texts, child(one, "feedback"))
        yield Answer("", markdown(draft.texts, one), percentage(one.get("fraction")), feedback)


def _unit(draft: Draft, question: Element) -> str:
    if told := told_unit(draft):
        return told
    units = [one for group in children(question, "units") for one in children(group, "unit")]
    named = [words(child(one, "unit_name")) for one in units if number(words(child(one, "multiplier")), FULL) == 1]
    if len(units) > 1:
        draft.change("the number is read in one unit, where Moodle takes several", changes_score=True)
    return named[0] if named else ""


def _is_true(question: Element, name: str, *, default: bool) -> bool:
    written = words(child(question, name)).lower()
    return written in ("true", "1") if written else default
