"""QTI 2 and 3: each option, pair, text and number is worth what the item's own rules give for it."""

from fractions import Fraction

import pytest

from quizzes.grading import Graded, grade
from quizzes.imports import UnreadableError
from quizzes.interactions import ChoiceKey, Item, NumberKey, Rule, TextKey
from tests.quizzes.imports.qti_items import (
    MAP,
    V30,
    choices,
    correct,
    item,
    mapping,
    package,
    response,
)
from tests.quizzes.imports.reading import adopted, bank_of, imported, refusals

F = Fraction


def one(content: bytes) -> tuple[Item, list[str]]:
    """Return the only question of a file, read from the bank made of it, and what changed."""
    found = adopted("one.xml", content)
    assert refusals(found) == []
    return bank_of(found).items[0], [change.what for change in found.taken[0].changes]


def refused(content: bytes) -> str:
    [(_, _, why)] = refusals(adopted("one.xml", content))
    return why


def earned(asked: Item, answer: object) -> Fraction:
    graded = grade(asked, {"answer": answer})
    assert isinstance(graded, Graded)
    return graded.score


def keys(asked: Item) -> dict[str, str]:
    """Return the options by their texts."""
    return {option.text: option.key for option in asked.parts[0].interaction.options}  # type: ignore[union-attr]


def test_a_choice_of_one_with_its_right_answer() -> None:
    asked, changes = one(item(response(correct("B")), "<p>Look.</p>" + choices("alpha", "beta")))
    assert (asked.id, asked.kind, asked.prompt, changes) == ("one", "single", "Look.\n\nWhich?", [])
    assert [earned(asked, [keys(asked)[text]]) for text in ("alpha", "beta")] == [0, 1]


def test_a_mapping_gives_part_of_the_credit_and_the_points() -> None:
    asked, changes = one(item(response(mapping(A="1", B="4", C="-1")), choices("alpha", "beta", "gamma"), MAP))
    assert [earned(asked, [keys(asked)[text]]) for text in ("alpha", "beta", "gamma")] == [F(1, 4), 1, 0]
    assert (asked.points, changes) == (4, [])


def test_several_options_by_their_weights() -> None:
    declared = response(correct("A", "B") + mapping('defaultValue="-1" lowerBound="0"', A="1", B="2"), "multiple")
    asked, _ = one(item(declared, choices("alpha", "beta", "gamma", most=0), MAP))
    alpha, beta, gamma = keys(asked).values()
    assert [earned(asked, answer) for answer in ([alpha], [alpha, beta], [beta, gamma])] == [F(1, 3), 1, F(1, 3)]
    assert asked.points == 3


def test_several_options_all_or_nothing_of_at_most_two() -> None:
    asked, _ = one(item(response(correct("A", "B"), "multiple"), choices("alpha", "beta", "gamma", most=2)))
    key, interaction = asked.parts[0].answer, asked.parts[0].interaction
    assert isinstance(key, ChoiceKey)
    assert (key.rule, interaction.max_choices) == (Rule.ALL_OR_NOTHING, 2)  # type: ignore[union-attr]


RULES = """<responseProcessing><responseCondition>
  <responseIf><match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>
    <setOutcomeValue identifier="SCORE"><baseValue baseType="float">2</baseValue></setOutcomeValue>
    <setOutcomeValue identifier="FEEDBACK"><baseValue baseType="identifier">well</baseValue></setOutcomeValue>
  </responseIf>
  <responseElse><setOutcomeValue identifier="FEEDBACK"><multiple><variable identifier="RESPONSE"/>
    <baseValue baseType="identifier">sorry</baseValue></multiple></setOutcomeValue></responseElse>
</responseCondition></responseProcessing>"""


def modal(name: str, text: str) -> str:
    return f'<modalFeedback outcomeIdentifier="FEEDBACK" identifier="{name}" showHide="show">{text}</modalFeedback>'


def test_feedback_goes_where_the_rules_show_it() -> None:
    after = modal("well", "Well done.") + modal("sorry", "Sorry.") + modal("A", "Not alpha.") + modal("D", "Never.")
    asked, changes = one(item(response(correct("B")), choices("alpha", "beta", "gamma"), RULES, after))
    assert (asked.right, asked.wrong, asked.points) == ("Well done.", "Sorry.", 2)
    assert asked.parts[0].feedback == {keys(asked)["alpha"]: "Not alpha."}
    assert changes == ["loses the feedback “Never.”, which depends on more than the answer"]


def test_typed_texts_with_their_shares_and_capitals() -> None:
    declared = response(
        correct("York") + '<mapping defaultValue="0"><mapEntry mapKey="York" mappedValue="1" caseSensitive="false"/>'
        '<mapEntry mapKey="Leeds" mappedValue="0.5" caseSensitive="false"/></mapping>',
        base="string",
    )
    body = '<p>Now is the winter of <textEntryInteraction responseIdentifier="RESPONSE"/>.</p>'
    asked, changes = one(item(declared, body, MAP))
    assert asked.prompt == r"Now is the winter of \_\_\_\_."
    assert [earned(asked, text) for text in ("york", "LEEDS", "Hull")] == [1, F(1, 2), 0]
    assert isinstance(asked.parts[0].answer, TextKey)
    assert changes == ["the field stands below the text"]


