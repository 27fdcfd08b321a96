"""Ids that last: from what the source calls a thing, or from its content, and the same at every import."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field

LONGEST = 60


def slug(text: str) -> str:
    """Return lower-case words joined by hyphens, or an empty text where nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return found if len(found) <= LONGEST else found[:LONGEST].rpartition("-")[0] or found[:LONGEST]


@dataclass(slots=True)
class Names:
    """Names given so far, each once; `numbers` are the last that were put to a name, so that none is tried again."""

    given: set[str] = field(default_factory=set)
    numbers: dict[str, int] = field(default_factory=dict)

    def give(self, *wanted: str, content: str = "") -> str:
        """Return the first wanted name that makes a slug, or one of the content; numbered where it is taken."""
        found = next((name for name in map(slug, wanted) if name), "")
        base = found or f"q-{hashlib.sha256(content.encode()).hexdigest()[:8]}"
        number = self.numbers.get(base, 1)
        name = base if number == 1 else f"{base}-{number}"
        while name in self.given:
            number += 1
            name = f"{base}-{number}"
        self.given.add(name)
        self.numbers[base] = number
        return name


def letters(number: int) -> str:
    """Return a, b, … z, aa, ab, … for 0, 1 and so on."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("a") + rest) + name
    return name
