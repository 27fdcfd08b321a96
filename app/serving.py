"""The app behind the server: granian, with workers that never meet at one database connection."""

import ctypes
import errno
import os
import signal
import socket
import sys
from pathlib import Path

from flask import Flask
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from app import create_app
from app.config import Instance, open_instance
from app.loading import load_courses
from app.log import JsonLines, configure_logging

# Threads that meet on SQLite's write lock wait for it in turns of milliseconds; one a process does not.
SQLITE_THREADS = 1
POSTGRESQL_THREADS = 4
STOP_WITHIN_S = 20
PR_SET_PDEATHSIG = 1  # prctl(2)


class PortTakenError(Exception):
    """Nothing can listen there, mostly because something else does; the message says what to do."""


class Loader:
    """Prepares a worker and gives it its app: the one made already where it is forked, else one of its own."""

    def __init__(self, folder: Path, app: Flask | None = None) -> None:
        self.folder = folder
        self.app = app

    def __call__(self) -> Flask:
        """Return the app. This runs in the worker, before it takes requests."""
        _leave_signals_to_the_server()
        if self.app is None:
            instance = open_instance(self.folder)
            configure_logging(instance.settings.log_level)
            self.app = create_app(instance, load_courses(instance).library)
        return self.app

    def __reduce__(self) -> tuple[type["Loader"], tuple[Path]]:
        """Travel to a spawned worker without the app, which can't."""
        return Loader, (self.folder,)


def _leave_signals_to_the_server() -> None:
    """Let only the server end a worker.

    A terminal sends Ctrl+C to both, and a worker of granian 2.8 that is told twice to stop hangs until it is killed.
    Where the server is killed, its workers end too: they would hold the port.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def end_early_workers() -> None:
    """Let a process that is forked from now on end at SIGTERM, from its first moment until it has a way of its own.

    A worker of granian 2.8 begins with the server's way to take SIGTERM, which does nothing there. And Python forgets
    a signal that reaches a new process before it runs, so it is held back in the system over the fork. A worker that
    is so young has served nobody, and can just end.
    """
    stop = {signal.SIGTERM}

    def begin() -> None:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, stop)

    os.register_at_fork(
        before=lambda: signal.pthread_sigmask(signal.SIG_BLOCK, stop),
        after_in_parent=lambda: signal.pthread_sigmask(signal.SIG_UNBLOCK, stop),
        after_in_child=begin,
    )


def serve(app: Flask, instance: Instance, host: str, port: int, workers: int) -> None:
    """Serve until the process is told to stop; requests that are under way are finished first.

    Raises PortTakenError. No connection to the database may be open: workers would share it.
    """
    check_port(host, port)
    end_early_workers()
    sqlite = instance.database_url.startswith("sqlite")
    server = Granian(
        "app",  # a name that nothing looks up: the loader below gives the app
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=SQLITE_THREADS if sqlite else POSTGRESQL_THREADS,
        websockets=False,
        log_level=LogLevels.warning,
        log_dictconfig={
            "formatters": {"json": {"()": JsonLines}},
            "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
            "loggers": {"_granian": {"handlers": ["stderr"], "propagate": False}},
        },
        respawn_failed_workers=True,
        workers_kill_timeout=STOP_WITHIN_S,
    )
    # A terminal that is closed ends the server, instead of starting new workers for nobody.
    server.on_startup(lambda: signal.signal(signal.SIGHUP, server.signal_handler_interrupt))
    server.serve(target_loader=Loader(instance.folder, app), wrap_loader=False)


def check_port(host: str, port: int) -> None:
    """Raise PortTakenError where nothing can listen at an address."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise PortTakenError(
                    f"port {port} is in use; stop what uses it, or choose another with --port"
                ) from error
            why = f"{host}:{port} can't be used: {error.strerror}; choose another with --host or --port"
            raise PortTakenError(why) from error
