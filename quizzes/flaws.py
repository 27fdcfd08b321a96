"""Flaws by which a question can be answered without knowing, or that trip up who knows. It knows no kind.

After T. M. Haladyna, S. M. Downing and M. C. Rodriguez, A Review of Multiple-Choice Item-Writing Guidelines for
Classroom Assessment, Applied Measurement in Education 15(3), 2002.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quizzes.interactions import Choice, ChoiceKey, GapKey, GapSelect, Item, Option
from quizzes.source import Place
from quizzes.text import GAP, to_plain

FlawName = Literal["catch-all", "negative-stem", "longest-is-right", "repeated-option", "article-cue"]
LONGER = 1.5  # times the next longest, and more characters by MORE: a learner sees that at a glance
MORE = 20
FENCE = re.compile(r"```+|~~~+")
_ALL = r"(all|none|any|both|neither|every one|each|some)"
CATCH_ALL = re.compile(
    rf"^{_ALL}( \w+)? of (the|these|those|them)( (above|others?|options?|answers?|statements?|rest|choices))?$"
    rf"|^{_ALL} (the )?above$|^{_ALL} (are|is) (right|correct|true|wrong|false)$"
    r"|^(both|neither) [a-e] (and|nor) [a-e]$|^(a|b|c|d) and (b|c|d|e)$",
    re.IGNORECASE,
)
NEGATION = re.compile(r"\b(not|never|except|cannot|nor|neither)\b|n['’]t\b", re.IGNORECASE)
SENTENCE_END = re.compile(r"(?<=[.?!:])\s+")
ORDER = re.compile(r"(choose|select|mark|tick|pick|find|name|sort|match|complete)\b", re.IGNORECASE)
ARTICLE = re.compile(r"\b(an?)[\s:…]*$", re.IGNORECASE)
# Letters do not tell the sound of these.
SOUNDS_LIKE_CONSONANT = re.compile(r"^(uni|use|usu|one\b|eu)", re.IGNORECASE)
SOUNDS_LIKE_VOWEL = re.compile(r"^(hour|honest|[FHLMNRSX][A-Z]*\b)")


@dataclass(frozen=True, slots=True)
class Flaw:
    """One flaw; `place` is relative to the item, as its author wrote it."""

    name: FlawName
    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class OneOf:
    """Options of which one is right; `before` is the text that leads to them."""

    place: Place
    options: tuple[Option, ...]
    right: int
    before: str
    is_code: bool


def flaws(item: Item) -> Iterator[Flaw]:
    """Yield the flaws of an item. The options of a generated one are numbers drawn, and are left out."""
    yield from _stem_flaws(item)
    if item.kind == "generated":
        return
    for place, options in _lists(item):
        yield from _option_flaws(place, options)
    for one in choices_of_one(item):
        yield from _key_flaws(one)


def choices_of_one(item: Item) -> Iterator[OneOf]:
    """Yield each list of options of an item of which one is right, but those that stand in a given order."""
    for part in item.parts:
        match part.interaction, part.answer:
            case Choice(options=options, max_choices=1, form="list" | "output" as form), ChoiceKey(correct=correct):
                if item.kind != "true-false":
                    right = next(n for n, option in enumerate(options) if option.key in correct)
                    yield OneOf(("options",), options, right, item.prompt, form == "output")
            case GapSelect(text=text, gaps=gaps), GapKey(correct=chosen):
                before = dict(zip((gap.key for gap in gaps), re.split(GAP, text)[::2], strict=False))
                for gap in gaps:
                    right = next(n for n, option in enumerate(gap.options) if option.key == chosen[gap.key])
                    yield OneOf(("gaps", gap.key, "options"), gap.options, right, before[gap.key], is_code=False)


def length(option: Option) -> int:
    """Return how long an option looks, in characters."""
    return len(to_plain(option.text))


def _stem_flaws(item: Item) -> Iterator[Flaw]:
    asked = _asked(item)
    found = NEGATION.search(asked)
    if found:
        message = f"the question turns on “{found[0]}”, which is easily overlooked; ask for what holds"
        yield Flaw("negative-stem", ("prompt",), message)


def _asked(item: Item) -> str:
    """Return the sentence that asks: the statement of a true/false item, else the last question or order."""
    prose = re.sub(r"`[^`]*`", "`", _without_blocks(item.prompt)).strip()  # Code does not ask.
    if item.kind == "true-false":
        return prose
    sentences = [sentence for sentence in SENTENCE_END.split(prose) if sentence]
    questions = [sentence for sentence in sentences if sentence.endswith("?")]
    orders = [sentence for sentence in sentences if ORDER.match(sentence)]
    return (questions or orders or [""])[-1]


def _without_blocks(text: str) -> str:
    """Return a text without its fenced blocks of code."""
    left, fence = [], ""
    for line in text.split("\n"):
        found = FENCE.match(line)
        if fence:
            fence = "" if line.rstrip() == fence else fence
        elif found:
            fence = found[0]
        else:
            left.append(line)
    return "\n".join(left)


def _lists(item: Item) -> Iterator[tuple[Place, tuple[Option, ...]]]:
    for part in item.parts:
        match part.interaction:
            case Choice(options=options, form="list") if item.kind != "true-false":
                yield ("options",), options
            case GapSelect(gaps=gaps):
                yield from ((("gaps", gap.key, "options"), gap.options) for gap in gaps)


def _option_flaws(place: Place, options: tuple[Option, ...]) -> Iterator[Flaw]:
    seen: dict[str, str] = {}
    for number, option in enumerate(options):
        plain = to_plain(option.text).strip(" .!")
        if CATCH_ALL.match(plain):
            message = f"“{plain}” can be chosen for what stands beside it; write what it stands for"
            yield Flaw("catch-all", (*place, number, "text"), message)
        same = " ".join(re.findall(r"\w+", plain.casefold())) if " " in plain else plain
        if same in seen:
            message = f"“{plain}” says the same as “{seen[same]}”; a learner who sees that leaves both out"
            yield Flaw("repeated-option", (*place, number, "text"), message)
        seen.setdefault(same, plain)


def _key_flaws(one: OneOf) -> Iterator[Flaw]:
    right = one.options[one.right]
    others = [option for option in one.options if option is not right]
    longest = max(map(length, others))
    if not one.is_code and length(right) > LONGER * longest and length(right) >= longest + MORE:
        message = f"the right option has {length(right)} characters, the next longest {longest}; shorten it"
        yield Flaw("longest-is-right", (*one.place, one.right, "text"), f"{message}, or say more in the others")
    article = ARTICLE.search(re.sub(r"[*_`]", "", one.before))
    if article and not one.is_code and _fits(article[1], right) and not all(_fits(article[1], o) for o in others):
        message = f"“{article[1]}” before the options tells which of them fit; move it into each option"
        yield Flaw("article-cue", (*one.place[:-1], "text") if "gaps" in one.place else ("prompt",), message)


def _fits(article: str, option: Option) -> bool:
    """Say whether an option can follow an article by how it begins."""
    word = to_plain(option.text).lstrip("`“\"'(")
    vowel = word[:1].lower() in "aeiou" and not SOUNDS_LIKE_CONSONANT.match(word)
    return (vowel or bool(SOUNDS_LIKE_VOWEL.match(word))) == (article.lower() == "an")
