"""The tasks that the demonstrations of a course give."""

from collections.abc import Iterator, Mapping
from functools import partial

from courseware.proofs.agreement import difference
from courseware.proofs.demonstrations import Demonstration
from courseware.proofs.processes import Program
from courseware.proofs.scripts import Run
from courseware.proofs.tasks import NO_PYTHON, Judgement, Keeping, Task


def demo_tasks(
    course: str, demonstration: Demonstration, items: Mapping[str, str], claims: Mapping[str, str]
) -> Iterator[Task]:
    """Yield a task for each run of a demonstration.

    `items` and `claims` hold the fingerprints of the items whose key it shows, and of the claims that it shows.
    """
    for run in demonstration.runs:
        yield Task(
            kind="demos",
            course=course,
            proof=demonstration.id,
            name=demonstration.name_of(run),
            packages=run.packages,
            program=Program(
                python=NO_PYTHON,
                name=demonstration.path.name,
                source=demonstration.script,
                environment=run.environment,
                time_limit_s=demonstration.time_limit_s,
                memory_limit_mb=demonstration.memory_limit_mb,
            ),
            judge=partial(_judge, demonstration, run, items, claims),
            keeping=Keeping(
                path=demonstration.records_path,
                run=run.id,
                script=demonstration.script_hash,
                settings=run.settings,
                items=items,
                claims=claims,
            ),
        )


def _judge(
    demonstration: Demonstration, run: Run, items: Mapping[str, str], claims: Mapping[str, str], output: str
) -> Judgement | None:
    record = demonstration.records.get(run.id)
    if record is None:
        return Judgement("has no record", is_settled_by_recording=True)
    lines = difference(record.text, output, demonstration.tolerance)
    if lines:
        return Judgement(f"prints something else than on {record.day}", lines, is_settled_by_recording=True)
    stale = demonstration.staleness(run, items, claims)
    return Judgement(stale, is_settled_by_recording=True) if stale else None
