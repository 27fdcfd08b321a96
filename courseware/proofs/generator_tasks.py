"""The tasks that check the formulas of generated questions: each script answers every draw of its questions.

A script reads `{item: [{name: value}, …]}` and prints `{item: [answer, …]}`. The names are the parameters and the
values computed from them; a fraction is given as the nearest float. The answer to a draw that speaks of something
else is null.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial

import msgspec

from courseware.course import Course
from courseware.proofs.processes import Program
from courseware.proofs.scripts import Run, Script, hash_of
from courseware.proofs.tasks import NO_PYTHON, Judgement, Keeping, Task
from quizzes.kinds.generated import Drawn, Generated
from quizzes.responses import JSON
from quizzes.values import Value

NEAR = 2e-5  # of the answer, or of 1 where that is more: frameworks calculate with 32 bits
FEWEST = 200  # draws of a formula that a framework must answer
MOST_SHOWN = 3  # draws of an item
TIME_LIMIT_S = 600

Draws = Mapping[str, Sequence[Drawn]]


def generator_tasks(course: Course) -> Iterator[Task]:
    """Yield a task for each script that answers draws."""
    for script in course.proofs.generators.values():
        asked = [item for item in generated(course) if script.id in item.proved_by]
        if asked:
            draws = {item.id: [item.draw(str(number)) for number in range(1, item.draws + 1)] for item in asked}
            prints = {item.id: formula_fingerprint(item) for item in asked}
            for run in script.runs:
                yield _task(course.slug, script, run, draws, prints)


def generated(course: Course) -> Iterator[Generated]:
    """Yield the generated questions of a course."""
    for quiz in course.bank.quizzes.values():
        yield from (item for item in quiz.authored.values() if isinstance(item, Generated))


def formula_fingerprint(item: Generated) -> str:
    """Return a hash of what is drawn and of the formula of the answer."""
    spoken = (item.parameters, item.values, item.where, item.answer, item.draws)
    return hash_of(msgspec.json.encode(spoken).decode())


def _task(course: str, script: Script, run: Run, draws: Draws, fingerprints: Mapping[str, str]) -> Task:
    return Task(
        kind="generators",
        course=course,
        proof=script.id,
        name=f"{script.name_of(run)} (draws)",
        packages=run.packages,
        program=Program(
            python=NO_PYTHON,
            name=script.path.name,
            source=script.script,
            environment=run.environment,
            stdin=json.dumps({name: [_given(draw) for draw in drawn] for name, drawn in draws.items()}),
            time_limit_s=max(TIME_LIMIT_S, script.time_limit_s),
            memory_limit_mb=script.memory_limit_mb,
        ),
        judge=partial(_judge, script, run, draws, fingerprints),
        keeping=Keeping(
            path=script.records_path,
            run=run.id,
            script=script.script_hash,
            settings=run.settings,
            items=fingerprints,
            said="\n".join(f"{name}: all of {len(drawn)} draws agree" for name, drawn in draws.items()),
        ),
        draws=sum(map(len, draws.values())),
    )


def _given(draw: Drawn) -> dict[str, JSON]:
    return {name: _plain(value) for name, value in draw.names.items() if name != "answer"}


def _plain(value: Value) -> JSON:
    if isinstance(value, Fraction):
        return float(value)
    return [_plain(inner) for inner in value] if isinstance(value, list | tuple) else value


def _judge(script: Script, run: Run, draws: Draws, fingerprints: Mapping[str, str], output: str) -> Judgement | None:
    try:
        printed: JSON = json.loads(output)
    except ValueError:
        return Judgement("prints no JSON", (output[:200],), tuple(draws))
    if not isinstance(printed, dict):
        return Judgement("prints JSON that is no object", (), tuple(draws))
    wrong = {name: faults for name, drawn in draws.items() if (faults := _faults(drawn, printed.get(name)))}
    if wrong:
        lines = [f"{name}: {fault}" for name, faults in wrong.items() for fault in faults[:MOST_SHOWN]]
        count = sum(map(len, wrong.values()))
        return Judgement(f"does not agree with formulas, in {count} draws", tuple(lines), tuple(wrong))
    stale = script.staleness(run, fingerprints)
    return Judgement(stale, (), tuple(draws), is_settled_by_recording=True) if stale else None


def _faults(draws: Sequence[Drawn], answers: JSON) -> list[str]:
    if not isinstance(answers, list) or len(answers) != len(draws):
        return [f"{len(draws)} answers are wanted, {len(answers) if isinstance(answers, list) else 'none'} given"]
    wrong = [
        f"{_given(draw)} gives {found} by running it, {_plain(draw.answer)} by formula"
        for draw, found in zip(draws, answers, strict=True)
        if found is not None and not _is_same(_plain(draw.answer), found)
    ]
    answered = sum(found is not None for found in answers)
    if answered < FEWEST:
        wrong.append(f"only {answered} of {len(draws)} draws are answered, where {FEWEST} are needed; raise “draws”")
    return wrong


def _is_same(formula: JSON, found: JSON) -> bool:
    match formula, found:
        case bool() | str(), _:
            return formula == found
        case int() | float(), int() | float() if not isinstance(found, bool):
            return abs(formula - found) <= NEAR * max(1, abs(found))
        case list(), list():
            return len(formula) == len(found) and all(map(_is_same, formula, found))
        case _:
            return False
