"""The interactions of a question as fields of a page. It never sees a key, so it can't show an answer."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import assert_never

from markupsafe import Markup, escape
from werkzeug.datastructures import MultiDict

from app.web.question_views import (
    ChoiceView,
    EntryView,
    GapsView,
    GapView,
    MatchView,
    OptionView,
    OrderView,
    PartView,
    Piece,
    SourceView,
    StepView,
    TargetView,
)
from quizzes.interactions import (
    Choice,
    GapSelect,
    Judged,
    Match,
    NumberEntry,
    Option,
    Order,
    QuestionPart,
    TextEntry,
)
from quizzes.text import Marks, code_html, to_inline_html, to_plain, with_gaps

MENU_LENGTH = 30  # characters that a menu shows on a phone
MAX_COLUMNS = 5
NUMBER_SIZE = 12
MIN_SIZE, MAX_SIZE = 28, 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where the fields of one question stand: `prefix` starts their ids, `name` their names."""

    prefix: str
    name: str
    form: MultiDict[str, str]
    marks: Marks
    errors: Mapping[str, str]

    def html(self, text: str) -> Markup:
        """Return a text of one paragraph as HTML."""
        return Markup(to_inline_html(text, self.marks))  # noqa: S704 (rendered by quizzes.text, which lets no raw HTML through)


def show_part(part: QuestionPart, sheet: Sheet) -> PartView:
    """Return the fields of one part, filled from the sheet's form."""
    interaction = part.interaction
    match interaction:
        case Choice():
            return _choice(part.key, interaction, sheet)
        case Match():
            return _match(part.key, interaction, sheet)
        case Order():
            return _order(part.key, interaction, sheet)
        case GapSelect():
            return _gaps(part.key, interaction, sheet)
        case TextEntry(expected_length=size, monospace=monospace):
            # Never narrower than others: the width would tell the length of the answer.
            return _entry(part.key, sheet, size=max(MIN_SIZE, min(size, MAX_SIZE)), monospace=monospace)
        case NumberEntry(unit=unit):
            return _entry(part.key, sheet, size=NUMBER_SIZE, is_number=True, unit=unit)
        case Judged(expected_lines=lines, monospace=monospace):
            return _entry(part.key, sheet, lines=lines, monospace=monospace)
        case _:
            assert_never(interaction)


def _choice(key: str, choice: Choice, sheet: Sheet) -> ChoiceView:
    field, part_id = f"{sheet.name}{key}", f"{sheet.prefix}-{key}"
    chosen = sheet.form.getlist(field)
    labels = _labels(choice, sheet)
    options: list[OptionView | None] = []
    line = 0
    for number, option in enumerate(choice.options, 1):
        line_number = _line_number(option.key, number) if choice.form == "lines" else None
        if line_number is not None:
            options.extend([None] * (line_number - line - 1))
            line = line_number
        label = labels[option.key]
        options.append(OptionView(f"{part_id}-{number}", option.key, label, option.key in chosen, line_number))
    return ChoiceView(
        key=key,
        id=part_id,
        field=field,
        form=choice.form,
        many=choice.max_choices != 1,
        max_choices=choice.max_choices,
        options=tuple(options),
        error=sheet.errors.get(key, ""),
    )


def _labels(choice: Choice, sheet: Sheet) -> dict[str, Markup]:
    if choice.form == "list":
        return {option.key: sheet.html(option.text) for option in choice.options}
    if choice.form == "output":
        return {option.key: escape(option.text) for option in choice.options}
    # The lines are coloured as one program: a string may run over several of them. Pygments closes its
    # marks at the end of each line, so that the lines can stand apart.
    program = code_html("\n".join(option.text for option in choice.options), choice.language)
    return {
        option.key: Markup(line)  # noqa: S704 (escaped by Pygments)
        for option, line in zip(choice.options, program.split("\n"), strict=False)
    }


