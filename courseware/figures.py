"""SVG files made fit to stand in a page: only drawing is let through, everything else is a fault."""

import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

from lxml import etree

SVG = "http://www.w3.org/2000/svg"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
MAX_BYTES = 200_000
_ELEMENTS = """
svg g defs symbol use marker clipPath mask title desc text tspan textPath path rect circle ellipse line polyline polygon
"""
# Geometry, text and references within the drawing. No style, no events, nothing that loads.
_ATTRIBUTES = """
id class href viewBox preserveAspectRatio transform x y x1 y1 x2 y2 cx cy r rx ry dx dy d points width height pathLength
font-size font-weight font-style font-family text-anchor dominant-baseline letter-spacing textLength lengthAdjust
startOffset rotate fill fill-opacity fill-rule clip-rule stroke stroke-width stroke-linecap stroke-linejoin
stroke-dasharray stroke-dashoffset stroke-miterlimit stroke-opacity opacity vector-effect paint-order
marker-start marker-mid marker-end markerWidth markerHeight markerUnits refX refY orient
clip-path mask clipPathUnits maskUnits maskContentUnits role aria-hidden aria-label
"""
ELEMENTS = frozenset(_ELEMENTS.split())
ATTRIBUTES = frozenset(_ATTRIBUTES.split())
_LOCAL = re.compile(r"#[A-Za-z][\w-]*")
_URL = re.compile(r"url\(\s*['\"]?(?P<target>[^)'\"]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing fit for a page; `svg` starts with `<svg`, without a name, which `labelled` adds."""

    name: str
    svg: str
    has_ids: bool

    def labelled(self, alt: str) -> str:
        """Return the drawing as an image that is called by its alternative text."""
        return f'<svg role="img" aria-label="{escape(alt)}"{self.svg.removeprefix("<svg")}'


def read_figure(path: Path) -> Figure | list[tuple[int, str]]:
    """Read an SVG file, or return what keeps it out of a page, as (line, message)."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return [(0, f"can't be read: {error.strerror}")]
    if len(raw) > MAX_BYTES:
        return [(0, f"is larger than {MAX_BYTES} bytes; draw it with fewer points")]
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        return [(error.lineno or 0, f"is not XML: {error.msg}")]
    if root.getroottree().docinfo.internalDTD is not None:
        return [(1, "has a DOCTYPE; remove it")]
    faults = _faults(root, path.stem)
    return sorted(set(faults)) if faults else _figure(root, path.name)


def _faults(root: etree._Element, name: str) -> list[tuple[int, str]]:
    faults = _root_faults(root)
    for element in root.iter():
        line = element.sourceline if isinstance(element.sourceline, int) else 0
        if not isinstance(element.tag, str):
            faults.append((line, "has a processing instruction or an entity; remove it"))
            continue
        local = _local(element.tag)
        if local not in ELEMENTS:
            faults.append((line, f"has the element <{local}>, which may not stand in a page; draw with plain shapes"))
        for key, value in element.attrib.items():
            faults.extend((line, message) for message in _attribute_faults(str(key), str(value), name))
    return faults


def _root_faults(root: etree._Element) -> list[tuple[int, str]]:
    faults = []
    if root.tag not in (f"{{{SVG}}}svg", "svg"):
        faults.append((1, "is not an SVG drawing: its outermost element must be <svg>"))
    if "viewBox" not in root.attrib:
        faults.append((1, "has no viewBox; add one, so that the drawing scales"))
    if "width" in root.attrib or "height" in root.attrib:
        faults.append((1, "has a fixed width or height; remove them and keep the viewBox"))
    return faults


def _attribute_faults(key: str, value: str, name: str) -> list[str]:
    """Return what is wrong with one attribute; `name` is the figure's, with which its ids must start."""
    if key == XLINK_HREF:
        key = "href"
    if key not in ATTRIBUTES:
        return [f"has the attribute {_local(key)}, which may not stand in a page; colours come by class"]
    if key == "id" and not (value == name or value.startswith(f"{name}-")):
        return [f"has the id “{value}”; start it with “{name}-”, so that two figures can't collide"]
    targets = [value] if key == "href" else [found["target"] for found in _URL.finditer(value)]
    return [
        f"refers to “{target}” outside the drawing; remove it" for target in targets if not _LOCAL.fullmatch(target)
    ]


def _figure(root: etree._Element, name: str) -> Figure:
    for child in list(root):
        if _local(str(child.tag)) in ("title", "desc"):
            root.remove(child)  # The alternative text of the lesson takes their place.
    for key in ("role", "aria-label", "aria-hidden"):
        root.attrib.pop(key, "")
    for element in root.iter():
        element.tag = _local(str(element.tag))
        if XLINK_HREF in element.attrib:
            element.attrib["href"] = element.attrib.pop(XLINK_HREF)
    etree.cleanup_namespaces(root)
    svg = etree.tostring(root, encoding="unicode", with_tail=False)
    return Figure(name, svg, any("id" in element.attrib for element in root.iter()))


def _local(tag: str) -> str:
    return etree.QName(tag).localname if tag.startswith("{") else tag
