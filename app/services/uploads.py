"""Files that somebody sent to have a look at: kept for a day in the instance folder, each for its sender alone.

A file is named by its content, so that sending it twice keeps it once. It is there as a whole or not at all.
"""

import hashlib
import json
import os
import re
import shutil
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

FOLDER = "imports"
KEPT = timedelta(days=1)
MOST = 10  # files of one person
DIGEST = re.compile(r"[0-9a-f]{40}")
NAME_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Upload:
    """A file with the name that its sender gave it, and the format that they chose, if any."""

    digest: str
    name: str
    format: str
    content: bytes


def keep_upload(instance: Path, person: int, name: str, format_name: str, content: bytes, now: datetime) -> str:
    """Keep a file and return the digest that names it; what is older than a day goes.

    Raises OSError where it can't be kept, and leaves nothing of it then.
    """
    root = instance / FOLDER
    sweep(root, now)
    header = json.dumps({"name": _name(name), "format": format_name}).encode()
    digest = hashlib.sha256(header + b"\0" + content).hexdigest()[:40]
    folder = root / str(person)
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / digest
    making = Path(tempfile.mkdtemp(prefix=f".{digest}.", dir=folder))  # of its own: it may be sent twice at once
    try:
        (making / "header").write_bytes(header)
        (making / "content").write_bytes(content)
        making.rename(kept)
    except OSError:
        shutil.rmtree(making, ignore_errors=True)
        if not kept.is_dir():  # It is not there already.
            raise
    os.utime(kept, (now.timestamp(), now.timestamp()))
    by_age = sorted((path for path in folder.iterdir() if DIGEST.fullmatch(path.name)), key=_age)
    for path in by_age[:-MOST]:
        shutil.rmtree(path, ignore_errors=True)
    return digest


def find_upload(instance: Path, person: int, digest: str) -> Upload | None:
    """Return a file that somebody sent within the last day, or None."""
    if not DIGEST.fullmatch(digest):
        return None
    folder = instance / FOLDER / str(person) / digest
    try:
        header = json.loads((folder / "header").read_bytes())
        return Upload(digest, header["name"], header["format"], (folder / "content").read_bytes())
    except OSError:
        return None


def sweep(root: Path, now: datetime) -> None:
    """Delete what was sent more than a day ago."""
    for path in root.glob("*/*"):
        if _age(path) < (now - KEPT).timestamp():
            shutil.rmtree(path, ignore_errors=True)


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _name(name: str) -> str:
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(character for character in last if character.isprintable())[-NAME_LENGTH:] or "file"
