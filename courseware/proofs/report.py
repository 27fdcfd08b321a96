"""What came of a proof, in lines for people and in plain values for programs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from courseware.course import Course
from courseware.proofs.proving import Result
from courseware.proofs.touched import Touched, claims_behind, touched
from quizzes.responses import JSON

MOST_LINES = 20


def told(result: Result, number: int, total: int, *, update: bool) -> str:
    """Return the line of progress about one run."""
    what = _in_update(result) if update else result.wrong.reason if result.wrong else "agrees"
    mark = "✗" if is_bad(result, update=update) else "✓"
    count = f"{number:>{len(str(total))}}/{total}"
    return f"{count} {mark} {result.task.name}: {what} ({result.ran.seconds:.1f} s, {result.ran.peak_mb} MB)"


def is_bad(result: Result, *, update: bool) -> bool:
    """Say whether something is wrong that recording anew does not settle."""
    return result.wrong is not None and not (update and result.wrong.is_settled_by_recording)


def _in_update(result: Result) -> str:
    if result.wrong is None:
        return "prints the same as before"
    return result.wrong.reason if is_bad(result, update=True) else f"recorded, as it {result.wrong.reason}"


def touched_by(result: Result, courses: Mapping[str, Course]) -> Touched:
    """Return what a result touches: all that rests on its script, or the items that it names and their claims."""
    course = courses[result.task.course]
    named = result.wrong.items if result.wrong else ()
    return Touched(claims_behind(course, named), named) if named else touched(course, result.task.proof)


def failures(results: Iterable[Result], courses: Mapping[str, Course]) -> Iterator[str]:
    """Yield the lines that tell what does not agree, and what that touches."""
    for result in results:
        if result.wrong is None:
            continue
        yield f"{result.task.course}/{result.task.name} {result.wrong.reason}"
        yield from (f"    {line}" for line in result.wrong.lines[:MOST_LINES])
        if len(result.wrong.lines) > MOST_LINES:
            yield f"    … and {len(result.wrong.lines) - MOST_LINES} more lines"
        found = touched_by(result, courses)
        for what, names in (("claims", found.claims), ("keys", found.items), ("feedback of", found.feedback)):
            if names:
                yield f"    touches {what}: {', '.join(names)}"


def summary(
    results: Iterable[Result], courses: Iterable[Course], versions: Mapping[str, str], seconds: float, *, update: bool
) -> str:
    """Return the last line: how much agrees or is recorded, with which versions, in what time."""
    ran = list(results)
    good = sum(not is_bad(result, update=update) for result in ran)
    kinds = Counter(result.task.kind for result in ran)
    what = ", ".join(f"{count} of {kind}" for kind, count in kinds.items())
    draws = sum(result.task.draws for result in ran)
    claims = sum(len(course.claims) for course in courses)
    with_versions = ", ".join(f"{name} {version}" for name, version in versions.items())
    parts = [
        f"{good} of {len(ran)} runs {'are recorded' if update else 'agree'} ({what})",
        *([f"{draws} draws"] if draws else []),
        f"{claims} claims",
        f"{seconds:.0f} s",
        with_versions,
    ]
    return "; ".join(parts)


def as_plain(
    results: Iterable[Result], courses: Mapping[str, Course], versions: Mapping[str, str], seconds: float, now: datetime
) -> dict[str, JSON]:
    """Return all that is known, for programs."""
    ran = list(results)
    return {
        "proved_at": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "seconds": round(seconds, 1),
        "versions": dict(versions),
        "runs": len(ran),
        "agree": sum(result.wrong is None for result in ran),
        "claims": sum(len(course.claims) for course in courses.values()),
        "draws": sum(result.task.draws for result in ran),
        "results": [_result(result, courses) for result in ran],
    }


def _result(result: Result, courses: Mapping[str, Course]) -> dict[str, JSON]:
    task, ran, wrong = result.task, result.ran, result.wrong
    found = touched_by(result, courses)
    return {
        "course": task.course,
        "kind": task.kind,
        "script": task.proof,
        "run": task.name,
        "agrees": wrong is None,
        "reason": wrong.reason if wrong else "",
        "lines": [*wrong.lines] if wrong else [],
        "seconds": round(ran.seconds, 1),
        "peak_mb": ran.peak_mb,
        "draws": task.draws,
        "claims": [*found.claims],
        "keys": [*found.items],
        "feedback": [*found.feedback],
    }
