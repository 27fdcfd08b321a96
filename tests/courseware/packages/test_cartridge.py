"""A course as Common Cartridge: valid, whole, in course order, and its pages stand alone."""

from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree, html

from courseware.course import Course
from courseware.packages import packages
from tests.browsing import check_page
from tests.courseware.packages.cartridge_reader import Line, read
from tests.courseware.packages.samples import courses, knots, written
from tests.quizzes.exports.cartridge_reader import broken_rules
from tests.quizzes.exports.cartridge_reader import read as read_questions
from tests.quizzes.exports.conftest import SCHEMAS, cartridge_questions_schema, cartridge_schema
from tests.quizzes.exports.test_qti30 import faults

__all__ = ["cartridge_questions_schema", "cartridge_schema"]
MANIFEST = "imsmanifest.xml"
QUIZ = "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"
EACH = pytest.mark.parametrize("course", courses(), ids=lambda course: course.slug)
# Systems take what the profile's rules forbid here: a choice of two options, of which it asks for three.
TWO_OPTIONS = "[RULE 4d]"


def pages(course: Course, name: str = "cc11") -> dict[str, html.HtmlElement]:
    found = written(name, course.slug)
    return {path: html.fromstring(text.decode()) for path, text in found.items() if path.endswith(".html")}


def test_the_outline_has_lessons_with_their_questions_in_course_order() -> None:
    assert read(written("cc11", "knots")[MANIFEST]).lines == (
        Line(0, "The parts of a rope", "", ""),
        Line(1, "The parts of a rope", "webcontent", "pages/lesson-ropes.html"),
        Line(1, "Check: ropes", QUIZ, "quiz-ropes-check/assessment.xml"),
        Line(0, "Tying them", "", ""),
        Line(1, "Tying them", "webcontent", "pages/lesson-tying.html"),
        Line(1, "Check: looks", QUIZ, "quiz-looks/assessment.xml"),
        Line(1, "Tying", QUIZ, "quiz-tying/assessment.xml"),
        Line(0, "Final", QUIZ, "quiz-final/assessment.xml"),
        Line(0, "Glossary", "webcontent", "pages/glossary.html"),
    )


@EACH
@pytest.mark.parametrize("name", ["cc11", "cc13"])
def test_the_manifest_names_every_file_and_nothing_else(name: str, course: Course) -> None:
    files = written(name, course.slug)
    cartridge = read(files[MANIFEST])
    own = [file for found in cartridge.files.values() for file in found[:1]]
    assert sorted(own) == sorted(set(files) - {MANIFEST})
    asked = {line.path for line in cartridge.lines}
    beside = {name for name, of in cartridge.files.items() if of[0] not in asked}
    assert all(name == "question-bank" or name.startswith(("drawing-", "images.")) for name in beside)


@EACH
def test_every_document_is_valid_and_keeps_the_rules_of_the_profile(
    cartridge_schema: etree.XMLSchema, cartridge_questions_schema: etree.XMLSchema, course: Course
) -> None:
    rules = etree.parse(str(SCHEMAS / "cc11" / "ccv1p1_qtiasiv1p2p1_v1p0.xsd"))
    for path, text in written("cc11", course.slug).items():
        if path == MANIFEST:
            assert faults(cartridge_schema, text) == []
        elif path.endswith(".xml"):
            assert faults(cartridge_questions_schema, text) == [], path
            assert [rule for rule in broken_rules(rules, text) if TWO_OPTIONS not in rule] == [], path
            assert read_questions(text)


@EACH
def test_every_link_of_a_page_leads_to_a_page_and_a_place_in_it(course: Course) -> None:
    found = pages(course)
    for path, page in found.items():
        for address in page.xpath("//@href | //@src"):
            if address.startswith("https://"):
                continue
            target = urlsplit(address)
            file = f"pages/{target.path}" if target.path else path
            assert file in written("cc11", course.slug), f"{path}: {address}"
            if target.fragment:
                assert found[file].xpath("//*[@id=$id]", id=unquote(target.fragment)), f"{path}: {address}"


@EACH
def test_a_page_stands_alone(course: Course) -> None:
    cartridge = read(written("cc11", course.slug)[MANIFEST])
    needed = {files[0]: {f"../{file}" for file in files[1:]} for files in cartridge.files.values()}
    for path, page in pages(course).items():
        check_page(written("cc11", course.slug)[path].decode())
        assert page.xpath("//script | //link | //*[@onclick]") == []
        assert [one.tag for one in page.iter() if isinstance(one.tag, str) and one.tag.startswith("cw-")] == []
        assert len(page.xpath("//style")) == 1
        assert {f"../pages/{source}" for source in page.xpath("//img/@src")} == needed[path]


@EACH
def test_every_lesson_is_there_with_its_drawings_and_its_code(course: Course) -> None:
    for lesson in course.lessons:
        page = pages(course)[f"pages/lesson-{lesson.slug}.html"]
        told = "".join(block.html for block in lesson.body if hasattr(block, "html"))
        assert len(page.xpath("//figure/img[@alt]")) == told.count("<figure")
        assert len(page.xpath("//pre")) == told.count("<pre")
        assert [one.anchor for one in lesson.headings if not page.xpath("//*[@id=$id]", id=one.anchor)] == []


@EACH
def test_a_drawing_is_an_image_with_colours_of_its_own(course: Course) -> None:
    for path, text in written("cc11", course.slug).items():
        if path.endswith(".svg"):
            root = etree.fromstring(text)
            assert root.tag == "{http://www.w3.org/2000/svg}svg"
            style = str(root.findtext("{*}style"))
            classes = {name for one in root.iter() for name in str(one.get("class") or "").split()}
            assert [name for name in classes if f".{name} {{" not in style] == []


def test_questions_inside_a_lesson_name_the_assessment_that_asks_them() -> None:
    [told] = pages(knots())["pages/lesson-ropes.html"].xpath("//p[@class='hint']")
    assert told.text_content() == "2 questions on this: see “Check: ropes”."


@pytest.mark.parametrize("name", ["cc11", "cc13"])
def test_the_report_tells_what_becomes_of_checks_and_draws(name: str) -> None:
    lost = packages()[name].report(knots()).lost_by("")
    assert any(what.startswith("the place of questions inside lessons: ") for what in lost)
    assert "1 draw in “Final”: everybody gets the same questions; the question bank has all" in lost
    assert "the chooser, which recommends by what a project needs" in lost
    assert not any("ropes" in what and "pass mark" in what for what in lost)
