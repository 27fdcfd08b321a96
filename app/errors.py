"""What went wrong, as a page that says what to do, or as JSON for a script."""

from flask import Flask, Response, current_app, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import InterfaceError, OperationalError
from werkzeug.exceptions import HTTPException, InternalServerError

from app.log import logger, request_id
from app.paths import local_path
from app.words import gettext as _

RETRY_AFTER_S = 10
SERVERS_FAULT = 500  # and above


def register_errors(app: Flask) -> None:
    """Answer every failed request with our own pages."""
    app.register_error_handler(CSRFError, _csrf_failed)
    app.register_error_handler(HTTPException, _failed)
    app.register_error_handler(OperationalError, _database_failed)
    app.register_error_handler(InterfaceError, _database_failed)
    app.register_error_handler(Exception, _broke)


def wants_json() -> bool:
    """Say whether a script asked, not somebody following a link or sending a form."""
    accepted = request.accept_mimetypes
    return request.is_json or accepted["application/json"] > accepted["text/html"]


def _failed(error: HTTPException) -> Response:
    title, advice = _words(error)
    response = _answer(error.code or 500, title, advice)
    for name, value in error.get_headers():
        if name in ("Allow", "Retry-After"):
            response.headers[name] = value
    return response


def _words(error: HTTPException) -> tuple[str, str]:
    """Return the title and the advice for an error; a description of our own replaces the advice."""
    words = {
        400: (_("This can’t be read"), _("Go back, check what you entered and send it again.")),
        401: (_("Sign in first"), _("You were signed out. Sign in and try again.")),
        403: (_("This page isn’t yours to see"), _("Sign in with another account, or ask whoever gave you the link.")),
        404: (_("There is no such page"), _("Check the address, or start from the list of courses.")),
        405: (_("This address doesn’t take that"), _("Go back to the page and use its buttons.")),
        410: (_("This link no longer works"), _("Ask whoever gave it to you for a new one.")),
        413: (_("That is too large"), _("Send a smaller file or a shorter text.")),
        415: (_("This can’t be read"), _("Go back to the page and use its buttons.")),
        429: (_("Too many tries"), _("Wait a moment and try again.")),
        500: (_("Something broke here"), _("It is not your fault. Try again; what you saved before is kept.")),
    }
    title, advice = words.get(error.code or 500, (_("This didn’t work"), _("Go back and try again.")))
    own = error.description if error.description != type(error).description else None
    return title, str(own or advice)


def _csrf_failed(error: CSRFError) -> Response:
    """Refuse a form from another session: the page was open while somebody signed in or out, or cookies are off."""
    title = _("This page is out of date")
    advice = _(
        "You signed in or out since it was opened, or your browser refuses cookies. "
        "What you just sent was not saved. Open the page again and send it once more."
    )
    return _answer(400, title, advice, back=local_path(request.referrer, request.host))


def _database_failed(error: Exception) -> Response:
    logger.error("database.failed", extra={"fields": {"request": request_id()}}, exc_info=error)
    advice = _("The database does not answer. Nothing was changed. Try again in a minute.")
    response = _answer(503, _("This is not available just now"), advice)
    response.headers["Retry-After"] = str(RETRY_AFTER_S)
    return response


def _broke(error: Exception) -> Response:
    logger.error("request.failed", extra={"fields": {"request": request_id()}}, exc_info=error)
    return _failed(InternalServerError())


def _answer(status: int, title: str, advice: str, *, back: str | None = None) -> Response:
    if wants_json():
        return make_response({"error": title, "advice": advice}, status)
    if status < SERVERS_FAULT:
        return make_response(render_template("errors/error.html", title=title, advice=advice, back=back), status)
    # Rendered without what every page is given: that asks the database, which may be what failed.
    plain = current_app.jinja_env.get_template("errors/plain.html")
    return make_response(plain.render(title=title, advice=advice, reference=request_id()), status)
