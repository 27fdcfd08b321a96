"""Generated questions, tried in many variants: always in range, no two options alike, no mistake that is right."""

from collections.abc import Iterator

from quizzes.faults import Fault
from quizzes.kinds.generated import Generated
from quizzes.quiz import Quiz

VARIANTS = 30  # A check is run often and must be quick; our own tests try 300.


def generated_faults(quiz: Quiz) -> Iterator[Fault]:
    """Yield what goes wrong in some variant of a quiz's generated items."""
    for index, item in enumerate(quiz.items):
        authored = quiz.authored.get(item.id)
        if isinstance(authored, Generated):
            for problem in authored.trial(VARIANTS):
                yield quiz.source.fault(("items", index, *problem.place), problem.message)
