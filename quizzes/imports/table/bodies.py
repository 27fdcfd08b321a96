"""The part of a row's question that its type has."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction

from quizzes.imports.drafts import Draft, decimal, percentage
from quizzes.imports.limits import RefusedError
from quizzes.imports.parts import (
    FULL,
    NOTHING,
    Answer,
    Ranged,
    Typed,
    matched,
    numeric,
    one_of,
    ordered,
    some_of,
    true_false,
    typed,
)
from quizzes.imports.table.columns import (
    ALL_OR_NOTHING,
    ANSWER,
    CASE,
    COUNTS,
    CREDIT,
    PARTIAL,
    TOLERANCE,
    UNIT,
    folded,
)
from quizzes.imports.table.rows import Row
from quizzes.interactions import Part, Rule

Read = Callable[[str], str]  # a cell to Markdown
Lettered = Mapping[str, tuple[str, str]]
_LETTERS = re.compile(r"[A-Za-z](?:\s*[,;]\s*[A-Za-z])*")
_SHARE = re.compile(r"([A-Za-z])\s*[=:]\s*([+-]?[0-9]{1,3}(?:[.,][0-9]{1,10})?)\s*%")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+")
_ARROW = re.compile(r"->|→")
_RANGE = re.compile(r"(.+?)\.\.(.+)")
# A spreadsheet writes truth in the language of its user.
_TRUTH = {
    "true": True, "t": True, "yes": True, "1": True, "wahr": True, "vrai": True, "verdadero": True, "vero": True,
    "waar": True, "verdadeiro": True, "prawda": True, "false": False, "f": False, "no": False, "0": False,
    "falsch": False, "faux": False, "falso": False, "onwaar": False, "fałsz": False,
}  # fmt: skip


def single(row: Row, read: Read, _draft: Draft) -> Part:
    """Return a choice of one."""
    options = _options(row)
    right = _letters(row, options)
    if len(right) != 1:
        raise RefusedError("its answer names several options; its type is then multiple")
    shares = {**_shares(row, options, PARTIAL, ALL_OR_NOTHING), right[0]: FULL}
    return one_of([_answer(one, options, shares, read) for one in options])


def multiple(row: Row, read: Read, _draft: Draft) -> Part:
    """Return a choice of several."""
    options = _options(row)
    right = _letters(row, options)
    shares = _shares(row, options, PARTIAL, ALL_OR_NOTHING)
    if shares and (wrong := [letter for letter in options if (shares.get(letter, NOTHING) > 0) != (letter in right)]):
        raise RefusedError(f"option {wrong[0]} is right under “answer” or has a share under “credit”, but not both")
    if not shares:
        count = len(options) - len(right)
        shares = {one: Fraction(1, len(right)) if one in right else -Fraction(1, count) for one in options}
    rule = Rule.BY_PART if folded(row.text(CREDIT)) not in ("", ALL_OR_NOTHING) else Rule.ALL_OR_NOTHING
    return some_of([_answer(one, options, shares, read) for one in options], rule=rule)


def truth(row: Row, read: Read, _draft: Draft) -> Part:
    """Return a choice between true and false."""
    said = row.text(ANSWER).strip()
    answer = _TRUTH.get(said.lower())
    if answer is None:
        raise RefusedError(f"its answer is “{said[:40]}”, not true or false" if said else "it has no answer")
    return true_false(answer, read(row.text("feedback A")), read(row.text("feedback B")))


def numerical(row: Row, read: Read, _draft: Draft) -> Part:
    """Return a number entry; its options are other numbers."""
    options = row.lettered()
    shares = _shares(row, options)
    low, high = _range(row.text(ANSWER))
    reach = _reach(row.text(TOLERANCE), (low + high) / 2)
    ranges = [Ranged(low - reach, high + reach, FULL)]
    for letter, (text, feedback) in options.items():
        ranges.append(Ranged(*_range(text), shares.get(letter, NOTHING), read(feedback)))
    return numeric(ranges, row.text(UNIT).strip())


def short_text(row: Row, read: Read, _draft: Draft) -> Part:
    """Return a text entry; its options are other answers."""
    options = row.lettered()
    shares = _shares(row, options)
    case = folded(row.text(CASE))
    if case not in ("", COUNTS):
        raise RefusedError(f"“{case[:40]}” under “case” is not known; write {COUNTS}, or leave it empty")
    forms = [Typed(_forms(row.text(ANSWER)), FULL)]
    for letter, (text, feedback) in options.items():
        forms.append(Typed(_forms(text), shares.get(letter, NOTHING), read(feedback)))
    return typed(forms, case_sensitive=case == COUNTS)


def match(row: Row, read: Read, _draft: Draft) -> Part:
    """Return a match of pairs."""
    pairs, extra, said = list[tuple[str, str]](), list[str](), dict[int, str]()
    for letter, (text, feedback) in row.lettered().items():
        sides = [side.strip() for side in _ARROW.split(text)]
        if len(sides) != 2 or not sides[1]:  # noqa: PLR2004 (a left and a right side)
            raise RefusedError(f"option {letter} is no pair; write it as: left -> right")
        if sides[0]:
            said[len(pairs)] = read(feedback)
            pairs.append((read(sides[0]), read(sides[1])))
        else:
            extra.append(read(sides[1]))
    return matched(pairs, extra, rule=_rule(row), feedback=said)


def order(row: Row, read: Read, _draft: Draft) -> Part:
    """Return an order of steps, which stand as they belong."""
    steps = [Answer("", read(text), FULL, read(feedback)) for text, feedback in row.lettered().values()]
    return ordered(steps, _rule(row))


def table_number(text: str) -> Decimal:
    """Return a number as people write it in a table. Raises RefusedError where it is none, or could be two."""
    written = text.strip()
    if _GROUPED.fullmatch(written):
        raise RefusedError(f"“{written[:20]}” can be read in two ways; write it without a comma")
    if not written:
        raise RefusedError("it has no answer")
    return decimal(written.replace("\u2212", "-"))


BODIES: Mapping[str, Callable[[Row, Read, Draft], Part]] = {
    "single": single,
    "multiple": multiple,
    "true-false": truth,
    "numeric": numerical,
    "short-text": short_text,
    "match": match,
    "order": order,
}


def _options(row: Row) -> dict[str, tuple[str, str]]:
    found = row.lettered()
    if len(found) < 2:  # noqa: PLR2004 (there is something to choose)
        raise RefusedError("it has no options" if not found else "it has one option; it needs two")
    return found


def _answer(letter: str, options: Lettered, shares: Mapping[str, Fraction], read: Read) -> Answer:
    text, feedback = options[letter]
    return Answer("", read(text), shares.get(letter, NOTHING), read(feedback))


def _letters(row: Row, options: Lettered) -> list[str]:
    """Return the letters of the right options, which may be one option's text instead."""
    said = row.text(ANSWER).strip()
    if not said:
        raise RefusedError("it has no answer")
    if _LETTERS.fullmatch(said):
        found = list(dict.fromkeys(re.sub(r"[^A-Z]", "", said.upper())))
        if missing := [letter for letter in found if letter not in options]:
            raise RefusedError(f"its answer is option {missing[0]}, which is empty")
        return found
    named = [letter for letter, (text, _) in options.items() if text.strip().lower() == said.lower()]
    if len(named) != 1:
        raise RefusedError(f"its answer “{said[:40]}” is no letter of an option")
    return named


