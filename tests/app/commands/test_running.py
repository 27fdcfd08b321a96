"""`run`: a real server on a real port, from the first start to the last request."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from urllib.request import urlopen

import pytest

from app.commands.app_context import local_address
from app.loading import sound_courses
from courseware.library import read_library
from tests.app.commands.conftest import Command, refused
from tests.conftest import CONTENT
from tests.ports import free_port

PATIENCE_S = 180


@dataclass
class Server:
    """A server that was started, and the lines it printed until it was ready."""

    process: subprocess.Popen[str]
    address: str
    lines: list[str]

    def link(self) -> str | None:
        """Return the first instructor's link, if it printed one."""
        found = re.search(r"http\S+/account/first/\S+", "\n".join(self.lines))
        return found[0] if found else None


@contextmanager
def serving(instance: Path, *options: str, **environment: str) -> Iterator[Server]:
    """Run `coursewright run` and wait until it says how to stop it and answers; stop it in the end."""
    port = free_port()
    process = subprocess.Popen(  # noqa: S603 (our own command)
        [sys.executable, "-m", "app", "--instance", instance, "run", "--port", str(port), *options],
        cwd=CONTENT.parents[1],
        env=os.environ | {"COURSEWRIGHT_CONTENT": str(CONTENT)} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    with process:
        try:
            server = Server(process, f"http://127.0.0.1:{port}", _lines_until_ready(process))
            _wait_for(server)
            yield server
        finally:
            with suppress(ProcessLookupError):  # the server and its workers, if a test has not stopped them
                os.killpg(process.pid, signal.SIGKILL)


def _lines_until_ready(process: subprocess.Popen[str]) -> list[str]:
    assert process.stdout is not None
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line.rstrip())
        if line.startswith("Stop with"):
            return lines
    assert process.stderr is not None
    raise AssertionError(f"the server did not start: {lines} {process.stderr.read()}")


def _wait_for(server: Server) -> None:
    """Wait until a worker takes connections: the socket is opened, then the answer waits in it."""
    answer: Queue[int] = Queue()

    def ask() -> None:
        while server.process.poll() is None:
            try:
                with urlopen(f"{server.address}/health", timeout=PATIENCE_S) as response:  # noqa: S310 (our own)
                    answer.put(response.status)
                    return
            except OSError as error:
                if not isinstance(error, ConnectionError) and not isinstance(
                    getattr(error, "reason", None), ConnectionError
                ):
                    raise
                time.sleep(0.05)  # a poll: it listens, or it does not yet

    threading.Thread(target=ask, daemon=True).start()
    assert answer.get(timeout=PATIENCE_S) == 200


def get(address: str) -> str:
    with urlopen(address, timeout=PATIENCE_S) as response:  # noqa: S310 (our own server)
        return str(response.read().decode())


def test_the_first_start_makes_everything_and_the_second_finds_it(tmp_path: Path) -> None:
    instance = tmp_path / "new" / "instance"
    with serving(instance) as first:
        assert {path.name for path in instance.iterdir()} >= {"secret", "coursewright.sqlite"}
        assert (instance / "secret").stat().st_mode & 0o777 == 0o600
        secret = (instance / "secret").read_text()
        assert f"Open {first.address}/" in first.lines
        link = first.link()
        assert link is not None
        assert "Become the first instructor" in get(link)
        assert '"status":"ok"' in get(f"{first.address}/health").replace(" ", "")
    with serving(instance) as second:
        assert (instance / "secret").read_text() == secret
        assert "Become the first instructor" in get(link.replace(first.address, second.address))


def test_one_address_is_all_it_takes_to_run_on_postgresql(instance: Path, postgresql: str) -> None:
    with serving(instance, "--workers", "2", COURSEWRIGHT_DATABASE_URL=postgresql) as server:
        assert '"database":"ok"' in get(f"{server.address}/health").replace(" ", "")
        assert "<h1" in get(f"{server.address}/")
        assert not (instance / "coursewright.sqlite").exists()


def test_without_need_for_an_instructor_there_is_no_link(command: Command, instance: Path) -> None:
    added = command("user", "add", "ada@example.org", "--name", "Ada", "--role", "admin", input="correct horse\n" * 2)
    assert added.exit_code == 0, added.output
    with serving(instance, "--workers", "1") as server:
        assert server.link() is None


@pytest.mark.parametrize(
    ("send", "how"),
    [
        (os.kill, signal.SIGINT),
        (os.kill, signal.SIGTERM),
        (os.killpg, signal.SIGINT),  # Ctrl+C in a terminal reaches the workers, too
        (os.killpg, signal.SIGHUP),  # so does closing it
    ],
)
def test_a_server_that_is_told_to_stop_ends_well(
    instance: Path, send: Callable[[int, int], None], how: signal.Signals
) -> None:
    with serving(instance, "--workers", "2") as server:
        send(server.process.pid, how)
        assert server.process.wait(timeout=PATIENCE_S) == 0
        assert server.process.stderr is not None
        assert server.process.stderr.read() == ""


