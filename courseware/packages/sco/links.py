"""Where links lead in a course that is one page: its player reads the address behind the `#`."""

from dataclasses import dataclass

from courseware.packages.links import NoPages


@dataclass(frozen=True, slots=True)
class HashLinks(NoPages):
    """Addresses within the page, which has no terms."""

    def lesson(self, course: str, lesson: str, anchor: str) -> str:
        """Return the address of a lesson, at an anchor unless that is empty."""
        return f"#/lesson/{lesson}" + (f"/{anchor}" if anchor else "")

    def quiz(self, course: str, quiz: str) -> str:
        """Return the address of a quiz."""
        return f"#/quiz/{quiz}"
