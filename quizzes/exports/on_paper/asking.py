"""Questions as they stand on paper: trees of XHTML with boxes to tick, lines to write on and letters to refer to.

Classes say what a thing is; the style sheet of the page and the typesetter give it its look.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import assert_never

from lxml.etree import _Element as Element

from quizzes.exports import markup
from quizzes.exports.on_paper.labels import choices, places
from quizzes.exports.on_paper.marking import in_points
from quizzes.exports.xml import element
from quizzes.interactions import (
    Choice,
    GapSelect,
    Interaction,
    Item,
    Judged,
    Match,
    NumberEntry,
    Option,
    Order,
    TextEntry,
)

ROUND, SQUARE = "○", "□"
MOST_COLUMNS = 4  # columns to tick; with more, a letter is written


def question(item: Item, number: int) -> Element:
    """Return a question with its number, its points and room for its answer."""
    head = element("h2", f"{number}. ", element("small", in_points(Fraction(item.points))))
    asked = element("section", head, *markup.blocks(item.prompt), class_="question", id=f"question-{number}")
    for part in item.parts:
        for answer in _answer(part.interaction):
            asked.append(answer)
    return asked


def _answer(interaction: Interaction) -> Iterator[Element]:
    match interaction:
        case Choice(form="lines") as choice:
            yield markup.code("\n".join(markup.numbered(choice.options)))
            yield element("p", "Number of the line: ", _blank("short"))
        case Choice() as choice:
            yield _said(_how_many(choice.max_choices))
            yield _options(choice)
        case Match(target_max=0, targets=targets) as match_ if len(targets) <= MOST_COLUMNS:
            yield _said("Tick one box in each row.")
            yield _table(match_)
        case Match() as match_:
            yield _said("Write a letter beside each number.")
            yield from _two_lists(match_)
        case Order() as order:
            yield _said("Number the steps: 1 for the first.")
            yield _steps(order)
        case GapSelect() as select:
            yield _said("Write the letter of a choice into each gap.")
            yield from _gaps(select)
        case TextEntry():
            yield element("p", _blank("long"))
        case NumberEntry(unit=unit):
            yield element("p", _blank("short"), f" {unit}" if unit else "")
        case Judged(expected_lines=lines):
            yield element("div", *(element("p", _blank("whole")) for _ in range(lines)), class_="ruled")
        case _:
            assert_never(interaction)


def _said(text: str) -> Element:
    return element("p", element("em", text), class_="how")


def _how_many(most: int) -> str:
    return "Tick one." if most == 1 else f"Tick at most {most}." if most else "Tick all that apply."


def _blank(size: str) -> Element:
    return element("span", class_=f"blank {size}")


def _label(label: str) -> Element:
    return element("span", label, class_="letter")


def _box(shape: str) -> Element:
    return element("span", shape, class_="box")


def _options(choice: Choice) -> Element:
    box = ROUND if choice.max_choices == 1 else SQUARE
    labels = choices(choice)
    return element(
        "ul", *(_option(box, labels[one.key], _shown(choice, one)) for one in choice.options), class_="options"
    )


def _option(box: str, label: str, *shown: Element) -> Element:
    return element("li", _box(box), _label(label), *shown)


def _shown(choice: Choice, option: Option) -> Element:
    if choice.form != "list":
        return element("div", markup.code(option.text))
    return _words(option)


def _words(option: Option) -> Element:
    """Return the text of an option; it has a `div` where it holds more than a paragraph."""
    found = markup.inline(option.text)
    found.tag = "div"
    return found


def _table(match_: Match) -> Element:
    labels, numbers = choices(match_), places(match_)
    heads = (element("th", _label(labels[target.key]), " ", _words(target)) for target in match_.targets)
    rows = [element("tr", element("td"), *heads)]
    for source in match_.sources:
        boxes = (element("td", _box(ROUND)) for _ in match_.targets)
        rows.append(element("tr", element("th", _label(numbers[source.key]), " ", _words(source)), *boxes))
    return element("table", *rows, class_="ticks")


def _two_lists(match_: Match) -> Iterator[Element]:
    labels, numbers = choices(match_), places(match_)
    yield element("ul", *(_filled(numbers[one.key], _words(one)) for one in match_.sources), class_="blanks")
    yield _letters(labels, match_.targets)


def _filled(label: str, *shown: Element) -> Element:
    return element("li", _blank("letter"), _label(label), *shown)


def _letters(labels: Mapping[str, str], options: Sequence[Option]) -> Element:
    lines = (_lettered(labels[one.key], one) for one in options)
    return element("ul", *lines, class_="letters")


def _steps(order: Order) -> Element:
    labels = choices(order)
    return element("ul", *(_filled(labels[one.key], _words(one)) for one in order.options), class_="blanks")


def _gaps(select: GapSelect) -> Iterator[Element]:
    """Yield the text with numbered gaps, then the choices of each."""
    labels, numbers = choices(select), places(select)
    for block in markup.blocks(select.text, gaps=tuple(numbers)):
        for gap in list(block.iter("gap")):
            gap.tag = "span"
            number = numbers[str(gap.attrib.pop("key"))]
            gap.set("class", "gap")
            gap.append(element("span", number, class_="number"))
        yield block
    for gap_ in select.gaps:
        lines = (_lettered(labels[f"{gap_.key}/{one.key}"], one) for one in gap_.options)
        head = element("span", numbers[gap_.key], class_="number")
        yield element("div", head, element("ul", *lines, class_="letters"), class_="choices")


def _lettered(label: str, option: Option) -> Element:
    return element("li", _label(label), _words(option))