def test_workers_do_not_outlive_a_server_that_is_killed(instance: Path) -> None:
    with serving(instance, "--workers", "2") as server:
        server.process.kill()
        assert server.process.stdout is not None
        # Read to its end only when the last worker, which has it open too, is gone.
        assert server.process.stdout.read() == ""


def test_what_happens_is_logged_as_json_on_standard_error(instance: Path) -> None:
    with serving(instance, "--workers", "1", COURSEWRIGHT_LOG_LEVEL="INFO") as server:
        get(f"{server.address}/account/sign-in")
        server.process.terminate()
        server.process.wait(timeout=PATIENCE_S)
        assert server.process.stderr is not None
        lines = server.process.stderr.read().splitlines()
    assert all(line.startswith("{") for line in lines), lines


def test_a_port_that_is_taken_is_told_in_one_line(command: Command) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = refused(command("run", "--port", str(port)))
    assert said == f"port {port} is in use; stop what uses it, or choose another with --port"


def test_a_host_that_is_not_here_is_told_in_one_line(command: Command) -> None:
    said = refused(command("run", "--host", "192.0.2.1", "--port", str(free_port())))
    assert said.startswith("192.0.2.1:")


def test_without_a_course_nothing_is_served(command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    empty = sound_courses(read_library([tmp_path]))
    monkeypatch.setattr("app.commands.context.load_courses", lambda _instance: empty)
    result = command("run", "--port", str(free_port()))
    assert result.exit_code == 1
    assert "is it a content folder?" in result.stderr
    assert result.stderr.splitlines()[-1].startswith("coursewright: no course can be served")


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("PORT", "many", "COURSEWRIGHT_PORT is “many”; write a whole number"),
        ("PORT", "70000", "COURSEWRIGHT_PORT is 70000; write a number from 1 to 65535"),
        ("WORKERS", "0", "COURSEWRIGHT_WORKERS is 0; write a number from 1 to 64"),
        ("PROXIES", "-1", "COURSEWRIGHT_PROXIES is -1; write a number from 0 to 10"),
        ("HTTPS", "maybe", "COURSEWRIGHT_HTTPS is “maybe”; write 1 or 0"),
        ("DATABASE_URL", "oracle+nothing://x", "COURSEWRIGHT_DATABASE_URL can't be used: "),
        ("DATABASE_URL", "mysql://u:secret@x/y", "COURSEWRIGHT_DATABASE_URL can't be used: it begins with “mysql”; "),
        ("DATABASE_URL", "sqlite://", "COURSEWRIGHT_DATABASE_URL can't be used: "),
        ("PUBLIC_URL", "learn.example.org", "COURSEWRIGHT_PUBLIC_URL is “learn.example.org”; write an address such as"),
        ("HOST", "no host", "no host:"),
        ("DATABASE_URL", "not a url", "COURSEWRIGHT_DATABASE_URL can't be used: "),
        ("DATABASE_URL", "postgresql+psycopg://127.0.0.1:1/x", "the database does not answer: "),
        ("PROVIDER_CONTACT", "javascript:x", "COURSEWRIGHT_PROVIDER_CONTACT is “javascript:x”"),
        ("LOG_LEVEL", "loud", "COURSEWRIGHT_LOG_LEVEL is “loud”"),
    ],
)
def test_a_setting_that_can_not_be_used_is_told_in_one_line(
    command: Command, monkeypatch: pytest.MonkeyPatch, setting: str, value: str, said: str
) -> None:
    monkeypatch.setenv(f"COURSEWRIGHT_{setting}", value)
    assert refused(command("run", "--port", str(free_port()))).startswith(said)


def test_settings_in_a_folder_are_told_in_one_line(command: Command, instance: Path) -> None:
    (instance / "settings.toml").mkdir(parents=True)
    assert "settings.toml can't be read: Is a directory" in refused(command("user", "list"))


def test_a_secret_that_is_no_text_is_told_in_one_line(command: Command, instance: Path) -> None:
    instance.mkdir(exist_ok=True)
    (instance / "secret").write_bytes(b"\xff\xfe\x80")
    assert "secret is not text; delete it and start again" in refused(command("user", "list"))


def test_an_instance_that_can_not_be_made_is_told_in_one_line(command: Command, instance: Path) -> None:
    instance.write_text("a file")
    result = command("user", "list")
    assert result.exit_code in (1, 2)
    assert "instance" in result.stderr


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:80"),
        ("0.0.0.0", "http://127.0.0.1:80"),  # noqa: S104 (nothing listens there)
        ("::", "http://127.0.0.1:80"),
        ("::1", "http://[::1]:80"),
        ("school.example", "http://school.example:80"),
    ],
)
def test_the_address_can_be_opened_in_a_browser(host: str, address: str) -> None:
    assert local_address(host, 80) == address
