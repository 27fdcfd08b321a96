"""The package that Canvas imports: the questions in groups, the settings of the quiz, and the manifest."""

from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.etree import _Element as Element

from quizzes.exports.canvas.item import item_element
from quizzes.exports.canvas.scores import outcome
from quizzes.exports.nodes import Node, node
from quizzes.exports.pictures import Shelf, described
from quizzes.exports.pools import ExportQuiz, Pool
from quizzes.exports.qti.names import identifier
from quizzes.exports.qti12.elements import XSI, block_html, document, metadata, with_pictures
from quizzes.exports.report import Dropped
from quizzes.exports.texts import show_pictures
from quizzes.exports.xml import element
from quizzes.interactions import Choice, Item, Match
from quizzes.quiz import Counts, Review
from quizzes.text import PICTURES

QTI_SCHEMA = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd"
CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
CANVAS_SCHEMA = "https://canvas.instructure.com/xsd/cccv1p0.xsd"
CP = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
CP_SCHEMA = "http://www.imsglobal.org/xsd/imscp_v1p1.xsd"
MD = "http://www.imsglobal.org/xsd/imsmd_v1p2"
MD_SCHEMA = "http://www.imsglobal.org/xsd/imsmd_v1p2p2.xsd"
MANIFEST = "imsmanifest.xml"
POLICIES: dict[Counts, str] = {"best": "keep_highest", "last": "keep_latest", "mean": "keep_average"}
HIDDEN: dict[Review, str] = {"after-submit": "", "after-last": "until_after_last_attempt", "marks-only": "always"}
UNLIMITED = -1
BASE = "%24IMS-CC-FILEBASE%24"  # where the files of a course lie, written as Canvas's own exports write it


def package_files(quiz: ExportQuiz) -> dict[str, bytes]:
    """Return the files of the package."""
    name, shelf = package_name(quiz), Shelf(quiz.pictures, f"{BASE}/{PICTURES}{{}}")
    assessment = _assessment(quiz, name, shelf)
    return {
        MANIFEST: _manifest(quiz, name, shelf.taken),
        f"{name}/{name}.xml": assessment,
        f"{name}/assessment_meta.xml": _settings(quiz, name),
        **shelf.taken,
    }


def package_name(quiz: ExportQuiz) -> str:
    """Return what the quiz is called in its package."""
    return identifier(f"{quiz.course}.{quiz.slug}")


def points_each(pool: Pool) -> int:
    """Return the points that each question of a group has, which must all have the same."""
    return max(item.points for item in pool.items)


def has_shuffled_answers(quiz: ExportQuiz) -> bool:
    """Say whether the answers of every question may be shuffled: Classic Quizzes shuffle all or none."""
    shuffled = [
        part.interaction.shuffle
        for item in quiz.items
        for part in item.parts
        if isinstance(part.interaction, Choice | Match)
    ]
    return bool(shuffled) and all(shuffled)


def asked(items: tuple[Item, ...]) -> list[Item]:
    """Return the items that Canvas can ask."""
    return [item for item in items if not isinstance(outcome(item), Dropped)]


def _assessment(quiz: ExportQuiz, name: str, shelf: Shelf) -> bytes:
    attempts = str(quiz.attempts) if quiz.attempts else "unlimited"
    assessment = node(
        "assessment",
        metadata({"cc_maxattempts": attempts}),
        node("section", *_entries(quiz), ident="root_section"),
        ident=name,
        title=quiz.title,
    )
    if show_pictures(quiz.items):
        assessment = with_pictures(assessment, shelf.address)
    return document(node("questestinterop", assessment), QTI_SCHEMA)


def _entries(quiz: ExportQuiz) -> Iterator[Node]:
    """Yield questions that everybody gets, and groups of which a learner gets some."""
    seen: set[str] = set()
    for number, pool in enumerate(quiz.pools, 1):
        items = asked(pool.items)
        group = number if pool.is_drawn and len(items) > pool.count else 0
        questions = [
            item_element(item, _ident(item, number, seen), points_each(pool) if group else item.points)
            for item in items
            if group or item.id not in seen
        ]
        seen.update(item.id for item in items)
        if group:
            yield _group(pool, group, questions)
        else:
            yield from questions


