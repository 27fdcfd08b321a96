"""Which version runs: as it was installed."""

from importlib.metadata import PackageNotFoundError, version


def installed_version() -> str:
    """Return the version of the installed package, or `unknown` for a bare checkout."""
    try:
        return version("coursewright")
    except PackageNotFoundError:
        return "unknown"


VERSION = installed_version()
