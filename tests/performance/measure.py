"""Measure lesson pages and saved answers against a Flask hello-world in the same run, and print the ratios.

    python -m tests.performance.measure --seconds 5 --connections 8 --workers 2

COURSEWRIGHT_DATABASE_URL chooses the database; without it, SQLite in a temporary folder. The client shares the
machine with the server, so the ratios say more than the rates.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

from lxml import html

from tests.app.learn.test_durability import wait_for
from tests.conftest import CONTENT
from tests.performance.load import HOST, Load, Requests, measure
from tests.ports import free_port

LESSON = "/courses/deep-learning-frameworks/lessons/key-differences"
QUIZ = "/courses/knots/quizzes/tying"
ITEM = "breaking-load"


class Learner:
    """A guest with an open attempt."""

    def __init__(self, port: int) -> None:
        self.address, self.jar = f"http://{HOST}:{port}", CookieJar()
        self.opener = build_opener(HTTPCookieProcessor(self.jar))
        page = self.open(QUIZ)
        self.token = html.fromstring(page).xpath("string(//input[@name='csrf_token']/@value)")
        self.attempt = self.opener.open(
            Request(self.address + QUIZ, urlencode({"csrf_token": self.token}).encode())  # noqa: S310 (our own server)
        ).url.removeprefix(self.address)

    def open(self, path: str) -> bytes:
        """Return what an address shows."""
        return bytes(self.opener.open(self.address + path).read())

    def tag(self, path: str) -> str:
        """Return the tag of a page."""
        self.open(path)  # the first look notes that the lesson is open
        return str(self.opener.open(self.address + path).headers["ETag"])

    def head(self, method: str, path: str, *more: str) -> bytes:
        """Return the head of a request of this learner's browser, still open for a length."""
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.jar)
        return "\r\n".join([f"{method} {path} HTTP/1.1", f"Host: {HOST}", f"Cookie: {cookies}", *more]).encode()


def get(learner: Learner, path: str, *more: str) -> Requests:
    """Return requests for a page, all the same."""
    request = learner.head("GET", path, *more) + b"\r\n\r\n"
    return lambda _connection, _turn: request


def save(learners: list[Learner]) -> Requests:
    """Return requests that each save another answer, each connection in an attempt of its own."""
    heads = [
        learner.head(
            "POST",
            f"{learner.attempt}/answers/{ITEM}",
            f"X-CSRFToken: {learner.token}",
            "Accept: application/json",
            "Content-Type: application/x-www-form-urlencoded",
        )
        for learner in learners
    ]
    first = int(time.time() * 1000)

    def request(connection: int, turn: int) -> bytes:
        body = f"answer={turn}&seq={first + turn}".encode()
        return b"%s\r\nContent-Length: %d\r\n\r\n%s" % (heads[connection], len(body), body)

    return request


@contextmanager
def running(*command: str, instance: Path) -> Iterator[None]:
    """Run a server in a group of its own until the end."""
    environment = {"COURSEWRIGHT_DATABASE_URL": "", **os.environ, "COURSEWRIGHT_CONTENT": str(CONTENT)}
    with (instance / "log").open("ab") as log:
        process = subprocess.Popen(  # noqa: S603 (our own servers)
            [sys.executable, *command], env=environment, stdout=log, stderr=log, start_new_session=True
        )
    try:
        wait_for(int(command[command.index("--port") + 1] if "--port" in command else command[2]), process)
        yield
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def rates(connections: int, seconds: float, workers: int) -> dict[str, Load]:
    """Return the rate of each path, by name."""
    limits = {"connections": connections, "seconds": seconds}
    found: dict[str, Load] = {}
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        with running("-m", "tests.performance.hello", str(port), str(workers), instance=Path(folder)):
            request = f"GET / HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode()
            found["hello world"] = measure(port, lambda _c, _t: request, 200, **limits)
        port = free_port()
        command = ("-m", "app", "--instance", folder, "run", "--port", str(port), "--workers", str(workers))
        with running(*command, instance=Path(folder)):
            learners = [Learner(port) for _ in range(connections)]
            tag = learners[0].tag(LESSON)
            found["lesson, in full"] = measure(port, get(learners[0], LESSON), 200, **limits)
            found["lesson, 304"] = measure(port, get(learners[0], LESSON, f"If-None-Match: {tag}"), 304, **limits)
            found["saved answer"] = measure(port, save(learners), 200, **limits)
    return found


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description="Rates of the hot paths, and their ratio to a Flask hello-world.")
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--workers", type=int, default=2)
    found = rates(**vars(parser.parse_args()))
    base = found["hello world"].per_second
    print(f"{'':<16} {'a second':>9} {'p99 ms':>7} {'ratio':>6}")
    for name, load in found.items():
        print(f"{name:<16} {load.per_second:>9.0f} {load.p99_ms:>7.1f} {load.per_second / base:>6.2f}")


if __name__ == "__main__":
    main()
