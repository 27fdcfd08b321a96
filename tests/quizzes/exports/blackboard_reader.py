"""Blackboard's upload read and scored as its help describes it; a row that it would refuse is an error.

Several answers and several blanks earn credit as a whole, ordering and matching by part, a text without regard to
capitals, a number within its tolerance.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile, is_zipfile

from quizzes.interactions import Choice, GapSelect, Item, Match, Order
from quizzes.responses import JSON
from tests.quizzes.exports.plain_reading import plain, shown, well_formed
from tests.quizzes.exports.plain_reading import read as as_read

MOST_ROWS = 250


@dataclass(frozen=True, slots=True)
class Question:
    kind: str
    text: str
    fields: tuple[str, ...]

    def score(self, item: Item, response: JSON) -> float:
        """Return the share of the points that a response earns, found by what a learner reads."""
        value = response.get("answer") if isinstance(response, dict) else None
        if not value or (isinstance(value, str) and not value.strip()):
            return 0.0
        match self.kind, item.parts[0].interaction, value:
            case "TF", _, [chosen]:
                return float(chosen == self.fields[0])
            case "MC" | "MA", Choice() as choice, list():
                keys = [option.key for option in choice.options]
                return self._chosen({shown(choice)[keys.index(str(key))] for key in value})
            case "MAT", Match() as match_, dict():
                return self._matched(match_, value)
            case "ORD", Order(options=options), list():
                texts = {option.key: plain(option) for option in options}
                given = [texts[str(key)] for key in value]
                return sum(a == b for a, b in zip(given, map(as_read, self.fields), strict=True)) / len(given)
            case "FIB", _, str():
                return float(value.lower() in [answer.lower() for answer in self.fields])
            case "FIB_PLUS", Match() | GapSelect() as interaction, dict():
                return float(self._filled(interaction, value) == self._blanks())
            case "NUM", _, str():
                answer, tolerance = map(Decimal, self.fields)
                return float(abs(Decimal(value) - answer) <= tolerance)
        raise AssertionError((self.kind, item.id, value))

    def _chosen(self, chosen: set[str]) -> float:
        right = {as_read(text) for text, is_right in _pairs(self.fields) if is_right == "correct"}
        return float(chosen == right)

    def _matched(self, match_: Match, value: dict[str, JSON]) -> float:
        pairs = {as_read(left): as_read(right) for left, right in _pairs(self.fields)}
        targets = {target.key: plain(target) for target in match_.targets}
        given = {plain(source): targets[str(value[source.key])] for source in match_.sources if source.key in value}
        return sum(given.get(left) == right for left, right in pairs.items()) / len(pairs)

    def _blanks(self) -> list[str]:
        groups = [group.split("\t") for group in "\t".join(self.fields).split("\t\t")]
        assert all(f"[{name}]" in self.text for name, *_ in groups)
        assert len(groups) == len(re.findall(r"\[[a-z]]", self.text)) <= 10
        return [answer for _, answer in groups]

    def _filled(self, interaction: Match | GapSelect, value: dict[str, JSON]) -> list[str]:
        """Return the numbers that a learner types, read from the lists in the text."""
        if isinstance(interaction, Match):
            texts = {target.key: plain(target) for target in interaction.targets}
            listed = next(lines for lines in self._paragraphs() if lines.startswith("1 = "))
            return [
                _number(listed, texts[str(value[source.key])]) if source.key in value else ""
                for source in interaction.sources
            ]
        filled = []
        for place, gap in enumerate(interaction.gaps, 1):
            texts = {option.key: plain(option) for option in gap.options}
            listed = next(lines for lines in self._paragraphs() if lines.startswith(f"({place}): "))
            filled.append(
                _number(listed.removeprefix(f"({place}): "), texts[str(value[gap.key])]) if gap.key in value else ""
            )
        return filled

    def _paragraphs(self) -> Iterator[str]:
        return (as_read(found) for found in re.findall(r"<p>.*?</p>", self.text))


def _number(listed: str, text: str) -> str:
    """Return the number that a list gives to a text."""
    entries = re.split(r"; (?=\d+ = )", listed)
    found = [number for number, _, said in (entry.partition(" = ") for entry in entries) if said == text]
    assert len(found) == 1, (listed, text)
    return found[0]


def _pairs(fields: tuple[str, ...]) -> list[tuple[str, str]]:
    assert len(fields) % 2 == 0, fields
    return list(zip(fields[::2], fields[1::2], strict=True))


def read(document: bytes) -> list[Question]:
    """Return the questions of the file, or of all files of an archive."""
    return [question for text in files(document).values() for question in _questions(text)]


def files(document: bytes) -> dict[str, str]:
    if not is_zipfile(BytesIO(document)):
        return {"": document.decode()}
    with ZipFile(BytesIO(document)) as bundle:
        return {name: bundle.read(name).decode() for name in bundle.namelist()}


def _questions(text: str) -> Iterator[Question]:
    rows = text.removesuffix("\r\n").split("\r\n")
    assert len(rows) <= MOST_ROWS
    for row in rows:
        assert row.strip(), "a blank line"
        kind, asked, *fields = row.split("\t")
        assert "\n" not in row
        assert asked
        assert well_formed(asked), asked
        _check(kind, fields)
        yield Question(kind, asked, tuple(fields))


def _check(kind: str, fields: list[str]) -> None:
    if kind in ("MC", "MA"):
        words = [word for _, word in _pairs(tuple(fields))]
        assert set(words) <= {"correct", "incorrect"}
        assert "correct" in words
        assert kind == "MA" or words.count("correct") == 1
    elif kind == "MAT":
        lefts, rights = zip(*_pairs(tuple(fields)), strict=True)
        assert len(set(lefts)) == len(lefts)
        assert len(set(rights)) == len(rights), "one answer for two questions"
    elif kind == "TF":
        assert fields in (["true"], ["false"])
    elif kind == "NUM":
        assert len(fields) == 2
        assert [Decimal(field) for field in fields]
    elif kind == "ESS":
        assert len(fields) <= 1
    else:
        assert kind in ("ORD", "FIB", "FIB_PLUS"), kind
    assert kind in ("FIB_PLUS", "ESS") or all(fields)
    assert len(fields) <= 200
