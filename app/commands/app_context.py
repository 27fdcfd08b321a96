"""What commands share that need the app: its database, and the addresses of its pages."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property, update_wrapper
from typing import Concatenate, ParamSpec, TypeVar

from flask import Flask
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.orm import Session

from app import create_app
from app.commands.context import Context, Refusal, in_context
from app.db import db
from app.migrating import migrate

EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 (to recognise them, not to listen there)
P = ParamSpec("P")
R = TypeVar("R")


class AppContext(Context):
    """Where a command works that needs the app."""

    @cached_property
    def app(self) -> Flask:
        """Return the app, with its database brought to the newest schema."""
        made = create_app(self.instance, self.library)
        migrate(made)
        return made

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Yield a database session; what was done in it is kept where the command ends well."""
        with self.app.app_context():
            yield db.session
            db.session.commit()

    def address_of(self, path: Callable[[], str]) -> str:
        """Return the full address of a page, on the public address or else on this machine."""
        settings = self.instance.settings
        with self.app.test_request_context():
            return (settings.public_url.rstrip("/") or local_address(settings.host, settings.port)) + path()


def in_app(command: Callable[Concatenate[AppContext, P], R]) -> Callable[P, R]:
    """Pass a command the app, and tell a database that can't be used in one line."""

    @in_context
    def run(context: Context, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with _database_refusals():
            return command(AppContext(context.folder), *args, **kwargs)

    return update_wrapper(run, command)


@contextmanager
def _database_refusals() -> Iterator[None]:
    try:
        yield
    except (ArgumentError, NoSuchModuleError) as error:
        raise Refusal(f"COURSEWRIGHT_DATABASE_URL can't be used: {_first_line(error)}") from error
    except DBAPIError as error:
        reason = _first_line(error.orig or error)
        raise Refusal(f"the database does not answer: {reason}; check COURSEWRIGHT_DATABASE_URL") from error


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


def local_address(host: str, port: int) -> str:
    """Return the address of a server on this machine, as a browser takes it."""
    shown = "127.0.0.1" if host in EVERYWHERE else f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}"
