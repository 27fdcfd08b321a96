"""`export --all-targets`: what becomes of each kind of question in every format, as text, JSON or part of a README."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from app.commands.context import Context, Refusal
from courseware.course import Course
from courseware.packages.everywhere import course_matrix
from courseware.proofs.records import write_whole
from quizzes.exports import ExportQuiz, formats, prepare, prepare_bank
from quizzes.exports.matrix import CHANGES, Matrix, build_matrix, table

LETTERS = {"exact": "E", "converted": "C", "by-hand": "H", "dropped": "D"}
LEGEND = f"E exact, C converted, H to finish by hand, D dropped; {CHANGES} a score can change"
WORDS = {"exact": "exact", "converted": "converted", "by-hand": "by hand", "dropped": "dropped"}
END = "<!-- /matrix -->"


def matrix_of(context: Context, target: str, bank: str, variants: int) -> Matrix:
    """Return the matrix of a quiz, of a course with all its quizzes, or of a bank of the course."""
    if bank:
        course, quiz = context.bank(target, bank)
        return _matrix(prepare_bank(course.bank, quiz, course.language, variants))
    found = context.target(target)
    if isinstance(found, Course):
        return course_matrix(found)
    course, quiz = found
    return _matrix(prepare(course.bank, quiz, course.language, variants))


def _matrix(prepared: ExportQuiz) -> Matrix:
    return build_matrix(prepared.address, [format_.report(prepared) for format_ in formats().values()])


def as_text(matrix: Matrix) -> Iterator[str]:
    """Yield the lines of a table in columns, a letter for each outcome, with its legend."""
    rows = table(matrix, LETTERS, " ")
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    yield f"{matrix.target}: {LEGEND}"
    for row in rows:
        yield "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()


def as_markdown(matrix: Matrix) -> str:
    """Return the table in Markdown, with words for the outcomes."""
    heads, *rows = table(matrix, WORDS, ", ")
    heads[0] = "Format"
    named = [[f"`{name}`", *cells] for name, *cells in rows]
    return "".join(map(_line, [heads, ["---"] * len(heads), *named]))


def begin(target: str) -> str:
    """Return the mark before the matrix of a target."""
    return f"<!-- matrix: written by `coursewright export {target} --all-targets --into README.md` -->"


def with_matrix(text: str, matrix: Matrix) -> str | None:
    """Return a text with the matrix between its two marks, or None where it lacks them."""
    opening = begin(matrix.target)
    block = re.compile(f"{re.escape(opening)}.*?{re.escape(END)}", re.DOTALL)
    written = f"{opening}\n{as_markdown(matrix)}{END}"
    return block.sub(lambda _: written, text, count=1) if block.search(text) else None


def write_into(path: Path, matrix: Matrix) -> None:
    """Write the matrix between its marks in a file. Raises Refusal where it has none, or is no text."""
    try:
        text = with_matrix(path.read_text(encoding="utf-8"), matrix)
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal(f"{path} can't be read as text; write the table into another file") from error
    if text is None:
        opening = begin(matrix.target)
        raise Refusal(f"{path} has no place for it; write “{opening}” and “{END}” into two lines of it")
    write_whole(path, text)
    click.echo(f"Wrote the matrix of {matrix.target} into {path}.", err=True)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
