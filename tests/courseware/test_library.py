"""Courses are found by folder, in our own root and in others."""

import shutil
from pathlib import Path

import pytest

from courseware.course import Passage
from courseware.library import OWN_ROOT, read_library, shown
from courseware.links import PathLinks
from tests.content import tiny_root
from tests.courseware.made import change, html_of, the_course, tiny_copy, told


def test_our_own_root_holds_the_real_course() -> None:
    library = read_library()
    assert list(library.courses) == ["deep-learning-frameworks"]
    course = library.courses["deep-learning-frameworks"]
    assert [lesson.slug for lesson in course.lessons] == [
        "introduction",
        "deep-learning",
        "keras",
        "tensorflow",
        "pytorch",
        "key-differences",
        "choosing-one",
    ]
    assert [lesson.quiz for lesson in course.lessons] == [
        None, "deep-learning", "keras", "tensorflow", "pytorch", "key-differences", None
    ]  # fmt: skip
    assert course.final == "final"
    assert all(lesson.checks for lesson in course.lessons)


def test_courses_of_several_roots_stand_together() -> None:
    assert list(read_library([OWN_ROOT, tiny_root()]).courses) == ["deep-learning-frameworks", "knots"]


def test_a_course_holds_everything_in_frozen_values() -> None:
    course = the_course(read_library([tiny_root()]))
    assert (course.title, course.level, course.language, course.final) == ("Two knots", "beginner", "en", "final")
    assert [(facet.id, facet.label, facet.shape, facet.hue) for facet in course.facets] == [
        ("bowline", "Bowline", "disc", "teal"),
        ("hitch", "Clove hitch", "diamond", "violet"),
    ]
    assert course.includes == ("2 lessons", "1 quiz")
    assert course.minutes == 2
    assert list(course.misconceptions) == ["knots-keep-strength", "hitch-holds-alone"]
    assert sorted(course.bank.quizzes) == ["final", "looks", "ropes-check", "tying"]
    assert list(course.objectives) == ["rope-parts", "rope-strength", "tie-bowline", "choose-knot"]
    facets = {"bowline": "facet disc teal", "hitch": "facet diamond violet"}
    assert dict(course.marks) == {**facets, "images/": "/courses/knots/images/"}


def test_a_course_tells_which_lesson_a_quiz_belongs_to() -> None:
    course = the_course(read_library([tiny_root()]))
    found = {slug: course.lesson_of(slug) for slug in ("tying", "ropes-check", "final")}
    assert {slug: lesson and lesson.slug for slug, lesson in found.items()} == {
        "tying": "tying",
        "ropes-check": "ropes",
        "final": None,
    }


@pytest.mark.parametrize(
    ("see", "passage"),
    [
        ("ropes#strength", Passage("ropes", "strength", "The parts of a rope", "What a knot costs")),
        ("ropes", Passage("ropes", "", "The parts of a rope", "")),
        ("tying#shape-hitch", Passage("tying", "shape-hitch", "Tying them", "")),
        ("ropes#gone", None),
        ("gone#names", None),
    ],
)
def test_an_item_leads_to_its_passage(see: str, passage: Passage | None) -> None:
    assert the_course(read_library([tiny_root()])).passage(see) == passage


class OtherLinks(PathLinks):
    def lesson(self, course: str, lesson: str, anchor: str) -> str:
        return f"page-{course}-{lesson}-{anchor}.html"


def test_the_caller_decides_where_links_lead() -> None:
    lesson = the_course(read_library([tiny_root()], OtherLinks())).lesson("ropes")
    assert lesson is not None
    assert '<a href="page-knots-tying-bowline.html">' in html_of(lesson)


def test_of_two_courses_with_one_name_the_first_is_kept_and_the_other_told(tmp_path: Path) -> None:
    root = tiny_copy(tmp_path)
    change(root / "courseware/knots/course.yaml", "title: Two knots", "title: Other")
    library = read_library([tiny_root(), root])
    assert library.courses["knots"].title == "Two knots"
    (fault,) = library.faults
    assert fault.file == f"{root}/courseware/knots/course.yaml"
    assert fault.message.startswith("the course “knots” is already in ")


def test_a_root_given_twice_is_read_once(tmp_path: Path) -> None:
    root = tiny_copy(tmp_path)
    assert read_library([root, root / "courseware" / ".."]).faults == ()


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (shutil.rmtree, ": is not a folder; correct the list of content folders"),
        (lambda root: shutil.rmtree(root / "courseware"),
         ": has no courseware/<course>/course.yaml; is it a content folder?"),
        (lambda root: (root / "courseware/knots/course.yaml").unlink(),
         "/courseware/knots: has lessons, but no course.yaml; write it"),
        (lambda root: (root / "quizzes/banks/knots").rename(root / "quizzes/banks/nots"),
         "/quizzes/banks/nots: is a bank for “nots”, but there is no course of that name"),
        (lambda root: (root / "courseware/knots").rename(root / "courseware/Big Knots"),
         "/courseware/Big Knots/course.yaml:1: the folder “Big Knots” must be named in lower-case words"),
    ],
)  # fmt: skip
def test_a_root_that_is_not_as_it_should_be_is_told(tmp_path: Path, make: object, expected: str) -> None:
    root = tiny_copy(tmp_path / "root")
    assert callable(make)
    make(root)
    assert [fault for fault in map(str, read_library([root]).faults) if fault.startswith(f"{root}{expected}")]


def test_a_course_that_cannot_be_used_does_not_keep_others_out(tmp_path: Path) -> None:
    root = tiny_copy(tmp_path)
    shutil.copytree(root / "courseware/knots", root / "courseware/broken")
    (root / "courseware/broken/course.yaml").write_text("title: [")
    library = read_library([root])
    assert list(library.courses) == ["knots"]
    assert [str(fault).removeprefix(f"{root}/") for fault in library.faults] == [
        "courseware/broken/course.yaml:1: is not YAML: expected the node content, but found '<stream end>'"
    ]


def test_a_lesson_that_cannot_be_used_is_left_out_without_a_flood_of_dead_links(tmp_path: Path) -> None:
    root = tiny_copy(tmp_path)
    change(root / "courseware/knots/lessons/ropes.md", "title: The parts of a rope\n", "")
    course = the_course(read_library([root]))
    assert ([lesson.slug for lesson in course.lessons], course.unread) == (["tying"], {"ropes"})
    assert told(root) == ["courseware/knots/lessons/ropes.md:2: the file lacks the key “title”; add it"]


def test_a_quiz_that_cannot_be_used_is_left_out_without_a_flood_of_missing_quizzes(tmp_path: Path) -> None:
    root = tiny_copy(tmp_path)
    change(root / "quizzes/banks/knots/tying.yaml", "title: Tying\n", "")
    course = the_course(read_library([root]))
    assert (sorted(course.bank.quizzes), list(course.bank.unread)) == (["final", "looks", "ropes-check"], ["tying"])
    assert told(root) == ["quizzes/banks/knots/tying.yaml:1: the file lacks the key “title”; add it"]


def test_names_of_files_can_be_clicked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "here" / "a.yaml"
    monkeypatch.chdir(tmp_path)
    assert shown(inside) == "here/a.yaml"
    assert shown(Path("/elsewhere/a.yaml")) == "/elsewhere/a.yaml"
