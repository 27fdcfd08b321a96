"""Flaws of questions, each with its line, but those that an author means and says why."""

from collections.abc import Iterator

from quizzes.faults import Fault
from quizzes.flaws import flaws
from quizzes.patterns import patterns
from quizzes.quiz import Quiz

MEANT = "or say under “allow” why it must be so: {}: …"
NOTHING = "nothing here is flawed by “{}” any more; remove this"


def flaw_faults(quiz: Quiz) -> Iterator[Fault]:
    """Yield the flaws of a quiz and of its items, and what is allowed though there is no such flaw.

    Those of an imported quiz were told when it was imported, and are its authors' to mend.
    """
    if quiz.settings.imported:
        return
    for index, item in enumerate(quiz.items):
        allowed = quiz.authored[item.id].allow
        found = list(flaws(item))
        for flaw in found:
            if flaw.name not in allowed:
                message = f"item “{item.id}”: {flaw.message}; {MEANT.format(flaw.name)}"
                yield quiz.source.fault(("items", index, *flaw.place), message)
        for name in allowed.keys() - {flaw.name for flaw in found}:
            yield quiz.source.fault(("items", index, "allow", name), f"item “{item.id}”: {NOTHING.format(name)}")
    yield from _pattern_faults(quiz)


def _pattern_faults(quiz: Quiz) -> Iterator[Fault]:
    found = list(patterns(quiz.items, shuffled=quiz.settings.shuffle_options))
    for pattern in found:
        if pattern.name not in quiz.settings.allow:
            yield quiz.source.fault(("items",), f"{pattern.message}; change some, {MEANT.format(pattern.name)}")
    for name in quiz.settings.allow.keys() - {pattern.name for pattern in found}:
        yield quiz.source.fault(("allow", name), NOTHING.format(name))
