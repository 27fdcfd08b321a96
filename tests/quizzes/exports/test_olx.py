"""What Open edX gets: typed by hand, and found in the archive by a reader that knows nothing of ours."""

import json
from dataclasses import replace

import msgspec

from quizzes.exports import formats
from quizzes.exports.report import word
from quizzes.interactions import TextKey
from tests.quizzes.exports import olx_reader
from tests.quizzes.exports.samples import judged_item, odd_export
from tests.quizzes.exports.test_files import asking
from tests.quizzes.exports.test_golden import QUIZ
from tests.quizzes.exports.test_variants import workshop

OLX = formats()["olx"]

# A star marks what scores otherwise there.
ODD = {
    "odd-single": "exact",
    "odd-kept": "exact",
    "odd-true": "exact",
    "odd-sevenths": "converted*",
    "odd-elevenths": "converted*",
    "odd-all-or-nothing": "exact",
    "odd-one-of-many": "exact",
    "odd-columns": "converted",
    "odd-columns-strict": "converted*",
    "odd-pairs": "converted",
    "odd-steps": "converted",
    "odd-steps-strict": "converted*",
    "odd-gaps": "converted",
    "odd-gaps-strict": "converted*",
    "odd-printed": "exact",
    "odd-typed": "converted*",
    "odd-word": "converted*",
    "odd-cased": "converted*",
    "odd-spaceless": "exact",
    "odd-exact": "converted*",
    "odd-arrow": "exact",
    "odd-faulty": "exact",
    "odd-number": "converted*",
    "odd-nested-number": "converted*",
    "odd-exact-number": "converted*",
}


def test_each_odd_item_becomes_what_was_found_out_by_hand() -> None:
    found = {
        line.item: word(line.outcome) + ("*" if getattr(line.outcome, "changes_score", False) else "")
        for line in OLX.report(odd_export()).lines
    }
    assert found == ODD


def test_a_problem_is_what_was_typed() -> None:
    assert olx_reader.files(OLX.write(QUIZ))["course/problem/pick.xml"].decode() == (
        '<problem display_name="Pick one." weight="3" showanswer="attempted"><p>Pick <em>one</em>.</p>'
        '<choiceresponse partial_credit="halves"><checkboxgroup>'
        '<choice correct="true"><span><code>x &lt; 1</code></span></choice>'
        '<choice correct="true"><span>B</span></choice>'
        '<choice correct="false"><span>C</span><choicehint selected="true">Not C.</choicehint></choice>'
        "</checkboxgroup></choiceresponse><solution><div><p>A and B.</p></div></solution></problem>"
    )


def test_the_course_has_the_quiz_as_a_graded_subsection_with_its_pass_mark() -> None:
    archive = OLX.write(QUIZ)
    [subsection] = olx_reader.outline(archive).iter("sequential")
    assert (subsection.get("graded"), subsection.get("format")) == ("true", "Quiz")
    grading = json.loads(olx_reader.files(archive)["course/policies/quiz/grading_policy.json"])
    assert [grader["type"] for grader in grading["GRADER"]] == ["Quiz"]
    assert grading["GRADE_CUTOFFS"] == {"Pass": 0.5}


def test_drawn_questions_are_in_banks_with_all_their_variants() -> None:
    banks = list(olx_reader.outline(OLX.write(workshop())).iter("itembank"))
    assert [bank.get("max_count") for bank in banks] == ["1"] * 10
    assert sum(len(bank) for bank in banks) == 44 * 5


def test_one_question_a_page_is_one_page_a_question() -> None:
    for layout, pages in (("one-by-one", len(odd_export().items)), ("all-on-one", 1)):
        quiz = replace(odd_export(), layout=layout)
        assert len(list(olx_reader.outline(OLX.write(quiz)).iter("vertical"))) == pages


def test_what_a_person_grades_goes_as_a_text() -> None:
    found = olx_reader.files(OLX.write(asking(judged_item())))
    assert found["course/html/judged.xml"] == b'<html display_name="Write a loop."><p>Write a loop.</p></html>'


def test_a_text_that_an_old_notation_would_split_is_taken_whole() -> None:
    item = next(item for item in odd_export().items if item.id == "odd-cased")
    key = item.parts[0].answer
    assert isinstance(key, TextKey)
    form = msgspec.structs.replace(key.forms[0], texts=("this_or_that",))
    part = msgspec.structs.replace(item.parts[0], answer=msgspec.structs.replace(key, forms=(form,)))
    item = msgspec.structs.replace(item, parts=(part,))
    [problem] = olx_reader.read(OLX.write(asking(item)))
    assert [problem.score(item, {"answer": text}) for text in ("this_or_that", "this", "that")] == [1, 0, 0]
