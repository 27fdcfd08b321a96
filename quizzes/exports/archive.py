"""Archives that depend on nothing but their content: same files, same bytes."""

import gzip
import tarfile
import zipfile
from collections.abc import Mapping
from io import BytesIO

STAMP = (1980, 1, 1, 0, 0, 0)  # the earliest instant that zip can say
UNIX, READABLE = 3, 0o100644


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of files, in the order given."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, STAMP)
            entry.create_system = UNIX
            entry.external_attr = READABLE << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, content)
    return target.getvalue()


def tarball(files: Mapping[str, bytes]) -> bytes:
    """Return a compressed tar archive of files, in the order given."""
    target = BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=tarfile.PAX_FORMAT) as made:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            made.addfile(entry, BytesIO(content))
    return gzip.compress(target.getvalue(), mtime=0)
