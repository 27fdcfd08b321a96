"""Packages of the npm registry, taken once, held against a pinned hash and kept in .cache/ at the root."""

import base64
import hashlib
import io
import os
import shutil
import subprocess
import tarfile
import tempfile
import urllib.request
from dataclasses import dataclass
from functools import cache
from http.client import HTTPException
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
CACHE = ROOT / ".cache" / "npm"
USUAL_REGISTRY = "https://registry.npmjs.org/"
TIMEOUT_S = 60


@dataclass(frozen=True, slots=True)
class Package:
    """A package at one version; `integrity` is what the registry publishes."""

    name: str
    version: str
    integrity: str


PLAYER = Package(
    "qti3-item-player",
    "1.1.20",
    "sha512-3sRaW+YY53eqBteCX4Gm3BY/IzljlPmscyeKRktw8seG8GHu+96ZLNxcNSF7Mlf5mJUopn6lAzkUs/1cHHO+UQ==",
)
VUE = Package(
    "vue",
    "2.7.16",
    "sha512-4gCtFXaAA3zYZdTp5s4Hl2sozuySsgz4jy1EnpBHNfpMa9dK1ZCG7viqBPCwXtmgc8nHqUsAu3G4gtmXkkY3Sw==",
)


def unpacked(package: Package) -> Path:
    """Return the folder of a package, or skip where it can't be had. Raises ValueError for a wrong hash."""
    folder = CACHE / f"{package.name}-{package.version}"
    if not folder.is_dir() and (reason := _fetch(package, folder)):
        pytest.skip(reason)
    return folder / "package"


@cache  # without a network each test would wait for it anew
def _fetch(package: Package, folder: Path) -> str:
    """Fill the folder of a package; return why it can't be had, or nothing."""
    address = f"{registry()}{package.name}/-/{package.name}-{package.version}.tgz"
    try:
        with urllib.request.urlopen(address, timeout=TIMEOUT_S) as answer:  # noqa: S310 - http or https only, see registry
            archive = bytes(answer.read())
    except (OSError, HTTPException) as error:
        return f"{address} can't be had ({error}); connect to a registry, or set npm_config_registry"
    found = "sha512-" + base64.b64encode(hashlib.sha512(archive).digest()).decode()
    if found != package.integrity:
        raise ValueError(f"{package.name} {package.version} has the hash {found}, not {package.integrity}")
    _unpack(archive, folder)
    return ""


def _unpack(archive: bytes, folder: Path) -> None:
    """Write the plain files of an archive beside the folder, and put them there all at once.

    Tests run in several processes: another one may have been faster, or reads already.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as made:
        whole = Path(made) / "whole"
        _extract(archive, whole)
        try:
            whole.rename(folder)
        except OSError:
            if not folder.is_dir():
                raise


def _extract(archive: bytes, folder: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as tar:
        for member in tar:
            if not member.isfile() or ".." in Path(member.name).parts:
                continue
            target = folder / member.name.lstrip("/")
            target.parent.mkdir(parents=True, exist_ok=True)
            content = tar.extractfile(member)
            target.write_bytes(content.read() if content else b"")


def registry() -> str:
    """Return the registry that npm is set to use here, or the usual one."""
    named = next((value for name, value in os.environ.items() if name.lower() == "npm_config_registry"), "")
    npm = shutil.which("npm")
    if not named and npm:
        asked = subprocess.run([npm, "config", "get", "registry"], capture_output=True, text=True, check=False)  # noqa: S603 - npm's own answer
        named = asked.stdout.strip() if asked.returncode == 0 else ""
    if not named or not named.startswith(("https://", "http://")):
        named = USUAL_REGISTRY
    return named if named.endswith("/") else f"{named}/"
