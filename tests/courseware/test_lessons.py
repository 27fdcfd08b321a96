"""Lessons as they are read: headings, links, code, tabs, boxes, checks, and the line of every fault."""

from pathlib import Path

import pytest
from lxml import html as lxml_html

from courseware.course import CheckBlock, FigureUse, Heading, Html, LessonLink
from courseware.library import read_library
from courseware.prose import anchor_of
from tests.content import tiny_root
from tests.courseware.made import checks_of, html_of, lesson_from, the_course, tiny_copy

CHECK = "\n\n## Check {#check}\n\n::: check ropes-check\n:::\n\n"
KEEP = (  # What other files of the tiny course link to, so that only the body's own faults are told.
    "\n\n## Names {#names}\n\n## Strength {#strength}" + CHECK + "![A rope.](figures/rope.svg)\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny_copy(tmp_path)


def test_a_lesson_has_what_its_front_matter_says() -> None:
    lesson = the_course(read_library([tiny_root()])).lesson("ropes")
    assert lesson is not None
    assert (lesson.title, lesson.nav, lesson.section, lesson.quiz) == ("The parts of a rope", "Ropes", "Ropes", None)
    assert [(one.id, one.html, one.lesson) for one in lesson.objectives] == [
        ("rope-parts", "name the parts of a rope", "ropes"),
        ("rope-strength", "say what a knot costs in strength", "ropes"),
    ]
    assert lesson.headings == (
        Heading("names", "Names", 2),
        Heading("strength", "What a knot costs", 2),
        Heading("check", "Check yourself", 2),
    )
    assert [type(block) for block in lesson.body] == [Html, CheckBlock]
    assert lesson.checks == (CheckBlock("ropes-check", ("rope-part", "rope-weaker"), 35),)
    assert lesson.references == (FigureUse(15, "rope.svg"), LessonLink(18, "tying", "bowline"))


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("Two words", "two-words"),
        ("What's new?", "whats-new"),
        ("eval() and no_grad()", "eval-and-no-grad"),
        ("  Über 2.0 ", "über-20"),
    ],
)
def test_a_heading_has_an_anchor_of_its_own(text: str, anchor: str) -> None:
    assert anchor_of(text) == anchor


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("## Two words", '<h2 id="two-words">Two words</h2>'),
        ("## Two words {#two}", '<h2 id="two">Two words</h2>'),
        ("## With `code()` {#code}", '<h2 id="code">With <code>code()</code></h2>'),
        ("## A\n\n### B {#b}", '<h3 id="b">B</h3>'),
        ("[to](tying#bowline)", '<a href="/courses/knots/lessons/tying#bowline">to</a>'),
        ("[to](tying)", '<a href="/courses/knots/lessons/tying">to</a>'),
        ("[to](#names)", '<a href="#names">to</a>'),
        ("[to](ropes#names)", '<a href="#names">to</a>'),
        ("[to](quiz:tying)", '<a href="/courses/knots/quizzes/tying">to</a>'),
        ("[to](https://example.org)", '<a href="https://example.org" rel="noopener">to</a>'),
        ("[Bowline]{.bowline}", '<span class="facet disc teal">Bowline</span>'),
        ("```output\n<1>\n```", '<div class="ran"><b>Output</b><pre tabindex="0">&lt;1&gt;</pre></div>'),
        ("```\n<1>\n```", '<pre class="code" tabindex="0"><code>&lt;1&gt;</code></pre>'),
        ("```nosuchlanguage\n<1>\n```", '<code class="language-nosuchlanguage">&lt;1&gt;</code>'),
        ("```python\nx = 1\n```", '<code class="language-python"><span class="n">x</span>'),
        ("::: note\nHi\n:::", '<aside class="note" role="note"><p>Hi</p>\n</aside>'),
        ("::: note A `b`\nHi\n:::", '<aside class="note" role="note"><strong>A <code>b</code></strong>'),
        ("::: since\nHi\n:::", '<strong>What has changed since the article</strong>\n<p>Hi</p>'),
        ("::: example Sum\nHi\n:::", '<section class="example"><h2>Sum</h2>\n<p>Hi</p>\n</section>'),
        ("## A\n\n::: example Sum\nHi\n:::", '<section class="example"><h3>Sum</h3>'),
        ("$x^2$", "<msup><mi>x</mi><mn>2</mn></msup>"),
        ("{#here}\nA paragraph. [to](#here)", '<p id="here">A paragraph.'),
    ],
)  # fmt: skip
def test_markdown_becomes(root: Path, source: str, expected: str) -> None:
    lesson, faults = lesson_from(root, source + KEEP)
    assert faults == []
    assert expected in html_of(lesson)


