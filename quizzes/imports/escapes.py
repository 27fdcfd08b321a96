"""Plain text as Markdown that reads as that text: nothing in it is taken for mark-up."""

import re

_INLINE = re.compile(r"[\\`*\[\]{$]|<(?=[A-Za-z/!?])|&(?=#?\w{1,32};)|(?<![^\W_])_|_(?![^\W_])|(?<=!)\[")
_TABLE = re.compile(r"\|")
_START = re.compile(r"^(\s*)(?:([#>+\-=~|:])|(\d{1,9})([.)])(?=\s|$))")


def escaped(text: str, *, in_table: bool = False) -> str:
    """Return a stretch of text on one line, escaped; its start may still need `line_start`."""
    made = _INLINE.sub(lambda found: f"\\{found[0]}", text)
    return _TABLE.sub(r"\\|", made) if in_table else made


def line_start(line: str) -> str:
    """Return a line that begins no list, heading, quotation, rule, table or fence."""
    found = _START.match(line)
    if not found:
        return line
    if found[2]:
        return f"{found[1]}\\{line[found.start(2) :]}"
    return f"{found[1]}{found[3]}\\{line[found.start(4) :]}"


def code_span(text: str) -> str:
    """Return a code span that holds this text."""
    text = re.sub(r"\s*\n\s*", " ", text)
    if not text.strip():
        return ""
    fence = "`" * (_longest_run(text) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") or (text.startswith(" ") and text.endswith(" ")) else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def code_block(text: str, language: str = "") -> str:
    """Return a fenced block of code."""
    fence = "`" * max(3, _longest_run(text) + 1)
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall(r"`+", text)), default=0)
