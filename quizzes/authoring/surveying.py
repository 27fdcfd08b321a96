"""What becomes of everything in a folder: of its folders, its packages and its loose files, each question once."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quizzes.authoring.adopting import adopt
from quizzes.imports import Files, Limits, Place, UnreadableError, detect, open_path
from quizzes.responses import JSON

PACKAGES = (".zip", ".imscc")

Seen = set[tuple[bytes, int, str]]  # of each question its file's digest, its line and its name


@dataclass(frozen=True, slots=True)
class Surveyed:
    """How many questions of a file or folder are exact, converted and refused, and why; or why it can't be read.

    `again` are those that were counted before, because the same file lies elsewhere too.
    """

    name: str
    format: str
    counts: Mapping[str, int]
    whys: Mapping[str, int]
    again: int = 0
    failure: str = ""

    def to_json(self) -> dict[str, JSON]:
        """Return the line as plain values."""
        return {
            "name": self.name,
            "format": self.format,
            "counts": dict(self.counts),
            "refused": dict(self.whys),
            "again": self.again,
            "failure": self.failure,
        }


def survey(path: Path, limits: Limits) -> Iterator[Surveyed]:
    """Yield what becomes of a folder's folders, each as a whole where it is one, its packages and its loose files."""
    seen: Seen = set()
    for source in _sources(path, limits):
        yield _surveyed(source, source.relative_to(path).as_posix() if source != path else path.name, limits, seen)


def counted(counts: Mapping[str, int]) -> str:
    """Return counts in words, without those of nothing."""
    return ", ".join(f"{count} {name}" for name, count in counts.items() if count) or "no questions"


def _sources(path: Path, limits: Limits) -> Iterator[Path]:
    inside = _inside(path)
    if any(_is_read(one, limits) for one in inside if one.is_file() and not _is_package(one)) and _is_read(
        path, limits
    ):
        yield from _whole(path)
        return
    for one in inside:
        if one.is_file():
            if _is_package(one) or _is_read(one, limits):
                yield one
        elif _is_read(one, limits):
            yield from _whole(one)
        else:
            yield from _sources(one, limits)


def _whole(path: Path) -> Iterator[Path]:
    yield path
    yield from sorted(one for one in path.rglob("*") if _is_package(one) and one.is_file())


def _inside(path: Path) -> list[Path]:
    return [one for one in sorted(path.iterdir()) if not one.name.startswith(".") and not one.is_symlink()]


def _is_package(path: Path) -> bool:
    return path.suffix.lower() in PACKAGES


def _is_read(path: Path, limits: Limits) -> bool:
    try:
        detect(open_path(path, limits))
    except UnreadableError:
        return False
    return True


def _surveyed(path: Path, name: str, limits: Limits, seen: Seen) -> Surveyed:
    format_name = ""
    try:
        files = open_path(path, limits)
        found_format = detect(files)
        format_name = found_format.name
        found = adopt(found_format.read(files, limits), name, format_name)
    except UnreadableError as error:
        return Surveyed(name, format_name, {}, {}, failure=str(error))
    fates = [(line.place, "exact" if line.is_exact else "converted", "") for line in found.taken]
    fates += [(one.place, "refused", one.why) for one in found.refused]
    new = [(fate, why) for place, fate, why in fates if _is_new(files, place, seen)]
    counts = Counter(fate for fate, _ in new)
    return Surveyed(
        name,
        format_name,
        {fate: counts[fate] for fate in found.counts},
        Counter(why for _, why in new if why),
        again=len(fates) - len(new),
    )


def _is_new(files: Files, place: Place, seen: Seen) -> bool:
    """Say whether a question was not met before, and remember it."""
    try:
        # Spaces don't count: archives and version control write line ends each in their way.
        digest = hashlib.sha256(b"".join(files.read(place.file).split())).digest()
    except UnreadableError:
        digest = place.file.encode()
    key = (digest, place.line, place.name)
    is_new = key not in seen
    seen.add(key)
    return is_new
