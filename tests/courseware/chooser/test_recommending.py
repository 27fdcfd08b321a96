"""The chooser over a small table of boats, worked out by hand."""

import itertools
from pathlib import Path

import pytest

from courseware.chooser.authored import Chooser
from courseware.chooser.reader import read_chooser
from courseware.chooser.recommending import NothingLeft, NothingSaid, Recommendation, recommend
from courseware.proofs.claims import Claim
from courseware.proofs.reader import Proofs

BOATS = """
title: Which boat?
summary: Say what you need.
checked: Checked in May.
options:
  - {id: canoe, name: Canoe, facet: open}
  - {id: kayak, name: Kayak, facet: closed}
  - {id: raft, name: Raft}
questions:
  - id: load
    text: What do you carry?
    replies:
      - {id: family, text: A family, said: you carry a family,
         speaks: [{for: canoe, weight: 4, because: it has room, claim: afloat}],
         rules_out: [{option: kayak, because: it seats one, claim: afloat}]}
      - {id: nothing, text: Nothing, said: you carry nothing,
         speaks: [{for: kayak, weight: 3, because: it is light, claim: afloat}]}
  - id: water
    text: Where?
    replies:
      - {id: rapids, text: Rapids, said: you run rapids,
         speaks: [{for: raft, weight: 3, because: it floats, claim: afloat},
         {for: kayak, weight: 5, because: it rolls, claim: afloat}]}
      - {id: lake, text: A lake, said: you stay on a lake,
         speaks: [{for: canoe, weight: 3, because: it glides, claim: afloat}]}
  - id: calm
    text: How calm?
    replies:
      - {id: wreck, text: A wreck, said: nothing floats, rules_out: [{option: canoe, because: no, claim: afloat},
         {option: kayak, because: no, claim: afloat}, {option: raft, because: no, claim: afloat}]}
layered: {name: A kayak on a raft, text: Take both., claim: afloat}
unknown: [your budget]
no_difference: [the colour]
"""


AFLOAT = Claim("afloat", "It floats.", "boats", (), "", None, "", (), (), (), "boats/claims.yaml", 1)
PROOFS = Proofs(claims={"afloat": AFLOAT})


@pytest.fixture
def boats(tmp_path: Path) -> Chooser:
    (tmp_path / "chooser.yaml").write_text(BOATS)
    chooser, faults = read_chooser(tmp_path, "boats", ["open", "closed"], PROOFS)
    assert faults == []
    assert chooser is not None
    return chooser


def recommended(chooser: Chooser, **answers: str) -> Recommendation:
    outcome = recommend(chooser, answers)
    assert isinstance(outcome, Recommendation)
    return outcome


def test_without_answers_nothing_is_recommended(boats: Chooser) -> None:
    assert recommend(boats, {}) == NothingSaid()
    assert recommend(boats, {"load": "elephants", "sky": "blue"}) == NothingSaid()


def test_the_heaviest_comes_first_with_its_reasons(boats: Chooser) -> None:
    outcome = recommended(boats, load="nothing", water="rapids")
    assert [(s.option.id, s.weight) for s in outcome.standings] == [("kayak", 8), ("raft", 3), ("canoe", 0)]
    assert [(r.said, r.option.id, r.because) for r in outcome.reasons] == [
        ("you carry nothing", "kayak", "it is light"),
        ("you run rapids", "raft", "it floats"),
        ("you run rapids", "kayak", "it rolls"),
    ]
    assert (outcome.margin, outcome.total, outcome.is_close) == (5, 11, False)


def test_a_hard_requirement_beats_every_weight(boats: Chooser) -> None:
    outcome = recommended(boats, load="family", water="rapids")
    assert [(s.option.id, s.weight) for s in outcome.standings] == [("canoe", 4), ("raft", 3)]
    assert [(r.option.id, r.because) for r in outcome.ruled_out] == [("kayak", "it seats one")]


def test_when_everything_is_ruled_out_nothing_is_recommended(boats: Chooser) -> None:
    outcome = recommend(boats, {"calm": "wreck", "load": "nothing"})
    assert isinstance(outcome, NothingLeft)
    assert [rule.option.id for rule in outcome.ruled_out] == ["canoe", "kayak", "raft"]


def test_a_tie_is_told_and_is_close(boats: Chooser) -> None:
    outcome = recommended(boats, load="nothing", water="lake")
    assert outcome.is_tie
    assert outcome.is_close
    assert outcome.margin == 0


