"""Archives that nobody means well with, for every format that comes in one: a reason, in bounded memory."""

import json
import re
import socket
import struct
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from zipfile import ZipInfo

import pytest

from quizzes.imports import UnreadableError
from tests.quizzes.imports.packed import MANIFEST, Contents, asking, contents, every_format, packed
from tests.quizzes.imports.reading import adopted

MOST_MEMORY_MB = 400  # more than a process that has read a good file, for the largest files that are let in
PASSWORDS = "file:///etc/passwd"


def changed(format_name: str, change: Callable[[bytes], bytes], names: list[str] | None = None) -> bytes:
    """Return a package in which the files of questions, or those named, are changed."""
    touched = asking(format_name) if names is None else names
    return packed(
        {name: change(content) if name in touched else content for name, content in contents(format_name).items()}
    )


def link() -> ZipInfo:
    entry = ZipInfo("link.xml")
    entry.external_attr = 0o120777 << 16
    return entry


def locked(archive: bytes) -> bytes:
    """Return an archive whose entries say that they are encrypted."""
    made = bytearray(archive)
    for magic, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(magic), archive):
            made[found.start() + place] |= 1
    return bytes(made)


def oversized(archive: bytes) -> bytes:
    """Return an archive whose last entry says that it unpacks to four gigabytes."""
    made = bytearray(archive)
    place = archive.rindex(b"PK\x01\x02") + 24
    made[place : place + 4] = struct.pack("<I", 4_000_000_000)
    return bytes(made)


@cache
def numbered(count: int) -> bytes:
    """Return so many small elements, no two of them alike."""
    return b"".join(b"<a b='%d'/>" % number for number in range(count))


@cache
def bulky() -> bytes:
    """Return 16 MB that pack well, but no better than honest files may."""
    made = Random(1)  # noqa: S311 (no secret)
    return b"".join(made.randbytes(256) + bytes(8_000) for _ in range(2_000))


