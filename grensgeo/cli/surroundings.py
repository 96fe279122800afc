"""What grensgeo runs in: Python, packages, memory, disk, and where compiled kernels are kept."""

from __future__ import annotations

import os
import platform
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

GB = 1e9
#: Below these a study of a whole region is in danger. Measured on the region at full size.
LEAST_MEMORY_GB = 6.0
LEAST_DISK_GB = 3.0
#: Places between which a network is asked: all kernels run, and none for long.
_PLACES = 5


@dataclass(frozen=True)
class State:
    """What holds of one thing.

    Attributes
    ----------
    name
        The thing.
    text
        What holds.
    ill
        Whether it keeps grensgeo from working.
    """

    name: str
    text: str
    ill: bool = False

    def __str__(self) -> str:
        """Write it as a line."""
        return f"{'WRONG' if self.ill else 'ok':5}  {self.name}: {self.text}"


def surroundings() -> Iterator[State]:
    """Yield what holds of the machine and the installation, one thing after the other."""
    yield State("grensgeo", metadata.version("grensgeo"))
    yield State("Python", f"{platform.python_version()}, {sys.executable}")
    yield State("system", f"{platform.system()} {platform.machine()}, {_cores()} cores")
    yield from _memory()
    yield from _disk()
    yield from _packages()
    yield _kernels()


def _cores() -> int:
    """Return how many cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _memory() -> Iterator[State]:
    """Yield the memory that is free, where the system says it."""
    told = Path("/proc/meminfo")
    if not told.is_file():
        return
    free = re.search(r"MemAvailable:\s+(\d+) kB", told.read_text(encoding="ascii"))
    if free:
        left = int(free[1]) * 1024 / GB
        few = left < LEAST_MEMORY_GB
        note = f"; a whole region at full size takes {LEAST_MEMORY_GB:g}" if few else ""
        yield State("memory", f"{left:.1f} GB free{note}")


def _disk() -> Iterator[State]:
    """Yield the room on the disks of this folder and of temporary files."""
    for name, folder in (("here", Path.cwd()), ("temporary files", Path(tempfile.gettempdir()))):
        left = shutil.disk_usage(folder).free / GB
        few = left < LEAST_DISK_GB
        note = f"; a region's raw files take {LEAST_DISK_GB:g}" if few else ""
        writable = os.access(folder, os.W_OK)
        told = "" if writable else "; nothing can be written there"
        yield State(f"disk, {name}", f"{folder}, {left:.1f} GB free{note}{told}", ill=not writable)


def _packages() -> Iterator[State]:
    """Yield the versions of what grensgeo requires, and of what an extra does."""
    required: dict[str, list[str]] = {}
    for line in metadata.requires("grensgeo") or ():
        named = re.match(r"[\w.-]+", line)
        of_extra = re.search(r"extra == ['\"](\w+)", line)
        if named:
            required.setdefault(of_extra[1] if of_extra else "", []).append(named[0])
    for extra, names in sorted(required.items()):
        if extra in ("dev", "js"):
            continue
        there = {name: _version(name) for name in sorted(names)}
        lacking = ", ".join(name for name, known in there.items() if known is None)
        what = f"packages for {extra}" if extra else "packages"
        if lacking and extra:
            yield State(what, f"not installed: {lacking}; pip install grensgeo[{extra}]")
        elif lacking:
            yield State(what, f"missing: {lacking}; install grensgeo again", ill=True)
        else:
            yield State(what, ", ".join(f"{name} {known}" for name, known in there.items()))


def _version(name: str) -> str | None:
    """Return the version of a package, or None if it is not installed."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _kernels() -> State:
    """Return where compiled kernels are kept, and whether those of streets are."""
    from grensgeo.routing.streets import sweep
    from grensgeo.routing.warm import is_compiled

    kernel: object = sweep._sweep_blocks  # noqa: SLF001 - looked at, not called
    stats = getattr(kernel, "stats", None)
    folder = getattr(stats, "cache_path", None)
    if not folder:
        return State("kernels", "cannot be kept anywhere: each process compiles them anew")
    kept = (
        "compiled" if is_compiled(kernel) else "compiled by the first question, for about a minute"
    )
    return State("kernels", f"{kept}; kept in {folder}")


def is_network(path: Path) -> bool:
    """Return whether a folder is that of a network."""
    return path.is_dir() and (path / "edges.parquet").is_file()


def warm_up(path: Path) -> Iterator[str]:
    """Compute a few times by each mode of a network, so that its kernels are compiled and kept.

    Parameters
    ----------
    path
        Folder of the network.

    Yields
    ------
    str
        The mode whose kernels are kept now.
    """
    import warnings

    import geopandas as gpd
    import numpy as np

    from grensgeo.errors import GrensgeoWarning
    from grensgeo.modes import MODES
    from grensgeo.network import load_network
    from grensgeo.traveltimes import Trip, travel_times

    network = load_network(path)
    streets = network.streets
    at = np.linspace(0, streets.n_vertices - 1, _PLACES).astype(int)
    places = gpd.GeoDataFrame(
        {"id": [f"place-{i}" for i in range(_PLACES)]},
        geometry=gpd.points_from_xy(streets.lon[at], streets.lat[at]),
        crs=4326,
    )
    modes = [*MODES, *(["transit"] if network.feeds else [])]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        for mode in modes:
            travel_times(network, places, places, Trip(mode))
            yield mode
