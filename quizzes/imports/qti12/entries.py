"""What QTI 1.2 asks to be typed: texts and numbers."""

from collections.abc import Sequence
from decimal import Decimal

from lxml.etree import _Element as Element

from quizzes.imports.drafts import Draft, decimal, snapped
from quizzes.imports.limits import RefusedError
from quizzes.imports.moodle_answers import told_unit
from quizzes.imports.parts import FULL, NOTHING, Ranged, Typed, numeric, typed
from quizzes.imports.qti12.feedback import Trial, joined, tie
from quizzes.imports.qti12.item import Response, prompt
from quizzes.imports.qti12.rules import Rules
from quizzes.imports.xml import child, children, local, words
from quizzes.interactions import Part

MOST_TEXTS = 300
Span = tuple[Decimal, Decimal]
NOBODY = "\ue000"  # What nobody writes, to ask what a wrong answer shows.


def text(draft: Draft, item: Element, response: Response, *, minds_case: bool) -> Part:
    """Return a text entry: each text that a rule names earns what the rules give for it."""
    rules = Rules(item)
    tests = [test for condition in rules.conditions for test in rules.tests(condition)]
    texts = list(dict.fromkeys(test.value for test in tests if test.value))
    if len(texts) > MOST_TEXTS:
        raise RefusedError(f"it takes more than {MOST_TEXTS} texts")
    wrong = rules.run({response.ident: (NOBODY,)})
    replies = {one: rules.run({response.ident: (one,)}) for one in texts}
    most = max((reply.score for reply in replies.values()), default=NOTHING)
    if most <= 0:
        raise RefusedError("none of its answers is right")
    trials = [Trial(reply, reply.score == most, one) for one, reply in replies.items()]
    trials.append(Trial(wrong, False))
    draft.prompt = prompt(draft.texts, item)
    said = joined(tie(draft, item, trials))
    forms = []
    for one, reply in replies.items():
        share = max(NOTHING, snapped(reply.score / most))
        forms.append(Typed((one,), share, said.get(one, "")))
        if share == FULL and said.get(one):
            draft.right = draft.right or said[one]
    kept = [form for form in forms if form.share > 0 or form.feedback]
    return typed(kept, case_sensitive=minds_case and any(test.case_sensitive for test in tests))


def numbers(draft: Draft, item: Element) -> Part:
    """Return a number entry: each rule that earns something names an interval."""
    rules = Rules(item)
    earning = [one for one in rules.conditions if rules.earns(one) > 0]
    most = max((rules.earns(one) for one in earning), default=NOTHING)
    ranges: list[Ranged] = []
    for condition in earning:
        share = snapped(rules.earns(condition) / most)
        test = child(condition, "conditionvar")
        for low, high in _merged(_intervals(draft, [] if test is None else list(children(test)))):
            ranges.append(Ranged(low, high, share))
    draft.prompt = prompt(draft.texts, item)
    tie(draft, item, [])
    return numeric(_together(ranges), told_unit(draft))


def accepted(draft: Draft, response: Response) -> Part:
    """Return the entry of one blank, whose options are the texts that it takes."""
    texts = [words_of(draft, label.element) for label in response.labels]
    return typed([Typed(tuple(one for one in texts if one), FULL)], case_sensitive=False)


def words_of(draft: Draft, element: Element) -> str:
    """Return the words of a text that is compared, not shown."""
    found = [words(one) for one in element.iter() if isinstance(one.tag, str) and local(one) == "mattext"]
    return draft.texts.bounded(" ".join(found)).strip()


def _intervals(draft: Draft, tests: Sequence[Element]) -> list[Span]:
    """Return the numbers that pass all tests; several that are equal to something are alternatives."""
    equal = [one for one in tests if local(one) == "varequal"]
    if len(equal) > 1 and len(equal) == len(tests):
        return [(decimal(words(one)), decimal(words(one))) for one in equal]
    low: Decimal | None = None
    high: Decimal | None = None
    spans: list[Span] | None = None
    for one in tests:
        match local(one):
            case "varequal":
                low = high = decimal(words(one))
            case "vargte" | "vargt" as name:
                low = decimal(words(one))
                _note_end(draft, name, low)
            case "varlte" | "varlt" as name:
                high = decimal(words(one))
                _note_end(draft, name, high)
            case "or":
                spans = [span for inner in children(one) for span in _intervals(draft, [inner])]
            case "and":
                spans = _intervals(draft, list(children(one)))
            case name:
                raise RefusedError(f"its scoring uses “{name[:30]}”, which is not read here")
    if spans is not None:
        if low is not None or high is not None:
            raise RefusedError("its scoring compares one number in several ways")
        return spans
    if low is None or high is None or low > high:
        raise RefusedError("its numbers have no lower or no upper end")
    return [(low, high)]


def _note_end(draft: Draft, name: str, end: Decimal) -> None:
    if name in ("vargt", "varlt"):
        draft.change(f"the number {end:f} itself is right here, where only those beyond it are", changes_score=True)


def _merged(spans: Sequence[Span]) -> list[Span]:
    made: list[Span] = []
    for low, high in sorted(spans):
        if made and low <= made[-1][1]:
            made[-1] = (made[-1][0], max(made[-1][1], high))
        else:
            made.append((low, high))
    return made


def _together(ranges: Sequence[Ranged]) -> list[Ranged]:
    """Return ranges in which those that are fully right and touch are one."""
    full = _merged([(one.low, one.high) for one in ranges if one.share == FULL])
    others = [one for one in ranges if one.share != FULL]
    return [*(Ranged(low, high, FULL) for low, high in full), *others]
