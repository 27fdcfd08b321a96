"""A course in OLX read as Open edX reads it: from course.xml by url_name to each file. It knows nothing of ours."""

import json
import re
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

INSIDE = {
    "course": {"chapter"},
    "chapter": {"sequential"},
    "sequential": {"vertical"},
    "vertical": {"html", "problem", "itembank"},
    "itembank": {"html", "problem"},
}
NAME = re.compile(r"[\w.~:-]+")  # opaque-keys' ALLOWED_ID_CHARS


@dataclass(frozen=True, slots=True)
class Archive:
    """The outline with every leaf in its place, the texts of HTML blocks by url_name, and all files."""

    course: Element
    texts: Mapping[str, str]
    files: Mapping[str, bytes]
    grading: Mapping[str, Any]

    @property
    def names(self) -> dict[str, Element]:
        """Return the blocks by url_name."""
        return {str(block.get("url_name")): block for block in self.course.iter() if block.get("url_name")}

    def problems(self) -> Iterator[Element]:
        """Yield the problems, in the order of the course."""
        yield from self.course.iter("problem")


def read(archive: bytes) -> Archive:
    """Read an archive; every file of it must have been asked for, and every file asked for be there."""
    with tarfile.open(fileobj=BytesIO(archive), mode="r:gz") as opened:
        files = {member.name: found.read() for member in opened if (found := opened.extractfile(member))}
    read_files: set[str] = set()

    def take(path: str) -> bytes:
        read_files.add(f"course/{path}")
        return files[f"course/{path}"]

    run = etree.fromstring(take("course.xml")).get("url_name")
    course = etree.fromstring(take(f"course/{run}.xml"))
    texts: dict[str, str] = {}
    names: set[tuple[str, str]] = set()
    for block in list(course.iter()):
        if block is course:
            continue
        parent, name = block.getparent(), str(block.get("url_name"))
        assert parent is not None
        assert block.tag in INSIDE[str(parent.tag)], (parent.tag, block.tag)
        assert NAME.fullmatch(name), name
        assert (str(block.tag), name) not in names, name
        names.add((str(block.tag), name))
        if block.tag in ("html", "problem"):
            whole = etree.fromstring(take(f"{block.tag}/{name}.xml"))
            if whole.get("filename"):
                texts[name] = take(f"html/{whole.get('filename')}.html").decode()
            whole.set("url_name", name)
            whole.tail = None
            parent.replace(block, whole)
        else:
            assert block.get("display_name"), name
    policy = json.loads(take(f"policies/{run}/policy.json"))
    assert policy[f"course/{run}"]["display_name"] == course.get("display_name")
    grading = json.loads(take(f"policies/{run}/grading_policy.json"))
    left = set(files) - read_files
    assert all(path.startswith("course/static/") for path in left), left
    return Archive(course, texts, files, grading)
