"""`::: tabs`: the same thing in code, one pane a facet, readable without JavaScript."""

from dataclasses import dataclass, field
from html import escape

from markdown_it.token import Token

from courseware.authored import Facet
from courseware.comparison import facet_html
from courseware.directives import Directive, Prose
from courseware.page import Page
from courseware.panes import tabbed
from courseware.prose import OUTPUT, output_html
from quizzes.text import dialect, fence_html, to_inline_html


@dataclass(slots=True)
class _Pane:
    facet: Facet
    pieces: list[str] = field(default_factory=list)
    words: int = 0


def tabs_html(tabs: Directive, page: Page) -> str:
    """Return the panes in the order of the course's facets; a reader reads the longest of them."""
    panes: dict[str, _Pane] = {}
    for child in tabs.children:
        if isinstance(child, Directive):
            page.fault(child.line, f"“::: {child.name}” can't stand inside tabs; move it out")
            continue
        for token in dialect().parse(child.text, {}):
            _read(token, child, panes, page)
    if not panes:
        page.fault(tabs.line, "the tabs hold no code; add a fence such as ```python facet")
    if not tabs.argument:
        page.fault(tabs.line, "the tabs have no title; write “::: tabs What the code does”")
    page.code_words += max((pane.words for pane in panes.values()), default=0)
    page.words += len(tabs.argument.split())
    order = [panes[facet.id] for facet in page.materials.facets if facet.id in panes]
    title = to_inline_html(tabs.argument, page.materials.marks)
    head = f'<h{page.below} class="trio-title">{title}</h{page.below}>\n'
    return tabbed(head, "".join(_pane_html(pane) for pane in order))


def _read(token: Token, prose: Prose, panes: dict[str, _Pane], page: Page) -> None:
    line = prose.line + (token.map[0] if token.map else 0)
    if token.type != "fence":
        if token.type == "inline":
            page.fault(line, "only fenced code can stand inside tabs; move the text out")
        return
    language, *rest = token.info.split() or [""]
    facet = page.materials.facet(rest[0]) if rest else None
    if facet is None:
        names = ", ".join(facet.id for facet in page.materials.facets) or "none"
        what = f"“{rest[0]}” is not a facet of this course" if rest else "the code names no facet"
        page.fault(line, f"{what}; write ```{language or 'language'} facet, known: {names}")
        return
    pane = panes.setdefault(facet.id, _Pane(facet))
    if language == OUTPUT and not pane.pieces:
        page.fault(line, f"the output for “{facet.id}” has no code above it; put the code first")
    pane.pieces.append(output_html(token.content) if language == OUTPUT else fence_html(token.content, language))
    pane.words += len(token.content.split())


def _pane_html(pane: _Pane) -> str:
    # A group, not a region: regions are landmarks, and a lesson has many panes of one name.
    return (
        f'<section class="pane" role="group" data-facet="{pane.facet.id}" aria-label="{escape(pane.facet.label)}">'
        f'<p class="pane-name">{facet_html(pane.facet)}</p>\n{"".join(pane.pieces)}</section>\n'
    )
