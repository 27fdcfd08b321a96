"""A course archive in OLX, read as Open edX's documentation of it has it, and scored as its problem types are.

Of what its graders round and tolerate, the numbers are those of `xmodule/capa/responsetypes.py`.
"""

import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO
from sys import float_info

from lxml import etree
from lxml.etree import _Element as Element

from quizzes.interactions import Choice, GapSelect, Item, Match, Order
from quizzes.responses import JSON
from tests.quizzes.exports.plain_reading import plain, shown

CONTAINERS = {"chapter", "sequential", "vertical", "itembank"}
HINTS = {"choicehint", "optionhint", "correcthint"}
RESPONSES = {"multiplechoiceresponse", "choiceresponse", "optionresponse", "stringresponse", "numericalresponse"}
FORMULA = re.compile(r"\\\((.*?)\\\)")
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Problem:
    root: Element

    def score(self, item: Item, response: JSON) -> float:
        """Return the share of the weight that a response earns, found by what a learner reads."""
        value = response.get("answer") if isinstance(response, dict) else None
        if not value or (isinstance(value, str) and not value.strip()):
            return 0.0
        found = [child for child in self.root if child.tag in RESPONSES]
        match item.parts[0].interaction, value:
            case Choice() as choice, list():
                keys = [option.key for option in choice.options]
                return _chosen(found[0], {shown(choice)[keys.index(str(key))] for key in value})
            case (Match() | GapSelect() | Order()) as interaction, _:
                given = list(_placed(interaction, value))
                rights = [_right(menu) == text for menu, text in zip(found, given, strict=True)]
                return sum(rights) / len(rights)
            case _, str():
                return _string(found[0], value) if found[0].tag == "stringresponse" else _number(found[0], value)
        raise AssertionError((item.id, value))


def _text(element: Element) -> str:
    """Return what is read of an option, without what is said of it; of a picture, what it shows."""
    mine = "[not(ancestor::choicehint)][not(ancestor::optionhint)]"
    words = element.xpath(f"descendant-or-self::text(){mine} | descendant::img{mine}/@alt")
    assert isinstance(words, list)
    shown_there = FORMULA.sub(r"\1", "".join(str(word) for word in words))
    return " ".join(shown_there.split())


def _chosen(response: Element, chosen: set[str]) -> float:
    choices = {_text(choice): choice for choice in response.iter("choice")}
    assert len(choices) == len(list(response.iter("choice")))
    assert chosen <= set(choices)
    if response.tag == "multiplechoiceresponse":
        [choice] = [choices[text] for text in chosen]
        match choice.get("correct"), response.get("partial_credit"):
            case "true", _:
                return 1.0
            case "partial", "points":
                return float(choice.get("point_value", "0.5"))
            case _:
                return 0.0
    wrong = len(chosen ^ {text for text, choice in choices.items() if choice.get("correct") == "true"})
    match response.get("partial_credit"):
        case None:
            return float(not wrong)
        case "EDC":
            share = Decimal(len(choices) - wrong) / len(choices)
            return float(share.quantize(Decimal("0.01"), ROUND_HALF_UP))
        case "halves":
            return 1.0 if not wrong else 0.5 if wrong == 1 and len(choices) > 2 else _quarter(wrong, len(choices))
        case other:
            raise AssertionError(other)


def _quarter(wrong: int, choices: int) -> float:
    return 0.25 if wrong == 2 and choices > 4 else 0.0


def _right(response: Element) -> str:
    options = [_text(option) for option in response.iter("option")]
    assert len(set(options)) == len(options)
    [right] = [_text(option) for option in response.iter("option") if option.get("correct") == "True"]
    return right


def _placed(interaction: Match | GapSelect | Order, value: JSON) -> Iterator[str | None]:
    """Yield what is chosen in each dropdown, from the top."""
    match interaction, value:
        case Match(sources=sources, targets=targets), dict():
            texts = {target.key: plain(target) for target in targets}
            yield from (texts[str(value[one.key])] if one.key in value else None for one in sources)
        case GapSelect(gaps=gaps), dict():
            for gap in gaps:
                yield next((plain(one) for one in gap.options if one.key == value.get(gap.key)), None)
        case Order(options=options), list():
            yield from (str(value.index(option.key) + 1) for option in options)
        case _:
            raise AssertionError(value)


def _string(response: Element, written: str) -> float:
    assert response.get("type") == "regexp"
    expression = str(response.get("answer"))
    assert "_or_" not in expression.lower()
    return float(re.search(f"^{expression.strip()}$", written.strip()) is not None)


def _number(response: Element, written: str) -> float:
    """Return what a number earns; what is none is refused there, and so earns nothing."""
    if not NUMBER.fullmatch(written.strip()):
        return 0.0
    number = float(written)
    found = re.fullmatch(r"\[(\S+),(\S+)\]", str(response.get("answer")))
    assert found
    low, high = map(float, found.groups())
    at_edge = any(abs(number - edge) <= max(abs(number), abs(edge)) * float_info.epsilon for edge in (low, high))
    others = {float(str(other.get("answer"))) for other in response.iter("additional_answer")}
    return float(at_edge or low < number < high or number in others)


def files(archive: bytes) -> dict[str, bytes]:
    with tarfile.open(fileobj=BytesIO(archive), mode="r:gz") as opened:
        assert all(member.isfile() and member.name.startswith("course/") for member in opened)
        return {member.name: extracted.read() for member in opened if (extracted := opened.extractfile(member))}


def outline(archive: bytes) -> Element:
    """Return the course with its chapter, subsection, pages and banks."""
    found = files(archive)
    pointer = etree.fromstring(found["course/course.xml"])
    assert pointer.tag == "course"
    assert all(pointer.get(name) for name in ("url_name", "org", "course"))
    return etree.fromstring(found[f"course/course/{pointer.get('url_name')}.xml"])


def read(archive: bytes) -> list[Problem]:
    """Return the problems in the order of the course; each is there once, and none besides."""
    found = files(archive)
    leaves = [block for block in outline(archive).iter() if block.tag not in CONTAINERS | {"course"}]
    names = [f"course/{leaf.tag}/{leaf.get('url_name')}.xml" for leaf in leaves]
    assert len(set(names)) == len(names)
    assert set(names) == {name for name in found if name.split("/")[1] in ("problem", "html")}
    return [Problem(_checked(etree.fromstring(found[name]))) for name in names]


def _checked(root: Element) -> Element:
    if root.tag == "problem":
        assert root.get("display_name")
        assert float(str(root.get("weight"))) > 0
        assert [child for child in root if child.tag in RESPONSES]
        assert all(hint.getparent().tag in ("choice", "option", *RESPONSES) for tag in HINTS for hint in root.iter(tag))
    return root
