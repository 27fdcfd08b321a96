"""Which files of a package hold questions of QTI 1.2, and in whose dialect."""

import posixpath
import re
from collections.abc import Iterator

from quizzes.imports.files import Files
from quizzes.imports.limits import UnreadableError

MANIFEST = "imsmanifest.xml"
META = "assessment_meta.xml"
ENDINGS = (".xml", ".qti")
START = 20_000  # bytes of a file in which it says what it is
MOST_TRIED = 200  # files in which a dialect is looked for
_ROOT = re.compile(rb"<(?:\w{1,20}:)?questestinterop[\s/>]")
_CARTRIDGE = re.compile(rb"IMS (?:Thin )?Common Cartridge|imscc_xmlv1p\d+/(?:assessment|question-bank)")


def is_canvas(files: Files) -> bool:
    """Say whether a file holds questions of QTI 1.2 that are not those of a plain Common Cartridge."""
    if any(posixpath.basename(name) == META for name in files.names):
        return True
    found = [content for name, content in _starts(files) if _ROOT.search(content)]
    return bool(found) and (not is_cartridge(files) or any(b"question_type" in content for content in found))


def is_cartridge(files: Files) -> bool:
    """Say whether a file is a Common Cartridge, or a file of questions out of one."""
    for name, content in _starts(files):
        if posixpath.basename(name) == MANIFEST and _CARTRIDGE.search(content):
            return True
        if _ROOT.search(content) and b"cc_profile" in content and b"question_type" not in content:
            return True
    return False


def question_files(files: Files) -> Iterator[tuple[str, bytes]]:
    """Yield the files of questions with their content, those of Canvas's own dialect first."""
    names = [name for name in files.names if _may_be(files, name)]
    for name in sorted(names, key=lambda name: not name.lower().endswith(".qti")):
        try:
            content = files.read(name)
        except UnreadableError:
            continue
        if _ROOT.search(content[:START].replace(b"\0", b"")):
            yield name, content


def _starts(files: Files) -> Iterator[tuple[str, bytes]]:
    names = [name for name in files.names if _may_be(files, name)]
    names.sort(key=lambda name: posixpath.basename(name) != MANIFEST)
    for name in names[:MOST_TRIED]:
        try:
            yield name, files.read(name).replace(b"\0", b"")[:START]
        except UnreadableError:
            continue


def _may_be(files: Files, name: str) -> bool:
    return len(files.names) == 1 or name.lower().endswith(ENDINGS)
