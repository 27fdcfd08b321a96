"""QTI 2.2 packages, folders of items and single items."""

from quizzes.imports.files import Files
from quizzes.imports.format import ImportFormat
from quizzes.imports.qti.package import read_items
from quizzes.imports.qti.versions import is_of

VERSION = "v2p2"


def recognises(files: Files) -> bool:
    """Say whether a file holds items of this version."""
    return is_of(files, VERSION)


FORMAT = ImportFormat(
    name="qti22",
    title="QTI 2.2",
    givers="TAO, Brightspace and others",
    rank=18,
    recognises=recognises,
    read=read_items,
)
