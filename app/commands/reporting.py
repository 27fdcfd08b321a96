"""`report`: how far the learners of a cohort are."""

import click

from app.clock import now
from app.commands.app_context import AppContext, in_app
from app.commands.context import Refusal
from app.commands.finding import cohort_argument, find_named_cohort
from app.commands.output import echo_json
from app.services.board import Board, BoardRow, find_board
from app.services.cohorts import CohortView
from app.web.teach.csv_file import csv_text
from app.web.teach.csv_tables import board_columns
from quizzes.scoring import percent


@click.command()
@cohort_argument
@click.option("--json", "as_format", flag_value="json", help="Print JSON.")
@click.option("--csv", "as_format", flag_value="csv", help="Print CSV, as the board's page gives it.")
@in_app
def report(context: AppContext, cohort_name: str, as_format: str | None) -> None:
    """Print the board of COHORT: learners by lessons and quizzes."""
    with context.session() as session:
        cohort = find_named_cohort(session, cohort_name)
        course = context.library.courses.get(cohort.course)
        if course is None:
            raise Refusal(f"the course “{cohort.course}” is not here, or has faults; run coursewright check")
        board = find_board(session, course, cohort.id, now=now())
    match as_format:
        case "json":
            echo_json(board_json(cohort, board))
        case "csv":
            click.echo(csv_text(board_columns(board), board.rows), nl=False)
        case _:
            _echo(board)


def board_json(cohort: CohortView, board: Board) -> dict[str, object]:
    """Return a board as plain values; shares are percentages, empty before the first attempt."""
    return {
        "cohort": cohort.id,
        "name": cohort.name,
        "course": cohort.course,
        "learners": [_row_json(board, row) for row in board.rows],
    }


def _row_json(board: Board, row: BoardRow) -> dict[str, object]:
    return {
        "name": row.name,
        "email": row.email,
        "status": row.status,
        "lessons": {lesson.slug: reading.value for lesson, reading in zip(board.lessons, row.lessons, strict=True)},
        "quizzes": {
            quiz.slug: {
                "percent": None if cell.share is None else float(percent(cell.share, 1)),
                "attempts": cell.tries,
                "passed": cell.passed,
            }
            for quiz, cell in zip(board.quizzes, row.quizzes, strict=True)
        },
        "last_activity_at": row.last_at.isoformat() if row.last_at else None,
        "quiet_days": row.quiet_days,
        "needs_a_hand": [need.value for need in row.needs],
    }


def _echo(board: Board) -> None:
    for row in board.rows:
        passed = sum(cell.passed for cell in row.quizzes)
        marks = ", ".join(
            f"{quiz.slug} {percent(cell.share, 1):.0f}%"
            for quiz, cell in zip(board.quizzes, row.quizzes, strict=True)
            if cell.share is not None
        )
        needs = f"  needs a hand: {', '.join(need.value for need in row.needs)}" if row.needs else ""
        who = row.name or row.email or "(guest)"
        click.echo(
            f"{who}  {row.read} of {len(row.lessons)} lessons, {passed} of {len(row.quizzes)} quizzes passed"
            f"{f'  ({marks})' if marks else ''}{needs}"
        )
