"""The YAML of a bank says what it was given, whatever that is, and looks as people write it."""

from hypothesis import example, given
from hypothesis import strategies as st

from quizzes.authoring.bank_file import bank_yaml
from quizzes.source import read_text

WORDS = st.sampled_from(
    [
        *("a", "word", "Yes", "no", "null", "true", "12", "1.5", "-", "- a", "#", "# a", "a:", "a: b", ":", "?", "? a"),
        *("&x", "*x", "!x", "|", ">", "'", '"', "%", "@", "`a`", "{", "}", "[", "]", ",", "---", "...", "a#b", "a:b"),
        *("\\", "é", "漢", "→", "\u2028", "\x85", "\x07", "\U0001f600", "~", "=", "<<", "0x1", "1e3", "2026-01-01"),
    ]
)
JOINS = st.sampled_from([" ", " ", "  ", "\n", "\n\n", "\n  ", " \n", ""])
TEXTS = st.lists(st.tuples(WORDS, JOINS), max_size=8).map(lambda made: "".join(f"{a}{b}" for a, b in made)) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=20
)
LONG = st.integers(10, 60).flatmap(lambda count: st.lists(WORDS, min_size=count, max_size=count)).map(" ".join)
SCALARS = TEXTS | LONG | st.booleans() | st.integers(-(10**6), 10**6) | st.sampled_from([0.5, 1e-7, 2.25, 1e22])
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.from_regex(r"[a-z]{1,8}(-[0-9])?", fullmatch=True), inner, max_size=3)
    ),
    max_leaves=8,
)


def blocks_ended(value: object) -> object:
    """Return a value as it is read: a text of several lines ends with one line end where it stands as a block."""
    match value:
        case dict():
            return {name: blocks_ended(inner) for name, inner in value.items()}
        case list():
            return [blocks_ended(inner) for inner in value]
        case str():
            return value.rstrip("\n")
        case _:
            return value


@given(VALUES)
@example({1: "a", 2: "on"})
@example({"a": {}, "b": [], "c": [[]], "d": [{}], "e": [["x", "y"], {"f": ["g"]}]})
@example("word " * 60 + "- " * 60 + "end")
def test_what_is_written_is_read_again(value: object) -> None:
    written = "".join(bank_yaml("Knots", "knots.xml", [{"id": "one", "value": value, "after": "x"}]))
    read = read_text(written, "bank.yaml").value
    item = blocks_ended({"id": "one", "value": value, "after": "x"})
    assert blocks_ended(read) == {"title": "Knots", "imported": "knots.xml", "items": [item]}


def test_a_bank_looks_as_people_write_it() -> None:
    item = {
        "id": "bowline",
        "prompt": "Which knot?\n\n- A loop\n",
        "points": 2,
        "explanation": "It " + "holds and " * 12 + "comes undone.",
        "options": [{"id": "a", "text": "Yes", "correct": True}, {"id": "b", "text": "# 2", "credit": 0.5}],
        "tags": ["rope"],
    }
    assert "".join(bank_yaml("Knots: one", "knots.xml", [item], {"pass_mark": 60})) == (
        "title: 'Knots: one'\n"
        "pass_mark: 60\n"
        "imported: knots.xml\n"
        "items:\n"
        "  - id: bowline\n"
        "    prompt: |\n"
        "      Which knot?\n"
        "\n"
        "      - A loop\n"
        "    points: 2\n"
        "    explanation: "
        "It holds and holds and holds and holds and holds and holds and holds and holds and holds and holds\n"
        "      and holds and holds and comes undone.\n"
        "    options:\n"
        "      - id: a\n"
        "        text: Yes\n"
        "        correct: true\n"
        "      - id: b\n"
        "        text: '# 2'\n"
        "        credit: 0.5\n"
        "    tags:\n"
        "      - rope\n"
    )
