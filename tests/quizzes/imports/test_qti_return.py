"""QTI there and back: what leaves as QTI 2 or 3 comes back as it was, but for what the report of the export named."""

from collections.abc import Iterator

import pytest

from quizzes.exports import formats, prepare
from quizzes.grading import Graded, grade
from quizzes.responses import JSON
from tests.quizzes.exports.samples import own_quizzes, with_specimens
from tests.quizzes.imports.reading import adopted, bank_of
from tests.quizzes.imports.returning import Return, answer_back, back_keys, plain, said


@pytest.fixture(scope="module", params=["qti30", "qti22", "qti21"])
def returns(request: pytest.FixtureRequest) -> list[Return]:
    return list(_returns(request.param))


def _returns(format_name: str) -> Iterator[Return]:
    for bank, quiz in own_quizzes():
        found = adopted("quiz.zip", formats()[format_name].write(prepare(bank, quiz, variants=1)), format_name)
        assert [(one.place.name, one.why) for one in found.refused] == []
        assert [(line.item.id, line.changes) for line in found.taken if line.changes] == []
        back = {item.id: item for item in bank_of(found).items}
        for item, specimens in with_specimens(bank, quiz):
            yield Return(item, specimens, back[item.id])


def test_every_specimen_response_earns_what_it_earned(returns: list[Return]) -> None:
    wrong: list[object] = []
    for one in returns:
        keys = back_keys(one)
        for specimen in one.specimens:
            given = specimen.response if isinstance(specimen.response, dict) else {}
            response: JSON = {part: answer_back(one, answer, keys) for part, answer in given.items()}
            graded = grade(one.back, response)
            score = graded.score if isinstance(graded, Graded) else None
            if score != specimen.score:
                wrong.append((one.item.id, specimen.name, score, specimen.score))
    assert wrong == []
    assert sum(len(one.specimens) for one in returns) > 1000
    assert {one.item.kind for one in returns} >= {
        "single",
        "multiple",
        "true-false",
        "categorise",
        "match",
        "order",
        "dropdowns",
        "output",
        "faulty-line",
        "short-text",
        "numeric",
        "generated",
    }


def test_every_text_and_setting_comes_back(returns: list[Return]) -> None:
    for one in returns:
        item, back = one.item, one.back
        assert said(back) == said(item)
        for name in ("hint", "right", "wrong"):
            assert (item.id, plain(getattr(back, name))) == (item.id, plain(getattr(item, name)))
        for name in ("points", "difficulty", "tags", "objective"):
            assert (item.id, getattr(back, name)) == (item.id, getattr(item, name))
        assert plain(back.explanation).startswith(plain(item.explanation))


def test_feedback_stays_with_its_answer_or_goes_into_the_explanation(returns: list[Return]) -> None:
    """Of pairs and steps QTI's feedback is on the whole, which the report of the export says."""
    for one in returns:
        before, after = one.item.parts[0].feedback, one.back.parts[0].feedback
        if not after:
            assert [text for text in before.values() if plain(text) not in plain(one.back.explanation)] == []
            continue
        told = sorted(map(plain, before.values()))
        assert (one.item.id, sorted(map(plain, after.values()))) == (one.item.id, told)
