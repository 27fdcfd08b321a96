"""QTI 2.1 and 2.2 packages: valid by the official schemas, whole, and nothing but QTI 3 in older words."""

import re

import msgspec
import pytest
from lxml import etree

from quizzes.bank import Bank
from quizzes.exports import formats, prepare
from quizzes.exports.qti.dialects import QTI21, QTI22, QTI30, Dialect
from quizzes.exports.qti.documents import CONTENT
from quizzes.exports.qti.item import item_document
from quizzes.exports.qti.names import QTI
from quizzes.interactions import Item
from quizzes.quiz import Quiz
from tests.quizzes.exports.samples import banks, judged_item, odd_export, opened, own_quizzes
from tests.quizzes.exports.test_qti30 import faults, several_parts

CP = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
DIALECTS = {"qti21": QTI21, "qti22": QTI22}


@pytest.fixture(params=DIALECTS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def schema(request: pytest.FixtureRequest, name: str) -> etree.XMLSchema:
    found: etree.XMLSchema = request.getfixturevalue(f"{name}_schema")
    return found


@pytest.mark.parametrize(("bank", "quiz"), own_quizzes(), ids=lambda value: getattr(value, "slug", ""))
def test_every_document_of_a_package_is_valid(
    name: str, schema: etree.XMLSchema, content_package_schema: etree.XMLSchema, bank: Bank, quiz: Quiz
) -> None:
    package = opened(formats()[name].write(prepare(bank, quiz)))
    schemas = {"imsmanifest.xml": content_package_schema}
    found = {
        path: faults(schemas.get(path, schema), package.read(path))
        for path in package.namelist()
        if path.endswith(".xml")
    }
    assert {path: of for path, of in found.items() if of} == {}


@pytest.mark.parametrize("item", [judged_item(), several_parts()], ids=lambda item: item.id)
def test_an_item_that_no_bank_has_is_valid(name: str, schema: etree.XMLSchema, item: Item) -> None:
    assert faults(schema, item_document(item, "en", DIALECTS[name])) == []


def test_a_quiz_that_draws_is_valid_and_selects_in_the_test(name: str, schema: etree.XMLSchema) -> None:
    knots = next(bank for bank in banks() if bank.course == "knots")
    document = opened(formats()[name].write(prepare(knots, knots.quizzes["final"]))).read("test.xml")
    assert faults(schema, document) == []
    assert [one.get("select") for one in etree.fromstring(document).iter("{*}selection")] == ["2", "1"]


def test_the_manifest_names_every_file_with_the_types_of_its_version(name: str) -> None:
    package = opened(formats()[name].write(odd_export()))
    manifest = etree.fromstring(package.read("imsmanifest.xml"))
    named = [str(file.get("href")) for file in manifest.iter(f"{CP}file")]
    assert sorted(["imsmanifest.xml", *named]) == sorted(package.namelist())
    types = {str(resource.get("type")) for resource in manifest.iter(f"{CP}resource")}
    version = f"v2p{name[-1]}"
    assert types == {f"imsqti_test_xml{version}", f"imsqti_item_xml{version}"}
    assert manifest.findtext(f".//{CP}schema") == f"QTIv2.{name[-1]} Package"
    assert manifest.findtext(f".//{CP}schemaversion") == "1.0.0"


def test_no_word_of_qti_3_is_left(name: str) -> None:
    package = opened(formats()[name].write(odd_export()))
    for path in package.namelist():
        for element in etree.fromstring(package.read(path)).iter():
            words = [str(element.tag), *map(str, element.attrib)]
            assert not [word for word in words if "v3p0" in word or "qti-" in word], path
            assert not [word for word in element.attrib if re.match(r"[a-z]+-", str(word))], path


def text_of(item: Item, dialect: Dialect, inside: str) -> str:
    root = etree.fromstring(item_document(item, "en", dialect))
    found = root.find(f"{{*}}{inside}")
    assert found is not None
    return "".join(str(text) for text in found.itertext() if str(text).strip())


def test_a_learner_reads_the_same_in_every_version() -> None:
    for item in odd_export().items:
        expected = text_of(item, QTI30, "qti-item-body")
        for dialect in DIALECTS.values():
            said = text_of(item, dialect, "itemBody")
            assert said == expected.replace("Hint", "", 1 if item.hint else 0), item.id


EVERYTHING = """# Head

Words *a* **b** `c` [d](https://example.org) $x^2$ ![e](https://example.org/e.png)  \nafter a break

> quoted

- one
- two *b* `c`

1. first

| h | i |
|--:|---|
| `j` `k` | *l* m |

```python
n = 1

o = 2
```

---

    indented
"""


def content(dialect: Dialect) -> etree._Element:
    item = msgspec.structs.replace(several_parts(), prompt=EVERYTHING, explanation=EVERYTHING, hint=EVERYTHING)
    return etree.fromstring(item_document(item, "en", dialect))


def test_what_markdown_can_say_is_known_as_content_and_never_laid_out() -> None:
    """Else white space would be put between words, or into a program."""
    found = {etree.QName(one).localname for one in content(QTI30).iter(f"{{{QTI}}}*")}
    assert {name for name in found if not name.startswith("qti-")} - CONTENT == set()
    assert CONTENT - found == {"infoControl", "span", "h2", "h3", "h4", "h5", "h6"}


@pytest.mark.parametrize("dialect", [QTI30, QTI22, QTI21])
def test_words_of_every_shape_stand_as_they_were_written(dialect: Dialect) -> None:
    told = [" ".join("".join(one.itertext()).split()) for one in content(dialect).iter("{*}td", "{*}li")]
    assert told[:5] == ["one", "two b c", "first", "j k", "l m"]
    programs = ["".join(one.itertext()) for one in content(dialect).iter("{*}pre")]
    assert programs[:2] == ["n = 1\n\no = 2", "indented\n"]


@pytest.mark.parametrize("dialect", [QTI22, QTI21])
def test_a_title_that_reads_like_a_word_of_layout_stays(dialect: Dialect) -> None:
    item = msgspec.structs.replace(several_parts(), prompt="qti-align-left is a class")
    assert etree.fromstring(item_document(item, "en", dialect)).get("title") == "qti-align-left is a class"


def test_a_hint_is_a_note_that_stays_closed() -> None:
    item = next(item for item in odd_export().items if item.hint)
    note = etree.fromstring(item_document(item, "en", QTI21)).find(".//{*}infoControl")
    assert note is not None
    assert note.get("title") == "Hint"
    assert "".join(map(str, note.itertext())).startswith("Look at {{, then at")


@pytest.mark.parametrize(("older", "expected"), [("qti21", True), ("qti22", False)])
def test_menus_without_formatting_are_told(older: str, expected: bool) -> None:
    lost = formats()[older].report(odd_export()).lost_by("odd-gaps")
    assert ("formatting inside menus, which hold plain text" in lost) is expected


def test_the_alignment_of_columns_is_told(name: str) -> None:
    aligned = "the alignment of the columns of tables"
    assert aligned in formats()[name].report(odd_export()).lost_by("odd-single")
    assert aligned not in formats()["qti30"].report(odd_export()).lost_by("odd-single")
