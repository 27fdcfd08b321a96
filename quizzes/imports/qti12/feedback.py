"""Feedback of QTI 1.2: told by its name where dialects agree on one, else by which answers show it."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from quizzes.imports.drafts import Draft
from quizzes.imports.qti12.item import text_of
from quizzes.imports.qti12.rules import Reply
from quizzes.imports.xml import children, descendants

GENERAL, RIGHT, WRONG = "general_fb", "correct_fb", "general_incorrect_fb"
OF_ONE = "_fb"


@dataclass(frozen=True, slots=True)
class Trial:
    """A response that was tried: what it showed, whether it is fully right, and the element that it is, if one."""

    reply: Reply
    is_right: bool
    element: str = ""


def tie(
    draft: Draft, item: Element, trials: list[Trial], elements: Mapping[str, str] | None = None
) -> dict[str, list[str]]:
    """Return the feedback on each element; the draft takes the hint and what is said of all, right or wrong answers.

    `elements` are those that a feedback of the name `{identifier}_fb` speaks of, by identifier.
    """
    found: dict[str, list[str]] = {}
    said: dict[str, list[str]] = {"explanation": [], "right": [], "wrong": []}
    for one in children(item, "itemfeedback"):
        name = one.get("ident") or ""
        draft.hint = _joined([draft.hint, *(text_of(draft.texts, hint) for hint in descendants(one, "hint"))])
        said["explanation"] += [text_of(draft.texts, solution) for solution in descendants(one, "solution")]
        text = text_of(draft.texts, one)
        if not text:
            continue
        of, word = _of(name, trials, elements or {})
        if word:
            said[word].append(text)
        for element in of:
            found.setdefault(element, []).append(text)
        if not of and not word:
            draft.texts.lose("feedback that no answer here shows")
    for word, texts in said.items():
        setattr(draft, word, _joined([getattr(draft, word), *texts]))
    return found


def joined(found: Mapping[str, list[str]]) -> dict[str, str]:
    """Return the feedback on each element as one text."""
    return {element: _joined(texts) for element, texts in found.items()}


def _of(name: str, trials: list[Trial], elements: Mapping[str, str]) -> tuple[list[str], str]:
    """Return the elements of which a feedback speaks, or the word for what it speaks of."""
    word = {GENERAL: "explanation", RIGHT: "right", WRONG: "wrong"}.get(name, "")
    if word:
        return [], word
    if name.removesuffix(OF_ONE) in elements:
        return [elements[name.removesuffix(OF_ONE)]], ""
    showing = [trial for trial in trials if name in trial.reply.shown]
    if trials and len(showing) == len(trials):
        return [], "explanation"
    of = [trial.element for trial in showing if trial.element]
    wrong = [trial for trial in trials if not trial.is_right]
    if showing and all(trial.is_right for trial in showing) and len(of) != 1:
        return [], "right"
    if showing == wrong and len(showing) > 1:
        return [], "wrong"
    return of, "" if of or not showing else "wrong"


def _joined(texts: list[str]) -> str:
    return "\n\n".join(text for text in texts if text)
