"""Migrations and models describe the same schema, up and down, on both databases."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Inspector, create_engine, inspect, text
from sqlalchemy.exc import OperationalError

from app import create_app
from app.config import Instance, Settings
from app.db import Model, db, migrations
from app.migrating import migrate
from courseware.library import Library

PATIENCE_S = 120


@pytest.fixture
def bare(database_url: str, made_app: Flask, tmp_path: Path) -> Iterator[Flask]:
    """An app on a database of its own, without a schema."""
    if database_url.startswith("sqlite"):
        url = f"sqlite:///{tmp_path / 'bare.sqlite'}"
    else:
        with made_app.app_context(), db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("DROP DATABASE IF EXISTS bare"))
            connection.execute(text("CREATE DATABASE bare"))
        url = database_url.replace("/postgres?", "/bare?")
        assert url != database_url
    app = create_app(Instance(tmp_path, Settings(database_url=url), "secret"), Library({}))
    yield app
    with app.app_context():
        db.engine.dispose()


def tables(app: Flask) -> set[str]:
    with app.app_context():
        return set(inspect(db.engine).get_table_names()) - {"alembic_version"}


def shape(inspector: Inspector) -> dict[str, Any]:
    """Everything about the tables that a database can tell, in an order that doesn't matter."""

    def of(table: str) -> dict[str, Any]:
        return {
            "columns": [{**column, "type": str(column["type"])} for column in inspector.get_columns(table)],
            "primary key": inspector.get_pk_constraint(table),
            "foreign keys": sorted(map(repr, inspector.get_foreign_keys(table))),
            "unique": sorted(map(repr, inspector.get_unique_constraints(table))),
            "checks": sorted(map(repr, inspector.get_check_constraints(table))),
            "indexes": sorted(map(index, inspector.get_indexes(table))),
        }

    def index(found: Any) -> str:
        options = {name: str(value) for name, value in found.get("dialect_options", {}).items()}
        return repr({**found, "dialect_options": options})

    return {table: of(table) for table in inspector.get_table_names() if table != "alembic_version"}


def test_migrations_lead_to_what_the_models_say(bare: Flask) -> None:
    migrate(bare)
    with bare.app_context():
        assert migrations.compare_metadata() == []


def test_migrations_and_models_make_the_same_tables_constraints_included(bare: Flask) -> None:
    migrate(bare)
    with bare.app_context():
        migrated = shape(inspect(db.engine))
        migrations.downgrade("base")
    with bare.app_context():
        Model.metadata.create_all(db.engine)
        assert migrated == shape(inspect(db.engine))
    assert set(migrated) == set(Model.metadata.tables)


def test_every_migration_can_be_undone(bare: Flask) -> None:
    migrate(bare)
    assert tables(bare)
    with bare.app_context():
        while migrations.current():
            migrations.downgrade(-1)
    assert tables(bare) == set()
    assert migrate(bare)
    assert tables(bare) == set(Model.metadata.tables)


def test_a_database_that_is_up_to_date_is_left_alone(bare: Flask) -> None:
    assert migrate(bare)
    assert not migrate(bare)


def test_a_migration_that_fails_leaves_nothing_behind(bare: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    with bare.app_context():
        module = migrations.script_directory.get_revision("0001").module
    upgrade = module.upgrade

    def fail() -> None:
        upgrade()
        raise RuntimeError("the power went")

    monkeypatch.setattr(module, "upgrade", fail)
    with pytest.raises(RuntimeError, match="the power went"):
        migrate(bare)
    assert tables(bare) == set()
    monkeypatch.undo()
    assert migrate(bare)


def test_of_two_servers_that_start_at_once_one_migrates(bare: Flask, tmp_path: Path) -> None:
    with bare.app_context():
        url = db.engine.url.render_as_string(hide_password=False)
    other = create_app(Instance(tmp_path, Settings(database_url=url), "secret"), Library({}))
    failures: list[BaseException] = []
    ready = threading.Barrier(2)

    def start(app: Flask) -> None:
        try:
            ready.wait(timeout=PATIENCE_S)
            migrate(app)
        except Exception as error:
            failures.append(error)

    both = [threading.Thread(target=start, args=(app,)) for app in (bare, other)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join(timeout=PATIENCE_S)
    with other.app_context():
        db.engine.dispose()
    assert failures == []
    assert tables(bare) == set(Model.metadata.tables)


def test_a_file_that_can_not_be_written_is_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = sqlite3.connect(tmp_path / "old.sqlite")
    made.execute("CREATE TABLE anything (id INTEGER)")
    made.close()

    def wait(_pause_s: float) -> None:
        raise AssertionError("it waits for what does not change")

    monkeypatch.setattr("app.db.sleep", wait)
    engine = create_engine(f"sqlite:///file:{tmp_path / 'old.sqlite'}?mode=ro&uri=true")
    with pytest.raises(OperationalError, match="readonly database"):
        engine.connect()
    engine.dispose()


def test_a_new_file_that_another_server_locks_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = sqlite3.connect(tmp_path / "new.sqlite", isolation_level=None)
    other.execute("CREATE TABLE made_by_the_other (id INTEGER)")
    other.execute("BEGIN IMMEDIATE")
    waits: list[float] = []

    def wait(pause_s: float) -> None:
        waits.append(pause_s)
        other.execute("COMMIT")

    monkeypatch.setattr("app.db.sleep", wait)
    engine = create_engine(f"sqlite:///{tmp_path / 'new.sqlite'}")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    engine.dispose()
    other.close()
    assert len(waits) == 1
