"""Question bank categories, where a file holds questions and no quiz: one a pool, each item in one of them."""

from collections.abc import Iterator
from itertools import groupby

from quizzes.exports.pools import ExportQuiz, Pool
from quizzes.exports.report import Lost
from quizzes.interactions import Item


def filed(quiz: ExportQuiz) -> Iterator[tuple[Pool, tuple[Item, ...]]]:
    """Yield each pool with the items that no pool before it has."""
    seen: set[str] = set()
    for pool in quiz.pools:
        yield pool, tuple(item for item in pool.items if item.id not in seen)
        seen.update(item.id for item in pool.items)


def category_path(quiz: ExportQuiz, pool: Pool) -> str:
    """Return where a pool's items belong in Moodle's question bank; `/` in a name is written `//`."""
    of_quiz = not pool.is_drawn and (len(quiz.pools) == 1 or pool.title == quiz.title)
    names = [quiz.title] if of_quiz else [quiz.title, pool.title]
    return "/".join(["$course$", "top", *(name.replace("/", "//") for name in names)])


def draw_notes(quiz: ExportQuiz, place: str = "category", places: str = "categories") -> Iterator[Lost]:
    """Yield what a person has to set where items are drawn from a place for each pool."""
    for (share_of, number), found in groupby(filter(_is_drawn, quiz.pools), lambda pool: (pool.share_of, pool.count)):
        pools = list(found)
        questions = f"{number} random questions" if number > 1 else "1 random question"
        if share_of and len(pools) > 1:
            names = f"each of the {len(pools)} {places} “{pools[0].title}” to “{pools[-1].title}”"
            yield Lost("", f"the draw: add {questions} from {names} to the quiz there")
        else:
            for pool in pools:
                yield Lost("", f"the draw: add {questions} from the {place} “{pool.title}” to the quiz there")
    if sum(len(items) for _, items in filed(quiz)) < sum(len(pool.items) for pool in quiz.pools):
        yield Lost("", f"the second place of an item that two draws can give: it is in the {place} of the first alone")
    if quiz.shuffle_items:
        yield Lost("", "the shuffled order of the questions; set it in the quiz there")


def _is_drawn(pool: Pool) -> bool:
    return pool.is_drawn
