"""The page of the site that lists the terms of a course."""

from html import escape

from courseware.course import Course
from courseware.packages.glossary import glossary_html
from courseware.packages.site.frame import page
from courseware.packages.site.links import START, FileLinks


def glossary_page(course: Course) -> str:
    """Return the page."""
    back = f'<p class="kicker"><a href="{START}">{escape(course.title)}</a></p>\n'
    return page("Glossary", course.title, course.language, back + glossary_html(course, FileLinks()), "narrow")
