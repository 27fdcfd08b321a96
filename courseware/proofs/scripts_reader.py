"""Scripts that compute keys or answer draws: what each imports says which packages it needs.

A script that answers draws runs once, or as the file `<script>.yaml` beside it says.
"""

import ast
import sys
from pathlib import Path

from courseware.proofs.authored import ScriptRuns
from courseware.proofs.records import RECORDS, Record, read_records
from courseware.proofs.scripts import Common, Run, Script
from quizzes.faults import ContentError, Fault
from quizzes.shape import read_struct
from quizzes.source import read_file


def read_scripts(folder: Path, name: str, common: Common, faults: list[Fault]) -> dict[str, Script]:
    """Read the scripts in a folder, known to people as `name`."""
    found: dict[str, Script] = {}
    for path in sorted(folder.glob("*.py")):
        file = f"{name}/{path.name}"
        try:
            text = path.read_text(encoding="utf-8")
            packages = imported(text)
        except (OSError, UnicodeDecodeError, SyntaxError) as error:
            faults.append(Fault(file, getattr(error, "lineno", None) or 0, f"is no script that can be run: {error}"))
            continue
        found[path.stem] = Script(
            id=path.stem,
            script=text,
            runs=_runs(path, name, Run("", "", common.environment, packages), faults),
            time_limit_s=common.time_limit_s,
            memory_limit_mb=common.memory_limit_mb,
            records=_records(folder / RECORDS / f"{path.stem}.json", f"{name}/{RECORDS}/{path.stem}.json", faults),
            file=file,
            line=1,
            path=path,
        )
    return found


def _runs(script: Path, name: str, alone: Run, faults: list[Fault]) -> tuple[Run, ...]:
    """Return the runs that the file beside a script lists; `alone` is the one where there is no such file."""
    path = script.with_suffix(".yaml")
    if not path.is_file():
        return (alone,)
    try:
        source = read_file(path, f"{name}/{path.name}")
    except ContentError as error:
        faults.extend(error.faults)
        return (alone,)
    listed = read_struct(ScriptRuns, source, source.value, (), faults)
    names = [run.id for run in listed.runs] if listed else []
    for number, run in enumerate(names):
        if run in names[:number]:
            faults.append(source.fault(("runs", number, "id"), f"lists the run “{run}” twice; keep one"))
    return tuple(
        Run(run.id, run.label, {**alone.environment, **run.env}, run.packages or alone.packages)
        for run in (listed.runs if listed else ())
    ) or (alone,)


def imported(script: str) -> tuple[str, ...]:
    """Return the packages that a script imports, without those that come with Python. Raises SyntaxError."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(script)):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return tuple(sorted(names - sys.stdlib_module_names))


def _records(path: Path, name: str, faults: list[Fault]) -> dict[str, Record]:
    try:
        return read_records(path, name)
    except ContentError as error:
        faults.extend(error.faults)
        return {}
