"""Words in the reader's language: the functions of Flask-Babel, with types.

Import them as `_`, `ngettext` and `lazy_gettext`: extraction finds texts by these names.
"""

from collections.abc import Sequence

import flask_babel


def gettext(text: str, **values: object) -> str:
    """Return a text in the reader's language, with its `%(name)s` filled in."""
    return str(flask_babel.gettext(text, **values))


def ngettext(one: str, many: str, num: int, **values: object) -> str:
    """Return the text for so many, which fills `%(num)s`."""
    return str(flask_babel.ngettext(one, many, num, **values))


def lazy_gettext(text: str, **values: object) -> str:
    """Return a text that is put into the reader's language when it is shown: for what is made at import."""
    lazy: str = flask_babel.lazy_gettext(text, **values)
    return lazy


def listed(names: Sequence[str]) -> str:
    """Return names as a list in a sentence: “one, two and three”."""
    if len(names) == 1:
        return names[0]
    return gettext("%(first)s and %(last)s", first=", ".join(names[:-1]), last=names[-1]) if names else ""