def _ident(item: Item, pool: int, seen: set[str]) -> str:
    """Return an item's identifier, which no earlier copy of it has."""
    return f"item-{item.id}" if item.id not in seen else f"item-{item.id}-in-{pool}"


def _group(pool: Pool, number: int, questions: list[Node]) -> Node:
    selection = node(
        "selection",
        node("selection_number", str(pool.count)),
        node("selection_extension", node("points_per_item", f"{points_each(pool)}.0")),
    )
    return node("section", node("selection_ordering", selection), *questions, ident=f"group-{number}", title=pool.title)


def _settings(quiz: ExportQuiz, name: str) -> bytes:
    """Return the settings as Canvas has them; New Quizzes read the shuffling of questions too."""
    values = {
        "title": quiz.title,
        "description": described(block_html(quiz.summary)),
        "shuffle_answers": _boolean(has_shuffled_answers(quiz)),
        "shuffle_questions": _boolean(quiz.shuffle_items),
        "scoring_policy": POLICIES.get(quiz.counts, "keep_highest"),
        "hide_results": HIDDEN[quiz.review],
        "quiz_type": "assignment",
        "points_possible": f"{_points(quiz)}.0",
        "show_correct_answers": _boolean(quiz.review != "marks-only"),
        "allowed_attempts": str(quiz.attempts or UNLIMITED),
        "one_question_at_a_time": _boolean(quiz.layout == "one-by-one"),
        "cant_go_back": "false",
        "available": "false",
    }
    root = element(
        f"{{{CANVAS}}}quiz",
        *(element(f"{{{CANVAS}}}{tag}", text) for tag, text in values.items()),
        prefixes={None: CANVAS, "xsi": XSI},
        identifier=name,
    )
    return _written(root, CANVAS, CANVAS_SCHEMA)


def _points(quiz: ExportQuiz) -> int:
    total, seen = 0, set[str]()
    for pool in quiz.pools:
        items = asked(pool.items)
        if pool.is_drawn and len(items) > pool.count:
            total += pool.count * points_each(pool)
        else:
            total += sum(item.points for item in items if item.id not in seen)
        seen.update(item.id for item in items)
    return total


def _manifest(quiz: ExportQuiz, name: str, pictures: Iterable[str]) -> bytes:
    meta = f"{name}-meta"
    title = _md("lom", _md("general", _md("title", _md("string", quiz.title))))
    root = _cp(
        "manifest",
        _cp("metadata", _cp("schema", "IMS Content"), _cp("schemaversion", "1.1.3"), title),
        _cp("organizations"),
        _cp(
            "resources",
            _cp(
                "resource",
                _cp("file", href=f"{name}/{name}.xml"),
                _cp("dependency", identifierref=meta),
                identifier=name,
                type="imsqti_xmlv1p2",
            ),
            _cp(
                "resource",
                _cp("file", href=f"{name}/assessment_meta.xml"),
                identifier=meta,
                type="associatedcontent/imscc_xmlv1p1/learning-application-resource",
                href=f"{name}/assessment_meta.xml",
            ),
            *(_picture(path) for path in pictures),
        ),
        identifier=f"{name}-package",
    )
    return _written(root, CP, CP_SCHEMA, MD, MD_SCHEMA)


def _picture(path: str) -> Element:
    return _cp("resource", _cp("file", href=path), identifier=identifier(path), type="webcontent", href=path)


def _cp(tag: str, *children: Element | str, **attributes: str) -> Element:
    return element(f"{{{CP}}}{tag}", *children, prefixes={None: CP, "imsmd": MD, "xsi": XSI}, **attributes)


def _md(tag: str, *children: Element | str) -> Element:
    return element(f"{{{MD}}}{tag}", *children, prefixes={"imsmd": MD})


def _written(root: Element, *schemas: str) -> bytes:
    root.set(f"{{{XSI}}}schemaLocation", " ".join(schemas))
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _boolean(claim: bool) -> str:
    return "true" if claim else "false"
