"""An acknowledged answer survives the server's sudden death."""

import http.cookiejar
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

from lxml import html

from tests.conftest import CONTENT
from tests.ports import free_port

QUIZ = "/courses/knots/quizzes/tying"
START_WITHIN_S = 180


class Visitor:
    """A browser at a real server; it keeps its cookies while the server goes and comes."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.opener: OpenerDirector = build_opener(HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def get(self, path: str) -> str:
        with self.opener.open(self.address + path) as reply:
            return str(reply.read().decode())

    def post(self, path: str, token: str, **fields: str) -> tuple[str, str]:
        """Send fields; return the address that it ends at, and what comes back."""
        headers = {"X-CSRFToken": token, "Accept": "application/json"}
        request = Request(self.address + path, urlencode(fields).encode(), headers)  # noqa: S310 (our own server)
        with self.opener.open(request) as reply:
            return str(reply.url), str(reply.read().decode())


@contextmanager
def server(instance: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Run the real server, in a group of its own so that it dies as a whole."""
    environment = {**os.environ, "COURSEWRIGHT_CONTENT": str(CONTENT), "COURSEWRIGHT_DATABASE_URL": ""}
    command = [sys.executable, "-m", "app", "--instance", str(instance), "run", "--port", str(port), "--workers", "2"]
    with (instance / "log").open("ab") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)  # noqa: S603
    try:
        wait_for(port, process)
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until something answers on a port."""
    until = time.monotonic() + START_WITHIN_S
    while time.monotonic() < until:
        assert process.poll() is None, "the server ended"
        try:
            Visitor(f"http://127.0.0.1:{port}").get("/")
        except (URLError, ConnectionError):
            time.sleep(0.05)  # a poll: it listens, or it does not yet
        else:
            return
    raise AssertionError(f"nothing listens on {port} after {START_WITHIN_S} s")


def _wait_until_gone(port: int) -> None:
    """Wait until nobody of the old server is left to answer: its workers die a moment after it."""
    until = time.monotonic() + START_WITHIN_S
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return
        time.sleep(0.05)  # a poll, as above
    raise AssertionError(f"something still listens on {port}")


def test_acknowledged_answers_survive_kill_9(tmp_path: Path) -> None:
    port = free_port()
    visitor = Visitor(f"http://127.0.0.1:{port}")
    with server(tmp_path, port) as process:
        token = html.fromstring(visitor.get(QUIZ)).xpath("string(//input[@name='csrf_token']/@value)")
        attempt_url, _ = visitor.post(QUIZ, token)
        attempt = attempt_url.removeprefix(visitor.address)
        for number in range(1, 31):
            for item, text in (("breaking-load", str(number)), ("part-word", f"rope {number}")):
                _, reply = visitor.post(f"{attempt}/answers/{item}", token, answer=text, seq=str(number))
                assert json.loads(reply)["saved"]
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    _wait_until_gone(port)
    with server(tmp_path, port):
        pages = [visitor.get(f"{attempt}?q={number}") for number in range(1, 13)]
        fields = [html.fromstring(page).xpath("string(//input[@type='text']/@value)") for page in pages]
        assert {"30", "rope 30"} <= set(fields)
