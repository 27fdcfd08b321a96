"""The pages of a cartridge, each whole in itself: its style inside, its drawings beside it, no scripts."""

from collections.abc import Iterator
from html import escape

from courseware.course import CheckBlock, Course, FigureUse, Lesson
from courseware.packages.drawings import drawing_file, drawings
from courseware.packages.glossary import glossary_html
from courseware.packages.lessons import article_html, count_text
from courseware.packages.links import GLOSSARY, PageLinks, lesson_file
from courseware.packages.standalone import standalone_html
from quizzes.exports.cartridge.manifest import WEB, Resource
from quizzes.look import style_sheet

FOLDER, GLOSSARY_NAME = "pages", "page-glossary"
STYLES = ("style", "shell", "parts", "lesson", "code")
ALONE = ".contents-inline { display: block; }\n"  # no headings stand beside the text
Files = list[tuple[str, bytes]]


def page_files(course: Course) -> tuple[tuple[Resource, ...], Files]:
    """Return the pages and drawings as resources with their files."""
    pages = {page_name(lesson.slug): _lesson_page(course, lesson) for lesson in course.lessons}
    found = list(_drawings(course))
    files = [(f"{FOLDER}/{lesson_file(lesson.slug)}", pages[page_name(lesson.slug)]) for lesson in course.lessons]
    resources = [
        Resource(page_name(lesson.slug), WEB, (f"{FOLDER}/{lesson_file(lesson.slug)}",), _drawn_in(lesson))
        for lesson in course.lessons
    ]
    if course.glossary.terms:
        main = glossary_html(course, PageLinks())
        files.append((f"{FOLDER}/{GLOSSARY}", _page("Glossary", course, main)))
        resources.append(Resource(GLOSSARY_NAME, WEB, (f"{FOLDER}/{GLOSSARY}",)))
    resources += [Resource(_drawing_name(name), WEB, (path,)) for name, path, _ in found]
    return tuple(resources), [*files, *((path, svg) for _, path, svg in found)]


def page_name(lesson: str) -> str:
    """Return the name of the resource that is a lesson."""
    return f"page-lesson-{lesson}"


def _lesson_page(course: Course, lesson: Lesson) -> bytes:
    html = article_html(course, lesson, lambda check: _asked_after(course, check), "")
    return _page(lesson.title, course, standalone_html(course, lesson, html))


def _asked_after(course: Course, check: CheckBlock) -> str:
    title = course.bank.quizzes[check.quiz].title
    return f'<p class="hint">{count_text(len(check.items), "question")} on this: see “{escape(title)}”.</p>\n'


def _drawings(course: Course) -> Iterator[tuple[str, str, bytes]]:
    for name, svg in drawings(course).items():
        yield name, f"{FOLDER}/{drawing_file(name)}", svg


def _drawn_in(lesson: Lesson) -> tuple[str, ...]:
    names = (use.name for use in lesson.references if isinstance(use, FigureUse))
    return tuple(dict.fromkeys(map(_drawing_name, names)))


def _drawing_name(name: str) -> str:
    return f"drawing-{name.removesuffix('.svg')}"


def _page(title: str, course: Course, main: str) -> bytes:
    return f"""<!doctype html>
<html lang="{escape(course.language)}">
<head>
<meta charset="utf-8">
<title>{escape(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<style>
{style_sheet(STYLES)}{ALONE}</style>
</head>
<body>
<main class="narrow">
{main}</main>
</body>
</html>
""".encode()