def rule_for(test: str) -> str:
    return (
        f"<responseProcessing><responseCondition><responseIf>{test}<setOutcomeValue identifier='SCORE'>"
        "<baseValue baseType='float'>1</baseValue></setOutcomeValue></responseIf></responseCondition>"
        "</responseProcessing>"
    )


EQUAL = """<equal toleranceMode="absolute" tolerance="0.5 0.5" {bounds}><variable identifier="RESPONSE"/>
  <correct identifier="RESPONSE"/></equal>"""
FIELD = '<p><textEntryInteraction responseIdentifier="RESPONSE"/> kg</p>'


def test_a_number_with_its_tolerance_and_unit() -> None:
    content = item(response(correct("600"), base="float"), f"<p>Load?</p>{FIELD}", rule_for(EQUAL.format(bounds="")))
    asked, changes = one(content)
    key = asked.parts[0].answer
    assert isinstance(key, NumberKey)
    assert [(str(one.low), str(one.high)) for one in key.intervals] == [("599.5", "600.5")]
    assert (asked.prompt, asked.parts[0].interaction.unit, changes) == ("Load?", "kg", [])  # type: ignore[union-attr]


def test_a_bound_that_is_left_out_is_not_taken_for_one_that_counts() -> None:
    rule = rule_for(EQUAL.format(bounds='includeUpperBound="false"'))
    content = item(response(correct("600"), base="float"), f"<p>Load?</p>{FIELD}", rule)
    assert refused(content) == "its numbers are compared in a way that can’t be said here"


INLINE = """<p>Tie it.</p><p>Go <inlineChoiceInteraction responseIdentifier="R1" shuffle="false">
<inlineChoice identifier="U">up</inlineChoice><inlineChoice identifier="D">down</inlineChoice>
</inlineChoiceInteraction> and <inlineChoiceInteraction responseIdentifier="R2" shuffle="false">
<inlineChoice identifier="L">left</inlineChoice><inlineChoice identifier="R">right</inlineChoice>
</inlineChoiceInteraction>.</p>"""
SUM = """<responseProcessing><setOutcomeValue identifier="SCORE"><sum><mapResponse identifier="R1"/>
<mapResponse identifier="R2"/></sum></setOutcomeValue></responseProcessing>"""


def test_dropdowns_in_a_text() -> None:
    declared = response(correct("U") + mapping(U="1"), name="R1") + response(correct("R") + mapping(R="1"), name="R2")
    asked, changes = one(item(declared, INLINE, SUM))
    select = asked.parts[0].interaction
    assert (asked.prompt, select.text) == ("Tie it.", "Go {{gap-1}} and {{gap-2}}.")  # type: ignore[union-attr]
    up = select.gaps[0].options[0].key  # type: ignore[union-attr]
    assert (earned(asked, {"gap-1": up}), changes) == (F(1, 2), [])


def test_a_match_with_a_distractor() -> None:
    choice = '<simpleAssociableChoice identifier="{0}" matchMax="1">{0}!</simpleAssociableChoice>'
    sides = ["".join(map(choice.format, side)) for side in ("AB", "XYZ")]
    body = "<matchInteraction responseIdentifier='RESPONSE' maxAssociations='2'><prompt>Match.</prompt>" + "".join(
        f"<simpleMatchSet>{side}</simpleMatchSet>" for side in sides
    )
    pairs = '<mapping defaultValue="0"><mapEntry mapKey="A Y" mappedValue="1"/><mapEntry mapKey="B X" mappedValue="1"/>'
    declared = response(correct("A Y", "B X") + pairs + "</mapping>", "multiple", "directedPair")
    asked, changes = one(item(declared, body + "</matchInteraction>", MAP))
    assert (asked.kind, changes) == ("match", [])
    texts = {option.key: option.text for option in asked.parts[0].interaction.targets}  # type: ignore[union-attr]
    assert [texts[key] for key in asked.parts[0].answer.correct.values()] == ["Y!", "X!"]  # type: ignore[union-attr]
    assert sorted(texts.values()) == ["X!", "Y!", "Z!"]


def test_an_order_by_its_right_answer() -> None:
    steps = "".join(f'<simpleChoice identifier="{key}">{key}</simpleChoice>' for key in "CAB")
    asked_for = f"<prompt>Sort.</prompt>{steps}"
    body = f'<orderInteraction responseIdentifier="RESPONSE" shuffle="true">{asked_for}</orderInteraction>'
    asked, _ = one(item(response(correct("A", "B", "C"), "ordered"), body))
    right = [keys(asked)[text] for text in "ABC"]
    assert (earned(asked, right), earned(asked, [right[1], right[0], right[2]])) == (1, 0)


