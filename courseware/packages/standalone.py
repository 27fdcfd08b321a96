"""The HTML of a lesson where no script of ours runs: in pages that other systems show."""

import re

from courseware.course import Course, Lesson
from courseware.packages.drawings import Address, drawing_file, with_files

# As courseware.glossary.marking, courseware.tabs and courseware.proofs.showing have them.
_TERM = re.compile(r'<cw-term>(<a class="term" href="[^"]*") aria-describedby="[^"]*"(>.*?</a>).*?</cw-term>', re.S)
_TABS = re.compile(r"<cw-tabs ([^>]*?) data-tabs>(.*?)</cw-tabs>", re.S)


def standalone_html(course: Course, lesson: Lesson, html: str, address: Address = drawing_file) -> str:
    """Return HTML of a lesson that needs nothing but its drawings; `address` says where each lies.

    A word of the glossary is a link to it, without the definition that only a script can hide; of programs in
    tabs each stands below the other.
    """
    plain = _TABS.sub(r"<div \1>\2</div>", _TERM.sub(r"\1\2", html))
    return with_files(course, lesson, plain, address)
