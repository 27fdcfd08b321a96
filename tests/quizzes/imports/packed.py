"""Packages of ours in every format that comes in an archive, to be changed and packed again."""

import re
import warnings
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from quizzes.exports import formats
from tests.quizzes.exports.samples import odd_export, opened

Contents = Mapping[str, bytes]

EXPORTS = {"qti30": "qti30", "qti22": "qti22", "qti21": "qti21", "canvas": "canvas", "cartridge": "cc13"}
MANIFEST = "imsmanifest.xml"

every_format = pytest.mark.parametrize("format_name", EXPORTS)


@cache
def contents(format_name: str) -> Contents:
    """Return the files of a good package."""
    package = opened(formats()[EXPORTS[format_name]].write(odd_export()))
    return {name: package.read(name) for name in package.namelist()}


def asking(format_name: str) -> list[str]:
    """Return the names of the files in which questions stand."""
    files = contents(format_name)
    return [name for name in files if name != MANIFEST and re.search(rb"<(qti-item-b|itemB|item )", files[name])]


def packed(files: Contents, *more: tuple[str | ZipInfo, bytes]) -> bytes:
    target = BytesIO()
    with warnings.catch_warnings(action="ignore"), ZipFile(target, "w", ZIP_DEFLATED) as made:
        for name, content in [*files.items(), *more]:
            made.writestr(name, content, ZIP_DEFLATED)
    return target.getvalue()
