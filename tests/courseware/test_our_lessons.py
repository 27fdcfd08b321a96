"""How our lessons teach: an example first, a question after each section, programs side by side, short sentences."""

import re
from collections.abc import Iterator

import pytest
from lxml import html

from courseware.course import Html, Lesson
from courseware.library import read_library
from tests.courseware.made import the_course

COURSE = the_course(read_library())
SEE = {item.id: item.see for quiz in COURSE.bank.quizzes.values() for item in quiz.items}
UNASKED = {("choosing-one", "next")}  # says where to go on; it teaches nothing
HEADING = re.compile(r"^#{2,3} .*\{#([a-z-]+)\}$", re.MULTILINE)
SECTION = re.compile(r"^## .*\{#([a-z-]+)\}$", re.MULTILINE)
LONGEST_SENTENCE, USUAL_SENTENCE = 26, 13  # words
SAME_JOB_IN_ALL = ("introduction", "keras", "tensorflow", "pytorch", "key-differences")
CHECK = re.compile(r"^::: check [a-z-]+-check ?(.*)$", re.MULTILINE)


def text_of(lesson: Lesson) -> str:
    return (COURSE.folder / "lessons" / f"{lesson.slug}.md").read_text()


def sections(lesson: Lesson) -> Iterator[tuple[str, str]]:
    _, *parts = SECTION.split(text_of(lesson))
    yield from zip(parts[::2], parts[1::2], strict=True)


@pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.slug)
def test_each_section_ends_with_one_or_two_questions_on_what_it_taught(lesson: Lesson) -> None:
    asked = []
    for anchor, text in sections(lesson):
        if (lesson.slug, anchor) in UNASKED:
            continue
        (check,) = CHECK.finditer(text)
        assert text[check.end() :].strip() == ":::", anchor
        names = check[1].split()
        assert 1 <= len(names) <= 2, anchor
        here = {f"{lesson.slug}#{name}" for name in (anchor, *HEADING.findall(text))}
        assert {SEE[name] for name in names} <= here, anchor
        asked += names
    quiz = COURSE.bank.quizzes[f"{lesson.slug}-check"]
    assert sorted(asked) == sorted(item.id for item in quiz.items)


@pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.slug)
def test_an_example_stands_before_the_first_question(lesson: Lesson) -> None:
    text = text_of(lesson)
    assert 0 < text.find("\n::: example ") < text.find("\n::: check ")


@pytest.mark.parametrize("slug", SAME_JOB_IN_ALL)
def test_a_lesson_on_frameworks_shows_the_same_job_in_all_three_side_by_side(slug: str) -> None:
    (lesson,) = (lesson for lesson in COURSE.lessons if lesson.slug == slug)
    shown = [line.split()[2:] for line in text_of(lesson).split("\n") if line.startswith("::: diff ")]
    facets = [{COURSE.proofs.demonstrations[demo].facet for demo in demos} for demos in shown]
    assert {"keras", "tensorflow", "pytorch"} in facets


def test_what_became_of_the_article_is_said_in_the_lesson_that_it_concerns() -> None:
    aged = [claim for claim in COURSE.proofs.claims.values() if claim.verdict in ("outdated", "imprecise", "wrong")]
    lessons = {lesson.slug: text_of(lesson) for lesson in COURSE.lessons}
    assert len(aged) > 20
    assert [claim.id for claim in aged if f"{{claim={claim.id}}}" not in lessons[claim.section]] == []


@pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.slug)
def test_sentences_are_short(lesson: Lesson) -> None:
    page = html.fromstring("".join(block.html for block in lesson.body if isinstance(block, Html)))
    for aside in page.xpath("//*[@class='term-card'] | //cw-proof"):
        aside.drop_tree()
    blocks = [block.text_content() for block in page.iter("p", "li", "figcaption") if not block.xpath(".//p|.//li")]
    lengths = {
        sentence: len(sentence.split()) for text in blocks for sentence in re.split(r"(?<=[.?!])\s+", text) if sentence
    }
    assert [sentence for sentence, length in lengths.items() if length > LONGEST_SENTENCE] == []
    assert sum(lengths.values()) / len(lengths) < USUAL_SENTENCE
