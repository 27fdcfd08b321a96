"""What stands in each file that an instructor can take away."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import render_template
from flask_babel import gettext as _

from app.access import instructor_required
from app.services.board import Board, LessonColumn, QuizColumn
from app.web.teach.blueprint import blueprint
from app.web.teach.csv_file import CsvColumn
from app.web.teach.csv_tables import ANSWERS, ATTEMPTS, MARKS, ROSTER, board_columns

# A board with one lesson and one quiz, to name its columns by.
EXAMPLE = Board(
    lessons=(LessonColumn("LESSON", "", "", 0),),
    quizzes=(QuizColumn("QUIZ", "", "", 0, 0, 0, None),),
    rows=(),
    completed=None,
    mean=None,
    marks_n=0,
)


@dataclass(frozen=True, slots=True)
class FileNote:
    """A file: where it is found, and the name and meaning of each column."""

    title: str
    where: str
    columns: tuple[tuple[str, str], ...]


@blueprint.get("/files", endpoint="files")
@instructor_required
def show_files() -> str:
    """Explain the columns of every file."""
    return render_template(
        "teach/files.html",
        files=(
            FileNote(_("Board"), _("On a cohort’s board: one line a learner."), _named(board_columns(EXAMPLE))),
            FileNote(_("People"), _("Under People: one line a learner."), _named(ROSTER)),
            FileNote(_("Attempts"), _("On a learner’s page: one line an attempt."), _named(ATTEMPTS)),
            FileNote(_("Marks"), _("On a quiz’s page in a cohort: one line an attempt."), _named(MARKS)),
            FileNote(_("Answers"), _("On a quiz’s page in a cohort: one line an answer."), _named(ANSWERS)),
        ),
    )


def _named(columns: Sequence[CsvColumn[Any]]) -> tuple[tuple[str, str], ...]:
    return tuple((column.name, str(column.meaning)) for column in columns)
