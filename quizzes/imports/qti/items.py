"""An item of QTI as a question: one interaction, or dropdowns in one text."""

import re
from collections.abc import Callable, Mapping

from lxml.etree import _Element as Element

from quizzes.imports.code import as_lines, as_output
from quizzes.imports.drafts import Draft
from quizzes.imports.limits import RefusedError
from quizzes.imports.names import slug
from quizzes.imports.qti import pairs
from quizzes.imports.qti.body import body_text, choices, code_options, without_field
from quizzes.imports.qti.choices import is_many, multiple_choice, single_choice
from quizzes.imports.qti.entries import Entry, is_number, number_entry, text_entry
from quizzes.imports.qti.feedback import Trial, tie, with_feedback
from quizzes.imports.qti.gapped import gap_match, inline_choices
from quizzes.imports.qti.probing import Given, Probe, declared_points, probe_of, several
from quizzes.imports.qti.tree import interactions, response_of
from quizzes.imports.xml import child, children, descendants, local
from quizzes.interactions import Choice, ChoiceKey, Part
from quizzes.likeness import option_texts

WHYS = {
    "extendedTextInteraction": "a person must grade it, which quizzes here can’t ask for",
    "uploadInteraction": "it asks for a file, which a person must grade",
    "drawingInteraction": "it asks for a drawing, which a person must grade",
    "customInteraction": "it is played by a program of its own",
    "portableCustomInteraction": "it is played by a program of its own",
    "endAttemptInteraction": "it asks in several steps",
    "mediaInteraction": "it asks to play a sound or a video",
    "associateInteraction": "it asks for pairs in which neither side leads",
    "hotspotInteraction": "it asks for places in a picture",
    "selectPointInteraction": "it asks for places in a picture",
    "positionObjectInteraction": "it asks for places in a picture",
    "graphicOrderInteraction": "it asks for places in a picture",
    "graphicAssociateInteraction": "it asks for places in a picture",
    "graphicGapMatchInteraction": "it asks for places in a picture",
}
INLINE = "inlineChoiceInteraction"
UNSCORED = "its file says no scoring: it earns everything for its right answer, and nothing else"


def read_item(root: Element, draft: Draft) -> Part:
    """Return the part of an item; the draft takes its texts. Raises RefusedError."""
    body = child(root, "itemBody")
    found = [] if body is None else list(interactions(body))
    if body is None or not found:
        raise RefusedError("it asks nothing")
    for one in found:
        if local(one) in WHYS:
            raise RefusedError(WHYS[local(one)])
    if next(descendants(root, "templateDeclaration", "templateProcessing"), None) is not None:
        raise RefusedError("its numbers or words are drawn by rules that are not read here")
    if root.get("adaptive") == "true":
        raise RefusedError("it asks in several steps")
    probe = probe_of(root, draft.texts.limits)
    if not probe.engine.has_rules:
        draft.change(UNSCORED, changes_score=True)
    if all(local(one) == INLINE for one in found):
        return inline_choices(probe, draft, body, found)
    if len(found) > 1:
        raise RefusedError(f"it asks {len(found)} things at once; make them questions")
    read = READERS.get(local(found[0]))
    if read is None:
        raise RefusedError(f"its interaction “{local(found[0])[:40]}” is not read here")
    part = read(probe, draft, body, found[0])
    draft.points = declared_points(probe)
    return part


def _choice(probe: Probe, draft: Draft, body: Element, one: Element) -> Part:
    draft.prompt = body_text(draft, body, {})
    return _chosen(probe, draft, one, choices(draft, one, "simpleChoice"), code_options(one))


def _hottext(probe: Probe, draft: Draft, body: Element, one: Element) -> Part:
    draft.prompt = body_text(draft, body, {})
    draft.change("the words to pick in the text stand below it as options")
    return _chosen(probe, draft, one, choices(draft, one, "hottext"), None)


