"""Where a learner stands: what is read, checked and passed, and where to go on."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest
from sqlalchemy.orm import Session

from app.services.attempts.checking import answer_check
from app.services.attempts.submitting import submit_attempt
from app.services.outline import ChecksLine, Next, Outline, outline_of
from app.services.people import Identity
from app.services.progress import note_opened, note_read
from app.services.standing import Standing, find_standing, find_standings
from courseware.course import Course
from tests.app.learn.attempting import begin, response, right_answer, save
from tests.app.learn.conftest import Counting
from tests.conftest import START


def outline(session: Session, course: Course, person: Identity) -> Outline:
    return outline_of(course, find_standing(session, course, person.id))


def read(session: Session, person: Identity, lesson: str, minutes: int = 0) -> None:
    note_read(session, person.id, "knots", lesson, now=START + timedelta(minutes=minutes))
    session.commit()


def check(session: Session, course: Course, person: Identity, item_id: str, said: str) -> None:
    quiz = course.bank.quizzes["ropes-check"]
    item = next(item for item in quiz.items if item.id == item_id)
    answer_check(session, quiz, item, person.id, response(item, [said]), now=START)
    session.commit()


def take(session: Session, course: Course, person: Identity, quiz_slug: str, rightly: bool) -> None:
    quiz = course.bank.quizzes[quiz_slug]
    attempt_id = begin(session, course, quiz, person)
    if rightly:
        for item in quiz.items:
            save(session, person, attempt_id, item.id, right_answer(item))
    submit_attempt(session, attempt_id, person.id, quiz.settings.pass_percent, now=START)
    session.commit()


def test_a_stranger_starts_with_the_first_lesson(knots: Course) -> None:
    found = outline_of(knots, Standing())
    assert not found.is_begun
    assert found.next == Next("lesson", "ropes", "The parts of a rope")
    # Two lessons to read, one check to answer, two quizzes to pass.
    assert (found.done, found.steps, found.share) == (0, 6, Fraction(0))


def test_what_is_done_counts_as_steps(session: Session, knots: Course, learner: Identity) -> None:
    read(session, learner, "ropes")
    check(session, knots, learner, "rope-part", "The standing part")
    found = outline(session, knots, learner)
    assert (found.done, found.lessons[0].checks) == (1, ChecksLine(size=2, answered=1, right=0))
    check(session, knots, learner, "rope-weaker", "True")
    found = outline(session, knots, learner)
    assert (found.done, found.lessons[0].checks) == (2, ChecksLine(size=2, answered=2, right=1))
    assert found.lessons[0].is_done
    take(session, knots, learner, "tying", rightly=True)
    found = outline(session, knots, learner)
    assert found.done == 3
    assert found.lessons[1].quiz is not None
    assert found.lessons[1].quiz.is_passed
    assert not found.lessons[1].is_done  # it is not read


def test_an_open_attempt_is_where_to_go_on(session: Session, knots: Course, learner: Identity) -> None:
    read(session, learner, "ropes")
    attempt_id = begin(session, knots, knots.bank.quizzes["tying"], learner)
    assert outline(session, knots, learner).next == Next("attempt", "tying", "Tying", attempt_id)


def test_the_lesson_that_was_open_last_is_where_to_go_on(session: Session, knots: Course, learner: Identity) -> None:
    note_opened(session, learner.id, "knots", "ropes", now=START)
    note_opened(session, learner.id, "knots", "tying", now=START + timedelta(minutes=5))
    session.commit()
    assert outline(session, knots, learner).next == Next("lesson", "tying", "Tying them")
    note_opened(session, learner.id, "knots", "ropes", now=START + timedelta(minutes=9))
    session.commit()
    assert outline(session, knots, learner).next == Next("lesson", "ropes", "The parts of a rope")


@pytest.mark.parametrize(("passed", "wanted"), [(False, "tying"), (True, "final")])
def test_after_reading_the_quizzes_are_next(
    session: Session, knots: Course, learner: Identity, passed: bool, wanted: str
) -> None:
    read(session, learner, "ropes")
    read(session, learner, "tying", minutes=1)
    if passed:
        take(session, knots, learner, "tying", rightly=True)
    found = outline(session, knots, learner).next
    assert found is not None
    assert (found.kind, found.slug) == ("quiz", wanted)


def test_the_first_time_of_reading_is_kept(session: Session, knots: Course, learner: Identity) -> None:
    read(session, learner, "ropes")
    read(session, learner, "ropes", minutes=30)
    mark = find_standing(session, knots, learner.id).lessons["ropes"]
    assert (mark.read_at, mark.seen_at) == (START, START + timedelta(minutes=30))


def test_a_standing_takes_two_queries_however_many_attempts_and_courses_there_are(
    session: Session, knots: Course, learner: Identity, statements: Counting
) -> None:
    sent_with: list[int] = []
    for courses in (["knots"], ["knots", "deep-learning-frameworks"]):
        take(session, knots, learner, "final", rightly=False)
        with statements() as sent:
            find_standings(session, courses, learner.id)
        sent_with.append(len(sent))
    assert sent_with == [2, 2]


def test_somebody_elses_work_is_not_mine(
    session: Session, knots: Course, learner: Identity, other_learner: Identity
) -> None:
    read(session, learner, "ropes")
    check(session, knots, learner, "rope-part", "The working end")
    take(session, knots, learner, "tying", rightly=True)
    assert not outline(session, knots, other_learner).is_begun


def test_a_graded_quiz_that_closes_nothing_is_extra_and_no_step(knots: Course) -> None:
    assert outline_of(knots, Standing()).extra == ()
    without = replace(knots, final="tying")  # so that nothing closes with the quiz “final”
    assert [quiz.slug for quiz in outline_of(without, Standing()).extra] == ["final"]
    assert outline_of(without, Standing()).steps == outline_of(knots, Standing()).steps
