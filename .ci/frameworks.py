"""Make .frameworks, the environment that `make prove` runs the scripts with, and install its lock file into it.

The lock names an index of PyTorch, for its build for CPUs. Where that index can't be reached it is left out: pip
would ask it for every package, and the wheel may lie in a folder that pip is told of.
"""

import argparse
import os
import re
import ssl
import subprocess
import sys
import urllib.request
import venv
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".frameworks"
PYTHON = FOLDER / "bin" / "python"
TIMEOUT_S = 15
INDEX = re.compile(r"^--extra-index-url (\S+)\n", re.MULTILINE)
FAILED = (
    "The frameworks can't be installed, see above. Torch's build for CPUs comes from {index}: let this machine reach "
    "it, or put the wheel that the lock names into a folder and set PIP_FIND_LINKS to it. Or name a Python that has "
    "the frameworks in COURSEWRIGHT_PROVE_PYTHON."
)


def main() -> None:
    """Install the lock file that is named."""
    parser = argparse.ArgumentParser(description="Make .frameworks and install a lock file into it.")
    parser.add_argument("lock", type=Path)
    lock = parser.parse_args().lock
    venv.create(FOLDER, with_pip=False, symlinks=True)
    print(f"Installing {lock.name} into .frameworks …", flush=True)
    text = lock.read_text(encoding="utf-8")
    reached = FOLDER / lock.name
    reached.write_text(reachable_only(text, is_reachable), encoding="utf-8")
    command = [sys.executable, "-m", "pip", "--python", str(PYTHON), "install", "--quiet", "--require-hashes"]
    environment = os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    if subprocess.run([*command, "--requirement", str(reached)], env=environment, check=False).returncode:
        sys.exit(FAILED.format(index=", ".join(INDEX.findall(text))))


def reachable_only(lock: str, is_there: Callable[[str], bool]) -> str:
    """Return a lock without the indexes that are not there, and tell which those are."""

    def kept(line: re.Match[str]) -> str:
        if is_there(line[1]):
            return line[0]
        print(f"{line[1]} can't be reached; pip looks only where it is set up to look.", flush=True)
        return ""

    return INDEX.sub(kept, lock)


def is_reachable(index: str) -> bool:
    """Say whether an index answers; proxies and certificates are those of the environment."""
    context = ssl.create_default_context(cafile=os.environ.get("PIP_CERT") or None)
    request = urllib.request.Request(f"{index}/", headers={"User-Agent": "coursewright"})
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT_S, context=context):
            return True
    except (OSError, ValueError):  # urllib's own errors are OSErrors
        return False


if __name__ == "__main__":
    main()
