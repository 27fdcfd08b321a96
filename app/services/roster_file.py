"""A list of people as somebody sends it: any columns, any separator, every bad line with its number and reason."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from app.services.emails import normal_email

MAX_BYTES = 1_000_000
MAX_LINES = 2_000
MAX_NAME = 200

Encoding = Literal["UTF-8", "UTF-16", "Windows-1252"]

_EMAIL_WORDS = frozenset({"email", "e-mail", "mail", "email address", "e-mail address"})
_NAME_WORDS = frozenset({"name", "full name", "learner", "student", "participant"})
_FIRST_WORDS = frozenset({"first name", "given name", "forename"})
_LAST_WORDS = frozenset({"last name", "surname", "family name"})
_ANGLED = re.compile(r"^(?P<name>[^<>]*)<(?P<email>[^<>]+)>$")


class Problem(StrEnum):
    """Why a line can't be taken."""

    NO_EMAIL = "no-email"
    NOT_AN_EMAIL = "not-an-email"
    SEVERAL_EMAILS = "several-emails"
    TWICE = "twice"
    LONG_NAME = "long-name"
    QUOTES = "quotes"


class Refusal(StrEnum):
    """Why a whole file can't be taken."""

    EMPTY = "empty"
    TOO_LARGE = "too-large"
    TOO_MANY_LINES = "too-many-lines"
    NOT_TEXT = "not-text"
    NO_EMAIL_COLUMN = "no-email-column"


@dataclass(frozen=True, slots=True)
class RosterLine:
    """A person to add; the name may be empty, the e-mail is in its normal form."""

    number: int
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that can't be taken; `first` is the line that had the same e-mail before."""

    number: int
    text: str
    problem: Problem
    first: int = 0


@dataclass(frozen=True, slots=True)
class RosterFile:
    """What was read: lines are counted as an editor shows them, from 1, a header included."""

    lines: tuple[RosterLine, ...]
    bad: tuple[BadLine, ...]
    encoding: Encoding = "UTF-8"


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the cells stand; without a header the e-mail is the cell with an @."""

    email: int | None
    names: tuple[int, ...] = ()


def decode_roster(raw: bytes) -> tuple[str, Encoding] | Refusal:
    """Return a file's text; what is not Unicode is read as Windows-1252, which spreadsheets write."""
    if len(raw) > MAX_BYTES:
        return Refusal.TOO_LARGE
    try:
        text, encoding = _decoded(raw)
    except UnicodeDecodeError:
        return Refusal.NOT_TEXT
    return Refusal.NOT_TEXT if "\0" in text else (text, encoding)


def _decoded(raw: bytes) -> tuple[str, Encoding]:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16"), "UTF-16"
    try:
        return raw.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        return raw.decode("cp1252"), "Windows-1252"


def read_roster(text: str, encoding: Encoding = "UTF-8") -> RosterFile | Refusal:
    """Read a list of people from text: comma, semicolon or tab, with or without a header."""
    if len(text.encode()) > 2 * MAX_BYTES:  # Windows-1252 can double in UTF-8
        return Refusal.TOO_LARGE
    filled = [
        (number, line)
        for number, line in enumerate(re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")), 1)
        if line.strip(" \t,;")
    ]
    if not filled:
        return Refusal.EMPTY
    separator = _separator(filled[0][1])
    columns = _header(_cells(filled[0][1], separator) or ())
    body = filled if columns is None else filled[1:]
    if columns is not None and columns.email is None:
        return Refusal.NO_EMAIL_COLUMN
    if not body:
        return Refusal.EMPTY
    if len(body) > MAX_LINES:
        return Refusal.TOO_MANY_LINES
    return _read_lines(body, separator, columns or _Columns(None), encoding)


def _separator(line: str) -> str:
    """Return the separator that comes most often outside quotes; a tie goes to the rarer character."""
    bare = re.sub(r'"[^"]*"', "", line)
    return max("\t;,", key=bare.count)


def _cells(line: str, separator: str) -> list[str] | None:
    """Return the cells of one line without spaces around them, or None where its quotes don't match.

    Each line is read by itself, so that one stray quote can't swallow all that follow.
    """
    try:
        return [_plain(cell) for cell in next(csv.reader([line], delimiter=separator, strict=True))]
    except csv.Error:
        return None


def _plain(cell: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in cell).split())


def _header(cells: Sequence[str]) -> _Columns | None:
    """Return where a header says that the cells stand, or None where the line is none."""
    words = [cell.casefold().rstrip(":").replace("_", " ") for cell in cells]
    if any("@" in word for word in words):
        return None
    named = [[place for place, word in enumerate(words) if word in known] for known in _HEADER_WORDS]
    emails, names, first, last = named
    if not any(named):
        return None
    return _Columns(emails[0] if emails else None, tuple(names or first + last))


_HEADER_WORDS = (_EMAIL_WORDS, _NAME_WORDS, _FIRST_WORDS, _LAST_WORDS)


def _read_lines(body: Sequence[tuple[int, str]], separator: str, columns: _Columns, encoding: Encoding) -> RosterFile:
    lines: list[RosterLine] = []
    bad: list[BadLine] = []
    seen: dict[str, int] = {}
    for number, line in body:
        read = _read_line(number, line, separator, columns)
        if isinstance(read, RosterLine) and read.email in seen:
            read = BadLine(number, line.strip(), Problem.TWICE, first=seen[read.email])
        if isinstance(read, BadLine):
            bad.append(read)
        else:
            seen[read.email] = number
            lines.append(read)
    return RosterFile(tuple(lines), tuple(bad), encoding)


def _read_line(number: int, line: str, separator: str, columns: _Columns) -> RosterLine | BadLine:
    cells = _cells(line, separator)
    if cells is None:
        return BadLine(number, line.strip(), Problem.QUOTES)
    if columns.email is None and sum("@" in cell for cell in cells) > 1:
        return BadLine(number, line.strip(), Problem.SEVERAL_EMAILS)
    name, written = _name_and_email(cells, columns)
    if not written:
        return BadLine(number, line.strip(), Problem.NO_EMAIL)
    email = normal_email(written)
    if email is None:
        return BadLine(number, line.strip(), Problem.NOT_AN_EMAIL)
    if len(name) > MAX_NAME:
        return BadLine(number, line.strip(), Problem.LONG_NAME)
    return RosterLine(number, name, email)


def _name_and_email(cells: Sequence[str], columns: _Columns) -> tuple[str, str]:
    if columns.email is None:
        place = next((place for place, cell in enumerate(cells) if "@" in cell), None)
        written = "" if place is None else cells[place]
        name = " ".join(cell for other, cell in enumerate(cells) if other != place and cell)
    else:
        written = cells[columns.email] if columns.email < len(cells) else ""
        name = " ".join(cells[place] for place in columns.names if place < len(cells) and cells[place])
    angled = _ANGLED.match(written)  # Anna Smith <anna@example.org>, as mail programs copy it
    if angled is None:
        return name, written
    return name or angled["name"].strip(' "'), angled["email"].strip()
