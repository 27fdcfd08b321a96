"""What is kept of a run: its output, the versions it ran with, when, how long and how large; one JSON file a script."""

import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from quizzes.faults import ContentError, Fault

RECORDS = "records"  # the folder of the records, beside the scripts


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One run as it was. `script` and `settings` are the hashes of what ran, `ran_at` is in UTC.

    `items` holds the fingerprint of each item whose key the script proves, by the item's id, and `claims` that of
    each claim which it shows.

    `versions` is keyed by the name under which a package is imported; the interpreter stands there as `python`.
    """

    script: str
    settings: str
    output: tuple[str, ...]
    versions: dict[str, str]
    ran_at: str
    seconds: float
    peak_mb: int
    items: dict[str, str] = {}
    claims: dict[str, str] = {}

    @property
    def text(self) -> str:
        """Return what was printed."""
        return "\n".join(self.output)

    @property
    def day(self) -> str:
        """Return the day of the run as `YYYY-MM-DD`."""
        return self.ran_at[:10]


def read_records(path: Path, name: str) -> dict[str, Record]:
    """Read the records of a script by run. Raises ContentError where the file, known as `name`, can't be used."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Record])
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.DecodeError) as error:
        raise ContentError([Fault(name, 0, f"is no record: {error}; record the demonstration anew")]) from error


def write_records(path: Path, records: Mapping[str, Record]) -> None:
    """Write the records of a script, all or nothing."""
    plain = msgspec.to_builtins(dict(sorted(records.items())))
    write_whole(path, json.dumps(plain, indent=1, ensure_ascii=False) + "\n")


def write_whole(path: Path, text: str) -> None:
    """Write a file so that no reader ever meets half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
            os.fchmod(file.fileno(), 0o644)
        Path(name).replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise
