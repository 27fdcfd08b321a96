"""One item as a QTI assessment item."""

from quizzes.exports.pictures import Address, described_only, placed
from quizzes.exports.qti.body import item_body
from quizzes.exports.qti.declarations import outcome_declarations, response_declarations
from quizzes.exports.qti.dialects import QTI30, Dialect
from quizzes.exports.qti.documents import document
from quizzes.exports.qti.feedback import modal_feedbacks
from quizzes.exports.qti.names import TOOL, identifier, node
from quizzes.exports.qti.plan import plan_of
from quizzes.exports.qti.processing import response_processing
from quizzes.exports.report import short_name
from quizzes.exports.texts import show_pictures
from quizzes.interactions import Item


def item_document(item: Item, language: str, dialect: Dialect = QTI30, address: Address = described_only) -> bytes:
    """Return the document of an item. SCORE runs from 0 to its points, which MAXSCORE says.

    `address` is where its pictures lie, as the document sees it.
    """
    plan = plan_of(item, dialect)
    rules = [] if dialect.is_bare else [response_processing(plan), *modal_feedbacks(plan)]
    root = node(
        "qti-assessment-item",
        *response_declarations(plan),
        *outcome_declarations(plan),
        item_body(plan),
        *rules,
        identifier=identifier(item.id),
        title=short_name(item),
        adaptive="false",
        time_dependent="false",
        tool_name=TOOL,
    )
    named = root._replace(attributes={**root.attributes, "xml:lang": language})
    shown = placed(named, address) if show_pictures([item]) else named
    return document(shown, dialect.asi, dialect, dialect.asi, dialect.asi_schema)


def item_path(item: Item) -> str:
    """Return where an item's document is in the package."""
    return f"items/{item.id}.xml"
