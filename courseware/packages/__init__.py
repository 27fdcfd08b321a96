"""Whole courses for other people's systems: one package format a module, found by being there.

A module or package here that has a `PACKAGE` is a package format; the others are what they share.
"""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from courseware.packages.package import Package

__all__ = ["Package", "packages"]


@cache
def packages() -> Mapping[str, Package]:
    """Return each package format by the word that people write after `--to`."""
    modules = (importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    found = (getattr(module, "PACKAGE", None) for module in modules)
    return MappingProxyType({package.name: package for package in found if isinstance(package, Package)})
