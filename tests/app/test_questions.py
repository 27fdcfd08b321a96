"""Questions as pages show them, and answers as forms send them."""

import re
from functools import cache
from typing import Any

import pytest
from jinja2 import Template
from werkzeug.datastructures import MultiDict

from app.web.answer_form import write_form
from app.web.questions import QuestionView, read_form, show_graded, show_question, show_unreadable
from courseware.library import Library
from quizzes.grading import Graded, grade
from quizzes.interactions import Item, Question, question_of
from quizzes.responses import Unreadable, read
from tests.browser import states
from tests.browser.states import SEED, quiz

ITEMS = {item.id: item for item in quiz().items}
ALL = pytest.mark.parametrize("item", ITEMS.values(), ids=ITEMS)


def question(name: str) -> Question:
    return question_of(ITEMS[name])


@cache
def template() -> Template:
    return states.environment().from_string('{% from "questions/question.html" import question %}{{ question(view) }}')


def render(view: QuestionView) -> str:
    return template().render(view=view)


def graded(item: Item, response: Any, *, reveal: bool = True, **place: Any) -> QuestionView:
    result = grade(item, response)
    assert isinstance(result, Graded)
    return show_graded(item, seed=SEED, response=response, graded=result, reveal=reveal, see_url="/see", **place)


@ALL
@pytest.mark.parametrize("name", ["", "an-item."])
def test_what_a_form_is_filled_with_is_what_it_sends(item: Item, name: str) -> None:
    for specimen in quiz().specimens[item.id]:
        if specimen.score is None:
            continue
        sent = read_form(question_of(item), write_form(question_of(item), specimen.response, name), name)
        assert read(item, sent) == read(item, specimen.response)


@ALL
def test_an_untouched_form_is_blank(item: Item) -> None:
    result = grade(item, read_form(question_of(item), MultiDict()))
    assert isinstance(result, Graded)
    assert result.blank


@ALL
def test_a_page_before_the_answer_says_nothing_that_only_graders_know(item: Item) -> None:
    html = render(show_question(item, seed=SEED))
    secrets = [item.explanation, item.right, item.wrong, *item.parts[0].feedback.values()]
    for secret in filter(None, secrets):
        assert max(re.split(r"[`$]", secret), key=len).strip() not in html
    assert "The right answer" not in html
    assert "graded" not in html


@ALL
def test_the_same_seed_shows_the_same_order_before_and_after(item: Item) -> None:
    right = states.specimen(item, "right")
    before, after = show_question(item, seed=SEED), graded(item, right)
    assert before.lead == after.lead
    match before.parts[0]:
        case part if part.shape == "choice":
            labels = [option and option.value for option in part.options]
            assert labels == [option and option.value for option in after.parts[0].options]


def test_one_choice_is_a_list_of_one_key() -> None:
    assert read_form(question("single"), MultiDict({"answer": "k1"})) == {"answer": ["k1"]}


def test_several_choices_keep_all_keys() -> None:
    form = MultiDict([("answer", "k1"), ("answer", "k2")])
    assert read_form(question("multiple"), form) == {"answer": ["k1", "k2"]}


def test_a_typed_answer_is_read_as_it_is() -> None:
    assert read_form(question("words"), MultiDict({"answer": " retain_graph "})) == {"answer": " retain_graph "}


def test_fields_of_another_question_are_not_read() -> None:
    form = MultiDict({"other.answer": "208", "number.answer": "200"})
    assert read_form(question("number"), form, "number.") == {"answer": "200"}


def order_form(*positions: str) -> MultiDict[str, str]:
    options = question("ordered").parts[0].interaction.options
    return MultiDict((f"answer.{option.key}", position) for option, position in zip(options, positions, strict=True))


def test_positions_give_the_order() -> None:
    options = question("ordered").parts[0].interaction.options
    first, second, third, fourth = (option.key for option in options)
    sent = read_form(question("ordered"), order_form("2", "1", "4", "3"))
    assert sent == {"answer": [second, first, fourth, third]}


@pytest.mark.parametrize(
    "positions",
    [
        ("1", "2", "3", ""),
        ("1", "1", "2", "3"),
        ("1", "1", "1", "1"),
        ("9", "8", "7", "6"),
        ("x", "", "", ""),
        ("0", "1", "2", "3"),
    ],
)
def test_positions_that_make_no_order_are_said_to_be_so(positions: tuple[str, ...]) -> None:
    result = read(ITEMS["ordered"], read_form(question("ordered"), order_form(*positions)))
    assert result == Unreadable("answer", "Give every line its own position.")


def test_what_was_typed_stays_and_its_message_is_tied_to_the_field() -> None:
    form = MultiDict({"answer": "two hundred"})
    unreadable = Unreadable("answer", "“two hundred” is not a number.")
    html = render(show_unreadable(ITEMS["number"], seed=SEED, form=form, unreadable=unreadable))
    assert 'value="two hundred"' in html
    field = re.search(r"<input[^>]*>", html)
    assert field
    assert 'aria-invalid="true"' in field[0]
    assert "q-number-answer-error" in field[0]
    assert re.search(r'id="q-number-answer-error"[^§]*“two hundred” is not a number\.', html)


