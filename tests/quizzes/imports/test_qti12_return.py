"""Canvas and Common Cartridge there and back: the same scores and texts, but for what the report of the export named.

What leaves as several questions is graded as them, each with its points.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import pytest

from quizzes.exports import formats, prepare
from quizzes.exports.canvas import NAME as CANVAS
from quizzes.exports.report import Report, changes_score
from quizzes.grading import Graded, grade
from quizzes.interactions import GapSelect, Item, Match, NumberEntry, Order, OrderKey
from quizzes.kinds.base import Specimen
from quizzes.likeness import option_texts
from quizzes.responses import JSON
from tests.quizzes.exports.samples import own_quizzes
from tests.quizzes.imports.reading import adopted, bank_of
from tests.quizzes.imports.returning import Return, answer_back, back_keys, plain, said

GAP_NUMBER = re.compile(r"\(\d+\)…")  # how a gap is marked where each is a question


@dataclass(frozen=True, slots=True)
class Came:
    """An item, its specimens, and the questions that came back of it, with the report of its export."""

    item: Item
    specimens: tuple[Specimen, ...]
    back: tuple[Item, ...]
    report: Report

    @property
    def can_differ(self) -> bool:
        """Say whether the report of the export says that a score can change."""
        return any(changes_score(line.outcome) for line in self.report.lines if line.item == self.item.id)


@pytest.fixture(scope="module", params=["canvas", "cc11", "cc13"])
def came(request: pytest.FixtureRequest) -> list[Came]:
    return list(_came(request.param))


def _came(format_name: str) -> Iterator[Came]:
    for bank, quiz in own_quizzes():
        export = prepare(bank, quiz, variants=1)
        found = adopted("quiz.zip", formats()[format_name].write(export))
        assert found.format == ("canvas" if format_name == CANVAS else "cartridge")
        assert [(one.place.name, one.why) for one in found.refused] == []
        assert [(line.item.id, line.changes) for line in found.taken if line.changes] == []
        back = {item.id: item for item in bank_of(found).items}
        report = formats()[format_name].report(export)
        exported = {item.id: item for item in export.items}
        for item in (exported.get(item.id, item) for item in quiz.items):
            pieces = [back[name] for n in range(1, 30) if (name := f"{item.id}-{n}") in back and item.id not in back]
            yield Came(item, quiz.specimens[item.id], tuple(pieces) or (back[item.id],), report)


def score_back(one: Came, response: JSON) -> Fraction | None:
    """Return what an answer earns with what came back, as a share of all its points."""
    answer = response.get("answer") if isinstance(response, dict) else None
    scores = [_score(part, one, answer, number) for number, part in enumerate(one.back)]
    if None in scores:
        return None
    earned = (score * part.points for score, part in zip(scores, one.back, strict=True) if score)
    return sum(earned, Fraction(0)) / sum(part.points for part in one.back)


def _score(back: Item, one: Came, answer: JSON, number: int) -> Fraction | None:
    graded = grade(back, {} if answer is None else {"answer": _answer(back, one, answer, number)})
    return graded.score if isinstance(graded, Graded) else None


def _answer(back: Item, one: Came, answer: JSON, number: int) -> JSON:
    """Return an answer as the question that came back takes it: whole, in pairs, or for one of several questions."""
    item = one.item
    interaction, shown = item.parts[0].interaction, back.parts[0].interaction
    by_text = {plain(text): key for key, text in option_texts(shown).items()}
    if isinstance(interaction, Order) and isinstance(shown, Match) and isinstance(answer, list):
        texts = option_texts(interaction)
        places = {target.text: target.key for target in shown.targets}
        sources = {plain(source.text): source.key for source in shown.sources}
        return {
            sources.get(plain(texts.get(str(key), "?")), "?"): places.get(str(place), "?")
            for place, key in enumerate(answer, 1)
        }
    if isinstance(interaction, NumberEntry):
        return answer
    if len(one.back) > 1 or type(interaction) is not type(shown):
        chosen = _chosen(item, answer, number)
        return [by_text.get(plain(option_texts(interaction).get(chosen, "?")), "?")] if chosen is not None else []
    keys = back_keys(Return(item, one.specimens, back))
    return answer_back(Return(item, one.specimens, back), answer, keys)


def _chosen(item: Item, answer: JSON, number: int) -> str | None:
    """Return the key that an answer gives to one pair, step or gap."""
    interaction, key = item.parts[0].interaction, item.parts[0].answer
    match interaction:
        case Match(sources=sources) if isinstance(answer, dict):
            pairs = [source for source in sources if source.key in key.correct]  # type: ignore[union-attr]
            found = answer.get(pairs[number].key)
            return None if found is None else str(found)
        case Order() if isinstance(answer, list) and isinstance(key, OrderKey):
            return str(answer[number]) if number < len(answer) else None
        case GapSelect(gaps=gaps) if isinstance(answer, dict):
            found = answer.get(gaps[number].key)
            return None if found is None else f"{gaps[number].key}/{found}"
        case _:
            return None


def test_every_specimen_response_earns_what_it_earned_where_the_report_says_so(came: list[Came]) -> None:
    wrong: list[object] = []
    count = 0
    for one in came:
        for specimen in one.specimens:
            if specimen.score is None or (one.can_differ and specimen.name != "right"):
                continue
            count += 1
            score = score_back(one, specimen.response)
            if score != specimen.score:
                wrong.append((one.item.id, one.item.kind, specimen.name, score, specimen.score))
    assert wrong == []
    assert count > 1000


def test_every_text_comes_back(came: list[Came]) -> None:
    for one in came:
        item, first = one.item, one.back[0]
        lost = " ".join(one.report.lost_by(item.id))
        assert [said(item) in GAP_NUMBER.sub("_", said(back)) for back in one.back] == [True] * len(one.back), item.id
        assert any(plain(item.explanation) in plain(back.explanation) for back in one.back), item.id
        if "the hint" not in lost:
            assert (item.id, plain(first.hint)) == (item.id, plain(item.hint))
        if "right and wrong answers as a whole" not in lost:
            assert (item.id, plain(first.right), plain(first.wrong)) == (item.id, plain(item.right), plain(item.wrong))


def test_points_come_back_in_their_proportion(came: list[Came]) -> None:
    """A cartridge has weights, which are whole numbers; a group of Canvas has the same points for each of its own."""
    by_quiz: dict[str, list[Came]] = {}
    for one in came:
        by_quiz.setdefault(one.report.quiz, []).append(one)
    for quiz, found in by_quiz.items():
        lost = " ".join(found[0].report.lost_by(""))
        if "exact weights" in lost or "points of single questions" in lost or "the draw of" in lost:
            continue
        shares = {Fraction(sum(back.points for back in one.back), one.item.points) for one in found}
        assert (quiz, len(shares)) == (quiz, 1)


def test_the_feedback_on_every_answer_comes_back(came: list[Came]) -> None:
    for one in came:
        if any("known mistakes" in what for what in one.report.lost_by(one.item.id)):
            continue
        told = "".join(
            plain(text) for back in one.back for text in (back.explanation, *back.parts[0].feedback.values())
        )
        assert [text for text in one.item.parts[0].feedback.values() if plain(text) not in told] == [], one.item.id
