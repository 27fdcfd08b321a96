"""A whole course as one SCO: its lessons and quizzes in one page, played by our player, with its own navigation."""

from courseware.course import Course
from courseware.packages.losses import page_losses
from courseware.packages.playing import course_report as played_report
from courseware.packages.quizzes import all_pictures, course_quizzes
from courseware.packages.relinking import relinked
from courseware.packages.sco.data import course_data
from courseware.packages.sco.lessons import lesson_templates
from courseware.packages.sco.links import HashLinks
from quizzes.exports.report import Lost, Report
from quizzes.player.page import whole_page
from quizzes.player.scorm import Version, scorm_package


def course_package(course: Course, version: Version) -> bytes:
    """Return the package."""
    shown = relinked(course, HashLinks())
    page = whole_page(shown.title, shown.language, course_data(shown, version), templates=lesson_templates(shown))
    return scorm_package(version, shown.slug, shown.title, page, all_pictures(course_quizzes(shown)))


def course_report(name: str, course: Course) -> Report:
    """Return what the package keeps."""
    words = [Lost("", "the glossary, and the definitions that open at a word of a lesson")]
    return played_report(name, course, [*(words if course.glossary.terms else ()), *page_losses(course)])
