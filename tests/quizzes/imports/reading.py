"""Files read as the product reads them."""

from base64 import b64decode
from collections.abc import Collection
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from quizzes.authoring.adopting import Adoption, TakenLine, adopt
from quizzes.imports import DEFAULT, Imported, Refused, Taken, UnreadableError, detect, import_formats, open_files
from quizzes.interactions import Item
from quizzes.quiz import Quiz, quiz_from
from quizzes.source import read_text

HERE = Path(__file__).parent
PICTURE = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=")


def imported(name: str, content: bytes, format_name: str = "") -> Imported:
    files = open_files(name, content, DEFAULT)
    return (import_formats()[format_name] if format_name else detect(files)).read(files, DEFAULT)


def adopted(name: str, content: bytes, format_name: str = "") -> Adoption:
    files = open_files(name, content, DEFAULT)
    found = import_formats()[format_name] if format_name else detect(files)
    return adopt(found.read(files, DEFAULT), name, found.name)


def adopted_or_why(name: str, content: bytes, format_name: str = "") -> Adoption | str:
    """Return the bank, or why there is none."""
    try:
        return adopted(name, content, format_name)
    except UnreadableError as error:
        return str(error)


def assert_ends_well(name: str, content: bytes, format_name: str = "") -> None:
    """Read a file: what is taken makes a bank that reads, and whatever is wrong is said."""
    found = adopted_or_why(name, content, format_name)
    if isinstance(found, str):
        # Of a file in an archive it begins with that file's name, whatever flipped bits make of it.
        assert found.startswith(name) or name.endswith(".zip")
        return
    assert len(found.taken) + len(found.refused) > 0
    assert all(one.why for one in found.refused)
    if found.taken:
        assert [item.id for item in bank_of(found).items] == [line.item.id for line in found.taken]


def sample(name: str) -> Adoption:
    return adopted(name, (HERE / name).read_bytes())


def zipped_folder(name: str, only: Collection[str] = (), **more: bytes) -> bytes:
    """Return a folder of samples as an archive, or some of its files, with others put in."""
    folder, target = HERE / name, BytesIO()
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    with ZipFile(target, "w") as made:
        for path, file in files.items():
            if (path in only or not only) and path not in more:
                made.write(file, path)
        for path, content in more.items():
            made.writestr(path, content)
    return target.getvalue()


def bank_of(found: Adoption) -> Quiz:
    """Return the quiz that the YAML holds, read as any other."""
    return quiz_from(read_text(found.yaml, "bank.yaml"), "course", "bank")


def item_of(found: Adoption, name: str) -> Item:
    return next(item for item in bank_of(found).items if item.id == name)


def line_of(found: Adoption, name: str) -> TakenLine:
    return next(line for line in found.taken if line.item.id == name)


def refusals(found: Imported | Adoption) -> list[tuple[str, int, str]]:
    entries = found.refused if isinstance(found, Adoption) else found.entries
    return [(one.place.name, one.place.line, one.why) for one in entries if isinstance(one, Refused)]


def taken(found: Imported) -> list[Item]:
    return [one.item for one in found.entries if isinstance(one, Taken)]
