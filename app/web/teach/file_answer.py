"""A file to take away, sent as it was made."""

import hashlib

from flask import Response, request


def file_answer(body: bytes, media_type: str, name: str) -> Response:
    """Return a file to save under a name; a browser that has these bytes already gets 304."""
    response = Response(body, mimetype=media_type)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    response.headers["Cache-Control"] = "private, no-cache"
    response.set_etag(hashlib.sha256(body).hexdigest())
    response.make_conditional(request)
    return response
