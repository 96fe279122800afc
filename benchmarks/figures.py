"""Figures of benchmarks: written as people read them, and kept where some are measured anew."""

from __future__ import annotations

import json
import math
import os
import platform
import resource
import sys
from pathlib import Path
from typing import Any

Row = dict[str, Any]

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results"


def plain(value: float, digits: int = 3) -> str:
    """Write a number with so many digits that count, as people read it.

    >>> [plain(x) for x in (0.03721, 1.4, 9.996, 35.94, 575.2, 15_452.0)]
    ['0.037', '1.4', '10', '36', '575', '15,500']
    """
    if value == 0 or not math.isfinite(value):
        return f"{value:g}"
    # Below a hundred two digits say all that a benchmark can: it is not the same on another day
    digits = digits if abs(value) >= 100 else 2
    place = digits - 1 - math.floor(math.log10(abs(value)))
    rounded = round(value, place)
    text = f"{rounded:,.{max(place, 0)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def merge(path: Path, rows: list[Row], key: tuple[str, ...]) -> list[Row]:
    """Write rows to a file of them, in place of those with the same key; return all."""
    before: list[Row] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    kept = {tuple(row.get(name) for name in key): row for row in before}
    kept.update({tuple(row.get(name) for name in key): row for row in rows})
    path.parent.mkdir(exist_ok=True)
    told = json.dumps(list(kept.values()), indent=1, ensure_ascii=False)
    path.write_text(told + "\n", encoding="utf-8")
    return list(kept.values())


def machine() -> str:
    """Name the processor, the number of cores and Python's version."""
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [line for line in cpuinfo.read_text().splitlines() if "model name" in line]
        model = names[0].partition(":")[2].strip() if names else model
    return f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}"


def load_average() -> str:
    """Say how busy the machine has been in the last five minutes."""
    return f"{os.getloadavg()[1]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def own_peak_mb() -> float:
    """Give the most memory that this process has held; getrusage would count its parent's too."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(row for row in status.read_text().splitlines() if row.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
