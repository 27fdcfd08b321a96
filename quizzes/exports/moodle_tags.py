"""The tags by which Moodle finds a question: its objective, its difficulty and the author's own."""

from quizzes.interactions import Item


def tags_of(item: Item) -> tuple[str, ...]:
    """Return the tags of an item, each once."""
    return tuple(dict.fromkeys(tag for tag in (item.objective, item.difficulty, *item.tags) if tag))
