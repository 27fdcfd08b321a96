"""SCORM packages around a page that plays: one SCO, in the words of each version.

A whole course is one SCO too, with its own navigation. Of several SCOs, systems show an outline that they draw
each in their own way, SCORM 1.2 says nothing of how their scores become one, and each would keep apart what a
learner did. Source: SCORM 1.2 Content Aggregation Model 2.3; SCORM 2004 4th edition CAM 3.4.
"""

from collections.abc import Iterable
from functools import partial
from typing import Any, Literal

from lxml import etree
from lxml.etree import _Element as Element

from quizzes.exports import xml
from quizzes.exports.archive import archive
from quizzes.exports.pictures import Pictures
from quizzes.player.page import START, play_files

Version = Literal["1.2", "2004"]
MANIFEST = "imsmanifest.xml"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
CP = {"1.2": "http://www.imsproject.org/xsd/imscp_rootv1p1p2", "2004": "http://www.imsglobal.org/xsd/imscp_v1p1"}
ADLCP = {"1.2": "http://www.adlnet.org/xsd/adlcp_rootv1p2", "2004": "http://www.adlnet.org/xsd/adlcp_v1p3"}
IMSSS = "http://www.imsglobal.org/xsd/imsss"
SCHEMA_VERSION = {"1.2": "1.2", "2004": "2004 4th Edition"}
SCHEMAS = {
    "1.2": f"{CP['1.2']} imscp_rootv1p1p2.xsd {ADLCP['1.2']} adlcp_rootv1p2.xsd",
    "2004": f"{CP['2004']} imscp_v1p1.xsd {ADLCP['2004']} adlcp_v1p3.xsd {IMSSS} imsss_v1p0.xsd",
}


def scorm_package(version: Version, name: str, title: str, page: str, pictures: Pictures) -> bytes:
    """Return the archive of a page with its pictures; `name` tells the package from others and stays the same."""
    files = {file: text.encode() for file, text in play_files(page).items()} | dict(pictures)
    return archive({MANIFEST: manifest_document(version, name, title, files)} | files)


def manifest_document(version: Version, name: str, title: str, files: Iterable[str]) -> bytes:
    """Return the manifest of a package with one SCO."""
    cp = partial(_element, CP[version])
    item = cp("item", cp("title", title), identifier="item", identifierref="sco", isvisible="true")
    if version == "2004":
        item.append(_sequencing())
    resource = cp("resource", *(cp("file", href=file) for file in files), identifier="sco", type="webcontent")
    resource.set("href", START)
    resource.set(f"{{{ADLCP[version]}}}{'scormtype' if version == '1.2' else 'scormType'}", "sco")
    root = cp(
        "manifest",
        cp("metadata", cp("schema", "ADL SCORM"), cp("schemaversion", SCHEMA_VERSION[version])),
        cp("organizations", cp("organization", cp("title", title), item, identifier="course"), default="course"),
        cp("resources", resource),
        prefixes={None: CP[version], "adlcp": ADLCP[version], "imsss": IMSSS, "xsi": XSI},
        identifier=f"coursewright.{name}",
        version="1",
    )
    root.set(f"{{{XSI}}}schemaLocation", SCHEMAS[version])
    etree.cleanup_namespaces(root, keep_ns_prefixes=["adlcp", "xsi"])
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _sequencing() -> Element:
    """Return the rule that what the page says counts: else a system takes any visit for completed and passed."""
    controls = _element(IMSSS, "deliveryControls", completionSetByContent="true", objectiveSetByContent="true")
    return _element(IMSSS, "sequencing", controls)


def _element(namespace: str, tag: str, *children: Element | str, prefixes: Any = None, **attributes: str) -> Element:
    return xml.element(f"{{{namespace}}}{tag}", *children, prefixes=prefixes, **attributes)
