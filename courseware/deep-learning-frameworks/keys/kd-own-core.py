"""Which packages bring a large compiled library of their own."""

import json
from importlib.util import find_spec
from pathlib import Path


def has_core(name):
    """Say whether a package brings a compiled library of more than 100 MB."""
    files = Path(find_spec(name).origin).parent.rglob("*.so*")
    return max((file.stat().st_size for file in files), default=0) > 100_000_000


print(json.dumps({name: has_core(name) for name in ("tensorflow", "keras", "torch")}))
