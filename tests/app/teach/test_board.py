"""The board, held against what was put on the stage by hand."""

from dataclasses import replace
from fractions import Fraction

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app.models import AttemptState
from app.services.board import Board, BoardRow, Need, Reading, find_board, graded_quizzes
from app.services.people import Identity
from courseware.library import Library
from tests.app.teach.staging import answers, at, bank_of, cohort_of, enrol, invited, queries, reads, tries

HALF = Fraction(1, 2)


@pytest.fixture
def cohort(session: Session, instructor: Identity) -> int:
    return cohort_of(session, instructor)


def board_of(session: Session, library: Library, cohort_id: int, days: float = 0) -> Board:
    return find_board(session, library.courses["knots"], cohort_id, now=at(days))


def row_of(session: Session, library: Library, cohort_id: int, days: float = 0) -> BoardRow:
    (row,) = board_of(session, library, cohort_id, days).rows
    return row


def test_the_columns_are_the_lessons_and_then_the_graded_quizzes_of_the_course(
    session: Session, library: Library, cohort: int
) -> None:
    board = board_of(session, library, cohort)
    assert [(column.slug, column.nav) for column in board.lessons] == [("ropes", "Ropes"), ("tying", "Tying")]
    assert [(column.slug, column.nav, column.pass_percent) for column in board.quizzes] == [
        ("tying", "Tying", 60),
        ("final", "Final", 50),
    ]


def test_a_board_of_nobody_has_no_figures(session: Session, library: Library, cohort: int) -> None:
    board = board_of(session, library, cohort)
    assert (board.rows, board.completed, board.mean, board.marks_n) == ((), None, None, 0)


def test_a_lesson_goes_from_opened_to_read_to_checked(
    session: Session, library: Library, cohort: int, learner: Identity
) -> None:
    enrol(session, cohort, learner.id)
    assert row_of(session, library, cohort).lessons == (Reading.NOT_YET, Reading.NOT_YET)
    reads(session, learner.id, "ropes")
    reads(session, learner.id, "tying", to_the_end=False)
    assert row_of(session, library, cohort).lessons == (Reading.READ, Reading.OPENED)
    check = bank_of(library).quizzes["ropes-check"]
    attempt = tries(session, learner.id, "ropes-check")
    answers(session, attempt, check, {"rope-part": ({"answer": ["x"]}, Fraction(0))})
    assert row_of(session, library, cohort).lessons[0] is Reading.READ
    answers(session, attempt, check, {"rope-weaker": ({"answer": ["x"]}, Fraction(1))})
    assert row_of(session, library, cohort).lessons[0] is Reading.CHECKED


def test_a_quiz_shows_the_share_that_counts(session: Session, library: Library, cohort: int, learner: Identity) -> None:
    enrol(session, cohort, learner.id)
    tries(session, learner.id, "tying", earned=Fraction(7), passed=True)
    tries(session, learner.id, "tying", earned=Fraction(5), number=2)
    tries(session, learner.id, "final", earned=Fraction(7), passed=True)
    tries(session, learner.id, "final", earned=Fraction(5), number=2, passed=True)
    tries(session, learner.id, "final", number=3)
    tying, final = row_of(session, library, cohort).quizzes
    assert (tying.share, tying.tries, tying.passed, tying.is_open) == (Fraction(7, 10), 2, True, False)  # the best
    assert (final.share, final.tries, final.passed, final.is_open) == (HALF, 2, True, True)  # the last


def test_an_attempt_that_was_set_aside_does_not_count(
    session: Session, library: Library, cohort: int, learner: Identity
) -> None:
    enrol(session, cohort, learner.id)
    tries(session, learner.id, "tying", state=AttemptState.SET_ASIDE)
    cell = row_of(session, library, cohort).quizzes[0]
    assert (cell.share, cell.tries, cell.is_open) == (None, 0, False)


def test_work_in_another_course_and_by_others_is_not_on_the_board(
    session: Session, library: Library, cohort: int, learner: Identity, other_learner: Identity
) -> None:
    enrol(session, cohort, learner.id)
    reads(session, other_learner.id, "ropes")
    tries(session, other_learner.id, "tying", earned=Fraction(10), passed=True)
    board = board_of(session, library, cohort)
    assert [row.name for row in board.rows] == ["Lena"]
    assert (board.completed, board.mean) == (0, None)


def test_the_tiles_and_the_feet_of_the_columns_say_how_many_they_are_of(
    session: Session, library: Library, cohort: int, learner: Identity, other_learner: Identity
) -> None:
    enrol(session, cohort, learner.id, other_learner.id, invited(session, "Zoe"))
    reads(session, learner.id, "ropes")
    reads(session, other_learner.id, "ropes")
    reads(session, other_learner.id, "tying")
    tries(session, learner.id, "tying", earned=Fraction(9), passed=True)
    tries(session, other_learner.id, "tying", earned=Fraction(4))
    tries(session, other_learner.id, "final", earned=Fraction(5), passed=True)
    board = board_of(session, library, cohort)
    assert board.completed == Fraction(3, 6)
    assert (board.mean, board.marks_n) == (Fraction(18, 30), 3)
    assert [column.done for column in board.lessons] == [2, 1]
    assert [(column.n, column.passed, column.mean) for column in board.quizzes] == [
        (2, 1, Fraction(13, 20)),
        (1, 1, HALF),
    ]
    assert [row.status for row in board.rows] == ["joined", "joined", "invited"]


