"""Categories of Moodle's question bank: paths such as `$course$/top/Ropes`, where `//` is a slash in a name."""

from collections.abc import Iterable

TOP = "top"


def category_name(path: str) -> str:
    """Return the last name of a path; empty for the top of all categories."""
    last = path.replace("//", "\0").rpartition("/")[2].replace("\0", "/").strip()
    return "" if last == TOP else last


def category_title(paths: Iterable[str], file: str) -> str:
    """Return the name of the only category, or of the file."""
    found = set(paths)
    name = category_name(found.pop()) if len(found) == 1 else ""
    return name or file.rpartition(".")[0] or file
