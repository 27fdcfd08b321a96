"""What every test can ask for: an app on each database, a clock to set, and a cast with their browsers."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from subprocess import SubprocessError
from typing import cast

import pytest
from flask import Flask
from hypothesis import HealthCheck, settings
from sqlalchemy.orm import Session

from app import create_app, throttle
from app.config import Instance, Settings
from app.db import db
from app.migrating import migrate
from app.models import Person, Role
from app.services.people import Identity, identity_of
from courseware.library import OWN_ROOT, Library, read_library
from tests.browsing import Browser
from tests.databases import empty, postgresql_url, sqlite_url

CONTENT = Path(__file__).parent / "content"
SECRET = "a secret for tests alone"  # noqa: S105 (as it says)
START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

As = Callable[[Identity | None], Browser]


def pytest_configure() -> None:
    """Let Hypothesis draw the same examples each time, however slow the machine is."""
    settings.register_profile("drawn-anew", deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
    settings.register_profile("alike", settings.get_profile("drawn-anew"), derandomize=True)
    settings.load_profile("alike")


@dataclass
class Clock:
    """The app's clock: it stands still until a test moves it."""

    at: datetime = START

    def __call__(self) -> datetime:
        return self.at

    def advance(self, **duration: float) -> None:
        """Move on by so many days, hours, minutes or seconds."""
        self.at += timedelta(**duration)


@pytest.fixture(autouse=True)
def _push_request_context() -> None:
    """Stand in for pytest-flask's own: a request held open around a whole test would keep its first visitor."""


@pytest.fixture(scope="session")
def library() -> Library:
    """The courses that come with the product, and the tiny ones of the tests."""
    return read_library([root for root in (OWN_ROOT, CONTENT) if (root / "courseware").is_dir()])


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL database: started when first asked for, stopped at the very end."""
    with ExitStack() as stack:
        try:
            url = stack.enter_context(postgresql_url())
        except (OSError, SubprocessError) as error:
            pytest.skip(f"PostgreSQL does not start here: {error}")
        yield url


@pytest.fixture(scope="session")
def sqlite() -> Iterator[str]:
    """The address of an SQLite database."""
    with sqlite_url() as url:
        yield url


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a database; `-k sqlite` or `-k postgresql` runs the tests of one."""
    return cast("str", request.getfixturevalue(request.param))


@pytest.fixture(scope="session")
def made_app(database_url: str, library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """An app with its schema, made once a database."""
    folder = tmp_path_factory.mktemp("instance")
    instance = Instance(folder, Settings(database_url=database_url, provider_name="Test School"), SECRET)
    app = create_app(instance, library, {"TESTING": True})
    app.test_client_class = Browser
    migrate(app)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def app(made_app: Flask, clock: Clock) -> Flask:
    """The app with an empty database, its counters at nought, and the clock of the test."""
    with made_app.app_context():
        empty(db.engine)
    throttle.init_app(made_app)
    made_app.config["CLOCK"] = clock
    return made_app


@pytest.fixture
def clock() -> Clock:
    """A clock that a test sets; it says START."""
    return Clock()


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    """A session of the test's own. Commit what the app is to see; nothing of a request is shared with it."""
    with app.app_context():
        make = db.sessionmaker
    with make() as session:
        yield session


@pytest.fixture
def as_(app: Flask) -> As:
    """A browser in which somebody is signed in, or nobody."""

    def browser(identity: Identity | None) -> Browser:
        client = cast("Browser", app.test_client())
        if identity is not None:
            with client.session_transaction() as kept:
                kept["_user_id"] = identity.get_id()
        return client

    return browser


@pytest.fixture
def client(as_: As) -> Browser:
    """A browser in which nobody is signed in."""
    return as_(None)


def _person(session: Session, name: str, role: Role = Role.LEARNER) -> Identity:
    person = Person(
        email=f"{name.lower()}@example.org",
        name=name,
        # Nobody signs in with this; tests of passwords set one of their own.
        password_hash="not a hash",  # noqa: S106
        role=role,
        session_key=f"key of {name}",
        created_at=START,
        seen_at=START,
    )
    session.add(person)
    session.commit()
    return identity_of(person)


@pytest.fixture
def learner(session: Session) -> Identity:
    """Lena, who learns."""
    return _person(session, "Lena")


@pytest.fixture
def other_learner(session: Session) -> Identity:
    """Omar, who learns too."""
    return _person(session, "Omar")


@pytest.fixture
def instructor(session: Session) -> Identity:
    """Ines, who teaches."""
    return _person(session, "Ines", Role.INSTRUCTOR)


@pytest.fixture
def other_instructor(session: Session) -> Identity:
    """Olaf, who teaches others."""
    return _person(session, "Olaf", Role.INSTRUCTOR)


@pytest.fixture
def admin(session: Session) -> Identity:
    """Ada, who sees all."""
    return _person(session, "Ada", Role.ADMIN)


@pytest.fixture
def guest(session: Session) -> Identity:
    """Somebody without an account who did something before."""
    person = Person(session_key="key of a guest", created_at=START, seen_at=START)
    session.add(person)
    session.commit()
    return identity_of(person)


@pytest.fixture
def guest_client(as_: As, guest: Identity) -> Browser:
    """The guest's browser."""
    return as_(guest)


@pytest.fixture
def lint_page(client: Browser) -> Callable[[str], str]:
    """Get a page, checked, and return its text."""

    def get(path: str) -> str:
        response = client.get(path)
        assert response.status_code == 200, f"{path} answered {response.status_code}"
        return response.text

    return get
