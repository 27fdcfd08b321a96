"""A YAML text as plain values, with the line of every one of them."""

import importlib
from dataclasses import dataclass, field
from pathlib import Path

from quizzes import quick_yaml
from quizzes.faults import ContentError, Fault

Step = str | int | bool | float | None
Place = tuple[Step, ...]


@dataclass(slots=True)
class Source:
    """`value` is made of dict, list, str, int, float, bool and None.

    `lines` counts from 1 and is made from `text`, which starts at `first_line` of the file, once somebody asks.
    """

    file: str
    value: object = None
    text: str = ""
    first_line: int = 1
    lines: dict[Place, int] = field(default_factory=dict)

    def line(self, place: Place) -> int:
        """Return the line of the value at a place, or of the nearest thing around it."""
        if not self.lines and self.text:
            self.lines = _read_carefully(self).lines
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def fault(self, place: Place, message: str) -> Fault:
        """Return a fault at a place of this source."""
        return Fault(self.file, self.line(place), message)


def read_file(path: Path, name: str) -> Source:
    """Read a YAML file, known to people as `name`. Raises ContentError where it is not UTF-8 or not YAML."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ContentError([Fault(name, 0, f"is not UTF-8 (byte {error.start}); save it as UTF-8")]) from error
    except OSError as error:
        raise ContentError([Fault(name, 0, f"can't be read: {error.strerror}")]) from error
    return read_text(text, name)


def read_text(text: str, name: str, first_line: int = 1) -> Source:
    """Read YAML that starts at `first_line` of a file. Raises ContentError where it is not YAML."""
    source = Source(name, text=text, first_line=first_line)
    try:
        source.value = quick_yaml.value_of(text)
    except quick_yaml.UnsureError:
        return _read_carefully(source)
    return source


def _read_carefully(source: Source) -> Source:
    # Loaded where it is needed: most files have no fault, and then nobody asks for a line.
    reading = importlib.import_module("quizzes.careful_yaml")
    value, lines = reading.values_of(source.text, source.file, source.first_line)
    return Source(source.file, value, source.text, source.first_line, lines)
