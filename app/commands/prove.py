"""`prove`: run what the courses show on the real frameworks, and say what does not agree with the record."""

import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from app.clock import now
from app.commands.context import Context, Refusal, in_context
from app.commands.output import as_json, echo_json
from courseware.course import Course
from courseware.library import OWN_ROOT, Library, read_library, shown
from courseware.proofs.planning import all_tasks, chosen, unknown
from courseware.proofs.proving import Result, room_for
from courseware.proofs.proving import prove as prove_tasks
from courseware.proofs.recording import record
from courseware.proofs.report import as_plain, failures, is_bad, summary, told
from courseware.proofs.tasks import KINDS, Kind, Task
from courseware.proofs.versions import InterpreterError

FRAMEWORKS = OWN_ROOT / ".frameworks" / "bin" / "python"  # what `make prove` sets up


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it all."""

    results: tuple[Result, ...]
    versions: Mapping[str, str]
    seconds: float


@click.command()
@click.option("--course", "slug", help="Only this course.")
@click.option("--only", multiple=True, metavar="ID", help="Only this script, or this run of one; may be repeated.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only these; may be repeated.")
@click.option("--update", is_flag=True, help="Record what is printed now.")
@click.option(
    "--python",
    envvar="COURSEWRIGHT_PROVE_PYTHON",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The Python that has the frameworks; COURSEWRIGHT_PROVE_PYTHON otherwise, or what make prove sets up.",
)
@as_json
@in_context
def prove(
    context: Context,
    slug: str | None,
    only: tuple[str, ...],
    kinds: tuple[Kind, ...],
    update: bool,
    python: Path | None,
    in_json: bool,
) -> None:
    """Run every demonstration, key and generator, compare with what is recorded, and say what a difference touches."""
    library = read_library([OWN_ROOT, *context.instance.content_roots])
    courses = _courses(library, slug)
    every = list(all_tasks(courses.values()))
    tasks = _tasks(every, kinds, only)
    started_at = now()
    outcome = _run(tasks, python or (FRAMEWORKS if FRAMEWORKS.is_file() else Path(sys.executable)), update=update)
    bad = [result for result in outcome.results if is_bad(result, update=update)]
    if in_json:
        echo_json(as_plain(outcome.results, courses, outcome.versions, outcome.seconds, started_at))
    else:
        for line in failures(bad, courses):
            click.echo(line)
        click.echo(summary(outcome.results, courses.values(), outcome.versions, outcome.seconds, update=update))
    if update:
        written = record(outcome.results, every, outcome.versions, started_at)
        click.echo(f"Recorded {len(written)} scripts.", err=True)
    if bad:
        what = "could not be recorded" if update else "do not agree; correct what is wrong, or record with --update"
        raise Refusal(f"{len(bad)} of {len(outcome.results)} runs {what}")


def _courses(library: Library, slug: str | None) -> dict[str, Course]:
    """Return the courses meant. A course whose lists have faults is refused: a part would go unproved unseen."""
    if slug and slug not in library.courses:
        raise Refusal(f"there is no course “{slug}”; known: {', '.join(library.courses)}")
    courses = {name: course for name, course in library.courses.items() if slug in (None, name)}
    for course in courses.values():
        if not course.proofs.is_whole:
            for fault in library.faults:
                if fault.file.startswith((f"{shown(course.folder)}/demos/", f"{shown(course.folder)}/claims.yaml")):
                    click.echo(str(fault), err=True)
            raise Refusal(f"the proofs of “{course.slug}” can't be read; correct these faults first")
    return courses


def _tasks(every: Sequence[Task], kinds: Sequence[Kind], only: Sequence[str]) -> tuple[Task, ...]:
    missing = unknown(every, only)
    if missing:
        raise Refusal(f"there is nothing to prove by the name of {', '.join(missing)}")
    tasks = chosen(every, kinds, only)
    if not tasks:
        raise Refusal("there is nothing to prove here")
    return tasks


def _run(tasks: Sequence[Task], python: Path, *, update: bool) -> Outcome:
    at_once = room_for(tasks)
    click.echo(f"{len(tasks)} runs, {at_once} at once, with {python}", err=True)
    count = 0

    def tell(result: Result) -> None:
        nonlocal count
        count += 1
        click.echo(told(result, count, len(tasks), update=update), err=True)

    started = time.monotonic()
    try:
        results, versions = prove_tasks(tasks, python, at_once, tell)
    except InterpreterError as error:
        raise Refusal(str(error)) from error
    return Outcome(results, versions, time.monotonic() - started)
