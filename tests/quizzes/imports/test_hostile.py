"""Archives and documents that nobody means well with: each ends in a reason, none in a crash or a full memory."""

import struct
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from quizzes.exports import formats
from quizzes.imports import DEFAULT, UnreadableError, import_formats, open_files
from tests.quizzes.exports.samples import odd_export
from tests.quizzes.imports.mutating import mutate
from tests.quizzes.imports.qti_items import MAP, choices, correct, item, mapping, package, response
from tests.quizzes.imports.reading import adopted, refusals

GOOD = item(response(correct("A") + mapping(A="2", B="1")), choices("alpha", "beta"), MAP)
LARGE = b"<a>" + b" " * 3_000_000 + b"</a>"


def zipped(name: str, content: bytes, *, mode: int = 0) -> bytes:
    """Return an archive of a good item and another file."""
    entry = ZipInfo(name)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = mode << 16
    target = BytesIO()
    with ZipFile(target, "w") as made:
        made.writestr("one.xml", GOOD)
        made.writestr(entry, content)
    return target.getvalue()


def lying(said: int) -> bytes:
    """Return an archive whose directory gives another size for its last file."""
    content = bytearray(zipped("large.xml", LARGE))
    place = content.rindex(b"PK\x01\x02")
    content[place + 24 : place + 28] = struct.pack("<I", said)
    return bytes(content)


def shifted(by: int) -> bytes:
    """Return an archive that says that its directory begins later than it does."""
    content = bytearray(package(a=GOOD))
    place = content.rindex(b"PK\x05\x06") + 16
    content[place : place + 4] = struct.pack("<I", struct.unpack("<I", content[place : place + 4])[0] + by)
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (shifted(5), "is damaged"),
        (zipped("bomb.xml", b" " * 15_000_000), "unpacks to more than 200 times its size"),
        (zipped("large.xml", b" " * 21_000_000), "is larger than 20 MB"),
        (lying(1_000), "is damaged"),
        (lying(4_000_000_000), "is larger than 20 MB"),
        (zipped("../../etc/one.xml", GOOD), "leads outside the archive"),
        (zipped("/etc/one.xml", GOOD), "leads outside the archive"),
        (zipped("C:/one.xml", GOOD), "leads outside the archive"),
        (zipped("link.xml", b"/etc/passwd", mode=0o120777), "is a link"),
        (package(a=GOOD)[:-30], "is a damaged archive"),
        (package(a=GOOD)[:60], "is a damaged archive"),
        (package(**{f"n{n}": b"" for n in range(5001)}), "holds more than 5000 files"),
        (package(a=b"PK\x03\x04"), "holds no question"),
    ],
    ids=lambda value: value if isinstance(value, str) else "archive",  # an archive's bytes hold the time of its making
)
def test_an_archive_that_no_exporter_writes_is_refused_whole(content: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        import_formats()["qti21"].read(open_files("p.zip", content, DEFAULT), DEFAULT)


BILLION = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]>' + GOOD.replace(b"alpha", b"&c;")
OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>' + GOOD.replace(b"alpha", b"&b;")
DEEP = GOOD.replace(b"Which?", b"<b>" * 150 + b"Which?" + b"</b>" * 150)
LONG = GOOD.replace(b"Which?", b"Which? " * 20_000)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (BILLION, "declares entities of its own"),
        (OUTSIDE, "declares entities of its own"),
        (DEEP, "is nested deeper than 100 levels"),
        (LONG, "has a text of more than 100,000 characters"),
        (GOOD[:-20], "is not well-formed XML"),
        (GOOD.replace(b"alpha", b"\xff"), "is damaged or in another encoding"),
    ],
)
def test_one_hostile_item_is_refused_and_the_others_are_taken(content: bytes, why: str) -> None:
    found = adopted("p.zip", package(a=GOOD, b=content))
    assert [line.item.id for line in found.taken] == ["one"]
    [(_, _, said)] = refusals(found)
    assert why in said


def test_rules_without_end_are_refused() -> None:
    rule = '<setOutcomeValue identifier="SCORE"><variable identifier="SCORE"/></setOutcomeValue>'
    rules = f"<responseProcessing>{rule * 15_000}</responseProcessing>"
    [(_, _, said)] = refusals(adopted("one.xml", item(response(correct("A")), choices("alpha", "beta"), rules)))
    assert said == "its scoring uses very many rules, which is not read here"


@cache
def specimens() -> list[bytes]:
    """Return our odd items in each version, as their files."""
    found = []
    for name in ("qti21", "qti30"):
        with ZipFile(BytesIO(formats()[name].write(odd_export()))) as archive:
            contents = [archive.read(one) for one in archive.namelist()]
        found += [one for one in contents if b"<qti-item-body" in one or b"<itemBody" in one]
    return found


VALUES = st.sampled_from(
    [
        *("", "0", "-1", "1e9", "99999999999999999999", "NaN", "RESPONSE", "SCORE", "A", "A A", "multiple", "ordered"),
        *(
            "single",
            "record",
            "float",
            "identifier",
            "pair",
            "directedPair",
            "string",
            "(a+)+$",
            "[",
            "{{x}}",
            "\u202e",
        ),
    ]
)


@settings(max_examples=60)
@given(st.data())
def test_an_item_with_anything_amiss_is_taken_or_refused(data: st.DataObject) -> None:
    root = etree.fromstring(data.draw(st.sampled_from(specimens())))
    for _ in range(data.draw(st.integers(1, 6))):
        mutate(root, data, VALUES)
    try:
        found = adopted("one.xml", etree.tostring(root), "qti30")
    except UnreadableError:
        return
    assert len(found.taken) + len(found.refused) == 1
