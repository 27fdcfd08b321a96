"""Documents of QTI 3 told in the words of QTI 2, which has camel case for kebab case and XHTML of 1999."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from quizzes.exports import xml
from quizzes.exports.qti.dialects import Dialect
from quizzes.exports.qti.names import CP, QMD, QTI, XSI

_MARK = "qti-"
_WRAPPER = "qti-content-body"


def in_older_words(root: Element, dialect: Dialect) -> Element:
    """Return a document of QTI 3 in an older dialect; texts, mathematics and what is known of files stay."""
    named = {QTI: dialect.asi, CP: dialect.cp, QMD: dialect.qmd}
    return _told(root, dialect, named)


def _told(source: Element, dialect: Dialect, named: dict[str, str]) -> Element:
    namespace, local = _name(str(source.tag))
    is_own = namespace == QTI and local.startswith(_MARK)
    name = _camel(local.removeprefix(_MARK)) if is_own else local
    there = named.get(namespace, namespace)
    made = etree.Element(f"{{{there}}}{name}", nsmap=_prefixes(source, there))
    for key, value in source.items():
        said = _camel(str(key)) if is_own and not str(key).startswith("{") else str(key)
        if f"{name}@{said}" not in dialect.lacks and not _is_layout(namespace, said, str(value)):
            made.set(said, value)
    _fill(made, source, dialect, named)
    return made


def _fill(made: Element, source: Element, dialect: Dialect, named: dict[str, str]) -> None:
    made.text = source.text
    for child in source:
        for told in _tellings(child, dialect, named):
            made.append(told)
        xml.add_text(made, child.tail or "")


def _tellings(child: Element, dialect: Dialect, named: dict[str, str]) -> Iterator[Element]:
    """Yield an element, those inside it where QTI 2 has no wrapper around them, or nothing where it has no place."""
    if child.tag == f"{{{QTI}}}{_WRAPPER}":
        yield from (_told(inner, dialect, named) for inner in child)
    elif (note := child.find(f"{{{QTI}}}details")) is not None:
        yield _info_control(note, dialect, named)
    elif _name(str(child.tag))[1] not in dialect.lacks:
        yield _told(child, dialect, named)


def _info_control(details: Element, dialect: Dialect, named: dict[str, str]) -> Element:
    """Return a closed note: QTI 2 has an element of its own for what HTML calls details."""
    summary, body = details
    made = etree.Element(f"{{{dialect.asi}}}infoControl", title=str(summary.text))
    made.append(_told(body, dialect, named))
    return made


def _prefixes(source: Element, own: str) -> Any:
    """Return the namespace of an element by its prefix; the stubs know no default one."""
    return {source.prefix: own} | ({"xsi": XSI} if source.getparent() is None else {})


@cache
def _name(tag: str) -> tuple[str, str]:
    """Return the namespace and the local name of a tag."""
    namespace, _, local = tag.removeprefix("{").rpartition("}")
    return namespace, local


def _is_layout(namespace: str, name: str, value: str) -> bool:
    """Say whether an attribute is one of QTI 3's own words for how a table looks."""
    return namespace == QTI and name == "class" and value.startswith("qti-align-")


@cache
def _camel(name: str) -> str:
    return re.sub(r"-(\w)", lambda found: found[1].upper(), name)
