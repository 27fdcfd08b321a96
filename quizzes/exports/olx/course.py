"""The files of a course in OLX, and a quiz inside it: pages, banks to draw from, problems and grading."""

import json
from collections.abc import Iterator, Mapping

from lxml import etree
from lxml.etree import _Element as Element

from quizzes.exports.categories import filed
from quizzes.exports.olx.elements import olx
from quizzes.exports.olx.outcomes import is_there
from quizzes.exports.olx.problem import block
from quizzes.exports.pictures import Pictures, Shelf, file_name, place_in_tree
from quizzes.exports.pools import ExportQuiz, Pool
from quizzes.interactions import Item

RUN, ASSIGNMENT = "quiz", "Quiz"  # the names of the course's run and of what is graded


def course_files(quiz: ExportQuiz) -> dict[str, bytes]:
    """Return the files by their names in the archive."""
    inside = subsection(quiz, quiz.slug, assignment=ASSIGNMENT)
    outline = olx(
        "course",
        olx("chapter", inside, **named("chapter", quiz.title)),
        display_name=quiz.title,
        language=quiz.language,
    )
    grading = {"GRADER": [grader(ASSIGNMENT, 1.0)], "GRADE_CUTOFFS": {"Pass": quiz.pass_percent / 100}}
    return archived(f"{quiz.course}-{quiz.slug}", RUN, outline, problems(quiz), grading, quiz.pictures)


def archived(
    name: str,
    run: str,
    outline: Element,
    blocks: Mapping[str, Element],
    grading: Mapping[str, object],
    pictures: Pictures,
) -> dict[str, bytes]:
    """Return the files of a course with an outline, whose leaves are `blocks` by their path without `.xml`.

    The pictures that the blocks show lie among the static files, where Open edX keeps no folders.
    """
    shelf = Shelf(pictures, "/static/{}")
    for block_ in blocks.values():
        place_in_tree(block_, shelf.address)
    trees = {"course": olx("course", url_name=run, org="coursewright", course=name), f"course/{run}": outline, **blocks}
    files = {f"course/{path}.xml": _document(tree) for path, tree in trees.items()}
    policy = {f"course/{run}": {key: str(outline.get(key)) for key in ("display_name", "language")}}
    files[f"course/policies/{run}/policy.json"] = _json(policy)
    files[f"course/policies/{run}/grading_policy.json"] = _json(grading)
    return files | {f"course/static/{file_name(picture)}": content for picture, content in shelf.taken.items()}


def subsection(quiz: ExportQuiz, name: str, prefix: str = "", assignment: str = "") -> Element:
    """Return a quiz as a subsection, graded as an `assignment` unless that is empty.

    `prefix` stands before the names of what is inside, which must be told apart from all else in the course.
    """
    graded = {"graded": "true", "format": assignment} if assignment else {}
    return olx("sequential", *_pages(quiz, prefix), **named(name, quiz.title), **graded)


def problems(quiz: ExportQuiz, prefix: str = "") -> dict[str, Element]:
    """Return the items of a quiz as blocks, by their path."""
    made = {item.id: block(quiz, item) for item in quiz.items if is_there(item)}
    return {f"{tree.tag}/{prefix}{item}": tree for item, tree in made.items()}


def grader(assignment: str, weight: float) -> dict[str, object]:
    """Return the rule for an assignment type; all of its subsections count alike."""
    return {"type": assignment, "short_label": assignment, "min_count": 1, "drop_count": 0, "weight": weight}


def _pages(quiz: ExportQuiz, prefix: str) -> Iterator[Element]:
    """Yield the pages: one, or one for each question and each draw."""
    pools = [list(_blocks(quiz, prefix, place, *found)) for place, found in enumerate(filed(quiz), 1)]
    blocks = [made for found in pools for made in found]
    groups = [[made] for made in blocks] if quiz.layout == "one-by-one" else [blocks]
    for number, group in enumerate(groups, 1):
        yield olx("vertical", *group, **named(f"{prefix}page-{number}", quiz.title))


def _blocks(quiz: ExportQuiz, prefix: str, place: int, pool: Pool, items: tuple[Item, ...]) -> Iterator[Element]:
    """Yield references to the problems of a pool, inside a bank where they are drawn."""
    kept = [olx(str(block(quiz, item).tag), url_name=f"{prefix}{item.id}") for item in items if is_there(item)]
    if pool.is_drawn and kept:
        yield olx("itembank", *kept, max_count=str(pool.count), **named(f"{prefix}draw-{place}", pool.title))
    else:
        yield from kept


def named(url_name: str, title: str) -> dict[str, str]:
    """Return the name of a block, and what people read."""
    return {"url_name": url_name, "display_name": title}


def _document(tree: Element) -> bytes:
    return etree.tostring(tree, encoding="utf-8")


def _json(value: Mapping[str, object]) -> bytes:
    return json.dumps(value, indent=2, ensure_ascii=False, sort_keys=True).encode()
