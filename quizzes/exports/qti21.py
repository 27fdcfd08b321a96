"""QTI 2.1: the content package of QTI 3 in the words of QTI 2."""

from functools import partial

from quizzes.exports.format import Format
from quizzes.exports.qti.dialects import QTI21
from quizzes.exports.qti.package import package, report

NAME = "qti21"

FORMAT = Format(
    name=NAME,
    title="QTI 2.1 package",
    takers="Brightspace, OpenOlat, TAO and others that read QTI 2.1 with its response processing",
    suffix=".qti21.zip",
    media_type="application/zip",
    report=partial(report, name=NAME, dialect=QTI21),
    write=partial(package, dialect=QTI21),
)
