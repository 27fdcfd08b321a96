"""The body of an item: what it says, with its interactions taken out and gaps marked."""

import re

from lxml.etree import _Element as Element

from quizzes.imports.drafts import Draft
from quizzes.imports.gaps import BLANK, GAP
from quizzes.imports.limits import RefusedError
from quizzes.imports.xml import child, children, descendants, local

FIELD = "CwFieldCw"
TRANSPARENT = {"hottextInteraction", "gapMatchInteraction"}
SILENT = {
    "feedbackInline",
    "feedbackBlock",
    "modalFeedback",
    "rubricBlock",
    "infoControl",
    "prompt",
    "gapText",
    "gapImg",
}
SILENT |= {"catalogInfo", "companionMaterialsInfo", "stylesheet", "assessmentStimulusRef"}
COMPUTED = {"printedVariable", "templateInline", "templateBlock", "include"}
HINT = "Hint"
_UNIT = re.compile(rf"^{FIELD}\s+(\S.{{0,40}})$")


def body_text(draft: Draft, body: Element, gaps: dict[str, int]) -> str:
    """Return the text of a body; `gaps` are the numbers of gaps by their identifiers."""

    def fill(element: Element) -> str | None:
        name = local(element)
        if name in COMPUTED:
            raise RefusedError("it shows a value that is computed")
        if name in SILENT or _is_hint(element):
            return ""
        if name == "inlineChoiceInteraction":
            return GAP.format(gaps[str(element.get("responseIdentifier"))])
        if name == "gap":
            return GAP.format(gaps.get(str(element.get("identifier")), 0))
        if name == "textEntryInteraction":
            return FIELD
        if name.endswith("Interaction") and name not in TRANSPARENT:
            return ""
        return None

    parts = [_candidate_rubrics(draft, body), draft.texts.tree(body, fill)]
    parts += [draft.texts.tree(one, fill) for one in descendants(body, "prompt")]
    draft.hint = "\n\n".join(filter(None, (draft.texts.tree(one) for one in _hints(body))))
    return "\n\n".join(part for part in parts if part)


def without_field(draft: Draft, text: str) -> tuple[str, str]:
    """Return a text in which a field is a blank, or gone where it stands alone, and the unit after it."""
    blocks, unit = [], ""
    for block in text.split("\n\n"):
        found = _UNIT.match(block)
        if block.strip() == FIELD:
            continue
        if (found and block is text.rsplit("\n\n", maxsplit=1)[-1]) or (found and text.endswith(block)):
            unit = found[1]
            continue
        if FIELD in block:
            draft.change("the field stands below the text")
        blocks.append(block.replace(FIELD, BLANK))
    return "\n\n".join(blocks), unit


def choices(draft: Draft, interaction: Element, name: str) -> list[tuple[str, str]]:
    """Return the options of an interaction: identifiers with texts."""

    def fill(element: Element) -> str | None:
        return "" if local(element) in SILENT else None

    return [(str(one.get("identifier")), draft.texts.tree(one, fill)) for one in descendants(interaction, name)]


def code_options(interaction: Element) -> dict[str, str] | None:
    """Return options that are blocks of code alone, by identifier, or None."""
    found: dict[str, str] = {}
    for one in children(interaction, "simpleChoice"):
        inside = [inner for inner in children(one) if local(inner) not in SILENT]
        if len(inside) != 1 or local(inside[0]) != "pre" or (one.text or "").strip():
            return None
        found[str(one.get("identifier"))] = "".join(str(text) for text in inside[0].itertext())
    return found or None


def _candidate_rubrics(draft: Draft, body: Element) -> str:
    shown = [one for one in descendants(body, "rubricBlock") if "candidate" in (one.get("view") or "candidate")]
    return "\n\n".join(filter(None, (draft.texts.tree(one) for one in shown)))


def _is_hint(element: Element) -> bool:
    return local(element) == "details" and "".join(str(text) for text in _summary(element)).strip() == HINT


def _summary(details: Element) -> list[str]:
    found = child(details, "summary")
    return [] if found is None else [str(text) for text in found.itertext()]


def _hints(body: Element) -> list[Element]:
    closed = list(descendants(body, "infoControl"))
    return closed + [
        inner
        for one in descendants(body, "details")
        if _is_hint(one)
        for inner in children(one)
        if local(inner) != "summary"
    ]
