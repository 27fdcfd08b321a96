"""The words of QTI 3.0: namespaces, identifiers and how its elements are built.

A tag without a prefix is one of the document's own: QTI's in items and tests, content packaging's in manifests.
"""

import re

from quizzes.exports.nodes import Node

QTI = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
CP = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
LOM = "http://ltsc.ieee.org/xsd/LOM"
QMD = "http://www.imsglobal.org/xsd/imsqti_metadata_v3p0"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
ASI_SCHEMA = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd"
CP_SCHEMA = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd"
LOM_SCHEMA = "https://purl.imsglobal.org/spec/md/v1p3/schema/xsd/imsmd_loose_v1p3p2.xsd"
QMD_SCHEMA = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_metadatav3p0_v1p0.xsd"
FEEDBACK, SCORE, MAXSCORE = "FEEDBACK", "SCORE", "MAXSCORE"
TOOL = "Coursewright"


def node(tag: str, *children: Node | str, **attributes: str) -> Node:
    """Return an element, without children that are no text at all; attribute names are written with `_` for `-`."""
    return Node(tag, attributes, [child for child in children if child])


def identifier(name: str) -> str:
    """Return a name as an identifier: a letter or underscore, then letters, digits, `_`, `-` and `.`."""
    safe = re.sub(r"[^A-Za-z0-9_.-]", ".", name)
    return safe if re.match(r"[A-Za-z_]", safe) else f"_{safe}"
