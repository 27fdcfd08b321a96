"""Make .venv and install a lock file into it, on a machine with Python and nothing else.

Debian's Python may come without ensurepip, so without pip: then pip's own wheel is fetched from the package index,
by its SHA-256. The index is the one that pip is told to use in the environment.
"""

import argparse
import hashlib
import importlib.util
import os
import re
import ssl
import stat
import subprocess
import sys
import urllib.error
import urllib.request
import venv
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
NEEDED = (3, 11)
PIP_WHEEL = "pip-26.3-py3-none-any.whl"
PIP_SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"
PYPI = "https://pypi.org/simple"
TIMEOUT_S = 60
SCRIPT = """#!{python}
from app.__main__ import main

main()
"""


def main() -> None:
    """Install the lock file that is named."""
    parser = argparse.ArgumentParser(description="Make .venv and install a lock file into it.")
    parser.add_argument("lock", type=Path)
    lock = parser.parse_args().lock
    if sys.version_info < NEEDED:
        sys.exit(f"Python {NEEDED[0]}.{NEEDED[1]} or newer is needed; this is {sys.version.split()[0]}.")
    make_venv()
    print(f"Installing {lock.name} …", flush=True)
    pip(PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "--requirement", str(lock))
    link_checkout()


def make_venv() -> None:
    """Make the virtual environment, with pip in it."""
    if not PYTHON.exists():
        print("Making .venv …", flush=True)
        venv.create(VENV, with_pip=importlib.util.find_spec("ensurepip") is not None, symlinks=True)
    if subprocess.run([PYTHON, "-c", "import pip"], capture_output=True, check=False).returncode:
        wheel = VENV / PIP_WHEEL
        wheel.write_bytes(fetch_pip())
        # A wheel is a zip file that Python can run from.
        pip(PYTHON, f"{wheel}/pip", "install", "--quiet", "--no-index", "--no-deps", str(wheel))
        wheel.unlink()


def pip(*command: str | Path) -> None:
    """Run pip; its own words say what failed."""
    environment = os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    if subprocess.run(command, env=environment, check=False).returncode:
        sys.exit("pip failed, see above. Mend the cause and run make again; it goes on where it stopped.")


def fetch_pip() -> bytes:
    """Return pip's wheel from a folder of wheels or an index. Exits where none has it, or another file of its name."""
    for folder in os.environ.get("PIP_FIND_LINKS", "").split():
        path = Path(folder.removeprefix("file://")) / PIP_WHEEL
        if path.is_file():
            return checked(path.read_bytes(), str(path))
    indexes = [os.environ.get("PIP_INDEX_URL", PYPI), *os.environ.get("PIP_EXTRA_INDEX_URL", "").split()]
    reasons = []
    for index in indexes:
        try:
            page = f"{index.rstrip('/')}/pip/"
            address = wheel_address(page, get(page).decode())
            if address:
                return checked(get(address), address)
            reasons.append(f"{page} does not list it")
        except (urllib.error.URLError, OSError, ValueError) as error:
            reasons.append(f"{index}: {error}")
    sys.exit(
        f"{PIP_WHEEL} can't be fetched: {'; '.join(reasons)}. "
        "Check the network and PIP_INDEX_URL, or install python3-venv, then run make again."
    )


def wheel_address(page: str, source: str) -> str | None:
    """Return where an index page says that the wheel is."""
    for link in re.findall(r'href="([^"]+)"', source):
        address = urldefrag(link.replace("&amp;", "&")).url
        if unquote(address).endswith(f"/{PIP_WHEEL}") or address == PIP_WHEEL:
            return urljoin(page, address)
    return None


def get(address: str) -> bytes:
    """Return what lies at an address; proxies come from the environment."""
    context = ssl.create_default_context(cafile=os.environ.get("PIP_CERT") or None)
    request = urllib.request.Request(address, headers={"Accept": "text/html, */*;q=0.1", "User-Agent": "coursewright"})
    with urllib.request.urlopen(request, timeout=TIMEOUT_S, context=context) as response:
        return bytes(response.read())


def checked(wheel: bytes, where: str) -> bytes:
    """Return the wheel, or exit where it is another file."""
    if hashlib.sha256(wheel).hexdigest() != PIP_SHA256:
        sys.exit(f"{where} is not the {PIP_WHEEL} that was pinned; delete it or use another index.")
    return wheel


def link_checkout() -> None:
    """Let .venv/bin/coursewright run this checkout from any folder."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    (VENV / "lib" / version / "site-packages" / "coursewright-checkout.pth").write_text(f"{ROOT}\n")
    script = VENV / "bin" / "coursewright"
    script.write_text(SCRIPT.format(python=PYTHON))
    script.chmod(script.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)


if __name__ == "__main__":
    main()
