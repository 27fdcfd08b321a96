"""The frame of a page of the site: head, bar and footer."""

from html import escape

from quizzes.player.page import SCRIPT, STYLE

TABS, TERM = "tabs.js", "term.js"
ELEMENTS = (TABS, TERM)  # of quizzes.look, where they are called cw-…; the player brings tabs along


def page(title: str, course_title: str, language: str, main: str, main_class: str, played: str = "") -> str:
    """Return a whole page; `main` is HTML, and so is `played`: what the player asks on it."""
    name = title if title == course_title else f"{title} · {course_title}"
    scripts = "\n".join(f'<script defer src="{file}"></script>' for file in ([SCRIPT, TERM] if played else ELEMENTS))
    saved = '<p class="saved" id="saved" role="status"></p>' if played else ""
    return f"""<!doctype html>
<html lang="{escape(language)}">
<head>
<meta charset="utf-8">
<title>{escape(name)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="{STYLE}">
{scripts}
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top"><a class="brand" href="index.html"><span class="gem" aria-hidden="true"></span><span>\
{escape(course_title)}</span></a>{saved}</header>
<main id="main" class="{main_class}" tabindex="-1">
{main}</main>
{played}</body>
</html>
"""
