"""A document of any version of QTI in the words of QTI 2, which has camel case for kebab case."""

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from quizzes.imports.limits import Limits
from quizzes.imports.xml import descendants, local, parse

MARK = "qti-"
ITEM = "assessmentItem"
_ITEM = re.compile(rb"<(?:\w{1,20}:)?(?:qti-assessment-item|assessmentItem)[\s>]")


def read_tree(content: bytes, name: str, limits: Limits) -> Element:
    """Return the root of a document, its own elements and their attributes renamed. Raises UnreadableError."""
    root = parse(content, name, limits)
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        called = local(element)
        if called.startswith(MARK):
            element.tag = camel(called.removeprefix(MARK))
            for key in [str(key) for key in element.attrib]:
                if "-" in key and not key.startswith(("data-", "aria-", "{")):
                    element.set(camel(key), str(element.attrib.pop(key)))
        else:
            element.tag = called
    return root


def is_item(content: bytes) -> bool:
    """Say whether a file seems to be an item."""
    return bool(_ITEM.search(content[:20_000].replace(b"\0", b"")))


def camel(name: str) -> str:
    """Return `kebab-case` as `kebabCase`."""
    return re.sub(r"-(\w)", lambda found: found[1].upper(), name)


def interactions(body: Element) -> Iterator[Element]:
    """Yield the interactions of a body, in order."""
    return (one for one in descendants(body) if local(one).endswith("Interaction") or local(one) == "customInteraction")


def response_of(one: Element) -> str:
    """Return the name of the response that an interaction fills."""
    return str(one.get("responseIdentifier"))
