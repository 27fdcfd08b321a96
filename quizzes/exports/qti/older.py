"""Documents of QTI 3 told in the words of QTI 2, which has camel case for kebab case, and fewer elements."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from quizzes.exports.nodes import Node
from quizzes.exports.qti.dialects import Dialect

_MARK = "qti-"
_WRAPPER = "qti-content-body"
_LAYOUT = "qti-align-"  # QTI 3's own words for how a table looks


def in_older_words(source: Node, dialect: Dialect) -> Node:
    """Return an element of QTI 3 in an older dialect; texts, mathematics and what is known of files stay."""
    is_own = source.tag.startswith(_MARK)
    name = _camel(source.tag.removeprefix(_MARK)) if is_own else source.tag
    told = {_camel(key) if is_own else key: value for key, value in source.attributes.items()}
    kept = {
        key: value
        for key, value in told.items()
        if f"{name}@{key}" not in dialect.lacks and not (key == "class" and value.startswith(_LAYOUT))
    }
    return Node(name, kept, list(_tellings(source.children, dialect)))


def _tellings(children: Iterable[Node | str], dialect: Dialect) -> Iterator[Node | str]:
    """Yield children, those inside them where QTI 2 has no wrapper around them, or nothing where it has no place."""
    for child in children:
        if isinstance(child, str):
            yield child
        elif child.tag == _WRAPPER:
            yield from _tellings(child.children, dialect)
        elif (note := _details(child)) is not None:
            yield _info_control(note, dialect)
        elif child.tag not in dialect.lacks:
            yield in_older_words(child, dialect)


def _details(node: Node) -> Node | None:
    first = node.children[0] if node.children else None
    return first if isinstance(first, Node) and first.tag == "details" else None


def _info_control(details: Node, dialect: Dialect) -> Node:
    """Return a closed note: QTI 2 has an element of its own for what HTML calls details."""
    summary, *body = details.children
    title = "".join(text for text in getattr(summary, "children", ()) if isinstance(text, str))
    return Node("infoControl", {"title": title}, list(_tellings(body, dialect)))


@cache
def _camel(name: str) -> str:
    """Return a name in camel case; `_` stands for `-`, as in the attributes of nodes."""
    return re.sub(r"[-_](\w)", lambda found: found[1].upper(), name)
