"""A stranger's XML as a tree: no entities, no DTD, no network, bounded in depth; names without their namespaces."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from quizzes.imports.limits import Limits, UnreadableError
from quizzes.imports.texts import xml_text

_DOCTYPE = re.compile(r"<!DOCTYPE[^<>\[]*>", re.IGNORECASE)


def parse(content: bytes, name: str, limits: Limits) -> Element:
    """Return the root of a document. Raises UnreadableError with the line where it can't be read."""
    limits.check_time()
    text = xml_text(content, name)
    # An old file names its DTD, which is not needed and never loaded; its line ends stay, to keep lines true.
    text = _DOCTYPE.sub(lambda found: "\n" * found[0].count("\n"), text, count=1)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise UnreadableError(f"{name} declares entities of its own, which are not read; export it without them")
    if text.count("<") > limits.marks:
        raise UnreadableError(f"{name} has more than {limits.marks:,} tags; split it")
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        line = getattr(error, "lineno", None)
        where = f"{name}:{line}" if line else name
        raise UnreadableError(f"{where} is not well-formed XML: {_first_line(error)}") from error
    _check_depth(root, name, limits)
    return root


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: Element, *names: str) -> Iterator[Element]:
    """Yield the children with one of these names, or all."""
    return (child for child in element if isinstance(child.tag, str) and (not names or local(child) in names))


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first child at a path of names."""
    for name in path:
        if element is None:
            return None
        element = next(children(element, name), None)
    return element


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """Yield what lies below an element with one of these names, in the order of the document."""
    found = (one for one in element.iter() if one is not element and isinstance(one.tag, str))
    return (one for one in found if not names or local(one) in names)


def words(element: Element | None) -> str:
    """Return the text of an element and all below it, stripped."""
    return "" if element is None else "".join(_texts(element)).strip()


def line_of(element: Element) -> int:
    """Return the line on which an element begins."""
    line = element.sourceline
    return line if isinstance(line, int) else 0


def _texts(element: Element) -> Iterator[str]:
    return (str(text) for text in element.itertext())


def _check_depth(root: Element, name: str, limits: Limits) -> None:
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limits.depth:
            raise UnreadableError(f"{name}:{line_of(element)} is nested deeper than {limits.depth} levels")


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else "it can't be read"
