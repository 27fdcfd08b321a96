"""What there is to prove: each task one program to run, and how what it prints is judged."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from courseware.proofs.processes import Program, Ran
from courseware.proofs.records import Record

Kind = Literal["demos", "keys", "generators"]
KINDS: tuple[Kind, ...] = ("demos", "keys", "generators")
NO_PYTHON = Path("python")  # put in when it is known which one


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is wrong, in a clause and in lines that show it; `items` names those it is about, where that is known.

    `is_settled_by_recording` says that it ceases to be wrong once the output is recorded anew.
    """

    reason: str
    lines: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    is_settled_by_recording: bool = False


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where the record of a run is kept, and the hashes to keep with it; `said` is kept in place of the output."""

    path: Path
    run: str
    script: str
    settings: str
    items: Mapping[str, str] = field(default_factory=dict)
    claims: Mapping[str, str] = field(default_factory=dict)
    said: str = ""

    def record(self, ran: Ran, versions: Mapping[str, str], ran_at: datetime) -> Record:
        """Return the record of a run."""
        return Record(
            script=self.script,
            settings=self.settings,
            items=dict(self.items),
            claims=dict(self.claims),
            output=tuple((self.said or ran.output).rstrip("\n").split("\n")),
            versions=dict(versions),
            ran_at=ran_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            seconds=round(ran.seconds, 1),
            peak_mb=ran.peak_mb,
        )


@dataclass(frozen=True, slots=True)
class Task:
    """One run of a script. `proof` is the script's id; `judge` says what is wrong with an output, or None.

    `draws` counts the draws of generated questions that it answers.
    """

    kind: Kind
    course: str
    proof: str
    name: str
    packages: tuple[str, ...]
    program: Program
    judge: Callable[[str], Judgement | None]
    keeping: Keeping | None = None
    draws: int = 0

    def is_named(self, wanted: str) -> bool:
        """Say whether somebody means this task by a name: that of the run, or of its script."""
        name = self.name.removesuffix(" (draws)")
        return wanted in (name, self.name, self.proof, *(f"{self.course}/{one}" for one in (name, self.proof)))