def test_the_last_activity_is_the_latest_of_reading_submitting_and_answering(
    session: Session, library: Library, cohort: int, learner: Identity
) -> None:
    enrol(session, cohort, learner.id)
    assert row_of(session, library, cohort).last_at is None
    reads(session, learner.id, "ropes", days=1)
    assert row_of(session, library, cohort, days=3).last_at == at(1)
    tries(session, learner.id, "tying", earned=Fraction(1), days=2)
    assert row_of(session, library, cohort, days=3).last_at == at(2)
    check = bank_of(library).quizzes["ropes-check"]
    attempt = tries(session, learner.id, "ropes-check")
    answers(session, attempt, check, {"rope-part": ({"answer": ["x"]}, Fraction(0))}, days=2.5)
    assert row_of(session, library, cohort, days=4).last_at == at(2.5)
    assert row_of(session, library, cohort, days=4).quiet_days == 1


@pytest.mark.parametrize(("days", "needs"), [(7.99, ()), (8, (Need.QUIET,)), (20, (Need.QUIET,))])
def test_after_seven_quiet_days_somebody_needs_a_hand(
    session: Session, library: Library, cohort: int, learner: Identity, days: float, needs: tuple[Need, ...]
) -> None:
    enrol(session, cohort, learner.id)
    reads(session, learner.id, "ropes", days=1)
    assert row_of(session, library, cohort, days=days).needs == needs


def test_who_never_came_is_quiet_from_when_they_were_added(
    session: Session, library: Library, cohort: int, learner: Identity
) -> None:
    enrol(session, cohort, learner.id, days=2)
    assert row_of(session, library, cohort, days=8.9).needs == ()
    assert row_of(session, library, cohort, days=9).needs == (Need.QUIET,)
    assert row_of(session, library, cohort, days=9).quiet_days == 7


def test_two_tries_at_a_quiz_without_a_pass_need_a_hand_until_one_passes(
    session: Session, library: Library, cohort: int, learner: Identity
) -> None:
    enrol(session, cohort, learner.id)
    tries(session, learner.id, "final", earned=Fraction(1))
    assert row_of(session, library, cohort).needs == ()
    tries(session, learner.id, "final", earned=Fraction(2), number=2)
    assert row_of(session, library, cohort).needs == (Need.STUCK,)
    tries(session, learner.id, "final", earned=Fraction(9), number=3, passed=True)
    assert row_of(session, library, cohort).needs == ()


def do_all_but_the_final_quiz(session: Session, cohort: int, learner: Identity) -> None:
    enrol(session, cohort, learner.id)
    reads(session, learner.id, "ropes")
    reads(session, learner.id, "tying")
    tries(session, learner.id, "tying", earned=Fraction(9), passed=True)


def test_who_is_done_needs_no_hand_however_quiet(
    session: Session, library: Library, cohort: int, learner: Identity
) -> None:
    do_all_but_the_final_quiz(session, cohort, learner)
    assert row_of(session, library, cohort, days=90).needs == (Need.QUIET,)
    tries(session, learner.id, "final", earned=Fraction(9), passed=True)
    row = row_of(session, library, cohort, days=90)
    assert row.is_done
    assert row.needs == ()


def test_a_quiz_for_practice_alone_keeps_nobody_from_being_done(
    session: Session, library: Library, cohort: int, learner: Identity
) -> None:
    do_all_but_the_final_quiz(session, cohort, learner)
    course = replace(library.courses["knots"], final="")
    [row] = find_board(session, course, cohort, now=at(90)).rows
    assert [cell.is_step for cell in row.quizzes] == [True, False]
    assert row.is_done
    assert row.needs == ()


def test_a_board_costs_four_queries_for_one_learner_and_for_six(
    app: Flask, session: Session, library: Library, cohort: int
) -> None:
    def stage(*names: str) -> None:
        for name in names:
            person_id = invited(session, name)
            enrol(session, cohort, person_id)
            reads(session, person_id, "ropes")
            tries(session, person_id, "tying", earned=Fraction(9), passed=True)

    def count() -> int:
        with queries(session.get_bind().engine) as seen:
            assert board_of(session, library, cohort).rows
        return len(seen)

    stage("A")
    session.commit()
    assert count() == 4
    stage("B", "C", "D", "E", "F")
    assert count() == 4


def test_quizzes_stand_in_the_order_of_their_lessons_and_the_final_one_last(library: Library) -> None:
    slugs = [quiz.slug for quiz in graded_quizzes(library.courses["deep-learning-frameworks"])]
    assert slugs[:5] == ["deep-learning", "keras", "tensorflow", "pytorch", "key-differences"]
    assert slugs[-1] == "final"
    assert len(set(slugs)) == len(slugs)
