"""`::: diff`: the programs of demonstrations side by side, what they share quiet, what differs marked."""

from collections.abc import Sequence
from html import escape

from courseware.authored import Facet
from courseware.comparison import facet_html
from courseware.directives import Directive
from courseware.page import Page
from courseware.proofs.showing import LANGUAGE, Shown, named_demos, outputs_html, title_html, whole_html
from courseware.sidebyside.aligning import Row, align
from courseware.sidebyside.painting import Painted, line_html, painted_lines

MOST_ROWS = 60  # as many as the style sheet sets side by side


def diff_html(directive: Directive, page: Page) -> str:
    """Return the demonstrations that a directive names side by side, in the order of the course's facets."""
    title = title_html(directive, page)
    if not title:
        page.fault(directive.line, "programs side by side need a title; write what they do above “:::”")
    sides = _sides(named_demos(directive, page), directive, page)
    if len(sides) < 2:  # noqa: PLR2004 (one program differs from nothing)
        return ""
    programs = [demo.demonstration.code.rstrip("\n").split("\n") for _, demo in sides]
    rows = align(programs)
    if len(rows) > MOST_ROWS:
        page.fault(directive.line, f"the programs make {len(rows)} rows; at most {MOST_ROWS} can stand side by side")
    page.code_words += max(demo.words for _, demo in sides)
    inner = "".join(_side_html(facet, demo, rows, number) for number, (facet, demo) in enumerate(sides))
    return (
        f'<div class="diff">\n<h{page.below} class="trio-title">{title}</h{page.below}>\n{_key_html(rows)}'
        f'<div class="diff-sides">\n{inner}</div></div>\n'
    )


def _sides(demos: Sequence[Shown], directive: Directive, page: Page) -> list[tuple[Facet, Shown]]:
    by_facet: dict[str, Shown] = {}
    for demo in demos:
        facet = demo.demonstration.facet
        if not facet:
            page.fault(
                directive.line, f"“{demo.name}” speaks of no facet, so it can't stand beside others; use “::: demo”"
            )
        elif facet in by_facet:
            both = f"“{by_facet[facet].name}” and “{demo.name}”"
            page.fault(directive.line, f"{both} speak of the same facet; keep one of them")
        else:
            by_facet[facet] = demo
    if len(directive.argument.split()) == 1:
        page.fault(directive.line, "one program differs from nothing; name two or more, or use “::: demo”")
    return [(facet, by_facet[facet.id]) for facet in page.materials.facets if facet.id in by_facet]


def _key_html(rows: Sequence[Row]) -> str:
    """Return what the signs of these rows mean, and how many lines all programs share."""
    signs = [("≠", "differs in the words marked", any(row.is_whole and not row.is_same for row in rows))]
    signs += [("+", "is not in every program", any(not row.is_whole for row in rows))]
    told = [
        f'<span class="diff-sign" aria-hidden="true">{sign}</span> {words}' for sign, words, is_used in signs if is_used
    ]
    same = sum(row.is_same and bool((row.lines[0] or "").strip()) for row in rows)
    shared = f"{same} lines are" if same > 1 else "1 line is" if same else "no line is"
    text = "; ".join([*told, f"{shared} the same in all"])
    return f'<p class="diff-key">{text[0].upper()}{text[1:]}.</p>\n'


def _side_html(facet: Facet, demo: Shown, rows: Sequence[Row], number: int) -> str:
    painted = iter(painted_lines(demo.demonstration.code.rstrip("\n"), LANGUAGE))
    lines = "".join(_line_html(row, number, None if row.lines[number] is None else next(painted)) for row in rows)
    return (
        f'<div class="diff-side" role="group" aria-label="{escape(facet.label)}" id="{demo.anchor}">'
        f'<p class="pane-name">{facet_html(facet)}</p>\n'
        f'<pre class="diff-code"><code class="language-{LANGUAGE}">{lines}</code></pre>\n'
        f'<div class="diff-ran">{outputs_html(demo.demonstration, demo.runs)}{whole_html(demo.demonstration)}</div>'
        "</div>\n"
    )


def _line_html(row: Row, number: int, line: Painted | None) -> str:
    """Return a program's line of a row. Each ends the line itself, so that a copied program keeps its lines."""
    if line is None:
        return '<span class="line gap" aria-hidden="true"></span>'
    kind = "same" if row.is_same else "differs" if row.is_whole else "alone"
    return f'<span class="line {kind}">{line_html(line, row.differing(number))}\n</span>'
