"""The page that plays: its frame, what it plays as data, and the two files beside it."""

import hashlib
import json
from collections.abc import Mapping
from html import escape

from quizzes.look import FOLDER as LOOK
from quizzes.look import style_sheet
from quizzes.player.bundle import FOLDER, joined
from quizzes.responses import JSON

STYLE, SCRIPT, START = "style.css", "player.js", "index.html"


def script() -> str:
    """Return the whole player as one script."""
    return joined("play.js", (FOLDER, LOOK))


def data_html(played: Mapping[str, JSON]) -> str:
    """Return what a page plays; its `print` tells two contents apart, so that no answer is taken for another's."""
    text = json.dumps(played, ensure_ascii=False, separators=(",", ":"))
    printed = {**played, "print": hashlib.sha256(text.encode()).hexdigest()[:8]}
    safe = json.dumps(printed, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="coursewright">{safe}</script>\n'


def whole_page(
    title: str, language: str, played: Mapping[str, JSON], *, templates: str = "", home: str = "", name: str = ""
) -> str:
    """Return a page that plays; `templates` is HTML that the player draws on.

    `home` is where its name above leads, which is what is played unless `name` says otherwise.
    """
    words = f'<span class="gem" aria-hidden="true"></span><span>{escape(name or str(played["title"]))}</span>'
    brand = f'<a class="brand" href="{escape(home)}">{words}</a>' if home else f'<span class="brand">{words}</span>'
    return f"""<!doctype html>
<html lang="{escape(language)}">
<head>
<meta charset="utf-8">
<title>{escape(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="{STYLE}">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">{brand}<p class="saved" id="saved" role="status"></p></header>
<main id="main" class="narrow" tabindex="-1"><h1>{escape(title)}</h1>
<p>The questions need JavaScript. Allow it for this page, then open it again.</p></main>
{templates}{data_html(played)}<script src="{SCRIPT}"></script>
</body>
</html>
"""


def play_files(page: str) -> dict[str, str]:
    """Return the files of a page that plays by itself, by name."""
    return {START: page, STYLE: style_sheet(), SCRIPT: script()}
