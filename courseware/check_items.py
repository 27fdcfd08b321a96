"""What must hold between the items of a quiz and the course around them: targets, and the Markdown of texts."""

from collections.abc import Iterator

from courseware.course import Course
from courseware.proofs.marks import claim_faults
from quizzes.faults import Fault
from quizzes.proofread import text_faults
from quizzes.quiz import Quiz
from quizzes.source import Place, Source

# What an author writes as Markdown, by key; the texts of other keys are code, names or what was typed.
_MARKDOWN = "prompt explanation hint feedback text left right wrong if_true if_false otherwise why"
MARKDOWN = frozenset(_MARKDOWN.split())
MISCONCEPTIONS = frozenset({"misconception", "misconceptions"})  # of an answer, or by line


def item_faults(course: Course, source: Source) -> Iterator[Fault]:
    """Yield dead `see`, `objective` and `misconception`, and faults of the Markdown, of every item of a file.

    It reads the source, not the items made of it, so that one item at fault does not hide what is wrong with others.
    """
    raw_items = source.value.get("items") if isinstance(source.value, dict) else None
    for index, raw in enumerate(raw_items if isinstance(raw_items, list) else ()):
        if isinstance(raw, dict):
            for place, message in _one_item_faults(course, raw, ("items", index)):
                yield source.fault(place, f"item “{raw.get('id', index + 1)}”: {message}")
    for place, value in _leaves(source.value, ()):
        if MISCONCEPTIONS.intersection(place[-2:]) and value not in ("", *course.misconceptions):
            yield source.fault(place, f"the misconception “{value}” is not listed in misconceptions.yaml")


def _one_item_faults(course: Course, raw: dict[str, object], item: Place) -> Iterator[tuple[Place, str]]:
    objective, see = raw.get("objective"), raw.get("see")
    if isinstance(objective, str) and objective not in course.objectives and not course.unread:
        yield (*item, "objective"), f"no lesson has the objective “{objective}”"
    if isinstance(see, str) and (message := see_fault(course, see)):
        yield (*item, "see"), message
    facets = [facet.id for facet in course.facets]
    for place, text in texts_of(raw, item):
        for message in (*text_faults(text, facets, course.bank.pictures), *claim_faults(text, course.proofs)):
            yield place, message


def filter_faults(course: Course, quiz: Quiz) -> Iterator[Fault]:
    """Yield objectives by which a quiz draws, and which no lesson has."""
    for number, draw in enumerate(quiz.settings.draw):
        for position, objective in enumerate(draw.objectives):
            if objective not in course.objectives and not course.unread:
                place = ("draw", number, "objectives", position)
                yield quiz.source.fault(place, f"draws by the objective “{objective}”, which no lesson has")


def see_fault(course: Course, see: str) -> str:
    """Return why a `lesson#anchor` leads nowhere, or nothing."""
    slug, _, anchor = see.partition("#")
    lesson = course.lesson(slug)
    if lesson is None:
        return "" if slug in course.unread else f"“see” names the lesson “{slug}”, which this course has not"
    if not anchor:
        return f"“see” must name a passage; write {slug}#anchor"
    if anchor not in lesson.anchors:
        names = ", ".join(heading.anchor for heading in lesson.headings)
        return f"“see” names “{see}”, but {lesson.file} has no such anchor; its headings: {names}"
    return ""


def texts_of(value: object, item: Place) -> Iterator[tuple[Place, str]]:
    """Yield the Markdown of an item; printed output stands as plain text in the options of its kind."""
    is_output = isinstance(value, dict) and value.get("kind") == "output"
    for place, leaf in _leaves(value, item):
        key = next(step for step in reversed(place) if isinstance(step, str))
        if isinstance(leaf, str) and key in MARKDOWN and not (is_output and key == "text"):
            yield place, leaf


def _leaves(value: object, place: Place) -> Iterator[tuple[Place, object]]:
    match value:
        case dict():
            for key, inner in value.items():
                yield from _leaves(inner, (*place, key))
        case list():
            for index, inner in enumerate(value):
                yield from _leaves(inner, (*place, index))
        case _:
            yield place, value
