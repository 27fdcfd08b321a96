"""A site of files: the lessons of a course with their figures and code, its checks and quizzes, without a network."""

from courseware.asked import graded_quizzes
from courseware.course import Course
from courseware.packages.links import GLOSSARY, lesson_file
from courseware.packages.losses import page_losses
from courseware.packages.package import Package
from courseware.packages.playing import course_report
from courseware.packages.quizzes import all_pictures, course_quizzes
from courseware.packages.relinking import relinked
from courseware.packages.site.frame import ELEMENTS
from courseware.packages.site.glossary import glossary_page
from courseware.packages.site.links import START, FileLinks, quiz_file
from courseware.packages.site.pages import first_page, lesson_page
from courseware.packages.site.playing import quiz_page
from quizzes.exports.archive import archive
from quizzes.exports.report import Lost, Report
from quizzes.look import FOLDER, style_sheet
from quizzes.player.page import SCRIPT, STYLE, script

NAME = "site"
UNTOLD = "the record of who did what: answers and scores stay in that browser, and whoever clears it begins anew"
UNGRADED = "the text stays in the browser without a score; nobody is sent it"


def write(course: Course) -> bytes:
    """Return the site as an archive."""
    shown = relinked(course, FileLinks())
    pages = {START: first_page(shown)}
    pages |= {lesson_file(lesson.slug): lesson_page(shown, index) for index, lesson in enumerate(shown.lessons)}
    pages |= {quiz_file(quiz.slug): quiz_page(shown, quiz) for quiz in graded_quizzes(shown)}
    pages |= {GLOSSARY: glossary_page(shown)} if shown.glossary.terms else {}
    pages |= {STYLE: style_sheet(), SCRIPT: script()}
    pages |= {name: (FOLDER / f"cw-{name}").read_text(encoding="utf-8") for name in ELEMENTS}
    files = {name: text.encode() for name, text in pages.items()}
    return archive(files | all_pictures(course_quizzes(shown)))


def report(course: Course) -> Report:
    """Return what the site will keep."""
    return course_report(NAME, course, [Lost("", UNTOLD), *page_losses(course)], UNGRADED)


PACKAGE = Package(
    name=NAME,
    title="Site to read and practise offline",
    takers="Any browser; unpack it and open index.html",
    suffix=".zip",
    media_type="application/zip",
    report=report,
    write=write,
)
