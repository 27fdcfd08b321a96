"""Packages, folders and single files of QTI 1.2: their quizzes, groups and banks, and what they hold besides."""

import hashlib
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from quizzes.imports.files import Files, resolve
from quizzes.imports.limits import Limits, RefusedError, UnreadableError
from quizzes.imports.markdown import Texts
from quizzes.imports.names import slug
from quizzes.imports.pictures import Lookup, Pictures
from quizzes.imports.qti12.finding import META, question_files
from quizzes.imports.qti12.item import fields_of, responses_of
from quizzes.imports.qti12.items import STIMULUS, Asked, Sheet, read_item, type_of
from quizzes.imports.qti12.manifest import Contents, read_manifest
from quizzes.imports.qti12.settings import attempts_of, settings_of
from quizzes.imports.report import Entry, Imported, Place, Refused
from quizzes.imports.shelf import Shelf
from quizzes.imports.xml import child, children, descendants, line_of, local, parse, words

BASE = "$IMS-CC-FILEBASE$"
BASES = (BASE, "%24IMS-CC-FILEBASE%24", "IMS-CC-FILEBASE")
WEB = "web_resources"
SCORED = ("presentation", "resprocessing", "itemfeedback")


@dataclass(frozen=True, slots=True)
class Group:
    """Where an item stands; `points` are written where each of the group is worth the same."""

    points: str = ""
    tags: tuple[str, ...] = ()


@dataclass(slots=True)
class QuizShelf(Shelf):
    """A package of quizzes. `seen` are items by identifier and content, `banks` titles by identifier."""

    seen: set[tuple[str, bytes]] = field(default_factory=set)
    repeated: int = 0
    titles: list[str] = field(default_factory=list)
    banks: dict[str, str] = field(default_factory=dict)
    settings: dict[str, object] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def read_package(files: Files, limits: Limits) -> Imported:
    """Return the questions of a package, a folder or a file. Raises UnreadableError where there are none."""
    shelf = QuizShelf(files, limits, Pictures(limits))
    contents = read_manifest(files, limits)
    entries: list[Entry] = []
    roots = _roots(shelf, contents, entries)
    if sum(1 for _, root in roots for _ in descendants(root, "item")) > limits.items:
        raise UnreadableError(f"{files.title} holds more than {limits.items:,} questions; split it")
    has_several = sum(bool(_title(one, None)) for _, one in roots) > 1
    shelf.banks = {one.get("ident") or "": _title(one, None) for _, one in roots if local(one) == "objectbank"}
    for path, root in roots:
        entries += _document(shelf, path, root, has_several)
    entries += contents.missing
    if not entries:
        besides = f". {contents.besides()}" if contents.others else ""
        raise UnreadableError(f"{files.title} holds no question of QTI 1.2{besides}")
    return Imported(
        title=shelf.titles[0] if len(set(shelf.titles)) == 1 else contents.title or _stem(files.title),
        entries=tuple(entries),
        pictures=shelf.pictures.taken,
        notes=tuple(_notes(shelf, contents)),
        settings=shelf.settings if len(shelf.titles) == 1 else {},
    )


def _roots(shelf: QuizShelf, contents: Contents, entries: list[Entry]) -> list[tuple[str, Element]]:
    """Return the quizzes, then the banks, each once; of a quiz in two dialects the first."""
    found: dict[str, tuple[str, Element]] = {}
    for path, content in question_files(shelf.files):
        try:
            root = parse(content, path, shelf.limits)
        except UnreadableError as error:
            entries.append(Refused(Place(path, 0, ""), str(error)))
            continue
        for one in children(root, "assessment", "objectbank", "section", "item"):
            # Items and sections may stand outside any quiz; then the file as a whole is one.
            whole = root if local(one) in ("section", "item") else one
            ident = whole.get("ident") or path
            found.setdefault(f"{local(whole)} {ident}", (path, whole))
    order = {resource: place for place, resource in enumerate(contents.questions)}
    return sorted(found.values(), key=lambda one: (local(one[1]) == "objectbank", order.get(one[0], len(order))))


def _document(shelf: QuizShelf, path: str, root: Element, has_several: bool) -> Iterator[Entry]:
    meta = _meta(shelf, path, root.get("ident") or "")
    sheet = Sheet(shelf.limits, shelf.pictures, shelf.names, _lookup(shelf.files, path))
    if meta is not None:
        sheet.shuffle = words(child(meta, "shuffle_answers")) == "true"
    sheet.stimuli = {
        item.get("ident") or "": item
        for item in descendants(root, "item")
        if type_of(fields_of(item), responses_of(item)) == "text_only_question"
    }
    sheet.leaned_on = {fields_of(item).get(STIMULUS, "") for item in descendants(root, "item")}
    title = _title(root, meta)
    if local(root) != "objectbank":
        shelf.titles.append(title or _stem(shelf.files.title))
        fields = fields_of(root)
        shelf.settings = settings_of(meta, Texts(shelf.limits, shelf.pictures)) if meta is not None else {}
        shelf.settings |= {} if meta is not None else attempts_of(fields.get("cc_maxattempts", ""))
    tags = (slug(title),) if has_several and slug(title) else ()
    yield from _inside(shelf, sheet, path, root, Group(tags=tags))


