"""A cartridge of a course read as an importer reads it: by its manifest alone. It knows nothing of ours."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the outline; `depth` starts at 0, `path` is the file that it opens, or empty for a heading."""

    depth: int
    title: str
    type: str
    path: str


@dataclass(frozen=True, slots=True)
class Cartridge:
    """The lines of the outline, and the files of each resource with those of all that it depends on."""

    lines: tuple[Line, ...]
    files: Mapping[str, tuple[str, ...]]
    types: Mapping[str, str]


def read(document: bytes) -> Cartridge:
    """Return what a manifest says. Raises KeyError where it names what is not there."""
    root = etree.fromstring(document)
    found = {str(one.get("identifier")): one for one in root.iterfind("{*}resources/{*}resource")}
    files = {name: tuple(_files(one, found)) for name, one in found.items()}
    types = {name: str(one.get("type")) for name, one in found.items()}
    [organization] = root.iterfind("{*}organizations/{*}organization")
    assert organization.get("structure") == "rooted-hierarchy"
    [top] = organization.iterfind("{*}item")
    return Cartridge(tuple(_lines(top, 0, files, types)), files, types)


def _files(resource: Element, found: Mapping[str, Element]) -> Iterator[str]:
    own = [str(file.get("href")) for file in resource.iterfind("{*}file")]
    opened = resource.get("href")
    assert opened is None or opened == own[0]
    yield from own
    for needed in resource.iterfind("{*}dependency"):
        yield from _files(found[str(needed.get("identifierref"))], found)


def _lines(item: Element, depth: int, files: Mapping[str, tuple[str, ...]], types: Mapping[str, str]) -> Iterator[Line]:
    for below in item.iterfind("{*}item"):
        name = below.get("identifierref")
        inside = list(below.iterfind("{*}item"))
        assert bool(name) is not bool(inside)
        yield Line(depth, str(below.findtext("{*}title")), types[name] if name else "", files[name][0] if name else "")
        yield from _lines(below, depth + 1, files, types)
