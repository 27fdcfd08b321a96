"""Inserts that give way to what is already there, on both databases."""

from typing import Any

from sqlalchemy import Dialect, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

Insert = postgresql.Insert | sqlite.Insert


def insert_for(session: Session, model: Any) -> Insert:
    """Return an INSERT of the session's database, which knows ON CONFLICT."""
    return insert_into(model.__table__, session.get_bind().dialect)


def insert_into(table: Table, dialect: Dialect) -> Insert:
    """Return an INSERT of a dialect. Raises ValueError for a database that is not supported."""
    match dialect.name:
        case "sqlite":
            return sqlite.insert(table)
        case "postgresql":
            return postgresql.insert(table)
        case _:
            raise ValueError(f"the database {dialect.name} is not supported; use SQLite or PostgreSQL")
