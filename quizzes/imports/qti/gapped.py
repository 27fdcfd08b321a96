"""Dropdowns in one text, and words to drag into one, as a text with gaps."""

from collections.abc import Callable, Mapping

import msgspec
from lxml.etree import _Element as Element

from quizzes.imports.drafts import Draft
from quizzes.imports.gaps import split_gaps
from quizzes.imports.limits import RefusedError
from quizzes.imports.qti import pairs
from quizzes.imports.qti.body import body_text, choices
from quizzes.imports.qti.feedback import Trial, tie, with_feedback
from quizzes.imports.qti.probing import Given, Probe, declared_points, several
from quizzes.imports.qti.tree import response_of
from quizzes.imports.xml import descendants
from quizzes.interactions import GapSelect, Option, Part
from quizzes.likeness import option_texts


def inline_choices(probe: Probe, draft: Draft, body: Element, found: list[Element]) -> Part:
    """Return the part of a text with inline choices. Raises RefusedError."""
    names = [response_of(one) for one in found]
    if len(set(names)) < len(names):
        raise RefusedError("two of its dropdowns have one answer")
    text = body_text(draft, body, {name: n for n, name in enumerate(names)})
    menus = {name: choices(draft, one, "inlineChoice") for name, one in zip(names, found, strict=True)}
    part = _gapped(probe, draft, text, menus, dict, all(one.get("shuffle") == "true" for one in found))
    draft.points = declared_points(probe)
    return part


def gap_match(probe: Probe, draft: Draft, body: Element, one: Element) -> Part:
    """Return the part of a text into which words are dragged. Raises RefusedError."""
    name = response_of(one)
    places = [str(gap.get("identifier")) for gap in descendants(one, "gap")]
    if next(descendants(one, "gapImg"), None) is not None or not places:
        raise RefusedError("it asks to drag pictures" if places else "its text has no gap")
    text = body_text(draft, body, {gap: n for n, gap in enumerate(places)})
    options = choices(draft, one, "gapText")
    draft.change("dropdowns, in place of words to drag into gaps")
    return _gapped(
        probe,
        draft,
        text,
        dict.fromkeys(places, options),
        lambda chosen: {name: several([f"{key} {gap}" for gap, key in chosen.items()])},
        shuffle=True,
    )


def _gapped(
    probe: Probe,
    draft: Draft,
    text: str,
    menus: Mapping[str, pairs.Texts],
    given: Callable[[Mapping[str, str]], Given],
    shuffle: bool,
) -> Part:
    names = {gap: f"gap-{n}" for n, gap in enumerate(menus, 1)}
    part = pairs.gaps(probe, draft, split_gaps(draft, text, [*names.values()]), menus, given)
    select = part.interaction
    if not isinstance(select, GapSelect):
        raise TypeError("a text with gaps has a gap-select")
    part = msgspec.structs.replace(
        part,
        interaction=msgspec.structs.replace(
            select, gaps=tuple(msgspec.structs.replace(one, key=names[one.key]) for one in select.gaps), shuffle=shuffle
        ),
        answer=_renamed(part, names),
    )
    elements, trials = {}, []
    for (gap, options), made in zip(menus.items(), select.gaps, strict=True):
        for (key, _), option in zip(options, made.options, strict=True):
            elements[key] = f"{names[gap]}/{option.key}"
            chosen = given({gap: key})
            trials.append(Trial(probe.ask(chosen), probe.share(chosen) == 1, elements[key]))
    right = part.answer.correct  # type: ignore[union-attr]
    back = {made: gap for gap, made in names.items()}
    whole = {
        back[gap]: next(
            key for (key, _), one in zip(menus[back[gap]], _gap(part, gap), strict=True) if one.key == option
        )
        for gap, option in right.items()  # type: ignore[union-attr]
    }
    trials.append(Trial(probe.ask(given(whole)), is_right=True))
    return with_feedback(part, tie(draft, probe, trials, elements, option_texts(part.interaction)))


def _gap(part: Part, name: str) -> tuple[Option, ...]:
    return next(one.options for one in part.interaction.gaps if one.key == name)  # type: ignore[union-attr]


def _renamed(part: Part, names: Mapping[str, str]) -> object:
    key = part.answer
    correct = {names[gap]: option for gap, option in key.correct.items()}  # type: ignore[union-attr]
    credit = {names[gap]: row for gap, row in key.credit.items()}  # type: ignore[union-attr]
    return msgspec.structs.replace(key, correct=correct, credit=credit)
