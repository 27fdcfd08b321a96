"""The claims of the course: all of them backed, and every statement that the lessons make among them."""

from datetime import date

from courseware.check_statements import statement_faults
from courseware.course import ClaimUse
from courseware.ledger.entries import entries_of
from courseware.library import OWN_ROOT, read_library
from courseware.statements import facet_named

COURSE = read_library([OWN_ROOT]).courses["deep-learning-frameworks"]
ENTRIES = entries_of(COURSE)


def test_no_claim_that_names_a_framework_lacks_its_backing() -> None:
    naming = [entry for entry in ENTRIES if entry.facets or facet_named(entry.words, COURSE.facets)]
    assert len(naming) > 100
    assert [entry.id for entry in naming if not entry.runs and not entry.citations] == []
    assert [entry.id for entry in naming for run in entry.runs if "Ran on <time" not in run.html] == []


def test_every_publication_says_who_wrote_what_and_when_it_was_read() -> None:
    cited = [source for entry in ENTRIES for source in entry.citations]
    assert [source for source in cited if not (source.publisher and source.title)] == []
    assert [source.url for source in cited if not source.url.startswith("https://")] == []
    assert {source.read for source in cited} <= {date(2026, 11, day) for day in range(22, 26)}


def test_the_course_makes_no_statement_without_a_claim() -> None:
    assert list(statement_faults(COURSE)) == []


def test_each_lesson_marks_claims() -> None:
    marked = {
        lesson.slug: sum(isinstance(use, ClaimUse) for use in lesson.references)
        for lesson in COURSE.lessons
        if any(isinstance(use, ClaimUse) for use in lesson.references)
    }
    assert marked.keys() == {lesson.slug for lesson in COURSE.lessons}
    assert min(marked.values()) >= 10
