"""QTI 2.2: the content package of QTI 3 in the words of QTI 2."""

from functools import partial

from quizzes.exports.format import Format
from quizzes.exports.qti.dialects import QTI22
from quizzes.exports.qti.package import package, report

NAME = "qti22"

FORMAT = Format(
    name=NAME,
    title="QTI 2.2 package",
    takers="OpenOlat, TAO and others that read QTI 2.2 with its response processing",
    suffix=".qti22.zip",
    media_type="application/zip",
    report=partial(report, name=NAME, dialect=QTI22),
    write=partial(package, dialect=QTI22),
)
