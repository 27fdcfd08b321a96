"""Bytes to text: UTF-8 first, then what the file says of itself; anything else is an error, never a guess."""

import codecs
import re
from collections.abc import Iterator

from quizzes.imports.limits import UnreadableError

MOST_LINES = 1_000_000  # of a text file, blank ones among them
OPENING = 200_000  # bytes of a file in which is looked for what format it has
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_ALLOWED = {"utf-8", "ascii", "iso8859-1", "iso8859-15", "cp1252", "utf-16", "utf-16-le", "utf-16-be"}
_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def decoded(content: bytes, name: str, declared: str = "") -> str:
    """Return the text of a file. Raises UnreadableError where it is not in its encoding."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], name, encoding)
    return _decoded(content, name, declared or "utf-8")


def text_lines(content: bytes, name: str) -> Iterator[str]:
    """Return the lines of a text file one by one, stripped and without characters that no text has.

    Raises UnreadableError. A list of them could take many times the memory of the file.
    """
    text = decoded(content, name)
    if "\0" in text:
        raise UnreadableError(f"{name} holds zero bytes; it is damaged or no text, save it as UTF-8")
    text = visible(text)
    if text.count("\n") > MOST_LINES:
        raise UnreadableError(f"{name} has more than {MOST_LINES:,} lines; split it")
    return (line.strip() for line in lines_of(text))


def lines_of(text: str) -> Iterator[str]:
    """Return the lines of a text one by one, each with its end."""
    return (found[0] for found in _LINE.finditer(text))


def opening(content: bytes) -> str:
    """Return how a file begins, read as text whatever it is: only to tell of which format it is."""
    start = content[:OPENING]
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return start[len(mark) :].decode(encoding, errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    return start.decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n")


def xml_text(content: bytes, name: str) -> str:
    """Return the text of an XML file in the encoding that it declares, without its declaration."""
    found = _DECLARED.match(content)
    declared = ""
    if found:
        try:
            declared = codecs.lookup(found[1].decode()).name
        except LookupError as error:
            raise UnreadableError(f"{name} says that it is in “{found[1].decode()}”; save it as UTF-8") from error
        if declared not in _ALLOWED:
            raise UnreadableError(f"{name} is in {declared}; save it as UTF-8")
        if declared.startswith("utf-16"):
            declared = ""  # What reads as this declaration byte by byte is not in UTF-16.
    text = decoded(content, name, declared)
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text, count=1)


def visible(text: str) -> str:
    """Return a text without control characters and halves of characters, and with one sort of line ends."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _decoded(content: bytes, name: str, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"{name} is not {encoding.upper()} (byte {error.start}); it is damaged or in another encoding, "
            "save it as UTF-8"
        ) from error
