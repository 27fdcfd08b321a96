"""What stands inside a paragraph, as Markdown: emphasis, code, links, formulas, pictures, and escaped words."""

import re
from collections.abc import Callable, Iterator, Sequence

from lxml.etree import _Element as Element

from quizzes.imports import mathml
from quizzes.imports.escapes import code_span, escaped
from quizzes.imports.limits import RefusedError
from quizzes.imports.reading import Reading
from quizzes.imports.texts import visible
from quizzes.imports.xml import children, local
from quizzes.text import PICTURES, formula_fault

Fill = Callable[[Element], str | None]

BREAK = "\\\n"
SPACE = re.compile(r"[ \t\r\n\f]+")
SILENT = {"script", "style", "template", "head", "title", "meta", "link", "noscript"}
DROPPED = {
    "audio": "a sound", "video": "a video", "iframe": "a page from elsewhere", "object": "an embedded object",
    "embed": "an embedded object", "canvas": "a drawing", "svg": "a drawing", "input": "a field", "select": "a field",
    "textarea": "a field", "button": "a button", "applet": "an embedded object",
}  # fmt: skip
_STRONG, _EMPHASIS = {"b", "strong"}, {"i", "em", "cite", "dfn", "var"}
CODE = {"code", "kbd", "samp", "tt"}
# A formula ends before the next one begins: else each beginning without an end is looked through to the text's end.
_TEX = re.compile(
    r"(?<!\\)\\\(((?:(?!(?<!\\)\\\().)+?)\\\)|(?<!\\)\\\[((?:(?!(?<!\\)\\\[).)+?)\\\]|\$\$(.+?)\$\$", re.DOTALL
)
_MOST_ALT = 300


class Inline:
    """What reads the inside of paragraphs; `fill` gives what stands for elements that it knows."""

    def __init__(self, texts: Reading, fill: Fill | None) -> None:
        self.texts = texts
        self.fill = fill

    def run(self, run: Sequence[Element | str], *, in_table: bool = False) -> str:
        """Return texts and elements in their order as Markdown."""
        made = ""
        for one in run:
            piece = self._text(one, in_table) if isinstance(one, str) else self._element(one, in_table)
            if made.endswith((" ", "\n")) or not made:
                piece = piece.lstrip(" ")
            made += piece
        return made

    def _text(self, text: str, in_table: bool) -> str:
        text = visible(text)
        made, end = "", 0
        for found in _TEX.finditer(text):
            formula = self._formula(next(group for group in found.groups() if group is not None), bool(found[2]))
            if formula:
                made += escaped(SPACE.sub(" ", text[end : found.start()]), in_table=in_table) + formula
                end = found.end()
        return made + escaped(SPACE.sub(" ", text[end:]), in_table=in_table)

    def _formula(self, tex: str, display: bool) -> str:
        tex = SPACE.sub(" ", tex).strip()
        if not tex or "$" in tex or formula_fault(tex):
            self.texts.note(f"the formula “{tex[:60]}” can’t be read; its source stands in its place")
            return ""
        return f"$${tex}$$" if display else f"${tex}$"

    def _element(self, element: Element, in_table: bool) -> str:  # noqa: PLR0911, PLR0912 (one line a kind of element)
        if self.fill is not None and (filled := self.fill(element)) is not None:
            return filled
        name = local(element)
        if name in SILENT:
            if name == "script":
                self.texts.lose("a script")
            return ""
        if name == "svg" and not in_table:
            self.texts.lose("a drawing")
            return escaped(SPACE.sub(" ", " ".join(all_text(element))).strip())
        if name == "object" and (element.get("type") or "").startswith("image/"):
            element.set("src", element.get("data") or "")
            element.set("alt", element.get("alt") or SPACE.sub(" ", "".join(all_text(element))).strip())
            return self._picture(element)
        if name in DROPPED:
            self.texts.lose(DROPPED[name])
            return ""
        inner = self.run([element.text or "", *mixed(element)], in_table=in_table) if name not in CODE else ""
        match name:
            case "br":
                return " " if in_table else BREAK
            case "img":
                return self._picture(element)
            case "math":
                return self._math(element)
            case "a":
                return self._link(element, inner)
            case "sup" | "sub":
                return self._raised(element, inner)
            case "q":
                return f"“{inner}”"
            case _ if name in CODE:
                text = self.code(element)
                return code_span(text.replace("|", "\\|") if in_table else text)
            case _ if name in _STRONG:
                return self._marked("**", inner)
            case _ if name in _EMPHASIS:
                return self._marked("*", inner)
            case _:
                return inner

    def _marked(self, mark: str, inner: str) -> str:
        words = inner.strip()
        if not self.texts.emphasis or not words or BREAK in words or "*" in words:
            return inner
        before, after = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
        return f"{before}{mark}{words}{mark}{after}"

    def _raised(self, element: Element, inner: str) -> str:
        words = "".join(all_text(element)).strip()
        if re.fullmatch(r"[A-Za-z0-9+\-]{1,20}", words):
            return f"${'^' if local(element) == 'sup' else '_'}{{{words}}}$"
        if words:
            self.texts.note("some characters stood raised or lowered")
        return inner

    def _link(self, element: Element, inner: str) -> str:
        href = SPACE.sub("", element.get("href") or "")
        if not href or not inner.strip() or "[" in inner.replace("\\[", "") or "\n" in inner:
            return inner
        if re.fullmatch(r"https://[\w.~:/?#@!$&'*+,;=%-]+", href):
            return f"[{inner.strip()}]({href.replace('*', '%2A')})"
        self.texts.lose(f"the link to “{href[:80]}”; its words stay")
        return inner

    def _picture(self, element: Element) -> str:
        if element.get("data-equation-content"):
            return self._formula(str(element.get("data-equation-content")), False) or escaped(element.get("alt") or "")
        reference = (element.get("src") or "").strip()
        alt = SPACE.sub(" ", visible(element.get("alt") or "")).strip()[:_MOST_ALT]
        if not reference:
            return escaped(alt)
        name, why = self.texts.pictures.take(reference, self.texts.lookup)
        if why:
            self.texts.note(why)
            return (
                f"*{escaped(alt)}*"
                if alt and self.texts.emphasis and alt[0].isalnum() and alt[-1].isalnum()
                else escaped(alt)
            )
        if not alt:
            self.texts.note(f"the picture {name} has no description; write what it shows")
            alt = name.removeprefix(PICTURES).rpartition("-")[0].replace("-", " ")
        return f"![{escaped(alt)}]({name})"

    def _math(self, element: Element) -> str:
        tex = mathml.to_tex(element)
        if tex is None or formula_fault(tex) or "$" in tex:
            raise RefusedError("it has a formula in MathML that can't be read")
        return f"$${tex}$$" if element.get("display") == "block" else f"${tex}$"

    def code(self, element: Element) -> str:
        """Return the text of code, with line ends where they are, and what fills gaps in it."""
        made = [visible(element.text or "")]
        for one in children(element):
            filled = self.fill(one) if self.fill is not None else None
            if filled is not None:
                made.append(filled)
            elif local(one) == "br":
                made.append("\n")
            elif local(one) not in SILENT:
                made.append(self.code(one))
            made.append(visible(one.tail or ""))
        return "".join(made)


def mixed(element: Element) -> Iterator[Element | str]:
    """Yield the elements inside an element and the texts after them."""
    for one in children(element):
        yield one
        yield one.tail or ""


def all_text(element: Element) -> Iterator[str]:
    """Yield every text inside an element."""
    return (str(text) for text in element.itertext())
