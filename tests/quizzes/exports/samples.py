"""Quizzes to export: every bank there is, and one of everything odd."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from quizzes.bank import Bank, read_bank
from quizzes.exports import ExportQuiz, prepare
from quizzes.interactions import Item, Judged, JudgedKey, Part
from quizzes.kinds.base import Specimen
from quizzes.quiz import Quiz, read_quiz

ROOT = Path(__file__).parents[3]
BANK_FOLDERS = (ROOT / "quizzes" / "banks", ROOT / "tests" / "content" / "quizzes" / "banks")


def odd_quiz() -> Quiz:
    return read_quiz(Path(__file__).with_name("odd.yaml"), "odd", "odd.yaml")


@cache
def odd_bank() -> Bank:
    return Bank("odd", {"odd": odd_quiz()})


@cache
def banks() -> list[Bank]:
    """Return the banks of this repository, and the odd one."""
    folders = sorted(path for root in BANK_FOLDERS for path in root.iterdir() if path.is_dir())
    return [odd_bank(), *(read_bank(folder, folder.name, folder.name)[0] for folder in folders)]


def odd_export() -> ExportQuiz:
    bank = odd_bank()
    return prepare(bank, bank.quizzes["odd"])


def quizzes() -> list[tuple[Bank, Quiz]]:
    return [(bank, quiz) for bank in banks() for quiz in bank.quizzes.values()]


def own_quizzes() -> list[tuple[Bank, Quiz]]:
    """Return the quizzes that have items of their own, so that no item comes twice."""
    return [(bank, quiz) for bank, quiz in quizzes() if quiz.items]


def with_specimens(bank: Bank, quiz: Quiz) -> Iterator[tuple[Item, tuple[Specimen, ...]]]:
    """Yield each item of a quiz file, as it is exported, with its specimens."""
    exported = {item.id: item for item in prepare(bank, quiz).items}
    for item in quiz.items:
        yield exported.get(item.id, item), quiz.specimens[item.id]


def judged_item() -> Item:
    part = Part("answer", Judged(expected_lines=7, monospace=True), JudgedKey("Look for `zip`."))
    return Item("judged", "judged", "Write a loop.", (part,), points=4, explanation="Like so.")


def answered(specimens: tuple[Specimen, ...]) -> Iterator[tuple[Specimen, Fraction]]:
    """Yield the specimens that can be read, with their scores."""
    for specimen in specimens:
        if specimen.score is not None:
            yield specimen, specimen.score


def opened(package: bytes) -> ZipFile:
    return ZipFile(BytesIO(package))
