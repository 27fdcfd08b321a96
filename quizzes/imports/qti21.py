"""QTI 2.1 packages, folders of items and single items."""

from quizzes.imports.files import Files
from quizzes.imports.format import ImportFormat
from quizzes.imports.qti.package import read_items
from quizzes.imports.qti.versions import is_of

VERSION = "v2p1"


def recognises(files: Files) -> bool:
    """Say whether a file holds items of this version."""
    return is_of(files, VERSION)


FORMAT = ImportFormat(
    name="qti21",
    title="QTI 2.1",
    givers="OpenOlat, TAO, Inspera and others",
    rank=19,
    recognises=recognises,
    read=read_items,
)
