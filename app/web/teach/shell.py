"""What stands above every page of a cohort: where it belongs, and the ways to its other pages."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from app.library import library
from app.services.cohorts import CohortView


@dataclass(frozen=True, slots=True)
class Tab:
    """A way to a page of the cohort."""

    label: str
    url: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Shell:
    """The head of a cohort's pages."""

    cohort_id: int
    name: str
    course_title: str
    is_offered: bool
    is_archived: bool
    tabs: tuple[Tab, ...]


def shell_of(cohort: CohortView, here: str = "") -> Shell:
    """Return the head of a cohort's page; `here` names the tab that it is: board, roster, quizzes or settings."""
    course = library().courses.get(cohort.course)
    ways = [("roster", _("People"), "teach.roster"), ("settings", _("Settings"), "teach.settings")]
    if course is not None:
        ways = [
            ("board", _("Board"), "teach.cohort"),
            ways[0],
            ("quizzes", _("Quizzes"), "teach.cohort_quizzes"),
            ways[1],
        ]
    return Shell(
        cohort_id=cohort.id,
        name=cohort.name,
        course_title=course.title if course else cohort.course,
        is_offered=course is not None,
        is_archived=cohort.archived_at is not None,
        tabs=tuple(Tab(label, url_for(endpoint, cohort_id=cohort.id), name == here) for name, label, endpoint in ways),
    )
