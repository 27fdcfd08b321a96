"""The quizzes of a cohort's course: how they went, and for each question what was answered."""

from collections import defaultdict

from flask import Response, render_template, request, url_for

from app.access import instructor_required
from app.clock import now
from app.db import db
from app.services.board import find_board
from app.services.quiz_answers import Which, find_revisions
from app.services.quiz_results import QuizResults, find_beliefs, find_quiz_results
from app.web.teach.blueprint import blueprint
from app.web.teach.csv_file import csv_response
from app.web.teach.csv_tables import ANSWERS, MARKS, AnswerRow
from app.web.teach.finding import cohort_or_404, course_of, quiz_or_404
from app.web.teach.result_views import item_views
from app.web.teach.shell import shell_of
from courseware.asked import check_quizzes
from courseware.course import Course


@blueprint.get("/cohorts/<id:cohort_id>/quizzes", endpoint="cohort_quizzes")
@instructor_required
def show_quizzes(cohort_id: int) -> str:
    """List the quizzes with their marks, and what the answers show that learners believe."""
    cohort = cohort_or_404(cohort_id)
    course = course_of(cohort)
    return render_template(
        "teach/cohort-quizzes.html",
        shell=shell_of(cohort, "quizzes"),
        board=find_board(db.session, course, cohort.id, now=now()),
        checks=[(quiz.slug, quiz.title) for quiz in check_quizzes(course)],
        beliefs=find_beliefs(db.session, course, cohort.id),
    )


@blueprint.get("/cohorts/<id:cohort_id>/quizzes/<slug:quiz>", endpoint="cohort_quiz")
@instructor_required
def show_quiz(cohort_id: int, quiz: str) -> str:
    """Show what a cohort's attempts at a quiz say."""
    cohort = cohort_or_404(cohort_id)
    course = course_of(cohort)
    results = _results(course, quiz, cohort.id)
    return render_template(
        "teach/cohort-quiz.html",
        shell=shell_of(cohort),
        course=course.slug,
        quiz=results.quiz.slug,
        title=results.quiz.title,
        is_check=results.marks is None,
        pass_percent=results.quiz.settings.pass_percent,
        which=results.which.value,
        first_url=url_for("teach.cohort_quiz", cohort_id=cohort.id, quiz=quiz),
        all_url=url_for("teach.cohort_quiz", cohort_id=cohort.id, quiz=quiz, attempts="all"),
        attempts=results.attempts,
        marks=results.marks,
        items=item_views(course, results),
        beliefs=results.beliefs,
    )


@blueprint.get("/cohorts/<id:cohort_id>/quizzes/<slug:quiz>/marks.csv", endpoint="marks_csv")
@instructor_required
def marks_file(cohort_id: int, quiz: str) -> Response:
    """Return the marks of a cohort in a quiz as a file."""
    cohort = cohort_or_404(cohort_id)
    results = _results(course_of(cohort), quiz, cohort.id)
    return csv_response(f"{cohort.name} {quiz} marks {results.which}", MARKS, results.attempts)


@blueprint.get("/cohorts/<id:cohort_id>/quizzes/<slug:quiz>/answers.csv", endpoint="answers_csv")
@instructor_required
def answers_file(cohort_id: int, quiz: str) -> Response:
    """Return a cohort's answers to a quiz as a file, one line an answer."""
    cohort = cohort_or_404(cohort_id)
    course = course_of(cohort)
    results = _results(course, quiz, cohort.id)
    revisions = find_revisions(db.session, course.slug, [quiz], cohort.id, results.attempts)
    by_attempt = defaultdict(list)
    for answer in results.answers:
        by_attempt[answer.attempt_id].append(answer)
    rows = [
        AnswerRow(attempt, answer, revisions[answer.revision].item)
        for attempt in results.attempts
        for answer in by_attempt[attempt.id]
    ]
    return csv_response(f"{cohort.name} {quiz} answers {results.which}", ANSWERS, rows)


def _results(course: Course, slug: str, cohort_id: int) -> QuizResults:
    quiz = quiz_or_404(course, slug)
    which = Which.ALL if request.args.get("attempts") == Which.ALL else Which.FIRST
    return find_quiz_results(db.session, course, quiz, cohort_id, which)
