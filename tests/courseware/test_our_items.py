"""What our course asks: enough questions, of every kind, and each widespread mistake met more than once."""

import json
import re
from collections import Counter
from collections.abc import Iterator

from courseware.library import read_library
from courseware.proofs.touched import proofs_of
from quizzes.interactions import Choice, ChoiceKey, GapKey, GapSelect, Item, Part
from quizzes.kinds import kinds
from quizzes.kinds.base import stored_key
from quizzes.kinds.faulty_line import FaultyLine
from quizzes.kinds.generated import Generated
from tests.courseware.made import the_course

FEWEST_ITEMS, FEWEST_GENERATED = 200, 25
# The audit of the article lists these, in this order; at least 40 must be met in two questions or more.
_MISTAKES = """
keras-only-tensorflow backend-any-time tf-keras-separate tf-needs-session tf-function-every-call
tf-function-free-ints compile-changes-python if-works-everywhere pytorch-no-graphs pytorch-needs-python
torchscript-current tflite-current eval-stops-gradients train-trains gradients-reset
zero-grad-zero softmax-before-ce keras-expects-logits sparse-same-labels same-layout
view-transposes dense-is-linear dense-flattens same-init bn-momentum-same
bn-two-parameters dropout-on-call dropout-kept-fraction same-padding-portable optimizer-defaults-agree
lstm-sizes-agree lstm-batch-first dtype-alike mixed-half-weights tensor-assignable
shuffled-by-default validation-random frozen-bn-enough list-of-layers state-dict-is-model
small-defaults-agree same-seed-same-numbers to-moves-in-place compile-always-faster constants-have-gradients
"""
MISTAKES = _MISTAKES.split()
COURSE = the_course(read_library())
ITEMS = [item for quiz in COURSE.bank.quizzes.values() for item in quiz.items]
# No run can tell these: they ask for words, people, counts, reasons or what a tool is made for.
NOT_COMPUTED = {
    "coc-points-to", "coc-ordinary", "coc-useful-questions",
    "dl-check-spam", "dl-fields", "dl-no-people", "dl-answer-source", "dl-scratches", "dl-hidden-word", "dl-words",
    "ks-check-level", "ks-top-down",
    "kdc-language-field", "kdc-verdicts", "kdc-extra-lines", "kdc-backend-word", "kdc-word-count", "kdc-alone",
    "kd-claims", "kd-governance", "kd-short-program", "kd-two-scans",
    "pt-right-route", "tf-check-phone", "tf-targets", "tf-old-guide",
}  # fmt: skip

# Wrong options that the script of their key can't refute by running it.
NOT_REFUTED = {
    "dl-one-layer": ["cell"],  # whether it imitates a brain is no result of a run
    "ks-train-on": ["openvino"],  # needs a package of its own, which the environment of the proofs has not
    "tf-made-for": ["rearrange"],  # that something has no means for it shows in no result
    "tf-worth-tracing": ["winner"],  # who is faster depends on the machine
    "tf-keras-to-phone": ["carry"],  # what an app can open shows on a phone only
}


def held(item: Item) -> set[str]:
    return {name for part in item.parts for name in part.misconceptions.values()}


def wrong_options(part: Part) -> Iterator[str]:
    """Yield what each wrong option of a choice or a dropdown is kept under; typed and placed answers have none."""
    match part.interaction, part.answer:
        case Choice(options=options), ChoiceKey(correct=right):
            yield from (option.key for option in options if option.key not in right)
        case GapSelect(gaps=gaps), GapKey(correct=chosen):
            yield from (f"{gap.key}/{o.key}" for gap in gaps for o in gap.options if chosen[gap.key] != o.key)


def test_there_are_two_hundred_questions_of_all_kinds() -> None:
    assert len(ITEMS) >= FEWEST_ITEMS
    assert {item.kind for item in ITEMS} == kinds().keys()
    assert sum(item.kind == "generated" for item in ITEMS) >= FEWEST_GENERATED


def test_forty_of_the_45_mistakes_are_met_in_two_questions_or_more() -> None:
    met = Counter(name for item in ITEMS for name in held(item))
    assert len(MISTAKES) == len(set(MISTAKES)) == 45
    assert set(MISTAKES) <= COURSE.misconceptions.keys()
    assert sum(met[name] >= 2 for name in MISTAKES) >= 40


