"""Elements as the bytes of a document, in the dialect that is asked for."""

from quizzes.exports import nodes
from quizzes.exports.nodes import Node
from quizzes.exports.qti.dialects import Dialect
from quizzes.exports.qti.names import XSI
from quizzes.exports.qti.older import in_older_words

_BLOCKS = {"blockquote", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "ul"}
_TABLES = {"table", "tbody", "td", "th", "thead", "tr"}
_WORDS = {"a", "br", "code", "em", "img", "span", "strong"}
_NOTES = {"details", "infoControl", "summary"}
# Where XHTML stands, white space may mean something, and nothing is laid out by line.
CONTENT = frozenset(_BLOCKS | _TABLES | _WORDS | _NOTES)


def document(root: Node, namespace: str, dialect: Dialect, *locations: str) -> bytes:
    """Return a document of QTI 3 in a dialect, laid out by line wherever white space means nothing.

    `locations` say where its schemas are: namespace, address, namespace, address.
    """
    told = in_older_words(root, dialect) if dialect.is_older else root
    named = {"xmlns": namespace, "xmlns:xsi": XSI}
    located = {"xsi:schemaLocation": " ".join(locations)}
    return nodes.document(told._replace(attributes={**named, **told.attributes, **located}), CONTENT)
