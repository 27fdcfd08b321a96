"""The tasks that the key scripts of a course give."""

import json
from functools import partial

from courseware.proofs.keys import disagreements
from courseware.proofs.processes import Program
from courseware.proofs.scripts import Script
from courseware.proofs.tasks import NO_PYTHON, Judgement, Keeping, Task
from courseware.proofs.touched import fingerprint
from quizzes.interactions import Item
from quizzes.responses import JSON


def key_task(course: str, script: Script, item: Item) -> Task:
    """Return the task that computes an item's key."""
    (run,) = script.runs
    return Task(
        kind="keys",
        course=course,
        proof=script.id,
        name=script.id,
        packages=run.packages,
        program=Program(
            python=NO_PYTHON,
            name=script.path.name,
            source=script.script,
            environment=run.environment,
            time_limit_s=script.time_limit_s,
            memory_limit_mb=script.memory_limit_mb,
        ),
        judge=partial(_judge, script, item),
        keeping=Keeping(
            path=script.records_path,
            run=run.id,
            script=script.script_hash,
            settings=run.settings,
            items={item.id: fingerprint(item)},
        ),
    )


def _judge(script: Script, item: Item, output: str) -> Judgement | None:
    try:
        printed: JSON = json.loads(output)
    except ValueError:
        return Judgement("prints no JSON", tuple(output.split("\n")), (item.id,))
    if not isinstance(printed, dict):
        return Judgement("prints JSON that is no object", (output,), (item.id,))
    faults = tuple(disagreements(item, printed))
    if faults:
        return Judgement(f"does not agree with the key of “{item.id}”", faults, (item.id,))
    stale = script.staleness(script.runs[0], {item.id: fingerprint(item)})
    return Judgement(stale, (), (item.id,), is_settled_by_recording=True) if stale else None
