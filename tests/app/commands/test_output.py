"""What commands write is whole or not there, on a full disk and when stopped too."""

import os
from pathlib import Path

import pytest

from app.commands.context import Refusal
from app.commands.output import write_all, write_file
from tests.app.disks import FULL, full_disk


@pytest.mark.parametrize("size", [FULL + 1, 10 * FULL])
def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, size: int) -> None:
    with full_disk(), pytest.raises(Refusal, match="can't be written"):
        write_file(tmp_path / "out.zip", b"x" * size, force=False)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_keeps_the_file_that_was_to_be_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out.zip"
    out.write_bytes(b"old")
    with full_disk(), pytest.raises(Refusal):
        write_file(out, b"x" * 10 * FULL, force=True)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("out.zip", b"old")]


def test_being_stopped_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "out.zip", b"new", force=False)
    assert list(tmp_path.iterdir()) == []


def test_of_several_files_all_are_written_or_none(tmp_path: Path) -> None:
    contents = {tmp_path / "a.png": b"a", tmp_path / "b.png": b"x" * 2 * FULL, tmp_path / "c.yaml": b"c"}
    with full_disk(), pytest.raises(Refusal, match=r"b\.png can't be written: File too large"):
        write_all(contents)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "c.yaml").mkdir()
    with pytest.raises(Refusal, match=r"c\.yaml can't be written"):
        write_all(contents)
    assert [path.name for path in tmp_path.iterdir()] == ["c.yaml"]
    (tmp_path / "c.yaml").rmdir()
    write_all(contents)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.png", "b.png", "c.yaml"]


@pytest.mark.parametrize("force", [True, False])
def test_what_is_no_ordinary_file_is_never_replaced(tmp_path: Path, force: bool) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(Refusal, match="is there already, and is no ordinary file"):
        write_file(pipe, b"new", force=force)
    assert pipe.is_fifo()


def test_a_name_that_no_disk_takes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="File name too long"):
        write_file(tmp_path / ("a" * 300), b"new", force=False)
