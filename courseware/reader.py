"""A course's folder to a Course: head, lessons, comparison, chooser and misconceptions, every fault at once."""

from collections.abc import Iterator
from pathlib import Path

from courseware.authored import CourseHead, LessonHead
from courseware.chooser.reader import read_chooser
from courseware.course import Course, Lesson, Objective, facet_marks
from courseware.glossary.marking import PLAIN
from courseware.glossary.reader import read_glossary
from courseware.links import Links
from courseware.page import Materials, Page
from courseware.proofs.reader import read_proofs
from courseware.render import render_body
from courseware.sheets import read_comparison, read_misconceptions, read_sheet
from quizzes.bank import Bank
from quizzes.faults import ContentError, Fault
from quizzes.proofread import text_faults
from quizzes.shape import read_known
from quizzes.source import Source, read_text
from quizzes.text import to_inline_html

EDGE = "---"


def read_course(folder: Path, name: str, bank: Bank, links: Links) -> tuple[Course | None, list[Fault]]:
    """Read the course in a folder, known to people as `name`; None where its head can't be used."""
    faults: list[Fault] = []
    source, head = read_sheet(CourseHead, folder / "course.yaml", f"{name}/course.yaml", faults)
    if source is None or head is None:
        return None, faults
    faults.extend(_head_faults(source, head))
    proofs = read_proofs(folder, name, tuple(facet.id for facet in head.facets), faults)
    comparison = read_comparison(folder, name, head.facets, proofs, faults)
    glossary = read_glossary(folder, name, facet_marks(head.facets), proofs, faults)
    chooser, found = read_chooser(folder, name, [facet.id for facet in head.facets], proofs)
    faults.extend(found)
    has_page = {"comparison": comparison is not None, "chooser": chooser is not None, "ledger": bool(proofs.claims)}
    materials = Materials(
        course=folder.name,
        facets=head.facets,
        marks=facet_marks(head.facets),
        bank=bank,
        comparison=comparison,
        proofs=proofs,
        glossary=glossary,
        figures=folder / "figures",
        figures_name=f"{name}/figures",
        links=links,
        pages=tuple(name for name, has in has_page.items() if has),
    )
    lessons = _read_lessons(folder / "lessons", f"{name}/lessons", source, head, materials, faults)
    course = Course(
        slug=folder.name,
        title=head.title,
        summary=head.summary.strip(),
        level=head.level,
        language=head.language,
        facets=head.facets,
        includes=head.includes,
        lessons=lessons,
        unread=frozenset(head.lessons).difference(lesson.slug for lesson in lessons),
        final=head.final,
        comparison=comparison,
        chooser=chooser,
        misconceptions=read_misconceptions(folder, name, faults),
        proofs=proofs,
        glossary=glossary,
        bank=bank,
        folder=folder,
        file=source.file,
        source=source,
    )
    return course, faults


def read_lesson(path: Path, name: str, materials: Materials) -> tuple[Lesson | None, list[Fault]]:
    """Read a lesson's file, known to people as `name`; None where its front matter can't be used."""
    page = Page(path.stem, name, materials)
    try:
        front, body, body_line = _split(path, name)
        source = read_text(front, name, first_line=2)
    except ContentError as error:
        return None, list(error.faults)
    head = read_known(LessonHead, source, source.value, (), page.faults)
    blocks = render_body(body, body_line, page)
    if head is None:
        return None, page.faults
    page.faults.extend(_objective_faults(source, head, materials))
    lesson = Lesson(
        slug=path.stem,
        title=head.title,
        nav=head.nav,
        summary=head.summary.strip(),
        section=head.section,
        objectives=tuple(
            Objective(objective.id, objective.text, to_inline_html(objective.text, materials.marks), path.stem)
            for objective in head.objectives
        ),
        quiz=head.quiz,
        minutes=page.minutes,
        headings=tuple(page.headings),
        body=blocks,
        anchors=frozenset(page.anchors),
        references=tuple(page.references),
        unclaimed=tuple(page.unclaimed),
        file=name,
        source=source,
    )
    return lesson, page.faults


def _objective_faults(source: Source, head: LessonHead, materials: Materials) -> Iterator[Fault]:
    for index, objective in enumerate(head.objectives):
        for message in text_faults(objective.text, [facet.id for facet in materials.facets]):
            yield source.fault(("objectives", index, "text"), message)


def _split(path: Path, name: str) -> tuple[str, str, int]:
    """Return front matter, body, and the line on which the body starts."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise ContentError([Fault(name, 0, f"is not UTF-8 (byte {error.start}); save it as UTF-8")]) from error
    except OSError as error:
        raise ContentError([Fault(name, 0, f"can't be read: {error.strerror}")]) from error
    if lines[0].rstrip() != EDGE:
        raise ContentError([Fault(name, 1, "has no front matter; start the file with a line “---”")])
    end = next((number for number, line in enumerate(lines) if number and line.rstrip() == EDGE), None)
    if end is None:
        raise ContentError([Fault(name, 1, "has front matter without an end; close it with a line “---”")])
    return "\n".join(lines[1:end]) + "\n", "\n".join(lines[end + 1 :]), end + 2


def _read_lessons(
    folder: Path, name: str, source: Source, head: CourseHead, materials: Materials, faults: list[Fault]
) -> tuple[Lesson, ...]:
    lessons: dict[str, Lesson] = {}
    for index, slug in enumerate(head.lessons):
        if not (folder / f"{slug}.md").is_file():
            faults.append(
                source.fault(("lessons", index), f"lists the lesson “{slug}”, but lessons/{slug}.md is missing")
            )
        elif slug not in lessons:
            lesson, found = read_lesson(folder / f"{slug}.md", f"{name}/{slug}.md", materials)
            faults.extend(found)
            lessons |= {slug: lesson} if lesson else {}
    for path in sorted(folder.glob("*.md")):
        if path.stem not in head.lessons:
            faults.append(
                Fault(f"{name}/{path.name}", 1, "is not listed in course.yaml; add it there, or remove the file")
            )
    return tuple(lessons.values())


def _head_faults(source: Source, head: CourseHead) -> Iterator[Fault]:
    if not head.lessons:
        yield source.fault(("lessons",), "the course has no lessons; list at least one")
    for index, slug in enumerate(head.lessons):
        if slug in head.lessons[:index]:
            yield source.fault(("lessons", index), f"lists the lesson “{slug}” twice; keep one")
    ids = [facet.id for facet in head.facets]
    for index, facet in enumerate(head.facets):
        if facet.id in ids[:index]:
            yield source.fault(("facets", index, "id"), f"the facet “{facet.id}” is listed twice; keep one")
        if facet.id == PLAIN:
            message = f"“{PLAIN}” marks words that are no term, so a facet can't have that id; choose another"
            yield source.fault(("facets", index, "id"), message)
        looks = [(other.shape, other.hue) for other in head.facets[:index]]
        if (facet.shape, facet.hue) in looks:
            message = (
                f"the facet “{facet.id}” has the shape and hue of another; change one, so that they can be told apart"
            )
            yield source.fault(("facets", index), message)
