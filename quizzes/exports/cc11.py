"""Common Cartridge 1.1: a quiz as an assessment, with a question bank where it draws."""

from functools import partial

from quizzes.exports.cartridge.package import package, report
from quizzes.exports.cartridge.versions import CC11
from quizzes.exports.format import Format

NAME = "cc11"

FORMAT = Format(
    name=NAME,
    title="Common Cartridge 1.1",
    takers="Canvas, Brightspace, Blackboard, Moodle and others that import Common Cartridge",
    suffix=".cc11.imscc",
    media_type="application/zip",
    report=partial(report, name=NAME),
    write=partial(package, version=CC11),
)
