"""What the records of all courses show together, as a text for a README; nothing is run for it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from courseware.course import Course
from courseware.proofs.generator_tasks import generated
from courseware.proofs.records import Record
from courseware.proofs.scripts import Script

BEGIN = "<!-- proved: written by `coursewright proved README.md` -->"
END = "<!-- /proved -->"
_BLOCK = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)


def with_summary(text: str, courses: Iterable[Course]) -> str | None:
    """Return a text with the summary between its two marks, or None where it lacks them."""
    block = f"{BEGIN}\n{summary_of(courses)}{END}"
    return _BLOCK.sub(lambda _: block, text, count=1) if _BLOCK.search(text) else None


def summary_of(courses: Iterable[Course]) -> str:
    """Return the summary in Markdown. Call it only where no record is stale."""
    known = list(courses)
    scripts = [script for course in known for script in _scripts(course)]
    records = [record for script in scripts for record in script.records.values()]
    rows = "".join(f"| {what} | {count:,} | {how} |\n" for what, count, how in _rows(known))
    return f"| What | How many | How |\n|---|---:|---|\n{rows}\n{_runs(records)}\n"


def _rows(courses: list[Course]) -> Iterator[tuple[str, int, str]]:
    claims = [claim for course in courses for claim in course.claims.values()]
    shown = sum(bool(claim.demos) for claim in claims)
    yield "claims", len(claims), f"{shown} shown by a demonstration, {len(claims) - shown} by a publication alone"
    demos = [script for course in courses for script in course.demonstrations.values()]
    yield "demonstrations", len(demos), f"the same output as recorded, in {_run_count(demos)} runs"
    keys = [script for course in courses for script in course.proofs.keys.values()]
    yield "keys", len(keys), "computed by a script, which refutes wrong answers too"
    formulas = [item for course in courses for item in generated(course) if item.proved_by]
    yield "formulas of generated questions", len(formulas), "the same answer as the frameworks give, in every draw"
    scripts = [script for course in courses for script in course.proofs.generators.values()]
    yield "draws", sum(map(_draws, courses)), f"answered in {_run_count(scripts)} runs of {len(scripts)} scripts"


def _draws(course: Course) -> int:
    scripts = course.proofs.generators
    return sum(item.draws * len(scripts[name].runs) for item in generated(course) for name in item.proved_by)


def _scripts(course: Course) -> Iterator[Script]:
    yield from course.demonstrations.values()
    yield from course.proofs.keys.values()
    yield from course.proofs.generators.values()


def _run_count(scripts: Iterable[Script]) -> int:
    return sum(len(script.runs) for script in scripts)


def _runs(records: list[Record]) -> str:
    days = sorted({date.fromisoformat(record.day) for record in records})
    seconds, peak = sum(record.seconds for record in records), max((record.peak_mb for record in records), default=0)
    between = " and ".join(dict.fromkeys(f"{day.day} {day:%B %Y}" for day in (*days[:1], *days[-1:])))
    return (
        f"{len(records)} runs, recorded {'between' if len(days) > 1 else 'on'} {between}, took {seconds:,.0f} s one "
        f"after the other and at most {peak:,} MB each, with {_versions(records)}."
    )


def _versions(records: Iterable[Record]) -> str:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for record in records:
        for name, version in record.versions.items():
            found[name].add(version.partition("+")[0])
    listed: Mapping[str, set[str]] = dict(sorted(found.items()))
    return ", ".join(f"{name} {' and '.join(sorted(versions))}" for name, versions in listed.items())
