"""YAML is read fast, and as YAML 1.2 says."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes import careful_yaml, quick_yaml
from quizzes.faults import ContentError
from quizzes.source import Place, read_text
from tests.quizzes.exports.samples import ROOT

FILES = sorted(
    [*ROOT.glob("quizzes/banks/**/*.yaml"), *ROOT.glob("courseware/**/*.yaml"), *ROOT.glob("tests/**/*.yaml")]
)
WORDS = [
    "yes",
    "no",
    "on",
    "y",
    "010",
    "0o17",
    "0x1F",
    "1_000",
    "12:30:00",
    "2020-01-01",
    "~",
    ".5",
    "1.",
    "1e3",
    "<<",
    "=",
    "True",
    "NULL",
    ".inf",
    "-.INF",
    ".nan",
    "+1",
    "-0",
    "08",
    "09.5",
    "0b11",
    "1:20",
    "''",
    "'x'",
    '"é"',
    "!x",
    "!!str",
]
PIECES = st.sampled_from(
    [*WORDS, "a: ", "- ", "\n", "  ", "[", "]", "{", "}", ", ", "|\n  ", ">-\n  ", "&x ", "*x", "# ", "\t"]
)


Told = tuple[str, dict[Place, int]] | str


def slowly(text: str, monkeypatch: pytest.MonkeyPatch) -> Told:
    """What ruamel alone says."""
    with monkeypatch.context() as patch:
        patch.setattr(quick_yaml, "is_common", lambda text: False)
        patch.setattr(careful_yaml, "is_common", lambda text: False)
        return told(text)


def told(text: str) -> Told:
    try:
        found = read_text(text, "x.yaml")
    except ContentError as error:
        return str(error)
    found.line(())  # lines are found once somebody asks
    return repr(found.value), found.lines


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_means_what_the_careful_reader_says(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = path.read_text(encoding="utf-8")
    assert told(text) == slowly(text, monkeypatch)


@pytest.mark.parametrize("word", WORDS)
def test_every_word_means_what_the_careful_reader_says(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"a: {word}\nb: [{word}, 1]\n{word}: c\n"
    assert told(text) == slowly(text, monkeypatch)


@pytest.mark.filterwarnings("ignore::ruamel.yaml.error.ReusedAnchorWarning")
@given(st.lists(PIECES, max_size=12).map("".join))
def test_every_text_means_what_the_careful_reader_says(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        slow = slowly(text, patch)
    assert told(text) == slow
