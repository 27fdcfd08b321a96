"""`claims`: what the courses claim, what became of the article's words, and what backs each claim."""

from collections.abc import Mapping

import click

from app.commands.context import Context, in_context
from app.commands.output import as_json, echo_json
from courseware.course import Course
from courseware.ledger.choosing import Counts, counts_of, verdict_of
from courseware.ledger.entries import Entry, entries_of
from quizzes.responses import JSON

WORDS = {"unsaid": "not in the article", "run": "by a run", "publication": "by a publication", "both": "by both"}


@click.command()
@click.argument("course", required=False)
@as_json
@in_context
def claims(context: Context, course: str | None, in_json: bool) -> None:
    """List the claims of all courses, or of COURSE, with verdict and backing, and count them."""
    ledgers = [(one, entries_of(one)) for one in _courses(context, course)]
    counts = counts_of(entry for _, entries in ledgers for entry in entries)
    if in_json:
        listed = [_plain(one, entry) for one, entries in ledgers for entry in entries]
        echo_json({"counts": _plain_counts(counts), "claims": listed})
        return
    for one, entries in ledgers:
        for entry in entries:
            click.echo(f"{one.slug}/{entry.id}  {_word(verdict_of(entry))}; {_backing(entry)}: {entry.words}")
    click.echo(f"{counts.total} claims")
    click.echo(f"  the article's words: {_counted(counts.verdicts)}")
    click.echo(f"  backed: {_counted(counts.backings)}")


def _courses(context: Context, slug: str | None) -> list[Course]:
    courses = context.library.courses
    if slug and slug not in courses:
        raise context.no_course(slug)
    return [course for name, course in courses.items() if slug in (None, name)]


def _backing(entry: Entry) -> str:
    runs, publications = len(entry.runs), len(entry.citations)
    return ", ".join(
        f"{count} {word}{'' if count == 1 else 's'}"
        for count, word in ((runs, "demonstration"), (publications, "publication"))
        if count
    )


def _counted(numbers: Mapping[str, int]) -> str:
    return ", ".join(f"{number} {_word(name)}" for name, number in numbers.items())


def _word(name: str) -> str:
    return WORDS.get(name, name)


def _plain_counts(counts: Counts) -> dict[str, JSON]:
    return {"total": counts.total, "verdicts": {**counts.verdicts}, "backings": {**counts.backings}}


def _plain(course: Course, entry: Entry) -> dict[str, JSON]:
    claim = course.claims[entry.id]
    return {
        "id": entry.id,
        "course": course.slug,
        "statement": claim.statement,
        "section": claim.section,
        "facets": [*claim.facets],
        "article": claim.article,
        "verdict": verdict_of(entry),
        "since": claim.since,
        "backing": entry.backed_by,
        "demonstrations": [*claim.demos],
        "publications": [
            {"publisher": one.publisher, "title": one.title, "url": one.url, "read": one.read.isoformat()}
            for one in claim.citations
        ],
        "lessons": [taught.lesson for taught in entry.taught],
        "cells": [*claim.cells],
        "misconceptions": [*claim.misconceptions],
    }
