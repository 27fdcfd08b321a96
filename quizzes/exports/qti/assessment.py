"""The assessment test: pools as sections, and the pass mark as outcome processing."""

from lxml.etree import _Element as Element

from quizzes.exports.pools import ExportQuiz, Pool
from quizzes.exports.qti.content import blocks
from quizzes.exports.qti.dialects import Dialect
from quizzes.exports.qti.documents import document, locate
from quizzes.exports.qti.item import item_path
from quizzes.exports.qti.names import MAXSCORE, SCORE, TOOL, identifier, node

PATH = "test.xml"
PASSED = "PASSED"


def assessment_document(quiz: ExportQuiz, dialect: Dialect) -> bytes:
    """Return the test of a quiz. PASSED is true where the points reach the pass mark, as here, unrounded."""
    part = node(
        "qti-test-part",
        node(
            "qti-item-session-control",
            show_feedback="false" if quiz.review == "marks-only" else "true",
            allow_skipping="true",
        ),
        _whole_section(quiz),
        identifier="part",
        navigation_mode="nonlinear",
        submission_mode="simultaneous",
    )
    outcomes = [
        _number(SCORE),
        _number(MAXSCORE),
        node("qti-outcome-declaration", identifier=PASSED, cardinality="single", base_type="boolean"),
    ]
    inside = [part] if dialect.is_bare else [*outcomes, part, _outcome_processing(quiz.pass_percent)]
    root = node(
        "qti-assessment-test",
        *inside,
        identifier=identifier(f"{quiz.course}.{quiz.slug}"),
        title=quiz.title,
        tool_name=TOOL,
    )
    locate(root, dialect.asi, dialect.asi_schema)
    return document(root, dialect)


def _whole_section(quiz: ExportQuiz) -> Element:
    section = _section("section", quiz.title)
    if quiz.shuffle_items:
        section.append(node("qti-ordering", shuffle="true"))
    if quiz.summary:
        summary = node("qti-content-body", *blocks(quiz.summary))
        section.append(node("qti-rubric-block", summary, use="instructions", view="candidate"))
    if quiz.is_drawn:
        section.extend(_pool(pool, number) for number, pool in enumerate(quiz.pools, 1))
    else:
        section.extend(_items(Pool("", "", quiz.items, len(quiz.items)), "item"))
    return section


def _pool(pool: Pool, number: int) -> Element:
    """Return a section that draws; its items mix with those of other pools where the order is shuffled.

    What stands between pools of variants is asked in its order.
    """
    section = _section(f"pool-{number}", pool.title)
    section.set("keep-together", "false")
    if pool.is_drawn or not pool.share_of:
        section.append(node("qti-selection", select=str(pool.count)))
        section.append(node("qti-ordering", shuffle="true"))
    section.extend(_items(pool, f"pool-{number}"))
    return section


def _section(name: str, title: str) -> Element:
    return node("qti-assessment-section", identifier=name, title=title, visible="false")


def _items(pool: Pool, prefix: str) -> list[Element]:
    return [
        node("qti-assessment-item-ref", identifier=identifier(f"{prefix}.{item.id}"), href=item_path(item))
        for item in pool.items
    ]


def _number(name: str) -> Element:
    default = node("qti-default-value", node("qti-value", "0"))
    return node("qti-outcome-declaration", default, identifier=name, cardinality="single", base_type="float")


def _outcome_processing(pass_percent: int) -> Element:
    earned = node("qti-product", _variable(SCORE), _float(100))
    needed = node("qti-product", _variable(MAXSCORE), _float(pass_percent))
    return node(
        "qti-outcome-processing",
        _set(SCORE, _total(SCORE)),
        _set(MAXSCORE, _total(MAXSCORE)),
        _set(PASSED, node("qti-gte", earned, needed)),
    )


def _total(name: str) -> Element:
    return node("qti-sum", node("qti-test-variables", variable_identifier=name))


def _set(name: str, value: Element) -> Element:
    return node("qti-set-outcome-value", value, identifier=name)


def _variable(name: str) -> Element:
    return node("qti-variable", identifier=name)


def _float(value: int) -> Element:
    return node("qti-base-value", str(value), base_type="float")