def test_a_message_about_no_part_stands_above_the_question() -> None:
    unreadable = Unreadable("else", "This question has no part “else”.")
    view = show_unreadable(ITEMS["number"], seed=SEED, form=MultiDict(), unreadable=unreadable)
    assert view.error == "This question has no part “else”."
    assert 'id="q-number-error"' in render(view)


def test_a_half_filled_order_keeps_its_positions() -> None:
    form = order_form("3", "", "3", "")
    unreadable = Unreadable("answer", "Give every line its own position.")
    view = show_unreadable(ITEMS["ordered"], seed=SEED, form=form, unreadable=unreadable)
    html = render(view)
    assert html.count('<option value="3" selected>') == 2


def test_typed_text_can_not_become_part_of_the_page() -> None:
    evil = '"><script>alert(1)</script>'
    for view in (
        show_question(ITEMS["words"], seed=SEED, response={"answer": evil}),
        graded(ITEMS["words"], {"answer": evil}),
    ):
        assert "<script>" not in render(view)


def test_a_wrong_choice_shows_its_feedback_and_the_missed_one() -> None:
    item = ITEMS["truth"]
    html = render(graded(item, {"answer": ["true"]}))
    assert "True of the 2019–2023 releases" in html
    assert "The right answer" in html
    assert "It runs on TensorFlow, JAX or PyTorch." in html
    assert 'href="/see"' in html


def test_options_that_nobody_missed_fold_away() -> None:
    html = render(graded(ITEMS["single"], states.specimen(ITEMS["single"], "right")))
    shown, folded = html.split("<details", 1)
    assert "The branch sees the value of" in shown
    assert "Nothing has run yet." not in shown
    assert "Nothing has run yet." in folded


def test_lines_with_one_feedback_share_it() -> None:
    view = graded(ITEMS["faulty"], {"answer": ["line-5"]})
    groups = view.parts[0].others
    assert [[option.number for option in group.options] for group in groups] == [[1, 3, 4, 6, 8], [7]]


def test_empty_lines_keep_their_place_and_can_not_be_picked() -> None:
    options = show_question(ITEMS["faulty"], seed=SEED).parts[0].options
    assert [option.number if option else None for option in options] == [1, None, 3, 4, 5, 6, 7, 8]


def test_without_reveal_only_the_answer_and_the_marks_are_shown() -> None:
    for item in ITEMS.values():
        response = states.specimen(item, "wrong")
        html = render(graded(item, response, reveal=False))
        for word in ("Right", "Wrong", "missed", "Explanation", "right", "/see"):
            assert word not in html, (item.id, word)
        assert "0 of" in html


def test_marks_are_shown_as_scored() -> None:
    item = ITEMS["sorted"]
    html = render(graded(item, states.specimen(item, "partly")))
    assert "Partly right" in html
    assert "2 of 3 points" in html or "1 of 3 points" in html


@pytest.mark.parametrize(
    ("typed", "said"), [("200", "You left out the 8 biases."), ("7", "Count the weights and the biases.")]
)
def test_a_known_mistake_is_answered_with_its_own_feedback_only(typed: str, said: str) -> None:
    html = render(graded(ITEMS["number"], {"answer": typed}))
    assert said in html
    assert ("Count the weights" in html) == (typed == "7")
    assert "Right answer:" in html
    assert "208" in html


def test_an_answer_worth_half_is_partly_right() -> None:
    view = graded(ITEMS["number"], {"answer": "200"})
    assert view.status == "partly"
    assert view.result is not None
    assert view.result.earned == "0.5"


def test_a_blank_order_shows_where_each_line_belongs() -> None:
    view = graded(ITEMS["ordered"], {})
    assert [step.place for step in view.parts[0].steps] == [1, 2, 3, 4]
    assert "Clear the gradients" in view.parts[0].steps[0].label


@pytest.mark.parametrize("state", states.STATES)
def test_ids_and_field_names_stay_apart_on_one_page(state: str) -> None:
    html = states.page(state)
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    for pointed in re.findall(r'aria-(?:labelledby|describedby|controls)="([^"]*)"', html):
        assert set(pointed.split()) <= set(ids)
    names = {re.split(r"\.", name)[0] for name in re.findall(r'\sname="([^"]+)"', html)} - {"viewport", "color-scheme"}
    assert names <= set(ITEMS)


@pytest.mark.parametrize("state", states.STATES)
def test_no_page_breaks_the_content_policy(state: str) -> None:
    html = states.page(state)
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*src=)", html)


def test_every_question_of_the_product_can_be_shown_answered_and_explained(library: Library) -> None:
    shown = 0
    for course in library.courses.values():
        for bank_quiz in course.bank.quizzes.values():
            for item in bank_quiz.items:
                render(show_question(item, seed=SEED, marks=course.marks))
                for specimen in bank_quiz.specimens[item.id]:
                    if specimen.score is None:
                        continue
                    view = graded(item, specimen.response, marks=course.marks)
                    assert (view.status == "right") == (specimen.score == 1), (item.id, specimen.name)
                    assert ("Explanation" in render(view)) == bool(item.explanation)
                    shown += 1
    assert shown > 400
