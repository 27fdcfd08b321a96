"""Runs at once are as many as a container may have, not as many as the machine has."""

from pathlib import Path

import pytest

from courseware.proofs.machine import cores, free_mb


@pytest.mark.parametrize(("told", "found"), [("100000 100000", 1), ("50000 100000", 1), ("9900000 100000", 8)])
def test_a_container_has_the_cores_that_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str, found: int
) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: set(range(8)), raising=False)
    assert cores(tmp_path) == 8
    (tmp_path / "cpu.max").write_text("max 100000\n")
    assert cores(tmp_path) == 8
    (tmp_path / "cpu.max").write_text(f"{told}\n")
    assert cores(tmp_path) == found


def test_a_container_has_the_memory_that_it_is_given(tmp_path: Path) -> None:
    meminfo = tmp_path / "meminfo"
    assert free_mb(tmp_path, meminfo) is None
    meminfo.write_text("MemTotal: 32768000 kB\nMemAvailable: 16384000 kB\n")
    assert free_mb(tmp_path, meminfo) == 16_000
    (tmp_path / "memory.max").write_text("max\n")
    assert free_mb(tmp_path, meminfo) == 16_000
    (tmp_path / "memory.max").write_text(f"{4000 * 1024 * 1024}\n")
    assert free_mb(tmp_path, meminfo) == 4000
