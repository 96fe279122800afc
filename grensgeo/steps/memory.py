"""How much memory there is for a job, so that one that cannot fit says so before it starts."""

from __future__ import annotations

import os
from pathlib import Path

#: Where Linux tells it: of the machine, and of a group of processes that is held to a limit.
_MACHINE = Path("/proc/meminfo")
_OWN = Path("/proc/self/statm")
_GROUPS = (
    ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory.current"),
    ("/sys/fs/cgroup/memory/memory.limit_in_bytes", "/sys/fs/cgroup/memory/memory.usage_in_bytes"),
)


def available_bytes() -> int | None:
    """Return how much more memory this process may take.

    Returns
    -------
    int or None
        The least of what the machine, the group of processes and the limit on addresses leave;
        None where none of them is known.
    """
    known = [_of_machine(), _of_groups(), _of_addresses()]
    return min((one for one in known if one is not None), default=None)


def _of_machine() -> int | None:
    """Return what the machine could give without swapping."""
    for line in _read(_MACHINE).splitlines():
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * 1024
    return None


def _of_groups() -> int | None:
    """Return what the limit of the group of processes leaves."""
    for most, used in _GROUPS:
        limit, now = _read(Path(most)).strip(), _read(Path(used)).strip()
        if limit.isdigit() and now.isdigit():
            return max(0, int(limit) - int(now))
    return None


def address_limit_bytes() -> int | None:
    """Return how many addresses this process may take in all (``ulimit -v``).

    Returns
    -------
    int or None
        None where there is no limit, or the system knows none.
    """
    try:
        import resource
    except ImportError:  # not on this system
        return None
    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    return None if limit == resource.RLIM_INFINITY else limit


def _of_addresses() -> int | None:
    """Return what the limit on a process's addresses leaves."""
    limit, pages = address_limit_bytes(), _read(_OWN).split()
    if limit is None or not pages:
        return None
    return max(0, limit - int(pages[0]) * os.sysconf("SC_PAGE_SIZE"))


def _read(path: Path) -> str:
    """Return the text of a file of the system, empty where there is none."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
