"""QTI 3.0 packages: valid by the official schemas, whole, and drawn as the quiz draws."""

import re
from collections.abc import Iterator

import msgspec
import pytest
from lxml import etree

from quizzes.bank import Bank
from quizzes.exports import ExportQuiz, formats, prepare
from quizzes.exports.qti.item import item_document
from quizzes.exports.qti.patterns import pattern
from quizzes.grading import find_form
from quizzes.interactions import Choice, Item, TextKey
from quizzes.quiz import Quiz
from tests.quizzes.exports.any_response import typed
from tests.quizzes.exports.samples import banks, judged_item, odd_bank, odd_export, opened, quizzes

QTI = {"q": "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"}
CP = {"c": "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"}


def faults(schema: etree.XMLSchema, document: bytes) -> list[str]:
    root = etree.fromstring(document)
    return [] if schema.validate(root) else [f"{fault.line}: {fault.message}" for fault in list(schema.error_log)]  # type: ignore[call-overload]


def parsed(quiz: ExportQuiz, path: str) -> etree._Element:
    return etree.fromstring(opened(formats()["qti30"].write(quiz)).read(path))


def several_parts() -> Item:
    items = {item.id: item for item in odd_export().items}
    first, second = items["odd-sevenths"], items["odd-number"]
    parts = [
        msgspec.structs.replace(part, key=key) for key, part in zip("ab", (*first.parts, *second.parts), strict=True)
    ]
    return msgspec.structs.replace(first, id="several", parts=tuple(parts))


@pytest.mark.parametrize(("bank", "quiz"), quizzes(), ids=lambda value: getattr(value, "slug", ""))
def test_every_document_of_a_package_is_valid(
    qti_schema: etree.XMLSchema, manifest_schema: etree.XMLSchema, bank: Bank, quiz: Quiz
) -> None:
    package = opened(formats()["qti30"].write(prepare(bank, quiz)))
    schemas = {"imsmanifest.xml": manifest_schema}
    found = {
        name: faults(schemas.get(name, qti_schema), package.read(name))
        for name in package.namelist()
        if name.endswith(".xml")
    }
    assert {name: of for name, of in found.items() if of} == {}


@pytest.mark.parametrize("item", [judged_item(), several_parts()], ids=lambda item: item.id)
def test_an_item_that_no_bank_has_is_valid(qti_schema: etree.XMLSchema, item: Item) -> None:
    assert faults(qti_schema, item_document(item, "en")) == []


def test_the_manifest_names_every_file_and_no_other() -> None:
    package = opened(formats()["qti30"].write(odd_export()))
    manifest = etree.fromstring(package.read("imsmanifest.xml"))
    named = [str(file.get("href")) for file in manifest.iterfind(".//c:file", CP)]
    assert sorted(["imsmanifest.xml", *named]) == sorted(package.namelist())
    assert manifest.findtext(".//c:schemaversion", None, CP) == "3.0.0"
    dependencies = {str(one.get("identifierref")) for one in manifest.iterfind(".//c:dependency", CP)}
    assert dependencies == {str(one.get("identifier")) for one in manifest.iterfind(".//c:resource", CP)} - {"test"}


def test_a_quiz_that_draws_selects_in_the_test() -> None:
    knots = next(bank for bank in banks() if bank.course == "knots")
    test = parsed(prepare(knots, knots.quizzes["final"]), "test.xml")
    sections = test.findall(".//q:qti-assessment-section/q:qti-assessment-section", QTI)
    drawn = [
        (section.find("q:qti-selection", QTI).get("select"), len(section.findall("q:qti-assessment-item-ref", QTI)))  # type: ignore[union-attr]
        for section in sections
    ]
    assert [count for count, _ in drawn] == ["2", "1"]
    assert all(int(str(count)) <= there for count, there in drawn)
    whole = test.find(".//q:qti-test-part/q:qti-assessment-section/q:qti-ordering", QTI)
    assert whole is not None
    assert whole.get("shuffle") == "true"


def test_the_pass_mark_is_compared_unrounded() -> None:
    test = parsed(odd_export(), "test.xml")
    passed = test.find('.//q:qti-set-outcome-value[@identifier="PASSED"]/q:qti-gte', QTI)
    assert passed is not None
    assert [value.text for value in passed.iterfind(".//q:qti-base-value", QTI)] == ["100", "62"]


def test_a_quiz_that_keeps_the_order_of_options_shuffles_none() -> None:
    odd = odd_bank().quizzes["odd"]
    kept = msgspec.structs.replace(odd.settings, shuffle_options=False)
    quiz = Quiz("odd", "odd", "odd.yaml", kept, odd.items, odd.specimens, odd.source)
    package = opened(formats()["qti30"].write(prepare(Bank("odd", {"odd": quiz}), quiz)))
    choices = [
        interaction.get("shuffle")
        for name in package.namelist()
        if name.startswith("items/")
        for interaction in etree.fromstring(package.read(name)).iter(
            "{*}qti-choice-interaction", "{*}qti-match-interaction"
        )
    ]
    assert choices
    assert set(choices) == {"false"}


def test_the_text_of_an_item_comes_back_as_it_was_written() -> None:
    item = next(item for item in odd_export().items if item.id == "odd-printed")
    root = etree.fromstring(item_document(item, "en"))
    blocks = ["".join(map(str, block.itertext())) for block in root.iterfind(".//q:qti-item-body//q:pre", QTI)]
    assert blocks[0] == 'print("{{}}" * 2)  # $x$\nif a < b:\n    pass'
    interaction = item.parts[0].interaction
    assert isinstance(interaction, Choice)
    assert blocks[1:] == [option.text for option in interaction.options]


def test_no_two_braces_stand_together_where_a_player_could_read_them_as_its_own() -> None:
    for item in odd_export().items:
        body = etree.fromstring(item_document(item, "en")).find("q:qti-item-body", QTI)
        assert body is not None
        assert [text for text in body.itertext() if "{{" in str(text)] == []


def typed_keys() -> Iterator[TextKey]:
    for bank in banks():
        for quiz in bank.quizzes.values():
            yield from (part.answer for item in quiz.items for part in item.parts if isinstance(part.answer, TextKey))


def test_a_pattern_takes_what_the_grader_takes_and_nothing_else() -> None:
    differences = []
    for key in typed_keys():
        for written in {text for form in key.forms for one in form.texts for text in typed(one)}:
            found = [
                form.key
                for form in key.forms
                if re.fullmatch(pattern(form.texts, key.case_sensitive, key.spaces), written)
            ][:1]
            expected = find_form(key, written)
            if found != ([expected.key] if expected else []) and written.strip():
                differences.append((written, found, expected))
    assert differences == []


@pytest.mark.parametrize(
    ("texts", "case_sensitive", "spaces", "expected"),
    [
        (["ab"], True, "exact", "(ab)"),
        (["Ab"], False, "exact", "([aA][bB])"),
        (["a.b", "(c)"], True, "exact", r"(a\.b|\(c\))"),
        (["a b"], True, "collapse", "[ \\t\\n\\r\u00a0]*(a[ \\t\\n\\r\u00a0]+b)[ \\t\\n\\r\u00a0]*"),
        (["x-y"], True, "exact", "(x[\\-−‐‑–—]y)"),
    ],
)
def test_patterns_are_what_was_typed(texts: list[str], case_sensitive: bool, spaces: str, expected: str) -> None:
    assert pattern(texts, case_sensitive, spaces) == expected  # type: ignore[arg-type]
