"""Questions from other people's systems: one format a module, found by being there. It knows no authored kind.

A module or package here that has a `FORMAT` is a format; the others are what formats share. Every file comes from
a stranger: it is read within limits, and ends in a value or in UnreadableError.
"""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from quizzes.imports.files import Files, open_files, open_path
from quizzes.imports.format import ImportFormat
from quizzes.imports.limits import DEFAULT, Limits, UnreadableError
from quizzes.imports.report import Change, Imported, Place, Refused, Taken

__all__ = [
    "DEFAULT",
    "Change",
    "Files",
    "ImportFormat",
    "Imported",
    "Limits",
    "Place",
    "Refused",
    "Taken",
    "UnreadableError",
    "detect",
    "import_formats",
    "open_files",
    "open_path",
]


@cache
def import_formats() -> Mapping[str, ImportFormat]:
    """Return each format by the word that people write after `--from`, in the order in which a file is tried."""
    modules = (importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    found = (getattr(module, "FORMAT", None) for module in modules)
    formats = sorted((one for one in found if isinstance(one, ImportFormat)), key=lambda one: (one.rank, one.name))
    return MappingProxyType({one.name: one for one in formats})


def detect(files: Files) -> ImportFormat:
    """Return the format of a file. Raises UnreadableError where it is of none."""
    for format_ in import_formats().values():
        if format_.recognises(files):
            return format_
    *titles, last = (format_.title for format_ in import_formats().values())
    raise UnreadableError(
        f"{files.title} is in no format that is read here: {', '.join(titles)} or {last}; "
        "export the questions in one of these, or copy them into our table"
    )
