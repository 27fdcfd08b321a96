"""The pictures of a file: found by their references, taken where they are what they say, and given lasting names."""

import base64
import binascii
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from posixpath import basename, splitext
from urllib.parse import unquote

from quizzes.imports.limits import MEGABYTE, Limits
from quizzes.text import PICTURES

_MAGIC = ((b"\x89PNG\r\n\x1a\n", ".png"), (b"\xff\xd8\xff", ".jpg"), (b"GIF8", ".gif"))
_DATA = re.compile(r"data:image/[a-z.+-]+;base64,(.*)", re.DOTALL | re.IGNORECASE)
_NAME_LENGTH = 40

Lookup = Callable[[str], bytes | None]


def nothing(_reference: str) -> None:
    """Find no file: for formats that bring none."""


@dataclass(slots=True)
class Pictures:
    """What was taken so far, by name."""

    limits: Limits
    taken: dict[str, bytes] = field(default_factory=dict)

    def take(self, reference: str, lookup: Lookup) -> tuple[str, str]:
        """Return the name under which a picture is kept, and an empty text; or the other way round, why it is not."""
        self.limits.check_time()
        embedded = _DATA.fullmatch(reference.strip())
        content = _decoded(embedded[1]) if embedded else lookup(reference)
        shown = "inside the text" if embedded else f"“{reference[:80]}”"
        if content is None:
            if reference.startswith(("http:", "https:", "//")):
                return "", f"the picture {shown} stands on another server; its description stands in its place"
            return "", f"the picture {shown} is not in the file; its description stands in its place"
        suffix = picture_suffix(content)
        if not suffix:
            return "", f"the picture {shown} is no PNG, JPEG, GIF or WebP; its description stands in its place"
        if len(content) > self.limits.picture:
            most = self.limits.picture // MEGABYTE
            return "", f"the picture {shown} is larger than {most} MB; its description stands in its place"
        stem = "picture" if embedded else splitext(basename(unquote(reference).partition("?")[0]))[0]
        slug = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")[:_NAME_LENGTH].strip("-") or "picture"
        name = f"{PICTURES}{slug}-{hashlib.sha256(content).hexdigest()[:8]}{suffix}"
        self.taken[name] = content
        return name, ""


def picture_suffix(content: bytes) -> str:
    """Return the ending for a picture by what it is, whatever it is called; empty where it is none that we show."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return ".webp"
    return next((suffix for magic, suffix in _MAGIC if content.startswith(magic)), "")


def _decoded(text: str) -> bytes | None:
    try:
        return base64.b64decode(re.sub(r"\s", "", text), validate=True)
    except (binascii.Error, ValueError):
        return None
