"""Take a whole course to another system: first what becomes of each question, then the file."""

from flask import Response, abort, render_template, url_for
from flask_babel import gettext as _

from app.access import instructor_required
from app.log import log_event
from app.web.teach.blueprint import blueprint
from app.web.teach.file_answer import file_answer
from app.web.teach.finding import course_or_404
from app.web.teach.prepared import package_report
from app.web.teach.reports import Target, export_page
from courseware.packages import Package, packages


@blueprint.get("/quizzes/<slug:course>", endpoint="course")
@instructor_required
def show_course(course: str) -> str:
    """List the ways to take a course to another system."""
    found = course_or_404(course)
    return render_template("teach/course.html", course=found.slug, title=found.title, packages=packages().values())


@blueprint.get("/quizzes/<slug:course>/package/<slug:package_name>", endpoint="package")
@instructor_required
def show_package(course: str, package_name: str) -> str:
    """Show what a package keeps of each question, before the file is taken."""
    found, target = course_or_404(course), _package(package_name)
    file_url = url_for("teach.package_file", course=course, package_name=target.name)
    page = export_page(
        title=found.title,
        back_url=url_for("teach.course", course=course),
        target=Target(target.title, target.takers, target.file_name(found), file_url),
        report=package_report(found, target),
    )
    return render_template("teach/export.html", page=page)


@blueprint.get("/quizzes/<slug:course>/package/<slug:package_name>/file", endpoint="package_file")
@instructor_required
def take_package(course: str, package_name: str) -> Response:
    """Return the file; the same course always gives the same bytes, so a second request may get 304."""
    found, target = course_or_404(course), _package(package_name)
    answer = file_answer(target.write(found), target.media_type, target.file_name(found))
    log_event("course.exported", course=found.slug, package=target.name)
    return answer


def _package(name: str) -> Package:
    target = packages().get(name)
    if target is None:
        known = ", ".join(packages())
        abort(404, description=_("There is no package “%(name)s”. These are: %(known)s.", name=name, known=known))
    return target
