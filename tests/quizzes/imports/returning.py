"""Questions that went out and came back: told apart by their texts, and answered with the keys that they have now."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from quizzes.exports.markup import numbered
from quizzes.interactions import GapSelect, Item, Part
from quizzes.kinds.base import Specimen
from quizzes.likeness import option_texts
from quizzes.responses import JSON

PLAIN = (
    (r"!?\[([^\]]*)\](?:\{[^}]*\}|\([^)]*\))", r"\1"),  # Links, pictures and spans, whose loss the report names.
    (r"\{\{[\w-]+\}\}", "_"),  # Gaps, which have new names.
    (r"(?m)^(#+ |```text$)", ""),
    (r"[\s\\`*{}]|:?-{2,}:?", ""),  # Spaces and marks that say the same.
)


@dataclass(frozen=True, slots=True)
class Return:
    """A question, its specimens, and what came back of it."""

    item: Item
    specimens: tuple[Specimen, ...]
    back: Item


def plain(text: str) -> str:
    """Return a text without what may be written otherwise and mean the same."""
    for pattern, instead in PLAIN:
        text = re.sub(pattern, instead, text)
    return text


def said(item: Item) -> str:
    """Return all that is read before answering, in its order."""
    interaction = item.parts[0].interaction
    return plain(item.prompt + (interaction.text if isinstance(interaction, GapSelect) else ""))


def back_keys(one: Return) -> dict[str, str]:
    """Return the key that each option has now, found by its text; of equal texts, by their order."""
    before, after = _by_text(one.item.parts[0], one.back.parts[0]), _by_text(one.back.parts[0])
    assert [text for _, text in before] == [text for _, text in after]
    return {old: new for (old, _), (new, _) in zip(before, after, strict=True)}


def _has_lines(part: Part) -> bool:
    return getattr(part.interaction, "form", "") == "lines"


def _by_text(part: Part, back: Part | None = None) -> list[tuple[str, str]]:
    found, interaction = option_texts(part.interaction), part.interaction
    if getattr(interaction, "form", "") == "lines" and back is not None and not _has_lines(back):
        found = dict(zip(found, numbered(interaction.options), strict=True))  # type: ignore[union-attr]
    texts = [(key, plain(text)) for key, text in found.items()]
    return texts if isinstance(part.interaction, GapSelect) else sorted(texts, key=lambda one: one[1])


def answer_back(one: Return, answer: JSON, keys: Mapping[str, str]) -> JSON:
    """Return an answer with the keys of the question that came back."""
    is_gapped = isinstance(one.item.parts[0].interaction, GapSelect)
    match answer:
        case list():
            return [keys.get(str(key), key) for key in answer]
        case dict() if is_gapped:
            # A gap has the new name that its options have; an option that there is not stays one.
            names = {key.partition("/")[0]: new.partition("/")[0] for key, new in keys.items()}
            chosen = {gap: keys.get(f"{gap}/{key}", f"/{key}") for gap, key in answer.items()}
            return {names.get(gap, gap): key.partition("/")[2] for gap, key in chosen.items()}
        case dict():
            return {keys.get(source, source): keys.get(str(target), target) for source, target in answer.items()}
        case _:
            return answer