def test_a_margin_under_fifteen_percent_is_close_and_one_above_is_not(boats: Chooser) -> None:
    # canoe 4, raft 3 of 12 in all: the margin of 1 is 8 %.
    assert recommended(boats, load="family", water="rapids").is_close
    # kayak 5, raft 3 of 8: the margin of 2 is 25 %.
    assert not recommended(boats, water="rapids").is_close


def test_the_turning_answer_puts_something_else_first_by_the_widest_margin(boats: Chooser) -> None:
    turn = recommended(boats, load="nothing", water="rapids").turn
    assert turn is not None
    assert (turn.question.id, turn.reply.id, turn.winner.id) == ("load", "family", "canoe")


def test_more_weight_never_lowers_an_option(boats: Chooser) -> None:
    replies = {question.id: [None, *(reply.id for reply in question.replies)] for question in boats.questions[:2]}
    for load, water in itertools.product(replies["load"], replies["water"]):
        answers = {name: reply for name, reply in (("load", load), ("water", water)) if reply}
        before = recommend(boats, answers)
        if water is not None or not isinstance(before, Recommendation):
            continue
        ranks = {s.option.id: n for n, s in enumerate(before.standings)}
        after = recommended(boats, **answers, water="lake")  # speaks for the canoe alone
        assert [s.option.id for s in after.standings].index("canoe") <= ranks["canoe"]


def told(tmp_path: Path, *changes: tuple[str, str]) -> tuple[bool, list[str]]:
    """Return whether a changed chooser can be used, and its faults."""
    text = BOATS
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (tmp_path / "chooser.yaml").write_text(text)
    chooser, faults = read_chooser(tmp_path, "boats", ["open", "closed"], PROOFS)
    return chooser is not None, [f"{fault.line}: {fault.message}" for fault in faults]


def test_faults_are_told_at_once_with_their_lines(tmp_path: Path) -> None:
    changes = (("for: raft", "for: rafft"), ("facet: open", "facet: opened"), ("id: lake", "id: rapids"))
    assert told(tmp_path, *changes) == (
        False,
        [
            "6: “opened” is not a facet of this course",
            "24: the id “rapids” is used twice; give each its own",
            "22: “rafft” is not an option; known: canoe, kayak, raft",
            "8: no answer speaks for “raft”; give it a reason, or drop the option",
        ],
    )


UNLISTED = "is not listed in claims.yaml; list it with what backs it"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (", claim: afloat}", "}", "14: the reason names no claim; name one of claims.yaml that says so"),
        ("claim: afloat", "claim: sunk", f"14: the claim “sunk” {UNLISTED}"),
        ("it has room", "it has <b>room</b>", "14: “<b>” is raw HTML, which is not used here; "),
        ("[the colour]", "['[red]{claim=red}']", f"33: the claim “red” {UNLISTED}"),
    ],
)
def test_a_reason_without_backing_is_told_and_the_chooser_stays(tmp_path: Path, old: str, new: str, fault: str) -> None:
    is_usable, faults = told(tmp_path, (old, new))
    assert is_usable
    assert len(faults) == 1
    assert faults[0].startswith(fault)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("weight: 4", "weight: 6", "14: "),
        ("options:", "options: []\nspare:", "6: "),
        ("[the colour]", "[]\nquestion: []", "34: "),
    ],
)
def test_what_is_no_chooser_is_refused(tmp_path: Path, old: str, new: str, fault: str) -> None:
    is_usable, faults = told(tmp_path, (old, new))
    assert not is_usable
    assert [found[: len(fault)] for found in faults] == [fault]


def test_a_chooser_that_leaves_nothing_to_choose_is_refused(tmp_path: Path) -> None:
    head, _, tail = BOATS.partition("questions:")
    one = head.replace("  - {id: kayak, name: Kayak, facet: closed}\n  - {id: raft, name: Raft}\n", "")
    (tmp_path / "chooser.yaml").write_text(one + "questions: []\n" + tail[tail.index("layered") :])
    chooser, faults = read_chooser(tmp_path, "boats", ["open", "closed"], PROOFS)
    assert chooser is None
    assert [fault.message for fault in faults] == [
        "there is nothing to choose between; list two options or more",
        "the chooser asks nothing; list at least one question",
        "no answer speaks for “canoe”; give it a reason, or drop the option",
    ]


def test_a_course_without_a_chooser_needs_none(tmp_path: Path) -> None:
    assert read_chooser(tmp_path, "boats", [], PROOFS) == (None, [])
