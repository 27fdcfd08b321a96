"""`run`: everything needed for a first start, then serve."""

import click

from app.commands.app_context import AppContext, in_app, local_address
from app.commands.context import Refusal
from app.db import db
from app.loading import Loaded
from app.log import configure_logging
from app.services.appointing import has_instructor
from app.serving import PortTakenError, check_port, serve
from app.tokens import first_instructor_path


@click.command()
@click.option("--host", help="Address to listen at; the setting COURSEWRIGHT_HOST otherwise.")
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen at; COURSEWRIGHT_PORT otherwise.")
@click.option("--workers", type=click.IntRange(1, 64), help="Number of processes; COURSEWRIGHT_WORKERS otherwise.")
@in_app
def run(context: AppContext, host: str | None, port: int | None, workers: int | None) -> None:
    """Prepare the instance, then serve until stopped.

    Makes the instance folder and its secret, brings the database to the newest schema, checks the content,
    and prints the address. A course with faults is left out; without any course nothing is served.
    """
    settings = context.instance.settings
    host, port = host or settings.host, port or settings.port
    try:
        check_port(host, port)
    except PortTakenError as error:
        raise Refusal(str(error)) from error
    _tell_faults(context.loaded)
    configure_logging(settings.log_level)
    link = _first_link(context)
    address = local_address(host, port)
    click.echo(f"Courses: {', '.join(context.library.courses)}")
    click.echo(f"Open {address}/")
    if link:
        click.echo(f"No instructor yet. Become the first, once: {address}{link}")
    click.echo("Stop with Ctrl+C.")
    serve(context.app, context.instance, host, port, workers or settings.workers)


def _tell_faults(loaded: Loaded) -> None:
    for fault in loaded.faults:
        click.echo(str(fault), err=True)
    for slug in loaded.left_out:
        click.echo(f"The course “{slug}” is left out until its faults are mended.", err=True)
    if not loaded.library.courses:
        raise Refusal("no course can be served; mend the faults above, or see COURSEWRIGHT_CONTENT")


def _first_link(context: AppContext) -> str | None:
    """Return the path that makes its bearer the first instructor, while there is none."""
    with context.app.test_request_context():
        try:
            return None if has_instructor(db.session) else first_instructor_path()
        finally:
            db.session.close()
            db.engine.dispose()  # the workers must not inherit its connections
