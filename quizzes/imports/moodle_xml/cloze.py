"""Moodle's cloze questions: answers embedded in a text as `{1:MULTICHOICE:=right#why~wrong}`."""

import re
from dataclasses import dataclass
from fractions import Fraction

from lxml.etree import _Element as Element

from quizzes.imports.drafts import Draft, decimal, number, percentage
from quizzes.imports.gaps import BLANK, GAP, split_gaps
from quizzes.imports.limits import RefusedError
from quizzes.imports.moodle_xml.texts import raw
from quizzes.imports.parts import FULL, NOTHING, Answer, Ranged, Typed, gapped, numeric, typed
from quizzes.imports.xml import child
from quizzes.interactions import Part

MENUS = {"MULTICHOICE", "MC", "MULTICHOICE_S", "MCS", "MULTICHOICE_V", "MCV", "MULTICHOICE_H", "MCH"}
MENUS |= {"MULTICHOICE_VS", "MCVS", "MULTICHOICE_HS", "MCHS"}
TEXTS = {"SHORTANSWER": False, "SA": False, "MW": False, "SHORTANSWER_C": True, "SAC": True, "MWC": True}
NUMBERS = {"NUMERICAL", "NM"}
_GAP = re.compile(r"\{(\d{0,3}):([A-Z_]{2,20}):((?:\\.|[^\\}])*)\}", re.DOTALL)
_SPLIT = re.compile(r"(?<!\\)~")
_ANSWER = re.compile(r"^(=|%(-?[0-9.]{1,10})%)?(.*?)(?:(?<!\\)#(.*))?$", re.DOTALL)
_REACH = re.compile(r"^(.*?)(?<!\\):(.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Embedded:
    """One embedded question."""

    weight: Fraction
    kind: str
    answers: tuple[Answer, ...]


def cloze(draft: Draft, question: Element) -> Part:
    """Return dropdowns, or one field. Raises RefusedError where the text asks several things to be typed."""
    source = raw(child(question, "questiontext"))
    gaps = [_embedded(found) for found in _GAP.finditer(source)]
    if not gaps:
        raise RefusedError("its text has no embedded answer that is read here")
    draft.points = sum((gap.weight for gap in gaps), NOTHING) if draft.points == FULL else draft.points
    if all(gap.kind in MENUS for gap in gaps):
        return _menus(draft, source, gaps)
    if len(gaps) > 1:
        raise RefusedError(f"it asks {len(gaps)} things in one text, some of them to be typed; make them questions")
    draft.prompt = draft.texts.html(_GAP.sub("CwBlankCw", source)).replace("CwBlankCw", BLANK)
    draft.change("the field stands below the text")
    return _field(gaps[0])


def _menus(draft: Draft, source: str, gaps: list[Embedded]) -> Part:
    if len({gap.weight for gap in gaps}) > 1:
        draft.change("each gap is worth the same here", changes_score=True)
    numbered = iter(range(len(gaps)))
    text = draft.texts.html(_GAP.sub(lambda _: GAP.format(next(numbered)), source))
    names = [f"gap-{n}" for n in range(1, len(gaps) + 1)]
    made = {
        name: [Answer("", draft.texts.html(one.text), one.share, draft.texts.html(one.feedback)) for one in gap.answers]
        for name, gap in zip(names, gaps, strict=True)
    }
    return gapped(split_gaps(draft, text, names), made)


def _field(gap: Embedded) -> Part:
    if gap.kind in NUMBERS:
        return numeric([_range(one) for one in gap.answers])
    if any("*" in one.text for one in gap.answers):
        raise RefusedError("an answer of it has a wildcard, which is not read here")
    forms = [Typed((one.text,), one.share, one.feedback) for one in gap.answers]
    return typed(forms, case_sensitive=TEXTS[gap.kind])


def _range(answer: Answer) -> Ranged:
    found = _REACH.match(answer.text)
    centre, reach = (decimal(found[1]), abs(decimal(found[2]))) if found else (decimal(answer.text), 0)
    return Ranged(centre - reach, centre + reach, answer.share, answer.feedback)


def _embedded(found: re.Match[str]) -> Embedded:
    kind = found[2]
    if kind not in MENUS | NUMBERS and kind not in TEXTS:
        raise RefusedError(f"its embedded questions of the type “{kind}” are not read here")
    answers = tuple(_answer(piece) for piece in _SPLIT.split(found[3]) if piece.strip())
    return Embedded(number(found[1], FULL), kind, answers)


def _answer(piece: str) -> Answer:
    found = _ANSWER.match(piece.strip())
    if found is None:
        raise RefusedError("an embedded answer of it can't be read")
    share = NOTHING if not found[1] else FULL if found[1] == "=" else percentage(found[2])
    return Answer("", _plain(found[3]).strip(), max(share, NOTHING), _plain(found[4] or "").strip())


def _plain(text: str) -> str:
    return re.sub(r"\\([}#~/\"\\])", r"\1", text)
