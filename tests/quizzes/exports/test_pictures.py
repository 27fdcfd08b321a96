"""Pictures of questions: each package holds their bytes, and whatever shows one finds it there and says what it is."""

import re
import tarfile
from base64 import b64decode
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape
from io import BytesIO
from posixpath import join, normpath
from urllib.parse import unquote

import pytest
from lxml import etree, html
from pypdf import PdfReader

from quizzes.exports import ExportQuiz, formats, prepare
from quizzes.exports.report import Report
from tests.quizzes.exports.cartridge_reader import broken_rules
from tests.quizzes.exports.conftest import SCHEMAS
from tests.quizzes.exports.samples import banks, opened
from tests.quizzes.exports.test_qti30 import faults

LOOP, HITCH, NOOSE = "loop.png", "hitch.png", "noose.png"
# Typed from the bank: each picture with what it shows, as often as a text of a question shows it.
BEFORE = [
    (LOOP, "A ring of rope with a long end"),
    (HITCH, "a rope around a post"),
    (HITCH, "a rope around a post"),
]
AFTER = [(NOOSE, "A ring of rope with a bar across its end"), (LOOP, "a ring of rope")]
HINT = [(LOOP, "a ring of rope")]
ALL = BEFORE + AFTER + HINT
# What each has a place for: Canvas has none for hints, Blackboard takes questions bare.
SHOWN = {
    "qti30": ALL,
    "qti22": ALL,
    "qti21": ALL,
    "qti21-blackboard": BEFORE,
    "canvas": BEFORE + AFTER,
    "cc11": ALL,
    "cc13": ALL,
    "moodle-xml": ALL,
    "olx": ALL,
    "scorm12": ALL,
    "scorm2004": ALL,
}
NAMED = 5  # losses: a picture that an item shows twice is named once
TEXTS = ["aiken", "blackboard", "brightspace", "gift"]
Found = list[tuple[str, str, str]]  # the file that shows a picture, its address, and what it is said to be


def looks() -> ExportQuiz:
    bank = next(bank for bank in banks() if bank.course == "knots")
    return prepare(bank, bank.quizzes["looks"])


def pictures() -> dict[str, bytes]:
    folder = next(bank for bank in banks() if bank.course == "knots").folder
    assert folder is not None
    return {path.name: path.read_bytes() for path in (folder / "images").iterdir()}


def files(name: str) -> dict[str, bytes]:
    written = formats()[name].write(looks())
    if name == "moodle-xml":
        return {"questions.xml": written}
    if name == "olx":
        with tarfile.open(fileobj=BytesIO(written), mode="r:gz") as tar:
            return {member.name: found.read() for member in tar if (found := tar.extractfile(member))}
    package = opened(written)
    return {path: package.read(path) for path in package.namelist()}


def shown(found: Mapping[str, bytes]) -> Found:
    """Return what the texts of a package show, in elements, in HTML inside of them, or in what a player is told."""
    return [(path, *one) for path, text in found.items() if path.endswith((".xml", ".html")) for one in _images(text)]


def _images(document: bytes) -> Iterator[tuple[str, str]]:
    text = document.decode()
    if text.startswith("<!doctype"):
        text = text.encode().decode("unicode_escape").encode("latin-1").decode()
        yield from _in_html(re.sub(r'\\"', '"', text))
        return
    for element in etree.fromstring(document).iter():
        if str(element.tag).rpartition("}")[2] == "img":
            yield str(element.get("src")), str(element.get("alt"))
        elif element.text and "<img" in element.text:
            yield from _in_html(element.text)


def _in_html(text: str) -> Iterator[tuple[str, str]]:
    for src, alt in re.findall(r'<img src="([^"]*)" alt="([^"]*)"', text):
        yield unescape(src), unescape(alt)


def resolved(name: str, path: str, address: str) -> str:
    """Return the file that an address leads to, as the readers of the format have it."""
    match name:
        case "canvas" | "cc11" | "cc13":
            base, _, rest = unquote(address).partition("/")
            assert base == "$IMS-CC-FILEBASE$"
            return rest
        case "olx":
            assert address.startswith("/static/")
            return f"course{address}"
        case _:
            return normpath(join(path.rpartition("/")[0], address))


def lost_pictures(report: Report) -> list[str]:
    return [lost.what for lost in report.lost if "image" in lost.what]


@pytest.mark.parametrize("name", sorted(set(SHOWN) - {"moodle-xml"}))
def test_every_picture_that_a_package_shows_is_in_it_as_it_was_and_is_described(name: str) -> None:
    found, ours = files(name), pictures()
    images = shown(found)
    there = [(resolved(name, path, address), alt) for path, address, alt in images]
    assert Counter((path.rpartition("/")[2], alt) for path, alt in there) == Counter(SHOWN[name])
    assert [path for path, _ in there if found.get(path) != ours[path.rpartition("/")[2]]] == []
    kept = {path for path in found if path.endswith(".png")}
    assert kept == {path for path, _ in there}


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_the_report_names_no_picture_that_travels(name: str) -> None:
    assert lost_pictures(formats()[name].report(looks())) == []


