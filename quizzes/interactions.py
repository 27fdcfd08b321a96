"""The closed language every question lowers to: what a learner sees, and apart from it how that is scored.

It knows no YAML, no HTML, no database and no authored kind. The words are those of 1EdTech QTI 3.0.

What is stored has a law. Answers are kept as JSON next to an item kept as it was served, so:
an answer is keyed by option key, never by position or text; a key is never reused; fields here
are never renamed or removed, a new field has a default, and a default never changes. What has its
default is not written, so that the text of an item, and its hash, stay as they are when fields are added.
"""

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from msgspec import Struct

Credit = dict[str, Fraction]
SWAPPED = 2  # So many options can only stand right or be swapped: all of them right, or none.


class Option(Struct, frozen=True):
    """Something to choose, place or order; `text` is Markdown unless the interaction says it is code."""

    key: str
    text: str


class Choice(Struct, frozen=True, omit_defaults=True, tag="choice"):
    """Choose among options; `max_choices` 0 means any number.

    `form` says how the options read: a list of statements, lines of one program, or printed output.
    """

    options: tuple[Option, ...]
    max_choices: int = 1
    shuffle: bool = True
    form: Literal["list", "lines", "output"] = "list"
    language: str = ""


class Match(Struct, frozen=True, omit_defaults=True, tag="match"):
    """Give each source one target; a target takes `target_max` sources, 0 meaning any number."""

    sources: tuple[Option, ...]
    targets: tuple[Option, ...]
    target_max: int = 1
    shuffle: bool = True


class Order(Struct, frozen=True, tag="order"):
    """Put all options in order. They are listed by key, which says nothing about the right order."""

    options: tuple[Option, ...]


class Gap(Struct, frozen=True):
    """One dropdown inside a text."""

    key: str
    options: tuple[Option, ...]


class GapSelect(Struct, frozen=True, omit_defaults=True, tag="gap-select"):
    """Fill each gap of a Markdown text from its dropdown; `{{key}}` marks a gap, also inside code."""

    text: str
    gaps: tuple[Gap, ...]
    shuffle: bool = True


class TextEntry(Struct, frozen=True, omit_defaults=True, tag="text-entry"):
    """Write a short text; `expected_length` is a width in characters."""

    expected_length: int = 24
    monospace: bool = False


class NumberEntry(Struct, frozen=True, omit_defaults=True, tag="number-entry"):
    """Write a number; `unit` stands after the field and is not typed."""

    unit: str = ""


class Judged(Struct, frozen=True, omit_defaults=True, tag="judged"):
    """Write something that a person or a program must grade."""

    expected_lines: int = 6
    monospace: bool = False


Interaction = Choice | Match | Order | GapSelect | TextEntry | NumberEntry | Judged


class Rule(StrEnum):
    """How the credits of a part become its score."""

    ALL_OR_NOTHING = "all-or-nothing"
    BY_PART = "by-part"


class ChoiceKey(Struct, frozen=True, tag="choice-key"):
    """By part: the sum of the chosen options' credits, kept within 0 and 1."""

    correct: frozenset[str]
    credit: Credit
    rule: Rule


class MatchKey(Struct, frozen=True, tag="match-key"):
    """`credit` is source -> target -> credit; a pair that is not listed is worth 0."""

    correct: dict[str, str]
    credit: dict[str, Credit]
    rule: Rule


class OrderKey(Struct, frozen=True, tag="order-key"):
    """By part: each option in its right position is worth 1/n."""

    correct: tuple[str, ...]
    rule: Rule


class GapKey(Struct, frozen=True, tag="gap-key"):
    """`credit` is gap -> option -> credit; an option that is not listed is worth 0."""

    correct: dict[str, str]
    credit: dict[str, Credit]
    rule: Rule


class Form(Struct, frozen=True):
    """Texts that count as one answer, right (credit 1), partly right or a known mistake (credit 0)."""

    key: str
    texts: tuple[str, ...]
    credit: Fraction