def _shares(row: Row, options: Lettered, *words: str) -> dict[str, Fraction]:
    """Return the shares by letter under “credit”; none where it has one of the words, or nothing."""
    said = row.text(CREDIT).strip()
    if folded(said) in ("", *words):
        return {}
    pieces = [piece.strip() for piece in re.split(r"[;,]\s*(?=[A-Za-z])", said) if piece.strip()]
    found = {}
    for piece in pieces:
        share = _SHARE.fullmatch(piece)
        if share is None or share[1].upper() not in options:
            raise RefusedError(f"“{said[:40]}” under “credit” is not known; write shares such as A=50%")
        found[share[1].upper()] = _as_meant(percentage(share[2].replace(",", ".")))
    return found


def _as_meant(share: Fraction) -> Fraction:
    """Return a share of which people write only the first digits: 33.33 % is a third."""
    near = share.limit_denominator(20)
    return near if abs(near - share) < Fraction(1, 10**4) else share


def _rule(row: Row) -> Rule:
    said = folded(row.text(CREDIT))
    if said not in ("", PARTIAL, ALL_OR_NOTHING):
        raise RefusedError(f"“{said[:40]}” under “credit” is not known; write {PARTIAL} or {ALL_OR_NOTHING}")
    return Rule.ALL_OR_NOTHING if said == ALL_OR_NOTHING else Rule.BY_PART


def _forms(text: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in text.split("|") if form.strip())


def _range(text: str) -> tuple[Decimal, Decimal]:
    found = _RANGE.fullmatch(text.strip())
    if found is None:
        return (table_number(text),) * 2
    low, high = sorted((table_number(found[1]), table_number(found[2])))
    return low, high


def _reach(text: str, centre: Decimal) -> Decimal:
    if not text.strip():
        return Decimal(0)
    reach = table_number(text.strip().removesuffix("%"))
    if reach < 0:
        raise RefusedError("its tolerance is less than 0")
    return abs(centre) * reach / 100 if text.strip().endswith("%") else reach