def test_a_directive_can_hold_others_and_code_that_looks_like_one(root: Path) -> None:
    body = "::: example Outer\n\n::: note\nInner\n:::\n\n```text\n:::\n::: note\n```\n\nEnd\n:::\n"
    lesson, faults = lesson_from(root, body + KEEP)
    assert faults == []
    section = lxml_html.fromstring(html_of(lesson).partition("</section>")[0] + "</section>")
    assert [child.tag for child in section] == ["h2", "aside", "pre", "p"]
    assert section.find("pre").text_content() == ":::\n::: note"


TABS = """\
::: tabs The `same`
```text hitch
around
```
```output hitch
held
```
```python bowline
x = 1
```
```output bowline
1
```
```python bowline
y = 2
```
:::
"""


def test_tabs_are_panes_in_the_order_of_the_facets_readable_without_javascript(root: Path) -> None:
    lesson, faults = lesson_from(root, TABS + KEEP)
    assert faults == []
    tabs = lxml_html.fromstring(html_of(lesson)).find(".//cw-tabs")
    assert (tabs.get("class"), tabs.get("data-tabs")) == ("trio", "")
    assert tabs.find("h2").text_content() == "The same"
    panes = tabs.findall("section")
    assert [(pane.get("data-facet"), pane.get("aria-label"), pane.get("role")) for pane in panes] == [
        ("bowline", "Bowline", "group"),
        ("hitch", "Clove hitch", "group"),
    ]
    assert [child.get("class") for child in panes[0]] == ["pane-name", "code", "ran", "code"]
    assert [child.text_content() for child in panes[1]] == ["Clove hitch", "around", "Outputheld"]


def test_a_check_may_name_its_items_in_order(root: Path) -> None:
    lesson, faults = lesson_from(root, KEEP.replace("ropes-check", "ropes-check rope-weaker rope-part"))
    assert faults == []
    assert [block.items for block in checks_of(lesson)] == [("rope-weaker", "rope-part")]


def test_text_before_and_after_a_check_stays_in_its_place(root: Path) -> None:
    lesson, _ = lesson_from(root, "Before." + CHECK + "After." + KEEP.replace(CHECK, ""))
    assert [type(block).__name__ for block in lesson.body] == ["Html", "CheckBlock", "Html"]
    assert "After." in html_of(lesson).partition("[check ropes-check]")[2]


@pytest.mark.parametrize(
    ("words", "code", "minutes"), [(10, 0, 1), (1000, 0, 5), (1000, 300, 8), (0, 250, 2), (899, 0, 4), (910, 0, 5)]
)
def test_reading_takes_a_minute_for_200_words_and_twice_that_in_code(
    root: Path, words: int, code: int, minutes: int
) -> None:
    lesson, _ = lesson_from(root, "word " * words + "\n\n```text\n" + "code " * code + "\n```\n")
    assert lesson.minutes == minutes


def test_of_tabs_only_the_longest_pane_is_read(root: Path) -> None:
    panes = "".join(f"```text {facet}\n{'code ' * 300}\n```\n" for facet in ("bowline", "hitch"))
    lesson, _ = lesson_from(root, f"::: tabs T\n{panes}:::\n")
    assert lesson.minutes == 3


def test_a_lesson_that_starts_with_a_byte_order_mark_is_read(root: Path) -> None:
    path = root / "courseware/knots/lessons/ropes.md"
    path.write_text("\ufeff" + path.read_text())
    assert read_library([root]).faults == ()
