"""Long lists a page at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

PAGE_SIZE = 100

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paging:
    """Which of how many pages this is; an address is empty where there is no such page."""

    page: int
    pages: int
    before: str
    after: str


def page_of(
    rows: Sequence[T], page: int, address: Callable[[int], str], size: int = PAGE_SIZE
) -> tuple[tuple[T, ...], Paging]:
    """Return the rows of a page, counted from 1; beyond the last stands the last."""
    pages = max(1, -(-len(rows) // size))
    page = min(max(page, 1), pages)
    start = (page - 1) * size
    paging = Paging(page, pages, address(page - 1) if page > 1 else "", address(page + 1) if page < pages else "")
    return tuple(rows[start : start + size]), paging
