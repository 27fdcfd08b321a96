"""The words of QTI 3.0: namespaces, identifiers and how its elements are built."""

import re

from lxml.etree import _Element as Element

from quizzes.exports import xml

QTI = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
CP = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
LOM = "http://ltsc.ieee.org/xsd/LOM"
QMD = "http://www.imsglobal.org/xsd/imsqti_metadata_v3p0"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
XML = "http://www.w3.org/XML/1998/namespace"
ASI_SCHEMA = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd"
CP_SCHEMA = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd"
LOM_SCHEMA = "https://purl.imsglobal.org/spec/md/v1p3/schema/xsd/imsmd_loose_v1p3p2.xsd"
QMD_SCHEMA = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_metadatav3p0_v1p0.xsd"
FEEDBACK, SCORE, MAXSCORE = "FEEDBACK", "SCORE", "MAXSCORE"
_PREFIXES: dict[str, dict[str | None, str]] = {QTI: {None: QTI}, CP: {None: CP}, LOM: {"lom": LOM}, QMD: {"qmd": QMD}}
TOOL = "Coursewright"


def node(tag: str, *children: Element | str, **attributes: str) -> Element:
    """Return a QTI element; attribute names are written with `_` for `-`."""
    return element(QTI, tag, *children, **attributes)


def element(namespace: str, tag: str, *children: Element | str, **attributes: str) -> Element:
    """Return an element of one of the namespaces of a package."""
    return xml.element(f"{{{namespace}}}{tag}", *children, prefixes=_PREFIXES[namespace], **attributes)


def identifier(name: str) -> str:
    """Return a name as an identifier: a letter or underscore, then letters, digits, `_`, `-` and `.`."""
    safe = re.sub(r"[^A-Za-z0-9_.-]", ".", name)
    return safe if re.match(r"[A-Za-z_]", safe) else f"_{safe}"
