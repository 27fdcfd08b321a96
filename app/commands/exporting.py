"""`export`: a quiz or a course for another system, with a report of what becomes of each item before the file."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar, get_args

import click

from app.commands.context import Context, Refusal, in_context
from app.commands.everywhere import as_text, matrix_of, write_into
from app.commands.output import as_json, check_place, echo_json, write_file
from courseware.course import Course
from courseware.packages import Package, packages
from quizzes.bank import Bank
from quizzes.exports import ExportQuiz, Report, format_named, formats, prepare, prepare_bank
from quizzes.exports.matrix import CHANGES, Matrix
from quizzes.exports.on_paper import NAME as PRINT
from quizzes.exports.pools import MOST_PAPERS, PAPERS, PaperSize
from quizzes.exports.report import Exact, changes_score, word
from quizzes.exports.variants import MOST_VARIANTS, VARIANTS
from quizzes.quiz import Quiz

T = TypeVar("T")


class FormatName(click.Choice[str]):
    """The word for a format. That of a quiz is known by itself; the others are loaded where all are listed."""

    def __init__(self) -> None:
        self.case_sensitive = True

    @property
    def choices(self) -> tuple[str, ...]:  # type: ignore[override]  # found when they are asked for
        """Return all words."""
        return tuple(dict.fromkeys([*formats(), *packages()]))

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return a word that there is."""
        return value if format_named(value) else super().convert(value, param, ctx)


@click.command()
@click.argument("target")
@click.option("--bank", default="", help="Take all questions of this file of the course, whatever its quiz draws.")
@click.option("--to", "name", type=FormatName(), help="The format.")
@click.option("--all-targets", is_flag=True, help="Say what becomes of each kind of question in every format.")
@click.option(
    "--into",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="With --all-targets: write the table between its two marks in this file.",
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write; without it, only report.")
@click.option("--force", is_flag=True, help="Replace the file if it is there.")
@click.option(
    "--variants",
    type=click.IntRange(1, MOST_VARIANTS),
    show_default=f"{VARIANTS}, and {PAPERS} papers",
    help="How many frozen variants of a drawn question go out as a pool, of which one is asked; "
    f"with --to print, how many different papers there are, at most {MOST_PAPERS}.",
)
@click.option(
    "--paper-size",
    type=click.Choice(get_args(PaperSize)),
    default="a4",
    show_default=True,
    help="The size of a sheet, with --to print.",
)
@as_json
@in_context
def export(  # noqa: PLR0913, PLR0917 (click passes each option by name)
    context: Context,
    target: str,
    bank: str,
    name: str | None,
    all_targets: bool,
    into: Path | None,
    out: Path | None,
    force: bool,
    variants: int | None,
    paper_size: PaperSize,
    in_json: bool,
) -> None:
    """Write TARGET, a quiz, a course or one of its banks, for another system, and say first what becomes of it."""
    if all_targets:
        if name or out:
            raise click.UsageError("--all-targets compares the formats and writes none; leave out --to and --out.")
        _compare(matrix_of(context, target, bank, variants or VARIANTS), into, in_json)
        return
    if name is None or into:
        raise click.UsageError("Name a format with --to, or compare all with --all-targets, which --into goes with.")
    if out is not None:
        check_place(out, force=force)
    if bank:
        course, quiz = context.bank(target, bank)
        what, report, write = "bank", *_written(name, course, quiz, prepare_bank, variants, paper_size)
    else:
        what, report, write = _way_out(context, target, name, variants, paper_size)
    if in_json:
        echo_json(report.to_json())
    else:
        _echo(report, what)
    if out is not None:
        write_file(out, write(), force=force)
        click.echo(f"Wrote {out}.", err=in_json)
    elif not in_json:
        click.echo("Nothing is written; name a file with --out.")


def _compare(matrix: Matrix, into: Path | None, in_json: bool) -> None:
    if into:
        write_into(into, matrix)
    if in_json:
        echo_json(matrix.to_json())
    elif not into:
        for line in as_text(matrix):
            click.echo(line)


def _way_out(
    context: Context, target: str, name: str, variants: int | None, paper_size: PaperSize
) -> tuple[str, Report, Callable[[], bytes]]:
    """Return whether it is a course or a quiz, its report, and what writes it."""
    found = context.target(target)
    if isinstance(found, Course):
        package: Package = _named(name, packages(), f"“{target}” is a course")
        return "course", package.report(found), lambda: package.write(found)
    course, quiz = found
    return "quiz", *_written(name, course, quiz, prepare, variants, paper_size)


def _written(
    name: str,
    course: Course,
    quiz: Quiz,
    preparing: Callable[[Bank, Quiz, str, int], ExportQuiz],
    variants: int | None,
    paper_size: PaperSize,
) -> tuple[Report, Callable[[], bytes]]:
    format_ = format_named(name) or _named(name, formats(), f"“{quiz.slug}” is a quiz")
    if name == PRINT and (variants or PAPERS) > MOST_PAPERS:
        raise Refusal(f"{variants} papers are more than the {MOST_PAPERS} letters; ask for fewer with --variants")
    prepared = preparing(course.bank, quiz, course.language, variants or VARIANTS)
    prepared = replace(prepared, papers=variants or PAPERS, paper_size=paper_size)
    return format_.report(prepared), lambda: format_.write(prepared)


def _named(name: str, known: Mapping[str, T], said: str) -> T:
    if name not in known:
        raise Refusal(f"{said}, and --to {name} does not take one; write one of {', '.join(known)}")
    return known[name]


def _echo(report: Report, what: str) -> None:
    """Print what becomes of the questions: one line for each reason, with the questions that it holds for."""
    counts = ", ".join(f"{count} {name}" for name, count in report.counts.items() if count)
    click.echo(f"{report.quiz} as {report.format}: {counts}")
    for said, items in _by_reason(report).items():
        whole = len(items) == len(report.lines) > 1
        click.echo(f"  {said}: {f'all {len(items)} questions' if whole else ', '.join(items)}")
    for loss in report.lost_by(""):
        click.echo(f"  the {what} loses {loss}")
    if report.changes_score:
        click.echo(f"  {CHANGES}: a response can score differently there")


def _by_reason(report: Report) -> dict[str, list[str]]:
    """Return the questions by what is said of them: first what becomes of them, then what they lose."""
    found: dict[str, list[str]] = {}
    for line in report.lines:
        if not isinstance(line.outcome, Exact):
            mark = f" {CHANGES}" if changes_score(line.outcome) else ""
            found.setdefault(f"{word(line.outcome)}{mark}: {line.outcome.why}", []).append(line.item)
    for line in report.lines:
        for loss in report.lost_by(line.item):
            found.setdefault(f"loses {loss}", []).append(line.item)
    return found
