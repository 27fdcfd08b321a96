"""Common Cartridge 1.3: a quiz as an assessment, with a question bank where it draws."""

from functools import partial

from quizzes.exports.cartridge.package import package, report
from quizzes.exports.cartridge.versions import CC13
from quizzes.exports.format import Format

NAME = "cc13"

FORMAT = Format(
    name=NAME,
    title="Common Cartridge 1.3",
    takers="Canvas, Brightspace, Schoology and others that import Common Cartridge 1.3",
    suffix=".cc13.imscc",
    media_type="application/zip",
    report=partial(report, name=NAME),
    write=partial(package, version=CC13),
)
