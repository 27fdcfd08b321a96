"""A command line to call: with an instance of its own, and the tests' courses beside the product's."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli import cli
from app.loading import Loaded, sound_courses
from courseware.library import read_library
from tests.conftest import CONTENT

Command = Callable[..., Result]


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    """The folder of an instance that is not there yet."""
    return tmp_path / "instance"


@pytest.fixture(scope="session")
def knots() -> Loaded:
    """The tests' own course, read once."""
    return sound_courses(read_library([CONTENT]))


@pytest.fixture
def command(whole_command: Command, knots: Loaded, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run a command of `coursewright` on the tests' own course alone, which is read already."""
    monkeypatch.setattr("app.commands.context.load_courses", lambda _instance: knots)
    return whole_command


@pytest.fixture
def whole_command(instance: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run a command of `coursewright`; what it must not do is raise."""
    monkeypatch.setenv("COURSEWRIGHT_CONTENT", str(CONTENT))

    def serve(*_: object) -> None:
        raise AssertionError("the command serves, where it should have refused to")

    monkeypatch.setattr("app.commands.running.serve", serve)

    def run(*args: str | Path, **kwargs: str) -> Result:
        result = CliRunner().invoke(cli, ["--instance", str(instance), *map(str, args)], **kwargs)  # type: ignore[arg-type]
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


def refused(result: Result) -> str:
    """Return the one line that a refused command said on standard error."""
    assert result.exit_code == 1, result.output
    [line] = result.stderr.splitlines()
    assert line.startswith("coursewright: ")
    return line.removeprefix("coursewright: ")
