"""Quizzes for other people's systems: one format a module, found by being there. It knows no authored kind.

A module or package here that has a `FORMAT` is a format; the others are what formats share.
"""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from quizzes.exports.format import Format
from quizzes.exports.pools import ExportQuiz, Pool, prepare, prepare_bank
from quizzes.exports.report import Report

__all__ = ["ExportQuiz", "Format", "Pool", "Report", "format_named", "formats", "prepare", "prepare_bank"]


def format_named(name: str) -> Format | None:
    """Return one format by the word that people write after `--to`, and load no other where its module has its name."""
    module = name.replace("-", "_")
    if any(found.name == module for found in pkgutil.iter_modules(__path__)):
        format_ = getattr(importlib.import_module(f"{__name__}.{module}"), "FORMAT", None)
        if isinstance(format_, Format) and format_.name == name:
            return format_
    return formats().get(name)


@cache
def formats() -> Mapping[str, Format]:
    """Return each format by the word that people write after `--to`."""
    modules = (importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    found = (getattr(module, "FORMAT", None) for module in modules)
    return MappingProxyType({format_.name: format_ for format_ in found if isinstance(format_, Format)})
