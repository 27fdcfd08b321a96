"""How GIFT writes text: its own characters escaped, and no line ends, because a blank line ends a question."""

from quizzes.exports import markup
from quizzes.exports.pictures import described
from quizzes.text import to_plain

ESCAPES = str.maketrans({**{character: f"\\{character}" for character in "\\#=~{}:"}, "\n": "\\n", "\r": ""})
HTML = "[html]"


def escaped(text: str) -> str:
    """Return a text as GIFT writes it."""
    return text.translate(ESCAPES)


def escaped_html(html: str) -> str:
    """Return HTML as GIFT writes it, which carries no files: pictures are described."""
    return escaped(described(html))


def html(source: str) -> str:
    """Return Markdown blocks as escaped HTML."""
    return escaped_html(markup.block_html(source, "tex"))


def words(source: str) -> str:
    """Return Markdown of one paragraph as escaped HTML."""
    return escaped_html(markup.inline_html(source, "tex"))


def plain(source: str) -> str:
    """Return Markdown as escaped plain text."""
    return escaped(to_plain(source))
