"""A disk that is full, for as long as a test needs it."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager

FULL = 100_000  # bytes that a file may have while the disk is full


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow beyond a size: the kernel refuses the bytes after it, as a full disk does."""
    _, most = limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (FULL, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
