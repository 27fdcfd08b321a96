"""One program in a process of its own, with a clean environment, bounded in time, memory and output."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import IO, Literal

FOLDER = "{folder}"  # in a value of the environment: the folder that the run has to itself
POLL_S = 0.05
MOST_OUTPUT = 1_000_000  # bytes, of output and of complaints each
MOST_COMPLAINTS = 4000  # characters kept, from the end: Python says there what went wrong
MOST_KILLS = 100  # a process that is stuck in the kernel dies when it comes out
MEGABYTE = 1024 * 1024
PROC = Path("/proc")
INHERITED = ("PATH", "LD_LIBRARY_PATH")
ALWAYS = {
    "HOME": FOLDER,
    "TMPDIR": FOLDER,
    "LANG": "C.UTF-8",
    "PYTHONHASHSEED": "0",
    "PYTHONNOUSERSITE": "1",
    "PYTHONSAFEPATH": "1",  # a script imports what is installed, never what lies beside it
    "PYTHONUTF8": "1",
}

Stop = Literal["", "time", "memory", "output", "asked"]


@dataclass(frozen=True, slots=True)
class Program:
    """What to run: a source under a file name, what it reads, and its bounds."""

    python: Path
    name: str
    source: str
    environment: Mapping[str, str] = field(default_factory=dict)
    stdin: str = ""
    time_limit_s: int = 60
    memory_limit_mb: int = 1024


@dataclass(frozen=True, slots=True)
class Ran:
    """How a program ended; `stopped` says which bound ended it, `complaints` is the end of its error output."""

    output: str
    complaints: str
    status: int
    seconds: float
    peak_mb: int
    stopped: Stop = ""

    @property
    def is_good(self) -> bool:
        """Say whether it ended by itself and well."""
        return not self.stopped and self.status == 0


def run(program: Program, stop: Event) -> Ran:
    """Run a program to its end, to one of its bounds, or until `stop` is set. Leaves no process behind."""
    with tempfile.TemporaryDirectory(prefix="prove-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / program.name).write_text(program.source, encoding="utf-8")
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
            given.write(program.stdin.encode())
            given.seek(0)
            child = subprocess.Popen(  # noqa: S603  The command is ours: an interpreter and a script of the course.
                [program.python, program.name],
                cwd=folder,
                env=_environment(program, folder),
                stdin=given,
                stdout=output,
                stderr=errors,
                start_new_session=True,
            )
            return _Watch(child, program, output, errors, stop).until_the_end()


def _environment(program: Program, folder: Path) -> dict[str, str]:
    inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
    given = ALWAYS | dict(program.environment)
    return inherited | {name: value.replace(FOLDER, str(folder)) for name, value in given.items()}


@dataclass(slots=True)
class _Watch:
    child: subprocess.Popen[bytes]
    program: Program
    output: IO[bytes]
    errors: IO[bytes]
    stop: Event
    started: float = field(default_factory=time.monotonic)
    peak: int = 0  # bytes
    stopped: Stop = ""

    def until_the_end(self) -> Ran:
        try:
            while not self._has_ended():
                self.stopped = self.stopped or self._bound()
                if self.stopped:
                    _kill_session(self.child.pid)
                time.sleep(POLL_S)
        finally:
            _kill_session(self.child.pid)
        if not self.stopped and self.peak > self.program.memory_limit_mb * MEGABYTE:
            self.stopped = "memory"  # It grew and ended between two looks.
        return Ran(
            output=_text(self.output),
            complaints=_text(self.errors)[-MOST_COMPLAINTS:],
            status=self.child.returncode,
            seconds=time.monotonic() - self.started,
            peak_mb=-(-self.peak // MEGABYTE),
            stopped=self.stopped,
        )

    def _has_ended(self) -> bool:
        # Popen.wait would throw away what the process has used. That is the only measure where there is no /proc, or
        # where it ended before the first look; on Linux it begins with the size of the process that started it.
        pid, status, usage = os.wait4(self.child.pid, os.WNOHANG)
        if pid:
            self.child.returncode = os.waitstatus_to_exitcode(status)
            if not self.peak:
                self.peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        return bool(pid)

    def _bound(self) -> Stop:
        """Return the bound that is passed now.

        Memory is measured as it is touched: an address-space limit would end programs that only reserve it.
        """
        now = sum(resident for _, resident in _session(self.child.pid))
        self.peak = max(self.peak, now, _high_water(self.child.pid))
        if self.stop.is_set():
            return "asked"
        if now > self.program.memory_limit_mb * MEGABYTE:
            return "memory"
        if time.monotonic() - self.started > self.program.time_limit_s:
            return "time"
        written = max(os.fstat(file.fileno()).st_size for file in (self.output, self.errors))
        return "output" if written > MOST_OUTPUT else ""


def _session(leader: int) -> Iterator[tuple[int, int]]:
    """Yield each living process of a session with the bytes it has in memory; nothing where there is no /proc."""
    for path in PROC.glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # It may have ended meanwhile.
            fields = path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            if int(fields[3]) == leader and fields[0] != "Z":
                yield int(path.parent.name), int(fields[21]) * os.sysconf("SC_PAGE_SIZE")


def _high_water(pid: int) -> int:
    """Return the most bytes that a process has had in memory so far, or 0 where that is not known."""
    with contextlib.suppress(OSError):
        for line in (PROC / str(pid) / "status").read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0


def _kill_session(leader: int) -> None:
    """Kill what is left of a session, and of the group of its leader where there is no /proc; wait until it is gone."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)
    for _ in range(MOST_KILLS):
        left = {pid for pid, _ in _session(leader)}
        for pid in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        if not left:
            return
        time.sleep(POLL_S)


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read(MOST_OUTPUT).decode(errors="replace")
