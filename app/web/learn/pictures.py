"""The pictures of questions, which lie beside the quizzes of a course."""

from flask import Response, abort, send_from_directory

from app.web.learn.blueprint import blueprint
from app.web.learn.finding import course_or_404
from quizzes.text import PICTURES

KEPT_S = 3600


@blueprint.get(f"/courses/<slug:course>/{PICTURES}<name>", endpoint="picture")
def show_picture(course: str, name: str) -> Response:
    """Return a picture that was there when the courses were read."""
    bank = course_or_404(course).bank
    if bank.folder is None or f"{PICTURES}{name}" not in bank.pictures:
        abort(404)
    return send_from_directory(bank.folder.resolve() / PICTURES, name, max_age=KEPT_S)
