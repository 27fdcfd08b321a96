"""A lesson's body as blocks: HTML, and between it the checks that are answered in place."""

from collections.abc import Iterable

from courseware.comparison import NO_LEDGER, Ledger, cell_id, table_html
from courseware.course import Block, CheckBlock, Html
from courseware.directives import Directive, Node, Prose, read_nodes
from courseware.page import Page
from courseware.proofs.showing import demo_html
from courseware.prose import prose_html
from courseware.sidebyside.showing import diff_html
from courseware.statements import unclaimed
from courseware.tabs import tabs_html
from quizzes.text import to_inline_html

SINCE = "What has changed since the article"
DIRECTIVES = ("tabs", "demo", "diff", "since", "example", "note", "compare", "check")


def render_body(text: str, first_line: int, page: Page) -> tuple[Block, ...]:
    """Return the blocks of a body that starts at a line of its file, and note on the page what they hold."""
    nodes, faults = read_nodes(text, first_line)
    for line, message in faults:
        page.fault(line, message)
    page.unclaimed.extend(unclaimed(nodes, page.materials.facets))
    blocks: list[Block] = []
    for node in nodes:
        if isinstance(node, Directive) and node.name == "check":
            blocks.append(_check(node, page))
            continue
        html = _node_html(node, page)
        last = blocks[-1] if blocks else None
        if isinstance(last, Html):
            blocks[-1] = Html(last.html + html)
        else:
            blocks.append(Html(html))
    return tuple(blocks)


def _node_html(node: Node, page: Page) -> str:
    if isinstance(node, Prose):
        return prose_html(node, page)
    match node.name:
        case "tabs":
            return tabs_html(node, page)
        case "demo":
            return demo_html(node, page)
        case "diff":
            return diff_html(node, page)
        case "since" | "note":
            return _aside_html(node, page)
        case "example":
            return _example_html(node, page)
        case "compare":
            return _compare_html(node, page)
        case "check":
            page.fault(node.line, "a check must stand by itself; move it out of the block around it")
            return ""
        case _:
            known = ", ".join(DIRECTIVES)
            page.fault(node.line, f"“::: {node.name}” is not known here; known: {known}")
            return _inner_html(node.children, page)


def _inner_html(nodes: Iterable[Node], page: Page) -> str:
    return "".join(_node_html(node, page) for node in nodes)


def _aside_html(node: Directive, page: Page) -> str:
    title = node.argument or (SINCE if node.name == "since" else "")
    head = f"<strong>{to_inline_html(title, page.materials.marks)}</strong>\n" if title else ""
    page.words += len(title.split())
    # A note, not a complementary landmark: a lesson has many.
    return f'<aside class="{node.name}" role="note">{head}{_inner_html(node.children, page)}</aside>\n'


def _example_html(node: Directive, page: Page) -> str:
    if not node.argument:
        page.fault(node.line, "the example has no title; write “::: example What it works out”")
    title = to_inline_html(node.argument, page.materials.marks)
    page.words += len(node.argument.split())
    head = f"<h{page.below}>{title}</h{page.below}>"
    return f'<section class="example">{head}\n{_inner_html(node.children, page)}</section>\n'


def _compare_html(node: Directive, page: Page) -> str:
    comparison, facets = page.materials.comparison, page.materials.facets
    if node.children:
        page.fault(node.line, "“::: compare” takes nothing inside; close it on the next line")
    if comparison is None:
        page.fault(node.line, "this course has no comparison that can be used; write comparison.yaml")
        return ""
    for row in comparison.rows:
        for facet in facets:
            page.anchor(cell_id(row.id, facet.id), node.line)
            cell = row.cells.get(facet.id)
            page.words += len(f"{cell.now} {cell.article} {cell.note}".split()) if cell else 0
    address = page.materials.ledger
    ledger = Ledger(address, page.materials.proofs.claims) if address else NO_LEDGER
    return table_html(comparison, facets, ledger)


def _check(node: Directive, page: Page) -> CheckBlock:
    if node.children:
        page.fault(node.line, "“::: check” takes nothing inside; close it on the next line")
    slug, *items = node.argument.split() or [""]
    if not slug:
        page.fault(node.line, "the check names no quiz; write “::: check quiz”")
    quiz = page.materials.bank.quizzes.get(slug)
    if quiz is not None and not items:
        items = [item.id for item in quiz.items]
    return CheckBlock(slug, tuple(items), node.line)
