"""A cohort that Ines teaches, with Lena in it and some work of hers."""

from dataclasses import dataclass
from fractions import Fraction

import pytest
from sqlalchemy.orm import Session

from app.services.people import Identity
from courseware.library import Library
from tests.app.teach.staging import answers, bank_of, cohort_of, enrol, reads, tries


@dataclass(frozen=True)
class Stage:
    """The ids of what is there."""

    cohort: int
    learner: int
    attempt: int

    @property
    def home(self) -> str:
        """The address of the cohort."""
        return f"/teach/cohorts/{self.cohort}"


@pytest.fixture
def stage(session: Session, library: Library, instructor: Identity, learner: Identity) -> Stage:
    cohort = cohort_of(session, instructor)
    enrol(session, cohort, learner.id)
    reads(session, learner.id, "ropes")
    attempt = tries(session, learner.id, "tying", earned=Fraction(7), points=13)
    quiz = bank_of(library).quizzes["tying"]
    right = {
        item.id: next(one.response for one in quiz.specimens[item.id] if one.name == "right") for item in quiz.items
    }
    answers(session, attempt, quiz, {item_id: (response, Fraction(1)) for item_id, response in right.items()})
    check = bank_of(library).quizzes["ropes-check"]
    checked = tries(session, learner.id, "ropes-check")
    response = next(one.response for one in check.specimens["rope-part"] if one.name == "right")
    answers(session, checked, check, {"rope-part": (response, Fraction(1))})
    return Stage(cohort, learner.id, attempt)
