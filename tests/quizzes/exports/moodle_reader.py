"""Moodle XML read as Moodle's importer reads it, and stricter: an element that it doesn't know is an error."""

from collections.abc import Iterator
from html import unescape

from lxml import etree, html
from lxml.etree import _Element as Element

from tests.quizzes.exports.moodle_questions import Answer, Question, known_fraction

HEAD = {"name", "questiontext", "generalfeedback", "defaultgrade", "penalty", "hidden", "idnumber", "hint", "tags"}
COMBINED = {"correctfeedback", "partiallycorrectfeedback", "incorrectfeedback", "shownumcorrect"}
UNITS = {"unitgradingtype", "unitpenalty", "showunits", "unitsleft"}
ESSAY = {"responseformat", "responserequired", "responsefieldlines", "attachments", "attachmentsrequired"}
BODIES = {
    "multichoice": {"single", "shuffleanswers", "answernumbering", "answer"} | COMBINED,
    "truefalse": {"answer"},
    "shortanswer": {"usecase", "answer"},
    "numerical": {"answer"} | UNITS,
    "matching": {"shuffleanswers", "subquestion"} | COMBINED,
    "ordering": {"layouttype", "selecttype", "selectcount", "gradingtype", "showgrading", "numberingstyle", "answer"}
    | COMBINED,
    "gapselect": {"shuffleanswers", "selectoption"} | COMBINED,
    "essay": {"graderinfo", "responsetemplate"} | ESSAY,
}
OPTIONAL = {"hint"}
NEEDS_FRACTIONS = {"multichoice", "truefalse", "shortanswer", "numerical"}


def read(document: bytes) -> list[Question]:
    """Return the questions, each with the category it is put into."""
    root = etree.fromstring(document)
    assert root.tag == "quiz"
    found, category = [], ""
    for entry in root:
        assert entry.tag == "question"
        if entry.get("type") == "category":
            category = _text(entry, "category")
        else:
            found.append(_question(entry, category))
    return found


def _question(entry: Element, category: str) -> Question:
    kind = str(entry.get("type"))
    there = {str(child.tag) for child in entry}
    assert there <= HEAD | BODIES[kind], there - HEAD - BODIES[kind]
    assert there >= (HEAD | BODIES[kind]) - OPTIONAL, (HEAD | BODIES[kind]) - there
    assert entry.findtext("penalty") == "0"
    for element in entry.iter():
        if element.get("format") == "html":
            html.fragment_fromstring(str(element.findtext("text") or ""), create_parent=True)
    return Question(
        type=kind,
        name=_text(entry, "name"),
        text=_text(entry, "questiontext"),
        general_feedback=_text(entry, "generalfeedback"),
        points=float(str(entry.findtext("defaultgrade"))),
        answers=tuple(_answers(entry, kind)),
        pairs=tuple((_own(pair), unescape(_text(pair, "answer"))) for pair in entry.iterfind("subquestion")),
        options={str(child.tag): str(child.text or "") for child in entry if not len(child)},
        category=category,
        idnumber=str(entry.findtext("idnumber")),
        tags=tuple(_own(tag) for tag in entry.iterfind("tags/tag")),
    )


def _answers(entry: Element, kind: str) -> Iterator[Answer]:
    for option in entry.iterfind("selectoption"):
        yield Answer(unescape(_own(option)), group=int(str(option.findtext("group"))))
    for answer in entry.iterfind("answer"):
        yield Answer(
            text=_own(answer),
            fraction=known_fraction(str(answer.get("fraction"))) if kind in NEEDS_FRACTIONS else 0.0,
            feedback=_text(answer, "feedback") if kind in NEEDS_FRACTIONS else "",
            tolerance=float(answer.findtext("tolerance") or 0),
        )


def _text(entry: Element, name: str) -> str:
    return str(entry.findtext(f"{name}/text") or "").strip()


def _own(entry: Element) -> str:
    return str(entry.findtext("text") or "").strip()
