"""GIFT's escapes: what has a backslash before it stands for itself, so it is hidden while the rest is taken apart.

The characters that hide it are control characters, which no text holds once it is read.
"""

from quizzes.imports.markdown import Texts

_HIDDEN = {"\\~": "\x01", "\\=": "\x02", "\\#": "\x03", "\\{": "\x04", "\\}": "\x05", "\\:": "\x06", "\\n": "\x07"}
_BACKSLASH = "\x08"
_SHOWN = {ord(hidden): escape[1:] for escape, hidden in _HIDDEN.items()} | {
    ord(_HIDDEN["\\n"]): "\n",
    ord(_BACKSLASH): "\\",
}
FORMATS = ("html", "markdown", "plain", "moodle")


def hidden(text: str) -> str:
    """Return a text with each escaped character hidden."""
    text = text.replace("\\\\", _BACKSLASH)
    for escape, character in _HIDDEN.items():
        text = text.replace(escape, character)
    return text


def shown(text: str) -> str:
    """Return a text with what was hidden as itself."""
    return text.translate(_SHOWN).strip()


def formatted(text: str, default: str) -> tuple[str, str]:
    """Return the format that a text names at its start, or the default, and the text without it."""
    text = text.strip()
    if text.startswith("["):
        name, bracket, rest = text[1:].partition("]")
        if bracket and name in FORMATS:
            return name, rest
    return default, text


def markdown(texts: Texts, text: str, default: str) -> str:
    """Return a text as Markdown, by the format that it names."""
    name, source = formatted(text, default)
    return texts.in_format(name, shown(source))
