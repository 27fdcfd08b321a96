"""Pages as plain values for the typesetter: elements with their words, which break where a line is too short."""

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from quizzes.exports.markup import MATHML
from quizzes.exports.on_paper.asking import ROUND
from quizzes.exports.on_paper.formulas import Node, formula_node
from quizzes.responses import JSON
from quizzes.text import PICTURES

LONGEST, LONGEST_IN_TABLE = 22, 13  # characters without a space that fit into a line
LINES_LONGEST = {LONGEST: 60, LONGEST_IN_TABLE: 32}  # the same for lines of a program there
GAP_LENGTH = 8  # characters that a gap in code takes
SHORT = 28  # characters of choices that stand side by side
DEEPEST = 10  # elements in each other; deeper ones become plain words, as Typst follows only so many calls
BREAK = "\u200b"  # a place at which a line may break, and that takes no room
ATTRIBUTES = ("href", "start")


def node_of(element: Element, depth: int = 0, longest: int = LONGEST) -> Node:
    """Return an element as plain values, with what the template asks of it."""
    tag = str(element.tag)
    if tag == f"{{{MATHML}}}math":
        return formula_node(element, depth, DEEPEST)
    name, _, size = (element.get("class") or "").partition(" ")
    longest = LONGEST_IN_TABLE if tag == "table" else longest
    node: Node = {"tag": tag, "class": name, "kids": list(_kids(element, depth, longest))}
    node |= {key: _broken(value, longest) for key in ATTRIBUTES if (value := element.get(key)) is not None}
    if align := re.search(r"text-align:\s*(left|right|center)", element.get("style") or ""):
        node["align"] = align[1]
    if name == "blank":
        node["size"] = size
    elif name == "box":
        node["form"] = "round" if element.text == ROUND else "square"
    elif name == "letters" and _is_row(element):
        node["class"] = "row"
    elif tag == "img":
        node |= _picture(element.get("alt") or "", element.get("src") or "")
    return node


def _picture(alt: str, source: str) -> Node:
    """Return what is said of a picture, and its name where it is one of the quiz."""
    if source.startswith(PICTURES):
        return {"source": source, "alt": alt, "kids": [_broken(alt or source)]}
    return {"source": "", "alt": alt, "kids": [_broken(f"{alt} ({source})")]}


def _kids(element: Element, depth: int, longest: int) -> Iterator[JSON]:
    if depth > DEEPEST:
        yield _broken(" ".join(_words(element).split()), longest)
    elif element.tag == "pre":
        yield from _lines(element, LINES_LONGEST[longest])
    elif element.tag == "code":
        for piece in _pieces(element):
            yield _broken(piece.replace("\n", " "), longest) if isinstance(piece, str) else piece
    else:
        yield from _mixed(element, depth, longest)


def _mixed(element: Element, depth: int, longest: int) -> Iterator[JSON]:
    if element.text:
        yield _broken(re.sub(r"\s+", " ", element.text), longest)
    for child in element:
        yield node_of(child, depth + 1, longest)
        if child.tail:
            yield _broken(re.sub(r"\s+", " ", child.tail), longest)


def _is_row(listed: Element) -> bool:
    """Say whether choices stand side by side: in the menu of a gap, where they are short."""
    parent = listed.getparent()
    in_menu = parent is not None and parent.get("class") == "choices"
    return in_menu and all(len(_words(choice)) <= SHORT for choice in listed)


def _words(element: Element) -> str:
    return "".join(str(text) for text in element.itertext())


def _pieces(element: Element) -> Iterator[str | Node]:
    """Yield what a piece of code consists of: texts, and gaps to fill."""
    if element.get("class") == "gap":
        yield node_of(element)
        return
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""


def _lines(program: Element, longest: int) -> Iterator[Node]:
    """Yield the lines of a program, each with its length in characters."""
    lines: list[list[JSON]] = [[]]
    for piece in _pieces(program):
        if not isinstance(piece, str):
            lines[-1].append(piece)
            continue
        first, *others = piece.split("\n")
        lines[-1].append(_broken(first, longest))
        lines.extend([_broken(other, longest)] for other in others)
    for line in lines:
        kids: list[JSON] = [piece for piece in line if piece]
        yield {"tag": "line", "class": "", "kids": kids, "length": sum(map(_length, kids))}


def _length(piece: JSON) -> int:
    return len(piece) if isinstance(piece, str) else GAP_LENGTH


def _broken(text: str, longest: int = LONGEST) -> str:
    """Return a text that breaks inside of words too long for a line: after signs, or anywhere in what has none."""
    return re.sub(rf"\S{{{longest + 1},}}", lambda found: _with_breaks(found[0], longest), text)


def _with_breaks(word: str, longest: int) -> str:
    pieces = re.findall(rf".{{1,{longest}}}?(?:(?<=[._/(,=:;)\]])(?=\w)|$)|.{{{longest}}}", word, re.DOTALL)
    return BREAK.join(pieces)
