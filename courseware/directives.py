"""A lesson's text as a tree: stretches of Markdown, and `::: name argument` … `:::` around others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_FENCE = re.compile(r"^\s*(`{3,}|~{3,})(.*)$")
_MARK = re.compile(r"^:::+[ \t]*(?P<name>[^\s:]*)[ \t]*(?P<argument>.*?)[ \t]*:*$")


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown that starts at `line` of the file."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Directive:
    """What stands between `::: name argument` and its `:::`."""

    name: str
    argument: str
    children: tuple["Node", ...]
    line: int


Node = Prose | Directive


@dataclass(slots=True)
class _Open:
    name: str
    argument: str
    line: int
    children: list[Node] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    lines_from: int = 0

    def end_prose(self) -> None:
        if any(line.strip() for line in self.lines):
            self.children.append(Prose("\n".join(self.lines) + "\n", self.lines_from))
        self.lines.clear()

    def add(self, line: str, number: int) -> None:
        if not self.lines:
            self.lines_from = number
        self.lines.append(line)


def read_nodes(text: str, first_line: int) -> tuple[tuple[Node, ...], list[tuple[int, str]]]:
    """Return the tree of a text that starts at a line of its file, and what is wrong as (line, message)."""
    stack = [_Open("", "", first_line)]
    faults: list[tuple[int, str]] = []
    for number, line, in_code in _lines(text, first_line):
        found = None if in_code else _MARK.match(line)
        if found is None:
            stack[-1].add(line, number)
        elif found["name"]:
            stack[-1].end_prose()
            stack.append(_Open(found["name"], found["argument"], number))
        elif len(stack) > 1:
            _close(stack)
        else:
            faults.append((number, "“:::” closes nothing; remove it, or write “::: name” above"))
    while len(stack) > 1:
        faults.append((stack[-1].line, f"“::: {stack[-1].name}” is never closed; end it with “:::”"))
        _close(stack)
    stack[0].end_prose()
    return tuple(stack[0].children), faults


def _close(stack: list[_Open]) -> None:
    closed = stack.pop()
    closed.end_prose()
    stack[-1].children.append(Directive(closed.name, closed.argument, tuple(closed.children), closed.line))


def _lines(text: str, first_line: int) -> Iterator[tuple[int, str, bool]]:
    """Yield each line with its number, and whether it belongs to a fenced block of code."""
    fence = ""
    for number, line in enumerate(text.removesuffix("\n").split("\n"), first_line):
        found = _FENCE.match(line)
        if fence:
            yield number, line, True
            if found and found[1].startswith(fence) and not found[2].strip():
                fence = ""
        else:
            fence = found[1] if found and "`" not in found[2] else ""
            yield number, line, bool(fence)
