"""Panes of programs: tabs where a script runs, and one below the other where none does."""

import re

_TABS = re.compile(r"<cw-tabs ([^>]*?) data-tabs>(.*?)</cw-tabs>", re.DOTALL)


def tabbed(head: str, panes: str) -> str:
    """Return panes that a script makes tabs of."""
    return f'<cw-tabs class="trio" data-tabs>{head}{panes}</cw-tabs>\n'


def stacked(html: str) -> str:
    """Return HTML with all that `tabbed` gave in it as plain boxes."""
    return _TABS.sub(r"<div \1>\2</div>", html)
