"""`cohort`: who learns together."""

from pathlib import Path

import click
from flask import url_for

from app.access import new_session_key
from app.clock import now
from app.commands.app_context import AppContext, in_app
from app.commands.context import Refusal
from app.commands.finding import OPERATOR, cohort_argument, find_named_cohort
from app.commands.output import as_json, echo_json
from app.commands.people import Email
from app.services import appointing
from app.services.cohorts import CohortLine, create_cohort, find_cohort, list_cohorts
from app.services.roster import RosterRow, add_people, find_roster
from app.services.roster_file import Refusal as FileRefusal
from app.services.roster_file import RosterFile, decode_roster, read_roster
from app.web.teach.cohorts import new_join_code


@click.group()
def cohort() -> None:
    """Make cohorts, add people to them, list them."""


@cohort.command("list")
@as_json
@in_app
def list_all(context: AppContext, in_json: bool) -> None:
    """List all cohorts, the newest first."""
    with context.session() as session:
        lines = list_cohorts(session, OPERATOR)
    if in_json:
        echo_json([_line_json(line) for line in lines])
        return
    for line in lines:
        archived = ", archived" if line.archived_at else ""
        click.echo(f"{line.id}  {line.name}  ({line.course}, {line.learners} learners{archived})")


def _line_json(line: CohortLine) -> dict[str, object]:
    return {
        "id": line.id,
        "name": line.name,
        "course": line.course,
        "learners": line.learners,
        "instructors": [teacher.email for teacher in line.teachers],
        "created_at": line.created_at.isoformat(),
        "archived_at": line.archived_at.isoformat() if line.archived_at else None,
    }


@cohort.command()
@click.argument("name")
@click.option("--course", required=True, help="The course, by its short name.")
@click.option("--instructor", required=True, type=Email(), help="Who teaches it, by e-mail.")
@in_app
def create(context: AppContext, name: str, course: str, instructor: str) -> None:
    """Make a cohort called NAME and print its number and its join link."""
    if course not in context.library.courses:
        raise context.no_course(course)
    with context.session() as session:
        teacher = appointing.find_by_email(session, instructor)
        if teacher is None or not teacher.is_instructor:
            raise Refusal(f"{instructor} is no instructor; coursewright user role makes them one")
        made = create_cohort(session, teacher.id, course, name, join_code=new_join_code(), now=now())
        view = find_cohort(session, OPERATOR, made)
    code = view.join_code if view else ""
    click.echo(f"{made}  {context.address_of(lambda: url_for('learn.join', code=code))}")


@cohort.command()
@cohort_argument
@click.argument("roster", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@in_app
def add(context: AppContext, cohort_name: str, roster: Path) -> None:
    """Add the people in the file ROSTER (name, e-mail) to COHORT; nobody is added while a line is wrong."""
    found = _read(roster)
    with context.session() as session:
        named = find_named_cohort(session, cohort_name)
        if named.archived_at is not None:
            raise Refusal(f"“{named.name}” is archived; take it out of the archive in the browser, under Settings")
        added = add_people(session, named.id, found.lines, new_key=new_session_key, now=now())
    click.echo(f"{added.enrolled} added, {added.invited} of them invited.")


def _read(path: Path) -> RosterFile:
    decoded = decode_roster(path.read_bytes())
    found = decoded if isinstance(decoded, FileRefusal) else read_roster(*decoded)
    if isinstance(found, FileRefusal):
        raise Refusal(f"{path} is no list of people ({found.value}); write one name and e-mail a line")
    for line in found.bad:
        reason = line.problem.value.replace("-", " ")
        click.echo(f"{path}:{line.number}: {reason}: {line.text}", err=True)
    if found.bad:
        raise Refusal(f"{len(found.bad)} of {len(found.bad) + len(found.lines)} lines can't be taken; mend them first")
    return found


@cohort.command()
@cohort_argument
@as_json
@in_app
def roster(context: AppContext, cohort_name: str, in_json: bool) -> None:
    """List who learns in COHORT."""
    with context.session() as session:
        rows = find_roster(session, find_named_cohort(session, cohort_name).id)
    if in_json:
        echo_json([_row_json(row) for row in rows])
        return
    for row in rows:
        click.echo(f"{row.email or '(guest)'}  {row.name}  {row.status}")


def _row_json(row: RosterRow) -> dict[str, object]:
    return {
        "name": row.name,
        "email": row.email,
        "status": row.status,
        "added_at": row.enrolled_at.isoformat(),
    }
