"""Canvas's QTI 1.2 read as its importer reads it, and scored as Classic Quizzes score; it knows nothing of ours.

The rules are those of Canvas's importer for QTI and of its question types (multiple answers, matching, multiple
dropdowns, short answer, numerical), each read in its open source. What that would guess at is an error here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from html import unescape

from lxml import etree, html
from lxml.etree import _Element as Element

Q = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
REQUIRED = {"question_type", "points_possible", "original_answer_ids", "assessment_question_identifierref"}
FEEDBACK = {"general_fb", "correct_fb", "general_incorrect_fb"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing to answer: its identifier, its text and the answers to choose from, identifier to text."""

    ident: str
    text: str
    labels: dict[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """A question; `right` is response to value for choices, and `taken` are texts or intervals."""

    ident: str
    type: str
    points: float
    text: str
    asked: tuple[Asked, ...]
    right: dict[str, list[str]]
    taken: tuple[str | tuple[Decimal, Decimal], ...]
    feedback: dict[str, str]
    group: str = ""

    def score(self, response: object) -> float:
        """Return the share of the points, 0 to 1, for a response; None is no response."""
        if response is None:
            return 0.0
        if self.type in ("multiple_choice_question", "true_false_question"):
            assert isinstance(response, list)
            return float(response == self.right["response1"])
        if self.type == "multiple_answers_question":
            assert isinstance(response, list)
            right = self.right["response1"]
            hits = len([one for one in response if one in right])
            return max(0.0, (hits - (len(response) - hits)) / max(len(right), 1))
        if self.type in ("matching_question", "multiple_dropdowns_question"):
            assert isinstance(response, dict)
            return sum(response.get(ident) == right[0] for ident, right in self.right.items()) / len(self.right)
        if self.type == "short_answer_question":
            return float(
                str(response).strip(" \t\n\r\f\v").lower() in {str(text).strip().lower() for text in self.taken}
            )
        assert self.type == "numerical_question"
        number = Decimal(str(response))
        return float(any(low <= number <= high for low, high in self.taken))  # type: ignore[misc]


def read(document: bytes) -> list[Question]:
    """Return the questions, each with the group it is in."""
    root = etree.fromstring(document)
    found = []
    for item in root.iter(f"{Q}item"):
        section = item.getparent()
        assert section is not None
        is_group = section.find(f"{Q}selection_ordering") is not None
        found.append(_question(item, str(section.get("title")) if is_group else ""))
    assert len({question.ident for question in found}) == len(found)
    return found


def _question(item: Element, group: str) -> Question:
    fields = {
        str(one.findtext(f"{Q}fieldlabel")): one.findtext(f"{Q}fieldentry") or ""
        for one in item.iter(f"{Q}qtimetadatafield")
    }
    assert fields.keys() >= REQUIRED, fields
    presentation = item.find(f"{Q}presentation")
    assert presentation is not None
    kind = fields["question_type"]
    asked = tuple(_asked(lid) for lid in presentation.iter(f"{Q}response_lid"))
    right, taken = _scored(item, kind)
    ids = [ident for ident in fields["original_answer_ids"].split(",") if ident]
    assert all(ident.isdigit() for one in asked for ident in one.labels)
    assert len(ids) == len(_answers(kind, asked, right, taken)), (kind, ids)
    return Question(
        ident=str(item.get("ident")),
        type=kind,
        points=float(fields["points_possible"]),
        text=_text(presentation.find(f"{Q}material")),
        asked=asked,
        right=right,
        taken=taken,
        feedback=dict(_feedback(item)),
        group=group,
    )


def _answers(kind: str, asked: tuple[Asked, ...], right: object, taken: tuple[object, ...]) -> list[object]:
    """Return what Canvas keeps as answers of a question."""
    if kind == "matching_question":
        return [*asked]
    return [label for one in asked for label in one.labels] or [*taken]


def _asked(lid: Element) -> Asked:
    labels = {
        str(label.get("ident")): _text(label.find(f"{Q}material"))
        for label in lid.iterfind(f"{Q}render_choice/{Q}response_label")
    }
    return Asked(str(lid.get("ident")), _text(lid.find(f"{Q}material")), labels)


def _scored(item: Element, kind: str) -> tuple[dict[str, list[str]], tuple[str | tuple[Decimal, Decimal], ...]]:
    """Return what the conditions that set or add to the score ask for."""
    right: dict[str, list[str]] = {}
    taken: list[str | tuple[Decimal, Decimal]] = []
    for condition in item.iter(f"{Q}respcondition"):
        score = condition.find(f"{Q}setvar")
        if score is None:
            continue
        assert float(str(score.text)) > 0
        tests = condition.find(f"{Q}conditionvar")
        assert tests is not None
        if kind == "numerical_question":
            taken.append(_interval(tests))
            continue
        for equal in tests.iter(f"{Q}varequal"):
            parent = equal.getparent()
            if parent is not None and parent.tag != f"{Q}not":
                right.setdefault(str(equal.get("respident")), []).append(str(equal.text))
    if kind == "short_answer_question":
        return {}, tuple(right["response1"])
    return right, tuple(taken)


def _interval(tests: Element) -> tuple[Decimal, Decimal]:
    low, high = (next(tests.iter(f"{Q}{name}")) for name in ("vargte", "varlte"))
    return Decimal(str(low.text)), Decimal(str(high.text))


def _feedback(item: Element) -> Iterator[tuple[str, str]]:
    """Yield feedback by name; each name is shown by a rule, and is one that Canvas looks for."""
    shown = {str(one.get("linkrefid")) for one in item.iter(f"{Q}displayfeedback")}
    labels = {f"{label.get('ident')}_fb" for label in item.iter(f"{Q}response_label")}
    for one in item.iterfind(f"{Q}itemfeedback"):
        name = str(one.get("ident"))
        assert name in FEEDBACK | labels
        assert name in shown
        yield name, _text(one.find(f"{Q}flow_mat/{Q}material"))
    assert shown <= {str(one.get("ident")) for one in item.iterfind(f"{Q}itemfeedback")}


def _text(material: Element | None) -> str:
    """Return a material as it is read."""
    mattext = material.find(f"{Q}mattext") if material is not None else None
    if mattext is None or not mattext.text:
        return ""
    if mattext.get("texttype") == "text/html":
        return str(html.fragment_fromstring(mattext.text, create_parent=True).text_content()).strip()
    return unescape(mattext.text)
