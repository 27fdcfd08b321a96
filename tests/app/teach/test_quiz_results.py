"""What attempts at a quiz show, held against answers given by hand."""

from fractions import Fraction

import msgspec
import pytest
from sqlalchemy.orm import Session

from app.models import Answer, AttemptState, ItemRevision
from app.services.learner_record import find_attempts, find_checks
from app.services.people import Identity
from app.services.quiz_answers import Which
from app.services.quiz_results import QuizResults, find_beliefs, find_quiz_results
from courseware.library import Library
from quizzes.interactions import ChoiceKey, Item, NumberKey
from quizzes.kinds.base import PART
from quizzes.responses import JSON
from quizzes.serial import encode_item, revision_hash
from tests.app.teach.staging import answers, at, bank_of, cohort_of, enrol, invited, queries, tries
from tests.conftest import START

NONE, FULL = Fraction(0), Fraction(1)


@pytest.fixture
def cohort(session: Session, instructor: Identity, learner: Identity, other_learner: Identity) -> int:
    made = cohort_of(session, instructor)
    enrol(session, made, learner.id, other_learner.id)
    return made


def item_of(library: Library, item_id: str, quiz: str = "tying") -> Item:
    return next(item for item in bank_of(library).quizzes[quiz].items if item.id == item_id)


def choose(library: Library, item_id: str, words: str, quiz: str = "tying") -> JSON:
    """Return the response that chooses the option whose text has these words."""
    options = item_of(library, item_id, quiz).parts[0].interaction.options  # type: ignore[union-attr]
    return {PART: [next(option.key for option in options if words in option.text)]}


def results(
    session: Session, library: Library, cohort_id: int, quiz: str = "tying", which: Which = Which.FIRST
) -> QuizResults:
    course = library.courses["knots"]
    return find_quiz_results(session, course, course.bank.quizzes[quiz], cohort_id, which)


def attempt(session: Session, library: Library, person_id: int, words: str, score: Fraction, *, number: int = 1) -> int:
    made = tries(session, person_id, "tying", earned=score * 10, passed=score == FULL, number=number, days=number)
    answers(
        session,
        made,
        bank_of(library).quizzes["tying"],
        {"which-loop": (choose(library, "which-loop", words), score), "loop-slips": (None, NONE)},
    )
    return made


def test_of_no_attempts_there_is_nothing_to_show(session: Session, library: Library, cohort: int) -> None:
    found = results(session, library, cohort)
    assert (found.attempts, found.items, found.beliefs) == ((), (), ())
    assert found.marks is not None
    assert (found.marks.n, found.marks.mean) == (0, None)


def test_first_attempts_count_each_learner_once_and_all_attempts_count_each(
    session: Session, library: Library, cohort: int, learner: Identity, other_learner: Identity
) -> None:
    attempt(session, library, learner.id, "Neither", NONE)
    attempt(session, library, learner.id, "bowline", FULL, number=2)
    attempt(session, library, other_learner.id, "bowline", FULL)
    first, every = results(session, library, cohort), results(session, library, cohort, which=Which.ALL)
    assert first.marks is not None
    assert every.marks is not None
    assert (first.marks.n, first.marks.mean, first.marks.pass_share) == (2, Fraction(1, 2), Fraction(1, 2))
    assert (every.marks.n, every.marks.mean, every.marks.pass_share) == (3, Fraction(2, 3), Fraction(2, 3))
    assert [(one.name, one.number) for one in every.attempts] == [("Lena", 1), ("Lena", 2), ("Omar", 1)]


