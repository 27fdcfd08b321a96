"""A stretch of a lesson's Markdown as HTML: headings with anchors, links, figures, code with its output."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from markdown_it.token import Token

from courseware.course import ClaimUse, FigureUse, Heading, LessonLink, QuizLink
from courseware.directives import Prose
from courseware.figures import Figure, read_figure
from courseware.glossary.marking import PLAIN, mark_terms
from courseware.page import Page
from courseware.proofs.marks import unlisted
from courseware.statements import NO_CLAIM
from quizzes.faults import Fault
from quizzes.proofread import formula_faults, html_faults, insecure_faults, mark_faults
from quizzes.text import CLAIM, dialect, fence_html

OUTPUT = "output"
_ANCHOR = re.compile(r"\s*\{#(?P<anchor>[^}\s]*)\}\s*$")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LESSON = re.compile(r"(?P<lesson>[a-z0-9]+(?:-[a-z0-9]+)*)?(?:#(?P<anchor>[^#]+))?")


def prose_html(prose: Prose, page: Page) -> str:
    """Return a stretch of Markdown as HTML, and note on the page what it holds."""
    env = environment(page)
    tokens = dialect().parse(prose.text, env)
    return str(dialect().renderer.render(_Reader(prose, page).read(tokens), dialect().options, env))


def environment(page: Page) -> dict[str, object]:
    """Return what the dialect needs to know of a page."""
    return {"marks": dict(page.materials.marks), "claims": page.materials.ledger}


def output_html(text: str) -> str:
    """Return what a program printed."""
    return f'<div class="ran"><b>Output</b><pre tabindex="0">{escape(text.rstrip())}</pre></div>\n'


def anchor_of(text: str) -> str:
    """Return the anchor that a heading has of itself: lower case, hyphens for spaces, no punctuation."""
    return re.sub(r"[\s_]+", "-", re.sub(r"[^\w\s-]", "", text.lower()).strip())


class _Reader:
    """Walks the tokens of one stretch; `line` follows the block being read."""

    def __init__(self, prose: Prose, page: Page) -> None:
        self.prose = prose
        self.page = page
        self.line = prose.line
        self.marks = [*(facet.id for facet in page.materials.facets), PLAIN, NO_CLAIM]

    def read(self, tokens: Sequence[Token]) -> list[Token]:
        return [made for index in range(len(tokens)) for made in self._token(tokens, index)]

    def _token(self, tokens: Sequence[Token], index: int) -> Iterator[Token]:
        token = tokens[index]
        if token.map:
            self.line = self.prose.line + token.map[0]
        self._attributes(token)
        match token.type:
            case "heading_open":
                self._heading(token, tokens[index + 1])
            case "inline":
                self._inline(token)
                mark_terms(tokens[index - 1], token, self.page)
            case "fence":
                yield self._fence(token)
                return
            case "math_block":
                self._note(formula_faults(token), self.line)
            case "table_open":
                yield _html('<div class="scroll" role="group" aria-label="Table" tabindex="0">')
            case "paragraph_open" if _lone_image(tokens[index + 1]):
                return
            case "paragraph_close" if _lone_image(tokens[index - 1]):
                yield _html(self._figure((tokens[index - 1].children or [])[0]))
                return
        if token.type != "inline" or not _lone_image(token):
            yield token
        if token.type == "table_close":
            yield _html("</div>\n")

    def _heading(self, token: Token, inline: Token) -> None:
        children = inline.children or []
        text = "".join(child.content for child in children)
        last = children[-1] if children else None
        found = _ANCHOR.search(last.content) if last is not None and last.type == "text" else None
        if found and last is not None:
            last.content = last.content[: found.start()]
            text = text[: text.rindex("{#")].rstrip()
        anchor = found["anchor"] if found else str(token.attrGet("id") or anchor_of(text))
        if found and not _SLUG.fullmatch(anchor):
            self.page.fault(self.line, f"the anchor “{anchor}” must be lower-case words joined by hyphens")
        level = int(token.tag[1:])
        above = self.page.headings[-1].level if self.page.headings else 1
        if level == 1:
            self.page.fault(self.line, "a lesson has no “#” heading, its title is that; start at “##”")
        elif level > above + 1:
            self.page.fault(self.line, f"the heading skips a level; write it with {'#' * (above + 1)}")
        if token.attrGet("id") != anchor:
            self.page.anchor(anchor, self.line)
        token.attrSet("id", anchor)
        self.page.headings.append(Heading(anchor, text, level))

    def _attributes(self, token: Token) -> None:
        """Note an id set by `{#id}` above a block; anything else in braces is a fault."""
        name = token.attrGet("id")
        if name is not None and token.nesting >= 0:
            self.page.anchor(str(name), self.line)
        self._note(insecure_faults(token), self.line)

    def _note(self, messages: Iterator[str], line: int) -> None:
        for message in messages:
            self.page.fault(line, message)

    def _inline(self, inline: Token) -> None:
        line = self.line
        for child in inline.children or []:
            match child.type:
                case "softbreak" | "hardbreak":
                    line += 1
                case "text":
                    self.page.words += len(child.content.split())
                    self._note(html_faults(child.content), line)
                case "code_inline":
                    self.page.words += len(child.content.split())
                case "link_open":
                    self._link(child, line)
                case "span_open":
                    self._note(mark_faults(child, self.marks), line)
                    self._claim(child, line)
                case "image" if not _lone_image(inline):
                    self.page.fault(line, "a figure must stand alone in its paragraph; put blank lines around it")
                case "math_inline" | "math_inline_double":
                    self._note(formula_faults(child), line)
        inline.children = list(_living(inline.children or []))

    def _claim(self, span: Token, line: int) -> None:
        claim = span.attrGet(CLAIM)
        if claim is not None:
            anchor = self._claim_anchor(str(claim))
            if anchor:
                span.attrSet("id", anchor)
                self.page.anchor(anchor, line)
            self.page.references.append(ClaimUse(line, str(claim), anchor))
            self._note(unlisted(str(claim), self.page.materials.proofs), line)

    def _claim_anchor(self, claim: str) -> str:
        """Return the anchor of the first place that marks a claim, to which the ledger leads back."""
        marked = any(isinstance(use, ClaimUse) and use.claim == claim for use in self.page.references)
        return "" if marked else f"claim-{claim}"

    def _link(self, token: Token, line: int) -> None:
        target = str(token.attrGet("href") or "")
        if target.startswith("https://"):
            return
        materials = self.page.materials
        if target.startswith("quiz:"):
            quiz = target.removeprefix("quiz:")
            self.page.references.append(QuizLink(line, quiz))
            token.attrSet("href", materials.links.quiz(materials.course, quiz))
            return
        if target.startswith("page:"):
            self._page_link(token, target.removeprefix("page:"), line)
            return
        found = _LESSON.fullmatch(target)
        if not target or not found:
            what = "starts with http:, write https:" if target.startswith("http:") else "is none that is known here"
            hint = (
                "" if target.startswith("http:") else "; write lesson#anchor, #anchor, quiz:slug, page:name or https:"
            )
            self.page.fault(line, f"the link “{target}” {what}{hint}")
            return
        lesson, anchor = found["lesson"] or self.page.lesson, found["anchor"] or ""
        self.page.references.append(LessonLink(line, lesson, anchor))
        here = lesson == self.page.lesson and anchor
        token.attrSet("href", f"#{anchor}" if here else materials.links.lesson(materials.course, lesson, anchor))

    def _page_link(self, token: Token, name: str, line: int) -> None:
        materials = self.page.materials
        if name not in materials.pages:
            known = ", ".join(materials.pages) or "none"
            self.page.fault(line, f"the link leads to the page “{name}”, which this course has not; it has: {known}")
        token.attrSet("href", materials.links.page(materials.course, name))

    def _fence(self, token: Token) -> Token:
        language, *rest = token.info.split()[:2] or [""]
        if rest:
            self.page.fault(
                self.line, f"code for “{rest[0]}” must stand inside “::: tabs”; put it there, or drop the word"
            )
        self.page.code_words += len(token.content.split())
        return _html(output_html(token.content) if language == OUTPUT else fence_html(token.content, language))

    def _figure(self, image: Token) -> str:
        alt = image.content.strip()
        if not alt:
            self.page.fault(self.line, "the figure has no alternative text; write ![what it shows](figures/…)")
        figure = self._drawing(str(image.attrGet("src") or ""))
        if figure is None:
            return ""
        caption = str(image.attrGet("title") or "")
        below = f"<figcaption>{self._caption_html(caption)}</figcaption>" if caption else ""
        return f'<figure class="figure">{figure.labelled(alt)}{below}</figure>\n'

    def _caption_html(self, caption: str) -> str:
        env = environment(self.page)
        tokens = dialect().parseInline(caption, env)
        self._inline(tokens[0])
        return str(dialect().renderer.render(tokens, dialect().options, env))

    def _drawing(self, source: str) -> Figure | None:
        folder, _, name = source.rpartition("/")
        path = self.page.materials.figures / name
        if folder != "figures" or not name.endswith(".svg"):
            self.page.fault(self.line, f"the figure “{source}” must be an SVG file of the course: figures/name.svg")
            return None
        if not path.is_file():
            self.page.fault(self.line, f"the figure “{source}” is not there; draw it, or correct its name")
            return None
        drawing = read_figure(path)
        used = any(isinstance(use, FigureUse) and use.name == name for use in self.page.references)
        self.page.references.append(FigureUse(self.line, name))
        if not isinstance(drawing, Figure):
            file = f"{self.page.materials.figures_name}/{name}"
            self.page.faults.extend(Fault(file, line, message) for line, message in drawing)
            return None
        if used and drawing.has_ids:
            self.page.fault(self.line, f"“{source}” has ids and stands here twice; a page can hold them once")
        return drawing


def _living(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield tokens without the links that lead nowhere here; their text stays. Links do not stand inside others."""
    is_dead = False
    for token in tokens:
        if token.type == "link_open":
            is_dead = not token.attrGet("href")
        if token.type not in ("link_open", "link_close") or not is_dead:
            yield token


def _lone_image(inline: Token) -> bool:
    children = inline.children or []
    return inline.type == "inline" and len(children) == 1 and children[0].type == "image"


def _html(html: str) -> Token:
    return Token("html_block", "", 0, content=html)