class TextKey(Struct, frozen=True, omit_defaults=True, tag="text-key"):
    """The first form that has the written text wins. Both sides are folded: see `quizzes.grading.fold`."""

    forms: tuple[Form, ...]
    case_sensitive: bool = False
    spaces: Literal["collapse", "remove", "exact"] = "collapse"


class Interval(Struct, frozen=True):
    """Numbers from `low` to `high`, both included, that count as one answer."""

    key: str
    low: Decimal
    high: Decimal
    credit: Fraction


class NumberKey(Struct, frozen=True, tag="number-key"):
    """The first interval that has the number wins; `answer` is the number to show as right."""

    answer: Decimal
    intervals: tuple[Interval, ...]


class JudgedKey(Struct, frozen=True, omit_defaults=True, tag="judged-key"):
    """What a grader looks for, in Markdown."""

    rubric: str = ""


Key = ChoiceKey | MatchKey | OrderKey | GapKey | TextKey | NumberKey | JudgedKey


class Part(Struct, frozen=True, omit_defaults=True):
    """One interaction with its key.

    `feedback` and `misconceptions` are keyed by element: an option's key, a source's key, a form's or
    interval's key, or `gap/option` for a dropdown. A misconception is held by who chose that element,
    or, for a source, by who gave it a wrong target.
    """

    key: str
    interaction: Interaction
    answer: Key
    feedback: dict[str, str] = {}
    misconceptions: dict[str, str] = {}


class Item(Struct, frozen=True, omit_defaults=True):
    """A question with its secret half. Never given to a template: see `question_of`.

    `right`, `wrong` and `explanation` are Markdown shown after grading; `see` names the passage that
    teaches it, as `lesson#anchor`; `points` is what a score of 1 is worth; `proof` names the script that
    settles the key, and `as_of` the versions for which it holds; `variant` says which draw of a generated
    question this is, and is empty for every other.
    """

    id: str
    kind: str
    prompt: str
    parts: tuple[Part, ...]
    points: int = 1
    explanation: str = ""
    right: str = ""
    wrong: str = ""
    hint: str = ""
    objective: str = ""
    see: str = ""
    difficulty: str = "medium"
    tags: tuple[str, ...] = ()
    proof: str = ""
    as_of: str = ""
    variant: str = ""


class QuestionPart(Struct, frozen=True):
    """The open half of a part."""

    key: str
    interaction: Interaction


class Question(Struct, frozen=True):
    """The open half of an item: all that may be in a page before the answer is due."""

    id: str
    kind: str
    prompt: str
    parts: tuple[QuestionPart, ...]
    points: int
    partial_credit: bool
    hint: str = ""


def question_of(item: Item) -> Question:
    """Return what a learner may see of an item before answering."""
    return Question(
        id=item.id,
        kind=item.kind,
        prompt=item.prompt,
        parts=tuple(QuestionPart(part.key, part.interaction) for part in item.parts),
        points=item.points,
        partial_credit=gives_partial_credit(item),
        hint=item.hint,
    )


def gives_partial_credit(item: Item) -> bool:
    """Say whether some response can score between 0 and 1."""
    return len(item.parts) > 1 or any(_is_partial(part.answer) for part in item.parts)


def _is_partial(key: Key) -> bool:
    match key:
        case ChoiceKey(rule=rule, credit=credit):
            return rule is Rule.BY_PART and any(0 < abs(share) < 1 for share in credit.values())
        case MatchKey(rule=rule, credit=pairs) | GapKey(rule=rule, credit=pairs):
            return rule is Rule.BY_PART and any(0 < share < 1 for row in pairs.values() for share in row.values())
        case OrderKey(rule=rule, correct=correct):
            return rule is Rule.BY_PART and len(correct) > SWAPPED
        case TextKey(forms=forms):
            return any(0 < form.credit < 1 for form in forms)
        case NumberKey(intervals=intervals):
            return any(0 < interval.credit < 1 for interval in intervals)
        case JudgedKey():
            return True
