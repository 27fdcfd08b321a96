"""The app at a real address, for a real browser: its own instance on SQLite, threads for requests at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from werkzeug.serving import WSGIRequestHandler, make_server

from app import create_app
from app.config import Instance, Settings
from app.db import db
from app.migrating import migrate
from courseware.library import Library

SECRET = "a secret for browser tests alone"  # noqa: S105 (as it says)


class Quiet(WSGIRequestHandler):
    """Answers without a line for each request."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


@contextmanager
def live(folder: Path, library: Library) -> Iterator[str]:
    """Serve the courses of a library until the end; yield the address."""
    settings = Settings(provider_name="Test School", provider_contact="https://school.example/contact")
    app = create_app(Instance(folder, settings, SECRET), library, {"TESTING": True})
    migrate(app)
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        with app.app_context():
            db.engine.dispose()
