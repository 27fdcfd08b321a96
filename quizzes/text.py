"""Markdown to HTML: one dialect for questions and lessons, rendered at load, never per request.

CommonMark with tables, `$math$` as MathML, `[text]{.mark}` and `[text]{claim=id}` spans. Raw HTML is shown, not run.
Where a page of claims has an address, a claim gets a link to it; elsewhere it reads as plain text.
"""

import importlib
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from quizzes.keeping import kept
from quizzes.plain_text import plain_pieces

GAP = r"\{\{([a-z0-9]+(?:-[a-z0-9]+)*)\}\}"
PLAIN_LANGUAGES = ("", "text", "output")
CLAIM = "claim"
TEXTS_KEPT, TOKENS_KEPT = 8_000_000, 1_000_000  # characters; tokens take some forty times as much
PICTURES = "images/"  # The folder beside a quiz; among marks, the address at which it is served.
Marks = tuple[tuple[str, str], ...]  # class written by an author -> classes of the page


@cache
def dialect() -> MarkdownIt:
    """Return the Markdown reader. Lessons add their own directives to a fresh one: see `new_dialect`."""
    markdown = new_dialect()
    markdown.add_render_rule("image", _image)
    return markdown


def new_dialect() -> MarkdownIt:
    """Return a Markdown reader of its own."""
    markdown = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
    markdown.use(attrs_plugin, spans=True, after=("link", "image"), allowed=("class", CLAIM))
    markdown.use(attrs_block_plugin, allowed=("id",))
    markdown.use(dollarmath_plugin, double_inline=True, renderer=_math)
    markdown.add_render_rule("fence", _fence)
    markdown.add_render_rule("span_open", _span_open)
    markdown.add_render_rule("span_close", _span_close)
    markdown.add_render_rule("link_open", _link_open)
    markdown.add_render_rule("th_open", _th_open)
    return markdown


@kept(TEXTS_KEPT)
def to_html(source: str, marks: Marks = (), claims: str = "") -> str:
    """Return a text's blocks as HTML; `claims` is the address of the page of claims."""
    return str(dialect().render(source, {"marks": dict(marks), "claims": claims})).strip()


@kept(TEXTS_KEPT)
def to_inline_html(source: str, marks: Marks = (), claims: str = "") -> str:
    """Return a text of one paragraph as HTML without the paragraph; other blocks stay as they are."""
    html = to_html(source, marks, claims)
    inner = html.removeprefix("<p>").removesuffix("</p>")
    return inner if len(inner) == len(html) - len("<p></p>") and "</p>" not in inner else html


@kept(TOKENS_KEPT)
def tokens_of(source: str) -> tuple[Token, ...]:
    """Return what a text consists of, for those who only look at it."""
    return tuple(dialect().parse(source))


@kept(TEXTS_KEPT)
def to_plain(source: str) -> str:
    """Return a text without its mark-up, on one line: for titles, labels and tables of figures."""
    if pieces := plain_pieces(source):
        return re.sub(r"\s+", " ", "".join(piece.text for piece in pieces)).strip()
    words: list[str] = []
    for token in tokens_of(source):
        for leaf in token.children or [token]:
            if leaf.type in ("text", "code_inline", "fence", "code_block", "math_inline"):
                words.append(leaf.content)
            elif leaf.type == "image":
                words.extend(piece.content for piece in leaf.children or [])
            elif leaf.type in ("softbreak", "hardbreak"):
                words.append(" ")
        if token.nesting < 0:
            words.append(" ")
    return re.sub(r"\s+", " ", "".join(words)).strip()


def with_gaps(source: str, gaps: Sequence[str], marks: Marks = ()) -> list[tuple[str, str]]:
    """Return a text with gaps as pieces `(html before, gap key)`; the last piece has an empty key."""
    numbers = {name: number for number, name in enumerate(gaps)}
    stand_in = re.sub(GAP, lambda found: f"CwGap{numbers[found[1]]}Cw", source)
    pieces = re.split(r"CwGap(\d+)Cw", to_html(stand_in, marks))
    keys = [gaps[int(number)] for number in pieces[1::2]] + [""]
    return list(zip(pieces[0::2], keys, strict=True))


