"""Feedback of QTI: each element is tied to what shows it, found by asking what each response shows."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec
from lxml.etree import _Element as Element

from quizzes.imports.drafts import Draft
from quizzes.imports.qti.probing import Probe, Reply
from quizzes.imports.xml import local
from quizzes.interactions import Part
from quizzes.text import to_plain

NAMED = re.compile(r"^\*\*(.+?)\*\*\n\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Trial:
    """A response that was tried: what it shows, whether it is fully right, and the element that it is, if one."""

    reply: Reply
    is_right: bool
    element: str = ""


def tie(
    draft: Draft,
    probe: Probe,
    trials: Sequence[Trial],
    names: Mapping[str, str],
    own: Mapping[str, str],
    skip: frozenset[int] = frozenset(),
) -> dict[str, str]:
    """Return the feedback on each element; the draft takes what is said of right and wrong answers and of all.

    `names` are elements by the identifier that feedback on them has, `own` the text of each element.
    """
    found: dict[str, str] = {}
    said: dict[str, list[str]] = {"right": [], "wrong": [], "explanation": []}
    for place, element in enumerate(probe.feedback):
        text = draft.texts.tree(element).strip()
        if not text or place in skip:
            continue
        key = _element(element, place, trials, names)
        if key is not None:
            found[key] = "\n\n".join(filter(None, [found.get(key, ""), _unnamed(text, own.get(key, ""))]))
            continue
        word = _word(place, trials)
        if word:
            said[word].append(text)
        else:
            draft.texts.lose(f"the feedback “{to_plain(text)[:40]}”, which depends on more than the answer")
    draft.right = "\n\n".join(filter(None, [draft.right, *said["right"]]))
    draft.wrong = "\n\n".join(filter(None, [draft.wrong, *said["wrong"]]))
    draft.explanation = "\n\n".join(filter(None, [draft.explanation, *said["explanation"]]))
    return found


def _element(element: Element, place: int, trials: Sequence[Trial], names: Mapping[str, str]) -> str | None:
    """Return the element of which a feedback speaks: the option that holds it, has its name, or alone shows it."""
    for around in element.iterancestors():
        if local(around) in ("simpleChoice", "hottext", "inlineChoice") and str(around.get("identifier")) in names:
            return names[str(around.get("identifier"))]
    identifier = str(element.get("identifier"))
    showing = [trial for trial in trials if place in trial.reply.shown]
    if identifier in names and len(showing) < len(trials):
        return names[identifier]
    if identifier in names and any(trial.element == names[identifier] for trial in showing):
        return names[identifier]
    alone = [trial for trial in showing if trial.element]
    wrong = [trial for trial in trials if not trial.is_right]
    if len(showing) == 1 and len(alone) == 1 and not alone[0].is_right and len(wrong) > len(showing) + 1:
        return alone[0].element
    return None


def _word(place: int, trials: Sequence[Trial]) -> str:
    shown = [place in trial.reply.shown for trial in trials]
    if all(shown):
        return "explanation"
    right = [is_shown for is_shown, trial in zip(shown, trials, strict=True) if trial.is_right]
    wrong = [is_shown for is_shown, trial in zip(shown, trials, strict=True) if not trial.is_right]
    if right and all(right) and not any(wrong):
        return "right"
    if any(wrong) and not any(right):
        return "wrong"
    return ""


def _unnamed(text: str, own: str) -> str:
    """Return feedback without the option's own words before it."""
    found = NAMED.match(text)
    if found and own and to_plain(found[1]) == to_plain(own):
        return text[found.end() :]
    first, _, rest = text.partition("\n\n")
    return rest if rest and own and to_plain(first) == to_plain(own) and first.startswith(("**", "`", "$")) else text


def with_feedback(part: Part, found: Mapping[str, str]) -> Part:
    """Return a part with what is said of its elements."""
    return msgspec.structs.replace(part, feedback={key: text for key, text in found.items() if text.strip()})
