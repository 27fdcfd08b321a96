"""Responses of ours as the response variables of an exported item, written down from the QTI documents alone."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree
from lxml.etree import _Element as Element


def variables(document: bytes, response: object) -> dict[str, str | list[str] | None]:
    """Return the variables of a response to an item of one part. Blank leaves every variable NULL."""
    root = etree.fromstring(document)
    value = response.get("answer") if isinstance(response, Mapping) else None
    declared = list(_all(root, "response-declaration"))
    if not value or (isinstance(value, str) and not value.strip()):
        return {str(one.get("identifier")): None for one in declared}
    if len(declared) > 1 or any(_all(root, "inline-choice-interaction")):
        return _gaps(root, value)
    name, single = str(declared[0].get("identifier")), declared[0].get("cardinality") == "single"
    if isinstance(value, Mapping):
        return {name: [f"{source} {target}" for source, target in value.items()]}
    if isinstance(value, list):
        return {name: value[0] if single else value}
    return {name: str(value)}


def _gaps(root: Element, value: object) -> dict[str, str | list[str] | None]:
    """Find each gap's variable by the dropdown that has the option: its identifiers begin with the gap's key."""
    found: dict[str, str | list[str] | None] = {}
    chosen = value if isinstance(value, Mapping) else {}
    for dropdown in _all(root, "inline-choice-interaction"):
        options = [str(option.get("identifier")) for option in _all(dropdown, "inline-choice")]
        mine = [option for option in options if option in {f"{gap}.{key}" for gap, key in chosen.items()}]
        name = dropdown.get("response-identifier") or dropdown.get("responseIdentifier")
        found[str(name)] = mine[0] if mine else None
    return found


def _all(root: Element, name: str) -> Iterator[Element]:
    """Yield the elements of a name, which QTI 3 writes `qti-some-name` and QTI 2 `someName`."""
    camel = re.sub(r"-(\w)", lambda found: found[1].upper(), name)
    return root.iter(f"{{*}}qti-{name}", f"{{*}}{camel}")
