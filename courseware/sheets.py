"""The YAML files of a course's folder: its head, the comparison, the misconceptions."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from courseware.authored import ComparisonTable, Facet, Misconception
from courseware.proofs.marks import claim_faults
from courseware.proofs.reader import Proofs
from quizzes.faults import ContentError, Fault
from quizzes.proofread import text_faults
from quizzes.shape import read_known, read_struct
from quizzes.source import Source, read_file

S = TypeVar("S", bound=msgspec.Struct)


def read_sheet(cls: type[S], path: Path, name: str, faults: list[Fault]) -> tuple[Source | None, S | None]:
    """Read a YAML file that holds one struct; unknown keys are told, and do not keep the rest from being used."""
    try:
        source = read_file(path, name)
    except ContentError as error:
        faults.extend(error.faults)
        return None, None
    return source, read_known(cls, source, source.value, (), faults)


def read_comparison(
    folder: Path, name: str, facets: tuple[Facet, ...], proofs: Proofs, faults: list[Fault]
) -> ComparisonTable | None:
    """Read `comparison.yaml`; None where there is none, or it can't be used."""
    if not (folder / "comparison.yaml").is_file():
        return None
    source, table = read_sheet(ComparisonTable, folder / "comparison.yaml", f"{name}/comparison.yaml", faults)
    if source is not None and table is not None:
        faults.extend(_comparison_faults(source, table, [facet.id for facet in facets]))
        faults.extend(_cell_faults(source, table, [facet.id for facet in facets], proofs))
    return table


def _comparison_faults(source: Source, table: ComparisonTable, known: list[str]) -> Iterator[Fault]:
    rows = [row.id for row in table.rows]
    for number, row in enumerate(table.rows):
        if row.id in rows[:number]:
            yield source.fault(("rows", number, "id"), f"the row “{row.id}” is listed twice; give each its own id")
        for facet in known:
            if facet not in row.cells:
                yield source.fault(("rows", number, "cells"), f"the row “{row.id}” has no cell for “{facet}”; add it")
        for facet, cell in row.cells.items():
            place = ("rows", number, "cells", facet)
            if facet not in known:
                yield source.fault(
                    place, f"“{facet}” is not a facet of this course; known: {', '.join(known) or 'none'}"
                )
            if cell.verdict != "true" and not cell.note:
                yield source.fault(
                    (*place, "verdict"), f"the verdict “{cell.verdict}” needs a note that says why; add it"
                )


def _cell_faults(source: Source, table: ComparisonTable, known: list[str], proofs: Proofs) -> Iterator[Fault]:
    for number, row in enumerate(table.rows):
        for facet, cell in row.cells.items():
            for key, text in (("now", cell.now), ("article", cell.article), ("note", cell.note)):
                for message in (*text_faults(text, known), *claim_faults(text, proofs)):
                    yield source.fault(("rows", number, "cells", facet, key), message)


def read_misconceptions(folder: Path, name: str, faults: list[Fault]) -> dict[str, Misconception]:
    """Read `misconceptions.yaml` by id; there may be none."""
    path = folder / "misconceptions.yaml"
    if not path.is_file():
        return {}
    try:
        source = read_file(path, f"{name}/misconceptions.yaml")
    except ContentError as error:
        faults.extend(error.faults)
        return {}
    if not isinstance(source.value, list):
        faults.append(source.fault((), "must be a list of misconceptions, each with id, name and fact"))
        return {}
    known: dict[str, Misconception] = {}
    for index, value in enumerate(source.value):
        misconception = read_struct(Misconception, source, value, (index,), faults)
        if misconception is not None and misconception.id in known:
            faults.append(
                source.fault((index, "id"), f"the misconception “{misconception.id}” is listed twice; keep one")
            )
        elif misconception is not None:
            known[misconception.id] = misconception
    return known
