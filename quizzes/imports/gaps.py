"""Texts with gaps: what stands before the first becomes the prompt, and each gap a mark."""

import re
from collections.abc import Sequence

from quizzes.imports.drafts import Draft

GAP = "CwGap{}Cw"  # stands for a gap with this number, counted from 0, while a text is read
BLANK = "\\_\\_\\_\\_"
_STAND_IN = re.compile(r"CwGap(\d+)Cw")


def split_gaps(draft: Draft, source: str, names: Sequence[str]) -> str:
    """Return the blocks of a text from its first gap on, with `{{name}}` for gaps; the draft keeps those before.

    Gaps stand in the source as `GAP` with their number.
    """
    blocks = source.split("\n\n")
    first = next((place for place, block in enumerate(blocks) if _STAND_IN.search(block)), len(blocks))
    while first and sum(block.count("```") for block in blocks[:first]) % 2:
        first -= 1  # A block of code may hold blank lines.
    if first:
        draft.prompt = "\n\n".join(blocks[:first])
    else:
        draft.prompt = "Choose what belongs in each gap."
        draft.change("a line above the gaps, because a question needs one")
    text = "\n\n".join(blocks[first:])
    return _STAND_IN.sub(lambda found: f"{{{{{names[int(found[1])]}}}}}", text)
