"""A demonstration: a script that a lesson shows together with what it printed."""

from dataclasses import dataclass

from courseware.proofs.authored import Tolerance
from courseware.proofs.scripts import Script

HIDE, SHOW = "#: hide", "#: show"


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonstration(Script):
    """`shows` says in Markdown what a reader sees in it; `facet` is empty where it speaks of no facet."""

    title: str
    shows: str
    facet: str
    tolerance: Tolerance

    @property
    def code(self) -> str:
        """Return the lines of the script that a lesson shows."""
        return shown_lines(self.script)

    @property
    def whole(self) -> str:
        """Return all of the script but the marks that hide and show."""
        return "\n".join(line for line in self.script.split("\n") if line.strip() not in (HIDE, SHOW))

    @property
    def is_whole(self) -> bool:
        """Say whether a lesson shows all of the script."""
        return all(line.strip() != HIDE for line in self.script.split("\n"))


def shown_lines(script: str) -> str:
    """Return a script without the lines from `#: hide` to `#: show`, and without these marks."""
    kept: list[str] = []
    hidden = False
    for line in script.split("\n"):
        if line.strip() in (HIDE, SHOW):
            hidden = line.strip() == HIDE
        elif not hidden:
            kept.append(line)
    return "\n".join(kept).strip("\n") + "\n"
