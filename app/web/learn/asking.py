"""How a request asks: for a page, or, from a script, for a piece of one."""

from flask import request


def wants_fragment() -> bool:
    """Say whether a script asked for the part of the page that changes."""
    return "fragment" in request.headers.get("Accept", "")
