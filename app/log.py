"""What happened, one JSON object a line on standard error: ids and events, never an answer, a token or an e-mail."""

import json
import logging
import secrets
import sys
import traceback
from datetime import UTC, datetime
from types import TracebackType

from flask import g, has_request_context
from sqlalchemy.exc import SQLAlchemyError

from app.config import SettingError

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")

logger = logging.getLogger("coursewright")

Loggable = str | int | bool | float | None


class JsonLines(logging.Formatter):
    """One record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, without a line break inside it."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
        }
        if record.name != logger.name:
            line["logger"] = record.name
        line |= getattr(record, "fields", {})
        if record.exc_info and record.exc_info[1]:
            line |= _failure(record.exc_info[1], record.exc_info[2])
        return json.dumps(line, ensure_ascii=False, default=str)


def _failure(error: BaseException, trace: TracebackType | None) -> dict[str, object]:
    """Return what failed and where. A database names the values it refused, so its words are left out."""
    failure: dict[str, object] = {"error": type(error).__name__, "where": _frames(trace)}
    if isinstance(error, SQLAlchemyError):
        failure["cause"] = type(error.__cause__ or error).__name__
    else:
        failure["message"] = str(error)
    return failure


def _frames(trace: TracebackType | None) -> list[str]:
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]


def configure_logging(level: str) -> None:
    """Send every library's records, too, to standard error as JSON lines. Raises SettingError for an unknown level."""
    if level.upper() not in LEVELS:
        raise SettingError(f"COURSEWRIGHT_LOG_LEVEL is “{level}”; write one of {', '.join(LEVELS)}")
    lines = logging.StreamHandler(sys.stderr)
    lines.setFormatter(JsonLines())
    logging.basicConfig(level=level.upper(), handlers=[lines], force=True)
    # Alembic and its Flask extension bring handlers of their own, which would say everything twice.
    for name in ("alembic", "sqlalchemy"):
        logging.getLogger(name).handlers.clear()
    logging.getLogger("alembic").setLevel(logging.WARNING)


def log_event(event: str, **fields: Loggable) -> None:
    """Log one change of state, such as `attempt.submitted`, with the ids it concerns and who asked for it."""
    _log(logging.INFO, event, fields)


def log_detail(event: str, **fields: Loggable) -> None:
    """Log a change that is too frequent for everyday logs, such as `answer.saved`."""
    if logger.isEnabledFor(logging.DEBUG):
        _log(logging.DEBUG, event, fields)


def _log(level: int, event: str, fields: dict[str, Loggable]) -> None:
    context: dict[str, Loggable] = {}
    if has_request_context():
        context["request"] = request_id()
        context["person"] = _person_id()
    logger.log(level, event, extra={"fields": context | fields})


def request_id() -> str:
    """Return this request's name in the log; the page of an error shows it."""
    if "request_id" not in g:
        g.request_id = secrets.token_hex(8)
    return str(g.request_id)


def _person_id() -> int | None:
    """Return who is signed in, if that is known already: a log line never causes a query."""
    return getattr(g.get("_login_user"), "id", None)
