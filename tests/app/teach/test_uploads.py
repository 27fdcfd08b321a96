"""Files that are kept for a day: whole or not at all, however they come."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.services.uploads import find_upload, keep_upload
from tests.app.disks import FULL, full_disk
from tests.conftest import START

PERSON = 7


def keep(instance: Path, content: bytes) -> str:
    return keep_upload(instance, PERSON, "ropes.xml", "", content, START)


def names(instance: Path) -> list[str]:
    return sorted(path.name for path in (instance / "imports" / str(PERSON)).iterdir())


def test_a_file_sent_many_times_at_once_is_kept_once(tmp_path: Path) -> None:
    content = b"x" * (1 << 20)
    with ThreadPoolExecutor(8) as pool:
        digests = set(pool.map(lambda _: keep(tmp_path, content), range(64)))
    [digest] = digests
    assert names(tmp_path) == [digest]
    found = find_upload(tmp_path, PERSON, digest)
    assert found is not None
    assert found.content == content


def test_a_full_disk_keeps_nothing_of_a_file(tmp_path: Path) -> None:
    before = keep(tmp_path, b"small")
    with full_disk(), pytest.raises(OSError, match="File too large"):
        keep(tmp_path, b"x" * 2 * FULL)
    assert names(tmp_path) == [before]
