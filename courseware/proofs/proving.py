"""Run tasks on an interpreter, a few at a time, and say what came of each."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

from courseware.proofs.machine import cores, free_mb
from courseware.proofs.processes import Ran, run
from courseware.proofs.tasks import Judgement, Task
from courseware.proofs.versions import InterpreterError, versions_of

MOST_AT_ONCE = 8  # beyond that the disk is what all wait for
LAST_LINES = 5
STOPPED = {
    "time": "took longer than {time} s, its limit",
    "memory": "needed more than {memory} MB, its limit",
    "output": "printed more than a demonstration may",
    "asked": "was stopped",
}


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a task; `wrong` is None where all agrees."""

    task: Task
    ran: Ran
    wrong: Judgement | None


def prove(
    tasks: Sequence[Task], python: Path, at_once: int, tell: Callable[[Result], None]
) -> tuple[tuple[Result, ...], Mapping[str, str]]:
    """Run all tasks, telling each result as it comes; return them in the order of the tasks, and the versions.

    Raises InterpreterError where the interpreter lacks a package. An interruption stops what runs.
    """
    versions = versions_of(python, {package for task in tasks for package in task.packages})
    missing = sorted({package for task in tasks for package in task.packages} - versions.keys())
    if missing:
        raise InterpreterError(
            f"{python} lacks {', '.join(missing)}; run “make prove”, which sets up an environment that has them, "
            "or name another --python"
        )
    results: dict[int, Result] = {}
    stop = Event()
    with ThreadPoolExecutor(at_once) as pool:
        waiting = {pool.submit(_result, tasks[number], python, stop): number for number in _longest_first(tasks)}
        try:
            for done in as_completed(waiting):
                results[waiting[done]] = done.result()
                tell(done.result())
        except BaseException:
            stop.set()
            pool.shutdown(wait=True, cancel_futures=True)
            raise
    return tuple(results[number] for number in range(len(tasks))), versions


def _longest_first(tasks: Sequence[Task]) -> list[int]:
    """Return the numbers of the tasks, those with most draws first, so that no core waits for one at the end."""
    return sorted(range(len(tasks)), key=lambda number: -tasks[number].draws)


def room_for(tasks: Iterable[Task]) -> int:
    """Return how many tasks this machine can run at once: one a core, and only as many as fit into its memory."""
    largest = max((task.program.memory_limit_mb for task in tasks), default=1)
    free = free_mb()
    by_memory = MOST_AT_ONCE if free is None else free // largest
    return max(1, min(MOST_AT_ONCE, cores(), by_memory))


def _result(task: Task, python: Path, stop: Event) -> Result:
    ran = run(replace(task.program, python=python), stop)
    return Result(task, ran, task.judge(ran.output) if ran.is_good else _failure(task, ran))


def _failure(task: Task, ran: Ran) -> Judgement:
    if ran.stopped:
        limits = {"time": task.program.time_limit_s, "memory": task.program.memory_limit_mb}
        return Judgement(STOPPED[ran.stopped].format(**limits))
    why = f"was killed by signal {-ran.status}" if ran.status < 0 else f"failed with status {ran.status}"
    return Judgement(why, tuple(ran.complaints.strip().split("\n")[-LAST_LINES:]))
