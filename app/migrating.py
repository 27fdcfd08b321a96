"""The database's schema, brought up to date."""

import logging

from flask import Flask
from sqlalchemy import Connection, event

from app.db import db, migrations

# Any number does, as long as nothing else in the database takes it.
LOCK = 0x636F7572


def init_app(app: Flask) -> None:
    """Let Alembic find the migrations, which lie in this package also when it is installed."""
    # SQLite can change a schema in a transaction; only Python's driver needs to be told to begin one.
    app.config["ALEMBIC_CONTEXT"] = {"transactional_ddl": True}
    # A logger without a handler is given one by Flask-Alembic, which writes its steps between a command's lines.
    for name in ("alembic", "sqlalchemy"):
        if not logging.getLogger(name).handlers:
            logging.getLogger(name).addHandler(logging.NullHandler())
    logging.getLogger("alembic").setLevel(logging.WARNING)
    migrations.init_app(app)


def migrate(app: Flask) -> bool:
    """Bring the database to the newest schema, all or nothing; say whether anything changed.

    Of two servers that start at once the second waits, and then finds nothing to do.
    """
    with app.app_context():
        if not migrations.needs_upgrade():
            return False
    with app.app_context():  # another connection, whose transaction has not begun
        event.listen(db.engine, "begin", _lock)
        try:
            migrations.upgrade()
        finally:
            event.remove(db.engine, "begin", _lock)
    return True


def _lock(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
