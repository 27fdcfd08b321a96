"""`::: demo`: demonstrations in a lesson, each with its recorded output, its versions and the day of its run."""

from collections.abc import Iterable
from datetime import date
from html import escape

from courseware.authored import Facet
from courseware.comparison import facet_html
from courseware.course import DemoUse
from courseware.directives import Directive, Prose
from courseware.page import Page
from courseware.panes import tabbed
from courseware.proofs.demonstrations import Demonstration
from courseware.proofs.records import Record
from courseware.proofs.scripts import Run
from quizzes.text import fence_html, to_inline_html

LANGUAGE = "python"


def demo_html(directive: Directive, page: Page) -> str:
    """Return the demonstrations that a directive names: in panes by facet where there are several, else alone."""
    title = title_html(directive, page)
    demos = named_demos(directive, page)
    if len(directive.argument.split()) <= 1:
        head = f'<p class="demo-title">{title}</p>\n' if title else ""
        page.code_words += sum(demo.words for demo in demos)
        return "".join(f'<div class="demo" id="{demo.anchor}">{head}{demo.html()}</div>\n' for demo in demos)
    return _tabs_html(title, demos, directive, page)


def named_demos(directive: Directive, page: Page) -> list["Shown"]:
    """Return the demonstrations that a directive names, and note on the page that they are shown there."""
    shown = [Shown.named(name, directive.line, page) for name in directive.argument.split()]
    if not shown:
        page.fault(directive.line, f"the directive names no demonstration; write “::: {directive.name} id”")
    demos = [demo for demo in shown if demo is not None]
    for demo in demos:
        page.anchor(demo.anchor, directive.line)
        page.references.append(DemoUse(directive.line, demo.demonstration.id))
    return demos


def title_html(directive: Directive, page: Page) -> str:
    """Return what stands inside a directive: the title of its demonstrations."""
    words: list[str] = []
    for child in directive.children:
        if isinstance(child, Prose):
            words.append(child.text.strip())
        else:
            page.fault(child.line, f"“::: {child.name}” can't stand inside a demonstration; move it out")
    title = "\n\n".join(words)
    page.words += len(title.split())
    return to_inline_html(title, page.materials.marks) if title else ""


def _tabs_html(title: str, demos: list["Shown"], directive: Directive, page: Page) -> str:
    if not title:
        page.fault(directive.line, "several demonstrations need a title; write what all of them do above “:::”")
    panes: dict[str, list[Shown]] = {}
    for demo in demos:
        if demo.demonstration.facet:
            panes.setdefault(demo.demonstration.facet, []).append(demo)
        else:
            message = f"“{demo.demonstration.id}” speaks of no facet, so it can't stand beside others; show it alone"
            page.fault(directive.line, message)
    page.code_words += max((sum(demo.words for demo in pane) for pane in panes.values()), default=0)
    inner = "".join(_pane_html(facet, panes[facet.id]) for facet in page.materials.facets if facet.id in panes)
    head = f'<h{page.below} class="trio-title">{title}</h{page.below}>\n'
    return tabbed(head, inner)


def _pane_html(facet: Facet, demos: list["Shown"]) -> str:
    inner = "".join(f'<div class="demo" id="{demo.anchor}">{demo.html()}</div>\n' for demo in demos)
    return (
        f'<section class="pane" role="group" data-facet="{facet.id}" aria-label="{escape(facet.label)}">'
        f'<p class="pane-name">{facet_html(facet)}</p>\n{inner}</section>\n'
    )


class Shown:
    """A demonstration with those of its runs that a lesson shows."""

    def __init__(self, demonstration: Demonstration, runs: tuple[Run, ...], name: str) -> None:
        self.demonstration = demonstration
        self.runs = runs
        self.name = name
        self.anchor = f"demo-{name.replace('.', '-')}"

    @classmethod
    def named(cls, name: str, line: int, page: Page) -> "Shown | None":
        """Return what `demonstration` or `demonstration.run` names; a name that means nothing is a fault."""
        demo, _, wanted = name.partition(".")
        found = page.materials.proofs.demonstrations.get(demo)
        if found is None:
            if page.materials.proofs.is_whole:
                page.fault(line, f"this course has no demonstration “{demo}”; list it in demos/demos.yaml")
            return None
        run = found.run(wanted)
        if wanted and run is None:
            names = ", ".join(run.id for run in found.runs if run.id) or "none with a name"
            page.fault(line, f"“{demo}” has no run “{wanted}”; its runs: {names}")
            return None
        return cls(found, (run,) if run else found.runs, name)

    @property
    def words(self) -> int:
        """Count the words of the code."""
        return len(self.demonstration.code.split())

    def html(self) -> str:
        """Return it with what its runs printed."""
        return shown_html(self.demonstration, self.runs)


def shown_html(demonstration: Demonstration, runs: Iterable[Run]) -> str:
    """Return a demonstration's code, what each of these runs printed, with what and when, and the whole script."""
    return fence_html(demonstration.code, LANGUAGE) + outputs_html(demonstration, runs) + whole_html(demonstration)


def outputs_html(demonstration: Demonstration, runs: Iterable[Run]) -> str:
    """Return what each of these runs printed, with what and when."""
    return "".join(_output_html(demonstration, run) for run in runs)


def _output_html(demonstration: Demonstration, run: Run) -> str:
    record = demonstration.records.get(run.id)
    if record is None:
        return ""  # The check tells of it.
    label = f"Output {escape(run.label)}" if run.label and len(demonstration.runs) > 1 else "Output"
    return (
        f'<div class="ran"><b>{label}</b><pre tabindex="0">{escape(record.text)}</pre>'
        f'<p class="ran-with">Ran on {day_html(record)} with {versions_text(record)}</p></div>\n'
    )


def whole_html(demonstration: Demonstration) -> str:
    """Return the whole script, folded, where a lesson shows only a part of it."""
    if demonstration.is_whole:
        return ""
    script = fence_html(demonstration.whole, LANGUAGE)
    return f'<details class="whole-script"><summary>The whole script</summary>{script}</details>\n'


def day_html(record: Record) -> str:
    """Return the day of a run as people write it."""
    day = date.fromisoformat(record.day)
    return f'<time datetime="{record.day}">{day.day} {day:%B %Y}</time>'


def versions_text(record: Record) -> str:
    """Return the packages that a run used, without what follows `+` in a version: how it was built."""
    names = [f"{name} {version.partition('+')[0]}" for name, version in record.versions.items() if name != "python"]
    return escape(" and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names))
