"""MathML to TeX: its own annotation where it has one, else the presentation elements that school books use."""

import re
from collections.abc import Callable

from lxml.etree import _Element as Element

from quizzes.imports.xml import children, descendants, local, words

_SYMBOLS = {
    "×": r"\times ", "÷": r"\div ", "·": r"\cdot ", "⋅": r"\cdot ", "±": r"\pm ", "≤": r"\leq ", "≥": r"\geq ",
    "≠": r"\neq ", "≈": r"\approx ", "∞": r"\infty ", "→": r"\to ", "∑": r"\sum ", "∏": r"\prod ", "∫": r"\int ",
    "∂": r"\partial ", "∇": r"\nabla ", "∈": r"\in ", "−": "-", "π": r"\pi ", "α": r"\alpha ", "β": r"\beta ",
    "γ": r"\gamma ", "δ": r"\delta ", "ε": r"\epsilon ", "θ": r"\theta ", "λ": r"\lambda ", "μ": r"\mu ",
    "σ": r"\sigma ", "φ": r"\phi ", "ω": r"\omega ", "Δ": r"\Delta ", "Σ": r"\Sigma ", "Ω": r"\Omega ",
    "∘": r"\circ ", "°": r"^{\circ}", "…": r"\ldots ", "⊙": r"\odot ", "∥": r"\parallel ", "∣": "|",
    "\u2061": "", "\u2062": "", "\u2063": "", "\u00a0": " ", "{": r"\{", "}": r"\}", "%": r"\%", "#": r"\#",
    "&": r"\&", "_": r"\_", "$": r"\$", "\\": r"\backslash ", "^": r"\hat{}",
}  # fmt: skip
_TRANSPARENT = {"math", "mrow", "mstyle", "semantics", "mpadded", "merror"}
_TEX_NOTE = "application/x-tex"


def to_tex(math: Element) -> str | None:
    """Return a formula as TeX, or None where an element of it is not known here."""
    for note in descendants(math, "annotation"):
        if note.get("encoding") == _TEX_NOTE and words(note):
            return re.sub(r"\s+", " ", words(note))
    try:
        return re.sub(r"\s+", " ", _tex(math)).strip() or None
    except KeyError:
        return None


def _tex(element: Element) -> str:
    name = local(element)
    if name in _TRANSPARENT:
        return "".join(_tex(one) for one in children(element) if local(one) not in ("annotation", "annotation-xml"))
    return _ELEMENTS[name](element)


def _token(element: Element) -> str:
    text = "".join(_SYMBOLS.get(character, character) for character in words(element))
    if local(element) == "mi" and len(words(element)) > 1 and text.isascii() and text.isalpha():
        return rf"\mathrm{{{text}}}"
    return text


def _parts(element: Element, count: int) -> list[str]:
    found = [_tex(one) for one in children(element)]
    if len(found) != count:
        raise KeyError(local(element))
    return found


def _pattern(template: str, count: int) -> Callable[[Element], str]:
    return lambda element: template.format(*_parts(element, count))


def _root(element: Element) -> str:
    return rf"\sqrt{{{''.join(_tex(one) for one in children(element))}}}"


def _fenced(element: Element) -> str:
    separator = (element.get("separators") or ",").strip()[:1]
    inner = separator.join(_tex(one) for one in children(element))
    return f"{element.get('open') or '('}{inner}{element.get('close') or ')'}"


def _table(element: Element) -> str:
    rows = [" & ".join(_tex(cell) for cell in children(row, "mtd")) for row in children(element, "mtr")]
    return r"\begin{matrix}" + r" \\ ".join(rows) + r"\end{matrix}"


def _row(element: Element) -> str:
    return "".join(_tex(one) for one in children(element))


_ELEMENTS: dict[str, Callable[[Element], str]] = {
    "mi": _token,
    "mn": _token,
    "mo": _token,
    "mtext": lambda element: rf"\text{{{_token(element)}}}",
    "mspace": lambda _: " ",
    "msup": _pattern("{{{0}}}^{{{1}}}", 2),
    "msub": _pattern("{{{0}}}_{{{1}}}", 2),
    "msubsup": _pattern("{{{0}}}_{{{1}}}^{{{2}}}", 3),
    "munder": _pattern("{{{0}}}_{{{1}}}", 2),
    "mover": _pattern("{{{0}}}^{{{1}}}", 2),
    "munderover": _pattern("{{{0}}}_{{{1}}}^{{{2}}}", 3),
    "mfrac": _pattern(r"\frac{{{0}}}{{{1}}}", 2),
    "msqrt": _root,
    "mroot": _pattern(r"\sqrt[{1}]{{{0}}}", 2),
    "mfenced": _fenced,
    "mtable": _table,
    "mtd": _row,
}
