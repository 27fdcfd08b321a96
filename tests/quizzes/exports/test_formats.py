"""What holds for every format."""

import ast

import pytest

from quizzes.exports import formats, prepare
from quizzes.text import to_plain
from tests.quizzes.exports.samples import ROOT, banks, judged_item, odd_export, opened, quizzes

SINGLE_CHOICE_ALONE = {"aiken"}
PACKED = {"application/zip", "application/gzip"}
PACKAGE = ROOT / "quizzes" / "exports"


def test_a_format_is_found_by_being_there() -> None:
    assert {"canvas", "gift", "moodle-xml", "qti21", "qti21-blackboard", "qti22", "qti30"} <= set(formats())
    assert {"aiken", "blackboard", "brightspace", "olx"} <= set(formats())
    assert {"scorm12", "scorm2004"} <= set(formats())
    assert all(name == format_.name for name, format_ in formats().items())


@pytest.mark.parametrize("name", formats())
def test_the_same_quiz_always_gives_the_same_bytes(name: str) -> None:
    for bank, quiz in quizzes():
        first, second = (formats()[name].write(prepare(bank, quiz)) for _ in range(2))
        assert first == second


def test_a_package_says_nothing_of_when_it_was_written() -> None:
    entries = opened(formats()["qti30"].write(odd_export())).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("name", formats())
def test_the_report_has_one_line_for_each_item_and_can_be_read_as_json(name: str) -> None:
    for bank, quiz in quizzes():
        export = prepare(bank, quiz)
        report = formats()[name].report(export)
        assert [line.item for line in report.lines] == [item.id for item in export.items]
        assert sum(report.counts.values()) == len(export.items)
        found = report.to_json()["items"]
        assert isinstance(found, list)
        assert len(found) == len(export.items)


def test_a_quiz_that_draws_is_exported_with_all_it_can_draw() -> None:
    knots = next(bank for bank in banks() if bank.course == "knots")
    export = prepare(knots, knots.quizzes["final"])
    assert [pool.count for pool in export.pools] == [2, 1]
    assert {item.id for item in export.items} == {item.id for item in knots.askable(knots.quizzes["final"])}
    assert [pool.title for pool in export.pools] == ["Tying (single, true-false)", "Tying (medium, rope-strength)"]


def test_file_names_say_course_quiz_and_format() -> None:
    names = [formats()[name].file_name(odd_export()) for name in ("qti30", "qti21", "moodle-xml", "gift", "aiken")]
    assert names == ["odd-odd.zip", "odd-odd.qti21.zip", "odd-odd.xml", "odd-odd.gift.txt", "odd-odd.aiken.txt"]


def test_no_format_knows_a_kind() -> None:
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            assert not [name for name in names if name.startswith("quizzes.kinds")], path


@pytest.mark.parametrize("name", sorted({*formats()} - SINGLE_CHOICE_ALONE))
def test_what_a_person_must_grade_is_by_hand(name: str) -> None:
    export = odd_export()
    pool = type(export.pools[0])("odd", "Odd", (judged_item(),), 1)
    export = type(export)(export.course, export.slug, "Odd", "", "en", (pool,), False, 50, 0, "all-on-one")
    assert formats()[name].report(export).counts["by-hand"] == 1
    assert b"Write a loop." in formats()[name].write(export) or formats()[name].media_type in PACKED


@pytest.mark.parametrize("name", formats())
def test_reasons_are_plain_sentences_without_a_stop(name: str) -> None:
    report = formats()[name].report(odd_export())
    whys = [line.outcome.why for line in report.lines if hasattr(line.outcome, "why")]
    for why in [*whys, *(lost.what for lost in report.lost)]:
        assert why == why.strip()
        assert not why.endswith(".")
        assert to_plain(why) == why
