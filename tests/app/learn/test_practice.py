"""Drawn questions are practised with new numbers each time, and nothing of it is kept."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import Attempt, Person
from courseware.library import Library
from quizzes.paper import draw_paper, variant_name
from quizzes.quiz import Quiz
from tests.app.learn.forms import Form, text_of
from tests.browsing import Browser

COURSE = "deep-learning-frameworks"
GRU = f"/courses/{COURSE}/practice/ws-gru"


@pytest.fixture
def workshop(library: Library) -> Quiz:
    return library.courses[COURSE].bank.quizzes["workshop"]


def numbers(source: str) -> tuple[int, int]:
    words = text_of(source).partition("A GRU reads ")[2].split()
    return int(words[0]), int(words[words.index("units.") - 1])


def answer(client: Browser, path: str, text: str) -> str:
    reply = Form(client.get(path).text, path).write(text).press(client, "Check the answer")
    assert reply.status_code == 200
    return reply.text


def test_a_right_answer_by_hand_is_right_and_explained(client: Browser) -> None:
    inputs, units = numbers(client.get(f"{GRU}/1").text)
    text = text_of(answer(client, f"{GRU}/1", str(3 * units * (inputs + units + 2))))
    assert "Right 1 of 1 point" in text
    assert "Both frameworks agree here." in text


def test_a_known_mistake_is_told(client: Browser) -> None:
    inputs, units = numbers(client.get(f"{GRU}/1").text)
    text = text_of(answer(client, f"{GRU}/1", str(3 * units * (inputs + units + 1))))
    assert "You counted one bias." in text


def test_another_one_has_new_numbers(client: Browser) -> None:
    source = answer(client, f"{GRU}/1", "1")
    assert f'href="{GRU}/2"' in source
    assert "Another one like this" in text_of(source)
    drawn = {numbers(client.get(f"{GRU}/{number}").text) for number in range(1, 11)}
    assert len(drawn) == 10
    assert numbers(client.get(f"{GRU}/3").text) == numbers(client.get(f"{GRU}/3").text)


@pytest.mark.parametrize("text", ["", "many"])
def test_what_is_no_answer_is_asked_again(client: Browser, text: str) -> None:
    reply = Form(client.get(f"{GRU}/1").text, f"{GRU}/1").write(text).press(client, "Check the answer")
    assert reply.status_code == 422
    assert "Both frameworks agree here." not in text_of(reply.text)


def test_nothing_is_kept(session: Session, client: Browser) -> None:
    answer(client, f"{GRU}/1", "1")
    assert session.scalar(select(func.count()).select_from(Person)) == 0
    assert session.scalar(select(func.count()).select_from(Attempt)) == 0


@pytest.mark.parametrize("item", ["ws-none", "ks-lstm-facts"])
def test_only_drawn_questions_can_be_practised(client: Browser, item: str) -> None:
    assert client.get(f"/courses/{COURSE}/practice/{item}/1").status_code == 404


def test_practice_never_has_the_numbers_that_an_attempt_asks(library: Library, workshop: Quiz) -> None:
    asked = draw_paper(library.courses[COURSE].bank, workshop, "some seed")
    assert {item.variant for item in asked} == {variant_name("some seed", item.id) for item in asked}
    assert not any(item.variant.startswith("practice-") for item in asked)


def test_a_result_leads_to_another_one_where_answers_are_due(client: Browser, workshop: Quiz) -> None:
    begin = Form(client.get(f"/courses/{COURSE}/quizzes/workshop").text, "/quizzes/workshop")
    attempt = begin.press(client, "Begin").location
    assert attempt is not None
    review = f"/attempts/{attempt.split('/attempts/')[1].split('?')[0].strip('/')}"
    Form(client.get(f"{review}/review").text, "/submit").press(client, "Submit the attempt")
    source = client.get(f"{review}/result").text
    assert text_of(source).count("Another one like this") == sum(draw.count for draw in workshop.settings.draw)
    assert f"/courses/{COURSE}/practice/ws-" in source
