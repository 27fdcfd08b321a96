"""`proved`: write what the records show into a README, without running anything."""

from pathlib import Path

import click

from app.commands.context import Context, Refusal, in_context
from courseware.library import OWN_ROOT, read_library
from courseware.proofs.freshness import stale_faults
from courseware.proofs.records import write_whole
from courseware.proofs.summary import BEGIN, END, with_summary


@click.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@in_context
def proved(context: Context, path: Path) -> None:
    """Write what the records show between the two marks in PATH: claims, demonstrations, draws, versions, seconds."""
    courses = read_library([OWN_ROOT, *context.instance.content_roots]).courses.values()
    stale = [str(fault) for course in courses for fault in stale_faults(course)]
    for fault in stale:
        click.echo(fault, err=True)
    if stale:
        raise Refusal("records are missing or old, see above; record them first with coursewright prove --update")
    text = with_summary(path.read_text(encoding="utf-8"), courses)
    if text is None:
        raise Refusal(f"{path} has no place for it; write “{BEGIN}” and “{END}” into two lines of it")
    write_whole(path, text)
    click.echo(f"Wrote what is proved into {path}.", err=True)
