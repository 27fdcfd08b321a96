"""The manifest of a package: its files of questions in their order, and what it holds besides questions."""

import posixpath
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from quizzes.imports.files import Files, resolve
from quizzes.imports.limits import Limits, UnreadableError
from quizzes.imports.qti12.finding import MANIFEST
from quizzes.imports.report import Place, Refused
from quizzes.imports.xml import child, children, descendants, line_of, parse, words

QUESTIONS = "imsqti_xmlv1p2"
PAGES = (".html", ".htm", ".xhtml")
KINDS = (  # the beginning of a resource's type, and what one or several are called
    ("imswl_", "web link", "web links"),
    ("imsdt_", "discussion", "discussions"),
    ("imsbasiclti_", "link to a tool", "links to tools"),
    ("assignment_", "assignment", "assignments"),
    ("webcontent", "file", "files"),
    ("associatedcontent", "attached file", "attached files"),
)
PAGE, OTHER = ("page", "pages"), ("other resource", "other resources")


@dataclass(frozen=True, slots=True)
class Contents:
    """What a manifest lists. `others` counts what is no question, by what one and several are called."""

    title: str = ""
    questions: tuple[str, ...] = ()
    missing: tuple[Refused, ...] = ()
    others: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def besides(self) -> str:
        """Say what is not taken, without a stop."""
        named = [f"{count} {one if count == 1 else several}" for (one, several), count in self.others.items()]
        listed = " and ".join(filter(None, [", ".join(named[:-1]), named[-1]]))
        return f"Not taken, because no question is in them: {listed}"


def read_manifest(files: Files, limits: Limits) -> Contents:
    """Return what the outermost manifest of a package lists; nothing where there is none that can be read."""
    names = sorted((name for name in files.names if posixpath.basename(name) == MANIFEST), key=len)
    if not names:
        return Contents()
    try:
        root = parse(files.read(names[0]), names[0], limits)
    except UnreadableError as error:
        return Contents(missing=(Refused(Place(names[0], 0, ""), str(error)),))
    return _contents(root, names[0], files)


def _contents(root: Element, path: str, files: Files) -> Contents:
    resources = list(descendants(root, "resource"))
    questions: list[str] = []
    missing: list[Refused] = []
    used: set[str] = set()
    for one in (one for one in resources if (one.get("type") or "").startswith(QUESTIONS)):
        used.update(below.get("identifierref") or "" for below in children(one, "dependency"))
        hrefs = [one.get("href") or "", *(file.get("href") or "" for file in children(one, "file"))]
        paths = dict.fromkeys(resolve(path, href) for href in hrefs if href)
        found = [name for name in paths if name in files.known]
        questions += found
        if not found:
            place = Place(path, line_of(one), one.get("identifier") or "")
            missing.append(Refused(place, f"its file “{next(iter(paths), '')[:80]}” is not in the package"))
    others = Counter(_kind(one) for one in resources if _is_other(one, used))
    return Contents(_title(root), tuple(questions), tuple(missing), others)


def _is_other(resource: Element, used: set[str]) -> bool:
    is_question = (resource.get("type") or "").startswith(QUESTIONS)
    return not is_question and resource.get("identifier") not in used


def _kind(resource: Element) -> tuple[str, str]:
    type_ = resource.get("type") or ""
    href = resource.get("href") or next((one.get("href") or "" for one in children(resource, "file")), "")
    if type_ == "webcontent" and href.lower().endswith(PAGES):
        return PAGE
    return next(((one, several) for start, one, several in KINDS if type_.startswith(start)), OTHER)


def _title(root: Element) -> str:
    metadata = child(root, "metadata")
    found = [] if metadata is None else [words(one) for one in descendants(metadata, "title")]
    return next((title for title in found if title), "")
