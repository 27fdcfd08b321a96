"""Formulas in MathML as plain values for the typesetter, which knows these elements."""

import re

from lxml.etree import _Element as Element

from quizzes.exports.markup import MATHML
from quizzes.responses import JSON

OPENING, CLOSING = "([{|‖⟨⌈⌊", ")]}|‖⟩⌉⌋"
TALL = ("mfrac", "mtable")

Node = dict[str, JSON]


def formula_node(maths: Element, depth: int, deepest: int) -> Node:
    """Return a formula that stands so deep, with its words for those who hear it."""
    told = " ".join(_words(maths).split()) or "formula"
    return {"display": maths.get("display", "inline"), "alt": told} | _node(maths, deepest - depth)


def _words(element: Element) -> str:
    return "".join(str(text) for text in element.itertext())


def _node(element: Element, left: int) -> Node:
    """Return an element of MathML as plain values."""
    tag = str(element.tag).removeprefix(f"{{{MATHML}}}")
    if tag == "mrow" and len(element) == 1:
        return _node(element[0], left)
    if left < 0:
        return {"tag": "mtext", "kids": [_words(element)]}
    node: Node = {"tag": tag, "kids": _fenced([_node(child, left - 1) for child in element])}
    if not len(element) and element.text:
        node["kids"] = [element.text]
    if tag == "mrow" and len(element) and element[0].get("fence") == "true":
        node["tag"] = "fenced"
    elif tag == "mfrac" and element.get("linethickness") == "0":
        node["bare"] = "yes"
    elif tag == "mspace":
        node["width"] = (re.match(r"-?[\d.]+", element.get("width") or "") or ["0"])[0]
    return node


def _fenced(nodes: list[Node]) -> list[JSON]:
    """Return nodes where a fraction or matrix and the fences around it are one, which grow together."""
    found: list[JSON] = []
    left = nodes
    while left:
        size = _group(left)
        found.append(left[0] if size == 1 else {"tag": "fenced", "kids": list[JSON](left[:size])})
        left = left[size:]
    return found


def _group(nodes: list[Node]) -> int:
    """Return how many nodes belong into one group: an opening fence, what is tall, and a closing one if there is."""
    if not _is_one_of(OPENING, nodes[:1]) or not nodes[1:] or nodes[1]["tag"] not in TALL:
        return 1
    return 3 if _is_one_of(CLOSING, nodes[2:3]) else 2


def _is_one_of(fences: str, nodes: list[Node]) -> bool:
    return any(node["kids"] == [fence] for node in nodes for fence in fences)
