"""Addresses within this site: where somebody may be sent back to."""

import re
from urllib.parse import urlsplit


def local_path(address: str | None, host: str = "") -> str | None:
    r"""Return the path and query of an address on this site, or None where it leads anywhere else.

    `host` lets a full address of this host pass, as a Referer is. Browsers read `\` as `/` and skip control
    characters, so an address with either is refused, and one of two slashes names another host.
    """
    if not address or "\\" in address or address.startswith("//") or re.search(r"[\x00-\x20\x7f]", address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.netloc and (parts.netloc != host or parts.scheme not in ("http", "https")):
        return None
    if parts.scheme and not parts.netloc:
        return None
    if not parts.path.startswith("/") or parts.path.startswith("//"):
        return None
    return parts.path + (f"?{parts.query}" if parts.query else "")
