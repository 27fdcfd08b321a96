"""What this machine gives us: cores and memory, of which a container may have less than the machine."""

import os
from pathlib import Path

CGROUP = Path("/sys/fs/cgroup")  # version 2: kernel.org/doc/html/latest/admin-guide/cgroup-v2.html
MEMINFO = Path("/proc/meminfo")
MEGABYTE = 1024 * 1024


def cores(cgroup: Path = CGROUP) -> int:
    """Return how many cores this process may keep busy, at least 1."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    match _numbers(cgroup / "cpu.max"):
        case [int(quota), int(period)]:
            return max(1, min(allowed, quota // period))
        case _:
            return allowed


def free_mb(cgroup: Path = CGROUP, meminfo: Path = MEMINFO) -> int | None:
    """Return the memory that new processes may take, or None where nobody says."""
    try:
        lines = meminfo.read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    there = next((int(line.split()[1]) // 1024 for line in lines if line.startswith("MemAvailable:")), None)
    match there, _numbers(cgroup / "memory.max"):
        case int(), [int(limit)]:
            return min(there, limit // MEGABYTE)
        case _:
            return there


def _numbers(path: Path) -> list[int | None]:
    """Return the numbers of a file of the kernel; “max” stands for none."""
    try:
        words = path.read_text(encoding="ascii").split()
    except OSError:
        return []
    return [int(word) if word.isdigit() else None for word in words]