WHOLE: dict[str, tuple[Callable[[Contents], bytes], str]] = {
    "bomb": (lambda files: packed(files, ("bomb.xml", b" " * 15_000_000)), "unpacks to more than 200 times its size"),
    "many bombs": (lambda files: packed(files, *((f"{n}.xml", bulky()) for n in range(7))), "more than 100 MB"),
    "size": (lambda files: oversized(packed(files)), "is larger than 20 MB"),
    "above": (lambda files: packed(files, ("../../x.xml", b"x")), "leads outside the archive"),
    "inside above": (lambda files: packed(files, ("a/../../x.xml", b"x")), "leads outside the archive"),
    "root": (lambda files: packed(files, ("/etc/x.xml", b"x")), "leads outside the archive"),
    "drive": (lambda files: packed(files, ("C:/x.xml", b"x")), "leads outside the archive"),
    "backslash": (lambda files: packed(files, ("..\\x.xml", b"x")), "leads outside the archive"),
    "link": (lambda files: packed(files, (link(), PASSWORDS.encode())), "is a link"),
    "password": (lambda files: locked(packed(files)), "is locked with a password"),
    "twice": (lambda files: packed(files, (MANIFEST, b"<x/>")), "it holds two files of the name “imsmanifest.xml”"),
    "cut short": (lambda files: packed(files)[:-40], "is a damaged archive"),
    "cut in half": (lambda files: (whole := packed(files))[: len(whole) // 2], "is a damaged archive"),
    "10,000 files": (
        lambda files: packed(files, *((f"{n}.xml", b"<x/>") for n in range(10_000))),
        "more than 5000 files",
    ),
}


@every_format
@pytest.mark.parametrize("attack", WHOLE)
def test_an_archive_that_no_exporter_writes_is_refused_whole(format_name: str, attack: str) -> None:
    build, why = WHOLE[attack]
    with pytest.raises(UnreadableError, match=re.escape(why)):
        adopted("p.zip", build(contents(format_name)))


def with_doctype(declared: bytes, used: bytes) -> Callable[[bytes], bytes]:
    """Return what puts a DTD before a document, and an entity of it into the document's texts."""

    def change(content: bytes) -> bytes:
        body = re.sub(rb"^\s*<\?xml[^>]*\?>", b"", content)
        return b'<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE x ' + declared + b">" + body.replace(b"holds", used, 1)

    return change


LAUGHS = (
    b"[<!ENTITY a0 'ha'>" + b"".join(b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10)) + b"]"
)
INSIDE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "a billion laughs": (with_doctype(LAUGHS, b"&a9;"), "declares entities of its own"),
    "a file of the machine": (
        with_doctype(b"[<!ENTITY e SYSTEM '%s'>]" % PASSWORDS.encode(), b"&e;"),
        "declares entities",
    ),
    "parameter entities": (
        with_doctype(b"[<!ENTITY %% e SYSTEM '%s'> %%e;]" % PASSWORDS.encode(), b"x"),
        "declares entities",
    ),
    "nothing is declared": (lambda content: content.replace(b"holds", b"&e;"), "is not well-formed XML"),
    "bytes": (lambda content: content.replace(b"holds", b"h\xff\xfelds"), "it is damaged or in another encoding"),
    "a wrong name": (lambda content: content.replace(b"UTF-8", b"klingon", 1), "says that it is in “klingon”"),
    "a rare encoding": (lambda content: content.replace(b"UTF-8", b"utf-7", 1), "is in utf-7; save it as UTF-8"),
    "no mark": (lambda content: content.decode().encode("utf-16-le"), "is not well-formed XML"),
    # A byte too many or too few for UTF-16, whatever it would say.
    "a wrong mark": (lambda content: b"\xff\xfe" + content + b"\n" * (1 - len(content) % 2), "is not UTF-16-LE"),
    "cut short": (lambda content: content[: len(content) * 2 // 3], "is not well-formed XML"),
    "depth": (
        lambda content: (
            content.replace(b"<material>", b"<material>" + b"<a>" * 150 + b"</a>" * 150)
            .replace(b"<qti-item-body>", b"<qti-item-body>" + b"<a>" * 150 + b"</a>" * 150)
            .replace(b"<itemBody>", b"<itemBody>" + b"<a>" * 150 + b"</a>" * 150)
        ),
        "nested deeper than 100 levels",
    ),
    "more depth": (lambda content: content + b"<a>" * 100_000, "is not well-formed XML"),
    "width": (lambda content: content + numbered(1_000_001), "has more than 1,000,000 tags"),
}


def reasons(content: bytes) -> str:
    """Return every reason for which a package, or a question of it, is not taken."""
    try:
        found = adopted("p.zip", content)
    except UnreadableError as error:
        return str(error)
    assert "root:" not in found.yaml
    return "\n".join(one.why for one in found.refused)


@every_format
@pytest.mark.parametrize("attack", INSIDE)
def test_a_hostile_document_is_refused_with_the_reason(format_name: str, attack: str) -> None:
    change, why = INSIDE[attack]
    names = [name for name in asking(format_name) if b"holds" in contents(format_name)[name]]
    assert names
    assert why in reasons(changed(format_name, change, names))


@every_format
def test_nothing_is_fetched_from_the_network(format_name: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        address = b"http://127.0.0.1:%d/x" % server.getsockname()[1]
        declared = with_doctype(b"SYSTEM '%s.dtd'" % address, b'<img src="%s.png"/>' % address)

        def change(content: bytes) -> bytes:
            linked = declared(content).replace(b"http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd", address + b".xsd")
            return linked.replace(b"<!DOCTYPE", b'<?xml-stylesheet href="%s.xsl"?><!DOCTYPE' % address, 1)

        found = adopted("p.zip", changed(format_name, change))
        assert found.taken
        with pytest.raises(TimeoutError):
            server.accept()


@every_format
def test_files_that_are_named_and_not_there_are_refused_with_their_place(format_name: str) -> None:
    gone = asking(format_name)
    found = adopted("p.zip", packed({name: body for name, body in contents(format_name).items() if name not in gone}))
    assert not found.taken
    assert [one.place.file for one in found.refused] == [MANIFEST] * len(gone)
    assert all("is not in the package" in one.why for one in found.refused)


@every_format
def test_10_000_questions_are_too_many(format_name: str) -> None:
    name = asking(format_name)[0]
    content = contents(format_name)[name]
    found = re.search(rb"<item .*?</item>", content, re.DOTALL)
    if found:
        many = b"".join(b'<item ident="i%d"/>' % number for number in range(10_000))
        said = reasons(packed({**contents(format_name), name: content.replace(found[0], many, 1)}))
    else:
        said = reasons(packed({}, *((f"{n}.xml", content) for n in range(10_000))))
    assert re.search("more than 5,?000 (questions|files)", said)


MEASURE = """
import json, re, sys
from pathlib import Path
from quizzes.authoring.adopting import adopt
from quizzes.imports import DEFAULT, UnreadableError, import_formats, open_files

def read(path):
    with open(path, "rb") as file:
        content = file.read()
    try:
        adopt(import_formats()[sys.argv[1]].read(open_files("p.zip", content, DEFAULT), DEFAULT), "p.zip", sys.argv[1])
    except UnreadableError:
        pass
    # The peak of this program alone: what getrusage says begins with that of the process that started it.
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024

print(json.dumps([read(path) for path in sys.argv[2:]]))
"""


def large(format_name: str) -> list[bytes]:
    """Return the packages that would take the most memory, as large as they may be."""
    name = asking(format_name)[0]
    files, content = contents(format_name), contents(format_name)[name]
    numbers = numbered(900_000)
    return [
        packed(files),
        WHOLE["bomb"][0](files),
        WHOLE["many bombs"][0](files),
        WHOLE["10,000 files"][0](files),
        packed({**files, name: with_doctype(LAUGHS, b"&a9;")(content)}),
        packed({**files, name: content + b"<a/>" * 4_000_000}),
        packed({**files, name: re.sub(rb"(</\w[\w-]*>\s*)$", lambda end: numbers + end[0], content, count=1)}),
        packed({**files, name: content.replace(b"holds", b"".join(b"%x" % n for n in range(2_000_000)), 1)}),
    ]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak of a process is read from /proc")
@every_format
def test_no_package_fills_the_memory(format_name: str, tmp_path: Path) -> None:
    paths = []
    for number, package in enumerate(large(format_name)):
        paths.append(tmp_path / f"{number}.zip")
        paths[-1].write_bytes(package)
    done = subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, "-c", MEASURE, format_name, *map(str, paths)], capture_output=True, check=True, text=True
    )
    good, *others = json.loads(done.stdout)
    assert max(others) - good < MOST_MEMORY_MB
