"""Packages, folders and single items of QTI: which files are items, and what is known about each."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from quizzes.imports.drafts import LEVELS, Draft
from quizzes.imports.files import Files, resolve
from quizzes.imports.limits import Limits, RefusedError, UnreadableError
from quizzes.imports.markdown import Texts
from quizzes.imports.pictures import Lookup, Pictures
from quizzes.imports.qti.items import read_item
from quizzes.imports.qti.tree import ITEM, is_item, read_tree
from quizzes.imports.report import Entry, Imported, Place, Refused
from quizzes.imports.shelf import Shelf
from quizzes.imports.xml import child, children, descendants, line_of, local, words

MANIFEST = "imsmanifest.xml"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a manifest knows of an item."""

    objective: str = ""
    difficulty: str = ""
    tags: tuple[str, ...] = ()


@dataclass(slots=True)
class ItemShelf(Shelf):
    """A package of items; `facts` are what its manifests know of them, by their paths."""

    facts: dict[str, Facts] = field(default_factory=dict)


def read_items(files: Files, limits: Limits) -> Imported:
    """Return the questions of a package, a folder or a single item. Raises UnreadableError."""
    shelf = ItemShelf(files, limits, Pictures(limits))
    manifests = [name for name in files.names if posixpath.basename(name) == MANIFEST]
    entries: list[Entry] = []
    paths: dict[str, None] = {}
    for name in manifests:
        found, missing = _manifest_items(shelf, name)
        paths |= dict.fromkeys(found)
        entries += missing
    if not manifests or len(manifests) > 1 or not paths:
        paths |= dict.fromkeys(_loose_items(files))
    if len(paths) > limits.items:
        raise UnreadableError(f"{files.title} holds more than {limits.items:,} questions; split it")
    if not paths and not entries:
        raise UnreadableError(f"{files.title} holds no question of QTI 2 or 3")
    entries = [*(_entry(shelf, path) for path in paths), *entries]
    return Imported(_title(shelf), tuple(entries), shelf.pictures.taken, tuple(_notes(shelf)))


def _entry(shelf: ItemShelf, path: str) -> Entry:
    place = Place(path, 0, "")
    try:
        root = read_tree(shelf.files.read(path), path, shelf.limits)
        place = Place(path, line_of(root), (root.get("title") or root.get("identifier") or "")[:80])
        if local(root) != ITEM:
            return Refused(place, f"it is no question but a “{local(root)[:40]}”")
        draft = _draft(shelf, root, path)
        part = read_item(root, draft)
        draft.prompt = "\n\n".join(filter(None, [_stimuli(shelf, root, path, draft), draft.prompt]))
        return draft.taken(part, place, shelf.names)
    except RefusedError as refused:
        return Refused(place, str(refused))
    except UnreadableError as error:
        return Refused(Place(path, 0, ""), str(error))


def _draft(shelf: ItemShelf, root: Element, path: str) -> Draft:
    facts = shelf.facts.get(path, Facts())
    texts = Texts(shelf.limits, shelf.pictures, _lookup(shelf.files, path))
    draft = Draft(
        texts,
        names=((root.get("identifier") or "").lstrip("_"), root.get("title") or "", posixpath.basename(path)),
        objective=facts.objective,
        tags=facts.tags,
    )
    draft.difficulty = facts.difficulty or draft.difficulty
    return draft


def _lookup(files: Files, path: str) -> Lookup:
    def lookup(reference: str) -> bytes | None:
        name = resolve(path, reference)
        return files.read(name) if name in files.known else None

    return lookup


def _stimuli(shelf: ItemShelf, root: Element, path: str, draft: Draft) -> str:
    """Return the shared texts that an item stands under."""
    made: list[str] = []
    for reference in descendants(root, "assessmentStimulusRef"):
        name = resolve(path, reference.get("href") or "")
        if name not in shelf.files.known:
            raise RefusedError(f"the text that it stands under, “{name[:60]}”, is not in the file")
        body = child(read_tree(shelf.files.read(name), name, shelf.limits), "stimulusBody")
        if body is not None:
            shared = Texts(shelf.limits, shelf.pictures, _lookup(shelf.files, name), draft.texts.lost)
            made.append(shared.tree(body))
    return "\n\n".join(made)


def _manifest_items(shelf: ItemShelf, name: str) -> tuple[list[str], list[Entry]]:
    """Return the items that a manifest lists, and a refusal for each that is not there; note what it knows of them."""
    root = read_tree(shelf.files.read(name), name, shelf.limits)
    found, missing = [], list[Entry]()
    for resource in descendants(root, "resource"):
        if not (resource.get("type") or "").startswith(("imsqti_item", "imsqti_apipitem")):
            continue
        href = resource.get("href") or next((one.get("href") or "" for one in children(resource, "file")), "")
        path = resolve(name, href)
        if path in shelf.files.known:
            found.append(path)
            shelf.facts[path] = _facts(resource)
        else:
            place = Place(name, line_of(resource), resource.get("identifier") or "")
            missing.append(Refused(place, f"its file “{href[:80]}” is not in the package"))
    return found, missing


def _facts(resource: Element) -> Facts:
    tags = [words(one) for keyword in descendants(resource, "keyword") for one in children(keyword)]
    levels = [words(child(one, "value")).lower() for one in descendants(resource, "difficulty")]
    objectives = [
        words(child(path, "taxon", "id"))
        for one in descendants(resource, "classification")
        if words(child(one, "purpose", "value")) == "educational objective"
        for path in children(one, "taxonPath")
    ]
    level = LEVELS.get(levels[0], "") if levels else ""
    return Facts(next(iter(objectives), ""), level, tuple(dict.fromkeys(filter(None, tags))))


def _loose_items(files: Files) -> Iterator[str]:
    for name in files.names:
        if name.lower().endswith(".xml") and posixpath.basename(name) != MANIFEST and is_item(files.read(name)):
            yield name


def _tests(shelf: ItemShelf) -> Iterator[Element]:
    for name in shelf.files.names:
        content = shelf.files.read(name) if name.endswith(".xml") and len(shelf.files.names) > 1 else b""
        if b"assessmentTest" in content[:4000] or b"qti-assessment-test" in content[:4000]:
            try:
                yield read_tree(content, name, shelf.limits)
            except UnreadableError:
                continue


def _title(shelf: ItemShelf) -> str:
    titles = {root.get("title") or "" for root in _tests(shelf)}
    return (
        titles.pop()
        if len(titles) == 1 and "" not in titles
        else shelf.files.title.rpartition(".")[0] or shelf.files.title
    )


def _notes(shelf: ItemShelf) -> Iterator[str]:
    selections: Mapping[str, int] = {
        section.get("title") or "": int(select.get("select") or "0")
        for root in _tests(shelf)
        for section in descendants(root, "assessmentSection")
        for select in children(section, "selection")
        if (select.get("select") or "").isdecimal() and len(select.get("select") or "") < 6  # noqa: PLR2004 (a small number)
    }
    for title, count in selections.items():
        yield f"A draw of {count} from “{title}” stays behind; set it under “draw” of the quiz."
