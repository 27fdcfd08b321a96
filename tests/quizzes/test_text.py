"""Markdown of questions as HTML and as plain words."""

import pytest

from quizzes.proofread import text_faults
from quizzes.text import code_html, fence_html, marks_of, to_html, to_inline_html, to_plain, with_gaps

MARKS = marks_of({"hitch": "facet diamond violet"})


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("a *b* `c`", "<p>a <em>b</em> <code>c</code></p>"),
        ("[Hitch]{.hitch}", '<p><span class="facet diamond violet">Hitch</span></p>'),
        ("[Hitch]{.unknown}", "<p><span>Hitch</span></p>"),
        ('[Hitch]{.hitch onclick="x"}', '<p><span class="facet diamond violet">Hitch</span></p>'),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](https://a.org)", '<p><a href="https://a.org" rel="noopener">x</a></p>'),
        ("```\na < b\n```", '<pre class="code" tabindex="0"><code>a &lt; b</code></pre>'),
        ("```output\na\n```", '<pre class="code" tabindex="0"><code>a</code></pre>'),
        ("| a |\n|---|\n| b |", "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n"
                              "<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>"),
        ("|   | a |\n|---|---|", "<table>\n<thead>\n<tr>\n<td></td>\n<th>a</th>\n</tr>\n</thead>\n</table>"),
        ("$\\left($", '<p><span class="math inline"><code>\\left(</code></span></p>'),
        ("$x$", '<p><span class="math inline"><math xmlns="http://www.w3.org/1998/Math/MathML" display="inline">'
                "<mrow><mi>x</mi></mrow></math></span></p>"),
    ],
)  # fmt: skip
def test_blocks(source: str, html: str) -> None:
    assert to_html(source, MARKS) == html


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("a `b`", "a <code>b</code>"),
        ("a\n\nb", "<p>a</p>\n<p>b</p>"),
        ("- a", "<ul>\n<li>a</li>\n</ul>"),
        ("a\n\n- b", "<p>a</p>\n<ul>\n<li>b</li>\n</ul>"),
        ("- a\n\nb", "<ul>\n<li>a</li>\n</ul>\n<p>b</p>"),
        ("", ""),
    ],
)
def test_one_paragraph_stands_without_its_tag_and_anything_else_stays_whole(source: str, html: str) -> None:
    assert to_inline_html(source) == html


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("a *b* `c` [d](https://e.org) [F]{.hitch}", "a b c d F"),
        ("a\nb\n\nc", "a b c"),
        ("- a\n- b", "a b"),
        ("```python\nx = 1\ny = 2\n```", "x = 1 y = 2"),
        ("| a | b |\n|---|---|\n| c | d |", "a b c d"),
        ("$x^2$ m", "x^2 m"),
        ("  ", ""),
    ],
)
def test_plain_words(source: str, words: str) -> None:
    assert to_plain(source) == words


def test_gaps_split_a_text_in_prose_and_in_code() -> None:
    pieces = with_gaps("First {{a}}.\n\n```python\nf({{b}}, x{{a}}y)\n```", ["a", "b"])
    assert [key for _, key in pieces] == ["a", "b", "a", ""]
    assert pieces[0] == ("<p>First ", "a")
    assert pieces[-1][0].endswith("</code></pre>")
    assert all("Cw" not in html for html, _ in pieces)


def test_code_is_marked_by_class_and_an_unknown_language_stays_plain() -> None:
    assert code_html("x = 1", "python") == (
        '<span class="n">x</span> <span class="o">=</span> <span class="mi">1</span>'
    )
    assert code_html("x < 1", "nosuch") == "x &lt; 1"
    assert code_html("", "python") == ""


def test_the_language_cannot_leave_its_attribute() -> None:
    assert '"><' not in fence_html("x", 'py"><script>').partition("<code")[2].partition(">x<")[0]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("fine `<b>` and a < b > c, x<y, 3 <4", []),
        ("a [b]{.hitch} [c](https://d.org) $x$", []),
        ("a <b>c</b>", ["“<b>” is raw HTML, which is not used here; write Markdown, or put it in backticks"]),
        ("[a]{.reef}", ["“.reef” is not a facet of this course; known: hitch"]),
        ("[a]{#b}", ["“id” can't be set in braces; write {#anchor} above a block, or [text]{.facet}"]),
        ("[a](b#c)", ["the link “b#c” must start with https://; only the text of a lesson can link to a lesson"]),
        ("![a](b.svg)",
         ["the picture “b.svg” is not there; put it beside the quiz as images/name.png, or describe it in words"]),
        ("$x^$", ["the formula “x^” can't be read: MissingSuperScriptOrSubscriptError; correct it"]),
        ("$$\nx^\n$$", ["the formula “x^” can't be read: MissingSuperScriptOrSubscriptError; correct it"]),
        ("- <i>\n- [a](http://b)",
         ["“<i>” is raw HTML, which is not used here; write Markdown, or put it in backticks",
          "the link “http://b” must start with https://; only the text of a lesson can link to a lesson"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_text(source: str, told: list[str]) -> None:
    assert list(text_faults(source, ["hitch"])) == told
