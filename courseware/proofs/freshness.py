"""What must hold of a course's proofs without running them: nothing newer than its record, no claim without proof."""

from collections.abc import Iterator, Mapping

from courseware.authored import Cell
from courseware.comparison import cell_id
from courseware.course import Course
from courseware.library import shown
from courseware.proofs.claims import Claim
from courseware.proofs.generator_tasks import formula_fingerprint, generated
from courseware.proofs.records import RECORDS
from courseware.proofs.scripts import Script
from courseware.proofs.touched import items_of, proved_items, shown_claims
from quizzes.faults import Fault
from quizzes.kinds.generated import Generated
from quizzes.quiz import Quiz

REMEDY = "run coursewright prove --update --only {}, and read what changed"


def stale_faults(course: Course) -> Iterator[Fault]:
    """Yield the records that are missing, or older than the script, question or claim that they speak of."""
    if not course.proofs.is_whole:
        return  # What holds for every script may be among what can't be read.
    scripts: list[tuple[Script, Mapping[str, str], Mapping[str, str]]] = []
    for demo in course.demonstrations.values():
        scripts.append((demo, proved_items(course, demo.id), shown_claims(course, demo.id)))
    for script in course.proofs.keys.values():
        scripts.append((script, proved_items(course, script.id), {}))
    for script in course.proofs.generators.values():
        asked = [item for item in generated(course) if script.id in item.proved_by]
        scripts.append((script, {item.id: formula_fingerprint(item) for item in asked}, {}))
    for script, items, claims in scripts:
        for why in script.stale(items, claims):
            yield Fault(script.file, script.line, f"{why}; {REMEDY.format(script.id)}")


def proof_faults(course: Course) -> Iterator[Fault]:
    """Yield scripts and records of nothing, claims that nothing backs, and items that name no proof there is."""
    if course.proofs.is_whole:
        yield from _stray_faults(course)
    cells = _cells(course)
    for claim in course.claims.values():
        for message in _claim_messages(course, claim, cells):
            yield Fault(claim.file, claim.line, f"the claim “{claim.id}” {message}")
    for quiz in course.bank.quizzes.values():
        yield from _item_faults(course, quiz)


def _stray_faults(course: Course) -> Iterator[Fault]:
    folder = course.folder / "demos"
    for path in sorted([*folder.glob("*.py"), *(folder / RECORDS).glob("*")]):
        if path.stem not in course.demonstrations:
            what = "a script" if path.suffix == ".py" else "a record"
            yield Fault(shown(path), 1, f"is {what} of no demonstration; list it in demos.yaml, or remove the file")
    items = {item.id for item in items_of(course)}
    for script in course.proofs.keys.values():
        if script.id not in items and not course.bank.unread:
            yield Fault(script.file, 1, "computes the key of no item; name it after one, or remove the file")
    for kind, known in (("keys", course.proofs.keys), ("generators", course.proofs.generators)):
        for path in sorted((course.folder / kind / RECORDS).glob("*")):
            if path.stem not in known:
                yield Fault(shown(path), 1, "is a record of no script; remove the file")


def _cells(course: Course) -> Mapping[str, Cell]:
    rows = course.comparison.rows if course.comparison else ()
    return {cell_id(row.id, facet): cell for row in rows for facet, cell in row.cells.items()}


def _claim_messages(course: Course, claim: Claim, cells: Mapping[str, Cell]) -> Iterator[str]:
    if claim.section not in course.unread and course.lesson(claim.section) is None:
        yield f"names the section “{claim.section}”, but no lesson has that name"
    if course.proofs.is_whole:
        for demo in claim.demos:
            if demo not in course.demonstrations:
                yield f"is backed by the demonstration “{demo}”, which this course has not"
    for name in claim.misconceptions:
        if name not in course.misconceptions:
            yield f"names the misconception “{name}”, which is not listed in misconceptions.yaml"
    for name in claim.cells:
        if name not in cells:
            yield f"names the cell “{name}”, which the comparison has not; write row-facet"
        elif cells[name].verdict != claim.verdict:
            yield f"has the verdict “{claim.verdict}”, but the cell “{name}” says “{cells[name].verdict}”"


def _item_faults(course: Course, quiz: Quiz) -> Iterator[Fault]:
    for index, item in enumerate(quiz.items):
        if item.proof and item.proof not in course.demonstrations and course.proofs.is_whole:
            message = f"item “{item.id}” is proved by “{item.proof}”, which is no demonstration of this course"
            yield quiz.fault(index, "proof", message)
        authored = quiz.authored.get(item.id)
        for name in authored.proved_by if isinstance(authored, Generated) else ():
            if name not in course.proofs.generators and course.proofs.is_whole:
                message = f"item “{item.id}” is proved by “{name}”, but there is no generators/{name}.py"
                yield quiz.fault(index, "proved_by", message)
