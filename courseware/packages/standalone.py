"""The HTML of a lesson where no script of ours runs: in pages that other systems show."""

from courseware.course import Course, Lesson
from courseware.glossary.marking import without_definitions
from courseware.packages.drawings import Address, drawing_file, with_files
from courseware.panes import stacked


def standalone_html(course: Course, lesson: Lesson, html: str, address: Address = drawing_file) -> str:
    """Return HTML of a lesson that needs nothing but its drawings; `address` says where each lies.

    A word of the glossary is a link to it, without the definition that only a script can hide; of programs in
    tabs each stands below the other.
    """
    return with_files(course, lesson, stacked(without_definitions(html)), address)
