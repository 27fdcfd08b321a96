"""`grade` and `specimens`: our grading, to hold other engines against. The formats stand in quizzes/README.md."""

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import IO

import click

from app.commands.context import Context, Refusal, in_context
from app.commands.output import as_json, echo_json
from quizzes.bank import Bank
from quizzes.grading import Graded, GradedPart, State, Verdict
from quizzes.grading import grade as grade_item
from quizzes.interactions import GapKey, Item, Part
from quizzes.paper import draw_paper
from quizzes.quiz import Quiz
from quizzes.responses import JSON, Unreadable
from quizzes.scoring import marks, passes, percent


@click.command()
@click.argument("quiz")
@click.argument("responses", type=click.File("r", encoding="utf-8-sig"))
@click.option("--seed", help="Grade the paper drawn with this seed, for a quiz that draws its questions.")
@in_context
def grade(context: Context, quiz: str, responses: IO[str], seed: str | None) -> None:
    """Grade the file RESPONSES, `{item: {part: value}}`, against QUIZ and print the result as JSON."""
    course, found = context.quiz(quiz)
    given = _read(responses)
    echo_json(result_json(found, _paper(course.bank, found, given, seed), given))


def _read(responses: IO[str]) -> Mapping[str, JSON]:
    try:
        given = json.load(responses)
    except ValueError as error:  # not JSON, or not UTF-8
        raise Refusal(f"{responses.name} is not JSON: {error}") from error
    except RecursionError as error:
        raise Refusal(f"{responses.name} is nested too deeply; it must hold {{item: {{part: value}}}}") from error
    if not isinstance(given, dict):
        raise Refusal(f"{responses.name} must hold one object, {{item: {{part: value}}}}")
    return given


def _paper(bank: Bank, quiz: Quiz, given: Mapping[str, JSON], seed: str | None) -> Sequence[Item]:
    """Return the items to grade: the quiz's own, those drawn with a seed, or else those that the file answers."""
    if quiz.settings.draw and seed is None:
        items = [item for item in bank.askable(quiz) if item.id in given]
    else:
        items = list(draw_paper(bank, quiz, seed or ""))
    unknown = sorted(given.keys() - {item.id for item in items})
    if unknown:
        raise Refusal(f"{quiz.address} does not ask {', '.join(unknown)}; coursewright quizzes --json lists its items")
    return items


def result_json(quiz: Quiz, items: Sequence[Item], given: Mapping[str, JSON]) -> dict[str, JSON]:
    """Return the result of one paper; what can't be read counts as not answered."""
    graded = [(item, grade_item(item, given.get(item.id))) for item in items]
    earned = sum((one.score * item.points for item, one in graded if isinstance(one, Graded)), Fraction(0))
    points = sum(item.points for item in items)
    score = earned / points if points else Fraction(0)
    return {
        "quiz": quiz.address,
        **score_json(score),
        "marks": float(marks(score, points)),
        "points": points,
        "percent": float(percent(earned, points)),
        "passed": passes(earned, points, quiz.settings.pass_percent),
        "items": [_item_json(item, one) for item, one in graded],
    }


def score_json(score: Fraction | None) -> dict[str, JSON]:
    """Return a score from 0 to 1, exact and as a number; None for what can't be read."""
    if score is None:
        return {"score": None, "score_number": None}
    return {"score": str(score), "score_number": float(score)}


def _item_json(item: Item, graded: Graded | Unreadable) -> dict[str, JSON]:
    if isinstance(graded, Unreadable):
        result: dict[str, JSON] = {**score_json(None), "marks": 0.0, "blank": False, "unreadable": graded.message}
        return {"id": item.id, **result, "points": item.points, "feedback": []}
    return {
        "id": item.id,
        **score_json(graded.score),
        "marks": float(marks(graded.score, item.points)),
        "points": item.points,
        "blank": graded.blank,
        "unreadable": None,
        "feedback": [*_feedback(item, graded)],
    }


def _feedback(item: Item, graded: Graded) -> Sequence[dict[str, JSON]]:
    """Return what the author says, part by part, of what was given and missed; then of the whole."""
    said: list[dict[str, JSON]] = []
    for part, result in zip(item.parts, graded.parts, strict=True):
        said.extend(_part_feedback(part, result))
    general = item.right if graded.score == 1 else item.wrong
    said.extend({"part": "", "element": "", "state": "", "text": text} for text in (general, item.explanation) if text)
    return said


def _part_feedback(part: Part, result: GradedPart) -> Sequence[dict[str, JSON]]:
    return [
        {"part": part.key, "element": verdict.element, "state": verdict.state.value, "text": text}
        for verdict in result.verdicts
        if verdict.state is not State.LEFT
        for text in [part.feedback.get(_feedback_key(part, verdict), "")]
        if text
    ]


def _feedback_key(part: Part, verdict: Verdict) -> str:
    if isinstance(part.answer, GapKey):
        return f"{verdict.element}/{verdict.given or verdict.correct}"
    return verdict.element


@click.command()
@click.argument("quiz")
@as_json
@in_context
def specimens(context: Context, quiz: str, in_json: bool) -> None:
    """Print responses to each item of QUIZ with the score that each must get; null must be refused as unreadable."""
    course, found = context.quiz(quiz)
    bank = course.bank
    by_item = {name: all_of for one in bank.quizzes.values() for name, all_of in one.specimens.items()}
    items = [(item, by_item[item.id]) for item in bank.askable(found)]
    if in_json:
        echo_json(
            {
                "quiz": found.address,
                "items": [
                    {
                        "id": item.id,
                        "kind": item.kind,
                        "points": item.points,
                        "specimens": [
                            {"name": one.name, "response": one.response, **score_json(one.score)} for one in every
                        ],
                    }
                    for item, every in items
                ],
            }
        )
        return
    for item, every in items:
        click.echo(f"{item.id} ({item.kind})")
        for one in every:
            score = "unreadable" if one.score is None else str(one.score)
            click.echo(f"  {one.name}: {json.dumps(one.response, ensure_ascii=False)} → {score}")
