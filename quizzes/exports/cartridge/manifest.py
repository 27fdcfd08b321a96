"""The manifest of a cartridge: its outline and its files."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from quizzes.exports.cartridge.versions import Version
from quizzes.exports.qti.names import identifier
from quizzes.exports.xml import element

XSI = "http://www.w3.org/2001/XMLSchema-instance"
PATH = "imsmanifest.xml"
WEB = "webcontent"


@dataclass(frozen=True, slots=True)
class Resource:
    """Something in the cartridge: files, the first of which is opened, and resources that it needs."""

    name: str
    type: str
    files: tuple[str, ...]
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline: a resource, or a heading with entries below it."""

    title: str
    resource: str = ""
    inside: tuple["Entry", ...] = ()


@dataclass(frozen=True, slots=True)
class Cartridge:
    """What a manifest says; `language` is a BCP 47 tag."""

    name: str
    title: str
    description: str
    language: str
    outline: tuple[Entry, ...]
    resources: tuple[Resource, ...]


def manifest_document(cartridge: Cartridge, version: Version) -> bytes:
    """Return the manifest."""
    root = _Manifest(version).root(cartridge)
    root.set(f"{{{XSI}}}schemaLocation", f"{version.cp} {version.cp_schema} {version.lom} {version.lom_schema}")
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


@dataclass(frozen=True, slots=True)
class _Manifest:
    """The elements of a manifest in one version."""

    version: Version

    def root(self, cartridge: Cartridge) -> Element:
        outline = [self._entry(entry, f"entry-{n}") for n, entry in enumerate(cartridge.outline, 1)]
        top = self._cp("item", *outline, identifier="outline")
        organization = self._cp("organization", top, identifier="organization", structure="rooted-hierarchy")
        return self._cp(
            "manifest",
            self._metadata(cartridge),
            self._cp("organizations", organization),
            self._cp("resources", *map(self._resource, cartridge.resources)),
            identifier=identifier(cartridge.name),
        )

    def _metadata(self, cartridge: Cartridge) -> Element:
        general = [self._lom("title", self._string(cartridge.title, cartridge.language))]
        if cartridge.description:
            general.append(self._lom("description", self._string(cartridge.description, cartridge.language)))
        return self._cp(
            "metadata",
            self._cp("schema", "IMS Common Cartridge"),
            self._cp("schemaversion", self.version.number),
            self._lom("lom", self._lom("general", *general)),
        )

    def _entry(self, entry: Entry, name: str) -> Element:
        inside = [self._entry(below, f"{name}-{n}") for n, below in enumerate(entry.inside, 1)]
        made = self._cp("item", self._cp("title", entry.title), *inside, identifier=name)
        if entry.resource:
            made.set("identifierref", entry.resource)
        return made

    def _resource(self, resource: Resource) -> Element:
        files = [self._cp("file", href=path) for path in resource.files]
        needs = [self._cp("dependency", identifierref=name) for name in resource.needs]
        made = self._cp("resource", *files, *needs, identifier=resource.name, type=resource.type)
        if resource.type == WEB:
            made.set("href", resource.files[0])
        return made

    def _string(self, text: str, language: str) -> Element:
        return self._lom("string", text, language=language)

    def _cp(self, tag: str, *children: Element | str, **attributes: str) -> Element:
        prefixes = {None: self.version.cp, "lom": self.version.lom, "xsi": XSI}
        return element(f"{{{self.version.cp}}}{tag}", *children, prefixes=prefixes, **attributes)

    def _lom(self, tag: str, *children: Element | str, **attributes: str) -> Element:
        return element(f"{{{self.version.lom}}}{tag}", *children, prefixes={"lom": self.version.lom}, **attributes)


def cartridge_files(cartridge: Cartridge, version: Version, files: Iterable[tuple[str, bytes]]) -> dict[str, bytes]:
    """Return the files of a cartridge, the manifest first."""
    return {PATH: manifest_document(cartridge, version), **dict(files)}
