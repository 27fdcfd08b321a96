"""Items as they were served, kept in memory: an item of an attempt never changes."""

from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.orm import Session

from app.models import Answer, ItemRevision
from quizzes.interactions import Item
from quizzes.serial import decode_item

_SERVED = (
    select(ItemRevision.hash, ItemRevision.body)
    .join(Answer, Answer.revision == ItemRevision.hash)
    .where(Answer.attempt_id == bindparam("attempt"), Answer.item_id == bindparam("item"))
)


@lru_cache(maxsize=4096)
def item_of(body: str) -> Item:
    """Return the item that a stored revision holds."""
    return decode_item(body)


@dataclass(frozen=True, slots=True)
class Served:
    """An item with the hash of its revision."""

    revision: str
    item: Item


class ServedItems:
    """Which item each answer of an attempt is of; bounded, and safe to lose.

    Who saves by it names the revision, so that a stale entry (SQLite gives the id of a deleted attempt to the
    next one) is found out.
    """

    def __init__(self, size: int = 50_000) -> None:
        self._size = size
        self._items: dict[tuple[int, str], Served] = {}

    def find(self, connection: Connection | Session, attempt_id: int, item_id: str) -> Served | None:
        """Return the item as it was served, or None where the attempt has no such item."""
        found = self._items.get((attempt_id, item_id))
        return found or self._fetch(connection, attempt_id, item_id)

    def forget(self, attempt_id: int, item_id: str) -> None:
        """Drop what is kept of one item of an attempt."""
        self._items.pop((attempt_id, item_id), None)

    def _fetch(self, connection: Connection | Session, attempt_id: int, item_id: str) -> Served | None:
        row = connection.execute(_SERVED, {"attempt": attempt_id, "item": item_id}).one_or_none()
        if row is None:
            return None
        if len(self._items) >= self._size:
            self._items.clear()
        served = Served(row.hash, item_of(row.body))
        self._items[(attempt_id, item_id)] = served
        return served
