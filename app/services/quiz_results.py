"""What a cohort's attempts at a quiz show: marks, and for each question what was answered.

An item that was changed is told apart by its revision: answers before and after are never counted together.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from itertools import chain

from sqlalchemy.orm import Session

from app.services.quiz_answers import (
    CohortAttempt,
    GradedAnswer,
    Revision,
    ShownAnswer,
    Which,
    find_answers,
    find_checked,
    find_revisions,
    find_shown,
    find_submitted,
)
from app.services.wordings import Wordings
from courseware.asked import check_quizzes, graded_quizzes
from courseware.course import Course
from quizzes.analysis import (
    Given,
    ItemStatistics,
    MarkSummary,
    analyse_item,
    analyse_variants,
    beliefs_asked,
    beliefs_in,
    summarise_marks,
)
from quizzes.grading import FULL
from quizzes.interactions import Item
from quizzes.quiz import Quiz

FEWEST_TO_DOUBT = 20


@dataclass(frozen=True, slots=True)
class RevisionResults:
    """The answers to one wording of an item, first served at `since`; `is_current` where it is served now.

    A generated item is one wording, of which `variants` with numbers of their own were served; `item` is one.
    """

    item: Item
    since: datetime
    is_current: bool
    variants: int
    statistics: ItemStatistics

    @property
    def is_doubtful(self) -> bool:
        """Say whether who is good at the rest misses this: its key may be wrong, or its prompt misleading."""
        value = self.statistics.discrimination
        return value is not None and value < 0 and self.statistics.n >= FEWEST_TO_DOUBT


@dataclass(frozen=True, slots=True)
class ItemResults:
    """An item's answers, the newest wording first; `number` is its place in the quiz, None where it was taken out."""

    item_id: str
    number: int | None
    revisions: tuple[RevisionResults, ...]

    @property
    def was_changed(self) -> bool:
        """Say whether answers to more than one revision were given."""
        return len(self.revisions) > 1


@dataclass(frozen=True, slots=True)
class Belief:
    """A misconception that `held` of the `asked` learners showed, who met a question that can show it."""

    id: str
    name: str
    fact: str
    held: int
    asked: int


@dataclass(frozen=True, slots=True)
class QuizResults:
    """A quiz in a cohort; `marks` is None of a check, which has answers but no marks."""

    quiz: Quiz
    which: Which
    attempts: tuple[CohortAttempt, ...]
    answers: tuple[GradedAnswer, ...]
    items: tuple[ItemResults, ...]
    marks: MarkSummary | None
    beliefs: tuple[Belief, ...]


def find_quiz_results(session: Session, course: Course, quiz: Quiz, cohort_id: int, which: Which) -> QuizResults:
    """Return what a cohort's attempts at a quiz show, in three queries."""
    slugs = [quiz.slug]
    is_check = quiz.settings.mode == "check"
    attempts = (
        find_checked(session, course.slug, slugs, cohort_id)
        if is_check
        else find_submitted(session, course.slug, slugs, cohort_id, which)
    )
    answers = find_answers(session, course.slug, slugs, cohort_id, attempts)
    revisions = find_revisions(session, course.slug, slugs, cohort_id, attempts)
    shares = [attempt.earned / attempt.points for attempt in attempts if attempt.earned is not None and attempt.points]
    return QuizResults(
        quiz=quiz,
        which=which,
        attempts=attempts,
        answers=answers,
        items=_items(course, quiz, attempts, answers, revisions),
        marks=None if is_check else summarise_marks(shares, sum(bool(attempt.passed) for attempt in attempts)),
        beliefs=_beliefs(course, _shown(attempts, answers), revisions),
    )


def find_beliefs(session: Session, course: Course, cohort_id: int) -> tuple[Belief, ...]:
    """Return what a cohort's first attempts, and last answers to checks, show of misconceptions, in six queries."""
    graded = [quiz.slug for quiz in graded_quizzes(course)]
    checks = [quiz.slug for quiz in check_quizzes(course)]
    submitted = find_submitted(session, course.slug, graded, cohort_id, Which.FIRST)
    checked = find_checked(session, course.slug, checks, cohort_id)
    shown = chain(
        find_shown(session, course.slug, graded, cohort_id, submitted),
        find_shown(session, course.slug, checks, cohort_id, checked),
    )
    revisions = {
        **find_revisions(session, course.slug, graded, cohort_id, submitted),
        **find_revisions(session, course.slug, checks, cohort_id, checked),
    }
    return _beliefs(course, shown, revisions)


