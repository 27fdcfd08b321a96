"""QTI 3.0 packages, folders of items and single items."""

from quizzes.imports.files import Files
from quizzes.imports.format import ImportFormat
from quizzes.imports.qti.package import read_items
from quizzes.imports.qti.versions import is_of

VERSION = "v3p0"


def recognises(files: Files) -> bool:
    """Say whether a file holds items of this version."""
    return is_of(files, VERSION)


FORMAT = ImportFormat(
    name="qti30",
    title="QTI 3.0",
    givers="assessment platforms that write QTI 3",
    rank=10,
    recognises=recognises,
    read=read_items,
)
