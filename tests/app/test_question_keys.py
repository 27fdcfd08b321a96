"""What the author of a question sees of it: the key, and what is said of each answer, where none was given."""

from app.web.question_keys import show_key
from app.web.question_views import ChoiceView, EntryView
from quizzes.interactions import Item
from tests.browser import states
from tests.quizzes.imports.reading import item_of, sample

ITEMS = {item.id: item for item in states.quiz().items}


def choice(item: Item) -> ChoiceView:
    [part] = show_key(item, number=1, total=1).parts
    assert isinstance(part, ChoiceView)
    return part


def told(item: Item) -> list[tuple[str, str, str]]:
    """Return each option or known answer with its state and what is said of it."""
    [part] = show_key(item, number=1, total=1).parts
    known = part.known if isinstance(part, EntryView) else part.options if isinstance(part, ChoiceView) else ()
    return [
        (str(one.label), one.outcome.state, str(one.outcome.feedback or "").strip())
        for one in known
        if one and one.outcome
    ]


def render(item: Item) -> str:
    template = states.environment().from_string(
        '{% from "questions/graded.html" import graded_part %}'
        '{% for part in view.parts %}{{ graded_part(part, view, "author") }}{% endfor %}'
    )
    return template.render(view=show_key(item, number=1, total=1))


def test_each_option_is_told_with_what_is_said_of_it() -> None:
    found = sample("sample.gift")
    assert told(item_of(found, "knot-1")) == [
        ("Bowline", "right", "<p>It <em>does</em>.</p>"),
        ("Clove hitch", "partly", "<p>Half a loop.</p>"),
        ("Reef &lt;knot&gt;", "wrong", ""),
    ]
    assert [state for _, state, _ in told(item_of(found, "several"))] == ["right", "right", "wrong"]


def test_each_known_text_and_number_is_told_with_what_is_said_of_it() -> None:
    found = sample("sample.gift")
    assert told(item_of(found, "typed")) == [
        ("standing part · standing end", "right", ""),
        ("end", "partly", "<p>Which one?</p>"),
    ]
    assert told(item_of(found, "load")) == [
        ("595 … 605", "right", ""),
        ("550 … 650", "partly", "<p>Near.</p>"),
    ]


def test_of_a_program_only_the_faulty_line_is_marked() -> None:
    marked = [option.number for option in choice(ITEMS["faulty"]).options if option and option.outcome]
    assert marked == [5]
    assert len(choice(ITEMS["faulty"]).others) == 2


def test_nothing_is_called_missed_where_nothing_was_asked() -> None:
    for item in ITEMS.values():
        page = render(item)
        for word in ("Missed", "missed this", "Answer given", "Your answer"):
            assert word not in page, (item.id, word)


def test_what_is_said_of_every_right_and_every_wrong_answer_is_told() -> None:
    result = show_key(item_of(sample("sample.gift"), "typed"), number=1, total=1).result
    assert result
    assert (result.if_right, result.if_wrong) == ("<p>Yes.</p>", "<p>Look again.</p>")
