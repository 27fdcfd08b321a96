"""Pyslet, an engine for QTI 2.1 by one of its authors: taken once, held against a pinned hash, kept in .cache/."""

import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

CACHE = Path(__file__).parents[3] / ".cache" / "pypi"
NAME = "pyslet-0.7.20170805"
PINNED = "pyslet==0.7.20170805 --hash=sha256:d4cbb85e16d58a8f990e15e711266ec2fe30a4dc4626c4d839bb7b7824afdf6c\n"


class NotToBeHadError(Exception):
    """A package that could not be taken from the registry."""


def unpacked() -> Path:
    """Return the folder to import pyslet from. Raises NotToBeHadError without a network or for a wrong hash."""
    folder = CACHE / NAME
    if not folder.is_dir():
        CACHE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as made:
            archive = _downloaded(Path(made))
            with tarfile.open(archive) as tar:
                tar.extractall(made, filter="data")
            try:
                (Path(made) / NAME).rename(folder)
            except OSError:
                if not folder.is_dir():  # else another process of the tests was faster
                    raise
    return folder


def _downloaded(folder: Path) -> Path:
    wanted = folder / "pinned.txt"
    wanted.write_text(PINNED)
    pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--require-hashes"]
    done = subprocess.run([*pip, "-r", wanted, "-d", folder], capture_output=True, text=True, check=False)  # noqa: S603 - fixed words
    if done.returncode:
        raise NotToBeHadError(f"pip can't take {NAME}: {done.stderr.strip().splitlines()[-1:]}")
    return folder / f"{NAME}.tar.gz"