def _inside(shelf: QuizShelf, sheet: Sheet, path: str, holder: Element, group: Group) -> Iterator[Entry]:
    for one in children(holder, "item", "section", "bankentry_item"):
        match local(one):
            case "item":
                yield from _item(shelf, Asked(sheet, one, _place(path, one), group.points, group.tags))
            case "section":
                yield from _inside(shelf, sheet, path, one, _group(shelf, one, group))
            case _:
                yield Refused(_place(path, one), "it stands in a bank that is not in the file; export the bank too")


def _item(shelf: QuizShelf, asked: Asked) -> Iterator[Entry]:
    key = (asked.item.get("ident") or "", _digest(asked.item))
    if key in shelf.seen:
        shelf.repeated += 1
        return
    shelf.seen.add(key)
    if key[0] in asked.sheet.stimuli and key[0] in asked.sheet.leaned_on:
        return  # Other questions show its text above their own.
    try:
        yield from read_item(asked)
    except RefusedError as refused:
        yield Refused(asked.place, str(refused))


def _group(shelf: QuizShelf, section: Element, around: Group) -> Group:
    """Return the group of a section, and note the draw that it makes, which a bank can't keep."""
    selection = child(section, "selection_ordering", "selection")
    if selection is None:
        return around
    points = words(child(selection, "selection_extension", "points_per_item")) or around.points
    count = words(child(selection, "selection_number"))[:6]
    bank = words(child(selection, "sourcebank_ref"))
    title = (shelf.banks.get(bank) if bank else section.get("title") or section.get("ident")) or ""
    if not count.isdecimal() or (not bank and int(count) >= len(list(children(section, "item")))):
        return Group(points, around.tags)
    of = f"“{title}”" if title else "a bank that is not in the file"
    tag = slug(title)
    found = f", with the tag “{tag}”" if tag else ""
    shelf.notes.append(f"A draw of {count} from {of} stays behind; set it under “draw” of the quiz{found}.")
    return Group(points, (*around.tags, tag) if tag and tag not in around.tags else around.tags)


def _digest(item: Element) -> bytes:
    """Return what two copies of an item have in common: all but its points, and the spaces between its elements."""
    made = hashlib.sha256()
    for part in children(item, *SCORED):
        for one in part.iter():
            words_ = ((one.text or "").strip(), (one.tail or "").strip())
            made.update(repr((local(one), sorted(one.attrib.items()), words_)).encode("utf-8", "replace"))
    return made.digest()


def _meta(shelf: QuizShelf, path: str, ident: str) -> Element | None:
    for name in (posixpath.join(posixpath.dirname(path), META), f"{ident}/{META}"):
        if name.removeprefix("/") in shelf.files.known:
            try:
                return parse(shelf.files.read(name.removeprefix("/")), name, shelf.limits)
            except UnreadableError:
                shelf.notes.append(f"{name} can’t be read, so settings of the quiz stay behind.")
    return None


def _title(root: Element, meta: Element | None) -> str:
    found = (words(child(meta, "title")), root.get("title") or "", fields_of(root).get("bank_title") or "")
    return next((title.strip() for title in found if title.strip()), "")


def _lookup(files: Files, path: str) -> Lookup:
    """Return how pictures are found: below the folder of all files, or beside the file."""

    def lookup(reference: str) -> bytes | None:
        base = next((base for base in BASES if reference.startswith(base)), "")
        below = resolve("", reference.removeprefix(base).lstrip("/"))
        for name in (below, f"{WEB}/{below}") if base else (resolve(path, reference), below, f"{WEB}/{below}"):
            if name in files.known:
                return files.read(name)
        return None

    return lookup


def _place(path: str, item: Element) -> Place:
    return Place(path, line_of(item), (item.get("title") or item.get("ident") or "")[:80])


def _notes(shelf: QuizShelf, contents: Contents) -> Iterator[str]:
    if len(shelf.titles) > 1:
        yield f"The questions of {len(shelf.titles)} quizzes stand in one bank; each has its quiz as a tag."
    if shelf.repeated:
        yield f"{shelf.repeated} of its questions are copies of others, and are taken once."
    yield from shelf.notes
    if contents.others:
        yield f"{contents.besides()}."


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name
