"""`import`: questions from another system into a bank, with a report of what becomes of each."""

from collections import Counter
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

import click

from app.commands.context import Refusal
from app.commands.output import as_json, check_place, echo_json, make_folder, write_all, write_file
from quizzes.authoring.adopting import Adoption, adopt
from quizzes.authoring.surveying import Surveyed, counted, survey
from quizzes.imports import DEFAULT, UnreadableError, detect, import_formats, open_path
from quizzes.imports.table.template import TEMPLATES
from quizzes.text import PICTURES


@click.command("import")
@click.argument("path", metavar="FILE", required=False, type=click.Path(exists=True, path_type=Path))
@click.option("--from", "format_name", type=click.Choice([*import_formats()]), help="The format; found out otherwise.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Bank to write; without it, only report.")
@click.option("--force", is_flag=True, help="Replace the bank if it is there.")
@click.option("--template", type=click.Choice([*TEMPLATES]), help="Write the table to fill in to the file --out.")
@click.option("--survey", "is_survey", is_flag=True, help="Count what becomes of every file in the folder FILE.")
@as_json
def import_(
    path: Path | None,
    format_name: str | None,
    out: Path | None,
    force: bool,
    template: str | None,
    is_survey: bool,
    in_json: bool,
) -> None:
    """Read questions of another system from FILE, a file or folder; say what becomes of each, and write a bank."""
    if template:
        if path or format_name or is_survey or out is None:
            raise Refusal("--template only writes the table to fill in; name its file with --out, and nothing else")
        write_file(out, TEMPLATES[template](), force=force)
        click.echo(f"Wrote {out}.", err=in_json)
        return
    if path is None:
        raise Refusal("name the file with the questions, or write a table to fill in with --template csv or xlsx")
    if is_survey:
        if format_name or out or force:
            raise Refusal("--survey only counts, in every format; leave --from, --out and --force out")
        if not path.is_dir():
            raise Refusal(f"{path} is no folder; without --survey you get the report on a file")
        _echo_survey(survey(path, DEFAULT), in_json=in_json)
        return
    if out is not None:
        check_place(out, force=force)
    found = _adopted(path, format_name)
    if in_json:
        echo_json(found.to_json())
    else:
        _echo(found)
    if out is not None:
        _write(found, out, force=force)
        click.echo(f"Wrote {out}.", err=in_json)
    elif not in_json:
        click.echo("Nothing is written; name a bank with --out.")


def _adopted(path: Path, format_name: str | None) -> Adoption:
    try:
        files = open_path(path, DEFAULT)
        format_ = import_formats()[format_name] if format_name else detect(files)
        return adopt(format_.read(files, DEFAULT), files.title, format_.name)
    except UnreadableError as error:
        raise Refusal(str(error)) from error


def _write(found: Adoption, out: Path, *, force: bool) -> None:
    """Write the pictures and the bank that shows them, all or none."""
    if not found.yaml:
        raise Refusal(f"no question of {found.file} can be taken, so there is no bank to write")
    check_place(out, force=force)
    pictures = {out.parent / name: content for name, content in found.pictures.items()}
    with ExitStack() as undoing:
        if pictures:
            make_folder(out.parent / PICTURES, undoing)
        write_all({**pictures, out: found.yaml.encode()})
        undoing.pop_all()


def _echo_survey(lines: Iterable[Surveyed], *, in_json: bool) -> None:
    found = list(lines)
    if in_json:
        echo_json([line.to_json() for line in found])
        return
    for line in found:
        click.echo(f"{line.name} ({line.format or 'no format'}): {line.failure or counted(_once(line))}")
    total = {fate: sum(line.counts.get(fate, 0) for line in found) for fate in ("exact", "converted", "refused")}
    click.echo(f"In all: {counted(total)}; {sum(bool(line.failure) for line in found)} files can’t be read")
    whys = sum((Counter(line.whys) for line in found), Counter[str]())
    for why, count in whys.most_common():
        click.echo(f"  {count} refused: {why}")


def _once(line: Surveyed) -> dict[str, int]:
    return {**line.counts, "counted already": line.again}


def _echo(found: Adoption) -> None:
    click.echo(f"{found.file} as {found.format}: {counted(found.counts)}")
    for line in found.taken:
        for change in line.changes:
            click.echo(f"  {line.item.id}: {change.what}{' (the score can differ)' if change.changes_score else ''}")
    for refused in found.refused:
        click.echo(f"  {refused.place}: refused: {refused.why}")
    for note in found.notes:
        click.echo(f"  {note}")
    owed = Counter(name for line in found.taken for name in line.owed)
    if owed:
        click.echo(f"  Still to be written: {', '.join(f'{name} in {count}' for name, count in owed.items())}")
