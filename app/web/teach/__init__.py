"""Pages to teach: cohorts, their boards, learners and quizzes; all quizzes and their export; people for admins."""

from app.web.teach import (
    banks,
    board,
    cohort_quizzes,
    cohorts,
    enrolling,
    exporting,
    files,
    importing,
    learners,
    packaging,
    people,
    quizzes,
    roster,
    settings,
)
from app.web.teach.blueprint import blueprint

__all__ = [
    "banks",
    "blueprint",
    "board",
    "cohort_quizzes",
    "cohorts",
    "enrolling",
    "exporting",
    "files",
    "importing",
    "learners",
    "packaging",
    "people",
    "quizzes",
    "roster",
    "settings",
]
