"""Trees of HTML or QTI as blocks of Markdown: paragraphs, lists, code, tables and quotations."""

import re
from collections.abc import Iterator, Sequence

from lxml.etree import _Element as Element

from quizzes.imports.escapes import code_block, line_start
from quizzes.imports.inline import BREAK, CODE, DROPPED, SILENT, SPACE, Fill, Inline, all_text, mixed
from quizzes.imports.limits import RefusedError
from quizzes.imports.reading import Reading
from quizzes.imports.xml import children, descendants, local
from quizzes.text import to_plain

_TEXT_BLOCKS = {"p", "div", "section", "article", "figure", "figcaption", "header", "footer", "main", "center"}
_TEXT_BLOCKS |= {
    "address",
    "dl",
    "dt",
    "dd",
    "fieldset",
    "legend",
    "details",
    "summary",
    "aside",
    "nav",
    "form",
    "body",
}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = _TEXT_BLOCKS | _HEADINGS | {"ul", "ol", "pre", "table", "blockquote", "hr"}


class Blocks:
    """One walk over one tree."""

    def __init__(self, texts: Reading, fill: Fill | None) -> None:
        self.texts = texts
        self.fill = fill
        self.inline = Inline(texts, fill)
        self.depth = 0

    def blocks(self, element: Element) -> list[str]:
        """Return the blocks inside an element."""
        self.depth += 1
        if self.depth > self.texts.limits.depth:
            raise RefusedError(f"a text of it is nested deeper than {self.texts.limits.depth} levels")
        made: list[str] = []
        run: list[Element | str] = [element.text or ""]
        for one in children(element):
            if self._is_block(one):
                made += self._paragraph(run)
                made += self._block(one)
                run = [one.tail or ""]
            else:
                run += [one, one.tail or ""]
        made += self._paragraph(run)
        self.depth -= 1
        return [block for block in made if block.strip()]

    def _is_block(self, element: Element) -> bool:
        if self.fill is not None and self.fill(element) is not None:
            return False
        name = local(element)
        if name == "math" and element.get("display") == "block":
            return True
        return name in _BLOCKS or (name not in CODE and any(local(one) in _BLOCKS for one in descendants(element)))

    def _block(self, element: Element) -> list[str]:
        match local(element):
            case "ul" | "ol":
                return [self._list(element)]
            case "pre":
                return [self._pre(element)]
            case "table":
                return self._table(element)
            case "blockquote":
                quoted = "\n\n".join(self.blocks(element))
                return [re.sub(r"^", "> ", quoted, flags=re.MULTILINE)] if quoted else []
            case "math":
                return self._paragraph([element])
            case "hr":
                return []
            case name if name in _HEADINGS:
                inner = " ".join(self.blocks(element))
                return [f"**{inner}**"] if inner and "*" not in inner and "\n" not in inner else [inner]
            case name if name in SILENT or name in DROPPED:
                self.inline.run([element])
                return []
            case _:
                return self.blocks(element)

    def _paragraph(self, run: Sequence[Element | str]) -> list[str]:
        made = self._lines(run)
        if "*" in made and to_plain(made).count("*") != _stars(run):
            # Emphasis beside punctuation, which Markdown would show as stars.
            before, self.texts.emphasis = self.texts.emphasis, False
            made = self._lines(run)
            self.texts.emphasis = before
            self.texts.lose("bold or italic type inside a word or beside punctuation")
        return [made] if made else []

    def _lines(self, run: Sequence[Element | str]) -> str:
        lines = (line.strip() for line in self.inline.run(run).split(BREAK))
        made = [line_start(line) for line in lines]
        while made and not made[0]:
            made.pop(0)
        while made and not made[-1]:
            made.pop()
        return re.sub(rf"(?:{re.escape(BREAK)}){{2,}}", "\n\n", BREAK.join(made))

    def _pre(self, element: Element) -> str:
        inner = next((one for one in descendants(element) if local(one) == "code"), element)
        language = re.search(r"\blanguage-([A-Za-z0-9+#-]{1,20})", inner.get("class") or element.get("class") or "")
        text = self.inline.code(element).strip("\n")
        return code_block(text, language[1] if language else "") if text.strip() else ""

    def _list(self, element: Element) -> str:
        is_numbered, lines = local(element) == "ol", []
        start = element.get("start") or "1"
        first = int(start) if re.fullmatch(r"[0-9]{1,6}", start) else 1
        for number, item in enumerate(children(element, "li"), first):
            mark = f"{number}. " if is_numbered else "- "
            inner = "\n\n".join(self.blocks(item))
            lines.append(mark + re.sub(r"\n(?=[^\n])", "\n" + " " * len(mark), inner) if inner else "")
        loose = "\n\n" if any("\n\n" in line for line in lines) else "\n"
        return loose.join(line for line in lines if line)

    def _table(self, element: Element) -> list[str]:
        rows = [list(children(row, "td", "th")) for row in _rows(element)]
        rows = [row for row in rows if row]
        width = max((len(row) for row in rows), default=0)
        if not width:
            return self.blocks(element) if not rows and element.text else []
        if any(
            local(one) in {"ul", "ol", "pre", "table", "blockquote"}
            for row in rows
            for cell in row
            for one in descendants(cell)
        ):
            self.texts.note("the cells of a table with lists, code or tables in them stand one below the other")
            return [block for row in rows for cell in row for block in self.blocks(cell)]
        lines = [[self._cell(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
        if not any(local(cell) == "th" for cell in rows[0]):
            lines.insert(0, [""] * width)
        aligned = [_alignment(cell) for cell in rows[0]] + [""] * (width - len(rows[0]))
        rule = [{"left": ":--", "right": "--:", "center": ":-:"}.get(side, "---") for side in aligned]
        return ["\n".join(f"| {' | '.join(line)} |" for line in [lines[0], rule, *lines[1:]])]

    def _cell(self, cell: Element) -> str:
        made = self.inline.run([cell.text or "", *mixed(cell)], in_table=True)
        return SPACE.sub(" ", made.replace(BREAK, " ")).strip()


def _rows(element: Element) -> Iterator[Element]:
    """Yield the rows of a table, but none of a table in it."""
    for one in children(element):
        if local(one) == "tr":
            yield one
        elif local(one) != "table":
            yield from _rows(one)


def _stars(run: Sequence[Element | str]) -> int:
    return sum(text.count("*") for one in run for text in ([one] if isinstance(one, str) else all_text(one)))


def _alignment(cell: Element) -> str:
    found = re.search(r"text-align:\s*(left|right|center)", cell.get("style") or "")
    found = found or re.search(r"\bqti-align-(left|right|center)\b", cell.get("class") or "")
    return found[1] if found else ""
