"""The first use of each term in a lesson becomes a link to the glossary that carries the definition with it.

The definition stands beside the link, hidden: it describes the link to a screen reader, and `cw-term.js` shows it.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape

from markdown_it.token import Token

from courseware.glossary.terms import Term
from courseware.page import Page

PLAIN = "plain"  # the mark of a word that means something else: [graph]{.plain}
_BLOCKS = ("paragraph_open", "td_open")
_USE = re.compile(r'<cw-term>(<a class="term" href="[^"]*") aria-describedby="[^"]*"(>.*?</a>).*?</cw-term>', re.DOTALL)


def mark_terms(block: Token, inline: Token, page: Page) -> None:
    """Mark what a paragraph or a cell that starts with `block` uses for the first time on its page.

    Links, names with a mark and claims stay as they are: they have something to say of their own.
    """
    if block.type in _BLOCKS and page.materials.glossary.terms and page.materials.terms_page:
        inline.children = list(_marked(inline.children or [], page))


def _marked(children: Sequence[Token], page: Page) -> Iterator[Token]:
    inside = 0
    text = ""
    for child in children:
        if not inside and child.type in ("text", "softbreak"):
            # A term may go over the end of a line, so lines are put together again.
            text += "\n" if child.type == "softbreak" else child.content
            continue
        yield from _pieces(text, page)
        text = ""
        if child.type in ("link_open", "span_open"):
            inside += 1
        elif child.type in ("link_close", "span_close"):
            inside -= 1
        yield child
    yield from _pieces(text, page)


def _pieces(text: str, page: Page) -> Iterator[Token]:
    at = 0
    for use in page.materials.glossary.uses(text):
        if use.term.id in page.marked_terms or _is_taught_here(use.term, page):
            continue
        page.marked_terms.add(use.term.id)
        yield _text(text[at : use.start])
        yield Token("html_inline", "", 0, content=term_html(use.term, text[use.start : use.end], page))
        at = use.end
    if text[at:]:
        yield _text(text[at:])


def _text(content: str) -> Token:
    # As the text around a line's end is set: without blanks there.
    return Token("text", "", 0, content=re.sub(r" *\n *", "\n", content))


def _is_taught_here(term: Term, page: Page) -> bool:
    """Say whether the passage being read is the one that explains a term: a mark would repeat it."""
    lesson, _, anchor = term.see.partition("#")
    return lesson == page.lesson and (not anchor or anchor in page.passage)


def term_html(term: Term, written: str, page: Page) -> str:
    """Return a use of a term as a link that its definition describes."""
    name = f"definition-of-{term.id}"
    return (
        f'<cw-term><a class="term" href="{escape(page.materials.terms_page)}#{term.id}" aria-describedby="{name}">'
        f'{escape(written)}</a><span class="term-card" id="{name}" role="tooltip" popover="manual">{term.html}</span>'
        "</cw-term>"
    )


def without_definitions(html: str) -> str:
    """Return HTML in which each use of a term, as `term_html` gives it, is a link and nothing more."""
    return _USE.sub(r"\1\2", html)
