"""The kinds of question an author can write: one a file, found by being there."""

import importlib
import pkgutil
from functools import cache

from quizzes.kinds.base import Authored


@cache
def kinds() -> dict[str, type[Authored]]:
    """Return each kind by the word that authors write after `kind:`."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    found = {str(kind.__struct_config__.tag): kind for kind in Authored.__subclasses__()}
    return dict(sorted(found.items()))
