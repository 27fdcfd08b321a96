"""What the templates of a question get: plain values, with answers in them only after grading.

Texts that are HTML are `Markup`; all words of our own stand in the templates, where they are translated.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal

from markupsafe import Markup

OutcomeState = Literal["right", "partly", "wrong", "missed"]
Status = Literal["open", "unreadable", "answered", "blank", "right", "partly", "wrong"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one element, and what its author says of it."""

    state: OutcomeState
    feedback: Markup | None = None


@dataclass(frozen=True, slots=True)
class OptionView:
    """Something to choose. `number` is the line's number where the options are lines of code."""

    id: str
    value: str
    label: Markup
    chosen: bool
    number: int | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class OthersView:
    """Options that were rightly left alone and share one feedback."""

    options: tuple[OptionView, ...]
    feedback: Markup


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """Radios or checkboxes; None among the options is an empty line of code."""

    shape: ClassVar[str] = "choice"
    key: str
    id: str
    field: str
    form: Literal["list", "lines", "output"]
    many: bool
    max_choices: int
    options: tuple[OptionView | None, ...]
    error: str = ""
    others: tuple[OthersView, ...] = ()


@dataclass(frozen=True, slots=True)
class TargetView:
    """Something that a source may be given: as HTML, and as the plain text that a menu can show."""

    value: str
    label: Markup
    text: str
    letter: str = ""


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source with what it was given and, after grading, what belongs to it."""

    id: str
    field: str
    label: Markup
    chosen: str
    given: TargetView | None = None
    correct: TargetView | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class MatchView:
    """Sources to give targets: a grid of radios where targets are columns, else a menu for each source.

    `lettered` says that the targets are too long or too rich for a menu and stand in a list of their own.
    """

    shape: ClassVar[str] = "match"
    key: str
    id: str
    grid: bool
    lettered: bool
    targets: tuple[TargetView, ...]
    sources: tuple[SourceView, ...]
    error: str = ""


@dataclass(frozen=True, slots=True)
class StepView:
    """A line to put in order. `place` is where it belongs, known after grading."""

    id: str
    field: str
    label: Markup
    position: str
    place: int | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class OrderView:
    """Lines to put in order; `right_order` is filled after grading, where the order given is not it."""

    shape: ClassVar[str] = "order"
    key: str
    id: str
    steps: tuple[StepView, ...]
    is_ordered: bool
    error: str = ""
    right_order: tuple[Markup, ...] = ()


@dataclass(frozen=True, slots=True)
class GapView:
    """A dropdown in a text; `others` are the options neither chosen nor right, after grading."""

    id: str
    field: str
    number: int
    options: tuple[TargetView, ...]
    chosen: str
    given: TargetView | None = None
    correct: TargetView | None = None
    outcome: Outcome | None = None
    correct_feedback: Markup | None = None
    others: tuple[OthersView, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of HTML and the gap after it, if any. Only all pieces together are well-formed."""

    html: Markup
    gap: GapView | None


@dataclass(frozen=True, slots=True)
class GapsView:
    """A text with dropdowns in it."""

    shape: ClassVar[str] = "gaps"
    key: str
    id: str
    pieces: tuple[Piece, ...]
    error: str = ""

    @property
    def gaps(self) -> tuple[GapView, ...]:
        """Return the dropdowns in the order of the text."""
        return tuple(piece.gap for piece in self.pieces if piece.gap)


@dataclass(frozen=True, slots=True)
class KnownAnswer:
    """What can be typed, and what becomes of it."""

    label: Markup
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class EntryView:
    """A field to type into; `lines` above 1 makes it an area. `right_answer` is known after grading.

    `known` are all answers of which something is known, for who looks after the question.
    """

    shape: ClassVar[str] = "entry"
    key: str
    id: str
    field: str
    text: str
    size: int = 24
    lines: int = 1
    is_number: bool = False
    monospace: bool = False
    unit: str = ""
    error: str = ""
    outcome: Outcome | None = None
    right_answer: str = ""
    known: tuple[KnownAnswer, ...] = ()


PartView = ChoiceView | MatchView | OrderView | GapsView | EntryView


@dataclass(frozen=True, slots=True)
class ResultView:
    """Marks, and where they may be shown the words for all who answered so.

    `if_right` and `if_wrong` are those words for who looks after the question and gave no answer.
    """

    earned: str
    possible: str
    general: Markup | None = None
    explanation: Markup | None = None
    see_url: str = ""
    if_right: Markup | None = None
    if_wrong: Markup | None = None


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question as a page shows it. `lead` names it; `body` is the rest of its prompt, such as code.

    `another_url` leads to the same question with new numbers, where it can be practised.
    """

    id: str
    item_id: str
    kind: str
    name: str
    number: int | None
    total: int | None
    points: int
    partial_credit: bool
    lead: Markup
    body: Markup | None
    hint: Markup | None
    parts: tuple[PartView, ...]
    status: Status = "open"
    error: str = ""
    result: ResultView | None = None
    another_url: str = ""

    @property
    def is_open(self) -> bool:
        """Say whether it takes an answer."""
        return self.result is None
