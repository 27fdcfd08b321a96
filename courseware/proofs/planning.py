"""Which tasks there are, and which of them somebody asks for."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from courseware.course import Course
from courseware.proofs.demo_tasks import demo_tasks
from courseware.proofs.generator_tasks import generator_tasks
from courseware.proofs.key_tasks import key_task
from courseware.proofs.tasks import Kind, Task
from courseware.proofs.touched import items_of, proved_items, shown_claims


def all_tasks(courses: Iterable[Course]) -> Iterator[Task]:
    """Yield every task of these courses."""
    for course in courses:
        for demonstration in course.demonstrations.values():
            items, claims = proved_items(course, demonstration.id), shown_claims(course, demonstration.id)
            yield from demo_tasks(course.slug, demonstration, items, claims)
        for item in items_of(course):
            script = course.proofs.keys.get(item.id)
            if script is not None:
                yield key_task(course.slug, script, item)
        yield from generator_tasks(course)


def chosen(tasks: Iterable[Task], kinds: Collection[Kind], names: Sequence[str]) -> tuple[Task, ...]:
    """Return the tasks of these kinds that a name means; no kind means every kind, no name every task."""
    of_kind = [task for task in tasks if not kinds or task.kind in kinds]
    return tuple(task for task in of_kind if not names or any(task.is_named(name) for name in names))


def unknown(tasks: Sequence[Task], names: Iterable[str]) -> list[str]:
    """Return the names that mean no task."""
    return [name for name in names if not any(task.is_named(name) for task in tasks)]