def test_every_wrong_option_names_the_misconception_that_it_stands_for() -> None:
    asked = [item for item in ITEMS if item.kind != "faulty-line"]
    wrong = [(item, part, name) for item in asked for part in item.parts for name in wrong_options(part)]
    assert len(wrong) > 300
    assert [f"{item.id}: {name}" for item, part, name in wrong if name not in part.misconceptions] == []


def test_a_wrong_line_names_a_misconception_only_where_its_feedback_speaks_of_it() -> None:
    lines = [item for item in ITEMS if item.kind == "faulty-line"]
    assert [item.id for item in lines if not held(item)] == []
    [kept_apart] = (item.parts[0] for item in lines if item.id == "kd-left-behind")
    assert kept_apart.misconceptions == {
        "line-1": "module-to-copies",
        "line-4": "to-moves-in-place",
        "line-6": "to-moves-in-place",
    }


def test_every_misconception_is_one_that_some_answer_shows() -> None:
    shown = {name for item in ITEMS for name in held(item)}
    assert sorted(COURSE.misconceptions.keys() - shown) == []


def test_every_formula_is_held_against_a_framework() -> None:
    generated = [one for quiz in COURSE.bank.quizzes.values() for one in quiz.authored.values()]
    assert [one.id for one in generated if isinstance(one, Generated) and not one.proved_by] == []


def test_formulas_about_keras_are_held_against_each_of_its_backends() -> None:
    script = COURSE.proofs.generators["keras"]
    assert {run.environment["KERAS_BACKEND"] for run in script.runs} == {"tensorflow", "jax", "torch"}
    asked = {
        one.id
        for quiz in COURSE.bank.quizzes.values()
        for one in quiz.authored.values()
        if isinstance(one, Generated) and "keras" in one.proved_by
    }
    for record in script.records.values():
        assert {line.partition(": ")[0] for line in record.output} == asked
        assert all(line.endswith(": all of 200 draws agree") for line in record.output)


def test_every_key_that_a_framework_can_compute_is_computed() -> None:
    unproved = {
        item.id for item in ITEMS if not proofs_of(COURSE, item) and item.kind != "generated"
    }  # a formula is held against frameworks, see above
    assert unproved == NOT_COMPUTED


def test_a_key_script_refutes_every_wrong_option_that_can_be_run() -> None:
    missed = {}
    for item in ITEMS:
        if (script := COURSE.proofs.keys.get(item.id)) and "answer" not in (
            found := json.loads(script.records[""].text)
        ):
            printed = {key_of(item, name) for name in found}
            beyond = {key_of(item, name) for name in NOT_REFUTED.get(item.id, [])}
            left = {name for part in item.parts for name in wrong_options(part)} - printed
            if left != beyond:
                missed[item.id] = left ^ beyond
    assert missed == {}


def test_a_key_script_refutes_every_tempting_line() -> None:
    missed = {}
    for one in (one for quiz in COURSE.bank.quizzes.values() for one in quiz.authored.values()):
        if isinstance(one, FaultyLine) and (script := COURSE.proofs.keys.get(one.id)):
            refuted = json.loads(script.records[""].text)["wrong"]
            missed[one.id] = {str(line) for line in one.why if line != one.fault} ^ {*refuted}
    assert [name for name, lines in missed.items() if lines] == []
    assert len(missed) > 10


def key_of(item: Item, name: str) -> str:
    """Return what the option that an author calls so is kept under: its key, after that of its gap if it has one."""
    gap, _, option = name.rpartition("/")
    return f"{gap}/{stored_key(item.id, option)}" if gap else stored_key(item.id, option)


def test_a_question_about_defaults_or_about_today_says_for_which_version_its_key_holds() -> None:
    asked = [item for item in ITEMS if re.search(r"\bdefault|\bas of\b|\btoday\b|\b20\d\d\b", item.prompt)]
    assert len(asked) > 5
    assert [item.id for item in asked if not item.as_of] == []
    assert all(re.search(r"\b(Keras|PyTorch|TensorFlow|20\d\d)\b", item.as_of) for item in ITEMS if item.as_of)
