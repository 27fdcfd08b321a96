"""How commands answer: JSON on standard output, and files that are whole or not there."""

import errno
import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

import click

from app.commands.context import Refusal

NAME_LENGTH = 100  # of a file being written: its own can be as long as the disk takes

as_json = click.option("--json", "in_json", is_flag=True, help="Print JSON.")


def echo_json(value: object) -> None:
    """Print a value as JSON for people and programs."""
    click.echo(json.dumps(value, indent=2, ensure_ascii=False))


def write_file(path: Path, content: bytes, *, force: bool) -> None:
    """Write a whole file or nothing. Raises Refusal where it is there already, unless forced."""
    check_place(path, force=force)
    write_all({path: content})


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write files whole, all or none, in place of what is there. Raises Refusal.

    All are written under other names before the first gets its own, as a disk that fills up does so before that.
    """
    with ExitStack() as undoing:
        ready = []
        for path, content in contents.items():
            try:
                ready.append((_written_beside(path, content, undoing), path))
            except OSError as error:
                raise Refusal(f"{path} can't be written: {error.strerror}; choose another with --out") from error
        for made, path in ready:
            is_new = not path.exists()
            try:
                made.replace(path)
            except OSError as error:
                raise Refusal(f"{path} can't be written: {error.strerror}; choose another with --out") from error
            if is_new:
                undoing.callback(path.unlink)
        undoing.pop_all()


def check_place(path: Path, *, force: bool) -> None:
    """Raise Refusal where a file must not be written: something is there, and it is not forced or is no file.

    What is there and is no ordinary file, such as /dev/null, is never replaced.
    """
    try:
        is_there = path.exists()
    except OSError as error:
        raise Refusal(f"{path} can't be written: {error.strerror}; choose another with --out") from error
    if is_there and not path.is_file():
        raise Refusal(f"{path} is there already, and is no ordinary file; choose another file")
    if is_there and not force:
        raise Refusal(f"{path} is there already; choose another file, or replace it with --force")


def _written_beside(path: Path, content: bytes, undoing: ExitStack) -> Path:
    """Return where the content of a file stands ready, beside it; note how to undo that, for Ctrl+C too."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:NAME_LENGTH]}.", dir=path.parent)
    made = Path(name)
    undoing.callback(made.unlink, missing_ok=True)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    made.chmod(0o666 & ~_umask())
    return made


def make_folder(folder: Path, undoing: ExitStack) -> None:
    """Make a folder, and note how to undo that. Raises Refusal."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        for one in reversed(missing):
            one.mkdir()
            undoing.callback(one.rmdir)
    except OSError as error:
        raise Refusal(f"{folder} can't be made: {error.strerror}; choose another place with --out") from error
    if not folder.is_dir():
        raise Refusal(f"{folder} can't be made: {os.strerror(errno.EEXIST)}; choose another place with --out")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
