"""Links of packages: what they have no page for leads nowhere, and each package says what it does have."""

from dataclasses import dataclass

GLOSSARY = "glossary.html"


@dataclass(frozen=True, slots=True)
class NoPages:
    """Nothing but lessons: no address for anything else."""

    def quiz(self, course: str, quiz: str) -> str:
        """Return nothing: no page can name a quiz."""
        return ""

    def ledger(self, course: str) -> str:
        """Return nothing: no package has a page of claims, so it marks none."""
        return ""

    def glossary(self, course: str) -> str:
        """Return nothing: there is no page of terms."""
        return ""

    def page(self, course: str, name: str) -> str:
        """Return nothing: no package has pages beside lessons, quizzes and the glossary."""
        return ""


@dataclass(frozen=True, slots=True)
class PageLinks(NoPages):
    """Addresses as a file beside the lessons sees them: all are relative, so that they hold in any folder."""

    def lesson(self, course: str, lesson: str, anchor: str) -> str:
        """Return the file of a lesson, at an anchor unless that is empty."""
        return lesson_file(lesson) + (f"#{anchor}" if anchor else "")

    def glossary(self, course: str) -> str:
        """Return the file of the glossary."""
        return GLOSSARY


def lesson_file(slug: str) -> str:
    """Return the file of a lesson; none takes the name of the first page or of the glossary."""
    return f"lesson-{slug}.html"
