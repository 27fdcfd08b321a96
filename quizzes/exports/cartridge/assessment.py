"""A quiz as an assessment of a cartridge, and as its question bank where the quiz draws.

An assessment has one section and draws nothing: everybody gets the first items of a draw, and the bank has all.
"""

import math
from collections.abc import Iterable
from fractions import Fraction

from quizzes.exports.cartridge.items import item_element
from quizzes.exports.cartridge.outcomes import outcome
from quizzes.exports.cartridge.pieces import Piece, pieces
from quizzes.exports.cartridge.versions import Version
from quizzes.exports.nodes import Node, node
from quizzes.exports.pictures import Address
from quizzes.exports.pools import ExportQuiz
from quizzes.exports.qti12.elements import document, metadata, with_pictures
from quizzes.exports.report import Dropped
from quizzes.exports.texts import show_pictures
from quizzes.interactions import Item

MOST_ATTEMPTS = 5
MOST_WEIGHT = 99


def taken(items: Iterable[Item]) -> list[Item]:
    """Return the items that a cartridge can ask, each once."""
    return list({item.id: item for item in items if not isinstance(outcome(item), Dropped)}.values())


def asked(quiz: ExportQuiz) -> list[Item]:
    """Return the items that the assessment asks: of a draw the first ones."""
    return taken(item for pool in quiz.pools for item in taken(pool.items)[: pool.count])


def weights(questions: list[Piece]) -> list[int]:
    """Return what each question weighs: whole numbers from 1 to 99, in proportion, rounded where they must be."""
    scale = math.lcm(*(piece.weight.denominator for piece in questions))
    most = max(piece.weight for piece in questions)
    if most * scale > MOST_WEIGHT:
        scale = max(1, math.floor(MOST_WEIGHT / most))
    return [min(MOST_WEIGHT, max(1, round(piece.weight * scale))) for piece in questions]


def has_rounded_weights(questions: list[Piece]) -> bool:
    """Say whether the weights are in another proportion than the points."""
    found = [Fraction(weight) / piece.weight for weight, piece in zip(weights(questions), questions, strict=True)]
    return len(set(found)) > 1


def split(items: list[Item]) -> list[Piece]:
    """Return the questions of items."""
    return [piece for item in items for piece in pieces(item)]


def assessment_document(quiz: ExportQuiz, ident: str, version: Version, address: Address) -> bytes:
    """Return the assessment of a quiz that asks something; `address` is where its pictures lie."""
    questions = split(asked(quiz))
    fields = {
        "cc_profile": "cc.exam.v0p1",
        "qmd_assessmenttype": "Examination",
        "qmd_scoretype": "Percentage",
        "qmd_feedbackpermitted": "No" if quiz.review == "marks-only" else "Yes",
        "qmd_hintspermitted": "Yes",
        "qmd_solutionspermitted": "Yes",
        "cc_maxattempts": str(quiz.attempts) if 0 < quiz.attempts <= MOST_ATTEMPTS else "unlimited",
    }
    section = node("section", *_elements(questions), ident="root_section")
    assessment = node("assessment", metadata(fields), section, ident=ident, title=quiz.title)
    if show_pictures(quiz.items):
        assessment = with_pictures(assessment, address)
    return document(node("questestinterop", assessment), version.qti_schema)


def bank_document(items: list[Item], ident: str, version: Version, address: Address) -> bytes:
    """Return a question bank of items; `address` is where their pictures lie."""
    bank = node("objectbank", *_elements(split(taken(items))), ident=ident)
    if show_pictures(items):
        bank = with_pictures(bank, address)
    return document(node("questestinterop", bank), version.qti_schema)


def _elements(questions: list[Piece]) -> list[Node]:
    return [item_element(piece.item, weight) for piece, weight in zip(questions, weights(questions), strict=True)]
