"""The smallest Flask app: what everything else is held against."""

import sys

from flask import Flask
from granian import Granian
from granian.constants import Interfaces

app = Flask(__name__)


@app.get("/")
def hello() -> str:
    """Say hello."""
    return "Hello"


if __name__ == "__main__":
    Granian(
        "tests.performance.hello:app",
        address="127.0.0.1",
        port=int(sys.argv[1]),
        interface=Interfaces.WSGI,
        workers=int(sys.argv[2]),
        blocking_threads=1,
        log_enabled=False,
    ).serve()
