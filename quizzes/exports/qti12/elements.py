"""The words of QTI 1.2: how its elements are built, and texts as HTML inside them."""

from collections.abc import Mapping
from html import escape

from quizzes.exports import markup, nodes
from quizzes.exports.nodes import Node, node
from quizzes.exports.pictures import Address, placed_in_html
from quizzes.interactions import Choice

QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
XSI = "http://www.w3.org/2001/XMLSchema-instance"


def document(root: Node, schema: str) -> bytes:
    """Return a document that says where its schema is."""
    said = {"xmlns": QTI, "xmlns:xsi": XSI, "xsi:schemaLocation": f"{QTI} {schema}"}
    return nodes.document(root._replace(attributes=said | dict(root.attributes)))


def metadata(fields: Mapping[str, str]) -> Node:
    """Return labelled entries."""
    entries = (
        node("qtimetadatafield", node("fieldlabel", label), node("fieldentry", entry))
        for label, entry in fields.items()
    )
    return node("qtimetadata", *entries)


def html_material(html: str) -> Node:
    """Return HTML as material."""
    return node("material", node("mattext", html, texttype="text/html"))


def with_pictures(root: Node, address: Address) -> Node:
    """Return an element in whose materials each picture has its address, or its description in its place."""
    if root.attributes.get("texttype") == "text/html":
        return root._replace(children=[placed_in_html(str(text), address) for text in root.children])
    inside = [with_pictures(child, address) if isinstance(child, Node) else child for child in root.children]
    return root._replace(children=inside)


def plain_material(text: str) -> Node:
    """Return plain text as material."""
    return node("material", node("mattext", text, texttype="text/plain"))


def block_html(source: str) -> str:
    """Return Markdown blocks as HTML."""
    return markup.block_html(source, "tex")


def words_html(source: str) -> str:
    """Return Markdown of one paragraph as HTML."""
    return markup.inline_html(source, "tex")


def option_html(choice: Choice) -> list[str]:
    """Return the options of a choice as HTML, code as code."""
    if choice.form == "list":
        return [words_html(option.text) for option in choice.options]
    texts = markup.numbered(choice.options) if choice.form == "lines" else [option.text for option in choice.options]
    return [f"<pre><code>{escape(text, quote=False)}</code></pre>" for text in texts]