def code_html(code: str, language: str) -> str:
    """Return a program with its words marked by class; unknown languages stay plain."""
    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return str(escape(code))
    return highlight(code, lexer, HtmlFormatter(nowrap=True)).removesuffix("\n")


def fence_html(code: str, language: str) -> str:
    """Return a block of code; it takes the focus, so that a wide one can be scrolled by keyboard."""
    if language in PLAIN_LANGUAGES:
        return f'<pre class="code" tabindex="0"><code>{escape(code.rstrip())}</code></pre>\n'
    name, inner = escape(language), code_html(code.rstrip(), language)
    return f'<pre class="code" tabindex="0"><code class="language-{name}">{inner}</code></pre>\n'


class FormulaError(ValueError):
    """A formula that can't be read as LaTeX."""


@kept(TEXTS_KEPT)
def math_html(formula: str, display: bool) -> str:
    """Return a LaTeX formula as MathML. Raises FormulaError."""
    try:
        return str(_to_mathml()(formula, display="block" if display else "inline"))
    except Exception as error:  # The converter's own errors have no common base, and odd input meets others.
        raise FormulaError(
            f"the formula “{formula.strip()}” can't be read: {type(error).__name__}; correct it"
        ) from error


@cache
def _to_mathml() -> Callable[..., str]:
    # Loaded at the first formula: most files have none, and its tables take as long to load as ours.
    converter: Callable[..., str] = importlib.import_module("latex2mathml.converter").convert
    return converter


def formula_fault(formula: str) -> str:
    """Return what is wrong with a formula, or nothing."""
    try:
        math_html(formula, display=False)
    except FormulaError as error:
        return str(error)
    return ""


def marks_of(expanded: Mapping[str, str]) -> Marks:
    """Return marks in the form that rendering takes and caches."""
    return tuple(sorted(expanded.items()))


def _math(content: str, options: dict[str, Any]) -> str:
    try:
        return math_html(content, display=bool(options.get("display_mode")))
    except FormulaError:
        return f"<code>{escape(content)}</code>"


def _fence(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    words = tokens[index].info.split()
    return fence_html(tokens[index].content, words[0] if words else "")


def _image(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    """Return a picture from beside the quiz, or its description where no address for it is known."""
    token, served = tokens[index], env.get("marks", {}).get(PICTURES, "")
    alt, source = renderer.renderInlineAsText(token.children, options, env), str(token.attrGet("src") or "")
    if not served or not source.startswith(PICTURES):
        return f"<em>{escape(alt)}</em>"
    address = escape(served + source.removeprefix(PICTURES))
    return f'<img src="{address}" alt="{escape(alt)}" loading="lazy">'


def _span_open(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    marks = env.get("marks", {})
    written = str(tokens[index].attrGet("class") or "").split()
    classes = " ".join(marks[name] for name in written if name in marks)
    opened = f'<span class="{escape(classes)}">' if classes else "<span>"
    if not _claim_mark(tokens[index], env):
        return opened
    name = tokens[index].attrGet("id")
    anchor = f' id="{escape(str(name))}"' if name else ""
    return f'<span class="claim"{anchor}>{opened}'


def _span_close(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    depth, start = 1, index
    while depth:
        start -= 1
        depth += {"span_close": 1, "span_open": -1}.get(tokens[start].type, 0)
    mark = _claim_mark(tokens[start], env)
    return f"</span>{mark}</span>" if mark else "</span>"


def _claim_mark(span: Token, env: EnvType) -> str:
    """Return the link to the proof of a claim, or nothing where the span claims nothing or no page shows proofs."""
    claim, page = span.attrGet(CLAIM), env.get("claims", "")
    if not claim or not page:
        return ""
    address = escape(f"{page}#{claim}")
    link = (
        f'<a class="claim-mark" href="{address}" data-claim="{escape(str(claim))}" title="Proof"><span>Proof</span></a>'
    )
    return f"<cw-proof>{link}</cw-proof>"


def _th_open(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    # The empty corner of a table is no header: it names nothing.
    if not tokens[index + 1].content:
        tokens[index].tag = tokens[index + 2].tag = "td"
    return renderer.renderToken(tokens, index, options, env)


def _link_open(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    token = tokens[index]
    if str(token.attrGet("href") or "").startswith("http"):
        token.attrSet("rel", "noopener")
    return renderer.renderToken(tokens, index, options, env)
