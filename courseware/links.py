"""Where links in a lesson lead: the pages of whoever shows the course."""

from dataclasses import dataclass
from typing import Protocol


class Links(Protocol):
    """Addresses of pages; the caller decides what they look like."""

    def lesson(self, course: str, lesson: str, anchor: str) -> str:
        """Return the address of a lesson, at an anchor unless that is empty."""

    def quiz(self, course: str, quiz: str) -> str:
        """Return the address of a quiz."""

    def ledger(self, course: str) -> str:
        """Return the address of the page that lists what a course claims.

        Each claim's id is an anchor there, and below that address, as `/<id>`, stands a page of its own.
        """

    def glossary(self, course: str) -> str:
        """Return the address of the page of terms, or nothing where there is none; a term's id is its anchor there."""

    def page(self, course: str, name: str) -> str:
        """Return the address of a page of a course beside its lessons, or nothing where no such page is shown."""


@dataclass(frozen=True, slots=True)
class PathLinks:
    """The addresses of our own site."""

    def lesson(self, course: str, lesson: str, anchor: str) -> str:
        """Return `/courses/<course>/lessons/<lesson>#<anchor>`."""
        return f"/courses/{course}/lessons/{lesson}" + (f"#{anchor}" if anchor else "")

    def quiz(self, course: str, quiz: str) -> str:
        """Return `/courses/<course>/quizzes/<quiz>`."""
        return f"/courses/{course}/quizzes/{quiz}"

    def ledger(self, course: str) -> str:
        """Return `/courses/<course>/ledger`."""
        return f"/courses/{course}/ledger"

    def glossary(self, course: str) -> str:
        """Return `/courses/<course>/glossary`."""
        return f"/courses/{course}/glossary"

    def page(self, course: str, name: str) -> str:
        """Return `/courses/<course>/<name>`."""
        return f"/courses/{course}/{name}"
