"""The assessment test: pools as sections, and the pass mark as outcome processing."""

from collections.abc import Iterable

from quizzes.exports.nodes import Node
from quizzes.exports.pools import ExportQuiz, Pool
from quizzes.exports.qti.content import blocks
from quizzes.exports.qti.dialects import Dialect
from quizzes.exports.qti.documents import document
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
    return document(root, dialect.asi, dialect, dialect.asi, dialect.asi_schema)


def _whole_section(quiz: ExportQuiz) -> Node:
    inside = [node("qti-ordering", shuffle="true")] if quiz.shuffle_items else []
    if quiz.summary:
        summary = node("qti-content-body", *blocks(quiz.summary))
        inside.append(node("qti-rubric-block", summary, use="instructions", view="candidate"))
    if quiz.is_drawn:
        inside += [_pool(pool, number) for number, pool in enumerate(quiz.pools, 1)]
    else:
        inside += _items(Pool("", "", quiz.items, len(quiz.items)), "item")
    return _section("section", quiz.title, inside)


def _pool(pool: Pool, number: int) -> Node:
    """Return a section that draws; its items mix with those of other pools where the order is shuffled.

    What stands between pools of variants is asked in its order.
    """
    drawing = [node("qti-selection", select=str(pool.count)), node("qti-ordering", shuffle="true")]
    is_drawn = pool.is_drawn or not pool.share_of
    inside = [*(drawing if is_drawn else []), *_items(pool, f"pool-{number}")]
    return _section(f"pool-{number}", pool.title, inside, keep_together="false")


def _section(name: str, title: str, inside: Iterable[Node], **attributes: str) -> Node:
    return node("qti-assessment-section", *inside, identifier=name, title=title, visible="false", **attributes)


def _items(pool: Pool, prefix: str) -> list[Node]:
    return [
        node("qti-assessment-item-ref", identifier=identifier(f"{prefix}.{item.id}"), href=item_path(item))
        for item in pool.items
    ]


def _number(name: str) -> Node:
    default = node("qti-default-value", node("qti-value", "0"))
    return node("qti-outcome-declaration", default, identifier=name, cardinality="single", base_type="float")


def _outcome_processing(pass_percent: int) -> Node:
    earned = node("qti-product", _variable(SCORE), _float(100))
    needed = node("qti-product", _variable(MAXSCORE), _float(pass_percent))
    return node(
        "qti-outcome-processing",
        _set(SCORE, _total(SCORE)),
        _set(MAXSCORE, _total(MAXSCORE)),
        _set(PASSED, node("qti-gte", earned, needed)),
    )


def _total(name: str) -> Node:
    return node("qti-sum", node("qti-test-variables", variable_identifier=name))


def _set(name: str, value: Node) -> Node:
    return node("qti-set-outcome-value", value, identifier=name)


def _variable(name: str) -> Node:
    return node("qti-variable", identifier=name)


def _float(value: int) -> Node:
    return node("qti-base-value", str(value), base_type="float")