def test_an_item_without_rules_is_taken_by_its_right_answer_and_says_so() -> None:
    _, changes = one(item(response(correct("B")), choices("alpha", "beta"), rules=""))
    assert changes == ["its file says no scoring: it earns everything for its right answer, and nothing else"]


@pytest.mark.parametrize(
    ("declared", "body", "rules", "why"),
    [
        ("", "<p>Nothing.</p>", MAP, "it asks nothing"),
        (response(""), "<extendedTextInteraction responseIdentifier='RESPONSE'/>", "",
         "a person must grade it, which quizzes here can’t ask for"),
        (response("", base="point"), "<hotspotInteraction responseIdentifier='RESPONSE'/>", MAP,
         "it asks for places in a picture"),
        (response(correct("A")) + "<templateDeclaration identifier='T' cardinality='single' baseType='integer'/>",
         choices("alpha", "beta"), MAP, "its numbers or words are drawn by rules that are not read here"),
        (response(correct("A")), choices("alpha", "beta") * 2, MAP, "it asks 2 things at once; make them questions"),
        (response(correct("A")), choices("alpha", "beta"), rule_for("<random/>"),
         "its scoring uses the expression “random”, which is not read here"),
        (response(correct("Z")), choices("alpha", "beta"), MAP.replace("map_response", "match_correct"),
         "none of its options earns anything"),
        (response("", base="string"), "<p>?</p><p><textEntryInteraction responseIdentifier='RESPONSE'/></p>",
         rule_for('<patternMatch pattern="(a+)+$"><variable identifier="RESPONSE"/></patternMatch>'),
         "its scoring uses a regular expression, which is not read here"),
    ],
)  # fmt: skip
def test_what_can_not_be_asked_here_is_refused_with_the_reason(declared: str, body: str, rules: str, why: str) -> None:
    assert refused(item(declared, body, rules)) == why


def test_the_words_of_qti_3_are_read_alike() -> None:
    content = f"""<qti-assessment-item {V30} identifier="_3rd" title="Third" adaptive="false" time-dependent="false">
      <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">
        <qti-correct-response><qti-value>A</qti-value></qti-correct-response></qti-response-declaration>
      <qti-item-body><qti-choice-interaction response-identifier="RESPONSE" max-choices="1">
        <qti-prompt>Which?</qti-prompt><qti-simple-choice identifier="A">yes</qti-simple-choice>
        <qti-simple-choice identifier="B">no</qti-simple-choice></qti-choice-interaction></qti-item-body>
      <qti-response-processing template="https://x/rptemplates/match_correct.xml"/></qti-assessment-item>"""
    asked, changes = one(content.encode())
    assert (asked.id, asked.kind, changes) == ("3rd", "single", [])
    assert imported("x.xml", content.encode()).title == "x"


MANIFEST = b"""<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources>
<resource identifier="r1" type="imsqti_item_xmlv2p1" href="items/one.xml"><metadata>
  <lom><general><keyword><string>ropes</string></keyword></general>
  <educational><difficulty><value>difficult</value></difficulty></educational></lom></metadata></resource>
<resource identifier="r2" type="imsqti_item_xmlv2p1" href="items/gone.xml"/>
<resource identifier="r3" type="imsqti_item_xmlv2p1" href="../outside.xml"/>
</resources></manifest>"""
STIMULUS = b"<assessmentStimulus><stimulusBody><p>Shared.</p></stimulusBody></assessmentStimulus>"


def test_a_package_gives_items_with_what_its_manifest_knows() -> None:
    reference = '<assessmentStimulusRef identifier="s" href="../shared/s.xml"/>'
    content = item(response(correct("A")) + reference, choices("alpha", "beta"))
    found = adopted("p.zip", package(imsmanifest=MANIFEST, items__one=content, shared__s=STIMULUS))
    asked = bank_of(found).items[0]
    assert (asked.prompt, asked.difficulty, asked.tags) == ("Shared.\n\nWhich?", "hard", ("ropes",))
    assert refusals(found) == [
        ("r2", 5, "its file “items/gone.xml” is not in the package"),
        ("r3", 6, "its file “../outside.xml” is not in the package"),
    ]


def test_one_broken_item_does_not_keep_the_others_out() -> None:
    good = item(response(correct("A")), choices("alpha", "beta"))
    found = adopted("p.zip", package(a=good, b=good[:300], c=good.replace(b'"one"', b'"two"')))
    assert [line.item.id for line in found.taken] == ["one", "two"]
    [(_, _, why)] = refusals(found)
    assert why.startswith("b.xml:1 is not well-formed XML")


def test_a_package_without_questions_is_refused_whole() -> None:
    with pytest.raises(UnreadableError, match="holds no question of QTI 2 or 3"):
        imported("p.zip", package(x=b"<a/>"), "qti21")