def _line_number(key: str, position: int) -> int:
    found = re.fullmatch(r"line-(\d+)", key)
    return int(found[1]) if found else position


def _match(key: str, match: Match, sheet: Sheet) -> MatchView:
    field, part_id = f"{sheet.name}{key}", f"{sheet.prefix}-{key}"
    grid = match.target_max == 0 and len(match.targets) <= MAX_COLUMNS
    targets = _targets(match.targets, sheet)
    lettered = not grid and any(len(target.text) > MENU_LENGTH for target in targets)
    return MatchView(
        key=key,
        id=part_id,
        grid=grid,
        lettered=lettered,
        targets=_with_letters(targets) if lettered else targets,
        sources=tuple(
            SourceView(
                id=f"{part_id}-{number}",
                field=f"{field}.{source.key}",
                label=sheet.html(source.text),
                chosen=(chosen := sheet.form.get(f"{field}.{source.key}", "")),
                given=_target(targets, chosen),
            )
            for number, source in enumerate(match.sources, 1)
        ),
        error=sheet.errors.get(key, ""),
    )


def _targets(options: Sequence[Option], sheet: Sheet) -> tuple[TargetView, ...]:
    return tuple(TargetView(option.key, sheet.html(option.text), to_plain(option.text)) for option in options)


def _with_letters(targets: tuple[TargetView, ...]) -> tuple[TargetView, ...]:
    return tuple(
        TargetView(target.value, target.label, target.text, letter)
        for target, letter in zip(targets, ascii_uppercase, strict=False)
    )


def _target(targets: Sequence[TargetView], value: str) -> TargetView | None:
    return next((target for target in targets if target.value == value), None)


def _order(key: str, order: Order, sheet: Sheet) -> OrderView:
    field, part_id = f"{sheet.name}{key}", f"{sheet.prefix}-{key}"
    steps = [
        StepView(
            id=f"{part_id}-{number}",
            field=f"{field}.{option.key}",
            label=sheet.html(option.text),
            position=sheet.form.get(f"{field}.{option.key}", ""),
        )
        for number, option in enumerate(order.options, 1)
    ]
    wanted = [str(position) for position in range(1, len(steps) + 1)]
    is_ordered = sorted(step.position for step in steps) == sorted(wanted)
    if is_ordered:
        steps.sort(key=lambda step: int(step.position))
    return OrderView(key, part_id, tuple(steps), is_ordered, sheet.errors.get(key, ""))


def _gaps(key: str, select: GapSelect, sheet: Sheet) -> GapsView:
    field, part_id = f"{sheet.name}{key}", f"{sheet.prefix}-{key}"
    gaps: dict[str, GapView] = {}
    for number, gap in enumerate(select.gaps, 1):
        options = _targets(gap.options, sheet)
        chosen = sheet.form.get(f"{field}.{gap.key}", "")
        gap_id = f"{part_id}-{number}"
        gaps[gap.key] = GapView(gap_id, f"{field}.{gap.key}", number, options, chosen, _target(options, chosen))
    pieces = with_gaps(select.text, [gap.key for gap in select.gaps], sheet.marks)
    return GapsView(
        key=key,
        id=part_id,
        pieces=tuple(Piece(Markup(html), gaps.get(gap)) for html, gap in pieces),  # noqa: S704 (rendered by quizzes.text)
        error=sheet.errors.get(key, ""),
    )


def _entry(
    key: str,
    sheet: Sheet,
    *,
    size: int = 24,
    lines: int = 1,
    is_number: bool = False,
    monospace: bool = False,
    unit: str = "",
) -> EntryView:
    field = f"{sheet.name}{key}"
    return EntryView(
        key=key,
        id=f"{sheet.prefix}-{key}",
        field=field,
        text=sheet.form.get(field, ""),
        size=size,
        lines=lines,
        is_number=is_number,
        monospace=monospace,
        unit=unit,
        error=sheet.errors.get(key, ""),
    )
