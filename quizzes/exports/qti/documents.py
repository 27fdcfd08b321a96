"""Elements as the bytes of a document, in the dialect that is asked for."""

from lxml import etree
from lxml.etree import _Element as Element

from quizzes.exports.qti.dialects import Dialect
from quizzes.exports.qti.names import QTI, XSI
from quizzes.exports.qti.older import in_older_words

_ANY, _OWN = f"{{{QTI}}}", f"{{{QTI}}}qti-"


def document(root: Element, dialect: Dialect) -> bytes:
    """Return a document of QTI 3 in a dialect, laid out by line wherever white space means nothing."""
    _lay_out(root, 0)
    if dialect.is_older:
        root = in_older_words(root, dialect)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["xsi"])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def locate(root: Element, *pairs: str) -> None:
    """Say where the schemas of a document are: namespace, address, namespace, address."""
    root.set(f"{{{XSI}}}schemaLocation", " ".join(pairs))


def _lay_out(element: Element, depth: int) -> None:
    """Indent children that are QTI's own elements; XHTML and its texts are left as they are."""
    children = list(element)
    if not children or element.text or any(child.tail or not _is_own(child) for child in children):
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in children:
        _lay_out(child, depth + 1)
        child.tail = "\n" + "  " * (depth + 1)
    children[-1].tail = "\n" + "  " * depth


def _is_own(element: Element) -> bool:
    """Say whether an element is structure: QTI's all begin with `qti-`, and XHTML's are the others."""
    tag = str(element.tag)
    return tag.startswith(_OWN) or not tag.startswith(_ANY)
