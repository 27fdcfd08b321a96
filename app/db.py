"""The database: its session, the base of all models, and the columns they share. It knows no model."""

from datetime import UTC, datetime
from fractions import Fraction
from functools import lru_cache
from inspect import iscoroutinefunction
from sqlite3 import SQLITE_BUSY, SQLITE_LOCKED, Cursor, OperationalError
from sqlite3 import Connection as SqliteConnection
from time import monotonic, sleep
from typing import Annotated, Any

from flask.sansio.app import App
from flask_alembic import Alembic
from flask_sqlalchemy_lite import SQLAlchemy
from sqlalchemy import DateTime, Dialect, Engine, MetaData, String, event
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator

BUSY_S = 10  # how long a connection waits for another's lock
PAUSE_S = 0.01
PRIMARY = 0xFF  # the bits of SQLite's error code that say what kind it is

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Instant(TypeDecorator[datetime]):
    """An aware UTC datetime; a naive one is refused. SQLite forgets the zone, so it is put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the instant in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError(f"{value!r} has no time zone; give an aware datetime")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the instant, aware."""
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


class Share(TypeDecorator[Fraction]):
    """An exact fraction, kept as text such as `5/6`: scores are summed and compared without rounding."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: Fraction | None, dialect: Dialect) -> str | None:
        """Return the fraction as text."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Fraction | None:
        """Return the fraction."""
        return None if value is None else _fraction(value)


@lru_cache(maxsize=4096)
def _fraction(written: str) -> Fraction:
    """Return the fraction that a text holds: a board reads the same few over and over."""
    return Fraction(written)


class Model(DeclarativeBase):
    """Base of all models."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {datetime: Instant, Fraction: Share}  # noqa: RUF012 (SQLAlchemy reads it as it is)


Id = Annotated[int, mapped_column(primary_key=True)]
Slug = Annotated[str, mapped_column(String(100))]
Hash = Annotated[str, mapped_column(String(64))]
Name = Annotated[str, mapped_column(String(200))]


class Database(SQLAlchemy):
    """The app's database. It has no async sessions, so nothing is done to close them."""

    def init_app(self, app: App) -> None:
        """Register on an app, without the teardown that runs an event loop a request: 0.8 of its 0.9 ms."""
        super().init_app(app)
        app.teardown_appcontext_funcs = [
            teardown for teardown in app.teardown_appcontext_funcs if not iscoroutinefunction(teardown)
        ]


# Errors must not repeat the parameters of a statement: they hold answers, e-mails and hashes.
db = Database(engine_options={"hide_parameters": True})
migrations = Alembic(metadatas=Model.metadata, run_mkdir=False, command_name="")


@event.listens_for(Engine, "connect")
def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Make SQLite durable and strict: an acknowledged answer survives a power cut, keys are enforced."""
    if isinstance(connection, SqliteConnection):
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={BUSY_S * 1000}")
        _use_wal(cursor)
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()


def _use_wal(cursor: Cursor) -> None:
    """Switch to the write-ahead log. A new file is locked meanwhile, and for that lock SQLite's timeout does not hold.

    Only servers that start at once on a new file meet here: the log stays on, and asking for it again locks nothing.
    """
    give_up_at = monotonic() + BUSY_S
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except OperationalError as error:
            # Only a lock goes away by itself: a folder that can't be written stays as it is.
            is_locked = error.sqlite_errorcode & PRIMARY in (SQLITE_BUSY, SQLITE_LOCKED)
            if not is_locked or monotonic() > give_up_at:
                raise
            sleep(PAUSE_S)
        else:
            return
