"""Which packages an interpreter has, asked of the interpreter itself."""

import json
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

TIME_LIMIT_S = 300
_QUESTION = """
import json, platform, sys
from importlib import metadata
known = metadata.packages_distributions()
versions = {name: metadata.version(known[name][0]) for name in sys.argv[1:] if name in known}
print(json.dumps({"python": platform.python_version(), **versions}))
"""


class InterpreterError(Exception):
    """An interpreter that can't run the scripts; the message says what to do."""


def versions_of(python: Path, packages: Iterable[str]) -> Mapping[str, str]:
    """Return the version of each package that an interpreter can import, and its own as `python`."""
    command = [str(python), "-s", "-c", _QUESTION, *sorted(set(packages))]
    try:
        ended = subprocess.run(  # noqa: S603  The command is ours: an interpreter and the question above.
            command, capture_output=True, text=True, timeout=TIME_LIMIT_S, check=True
        )
    except FileNotFoundError as error:
        raise InterpreterError(f"there is no Python at {python}; name one with --python") from error
    except (OSError, subprocess.SubprocessError) as error:
        raise InterpreterError(f"{python} can't be asked for its packages: {error}; name another --python") from error
    versions: dict[str, str] = json.loads(ended.stdout)
    return versions
