"""Markdown to small, clean trees of XHTML that every format can copy: no classes of ours, no scripts, no spans.

Elements have no namespace, but mathematics has MathML's. `<gap key="..."/>` marks a gap. A picture from beside the
quiz is an `img` with its name, to which `quizzes.exports.pictures` gives an address in the end.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from typing import Literal

from lxml import etree
from lxml.etree import _Element as Element
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from quizzes.exports import xml
from quizzes.exports.pictures import described
from quizzes.interactions import Option
from quizzes.keeping import kept
from quizzes.plain_text import Piece, plain_pieces
from quizzes.text import GAP, PICTURES, TEXTS_KEPT, new_dialect, tokens_of

Maths = Literal["mathml", "tex"]

MATHML = "http://www.w3.org/1998/Math/MathML"
ATTRIBUTES = {
    "a": ("href",),
    "code": ("class",),
    "img": ("src", "alt"),
    "ol": ("start",),
    "td": ("style",),
    "th": ("style",),
}
ABROAD = ("http://", "https://", "mailto:")  # addresses that mean the same in another system


def blocks(source: str, maths: Maths = "mathml", gaps: Sequence[str] = ()) -> Element:
    """Return a `div` with the blocks of a text; each `{{key}}` of `gaps` becomes a `gap`."""
    target = etree.Element("div")
    if pieces := plain_pieces(source):
        _add_pieces(etree.SubElement(target, "p"), pieces)
        return target
    if gaps:
        source = re.sub(GAP, lambda found: f"CwGap{gaps.index(found[1])}Cw" if found[1] in gaps else found[0], source)
    parsed = etree.fromstring(f"<div>{_rendered(source, maths)}</div>")
    _copy_into(target, parsed, gaps)
    _drop_blank_ends(target)
    return target


@kept(TEXTS_KEPT)
def _rendered(source: str, maths: Maths) -> str:
    reader = _reader(maths)
    return str(reader.renderer.render(tokens_of(source), reader.options, {}))


def _add_pieces(paragraph: Element, pieces: Sequence[Piece]) -> None:
    for tag, text in pieces:
        if tag:
            etree.SubElement(paragraph, tag).text = text
        else:
            xml.add_text(paragraph, text)


def inline(source: str, maths: Maths = "mathml") -> Element:
    """Return a `span` with a text of one paragraph, or its blocks where it has more."""
    tree = blocks(source, maths)
    if len(tree) == 1 and tree[0].tag == "p":
        tree = tree[0]
    tree.tag = "span"
    return tree


def code(text: str) -> Element:
    """Return a `pre` with a text as it is printed or written."""
    pre = etree.Element("pre")
    etree.SubElement(pre, "code").text = text
    return pre


def numbered(options: Sequence[Option]) -> list[str]:
    """Return lines of a program with their numbers before them.

    A key that ends in a number names its line: blank lines are no options, but they count.
    """
    found = [re.search(r"-(\d+)$", option.key) for option in options]
    numbers = [int(match[1]) if match else place for place, match in enumerate(found, 1)]
    width = len(str(max(numbers)))
    return [f"{number:>{width}}  {option.text}" for number, option in zip(numbers, options, strict=True)]


def block_html(source: str, maths: Maths = "mathml") -> str:
    """Return the blocks of a text as HTML."""
    if not source:
        return ""
    pieces = plain_pieces(source)
    return f"<p>{_pieces_html(pieces)}</p>" if pieces else html(blocks(source, maths))


def inline_html(source: str, maths: Maths = "mathml") -> str:
    """Return a text of one paragraph as HTML, or its blocks where it has more."""
    pieces = plain_pieces(source)
    return _pieces_html(pieces) if pieces else html(inline(source, maths))


def _pieces_html(pieces: Sequence[Piece]) -> str:
    return "".join(f"<{tag}>{_escaped(text)}</{tag}>" if tag else text for tag, text in pieces)


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace("\xa0", "&nbsp;")  # as lxml writes HTML


def html(tree: Element) -> str:
    """Return what is inside a tree as HTML."""
    inner = "".join(str(etree.tostring(child, encoding="unicode", method="html")) for child in tree)
    return escape(tree.text or "", quote=False) + inner


def one_line(source: str) -> str:
    """Return HTML for a table of text: no line ends and no tabs, `br` between lines of code, pictures described."""
    source = described(source)
    lines = re.sub(r"<pre>.*?</pre>", lambda found: found[0].replace("\n", "<br>"), source, flags=re.DOTALL)
    return re.sub(r"[\r\n]+", " ", lines.replace("\t", "    ")).strip()


@kept(TEXTS_KEPT)
def has_formula(source: str) -> bool:
    """Say whether a text has a formula."""
    return "$" in source and any(token.type.startswith("math") for token in _leaves(tokens_of(source)))


@kept(TEXTS_KEPT)
def homebound(source: str) -> tuple[str, ...]:
    """Return the addresses of links of a text that only the course has."""
    if "[" not in source and "<" not in source:
        return ()
    links = (str(token.attrGet("href")) for token in _leaves(tokens_of(source)) if token.type == "link_open")
    return tuple(address for address in links if not address.startswith(ABROAD))


@kept(TEXTS_KEPT)
def pictures_in(source: str) -> tuple[tuple[str, str], ...]:
    """Return the name and the description of each picture of a text that lies beside the quiz."""
    if "![" not in source:
        return ()
    images = [token for token in _leaves(tokens_of(source)) if token.type == "image"]
    return tuple(
        (name, token.content) for token in images if not (name := str(token.attrGet("src"))).startswith(ABROAD)
    )


def _leaves(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _leaves(token.children or [])


@cache
def _reader(maths: Maths) -> MarkdownIt:
    markdown = new_dialect()
    markdown.add_render_rule("fence", _fence)
    if maths == "tex":
        markdown.add_render_rule("math_inline", _tex_inline)
        markdown.add_render_rule("math_inline_double", _tex_block)
        markdown.add_render_rule("math_block", _tex_block)
    return markdown


def _fence(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    language = tokens[index].info.split(" ")[0]
    named = f' class="language-{escape(language)}"' if language not in ("", "text", "output") else ""
    return f"<pre><code{named}>{escape(tokens[index].content.rstrip(chr(10)))}</code></pre>\n"


def _tex_inline(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    return rf"\({escape(tokens[index].content.strip())}\)"


def _tex_block(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    return rf"<p>\[{escape(tokens[index].content.strip())}\]</p>"


def _copy_into(target: Element, source: Element, gaps: Sequence[str]) -> None:
    _add_text(target, source.text, gaps)
    for child in source:
        _copy_child(target, child, gaps)
        _add_text(target, child.tail, gaps)


def _copy_child(target: Element, child: Element, gaps: Sequence[str]) -> None:
    tag = str(child.tag)
    if tag.startswith(f"{{{MATHML}}}"):
        maths = etree.fromstring(etree.tostring(child, with_tail=False))
        target.append(maths)
    elif tag == "img" and not (child.get("src") or "").startswith((*ABROAD, PICTURES)):
        etree.SubElement(target, "em").text = child.get("alt") or child.get("src")
    elif tag == "span" or (tag == "a" and not (child.get("href") or "").startswith(ABROAD)):
        _copy_into(target, child, gaps)
    else:
        allowed = {name: value for name in ATTRIBUTES.get(tag, ()) if (value := child.get(name)) is not None}
        _copy_into(etree.SubElement(target, tag, allowed), child, gaps)


def _add_text(target: Element, text: str | None, gaps: Sequence[str]) -> None:
    """Add a text, with `gap` elements where their stand-ins are."""
    for place, piece in enumerate(re.split(r"CwGap(\d+)Cw", text or "") if gaps else [text or ""]):
        if place % 2:
            etree.SubElement(target, "gap", key=gaps[int(piece)])
        else:
            xml.add_text(target, piece)


def _drop_blank_ends(tree: Element) -> None:
    """Drop the line ends between blocks, which mean nothing."""
    if tree.text and not tree.text.strip():
        tree.text = None
    for child in tree:
        if child.tail and not child.tail.strip():
            child.tail = None