def test_moodle_finds_each_picture_beside_the_text_that_shows_it() -> None:
    [document] = files("moodle-xml").values()
    images: Found = []
    for text in etree.fromstring(document).iter("text"):
        parent = text.getparent()
        assert parent is not None
        beside = {str(file.get("name")): b64decode(file.text or "") for file in parent.iterfind("file")}
        said = [("", *one) for one in _in_html(text.text or "")]
        assert {address.removeprefix("@@PLUGINFILE@@/") for _, address, _ in said} == set(beside)
        assert all(content == pictures()[name] for name, content in beside.items())
        assert [file.get("path") for file in parent.iterfind("file")] == ["/"] * len(beside)
        images += [(str(parent.tag), address, alt) for _, address, alt in said]
    assert Counter((address.rpartition("/")[2], alt) for _, address, alt in images) == Counter(SHOWN["moodle-xml"])
    assert {place for place, _, _ in images} == {"questiontext", "answer", "feedback", "generalfeedback", "hint"}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_has_the_descriptions_and_the_report_names_each_picture(name: str) -> None:
    written = formats()[name].write(looks()).decode("utf-8-sig" if name == "brightspace" else "utf-8")
    assert "<img" not in written
    assert "images/" not in written
    assert "A ring of rope with a long end" in written
    assert len(lost_pictures(formats()[name].report(looks()))) == NAMED


def test_papers_and_key_show_the_pictures_in_html_and_in_pdf() -> None:
    package = opened(formats()["print"].write(looks()))
    for name, expected in (("paper-A", BEFORE), ("key", [*AFTER, *HINT] * 2)):
        page = html.fromstring(package.read(f"{name}.html").decode())
        images = [(str(image.get("src")), str(image.get("alt"))) for image in page.iter("img")]
        assert all(address.startswith("data:image/png;base64,") for address, _ in images)
        contents = [b64decode(address.partition(",")[2]) for address, _ in images]
        by_content = {content: file for file, content in pictures().items()}
        told = [(by_content[content], alt) for content, (_, alt) in zip(contents, images, strict=True)]
        assert Counter(told) == Counter(expected)
        assert pdf_figures(package.read(f"{name}.pdf")) == Counter(alt for _, alt in expected)
        assert pdf_sizes(package.read(f"{name}.pdf")) == {(48, 32)}


def pdf_figures(document: bytes) -> Counter[str]:
    """Return what the figures of a tagged PDF are said to show."""
    reader = PdfReader(BytesIO(document))
    tree = reader.trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]
    found: Counter[str] = Counter()
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if node.get("/S") == "/Figure":
            found[str(node["/Alt"])] += 1
        kids = node.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            resolved_kid = kid.get_object() if hasattr(kid, "get_object") else kid
            if hasattr(resolved_kid, "get"):
                waiting.append(resolved_kid)
    return found


def pdf_sizes(document: bytes) -> set[tuple[int, int]]:
    """Return the sizes of the pictures of a PDF, in pixels."""
    found: set[tuple[int, int]] = set()
    for page in PdfReader(BytesIO(document)).pages:
        waiting = [page.get("/Resources")]
        while waiting:
            resources = waiting.pop()
            objects = (resources or {}).get("/XObject", {})
            for one in (value.get_object() for value in objects.get_object().values()) if objects else ():
                if one["/Subtype"] == "/Image":
                    found.add((int(one["/Width"]), int(one["/Height"])))
                else:
                    waiting.append(one.get("/Resources"))
    return found


@pytest.mark.parametrize("name", ["qti30", "qti22", "qti21"])
def test_items_and_manifests_with_pictures_are_valid(name: str, request: pytest.FixtureRequest) -> None:
    schema = request.getfixturevalue(f"{name.removesuffix('30') if name == 'qti30' else name}_schema")
    manifests = request.getfixturevalue("manifest_schema" if name == "qti30" else "content_package_schema")
    found = {path: text for path, text in files(name).items() if path.endswith(".xml")}
    wrong = {path: faults(manifests if path == "imsmanifest.xml" else schema, text) for path, text in found.items()}
    assert {path: of for path, of in wrong.items() if of} == {}


def test_a_cartridge_with_pictures_is_valid(
    cartridge_schema: etree.XMLSchema, cartridge_questions_schema: etree.XMLSchema
) -> None:
    found = files("cc11")
    assert faults(cartridge_schema, found["imsmanifest.xml"]) == []
    [assessment] = (text for path, text in found.items() if path.endswith("assessment.xml"))
    assert faults(cartridge_questions_schema, assessment) == []
    rules = etree.parse(str(SCHEMAS / "cc11" / "ccv1p1_qtiasiv1p2p1_v1p0.xsd"))
    assert [rule for rule in broken_rules(rules, assessment) if "[RULE 4d]" not in rule] == []  # two options


@pytest.mark.parametrize("name", ["qti30", "qti21", "qti21-blackboard"])
def test_the_resource_of_an_item_has_the_pictures_of_that_item(name: str) -> None:
    found = files(name)
    manifest = etree.fromstring(found["imsmanifest.xml"])
    for resource in manifest.iter("{*}resource"):
        path, *others = (str(file.get("href")) for file in resource.iterfind("{*}file"))
        here = [resolved(name, one, address) for one, address, _ in shown({path: found[path]})]
        assert sorted(others) == sorted(set(here))


def test_only_the_pictures_that_a_quiz_shows_are_taken() -> None:
    bank = next(bank for bank in banks() if bank.course == "knots")
    assert prepare(bank, bank.quizzes["tying"]).pictures == {}
    assert list(looks().pictures) == ["images/loop.png", "images/hitch.png", "images/noose.png"]


def test_a_picture_that_is_not_there_is_described_and_named_as_lost() -> None:
    bare = replace(looks(), pictures={})
    package = opened(formats()["qti30"].write(bare))
    item = etree.fromstring(package.read("items/looks-like.xml"))
    assert [*item.iter("{*}img")] == []
    assert "A ring of rope with a long end" in [one.text for one in item.iter("{*}em")]
    assert len(lost_pictures(formats()["qti30"].report(bare))) == NAMED
