"""Which version of QTI a file is of, told by its namespaces: the first item or manifest says it."""

import posixpath
import re

from quizzes.imports.files import Files
from quizzes.imports.limits import UnreadableError
from quizzes.imports.qti.package import MANIFEST
from quizzes.imports.qti.tree import is_item

_VERSION = re.compile(rb"imsqti(?:asi)?_(v2p0|v2p1|v2p2|v3p0)|imsqti_(?:item|test)_xml(v2p0|v2p1|v2p2|v3p0)")
OLDEST = {"v2p0": "v2p1"}
MOST_TRIED = 50  # items of which the version is looked for


def is_of(files: Files, version: str) -> bool:
    """Say whether a file holds items of a version."""
    return _version(files) == version


def _version(files: Files) -> str:
    xml = [name for name in files.names if name.lower().endswith(".xml") or len(files.names) == 1]
    manifests = [name for name in xml if posixpath.basename(name) == MANIFEST]
    for name in [*manifests, *xml[:MOST_TRIED]]:
        try:
            content = files.read(name).replace(b"\0", b"")
        except UnreadableError:
            continue
        if name in manifests or is_item(content):
            found = _VERSION.search(content if name in manifests else content[:20_000])
            if found:
                version = (found[1] or found[2]).decode()
                return OLDEST.get(version, version)
    return ""
