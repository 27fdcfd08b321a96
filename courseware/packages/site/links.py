"""Where links lead in a site of files: from page to page, lessons and quizzes alike."""

from dataclasses import dataclass

from courseware.packages.links import PageLinks

START = "index.html"


@dataclass(frozen=True, slots=True)
class FileLinks(PageLinks):
    """Addresses of a site, in which each quiz is a page too."""

    def quiz(self, course: str, quiz: str) -> str:
        """Return the file of a quiz."""
        return quiz_file(quiz)


def quiz_file(slug: str) -> str:
    """Return the file of a graded quiz."""
    return f"quiz-{slug}.html"
