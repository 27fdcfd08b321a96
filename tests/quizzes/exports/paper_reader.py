"""A printed paper and its key, read and marked as a person does: labels from the paper, marks from the key."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from lxml import html
from lxml.html import HtmlElement

from quizzes.exports.on_paper.papers import Paper
from quizzes.interactions import Choice, GapSelect, Item, Match, Order
from quizzes.responses import JSON
from tests.quizzes.exports.plain_reading import plain, shown
from tests.quizzes.exports.samples import opened

MARKS = r"[\d.]+(?:/\d+)?"


@dataclass(frozen=True, slots=True)
class Question:
    asked: HtmlElement
    right: str
    earned: dict[str, Fraction]
    rule: str

    def marks(self, item: Item, response: JSON) -> Fraction:
        """Return the marks for an answer, as somebody would write it on the paper."""
        value = response.get("answer") if isinstance(response, dict) else None
        if not value or (isinstance(value, str) and not value.strip()):
            return Fraction(0)
        match item.parts[0].interaction, value:
            case Choice() as choice, list():
                return self._chosen(self._letters(choice, value))
            case (Match() | GapSelect() | Order()) as interaction, _:
                return self._placed(set(self._pairs(interaction, value)))
            case _, str():
                return self._typed(" ".join(value.split()))
        raise AssertionError((item.id, value))

    def _letters(self, choice: Choice, value: list[JSON]) -> set[str]:
        keys = [option.key for option in choice.options]
        texts = [shown(choice)[keys.index(str(key))] for key in value]
        if choice.form == "lines":
            return {text.split()[0] for text in texts}
        listed = dict(_labelled(self.asked.find_class("options")[0]))
        return {listed[text] for text in texts}

    def _chosen(self, letters: set[str]) -> Fraction:
        if not self.earned:
            return self._most() if letters == set(self.right.split(", ")) else Fraction(0)
        assert self.rule.startswith("Add what is chosen: at least 0, at most")
        return min(max(sum((self.earned[one] for one in letters), Fraction(0)), Fraction(0)), self._most())

    def _pairs(self, interaction: Match | GapSelect | Order, value: JSON) -> Iterator[str]:
        """Yield what is written, such as `1 B` for the second choice at the first place."""
        match interaction, value:
            case Order(options=options), list():
                letters = dict(_labelled(self.asked.find_class("blanks")[0]))
                yield from (f"{letters[plain(one)]} {value.index(one.key) + 1}" for one in options)
            case GapSelect(gaps=gaps), dict():
                for gap, menu in zip(gaps, self.asked.find_class("choices"), strict=True):
                    chosen = next((plain(one) for one in gap.options if one.key == value.get(gap.key)), None)
                    if chosen is not None:
                        letters = dict(_labelled(menu.find_class("letters")[0]))
                        yield f"{menu.find_class('number')[0].text} {letters[chosen]}"
            case Match(sources=sources, targets=targets), dict():
                places, letters = self._lists()
                texts = {target.key: plain(target) for target in targets}
                yield from (
                    f"{places[plain(one)]} {letters[texts[str(value[one.key])]]}" for one in sources if one.key in value
                )
            case _:
                raise AssertionError(value)

    def _lists(self) -> tuple[dict[str, str], dict[str, str]]:
        """Return the numbers of statements and the letters of choices, by what is read."""
        table = self.asked.find_class("ticks")
        if not table:
            return dict(_labelled(self.asked.find_class("blanks")[0])), dict(
                _labelled(self.asked.find_class("letters")[0])
            )
        heads, *rows = table[0].iter("tr")
        return dict(_head(row.findall("th")[0]) for row in rows), dict(_head(cell) for cell in heads.findall("th"))

    def _placed(self, pairs: set[str]) -> Fraction:
        right = set(self.right.split(", "))
        if self.rule.endswith("for all of them."):
            return self._most() if pairs == right else Fraction(0)
        if self.rule.endswith("for each."):
            return self._most() * len(pairs & right)
        return min(sum((self.earned.get(pair, Fraction(0)) for pair in pairs), Fraction(0)), self._most())

    def _typed(self, written: str) -> Fraction:
        if self.rule.startswith("The first"):
            number = float(written.replace("−", "-"))
            for said, marks in self.earned.items():
                low, high = [float(edge.replace("−", "-")) for edge in (said.split(" to ") * 2)[:2]]
                if low <= number <= high:
                    return marks
            return Fraction(0)
        return next((marks for said, marks in self.earned.items() if said == written), Fraction(0))

    def _most(self) -> Fraction:
        found = re.findall(MARKS + "(?= points?)", self.rule)
        return Fraction(found[-1])


def read(archive: bytes, paper: Paper) -> list[Question]:
    """Return the questions of a paper with their rows of the key."""
    with opened(archive) as files:
        page = html.fromstring(files.read(f"paper-{paper.letter}.html").decode())
        for image in page.iter("img"):  # read as what it shows
            image.text = image.get("alt")
        key = html.fromstring(files.read("key.html").decode())
    rows = key.get_element_by_id(f"key-{paper.letter}").xpath(".//tbody/tr")
    return [_question(asked, row) for asked, row in zip(page.find_class("question"), rows, strict=True)]


def _question(asked: HtmlElement, row: HtmlElement) -> Question:
    number, right, marks = row[0].text_content(), row[1].text_content(), row[2].findall("p")
    assert asked.get("id") == f"question-{number}"
    earned = marks[0].text_content().split("; ") if len(marks) > 1 else []
    by_label = dict(one.rsplit(": ", 1) for one in earned)
    worth = {label: Fraction(said.replace("−", "-")) for label, said in by_label.items()}
    return Question(asked, right, worth, marks[-1].text_content())


def _labelled(listed: HtmlElement) -> Iterator[tuple[str, str]]:
    for line in listed:
        label = line.xpath("span[@class='letter']")[0]
        yield " ".join(line[-1].text_content().split()), str(label.text)


def _head(cell: HtmlElement) -> tuple[str, str]:
    label, _, text = " ".join(cell.text_content().split()).partition(" ")
    return text, label