def _chosen(
    probe: Probe, draft: Draft, one: Element, options: list[tuple[str, str]], code: Mapping[str, str] | None
) -> Part:
    name = response_of(one)
    declared = probe.engine.responses.get(name)
    shuffle = one.get("shuffle") == "true"
    keys = [key for key, _ in options]
    cardinality = (declared.get("cardinality") if declared is not None else "") or "single"
    if is_many(one, cardinality):
        part = multiple_choice(probe, name, options, most=_whole(one.get("maxChoices"), 1), shuffle=shuffle)
        lone: dict[str, Given] = {key: {name: several((key,))} for key in keys}
        right = part.answer.correct if isinstance(part.answer, ChoiceKey) else frozenset()
        whole: Given = {name: several([key for key in keys if slug(key) in right or key in right])}
    else:
        lone = {key: {name: several((key,)) if cardinality == "multiple" else key} for key in keys}
        part, whole = single_choice(probe, options, lone, shuffle=shuffle), {}
    if code is not None:
        is_lines = all(re.fullmatch(r"line-\d+", key) for key in code) and _is_single(part)
        part = (as_lines if is_lines else as_output)(part, [*code.values()])
    elements = dict(zip(keys, _keys(part), strict=True))
    trials = [Trial(probe.ask(given), probe.share(given) == 1, elements[key]) for key, given in lone.items()]
    trials += [Trial(probe.ask(whole), is_right=True)] if whole else []
    own = {} if code is not None else option_texts(part.interaction)
    return with_feedback(part, tie(draft, probe, trials, elements, own))


def _match(probe: Probe, draft: Draft, body: Element, one: Element) -> Part:
    draft.prompt = body_text(draft, body, {})
    sets = [choices(draft, group, "simpleAssociableChoice") for group in children(one, "simpleMatchSet")]
    if len(sets) != 2:  # noqa: PLR2004 (two sides)
        raise RefusedError("it has no two sides to match")
    name = response_of(one)
    once = frozenset(
        str(choice.get("identifier"))
        for choice in descendants(one, "simpleAssociableChoice")
        if choice.get("matchMax", "1") == "1"
    )
    part = pairs.match(probe, draft, name, (sets[0], sets[1]), once)
    return _whole_feedback(probe, draft, part, {name: probe.engine.correct[name]})


def _order(probe: Probe, draft: Draft, body: Element, one: Element) -> Part:
    draft.prompt = body_text(draft, body, {})
    name = response_of(one)
    part = pairs.order(probe, draft, name, choices(draft, one, "simpleChoice"))
    return _whole_feedback(probe, draft, part, {name: probe.engine.correct[name]})


def _text_entry(probe: Probe, draft: Draft, body: Element, one: Element) -> Part:
    name = response_of(one)
    draft.prompt, unit = without_field(draft, body_text(draft, body, {}))
    if is_number(probe.engine.responses.get(name)):
        return _typed_feedback(probe, draft, number_entry(probe, name, unit))
    draft.prompt += f"\n\n{unit}" if unit else ""
    return _typed_feedback(probe, draft, text_entry(probe, draft, name))


def _slider(probe: Probe, draft: Draft, body: Element, one: Element) -> Part:
    draft.prompt = body_text(draft, body, {})
    draft.change("a number to type, in place of a slider")
    return _typed_feedback(probe, draft, number_entry(probe, response_of(one), ""))


def _typed_feedback(probe: Probe, draft: Draft, entry: Entry) -> Part:
    """Tie feedback to forms: what one alone shows is of it; of the rest the draft takes what is right or wrong."""
    of_form = {
        place: key
        for key, places in entry.shown.items()
        for place in places
        if key != "right" and sum(place in others for others in entry.shown.values()) == 1
    }
    found: dict[str, str] = {}
    for place, key in of_form.items():
        found[key] = "\n\n".join(filter(None, [found.get(key, ""), draft.texts.tree(probe.feedback[place])]))
    trials = [Trial(entry.right, is_right=True), Trial(entry.wrong, is_right=False)]
    tie(draft, probe, trials, {}, {}, skip=frozenset(of_form))
    return with_feedback(entry.part, found)


def _whole_feedback(probe: Probe, draft: Draft, part: Part, right: Given) -> Part:
    trials = [Trial(probe.ask(right), is_right=True), Trial(probe.ask({}), is_right=False)]
    tie(draft, probe, trials, {}, {})
    return part


def _is_single(part: Part) -> bool:
    return isinstance(part.interaction, Choice) and part.interaction.max_choices == 1


def _keys(part: Part) -> list[str]:
    return [option.key for option in part.interaction.options] if isinstance(part.interaction, Choice) else []


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else default  # noqa: PLR2004 (a small number)


READERS: dict[str, Callable[[Probe, Draft, Element, Element], Part]] = {
    "choiceInteraction": _choice,
    "hottextInteraction": _hottext,
    "gapMatchInteraction": gap_match,
    "matchInteraction": _match,
    "orderInteraction": _order,
    "textEntryInteraction": _text_entry,
    "sliderInteraction": _slider,
}