def test_each_question_shows_how_often_each_answer_was_chosen(
    session: Session, library: Library, cohort: int, learner: Identity, other_learner: Identity
) -> None:
    attempt(session, library, learner.id, "Neither", NONE)
    attempt(session, library, other_learner.id, "bowline", FULL)
    found = results(session, library, cohort)
    assert [(item.item_id, item.number) for item in found.items] == [("loop-slips", 1), ("which-loop", 2)]
    (revision,) = found.items[1].revisions
    assert revision.is_current
    assert (revision.statistics.n, revision.statistics.facility) == (2, Fraction(1, 2))
    counts = revision.statistics.parts[0].tallies[0].counts
    assert [(count.n, count.worth, count.misconception) for count in counts] == [
        (1, "right", ""),
        (0, "wrong", ""),
        (1, "wrong", "hitch-holds-alone"),
    ]
    assert found.items[0].revisions[0].statistics.blank == 2


def test_answers_to_a_changed_item_are_counted_apart_newest_first(
    session: Session, library: Library, cohort: int, learner: Identity, other_learner: Identity
) -> None:
    attempt(session, library, learner.id, "bowline", FULL)
    old_attempt = attempt(session, library, other_learner.id, "bowline", FULL)
    body = encode_item(msgspec.structs.replace(item_of(library, "which-loop"), prompt="Which one is the loop?"))
    session.add(ItemRevision(hash=revision_hash(body), item_id="which-loop", body=body, created_at=at(-30)))
    session.flush()
    kept = session.get_one(Answer, (old_attempt, "which-loop"))
    kept.revision = revision_hash(body)
    session.commit()
    found = results(session, library, cohort).items[1]
    assert found.was_changed
    assert [(one.is_current, one.since, one.statistics.n) for one in found.revisions] == [
        (True, START, 1),
        (False, at(-30), 1),
    ]
    assert found.revisions[1].item.prompt == "Which one is the loop?"


def test_an_item_that_left_the_quiz_is_shown_last_without_a_number(
    session: Session, library: Library, cohort: int, learner: Identity
) -> None:
    made = attempt(session, library, learner.id, "bowline", FULL)
    body = encode_item(msgspec.structs.replace(item_of(library, "which-loop"), id="gone"))
    session.add(ItemRevision(hash=revision_hash(body), item_id="gone", body=body, created_at=START))
    session.flush()
    session.add(Answer(attempt_id=made, item_id="gone", position=3, revision=revision_hash(body), score=NONE))
    session.commit()
    last = results(session, library, cohort).items[-1]
    assert (last.item_id, last.number) == ("gone", None)


def test_a_belief_counts_learners_once_of_those_who_were_asked(
    session: Session, library: Library, cohort: int, learner: Identity, other_learner: Identity
) -> None:
    attempt(session, library, learner.id, "Neither", NONE)
    attempt(session, library, learner.id, "Neither", NONE, number=2)
    attempt(session, library, other_learner.id, "bowline", FULL)
    (belief,) = results(session, library, cohort, which=Which.ALL).beliefs
    assert (belief.id, belief.held, belief.asked) == ("hitch-holds-alone", 1, 2)
    assert belief.name == library.courses["knots"].misconceptions["hitch-holds-alone"].name


def test_beliefs_of_a_cohort_come_from_quizzes_and_checks(
    session: Session, library: Library, cohort: int, learner: Identity
) -> None:
    attempt(session, library, learner.id, "Neither", NONE)
    check = tries(session, learner.id, "ropes-check")
    response = choose(library, "rope-weaker", "False", "ropes-check")
    answers(session, check, bank_of(library).quizzes["ropes-check"], {"rope-weaker": (response, NONE)})
    found = find_beliefs(session, library.courses["knots"], cohort)
    assert sorted((belief.id, belief.held, belief.asked) for belief in found) == [
        ("hitch-holds-alone", 1, 1),
        ("knots-keep-strength", 1, 1),
    ]


def test_a_check_shows_its_answers_but_no_marks(
    session: Session, library: Library, cohort: int, learner: Identity
) -> None:
    check = tries(session, learner.id, "ropes-check")
    response = choose(library, "rope-weaker", "True", "ropes-check")
    answers(session, check, bank_of(library).quizzes["ropes-check"], {"rope-weaker": (response, FULL)})
    found = results(session, library, cohort, "ropes-check")
    assert found.marks is None
    assert [(item.item_id, item.revisions[0].statistics.facility) for item in found.items] == [("rope-weaker", FULL)]


