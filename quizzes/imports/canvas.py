"""Canvas: QTI 1.2 in Canvas's dialect, as quizzes and whole courses leave Canvas, and as tools write it for Canvas."""

from quizzes.imports.format import ImportFormat
from quizzes.imports.qti12.finding import is_canvas
from quizzes.imports.qti12.package import read_package

FORMAT = ImportFormat(
    name="canvas",
    title="Canvas (QTI 1.2)",
    givers="Canvas, from Classic and New Quizzes and whole courses, and tools that write for it, such as text2qti",
    rank=15,
    recognises=is_canvas,
    read=read_package,
)
