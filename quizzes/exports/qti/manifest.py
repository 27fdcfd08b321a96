"""The manifest of a content package: its files, and what is known about each item."""

from collections.abc import Mapping, Sequence

from quizzes.exports.nodes import Node
from quizzes.exports.pools import ExportQuiz
from quizzes.exports.qti import assessment
from quizzes.exports.qti.dialects import Dialect
from quizzes.exports.qti.documents import document
from quizzes.exports.qti.item import item_path
from quizzes.exports.qti.names import LOM, LOM_SCHEMA, TOOL, identifier, node
from quizzes.exports.report import short_name
from quizzes.interactions import (
    Choice,
    GapSelect,
    Interaction,
    Item,
    Judged,
    Match,
    NumberEntry,
    Order,
    TextEntry,
)

PATH = "imsmanifest.xml"
DIFFICULTY = {"easy": "easy", "medium": "medium", "hard": "difficult"}  # LOM's own words


def manifest_document(quiz: ExportQuiz, dialect: Dialect, shown: Mapping[str, Sequence[str]]) -> bytes:
    """Return the manifest; `shown` are the pictures of each item, by its id."""
    whole = _metadata(_lom("general", _string("title", quiz.title, quiz.language), *_summary(quiz)))
    root = node(
        "manifest",
        node("metadata", node("schema", dialect.package), node("schemaversion", dialect.package_version), whole),
        node("organizations"),
        node(
            "resources",
            _test_resource(quiz, dialect),
            *(_item_resource(item, quiz.language, dialect, shown[item.id]) for item in quiz.items),
        ),
        identifier=identifier(f"{quiz.course}.{quiz.slug}.package"),
    )
    schemas = (dialect.cp, dialect.cp_schema, LOM, LOM_SCHEMA, dialect.qmd, dialect.qmd_schema)
    return document(root, dialect.cp, dialect, *schemas)


def _lom(tag: str, *children: Node | str, **attributes: str) -> Node:
    return node(f"lom:{tag}", *children, **attributes)


def _metadata(*children: Node) -> Node:
    return Node("lom:lom", {"xmlns:lom": LOM}, children)


def _qmd(tag: str, *children: Node | str) -> Node:
    return node(f"qmd:{tag}", *children)


def _summary(quiz: ExportQuiz) -> list[Node]:
    return [_string("description", quiz.summary, quiz.language)] if quiz.summary else []


def _test_resource(quiz: ExportQuiz, dialect: Dialect) -> Node:
    return node(
        "resource",
        node("file", href=assessment.PATH),
        *(node("dependency", identifierref=_resource_name(item)) for item in quiz.items),
        identifier="test",
        type=dialect.resource("test"),
        href=assessment.PATH,
    )


def _item_resource(item: Item, language: str, dialect: Dialect, shown: Sequence[str]) -> Node:
    return node(
        "resource",
        node("metadata", _qti_metadata(item, dialect), _lom_metadata(item, language)),
        node("file", href=item_path(item)),
        *(node("file", href=picture) for picture in shown),
        identifier=_resource_name(item),
        type=dialect.resource("item"),
        href=item_path(item),
    )


def _resource_name(item: Item) -> str:
    return identifier(f"item-{item.id}")


def _qti_metadata(item: Item, dialect: Dialect) -> Node:
    kinds = dict.fromkeys(_interaction_type(part.interaction) for part in item.parts)
    judged = any(isinstance(part.interaction, Judged) for part in item.parts)
    known = (
        _qmd("timeDependent", "false"),
        _qmd("composite", "true" if len(item.parts) > 1 else "false"),
        *(_qmd("interactionType", kind) for kind in kinds),
        _qmd("feedbackType", "nonadaptive"),
        _qmd("scoringMode", "human" if judged else "responseprocessing"),
        _qmd("toolName", TOOL),
    )
    return Node("qmd:qtiMetadata", {"xmlns:qmd": dialect.qmd}, known)


def _lom_metadata(item: Item, language: str) -> Node:
    words = [_string("keyword", tag, language) for tag in item.tags]
    entry = _lom("identifier", _lom("catalog", TOOL), _lom("entry", item.id))
    level = _lom("difficulty", _lom("source", "LOMv1.0"), _lom("value", DIFFICULTY.get(item.difficulty, "medium")))
    return _metadata(
        _lom("general", entry, _string("title", short_name(item), language), *words),
        _lom("educational", level),
        *([_objective(item.objective, language)] if item.objective else []),
    )


def _objective(objective: str, language: str) -> Node:
    return _lom(
        "classification",
        _lom("purpose", _lom("source", "LOMv1.0"), _lom("value", "educational objective")),
        _lom("taxonPath", _string("source", TOOL, language), _lom("taxon", _lom("id", objective))),
    )


def _string(tag: str, text: str, language: str) -> Node:
    return _lom(tag, _lom("string", text, language=language))


def _interaction_type(interaction: Interaction) -> str:
    match interaction:
        case Choice():
            return "choiceInteraction"
        case Match():
            return "matchInteraction"
        case Order():
            return "orderInteraction"
        case GapSelect():
            return "inlineChoiceInteraction"
        case TextEntry() | NumberEntry():
            return "textEntryInteraction"
        case Judged():
            return "extendedTextInteraction"
