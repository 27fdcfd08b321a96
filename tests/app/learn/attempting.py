"""Attempts at the quizzes of the knots course, answered by hand. What is typed here is the key, by words."""

from sqlalchemy.orm import Session

from app.services.attempts.beginning import Begun, begin_attempt
from app.services.attempts.saving import Closed, Given, NotTheirs, Saved, Writer, save_answer
from app.services.attempts.served import ServedItems
from app.services.people import Identity
from courseware.course import Course
from quizzes.interactions import Choice, GapSelect, Item, Match, Order
from quizzes.quiz import Quiz
from quizzes.responses import JSON, Unreadable
from tests.conftest import START

# The right answer to each item of the quiz “tying”, as its author's bank says, in the words of the page.
RIGHT: dict[str, object] = {
    "loop-slips": ["False"],
    "which-loop": ["The [bowline]{.bowline}"],
    "costs-strength": ["A knot", "Wear"],
    "which-load": {
        "A line that goes slack in the wind": "[Bowline]{.bowline}",
        "A rope around a fence post under steady pull": "[Clove hitch]{.hitch}",
        "A loop around a person": "[Bowline]{.bowline}",
    },
    "part-names": {
        "Working end": "You tie with it",
        "Standing part": "It carries the load",
        "Loop": "It goes around something",
    },
    "bowline-order": [
        "Make a small loop",
        "Pass the end up through it",
        "Take it around the standing part",
        "Pass it back down",
    ],
    "fill-steps": {"first": "up", "last": "down", "part": "standing part"},
    "prints-what": ["overunder"],
    "prints-typed": "abab",
    "wrong-step": ["around the working end"],
    "breaking-load": "600",
    "part-word": "standing part",
}
POINTS = 13  # of the quiz: eleven items of 1 point, one of 2


def right_answer(item: Item) -> dict[str, JSON]:
    """Return the right response to an item of “tying”, with the keys that its words have."""
    return response(item, RIGHT[item.id])


def response(item: Item, said: object) -> dict[str, JSON]:
    """Return the response that says this, in the words of the options."""
    part = item.parts[0]
    match part.interaction:
        case Choice(options=options) | Order(options=options):
            keys = {option.text: option.key for option in options}
            assert isinstance(said, list)
            return {part.key: [keys[text] for text in said]}
        case Match(sources=sources, targets=targets):
            source_keys = {option.text: option.key for option in sources}
            target_keys = {option.text: option.key for option in targets}
            assert isinstance(said, dict)
            return {part.key: {source_keys[source]: target_keys[target] for source, target in said.items()}}
        case GapSelect(gaps=gaps):
            assert isinstance(said, dict)
            options = {(gap.key, option.text): option.key for gap in gaps for option in gap.options}
            return {part.key: {gap: options[gap, text] for gap, text in said.items()}}
        case _:
            assert isinstance(said, str)
            return {part.key: said}


def begin(session: Session, course: Course, quiz: Quiz, person: Identity, seed: str = "a seed") -> int:
    """Begin an attempt and commit; return its id."""
    begun = begin_attempt(session, course.bank, quiz, person.id, now=START, seed=seed)
    session.commit()
    assert isinstance(begun, Begun)
    return begun.attempt_id


def save(
    session: Session, person: Identity, attempt_id: int, item: str, raw: JSON, sequence: int | None = None
) -> Saved | Unreadable | Closed | NotTheirs:
    """Save an answer and commit."""
    writer = Writer(person.id, person.session_key)
    given = Given(attempt_id, item, raw, sequence)
    saved = save_answer(session.connection(), ServedItems(), writer, given, now=START)
    session.commit()
    return saved
