"""How questions and lessons look, wherever they are shown: the style sheets and elements that pages share."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
STYLES = ("style", "shell", "parts", "lesson", "code", "questions", "outcomes", "learn")
_TOKENS = re.compile(r"^  :root \{\n(.*?)^  \}", re.MULTILINE | re.DOTALL)
_DRAWN = re.compile(r"^  svg \{\n(.*?)^  \}", re.MULTILINE | re.DOTALL)


def style_sheet(names: Iterable[str] = STYLES) -> str:
    """Return style sheets as one, the one for paper last."""
    return "".join(_sheet(name) for name in (*names, "print"))


@cache
def drawing_style() -> str:
    """Return the rules for a drawing that is a file of its own: tokens, colours by class, and paper behind it."""
    tokens, drawn = _TOKENS.search(_sheet("style")), _DRAWN.search(_sheet("lesson"))
    if not tokens or not drawn:
        raise ValueError("style.css has no “:root {” or lesson.css no “svg {” of its own line to take rules from")
    return f":root {{\n{tokens[1]}}}\nsvg {{ background: var(--paper); font-family: var(--sans); }}\n{drawn[1]}"


def style_inside(wrapper: str, names: Iterable[str]) -> str:
    """Return style sheets that change nothing but what is inside elements of the class `wrapper`, which stay light."""
    tokens = _TOKENS.search(_sheet("style"))
    if not tokens:
        raise ValueError("style.css has no “:root {” of its own line to take tokens from")
    sheets = "".join(map(_sheet, names))
    return f".{wrapper} {{\n{tokens[1]}    color-scheme: light;\n}}\n.{wrapper} {{\n{sheets}}}\n"


def _sheet(name: str) -> str:
    return (FOLDER / f"{name}.css").read_text(encoding="utf-8")
