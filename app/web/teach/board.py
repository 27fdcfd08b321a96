"""The board of a cohort."""

from flask import Response, render_template, request

from app.access import instructor_required
from app.clock import now
from app.db import db
from app.services.board import QUIET_AFTER, STUCK_AFTER, find_board
from app.web.teach.blueprint import blueprint
from app.web.teach.board_views import board_page, chosen_rows, read_ordering
from app.web.teach.csv_file import csv_response
from app.web.teach.csv_tables import board_columns
from app.web.teach.finding import cohort_or_404, course_of
from app.web.teach.shell import shell_of


@blueprint.get("/cohorts/<id:cohort_id>", endpoint="cohort")
@instructor_required
def show_board(cohort_id: int) -> str:
    """Show where the learners of a cohort stand."""
    cohort = cohort_or_404(cohort_id)
    board = find_board(db.session, course_of(cohort), cohort.id, now=now())
    return render_template(
        "teach/board.html",
        shell=shell_of(cohort, "board"),
        page=board_page(board, read_ordering(request.args), cohort.id),
        quiet_days=QUIET_AFTER.days,
        stuck_after=STUCK_AFTER,
    )


@blueprint.get("/cohorts/<id:cohort_id>/board.csv", endpoint="board_csv")
@instructor_required
def board_file(cohort_id: int) -> Response:
    """Return the board as a file, in the order asked for, all pages in one."""
    cohort = cohort_or_404(cohort_id)
    board = find_board(db.session, course_of(cohort), cohort.id, now=now())
    rows = chosen_rows(board, read_ordering(request.args))
    return csv_response(f"{cohort.name} board", board_columns(board), rows)
