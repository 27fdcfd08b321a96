"""The terms of a course as a page of a package lists them."""

from html import escape

from courseware.course import Course
from courseware.glossary.terms import Term
from courseware.links import Links


def glossary_html(course: Course, links: Links) -> str:
    """Return the heading and the list."""
    terms = "".join(_entry(course, term, links) for term in course.glossary.alphabetical)
    return f'<h1>Glossary</h1>\n<dl class="glossary">{terms}</dl>\n'


def _entry(course: Course, term: Term, links: Links) -> str:
    also = f' <span class="also">also {escape(", ".join(term.also))}</span>' if term.also else ""
    return (
        f'<div class="glossary-term" id="{term.id}"><dt>{escape(term.name)}{also}</dt>'
        f"<dd>{term.html}{_ways(course, term, links)}</dd></div>\n"
    )


def _ways(course: Course, term: Term, links: Links) -> str:
    slug, _, anchor = term.see.partition("#")
    lesson, passage = course.lesson(slug), course.passage(term.see)
    ways = []
    if lesson is not None and passage is not None:
        address, label = links.lesson(course.slug, slug, anchor), f"{lesson.nav}: {passage.heading}"
        ways.append(f'<span>Taught in <a href="{address}">{escape(label)}</a></span>')
    related = [f'<a href="#{other}">{escape(course.glossary.terms[other].name)}</a>' for other in term.related]
    if related:
        ways.append(f"<span>See also {', '.join(related)}</span>")
    return f'<p class="term-ways">{"".join(ways)}</p>' if ways else ""
