"""No statement on a facet without a claim: in lessons, the comparison, questions and misconceptions.

It holds where a course lists claims, and the list has no faults. A course without a list is not held to one.
"""

from collections.abc import Iterator
from pathlib import Path

from courseware.check_items import texts_of
from courseware.comparison import cell_id
from courseware.course import Course
from courseware.library import shown
from courseware.proofs.marks import claims_in, unlisted
from courseware.proofs.touched import proofs_of
from courseware.statements import facet_named
from quizzes.faults import ContentError, Fault
from quizzes.kinds.base import Authored
from quizzes.kinds.generated import Generated
from quizzes.quiz import Quiz
from quizzes.source import Place, Source, read_file

MARK = "mark it as [statement]{claim=id}, or as [text]{.no-claim} where it states nothing"
BACK = "give it a proof or a key script, or name under “claims” those that say the same"


def statement_faults(course: Course) -> Iterator[Fault]:
    """Yield every statement that names a facet and belongs to no claim."""
    if not course.claims or not course.facets or not course.proofs.is_whole:
        return
    for lesson in course.lessons:
        for found in lesson.unclaimed:
            message = f"this says something of {found.facet} and belongs to no claim: “{found.quoted}”; {MARK}"
            yield Fault(lesson.file, found.line, message)
    yield from _cell_faults(course)
    yield from _misconception_faults(course)
    for quiz in course.bank.quizzes.values():
        yield from _quiz_faults(course, quiz)


def _cell_faults(course: Course) -> Iterator[Fault]:
    source = _sheet(course.folder / "comparison.yaml") if course.comparison else None
    claimed = {name for claim in course.claims.values() for name in claim.cells}
    for number, row in enumerate(course.comparison.rows if course.comparison and source else ()):
        for facet, cell in row.cells.items():
            if cell_id(row.id, facet) not in claimed and not [*claims_in(cell.now), *claims_in(cell.note)] and source:
                name = cell_id(row.id, facet)
                message = f"the cell “{name}” belongs to no claim; list it under “cells” of one, or mark its words"
                yield source.fault(("rows", number, "cells", facet), message)


def _misconception_faults(course: Course) -> Iterator[Fault]:
    source = _sheet(course.folder / "misconceptions.yaml") if course.misconceptions else None
    settled = {name for claim in course.claims.values() for name in claim.misconceptions}
    for index, misconception in enumerate(course.misconceptions.values() if source else ()):
        facet = facet_named(f"{misconception.name}\n\n{misconception.fact}", course.facets)
        if facet and misconception.id not in settled and source:
            message = f"the fact against “{misconception.id}” says something of {facet}, and no claim settles it"
            yield source.fault((index, "fact"), f"{message}; list it under “misconceptions” of one")


def _quiz_faults(course: Course, quiz: Quiz) -> Iterator[Fault]:
    raw_items = quiz.source.value.get("items") if isinstance(quiz.source.value, dict) else None
    for index, raw in enumerate(raw_items if isinstance(raw_items, list) else ()):
        item = quiz.authored.get(str(raw.get("id"))) if isinstance(raw, dict) else None
        if item is None:
            continue  # Its own faults are told where it was read.
        place: Place = ("items", index)
        for number, claim in enumerate(item.claims):
            for message in unlisted(claim, course.proofs):
                yield quiz.source.fault((*place, "claims", number), f"item “{item.id}”: {message}")
        texts = list(texts_of(raw, place))
        if _is_backed(course, quiz, item) or any(claim for _, text in texts for claim in claims_in(text)):
            continue
        named = ((where, facet_named(text, course.facets)) for where, text in texts)
        where, facet = next(((where, facet) for where, facet in named if facet), (place, ""))
        if facet:
            message = f"item “{item.id}” says something of {facet}, and nothing backs it; {BACK}"
            yield quiz.source.fault(where, message)


def _is_backed(course: Course, quiz: Quiz, item: Authored) -> bool:
    lowered = next((one for one in quiz.items if one.id == item.id), None)
    proved = isinstance(item, Generated) and bool(item.proved_by)
    return bool(item.claims) or proved or (lowered is not None and bool(proofs_of(course, lowered)))


def _sheet(path: Path) -> Source | None:
    """Read a file again for its lines; None where it can't be read, which was told when the course was."""
    try:
        return read_file(path, shown(path))
    except ContentError:
        return None
