"""A row as a question: its texts and settings by column, and the part that its type has."""

import re
from fractions import Fraction

from quizzes.imports.drafts import LEVELS, Draft, number
from quizzes.imports.limits import Limits, RefusedError, UnreadableError
from quizzes.imports.markdown import Texts
from quizzes.imports.names import Names
from quizzes.imports.parts import FULL
from quizzes.imports.pictures import Pictures
from quizzes.imports.report import Entry, Imported, Place, Refused, Taken
from quizzes.imports.table.bodies import BODIES, Read
from quizzes.imports.table.columns import (
    DIFFICULTY,
    EXPLANATION,
    HINT,
    ID,
    IF_RIGHT,
    IF_WRONG,
    MARKDOWN,
    OBJECTIVE,
    PLAIN,
    POINTS,
    QUESTION,
    TAGS,
    TEXT,
    TYPE,
    TYPES,
    TYPES_TOLD,
    folded,
)
from quizzes.imports.table.rows import Row, Sheet

NAME_LENGTH = 80


def read_sheets(sheets: list[Sheet], title: str, limits: Limits, notes: list[str]) -> Imported:
    """Return the questions of tables. Raises UnreadableError where there are none, or too many."""
    names, entries = Names(), list[Entry]()
    for sheet in sheets:
        notes += [f"{sheet.place}: the column “{name[:40]}” is not known, so it is not read." for name in sheet.unknown]
        for row in sheet.rows:
            if len(entries) == limits.items:
                raise UnreadableError(f"{title} holds more than {limits.items:,} questions; split it")
            entries.append(_entry(row, sheet.place, Texts(limits, Pictures(limits)), names))
    if not entries:
        raise UnreadableError(f"{title} holds no question; fill in a row below the headers")
    return Imported(title.rpartition(".")[0] or title, tuple(entries), notes=tuple(notes))


def _entry(row: Row, file: str, texts: Texts, names: Names) -> Entry:
    asked = row.cells[QUESTION].text if QUESTION in row.cells else ""
    place = Place(file, row.number, " ".join(asked[: 2 * NAME_LENGTH].split())[:NAME_LENGTH].strip())
    try:
        if row.fault:
            raise RefusedError(row.fault)
        return _question(row, place, texts, names)
    except RefusedError as refused:
        return Refused(place, str(refused))


def _question(row: Row, place: Place, texts: Texts, names: Names) -> Taken:
    written = row.text(TYPE)
    kind = TYPES.get(folded(written))
    if kind is None:
        raise RefusedError(f"its type is “{written[:40]}”; write {TYPES_TOLD}" if written else "it has no type")
    read = _reader(row, texts)
    draft = Draft(
        texts,
        names=(row.text(ID), place.name),
        prompt=read(row.text(QUESTION)),
        points=_points(row),
        explanation=read(row.text(EXPLANATION)),
        right=read(row.text(IF_RIGHT)),
        wrong=read(row.text(IF_WRONG)),
        hint=read(row.text(HINT)),
        objective=row.text(OBJECTIVE).strip(),
        difficulty=_difficulty(row),
        tags=tuple(dict.fromkeys(tag for tag in re.split(r"\s*[,;]\s*", row.text(TAGS).strip()) if tag)),
    )
    return draft.taken(BODIES[kind](row, read, draft), place, names)


def _reader(row: Row, texts: Texts) -> Read:
    said = folded(row.text(TEXT))
    if said not in ("", PLAIN, MARKDOWN):
        raise RefusedError(f"“{said[:40]}” under “text” is not known; write {PLAIN} or {MARKDOWN}")
    return texts.markdown if said == MARKDOWN else texts.plain


def _points(row: Row) -> Fraction:
    written = row.text(POINTS).strip().replace(",", ".")
    points = number(written or "1", FULL - 2)
    if points < 0:
        raise RefusedError(f"its points are “{written[:20]}”; write a whole number")
    return points


def _difficulty(row: Row) -> str:
    written = row.text(DIFFICULTY)
    if written and folded(written) not in LEVELS:
        raise RefusedError(f"its difficulty is “{written[:20]}”; write easy, medium or hard")
    return LEVELS[folded(written)] if written else "medium"
