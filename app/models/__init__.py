"""What is kept: people, their progress and attempts, and cohorts."""

from app.models.attempts import Answer, Attempt, AttemptState, ItemRevision
from app.models.cohorts import Cohort, CohortInstructor, Enrolment
from app.models.people import EndedSession, Person, Role
from app.models.progress import Progress

__all__ = [
    "Answer",
    "Attempt",
    "AttemptState",
    "Cohort",
    "CohortInstructor",
    "EndedSession",
    "Enrolment",
    "ItemRevision",
    "Person",
    "Progress",
    "Role",
]
