"""Static files: those of the site, and those that it shares with packages of a course, each under one address."""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, Response, abort, request, send_from_directory

from quizzes.look import FOLDER as LOOK

YEAR_S = 365 * 24 * 3600


def init_app(app: Flask) -> None:
    """Serve the files under `/static`, and give every one an address that changes with it."""
    statics = Statics(Path(app.root_path) / "static", LOOK)

    def send(filename: str) -> Response:
        path = statics.file(filename)
        if path is None:
            abort(404)
        return send_from_directory(path.parent, path.name, max_age=statics.keep_s(filename))

    app.add_url_rule("/static/<filename>", endpoint="static", view_func=send)
    app.url_defaults(statics.add_version)


class Statics:
    """Static files by their version, a short name for what is in them now; no folder has folders inside."""

    def __init__(self, *folders: Path) -> None:
        self.folders = folders

    def file(self, filename: str) -> Path | None:
        """Return a file by its name. What is no style sheet, script or drawing is not there."""
        if Path(filename).name != filename or Path(filename).suffix not in (".css", ".js", ".svg"):
            return None
        return next((folder / filename for folder in self.folders if (folder / filename).is_file()), None)

    def add_version(self, endpoint: str, values: dict[str, Any]) -> None:
        """Add the version to the address of a static file."""
        if endpoint == "static" and "filename" in values:
            values.setdefault("v", self.version(values["filename"]))

    def keep_s(self, filename: str | None) -> int | None:
        """Return for how long a browser may keep a file: a year under its version, else it asks each time."""
        asked = request.args.get("v")
        return YEAR_S if asked and filename and asked == self.version(filename) else None

    def version(self, filename: str) -> str:
        """Return a file's version, or an empty text where there is no such file."""
        path = self.file(filename)
        return _digest(path, path.stat().st_mtime_ns) if path else ""


@lru_cache(maxsize=1024)
def _digest(path: Path, _changed_ns: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]
