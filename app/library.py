"""The courses in memory: loaded once, at start, and the same for every request."""

from typing import cast

from flask import Flask, current_app

from courseware.library import Library

KEY = "coursewright.library"


def keep_library(app: Flask, library: Library) -> None:
    """Give an app its courses."""
    app.extensions[KEY] = library


def library() -> Library:
    """Return the current app's courses."""
    return cast("Library", current_app.extensions[KEY])
