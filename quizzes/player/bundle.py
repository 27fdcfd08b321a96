"""The player's modules as one plain script: it runs from a folder, and from servers that mislabel scripts.

Browsers load no module from a file's address, and refuse one that a server sends under a wrong type. The
modules keep to a few forms of import and export, so that a page of code can join them; a test runs the result.
"""

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "script"
_IMPORT = re.compile(r'^import (?:(?P<names>\{[^}]*\}) from )?"\./(?P<file>[\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (?P<name>\w+))", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


@cache
def joined(first: str, folders: tuple[Path, ...] = (FOLDER,)) -> str:
    """Return a module with all that it imports as one script. Raises ValueError for a form that is not known."""
    done: dict[str, str] = {}
    _add(first, folders, done, ())
    return '"use strict";\n(() => {\n' + "".join(done.values()) + "})();\n"


def _add(file: str, folders: tuple[Path, ...], done: dict[str, str], above: tuple[str, ...]) -> None:
    if file in above:
        raise ValueError(f"{' imports '.join((*above, file))}; break the circle")
    if file in done:
        return
    path = next((folder / file for folder in folders if (folder / file).is_file()), None)
    if path is None:
        raise ValueError(f"{above[-1] if above else 'the player'} imports {file}, which is not there")
    source = path.read_text(encoding="utf-8")
    for found in _IMPORT.finditer(source):
        _add(found["file"], folders, done, (*above, file))
    exported = [found["name"] for found in _EXPORT.finditer(source)]
    body = _EXPORT.sub("", _IMPORT.sub(_taken, source))
    left = _LEFT.search(body)
    if left:
        raise ValueError(f"{file}: “{left[0]}” is a form that the player is not joined by")
    done[file] = f"const {_name(file)} = (() => {{\n{body}return {{ {', '.join(exported)} }};\n}})();\n"


def _taken(found: re.Match[str]) -> str:
    names = (found["names"] or "").replace(" as ", ": ")
    return f"const {names} = {_name(found['file'])};\n" if names else ""


def _name(file: str) -> str:
    return "$" + re.sub(r"\W", "_", file.removesuffix(".js"))
