"""Items as questions of Moodle XML: what all types share, in the order of Moodle's exporter."""

from lxml.etree import _Element as Element

from quizzes.exports import markup
from quizzes.exports.keys import is_true_false
from quizzes.exports.moodle_tags import tags_of
from quizzes.exports.moodle_xml import bodies
from quizzes.exports.moodle_xml.texts import add_pictures, html, text
from quizzes.exports.pictures import Pictures
from quizzes.exports.remarks import general_feedback
from quizzes.exports.report import short_name
from quizzes.exports.xml import element
from quizzes.interactions import (
    Choice,
    ChoiceKey,
    GapKey,
    GapSelect,
    Item,
    Judged,
    JudgedKey,
    Match,
    MatchKey,
    NumberEntry,
    NumberKey,
    Order,
    OrderKey,
    TextEntry,
    TextKey,
)


def question(item: Item, pictures: Pictures) -> Element:
    """Return the question of an item of one part, with those of the pictures that it shows."""
    part = item.parts[0]
    asked = [markup.block_html(item.prompt, "tex")]
    match part.interaction, part.answer:
        case Choice() as choice, ChoiceKey() as key if is_true_false(choice):
            kind, body = "truefalse", bodies.true_false(part, key)
        case Choice() as choice, ChoiceKey() as key:
            kind, body = "multichoice", bodies.multiple_choice(item, choice, key)
        case Match() as match_, MatchKey() as key:
            kind, body = "matching", bodies.matching(item, match_, key)
        case Order(), OrderKey() as key:
            kind, body = "ordering", bodies.ordering(item, key)
        case GapSelect() as select, GapKey() as key:
            kind, body = "gapselect", bodies.gap_select(item, select)
            asked = [bodies.plain_brackets(asked[0]), bodies.gap_text(select, key)]
        case TextEntry(), TextKey() as key:
            kind, body = "shortanswer", bodies.short_answer(item, key)
        case NumberEntry(unit=unit), NumberKey() as key:
            kind, body = "numerical", bodies.numerical(item, key)
            asked += [markup.html(element("div", element("p", f"Unit: {unit}")))] if unit else []
        case Judged() as judged, JudgedKey() as key:
            kind, body = "essay", bodies.essay(judged, key)
        case interaction, answer:
            raise TypeError(f"item {item.id!r}: a {type(answer).__name__} is no key of a {type(interaction).__name__}")
    made = element("question", *_head(item, "".join(asked)), *body, *_foot(item), type=kind)
    add_pictures(made, pictures)
    return made


def category(path: str, description: str) -> Element:
    """Return the entry that makes Moodle put what follows into a category."""
    info = element("info", element("text", description), format="plain_text")
    return element("question", element("category", element("text", path)), info, type="category")


def _head(item: Item, asked: str) -> list[Element]:
    return [
        element("name", element("text", short_name(item))),
        html("questiontext", asked),
        html("generalfeedback", general_feedback(item)),
        element("defaultgrade", str(item.points)),
        element("penalty", "0"),
        element("hidden", "0"),
        element("idnumber", item.id),
    ]


def _foot(item: Item) -> list[Element]:
    hints = [text("hint", item.hint)] if item.hint else []
    return [*hints, element("tags", *(element("tag", element("text", tag)) for tag in tags_of(item)))]
