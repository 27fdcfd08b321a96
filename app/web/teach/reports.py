"""The page that says what another system keeps of each question, of a quiz or of a whole course."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from app.web.teach.printing import PrintForm
from quizzes.exports.report import ByHand, Converted, Dropped, Exact, Line, Report, word


@dataclass(frozen=True, slots=True)
class ItemFate:
    """What becomes of a question: `outcome` is exact, converted, by-hand or dropped."""

    item_id: str
    kind: str
    name: str
    outcome: str
    to: str
    why: str
    changes_score: bool
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """A format or package as it is named to people, with the name and address of the file.

    `printing` asks how it is printed before the file is taken, where it is.
    """

    title: str
    takers: str
    file_name: str
    file_url: str
    printing: PrintForm | None = None


@dataclass(frozen=True, slots=True)
class ExportPage:
    """The report on a quiz or course; `back_url` leads to it, `course_title` is empty where it is the course."""

    title: str
    back_url: str
    course_title: str
    target: Target
    fates: tuple[ItemFate, ...]
    lost: tuple[str, ...]
    counts: dict[str, int]

    @property
    def changing(self) -> Sequence[ItemFate]:
        """Return the questions that can be scored differently there."""
        return [fate for fate in self.fates if fate.changes_score]


def export_page(title: str, back_url: str, target: Target, report: Report, course_title: str = "") -> ExportPage:
    """Return the page of a report."""
    return ExportPage(
        title=title,
        back_url=back_url,
        course_title=course_title,
        target=target,
        fates=tuple(_fate(report, line) for line in report.lines),
        lost=report.lost_by(""),
        counts=report.counts,
    )


def _fate(report: Report, line: Line) -> ItemFate:
    to, why, changes_score = _outcome(line)
    return ItemFate(
        line.item, line.kind, line.name, word(line.outcome), to, why, changes_score, report.lost_by(line.item)
    )


def _outcome(line: Line) -> tuple[str, str, bool]:
    match line.outcome:
        case Exact():
            return "", "", False
        case Converted(to=to, why=why, changes_score=changes_score):
            return to, why, changes_score
        case ByHand(why=why, changes_score=changes_score):
            return "", why, changes_score
        case Dropped(why=why):
            return "", why, True
        case _:
            assert_never(line.outcome)
