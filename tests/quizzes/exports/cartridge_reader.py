"""Questions of a cartridge read and scored by the rules of QTI 1.2; it knows nothing of ours.

The rules are those of IMS QTI 1.2 (ASI information model, response processing) in the profile of Common Cartridge.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from lxml import etree, html
from lxml.etree import _Element as Element

Q = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
PROFILES = {
    "cc.multiple_choice.v0p1",
    "cc.multiple_response.v0p1",
    "cc.true_false.v0p1",
    "cc.fib.v0p1",
    "cc.pattern_match.v0p1",
    "cc.essay.v0p1",
}


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its weight, and its labels: identifier to what is read."""

    ident: str
    profile: str
    weight: int
    text: str
    labels: dict[str, str]
    item: Element

    def run(self, response: list[str]) -> tuple[Fraction, list[str]]:
        """Return the score, 0 to 1, and the names of the feedback shown, for the values of a response."""
        score, shown = Fraction(0), []
        for condition in self.item.iter(f"{Q}respcondition"):
            tests = condition.find(f"{Q}conditionvar")
            assert tests is not None
            if not all(_holds(test, response) for test in tests):
                continue
            for setting in condition.iterfind(f"{Q}setvar"):
                assert setting.get("action") == "Set"
                score = Fraction(str(setting.text)) / 100
            shown += [str(one.get("linkrefid")) for one in condition.iterfind(f"{Q}displayfeedback")]
            if condition.get("continue", "No") == "No":
                break
        return score, shown


def read(document: bytes) -> list[Question]:
    """Return the questions of an assessment or a bank."""
    found = [_question(item) for item in etree.fromstring(document).iter(f"{Q}item")]
    assert len({question.ident for question in found}) == len(found)
    return found


def _question(item: Element) -> Question:
    fields = {
        str(one.findtext(f"{Q}fieldlabel")): str(one.findtext(f"{Q}fieldentry"))
        for one in item.iter(f"{Q}qtimetadatafield")
    }
    assert fields["cc_profile"] in PROFILES
    labels = {str(label.get("ident")): _text(label.find(f"{Q}material")) for label in item.iter(f"{Q}response_label")}
    return Question(
        ident=str(item.get("ident")),
        profile=fields["cc_profile"],
        weight=int(fields["cc_weighting"]),
        text=_text(item.find(f"{Q}presentation/{Q}material")),
        labels=labels,
        item=item,
    )


def _holds(test: Element, response: list[str]) -> bool:
    name = str(etree.QName(test).localname)
    if name == "other":
        return True
    if name == "varequal":
        return any(_same(value, str(test.text), test.get("case", "No")) for value in response)
    inside = (_holds(one, response) for one in test)
    if name == "and":
        return all(inside)
    assert name == "not"
    return not any(inside)


def _same(value: str, expected: str, case: str) -> bool:
    return value == expected if case == "Yes" else value.lower() == expected.lower()


def _text(material: Element | None) -> str:
    mattext = material.find(f"{Q}mattext") if material is not None else None
    if mattext is None or not mattext.text:
        return ""
    if mattext.get("texttype") == "text/html":
        return str(html.fragment_fromstring(mattext.text, create_parent=True).text_content()).strip()
    return mattext.text


def broken_rules(schema: etree._ElementTree, document: bytes) -> Iterator[str]:
    """Yield the rules of the profile that a document breaks: those that its schema has as Schematron."""
    names = {"sch": "http://purl.oclc.org/dsdl/schematron", "asi": Q.strip("{}")}
    root = etree.fromstring(document)
    for rule in schema.iter("{http://purl.oclc.org/dsdl/schematron}rule"):
        for place in root.xpath(f"//{str(rule.get('context')).lstrip('/')}", namespaces=names):
            for claim in rule.iterfind("sch:assert", names):
                if not place.xpath(f"boolean({claim.get('test')})", namespaces=names):
                    yield " ".join("".join(map(str, claim.itertext())).split())
