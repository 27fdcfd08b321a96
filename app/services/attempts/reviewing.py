"""When the answers of an attempt are due: what a learner may see of it once it is submitted."""

from typing import Literal

from app.services.standing import QuizMark
from quizzes.quiz import Settings

Reason = Literal["due", "attempts-left", "marks-only", "not-submitted"]


def review_of(settings: Settings, mark: QuizMark, attempt_id: int) -> Reason:
    """Say whether the keys, feedback and explanations of an attempt are due, or why they are not.

    Where a quiz keeps them until the last attempt, full marks end the waiting: nothing is left to find out.
    """
    if all(finished.attempt_id != attempt_id for finished in mark.finished):
        return "not-submitted"
    match settings.review:
        case "after-submit":
            return "due"
        case "marks-only":
            return "marks-only"
        case "after-last":
            used_up = bool(settings.attempts) and len(mark.finished) >= settings.attempts
            full = any(finished.earned == finished.points for finished in mark.finished)
            return "due" if (used_up and mark.open_id is None) or full else "attempts-left"
