"""A quiz as a SCORM package: whole, and nothing of it comes from elsewhere."""

import re

import pytest
from lxml import etree

from quizzes.exports import formats, prepare
from quizzes.exports.report import word
from tests.quizzes.exports.samples import banks, judged_item, odd_export, opened

NAMES = ("scorm12", "scorm2004")
TYPE = {
    "scorm12": "{http://www.adlnet.org/xsd/adlcp_rootv1p2}scormtype",
    "scorm2004": "{http://www.adlnet.org/xsd/adlcp_v1p3}scormType",
}


@pytest.mark.parametrize("name", NAMES)
def test_the_manifest_lists_every_file_and_names_one_page_that_reports(name: str) -> None:
    package = opened(formats()[name].write(odd_export()))
    root = etree.fromstring(package.read("imsmanifest.xml"))
    files = [str(path) for path in root.xpath("//*[local-name()='file']/@href")]
    assert sorted([*files, "imsmanifest.xml"]) == sorted(package.namelist())
    [resource] = root.xpath("//*[local-name()='resource']")
    assert (resource.get("href"), resource.get(TYPE[name])) == ("index.html", "sco")
    [item] = root.xpath("//*[local-name()='item']")
    assert item.get("identifierref") == resource.get("identifier")
    assert (
        root.xpath("string(//*[local-name()='schemaversion'])")
        == {"scorm12": "1.2", "scorm2004": "2004 4th Edition"}[name]
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_package_fetches_nothing_from_elsewhere(name: str) -> None:
    package = opened(formats()[name].write(odd_export()))
    for file in ("index.html", "style.css", "player.js"):
        text = package.read(file).decode()
        assert not re.search(
            r"""(?:src|href)=["']?(?:https?:)?//|url\(\s*["']?https?:|\bimport\s*\(|fetch\(""", text
        ), file


@pytest.mark.parametrize("name", NAMES)
def test_everything_is_exact_but_what_a_person_grades(name: str) -> None:
    for bank in banks():
        for quiz in bank.quizzes.values():
            report = formats()[name].report(prepare(bank, quiz))
            assert {word(line.outcome) for line in report.lines if line.kind != "generated"} <= {"exact"}
            assert not report.changes_score
            assert any("keys" in what for what in report.lost_by(""))
    pool = type(odd_export().pools[0])("odd", "Odd", (judged_item(),), 1)
    judged = type(odd_export())("odd", "odd", "Odd", "", "en", (pool,), False, 50, 0, "all-on-one")
    report = formats()[name].report(judged)
    assert report.counts["by-hand"] == 1
    assert report.changes_score