def test_people_who_are_not_in_the_cohort_and_open_attempts_do_not_show(
    session: Session, library: Library, cohort: int, learner: Identity
) -> None:
    stranger = invited(session, "Zoe")
    attempt(session, library, stranger, "Neither", NONE)
    tries(session, learner.id, "tying")
    assert results(session, library, cohort).attempts == ()


def test_results_cost_three_queries_however_many_learners(
    session: Session, library: Library, cohort: int, learner: Identity, other_learner: Identity
) -> None:
    attempt(session, library, learner.id, "Neither", NONE)
    with queries(session.get_bind().engine) as few:
        results(session, library, cohort)
    attempt(session, library, other_learner.id, "bowline", FULL)
    with queries(session.get_bind().engine) as more:
        results(session, library, cohort)
    assert (len(few), len(more)) == (3, 3)


def test_the_record_of_a_learner_lists_attempts_newest_first_and_their_checks(
    session: Session, library: Library, learner: Identity
) -> None:
    course = library.courses["knots"]
    tries(session, learner.id, "tying", earned=Fraction(4))
    tries(session, learner.id, "tying", number=2, days=2, state=AttemptState.SET_ASIDE)
    tries(session, learner.id, "final", days=1)
    check = tries(session, learner.id, "ropes-check")
    response = choose(library, "rope-weaker", "True", "ropes-check")
    answers(session, check, bank_of(library).quizzes["ropes-check"], {"rope-weaker": (response, FULL)})
    lines = find_attempts(session, course, learner.id)
    assert [(line.title, line.number, str(line.state), line.share) for line in lines] == [
        ("Tying", 2, "set-aside", None),
        ("Final", 1, "open", None),
        ("Tying", 1, "submitted", Fraction(2, 5)),
    ]
    (line,) = find_checks(session, course, learner.id)
    assert (line.title, line.name, line.tries, line.score) == (
        "Check: ropes",
        "A knot weakens the rope it is tied in.",
        1,
        FULL,
    )


def test_variants_of_a_generated_item_are_one_wording_counted_by_what_answers_show(
    session: Session, library: Library, instructor: Identity, learner: Identity, other_learner: Identity
) -> None:
    course = library.courses["deep-learning-frameworks"]
    quiz, generated = next((quiz, item) for quiz in course.bank.quizzes.values() for item in quiz.items if item.variant)
    made = cohort_of(session, instructor, course=course.slug)
    enrol(session, made, learner.id, other_learner.id)
    for person, variant, score in ((learner, "one", FULL), (other_learner, "two", NONE)):
        item = quiz.variant(generated, variant)
        served = tries(session, person.id, quiz.slug, earned=score, points=item.points, course=course.slug)
        body = encode_item(item)
        session.add(ItemRevision(hash=revision_hash(body), item_id=item.id, body=body, created_at=START))
        session.flush()
        response = right_response(item) if score else None
        session.add(
            Answer(
                attempt_id=served,
                item_id=item.id,
                position=1,
                revision=revision_hash(body),
                response=response,
                saved_at=START if response else None,
                score=score,
            )
        )
    session.commit()
    (found,) = find_quiz_results(session, course, quiz, made, Which.FIRST).items
    (wording,) = found.revisions
    assert (wording.is_current, wording.variants, found.was_changed) == (True, 2, False)
    assert (wording.statistics.n, wording.statistics.facility) == (2, Fraction(1, 2))
    tally = wording.statistics.parts[0].tallies[0]
    assert [(count.answer, count.n) for count in tally.counts] == [("right", 1), ("other", 0)]
    assert tally.blank == 1


def right_response(item: Item) -> JSON:
    match item.parts[0].answer:
        case NumberKey(answer=answer):
            return {PART: str(answer)}
        case ChoiceKey(correct=correct):
            return {PART: [*correct]}
        case key:
            raise TypeError(f"no generated item is scored by {key!r}")
