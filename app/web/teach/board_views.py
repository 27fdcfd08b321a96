"""A board in the order that its reader asks for: sorted by any column, filtered by name, a page at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Any, Literal

from flask import url_for
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from app.services.board import Board, BoardRow, Reading
from app.web.teach.paging import Paging, page_of

Direction = Literal["asc", "desc"]
READINGS = list(Reading)


@dataclass(frozen=True, slots=True)
class Ordering:
    """What the address asks for; an unknown column or direction becomes the usual one."""

    sort: str
    direction: Direction
    query: str
    page: int
    needing: bool


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: `sorted` is what aria-sort says, or empty."""

    slug: str
    label: str
    title: str
    url: str
    sorted: Literal["ascending", "descending", ""]


@dataclass(frozen=True, slots=True)
class BoardPage:
    """A page of a board; `found` of all learners have the name that was asked for."""

    board: Board
    ordering: Ordering
    name_head: Head
    lesson_heads: tuple[Head, ...]
    quiz_heads: tuple[Head, ...]
    last_head: Head
    rows: tuple[BoardRow, ...]
    found: int
    paging: Paging
    needing_url: str
    all_url: str


def read_ordering(args: MultiDict[str, str]) -> Ordering:
    """Return the ordering that an address asks for."""
    return Ordering(
        sort=args.get("sort", "name"),
        direction="desc" if args.get("dir") == "desc" else "asc",
        query=" ".join(args.get("q", "").split())[:100],
        page=args.get("page", 1, type=int),
        needing=args.get("show") == "needing",
    )


def board_page(board: Board, ordering: Ordering, cohort_id: int) -> BoardPage:
    """Return the page of a board that was asked for."""
    found = chosen_rows(board, ordering)

    def address(sort: str, direction: str, page: int | None = None) -> str:
        show = "needing" if ordering.needing else None
        query = ordering.query or None
        return url_for("teach.cohort", cohort_id=cohort_id, sort=sort, dir=direction, q=query, show=show, page=page)

    def head(slug: str, label: str, title: str = "") -> Head:
        here = ordering.sort == slug
        url = address(slug, "desc" if here and ordering.direction == "asc" else "asc")
        way: Literal["ascending", "descending"] = "ascending" if ordering.direction == "asc" else "descending"
        return Head(slug, label, title or label, url, way if here else "")

    rows, paging = page_of(found, ordering.page, lambda page: address(ordering.sort, ordering.direction, page))
    return BoardPage(
        board=board,
        ordering=ordering,
        name_head=head("name", _("Learner")),
        lesson_heads=tuple(head(f"lesson-{one.slug}", one.nav, one.title) for one in board.lessons),
        quiz_heads=tuple(head(f"quiz-{one.slug}", one.nav, one.title) for one in board.quizzes),
        last_head=head("last", _("Last activity")),
        rows=rows,
        found=len(found),
        paging=paging,
        needing_url=url_for("teach.cohort", cohort_id=cohort_id, show="needing"),
        all_url=url_for("teach.cohort", cohort_id=cohort_id, sort=ordering.sort, dir=ordering.direction),
    )


def chosen_rows(board: Board, ordering: Ordering) -> list[BoardRow]:
    """Return the rows that are asked for, in the order asked for, of all pages."""
    rows = board.needing if ordering.needing else board.rows
    return sort_rows(board, filter_rows(rows, ordering.query), ordering)


def filter_rows(rows: Sequence[BoardRow], query: str) -> list[BoardRow]:
    """Return the learners whose name or e-mail has every word of a query."""
    words = query.casefold().split()
    return [row for row in rows if all(word in f"{row.name} {row.email}".casefold() for word in words)]


def sort_rows(board: Board, rows: Sequence[BoardRow], ordering: Ordering) -> list[BoardRow]:
    """Return rows in an order; who has nothing in the column comes last both ways, and ties go by name.

    The rows of a board stand by name already; a column that the board does not have leaves them so.
    """
    backwards = ordering.direction == "desc"
    value = _value_of(board, ordering.sort)
    if value is None:
        return list(rows)[::-1] if backwards and ordering.sort == "name" else list(rows)
    valued = [(value(row), row) for row in rows]
    there = sorted(
        ((found, row) for found, row in valued if found is not None), key=lambda pair: pair[0], reverse=backwards
    )
    return [row for _found, row in there] + [row for found, row in valued if found is None]


def _value_of(board: Board, sort: str) -> Callable[[BoardRow], Any] | None:
    """Return what a column sorts by."""
    if sort == "last":
        return lambda row: row.last_at
    for place, lesson in enumerate(board.lessons):
        if sort == f"lesson-{lesson.slug}":
            return partial(_reading_at, place)
    for place, quiz in enumerate(board.quizzes):
        if sort == f"quiz-{quiz.slug}":
            return partial(_share_at, place)
    return None


def _reading_at(place: int, row: BoardRow) -> int:
    return READINGS.index(row.lessons[place])


def _share_at(place: int, row: BoardRow) -> Fraction | None:
    return row.quizzes[place].share