def _items(
    course: Course,
    quiz: Quiz,
    attempts: Sequence[CohortAttempt],
    answers: Iterable[GradedAnswer],
    revisions: Mapping[str, Revision],
) -> tuple[ItemResults, ...]:
    by_attempt = {attempt.id: attempt for attempt in attempts}
    wordings = Wordings(course.bank, quiz)
    groups: defaultdict[str, defaultdict[str, list[tuple[Revision, Given]]]] = defaultdict(lambda: defaultdict(list))
    for answer in answers:
        revision = revisions[answer.revision]
        given = Given(answer.response, answer.score, _rest(by_attempt[answer.attempt_id], answer, revision.item))
        groups[answer.item_id][wordings.name_of(revision)].append((revision, given))
    return tuple(
        ItemResults(item_id, wordings.number_of(item_id), _wordings(groups[item_id].values(), wordings))
        for item_id in sorted(groups, key=wordings.place_of)
    )


def _wordings(groups: Iterable[Sequence[tuple[Revision, Given]]], wordings: Wordings) -> tuple[RevisionResults, ...]:
    found = [_wording(group, wordings) for group in groups]
    return tuple(sorted(found, key=lambda wording: wording.since, reverse=True))


def _wording(group: Sequence[tuple[Revision, Given]], wordings: Wordings) -> RevisionResults:
    first = min((revision for revision, _given in group), key=lambda revision: revision.created_at)
    answers = [given for _revision, given in group]
    return RevisionResults(
        item=first.item,
        since=first.created_at,
        is_current=wordings.is_current(first),
        variants=len({revision.hash for revision, _given in group}) if first.item.variant else 0,
        statistics=analyse_variants([(revision.item, given) for revision, given in group])
        if first.item.variant
        else analyse_item(first.item, answers),
    )


def _rest(attempt: CohortAttempt, answer: GradedAnswer, item: Item) -> Fraction | None:
    """Return the share, 0 to 1, that the other items of the attempt earned."""
    points = attempt.points - item.points
    return (attempt.earned - answer.score * item.points) / points if attempt.earned is not None and points > 0 else None


def _shown(attempts: Iterable[CohortAttempt], answers: Iterable[GradedAnswer]) -> Iterator[ShownAnswer]:
    learner_of = {attempt.id: attempt.person_id for attempt in attempts}
    for answer in answers:
        response = None if answer.score == FULL else answer.response
        yield ShownAnswer(learner_of[answer.attempt_id], answer.revision, response)


def _beliefs(course: Course, answers: Iterable[ShownAnswer], revisions: Mapping[str, Revision]) -> tuple[Belief, ...]:
    """Return each belief that somebody was asked about, the commonest first; each learner counts once."""
    can_show = {name: beliefs_asked(revision.item) for name, revision in revisions.items()}
    shown: dict[tuple[str, str], frozenset[str]] = {}  # a cohort gives the same few answers over and over
    asked: defaultdict[str, set[int]] = defaultdict(set)
    held: defaultdict[str, set[int]] = defaultdict(set)
    for answer in answers:
        for name in can_show[answer.revision]:
            asked[name].add(answer.person_id)
        if answer.response is None or not can_show[answer.revision]:
            continue
        key = (answer.revision, repr(answer.response))
        if key not in shown:
            shown[key] = beliefs_in(revisions[answer.revision].item, answer.response)
        for name in shown[key]:
            held[name].add(answer.person_id)
    known = course.misconceptions
    found = [
        Belief(name, known[name].name, known[name].fact, len(held[name]), len(asked[name]))
        for name in asked
        if name in known
    ]
    return tuple(sorted(found, key=lambda belief: (-belief.held, -belief.asked, belief.name)))
