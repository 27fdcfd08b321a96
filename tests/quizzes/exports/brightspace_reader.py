"""Brightspace's CSV read as its sample file has it, and scored as D2L's help on grading says."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO, StringIO
from zipfile import ZipFile, is_zipfile

from quizzes.interactions import Choice, GapSelect, Item, Match, Order
from quizzes.responses import JSON
from tests.quizzes.exports.plain_reading import plain, shown, well_formed
from tests.quizzes.exports.plain_reading import read as as_read

BODIES = {
    "WR": {"InitialText", "AnswerKey"},
    "SA": {"InputBox", "Answer"},
    "M": {"Scoring", "Choice", "Match"},
    "MC": {"Option"},
    "TF": {"TRUE", "FALSE"},
    "MS": {"Scoring", "Option"},
    "O": {"Scoring", "Item"},
}
COMMON = {"NewQuestion", "ID", "Title", "QuestionText", "Points", "Difficulty", "Image", "Hint", "Feedback"}
SCORINGS = {
    "MS": {"AllOrNothing", "RightMinusWrong", "RightAnswers"},
    "M": {"AllOrNothing", "RightMinusWrong", "EquallyWeighted"},
    "O": {"AllOrNothing", "RightMinusWrong", "EquallyWeighted"},
}
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Question:
    kind: str
    rows: tuple[tuple[str, ...], ...]

    def all(self, name: str) -> list[tuple[str, ...]]:
        return [row for row in self.rows if row[0] == name]

    def one(self, name: str) -> str:
        [row] = self.all(name)
        return row[1]

    def score(self, item: Item, response: JSON) -> float:
        """Return the share of the points that a response earns, found by what a learner reads."""
        value = response.get("answer") if isinstance(response, dict) else None
        if not value or (isinstance(value, str) and not value.strip()):
            return 0.0
        match self.kind, item.parts[0].interaction, value:
            case "TF", _, [chosen]:
                return float(self.all(str(chosen).upper())[0][1]) / 100
            case "MC" | "MS", Choice() as choice, list():
                keys = [option.key for option in choice.options]
                return self._chosen([shown(choice)[keys.index(str(key))] for key in value])
            case "M", Match() | GapSelect() as interaction, dict():
                return self._shared(self._matched(interaction, value))
            case "O", Order(options=options), list():
                texts = {option.key: plain(option) for option in options}
                right = [as_read(row[1]) for row in self.all("Item")]
                return self._shared([texts[str(key)] == text for key, text in zip(value, right, strict=True)])
            case "SA", _, str():
                for _, percent, expression, mark, *_ in self.all("Answer"):
                    assert mark == "regexp"
                    if re.search(expression, value):
                        return float(percent) / 100
                return 0.0
        raise AssertionError((self.kind, item.id, value))

    def _chosen(self, chosen: list[str]) -> float:
        options = {as_read(row[2]): float(row[1]) for row in self.all("Option")}
        if self.kind == "MC":
            return options[chosen[0]] / 100
        rights = [bool(worth) == (text in chosen) for text, worth in options.items()]
        if self.one("Scoring") == "AllOrNothing":
            return float(all(rights))
        assert self.one("Scoring") == "RightAnswers"
        return sum(rights) / len(rights)

    def _matched(self, interaction: Match | GapSelect, value: dict[str, JSON]) -> list[bool]:
        choices = {as_read(row[2]): row[1] for row in self.all("Choice")}
        assert len(choices) == len(self.all("Choice"))
        if isinstance(interaction, Match):
            texts = {target.key: plain(target) for target in interaction.targets}
            given = {plain(one): choices[texts[str(value[one.key])]] for one in interaction.sources if one.key in value}
        else:
            given = {
                f"({place})": choices[next(plain(option) for option in gap.options if option.key == value[gap.key])]
                for place, gap in enumerate(interaction.gaps, 1)
                if gap.key in value
            }
        return [given.get(as_read(row[2])) == row[1] for row in self.all("Match")]

    def _shared(self, rights: list[bool]) -> float:
        if self.one("Scoring") == "AllOrNothing":
            return float(all(rights))
        assert self.one("Scoring") == "EquallyWeighted"
        return sum(rights) / len(rights)


def read(document: bytes) -> list[Question]:
    """Return the questions of the file, or of all files of an archive."""
    if not is_zipfile(BytesIO(document)):
        return list(_questions(document))
    with ZipFile(BytesIO(document)) as bundle:
        return [question for name in bundle.namelist() for question in _questions(bundle.read(name))]


def _questions(document: bytes) -> Iterator[Question]:
    if not document:
        return
    assert document.startswith(BYTE_ORDER_MARK)
    rows: list[tuple[str, ...]] = []
    for row in csv.reader(StringIO(document.decode("utf-8-sig"), newline=""), strict=True):
        assert row, "an empty line, which leaves an empty section behind"
        assert not any("\n" in field or "\t" in field for field in row)
        if not any(row):
            yield _question(rows)
            rows = []
        else:
            assert not row[0].startswith("//")
            rows.append(tuple(row))
    assert not rows


def _question(rows: list[tuple[str, ...]]) -> Question:
    assert rows[0][0] == "NewQuestion"
    kind = rows[0][1]
    assert {row[0] for row in rows} <= COMMON | BODIES[kind]
    question = Question(kind, tuple(rows))
    assert question.one("QuestionText")
    assert float(question.one("Points")) > 0
    assert question.one("Difficulty") in set("12345")
    if kind in SCORINGS:
        assert question.one("Scoring") in SCORINGS[kind]
    for row in rows:
        _check(kind, row)
    if kind == "MC":
        assert [row[1] for row in question.all("Option")].count("100") == 1
    if kind == "MS":
        assert "1" in {row[1] for row in question.all("Option")} <= {"0", "1"}
    if kind == "M":
        assert {row[1] for row in question.all("Match")} <= {row[1] for row in question.all("Choice")}
    return question


def _check(kind: str, row: tuple[str, ...]) -> None:
    """Assert that HTML is marked as such, and nothing else is."""
    name, texts = row[0], {"QuestionText": 1, "Hint": 1, "Feedback": 1, "Item": 1, "Option": 2, "Choice": 2, "Match": 2}
    if name in texts:
        text, mark = row[texts[name] : texts[name] + 2]
        assert text
        assert ("<" in text or "&" in text) <= (mark == "HTML"), row
        assert mark != "HTML" or well_formed(text)
    if name == "Answer":
        assert row[1].isdigit()
        assert re.compile(row[2])
        assert row[2].startswith("^")
        assert row[2].endswith("$")
