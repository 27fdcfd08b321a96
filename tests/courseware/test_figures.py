"""Only drawing gets from an SVG file into a page."""

from pathlib import Path

import pytest
from lxml import etree

from courseware.figures import Figure, read_figure
from courseware.library import OWN_ROOT

NS = 'xmlns="http://www.w3.org/2000/svg"'


def read(tmp_path: Path, svg: str) -> Figure | list[tuple[int, str]]:
    path = tmp_path / "pic.svg"
    path.write_text(svg)
    return read_figure(path)


def told(tmp_path: Path, inner: str) -> list[str]:
    """Return what is told of a drawing whose content starts in line 2."""
    found = read(tmp_path, f'<svg {NS} viewBox="0 0 9 9">\n{inner}\n</svg>')
    return [] if isinstance(found, Figure) else [f"{line}: {message}" for line, message in found]


STAY = "which may not stand in a page"


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<script>alert(1)</script>", f"2: has the element <script>, {STAY}; draw with plain shapes"),
        ("<style>a{}</style>", f"2: has the element <style>, {STAY}; draw with plain shapes"),
        ("\n<foreignObject/>", f"3: has the element <foreignObject>, {STAY}; draw with plain shapes"),
        ('<image href="data:image/png;base64,AA"/>', f"2: has the element <image>, {STAY}; draw with plain shapes"),
        ("<a><path/></a>", f"2: has the element <a>, {STAY}; draw with plain shapes"),
        ('<animate attributeName="x"/>', f"2: has the element <animate>, {STAY}; draw with plain shapes"),
        ('<set attributeName="onclick" to="x"/>', f"2: has the element <set>, {STAY}; draw with plain shapes"),
        ('<path onclick="x"/>', f"2: has the attribute onclick, {STAY}; colours come by class"),
        ('<path ONLOAD="x"/>', f"2: has the attribute ONLOAD, {STAY}; colours come by class"),
        ('<path style="fill:red"/>', f"2: has the attribute style, {STAY}; colours come by class"),
        ('<path xml:base="https://example.org"/>', f"2: has the attribute base, {STAY}; colours come by class"),
        ('<use href="https://example.org/a.svg#b"/>',
         "2: refers to “https://example.org/a.svg#b” outside the drawing; remove it"),
        ('<use href="javascript:alert(1)"/>', "2: refers to “javascript:alert(1)” outside the drawing; remove it"),
        ('<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="b.svg"/>',
         "2: refers to “b.svg” outside the drawing; remove it"),
        ('<path fill="url(https://example.org/a)"/>',
         "2: refers to “https://example.org/a” outside the drawing; remove it"),
        ('<path mask="URL( \'//example.org\' )"/>', "2: refers to “//example.org” outside the drawing; remove it"),
        ('<g id="arrow"/>', "2: has the id “arrow”; start it with “pic-”, so that two figures can't collide"),
        ('<g id="picture"/>', "2: has the id “picture”; start it with “pic-”, so that two figures can't collide"),
        ("<?xml-stylesheet href='x'?>", "2: has a processing instruction or an entity; remove it"),
        ('<h:p xmlns:h="http://www.w3.org/1999/xhtml"/>', f"2: has the element <p>, {STAY}; draw with plain shapes"),
    ],
)  # fmt: skip
def test_what_is_not_drawing_is_refused(tmp_path: Path, inner: str, expected: str) -> None:
    assert expected in told(tmp_path, inner)


@pytest.mark.parametrize(
    ("svg", "expected"),
    [
        (f"<svg {NS}/>", [(1, "has no viewBox; add one, so that the drawing scales")]),
        (f'<svg {NS} viewBox="0 0 1 1" width="9"/>',
         [(1, "has a fixed width or height; remove them and keep the viewBox")]),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg/>', [(1, "has a DOCTYPE; remove it")]),
        ('<!DOCTYPE svg SYSTEM "file:///etc/passwd">\n<svg/>', [(1, "has a DOCTYPE; remove it")]),
        ("<p/>", [(1, "has no viewBox; add one, so that the drawing scales"),
                  (1, "has the element <p>, which may not stand in a page; draw with plain shapes"),
                  (1, "is not an SVG drawing: its outermost element must be <svg>")]),
    ],
)  # fmt: skip
def test_a_file_that_is_no_drawing_is_refused(tmp_path: Path, svg: str, expected: list[tuple[int, str]]) -> None:
    assert read(tmp_path, svg) == expected


@pytest.mark.parametrize("svg", ["", "<svg", "text", "<svg>&undefined;</svg>", "<svg></g></svg>"])
def test_a_file_that_is_no_xml_is_refused(tmp_path: Path, svg: str) -> None:
    (line, message), *_ = read(tmp_path, svg)  # type: ignore[misc]
    assert message.startswith("is not XML: ")
    assert line in (0, 1)


def test_a_file_that_is_too_large_or_not_there_is_refused(tmp_path: Path) -> None:
    assert read(tmp_path, " " * 200_001) == [(0, "is larger than 200000 bytes; draw it with fewer points")]
    assert read_figure(tmp_path / "none.svg") == [(0, "can't be read: No such file or directory")]


def test_a_drawing_is_named_by_its_alternative_text_alone(tmp_path: Path) -> None:
    svg = f'<svg {NS} viewBox="0 0 9 9" role="x"><!-- c --><title>T</title><desc>D</desc><path d="M0 0"/></svg>'
    figure = read(tmp_path, svg)
    assert isinstance(figure, Figure)
    assert figure.labelled('a "b" <c>') == (
        '<svg role="img" aria-label="a &quot;b&quot; &lt;c&gt;" viewBox="0 0 9 9"><path d="M0 0"/></svg>'
    )


def test_references_within_the_drawing_stay(tmp_path: Path) -> None:
    inner = '<g id="pic-a"/><use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#pic-a" fill="url(#pic-a)"/>'
    figure = read(tmp_path, f'<svg {NS} viewBox="0 0 9 9">{inner}</svg>')
    assert isinstance(figure, Figure)
    assert figure.has_ids
    assert '<use fill="url(#pic-a)" href="#pic-a"/>' in figure.svg


def test_words_keep_the_spaces_between_them(tmp_path: Path) -> None:
    inner = "<text><tspan>two</tspan> <tspan>words</tspan></text>"
    figure = read(tmp_path, f'<svg {NS} viewBox="0 0 9 9">{inner}</svg>')
    assert isinstance(figure, Figure)
    assert inner in figure.svg


@pytest.mark.parametrize(
    "path", [pytest.param(p, id=p.name) for p in sorted(OWN_ROOT.glob("courseware/*/figures/*.svg"))]
)
def test_every_figure_of_ours_is_a_drawing_that_can_be_read_back(path: Path) -> None:
    figure = read_figure(path)
    assert isinstance(figure, Figure), figure
    assert etree.fromstring(figure.labelled("x")).get("aria-label") == "x"
