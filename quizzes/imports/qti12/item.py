"""An item of QTI 1.2 taken apart: what is known of it, its texts, and what it asks to be answered."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from quizzes.imports.markdown import Texts, parse_html
from quizzes.imports.names import slug
from quizzes.imports.xml import child, children, descendants, local, words

RESPONSES = ("response_lid", "response_str", "response_num", "response_grp", "response_xy", "response_extension")
APART = (*RESPONSES, "response_label", "hint", "solution")  # what has texts of its own
_HASH = re.compile(r"[0-9a-f]{24,}$")
_HASH_SHOWN = 12
_TAG = re.compile(r"<[a-zA-Z/]")
_MEDIA = {"mataudio": "a sound", "matvideo": "a video", "matapplet": "an embedded object"}

Fill = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Label:
    """Something to choose."""

    ident: str
    element: Element


@dataclass(frozen=True, slots=True)
class Response:
    """One thing that is answered; `kind` is the name of its element."""

    ident: str
    kind: str
    cardinality: str
    element: Element
    labels: tuple[Label, ...]

    @property
    def shuffles(self) -> bool | None:
        """Say whether its options are shuffled, or None where the file leaves that open."""
        said = [one.get("shuffle") for one in descendants(self.element, "render_choice", "ims_render_object")]
        return next((one.lower() == "yes" for one in said if one), None)

    def says(self, name: str) -> str:
        """Return an attribute that stands on it or on anything in it."""
        found = (one.get(name) for one in self.element.iter() if isinstance(one.tag, str))
        return next((one for one in found if one), "")


def fields_of(element: Element) -> dict[str, str]:
    """Return the labelled entries of an item, an assessment or a bank."""
    holders = list(children(element, "itemmetadata", "qtimetadata"))
    found = (field for one in holders for field in one.iter() if local_is(field, "qtimetadatafield"))
    return {words(child(one, "fieldlabel")): words(child(one, "fieldentry")) for one in found}


def local_is(element: Element, name: str) -> bool:
    """Say whether a node is an element of this name."""
    return isinstance(element.tag, str) and local(element) == name


def responses_of(item: Element) -> list[Response]:
    """Return what an item asks, in order."""
    presentation = child(item, "presentation")
    found = [] if presentation is None else list(descendants(presentation, *RESPONSES))
    return [
        Response(
            one.get("ident") or "",
            local(one),
            (one.get("rcardinality") or "Single").lower(),
            one,
            tuple(Label(label.get("ident") or "", label) for label in descendants(one, "response_label")),
        )
        for one in found
    ]


def prompt(texts: Texts, item: Element, fill: Fill | None = None) -> str:
    """Return the text of an item, as Markdown; `fill` changes its source before it is read."""
    presentation = child(item, "presentation")
    return "" if presentation is None else text_of(texts, presentation, fill)


def text_of(texts: Texts, element: Element, fill: Fill | None = None) -> str:
    """Return all material inside an element, but that of its answers, as Markdown."""
    made = (_material(texts, one, fill) for one in _materials(element))
    return "\n\n".join(text for text in made if text)


def code_of(label: Label) -> str | None:
    """Return the text of an option that is a block of code alone, or None."""
    found = list(descendants(label.element, "mattext"))
    if len(found) != 1 or "<pre" not in (found[0].text or ""):
        return None
    inside = parse_html(found[0].text or "")
    blocks = list(children(inside))
    if len(blocks) != 1 or local(blocks[0]) != "pre" or (inside.text or "").strip() or (blocks[0].tail or "").strip():
        return None
    return "".join(str(text) for text in blocks[0].itertext())


def lasting(ident: str) -> str:
    """Return an identifier as a name: without the marks of our exports, and a long hash in it cut short."""
    name = re.sub(r"^item[-_](?=.)", "", ident)
    found = _HASH.search(name.lower())
    return f"q-{found[0][:_HASH_SHOWN]}" if found else slug(name)


def _materials(element: Element) -> Iterator[Element]:
    for one in children(element):
        name = local(one)
        if name == "material":
            yield one
        elif name not in APART and not name.startswith("render_"):
            yield from _materials(one)


def _material(texts: Texts, material: Element, fill: Fill | None) -> str:
    made = []
    for one in children(material):
        match local(one):
            case "mattext" | "matemtext":
                made.append(_mattext(texts, one, fill))
            case "matimage":
                picture = etree.Element("p")
                etree.SubElement(picture, "img", src=one.get("uri") or "", alt=one.get("label") or "")
                made.append(texts.tree(picture))
            case name if name in _MEDIA:
                texts.lose(_MEDIA[name])
    return "\n\n".join(text for text in made if text)


def _mattext(texts: Texts, element: Element, fill: Fill | None) -> str:
    kind = (element.get("texttype") or "").lower()
    if len(element):
        return texts.tree(element)
    source = element.text or ""
    source = fill(source) if fill is not None else source
    is_html = kind.endswith(("html", "xhtml")) or (not kind and _TAG.search(source))
    return texts.html(source) if is_html else texts.plain(source)


def shown_names(labels: Sequence[Label]) -> tuple[str, ...]:
    """Return what to call the options; none where the file has no names for all."""
    names = tuple(lasting(label.ident) for label in labels)
    return names if all(names) else ("",) * len(names)
