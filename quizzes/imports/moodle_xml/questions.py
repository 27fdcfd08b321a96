"""Questions of Moodle XML, by type."""

from collections.abc import Callable

from lxml.etree import _Element as Element

from quizzes.imports.drafts import Draft, number
from quizzes.imports.limits import RefusedError
from quizzes.imports.markdown import Texts
from quizzes.imports.moodle_xml import bodies
from quizzes.imports.moodle_xml.cloze import cloze
from quizzes.imports.moodle_xml.texts import all_of, markdown, raw, texts_of
from quizzes.imports.names import Names
from quizzes.imports.parts import FULL
from quizzes.imports.pictures import Pictures
from quizzes.imports.report import Place, Taken
from quizzes.imports.xml import child, children, words
from quizzes.interactions import Part

BODIES: dict[str, Callable[[Draft, Element], Part]] = {
    "multichoice": bodies.multiple_choice,
    "multichoiceset": bodies.all_or_nothing,
    "truefalse": bodies.true_false,
    "shortanswer": bodies.short_answer,
    "numerical": bodies.numerical,
    "matching": bodies.matching,
    "match": bodies.matching,
    "ordering": bodies.ordering,
    "gapselect": bodies.gap_select,
    "ddwtos": bodies.drag_words,
    "cloze": cloze,
    "multianswer": cloze,
}
WHYS = {
    "essay": "a person must grade an essay, which quizzes here can’t ask for",
    "description": "it asks nothing; put its text into a lesson",
    "calculated": "its numbers are drawn by formulas that are not read here; write it as a generated question",
    "calculatedmulti": "its numbers are drawn by formulas that are not read here; write it as a generated question",
    "calculatedsimple": "its numbers are drawn by formulas that are not read here; write it as a generated question",
    "random": "it is a random draw; set it under “draw” of the quiz",
    "randomsamatch": "it is a random draw of other questions",
}
DEFAULTS = {  # What Moodle fills in by itself says nothing that a page here does not say.
    "Your answer is correct.",
    "Your answer is partially correct.",
    "Your answer is incorrect.",
}


def read_question(question: Element, place: Place, pictures: Pictures, names: Names) -> Taken:
    """Return a question. Raises RefusedError with why it can't be taken."""
    kind = question.get("type") or ""
    read = BODIES.get(kind)
    if read is None:
        raise RefusedError(WHYS.get(kind) or f"questions of the type “{kind[:40]}” are not read here")
    draft = _draft(question, pictures)
    part = read(draft, question)
    return draft.taken(part, place, names)


def _draft(question: Element, pictures: Pictures) -> Draft:
    texts = texts_of(question, pictures, pictures.limits)
    draft = Draft(
        texts,
        names=(words(child(question, "idnumber")), words(child(question, "name", "text"))),
        prompt=markdown(texts, child(question, "questiontext")),
        points=number(words(child(question, "defaultgrade")), FULL),
        explanation=markdown(texts, child(question, "generalfeedback")),
        right=_own_words(draft_text(texts, question, "correctfeedback")),
        wrong=_own_words(draft_text(texts, question, "incorrectfeedback")),
        hint=all_of(texts, question, "hint"),
    )
    if _own_words(draft_text(texts, question, "partiallycorrectfeedback")):
        texts.lose("the feedback on partly right answers as a whole")
    draft.tag(
        [tag for one in children(question, "tags") for inner in children(one, "tag") if (tag := raw(inner).strip())]
    )
    return draft


def draft_text(texts: Texts, question: Element, name: str) -> str:
    """Return one text of a question as Markdown."""
    return markdown(texts, child(question, name))


def _own_words(text: str) -> str:
    return "" if text in DEFAULTS else text
