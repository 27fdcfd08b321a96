"""What is neither learning nor teaching: whether the server is well, and the provider's logo."""

from pathlib import Path

from flask import Blueprint, Response, abort, current_app, jsonify, send_file
from sqlalchemy.exc import SQLAlchemyError

from app.db import db
from app.library import library
from app.services.health import database_answers
from app.site import LOGO_TYPES
from app.version import VERSION

LOGO_FOR_S = 3600

blueprint = Blueprint("platform", __name__)


@blueprint.get("/health")
def health() -> tuple[Response, int]:
    """Say whether the database answers, how many courses there are, and which version this is."""
    try:
        database_answers(db.session)
        status, database, code = "ok", "ok", 200
    except SQLAlchemyError:
        status, database, code = "failing", "does not answer", 503
    body = jsonify(status=status, database=database, courses=len(library().courses), version=VERSION)
    body.headers["Cache-Control"] = "no-store"
    return body, code


@blueprint.get("/logo")
def logo() -> Response:
    """Send the provider's logo."""
    path: Path | None = current_app.config["LOGO_FILE"]
    if path is None:
        abort(404)
    return send_file(path, mimetype=LOGO_TYPES[path.suffix.lower()], max_age=LOGO_FOR_S)
