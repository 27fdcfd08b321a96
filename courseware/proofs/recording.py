"""Record runs anew: nothing is written before all have ended, and each file is whole or as it was."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from courseware.proofs.proving import Result
from courseware.proofs.records import Record, read_records, write_records
from courseware.proofs.tasks import Task


def record(results: Iterable[Result], tasks: Iterable[Task], versions: Mapping[str, str], now: datetime) -> list[Path]:
    """Record what ran well and proves what it should, keep the rest, and return the files written.

    `tasks` are all tasks of the courses: records of runs that none of them names are dropped from a file
    that is written.
    """
    runs: defaultdict[Path, set[str]] = defaultdict(set)
    for task in tasks:
        if task.keeping:
            runs[task.keeping.path].add(task.keeping.run)
    fresh: defaultdict[Path, dict[str, Record]] = defaultdict(dict)
    for result in results:
        keeping = result.task.keeping
        if keeping and (result.wrong is None or result.wrong.is_settled_by_recording):
            ran_with = {name: versions[name] for name in ("python", *result.task.packages)}
            fresh[keeping.path][keeping.run] = keeping.record(result.ran, ran_with, now)
    for path, made in fresh.items():
        kept = {run: old for run, old in read_records(path, path.name).items() if run in runs[path]}
        write_records(path, kept | made)
    return sorted(fresh)
