"""`check`, `quizzes` and `schema`: what is written, and whether it is right."""

import json
from pathlib import Path

import click

from app.commands.context import Context, Refusal, in_context
from app.commands.item_facts import item_facts, tables
from app.commands.output import as_json, echo_json, write_file
from courseware.check import check as check_library
from courseware.course import Course
from courseware.library import OWN_ROOT, read_library
from courseware.schemas import schemas
from quizzes.quiz import Quiz
from quizzes.responses import JSON


@click.command()
@click.argument("path", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@as_json
@in_context
def check(context: Context, path: Path | None, in_json: bool) -> None:
    """Report every fault in all content, or in the content folder PATH, with file and line."""
    library = read_library([path] if path else [OWN_ROOT, *context.instance.content_roots])
    faults = check_library(library)
    if in_json:
        echo_json([{"file": fault.file, "line": fault.line, "message": fault.message} for fault in faults])
    else:
        for fault in faults:
            click.echo(str(fault))
    if faults:
        raise Refusal(f"{len(faults)} fault{'s' if len(faults) > 1 else ''} found")
    if not in_json:
        quizzes = [quiz for course in library.courses.values() for quiz in course.bank.quizzes.values()]
        items = sum(len(quiz.items) for quiz in quizzes)
        courses = len(library.courses)
        counted = f"{courses} course{'' if courses == 1 else 's'}"
        click.echo(f"No faults in {counted}, {len(quizzes)} quizzes and {items} questions.")


@click.command()
@as_json
@click.option("--table", "in_table", is_flag=True, help="Count questions by kind, objective and misconception.")
@in_context
def quizzes(context: Context, in_json: bool, in_table: bool) -> None:
    """List the quizzes of all courses; a course with faults is left out."""
    if in_json and in_table:
        raise click.UsageError("--json has no table, but all that --table counts; write one of the two")
    found = [(one, quiz) for one in context.library.courses.values() for quiz in one.bank.quizzes.values()]
    if in_json:
        echo_json([_quiz_json(course, quiz) for course, quiz in found])
        return
    if in_table:
        for course in context.library.courses.values():
            click.echo(f"{course.slug}\n")
            of_all = (item for quiz in course.bank.quizzes.values() for item in item_facts(course, quiz))
            click.echo("\n".join(tables(of_all)) + "\n")
        return
    for course, quiz in found:
        click.echo(f"{quiz.address}  {quiz.title}  ({quiz.settings.mode}, {course.bank.size(quiz)} questions)")


def _quiz_json(course: Course, quiz: Quiz) -> dict[str, JSON]:
    return {
        "id": quiz.address,
        "title": quiz.title,
        "course": quiz.course,
        "mode": quiz.settings.mode,
        "size": course.bank.size(quiz),
        "items": [facts.as_json() for facts in item_facts(course, quiz)],
    }


@click.command()
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder to write to.")
@click.option("--force", is_flag=True, help="Replace files that are there.")
def schema(out: Path, force: bool) -> None:
    """Write a JSON Schema for each kind of file that an author writes, for editors."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(f"{out}: {error.strerror}; choose another folder with --out") from error
    for name, body in schemas().items():
        text = json.dumps(body, indent=2, ensure_ascii=False) + "\n"
        write_file(out / name, text.encode(), force=force)
        click.echo(str(out / name))
