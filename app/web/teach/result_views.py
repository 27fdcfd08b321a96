"""What a cohort answered, in the words that its learners saw."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from flask_babel import gettext as _
from markupsafe import Markup, escape

from app.services.quiz_results import ItemResults, QuizResults, RevisionResults
from courseware.course import Course
from quizzes.analysis import ItemStatistics
from quizzes.exports.report import short_name
from quizzes.interactions import (
    Choice,
    GapSelect,
    Interaction,
    Judged,
    Match,
    NumberEntry,
    Option,
    Order,
    Part,
    TextEntry,
)
from quizzes.tallies import Count, Tally, Worth
from quizzes.text import Marks, to_html, to_inline_html


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answer: given by `n`, a `percent` of all who were asked. `belief` is the misconception that it shows."""

    label: Markup
    n: int
    percent: float
    worth: Worth
    belief: str


@dataclass(frozen=True, slots=True)
class TallyView:
    """The answers to one element; `title` is empty where the question has only one."""

    title: Markup
    lines: tuple[AnswerLine, ...]
    others: int
    blank: int
    n: int


@dataclass(frozen=True, slots=True)
class RevisionView:
    """One wording of a question, with what was answered to it."""

    prompt: Markup
    kind: str
    since: datetime
    is_current: bool
    is_doubtful: bool
    variants: int
    statistics: ItemStatistics
    tallies: tuple[TallyView, ...]

    @property
    def spread(self) -> tuple[tuple[str, float, str], ...]:
        """Return how scores are spread: right, partly or wrong, and blank, in percent."""
        n, right, blank = self.statistics.n, self.statistics.right, self.statistics.blank
        if not n:
            return ()
        parts = (("good", right), ("bad", n - right - blank), ("none", blank))
        return tuple((name, 100 * count / n, str(count)) for name, count in parts)


@dataclass(frozen=True, slots=True)
class ItemView:
    """A question with its wordings, the newest first."""

    item_id: str
    number: int | None
    name: str
    was_changed: bool
    revisions: tuple[RevisionView, ...]


def item_views(course: Course, results: QuizResults) -> tuple[ItemView, ...]:
    """Return the questions of a quiz with what was answered."""
    beliefs = {slug: belief.name for slug, belief in course.misconceptions.items()}
    return tuple(_item(item, course.marks, beliefs) for item in results.items)


def _item(item: ItemResults, marks: Marks, beliefs: Mapping[str, str]) -> ItemView:
    newest = item.revisions[0].item
    return ItemView(
        item_id=item.item_id,
        number=item.number,
        name=short_name(newest),
        was_changed=item.was_changed,
        revisions=tuple(_revision(revision, marks, beliefs) for revision in item.revisions),
    )


def _revision(revision: RevisionResults, marks: Marks, beliefs: Mapping[str, str]) -> RevisionView:
    item, statistics = revision.item, revision.statistics
    if item.variant:
        tallies = [_shown_tally(statistics.parts[0].tallies[0], statistics.n, beliefs)]
    else:
        tallies = [
            _tally(part, tally, statistics.n, marks, beliefs)
            for part, part_tally in zip(item.parts, statistics.parts, strict=True)
            for tally in part_tally.tallies
        ]
    return RevisionView(
        prompt=_html(to_html(item.prompt, marks)),
        kind=item.kind,
        since=revision.since,
        is_current=revision.is_current,
        is_doubtful=revision.is_doubtful,
        variants=revision.variants,
        statistics=statistics,
        tallies=tuple(tallies),
    )


def _tally(part: Part, tally: Tally, n: int, marks: Marks, beliefs: Mapping[str, str]) -> TallyView:
    labels = _labels(part.interaction, tally.element, marks)
    return TallyView(
        title=_title(part.interaction, tally.element, marks),
        lines=tuple(_line(count, labels, n, beliefs) for count in tally.counts),
        others=tally.others,
        blank=tally.blank,
        n=n,
    )


def _shown_tally(tally: Tally, n: int, beliefs: Mapping[str, str]) -> TallyView:
    """Return what answers to a generated question show: their words differ from variant to variant."""
    words = {"right": _("The right answer"), "other": _("Another answer")}
    labels = {count.answer: escape(words.get(count.answer, _("A known mistake"))) for count in tally.counts}
    lines = tuple(_line(count, labels, n, beliefs) for count in tally.counts)
    return TallyView(Markup(""), lines, tally.others, tally.blank, n)


def _line(count: Count, labels: Mapping[str, Markup], n: int, beliefs: Mapping[str, str]) -> AnswerLine:
    label = labels.get(count.answer, Markup("<code>{}</code>").format(count.answer))
    percent = float(Fraction(100 * count.n, n)) if n else 0.0
    return AnswerLine(label, count.n, percent, count.worth, beliefs.get(count.misconception, ""))


def _labels(interaction: Interaction, element: str, marks: Marks) -> Mapping[str, Markup]:
    """Return the words of each answer that an element can be given."""
    match interaction:
        case Choice(options=options, form="list") | Order(options=options) | Match(targets=options):
            return _texts(options, marks)
        case Choice(options=options):
            return {option.key: Markup("<code>{}</code>").format(option.text) for option in options}
        case GapSelect(gaps=gaps):
            return _texts(next(gap.options for gap in gaps if gap.key == element), marks)
        case TextEntry() | NumberEntry() | Judged():
            return {}


def _title(interaction: Interaction, element: str, marks: Marks) -> Markup:
    """Return what an element is called: a source by its words, a gap or a position by its number."""
    match interaction:
        case Match(sources=sources):
            return _texts(sources, marks)[element]
        case GapSelect(gaps=gaps):
            return escape(next(number for number, gap in enumerate(gaps, 1) if gap.key == element))
        case Choice() | Order() | TextEntry() | NumberEntry() | Judged():
            return escape(element)


def _texts(options: tuple[Option, ...], marks: Marks) -> dict[str, Markup]:
    return {option.key: _html(to_inline_html(option.text, marks)) for option in options}


def _html(html: str) -> Markup:
    return Markup(html)  # noqa: S704 (rendered by quizzes.text, which lets no raw HTML through)
