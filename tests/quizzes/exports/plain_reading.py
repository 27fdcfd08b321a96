"""What a learner reads of HTML, and what of ours reads the same."""

from lxml import etree, html

from quizzes.interactions import Choice, Option
from quizzes.text import to_plain


def read(source: str) -> str:
    """Return HTML as it is read, on one line."""
    root = html.fragment_fromstring(source, create_parent=True)
    for line_end in root.iter("br"):
        line_end.tail = "\n" + (line_end.tail or "")
    return " ".join(str(root.text_content()).split())


def plain(option: Option) -> str:
    return " ".join(to_plain(option.text).split())


def shown(choice: Choice) -> list[str]:
    """Return the options of a choice as they are read; lines of code are numbered by what their keys end in."""
    if choice.form == "list":
        return [plain(option) for option in choice.options]
    if choice.form == "output":
        return [" ".join(option.text.split()) for option in choice.options]
    return [" ".join(f"{option.key.removeprefix('line-')} {option.text}".split()) for option in choice.options]


def well_formed(source: str) -> bool:
    """Say whether HTML closes what it opens."""
    return etree.fromstring(f"<div>{source.replace('<br>', '<br/>').replace('<hr>', '<hr/>')}</div>") is not None
