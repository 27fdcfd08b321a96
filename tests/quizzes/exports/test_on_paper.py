"""Printed papers: the same marks by the key as by our grader, and papers that differ as they should."""

from dataclasses import replace

import pytest

from quizzes.bank import Bank
from quizzes.exports import formats, prepare
from quizzes.exports.on_paper.papers import papers
from quizzes.exports.variants import authored_id
from quizzes.grading import Graded, grade
from quizzes.interactions import Item, TextKey
from quizzes.quiz import Quiz
from quizzes.responses import JSON
from tests.quizzes.exports import paper_reader
from tests.quizzes.exports.any_response import any_response
from tests.quizzes.exports.samples import judged_item, odd_export, opened, own_quizzes
from tests.quizzes.exports.test_files import asking
from tests.quizzes.exports.test_golden import QUIZ
from tests.quizzes.exports.test_variants import workshop

PRINT = formats()["print"]


def responses(item: Item) -> list[JSON]:
    """Return what can be chosen; of what is typed, the texts of the key and the edges of its ranges as they stand."""
    match item.parts[0].answer:
        case TextKey(forms=forms):
            return [{"answer": text} for form in forms for text in form.texts if text == " ".join(text.split())]
        case _:
            return list(any_response(item))[:60]


@pytest.mark.parametrize(("bank", "quiz"), own_quizzes(), ids=lambda value: getattr(value, "slug", ""))
def test_the_key_gives_whatever_can_be_chosen_the_marks_that_our_grader_gives(bank: Bank, quiz: Quiz) -> None:
    export = prepare(bank, quiz)
    archive = PRINT.write(export)
    wrong = []
    for paper in papers(export):
        for item, question in zip(paper.items, paper_reader.read(archive, paper), strict=True):
            for response in responses(item):
                graded = grade(item, response)
                assert isinstance(graded, Graded)
                marks = question.marks(item, response)
                if marks != graded.score * item.points:
                    wrong.append(f"{paper.letter}: {item.id}: {response}: {marks}, not {graded.score * item.points}")
    assert wrong == []


def test_papers_are_as_many_as_asked_for_and_shuffled_each_in_its_own_way() -> None:
    export = replace(odd_export(), shuffle_items=True, papers=3)
    names = ("paper-A", "paper-B", "paper-C", "key")
    assert opened(PRINT.write(export)).namelist() == [f"{name}.{kind}" for kind in ("pdf", "html") for name in names]
    orders = [[item.id for item in paper.items] for paper in papers(export)]
    assert len({tuple(order) for order in orders}) == 3
    assert len({frozenset(order) for order in orders}) == 1


def test_a_drawn_question_has_other_numbers_on_the_next_paper() -> None:
    first, second = papers(workshop())
    assert len(first.items) == len(second.items) == 10
    by_id = {authored_id(item.id): item for item in first.items}
    both = [(by_id[name], item) for item in second.items if (name := authored_id(item.id)) in by_id]
    assert both
    assert all(one.variant != other.variant for one, other in both)


def test_what_a_person_judges_has_lines_to_write_on() -> None:
    page = opened(PRINT.write(asking(judged_item()))).read("paper-A.html").decode()
    assert page.count('<span class="blank whole"></span>') == 7
    assert "4 points in all, 2.48 points to pass." in page


def test_the_key_says_what_was_typed() -> None:
    key = opened(PRINT.write(QUIZ)).read("key.html").decode()
    assert (
        "<td>A, B</td><td><p>A: 1.5; B: 1.5; C: −3</p><p>Add what is chosen: at least 0, at most 3 points.</p></td>"
    ) in key


def test_a_page_needs_nothing_from_elsewhere() -> None:
    page = opened(PRINT.write(odd_export())).read("paper-A.html").decode()
    assert "<link" not in page
    assert "<script" not in page
    assert "<img" not in page
