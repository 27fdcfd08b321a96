"""A script of a course that is run to prove something: its runs, its bounds, and what is recorded of it."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from courseware.proofs.records import RECORDS, Record

NONE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Common:
    """What holds for every script of a course."""

    environment: Mapping[str, str] = field(default_factory=dict)
    time_limit_s: int = 60
    memory_limit_mb: int = 1024


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a script. `id` is empty where a script has a single run without a name."""

    id: str
    label: str
    environment: Mapping[str, str]
    packages: tuple[str, ...]

    @property
    def settings(self) -> str:
        """Return the hash of all that a run depends on besides its script."""
        return hash_of(json.dumps([sorted(self.environment.items()), sorted(self.packages)]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """`records` holds what is recorded of each run, by the run's id; `line` is where `file` lists the script."""

    id: str
    script: str
    runs: tuple[Run, ...]
    time_limit_s: int
    memory_limit_mb: int
    records: Mapping[str, Record]
    file: str
    line: int
    path: Path

    @property
    def script_hash(self) -> str:
        """Return the hash of the script."""
        return hash_of(self.script)

    @property
    def records_path(self) -> Path:
        """Return where its records are kept."""
        return self.path.parent / RECORDS / f"{self.id}.json"

    def run(self, name: str) -> Run | None:
        """Return a run by its id."""
        return next((run for run in self.runs if run.id == name), None)

    def name_of(self, run: Run) -> str:
        """Return what a run is called: `script.run`, or the script alone where its run has no name."""
        return f"{self.id}.{run.id}" if run.id else self.id

    def staleness(self, run: Run, items: Mapping[str, str] = NONE, claims: Mapping[str, str] = NONE) -> str:
        """Return why a run's record tells nothing of today's script, or nothing.

        `items` holds the fingerprint of each item whose key the script proves, by the item's id, and `claims` that
        of each claim which it shows.
        """
        record = self.records.get(run.id)
        if record is None:
            return "has no record"
        if record.script != self.script_hash:
            return "has a script that is newer than its record"
        if record.settings != run.settings:
            return "has settings that are newer than its record"
        asked = sorted(name for name in items.keys() | record.items.keys() if items.get(name) != record.items.get(name))
        said = sorted(name for name, statement in claims.items() if statement != record.claims.get(name))
        for what, newer in (("question", asked), ("claim", said)):
            if newer:
                return f"has a record that is older than the {what} “{'”, “'.join(newer)}”"
        return ""

    def stale(self, items: Mapping[str, str] = NONE, claims: Mapping[str, str] = NONE) -> Iterator[str]:
        """Yield why records are missing, older than what they record, or of runs that there are not."""
        for run in self.runs:
            why = self.staleness(run, items, claims)
            if why:
                yield f"“{self.name_of(run)}” {why}"
        for name in sorted(self.records.keys() - {run.id for run in self.runs}):
            yield f"“{self.id}” has a record of the run “{name}”, but no such run"


def hash_of(text: str) -> str:
    """Return the SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()
