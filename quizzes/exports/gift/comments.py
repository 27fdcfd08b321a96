"""The comment before a GIFT question, where Moodle reads its id and tags: `// [id:bowline] [tag:ropes]`.

The rules are those of `extract_idnumber_and_tags_from_comment` in Moodle's reader of GIFT.
"""

import re

from quizzes.exports.moodle_tags import tags_of
from quizzes.interactions import Item

# A backslash that stands before the closing bracket would escape it; it has no escape of its own.
_SAYABLE = re.compile(r"(?:[^<>`\\\x00-\x1f\x7f]|\\(?!\]|\Z))+")


def comment(item: Item) -> str:
    """Return the line that goes before a question. No blank line may part the two."""
    tags = [tag for tag in tags_of(item) if _is_sayable(tag)]
    return " ".join(["//", _token("id", item.id), *(_token("tag", tag) for tag in tags)])


def unsayable_tags(item: Item) -> list[str]:
    """Return the tags of an item that no comment can hold."""
    return [tag for tag in tags_of(item) if not _is_sayable(tag)]


def _is_sayable(tag: str) -> bool:
    return _SAYABLE.fullmatch(tag) is not None


def _token(name: str, text: str) -> str:
    escaped = text.replace("]", "\\]")
    return f"[{name}:{escaped}]"
