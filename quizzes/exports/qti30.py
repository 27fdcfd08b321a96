"""QTI 3.0: a content package with a test and an item for every question. The master among the formats."""

from functools import partial

from quizzes.exports.format import Format
from quizzes.exports.qti.dialects import QTI30
from quizzes.exports.qti.package import package, report

NAME = "qti30"

FORMAT = Format(
    name=NAME,
    title="QTI 3.0 package",
    takers="Assessment platforms that read QTI 3",
    suffix=".zip",
    media_type="application/zip",
    report=partial(report, name=NAME, dialect=QTI30),
    write=partial(package, dialect=QTI30),
)
