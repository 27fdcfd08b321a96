"""How commands answer: JSON on standard output, and files that are whole or not there."""

import json
import os
import tempfile
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
    try:
        _write_whole(path, content)
    except OSError as error:
        raise Refusal(f"{path} can't be written: {error.strerror}; choose another with --out") from error


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


def _write_whole(path: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:NAME_LENGTH]}.", dir=path.parent)
    made = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        made.chmod(0o666 & ~_umask())
        made.replace(path)
    except BaseException:  # Ctrl+C too
        made.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
