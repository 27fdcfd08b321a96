"""A course as OLX: every name leads to a file, every link to a block; lessons, checks and quizzes in their places."""

import re

import pytest
from lxml import html

from courseware.course import Course
from courseware.packages import packages
from tests.courseware.packages.olx_reader import Archive, read
from tests.courseware.packages.samples import courses, knots

EACH = pytest.mark.parametrize("course", courses(), ids=lambda course: course.slug)
HTML_LINK = re.compile(r'(?:href|src)="([^"]+)"')


def archive(course: Course) -> Archive:
    return read(packages()["olx"].write(course))


def shape(found: Archive) -> list[str]:
    """Return the subsections with what their units hold."""
    return [
        f"{one.get('display_name')}: {' | '.join(' '.join(str(block.tag) for block in unit) for unit in one)}"
        for one in found.course.iter("sequential")
    ]


def test_lessons_are_units_with_their_checks_in_place_and_quizzes_follow() -> None:
    found = shape(archive(knots()))
    assert found[:2] == [
        "The parts of a rope: html | html | html | problem problem",
        "Tying them: html | html | html problem problem",
    ]
    assert [line.partition(":")[0] for line in found[2:]] == ["Tying", "Final", "Glossary"]


def test_a_unit_has_the_title_of_its_heading_and_not_the_heading_too() -> None:
    found = archive(knots())
    unit = found.names["section-ropes-2"]
    assert unit.get("display_name") == "Names"
    assert not any("<h2" in text for name, text in found.texts.items() if name.startswith("section-"))


@EACH
def test_the_graded_quizzes_are_graded_and_the_final_alone_counts(course: Course) -> None:
    found = archive(course)
    graded = {
        str(one.get("url_name")): one.get("format") for one in found.course.iter("sequential") if one.get("graded")
    }
    of_lessons = {f"quiz-{lesson.quiz}": "Quiz" for lesson in course.lessons if lesson.quiz}
    assert graded == of_lessons | {f"quiz-{course.final}": "Final"}
    weights = {one["type"]: one["weight"] for one in found.grading["GRADER"]}
    assert weights == {"Quiz": 0, "Final": 1}
    final = course.bank.quizzes[course.final].settings.pass_percent
    assert found.grading["GRADE_CUTOFFS"] == {"Pass": final / 100}


@EACH
def test_every_link_leads_to_a_block_a_file_or_a_place_in_the_text(course: Course) -> None:
    found = archive(course)
    problems = {
        str(one.get("url_name")): "".join(f'href="{link.get("href")}" ' for link in one.iter("a"))
        for one in found.problems()
    }
    for name, text in (found.texts | problems).items():
        for address in HTML_LINK.findall(text):
            if address.startswith("/static/"):
                assert f"course{address}" in found.files, f"{name}: {address}"
            elif address.startswith("/jump_to_id/"):
                assert address.removeprefix("/jump_to_id/") in found.names, f"{name}: {address}"
            elif address.startswith("#"):
                assert f'id="{address[1:]}"' in text, f"{name}: {address}"
            else:
                assert address.startswith("https://"), f"{name}: {address}"


@EACH
def test_every_file_of_the_course_is_used(course: Course) -> None:
    found = archive(course)
    used = {address for text in found.texts.values() for address in re.findall(r'"/static/([^"]+)"', text)}
    used |= {
        str(image.get("src")).removeprefix("/static/") for block in found.problems() for image in block.iter("img")
    }
    assert {f"course/static/{name}" for name in used} == {path for path in found.files if "/static/" in path}


@EACH
def test_the_texts_are_whole_and_have_all_drawings_code_and_no_scripts(course: Course) -> None:
    found = archive(course)
    for lesson in course.lessons:
        told = "".join(block.html for block in lesson.body if hasattr(block, "html"))
        texts = [text for name, text in found.texts.items() if name.startswith(f"section-{lesson.slug}-")]
        assert sum(text.count("<img ") for text in texts) == told.count("<figure")
        assert sum(text.count("<pre") for text in texts) == told.count("<pre")
    for text in found.texts.values():
        for box in ("div", "section", "aside", "details", "figure", "table", "article"):
            assert len(re.findall(rf"<{box}\b", text)) == text.count(f"</{box}>"), text
        assert "<script" not in text
        assert "<cw-" not in text
        assert html.fragments_fromstring(text)


@EACH
def test_every_check_is_asked_where_its_lesson_asks_it(course: Course) -> None:
    found = archive(course)
    for lesson in course.lessons:
        [subsection] = [one for one in found.course.iter("sequential") if one.get("url_name") == f"read-{lesson.slug}"]
        asked = [block for unit in subsection for block in unit if block.tag in ("problem", "itembank")]
        assert len(asked) == sum(len(check.items) for check in lesson.checks)


@EACH
def test_a_problem_leads_to_the_passage_that_teaches_it(course: Course) -> None:
    found = archive(course)
    with_passage = [one for one in found.problems() if one.findall("solution//a")]
    assert len(with_passage) == len(list(found.problems()))
    assert not any("lesson passages" in what for what in packages()["olx"].report(course).lost_by(""))


def test_the_style_of_lessons_reaches_nothing_outside_them() -> None:
    style = archive(knots()).files["course/static/coursewright.css"].decode()
    depth, outside = 0, ""
    for character in style:
        depth += (character == "{") - (character == "}")
        outside += character if depth == 0 and character != "}" else ""
    assert outside.split() == [".coursewright"] * 2


def test_the_report_tells_what_counts_and_what_links_lose() -> None:
    lost = packages()["olx"].report(knots()).lost_by("")
    assert any("the final quiz alone counts there" in what for what in lost)
    assert any(what.startswith("the place that a link names") for what in lost)
    assert not any("ropes" in what and "attempts" in what for what in lost)
