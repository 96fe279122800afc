"""Past one machine's memory: tables written in blocks, here and on workers of which one is killed.

``python -m benchmarks.cluster NETWORK [--points 20000] [--reach 250000]``
"""

from __future__ import annotations

import argparse
import hashlib
import os
import resource
import shutil
import signal
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import pandas as pd

import grensgeo as gg
from grensgeo.steps.cluster import cluster_of

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

MODES = ("car", "ebike", "bicycle", "walk")
LONGEST_MIN = 60
CUTOFFS_MIN = (15, 30, 45)


def points_on(network: gg.Network, n: int) -> pd.DataFrame:
    """Draw places near vertices of the streets."""
    rng = np.random.default_rng(20)
    at = rng.choice(len(network.streets.lon), n, replace=n > len(network.streets.lon))
    return pd.DataFrame(
        {
            "id": [f"p{i}" for i in range(n)],
            "lon": network.streets.lon[at] + rng.uniform(-3e-4, 3e-4, n),
            "lat": network.streets.lat[at] + rng.uniform(-3e-4, 3e-4, n),
        }
    )


def digest(folder: Path) -> str:
    """Return the checksum of all files of a folder."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                whole.update(path.name.encode() + hashlib.file_digest(file, "sha256").digest())
    return whole.hexdigest()


def write_times(network: gg.Network, points: pd.DataFrame, place: Path, **told: object) -> float:
    """Write the times of all modes, and return the seconds."""
    began = time.perf_counter()
    for mode in MODES:
        trip = gg.Trip(mode, max_min=LONGEST_MIN)
        gg.write_travel_times(network, points, points, trip, path=place / mode, **told)
    return time.perf_counter() - began


def on_one_machine(folder: str, n: int, place: str) -> tuple[float, str]:
    """Write all of it in this process; print time and memory, return seconds and checksum."""
    network = gg.load_network(folder)
    points = points_on(network, n)
    seconds = write_times(network, points, Path(place))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    size = sum(p.stat().st_size for p in Path(place).rglob("*") if p.is_file()) / 1e9
    spent = time.process_time()
    print(
        f"one process: {seconds:.0f} s ({spent:.0f} s of processors), at most {most:.1f} GB, "
        f"{size:.1f} GB written",
        flush=True,
    )
    return seconds, digest(Path(place))


def on_workers(folder: str, n: int, place: str, workers: int) -> tuple[float, str]:
    """Write all of it by workers, of which one is killed on the way; return as above."""
    network = gg.load_network(folder)
    points = points_on(network, n)
    with cluster_of(f"local:{workers}") as client:
        assert client is not None
        killed: list[int] = []

        def kill(line: str) -> None:
            if "[20/" in line and not killed:
                pids = client.run(os.getpid)
                killed.append(next(iter(pids.values())))
                os.kill(killed[0], signal.SIGKILL)
            if "held by a worker" in line:
                print(line, flush=True)

        seconds = write_times(network, points, Path(place), client=client, say=kill)
    print(f"{workers} workers, one killed ({len(killed)}): {seconds:.0f} s", flush=True)
    return seconds, digest(Path(place))


def reach_without_a_table(folder: str, n: int, place: str, most: int) -> None:
    """Count what is reached of very many points from all of them."""
    network = gg.load_network(folder)
    points = points_on(network, n)
    jobs = pd.Series(np.random.default_rng(3).integers(0, 50, n), index=points["id"])
    countries = pd.Series("NL", index=points["id"])
    began, spent = time.perf_counter(), time.process_time()
    lines: list[str] = []

    def say(line: str) -> None:
        lines.append(line)
        print(f"{time.perf_counter() - began:.0f} s {line}", flush=True)

    path = gg.write_reach(
        network, points[:most], points, gg.Trip("car", max_min=LONGEST_MIN), {"jobs": jobs},
        cutoffs_min=CUTOFFS_MIN, countries=countries, path=Path(place) / "reach.parquet", say=say,
    )  # fmt: skip
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(
        f"reach of {min(n, most)} x {n} at {len(CUTOFFS_MIN)} cutoffs: "
        f"{time.perf_counter() - began:.0f} s, "
        f"{time.process_time() - spent:.0f} s of processors, at most {held:.1f} GB, "
        f"{path.stat().st_size / 1e6:.0f} MB, {len(lines)} blocks",
        flush=True,
    )


def main() -> None:
    """Print what each takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("network")
    parser.add_argument("--points", type=int, default=20_000)
    parser.add_argument("--reach", type=int, default=0)
    parser.add_argument("--reach-origins", type=int, default=10**9, help="of so many of them")
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--scratch", default=None)
    told = parser.parse_args()
    where = tempfile.mkdtemp(dir=told.scratch)
    try:
        if told.points:
            one = alone(on_one_machine, told.network, told.points, f"{where}/one")
            many = alone(on_workers, told.network, told.points, f"{where}/many", told.workers)
            alike = "the same bytes" if one[1] == many[1] else "OTHER BYTES"
            print(f"{alike}, {one[0] / many[0]:.2f} x as quick", flush=True)
        if told.reach:
            alone(
                reach_without_a_table, told.network, told.reach, f"{where}/reach",
                told.reach_origins,
            )  # fmt: skip
    finally:
        shutil.rmtree(where, ignore_errors=True)


def alone(work: Callable[..., T], folder: str, n: int, place: str, *more: int) -> T:
    """Do some work in a process of its own, whose memory is its own, and remove what it wrote."""
    Path(place).mkdir(parents=True)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        found = pool.submit(work, folder, n, place, *more).result()
    shutil.rmtree(place, ignore_errors=True)
    return found


if __name__ == "__main__":
    main()
