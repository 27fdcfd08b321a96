"""The tiny course with proofs yet to be recorded, for tests that change one thing."""

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

from courseware.course import Course
from courseware.library import read_library
from courseware.proofs.planning import all_tasks
from courseware.proofs.proving import Result, prove
from courseware.proofs.recording import record
from tests.content import tiny_root
from tests.courseware.made import copy_of, the_course

PYTHON = Path(sys.executable)
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
PACKAGE = "msgspec"  # stands for a framework: something installed that has a version

KEY = 'import json\n\nprint(json.dumps({"working": True, "standing": False}))\n'


def course_with_proofs(target: Path) -> Path:
    """Copy the tiny course to a root, without its records and with a key script, and return its folder."""
    copy_of(tiny_root(), "knots", target)
    folder = target / "courseware" / "knots"
    shutil.rmtree(folder / "demos" / "records")
    (folder / "keys").mkdir()
    (folder / "keys" / "rope-part.py").write_text(KEY)
    return folder


def read(target: Path) -> Course:
    """Return the course of a root, which must have no faults of its own."""
    library = read_library([target])
    assert library.faults == ()
    return the_course(library)


def proved(target: Path, at_once: int = 1) -> tuple[Result, ...]:
    """Return what comes of proving the course of a root."""
    return prove(list(all_tasks([read(target)])), PYTHON, at_once, lambda _: None)[0]


def recorded(target: Path, now: datetime = NOW) -> list[Path]:
    """Record the proofs of the course of a root, and return the files written."""
    tasks = list(all_tasks([read(target)]))
    results, versions = prove(tasks, PYTHON, 1, lambda _: None)
    return record(results, tasks, versions, now)
