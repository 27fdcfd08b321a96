"""What a stranger gave: one file, an archive or a folder, read by name and within limits.

An archive is never unpacked to a disk. Its names are only ever looked up, so none can lead outside it, and one
that tries is refused as a whole. Archives inside archives are not opened.
"""

import posixpath
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from io import BytesIO
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote

from quizzes.imports.limits import MEGABYTE, Limits, UnreadableError

ZIP_MAGIC = b"PK\x03\x04"
EMPTY_ZIP_MAGIC = b"PK\x05\x06"
ENTRY_MAGIC = b"PK\x01\x02"
ENCRYPTED = 0x1
UNIX_MODE_SHIFT = 16
SMALL = MEGABYTE  # A file that unpacks to less than this may be packed as tightly as it likes.
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Files(Protocol):
    """Files by name; names have `/` and are relative."""

    @property
    def title(self) -> str:
        """Return what people call the whole."""

    @property
    def names(self) -> Sequence[str]:
        """Return every name, in the order given."""

    @property
    def known(self) -> Set[str]:
        """Return the names to look one up in: it is asked for each question and each picture."""

    def read(self, name: str) -> bytes:
        """Return a file's content. Raises UnreadableError where it is missing, damaged or too large."""


class OneFile:
    """A file that is not an archive."""

    def __init__(self, title: str, content: bytes) -> None:
        self.title = title
        self.names = (title,)
        self.known = frozenset(self.names)
        self._content = content

    def read(self, name: str) -> bytes:
        """Return the content."""
        if name != self.title:
            raise UnreadableError(f"{name} is not there")
        return self._content


class Archive:
    """A zip archive in memory."""

    def __init__(self, title: str, content: bytes, limits: Limits) -> None:
        self.title = title
        self._limits = limits
        self._left = limits.unpacked
        self._opened = _opened(title, content, limits)
        self._entries = {entry.filename: entry for entry in self._opened.infolist() if not entry.is_dir()}
        self._seen: set[str] = set()
        self.names = tuple(self._entries)
        self.known = self._entries.keys()

    def read(self, name: str) -> bytes:
        """Return a file, unpacked; what was unpacked before is not counted again."""
        entry = self._entries.get(name)
        if entry is None:
            raise UnreadableError(f"{name} is not in {self.title}")
        try:
            with self._opened.open(entry) as file:
                found = file.read(self._limits.one_file + 1)
        except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, OSError, RuntimeError) as error:
            raise UnreadableError(f"{name} in {self.title} is damaged; get the file again") from error
        if len(found) > self._limits.one_file:
            raise UnreadableError(f"{name} in {self.title} is larger than {_size(self._limits.one_file)}")
        if name not in self._seen:
            self._seen.add(name)
            self._left -= len(found)
        if self._left < 0:
            raise UnreadableError(f"{self.title} unpacks to more than {_size(self._limits.unpacked)}; split it")
        return found


class Folder:
    """A folder on this machine. Links in it are not followed."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self.title = path.name
        self._limits = limits
        self._left = limits.unpacked
        found = [file for file in sorted(path.rglob("*")) if file.is_file() and not file.is_symlink()]
        if len(found) > limits.files:
            raise UnreadableError(f"{path.name} holds more than {limits.files} files; import parts of it")
        self._paths: Mapping[str, Path] = {file.relative_to(path).as_posix(): file for file in found}
        self.names = tuple(self._paths)
        self.known = self._paths.keys()

    def read(self, name: str) -> bytes:
        """Return a file."""
        path = self._paths.get(name)
        if path is None:
            raise UnreadableError(f"{name} is not in {self.title}")
        return read_within(path, self._limits.one_file)


def open_files(title: str, content: bytes, limits: Limits) -> Files:
    """Return an upload as files. Raises UnreadableError."""
    if len(content) > limits.upload:
        raise UnreadableError(f"{title} is larger than {_size(limits.upload)}; split it")
    if not content:
        raise UnreadableError(f"{title} is empty; choose another file")
    if content.startswith((ZIP_MAGIC, EMPTY_ZIP_MAGIC)):
        return Archive(title, content, limits)
    return OneFile(title, content)


def open_path(path: Path, limits: Limits) -> Files:
    """Return a file or folder of this machine. Raises UnreadableError."""
    if path.is_dir():
        return Folder(path, limits)
    return open_files(path.name, read_within(path, limits.upload), limits)


def read_within(path: Path, most: int) -> bytes:
    """Return the content of a file. Raises UnreadableError where it can't be read or is too large."""
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise UnreadableError(f"{path.name} can't be read: {error.strerror}") from error
    if len(content) > most:
        raise UnreadableError(f"{path.name} is larger than {_size(most)}; split it")
    return content


def resolve(base: str, reference: str) -> str:
    """Return the name that a reference in a file means; it may lead nowhere, but never outside."""
    path = unquote(reference.partition("#")[0].partition("?")[0]).replace("\\", "/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), path)).removeprefix("/")


def _opened(title: str, content: bytes, limits: Limits) -> zipfile.ZipFile:
    # Counted before the directory is read, because each entry of it takes far more memory than bytes.
    if content.count(ENTRY_MAGIC) > limits.files:
        raise UnreadableError(f"{title} holds more than {limits.files} files; split it")
    try:
        opened = zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
        raise UnreadableError(f"{title} is a damaged archive; get the file again") from error
    for entry in opened.infolist():
        _check(title, entry, limits)
    [(name, count)] = Counter(entry.filename for entry in opened.infolist()).most_common(1) or [("", 0)]
    if count > 1:
        raise UnreadableError(f"{title} is refused: it holds two files of the name “{_shown(name)}”")
    if sum(entry.file_size for entry in opened.infolist()) > limits.unpacked:
        raise UnreadableError(f"{title} unpacks to more than {_size(limits.unpacked)}; split it")
    return opened


def _check(title: str, entry: zipfile.ZipInfo, limits: Limits) -> None:
    """Refuse an archive with an entry that no honest exporter writes."""
    name = entry.filename
    shown = _shown(name)
    if name.startswith("/") or "\\" in name or ":" in name.split("/")[0] or ".." in name.split("/"):
        raise UnreadableError(f"{title} is refused: “{shown}” leads outside the archive")
    if stat.S_ISLNK(entry.external_attr >> UNIX_MODE_SHIFT):
        raise UnreadableError(f"{title} is refused: “{shown}” is a link, which can lead outside the archive")
    if entry.flag_bits & ENCRYPTED:
        raise UnreadableError(f"{title} is locked with a password; export it without one")
    if entry.compress_type not in METHODS:
        raise UnreadableError(f"{title} is packed in a way that is not read here; make it an ordinary zip file")
    if entry.file_size > limits.one_file:
        raise UnreadableError(f"“{shown}” in {title} is larger than {_size(limits.one_file)}")
    if entry.file_size > SMALL and entry.file_size > limits.ratio * max(entry.compress_size, 1):
        raise UnreadableError(f"{title} is refused: “{shown}” unpacks to more than {limits.ratio} times its size")


def _shown(name: str) -> str:
    return name if name.isprintable() else ascii(name)


def _size(count: int) -> str:
    return f"{count // MEGABYTE} MB" if count >= MEGABYTE else f"{count:,} bytes"
