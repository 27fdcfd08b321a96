"""Which of the items that were served are those that a quiz asks now."""

from app.services.quiz_answers import Revision
from quizzes.bank import Bank
from quizzes.expressions import ExpressionError
from quizzes.interactions import Item
from quizzes.paper import as_asked
from quizzes.quiz import Quiz


class Wordings:
    """The items that a quiz can ask now, to hold those that were served against."""

    def __init__(self, bank: Bank, quiz: Quiz) -> None:
        self._bank = bank
        self._quiz = quiz
        self._items = {item.id: item for item in bank.askable(quiz)}
        self._numbers = {item_id: number for number, item_id in enumerate(self._items, 1)}
        self._current: dict[str, bool] = {}

    def number_of(self, item_id: str) -> int | None:
        """Return an item's place in the quiz, from 1, or None where it is not asked any more."""
        return self._numbers.get(item_id)

    def place_of(self, item_id: str) -> tuple[int, str]:
        """Return what to sort items by: their place in the quiz, then those that are not asked any more."""
        return self._numbers.get(item_id, len(self._numbers) + 1), item_id

    def is_current(self, revision: Revision) -> bool:
        """Say whether a revision is what the quiz asks now; of a generated item, whether its variant comes out so."""
        if revision.hash not in self._current:
            now = self._now(revision.item)
            # A check keeps its items as they are, any other quiz as it asks them.
            self._current[revision.hash] = now is not None and revision.item in (now, as_asked(self._quiz, now))
        return self._current[revision.hash]

    def name_of(self, revision: Revision) -> str:
        """Return what tells the wordings of one item apart: all current variants of a generated item are one."""
        if not revision.item.variant:
            return revision.hash
        return "current" if self.is_current(revision) else "older"

    def _now(self, served: Item) -> Item | None:
        item = self._items.get(served.id)
        if item is None or not (item.variant and served.variant):
            return item
        source = next(quiz for quiz in self._bank.quizzes.values() if item.id in quiz.authored)
        try:
            return source.variant(item, served.variant)
        except ExpressionError:  # what it draws was changed, and this draw fits no more
            return None
