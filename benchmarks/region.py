"""How cost grows with size: a made-up region of a quarter, half and all of the true one.

``python -m benchmarks.region`` measures this alone; :mod:`benchmarks.streets` does it with the
rest. Each step runs in a process of its own, so that its memory can be told; the routing of one
thread is that of :mod:`benchmarks.engines`, on the same questions as elsewhere.
"""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.cases import write_case
from benchmarks.engines import OURS, RESOLUTION_M, peak_mb
from benchmarks.engines import timed as timed_by
from benchmarks.figures import Row, plain
from benchmarks.madeup import municipalities, region_file
from benchmarks.peers import compare, measure
from grensgeo.errors import GrensgeoWarning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grensgeo.routing.streets.ends import Ends

HERE = Path(__file__).resolve().parent
SMALL = HERE.parent / "data" / "sample" / "muenster"
NAME = "made-up region"
SIZES = {1: "1/4", 2: "1/2", 4: "1"}
MODE = "car"
#: A day's work: every cell of the region to every other.
MANY = 10_000
#: Origins that one call holds: 20 megabytes of times to so many.
TOGETHER = 512
ON_ONE_THREAD = ("one_to_all", "one_to_5000", "matrix_1000", "recustomise")
TASKS = {
    "network_build": "from the extract to a saved network, all modes",
    "network_load": "load the network",
    "durations": "durations of all edges by car",
    "prepare": "contract chains, order and contract the core",
    "customise": "lay durations on it",
    "recustomise": "after a change of speeds, one thread",
    "one_to_all": "one to all, an origin of 16 asked together, one thread",
    "one_to_all_alone": "one to all, one origin asked alone, one thread",
    "one_to_5000": "one to 5,000, an origin of 64 asked together, one thread",
    "matrix_1000": "1,000 x 1,000, one thread",
    "matrix_10000": "10,000 x 10,000",
    "travel_times_first": "a first answer of `travel_times`, the core made for it",
    "travel_times_10000": "10,000 x 10,000 of `travel_times`, from places to a table of minutes",
    "scenario": "a scenario of other speeds applied, and one place to 10,000",
    "isochrone_30": "an isochrone of 30 minutes with its polygons",
}


timed = functools.partial(timed_by, clock=time.perf_counter)


def build(extract: Path, folder: Path) -> Iterator[tuple[str, float]]:
    """Build a network and save it."""
    from grensgeo.network import build_network

    countries = municipalities()
    start = time.perf_counter()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)  # much lies outside all municipalities
        network = build_network([extract], countries=countries)
    network.save(folder)
    yield "network_build", (time.perf_counter() - start) * 1000


def load(_: Path, folder: Path) -> Iterator[tuple[str, float]]:
    """Load a network."""
    from grensgeo.network import load_network

    load_network(SMALL)  # imports are not its cost
    yield "network_load", timed(lambda: load_network(folder))[0]


def route(_: Path, folder: Path) -> Iterator[tuple[str, float]]:
    """Lay durations on a network and compute a large matrix, on all cores."""
    from grensgeo.network import load_network
    from grensgeo.routing.streets import skeletons
    from grensgeo.routing.streets import times as routing
    from grensgeo.routing.streets.layout import Layout

    network = load_network(folder)
    streets = network.streets
    network.durations_s(MODE)
    ms, (forward, backward) = timed(lambda: network.durations_s(MODE))
    yield "durations", ms

    def layout(factor: float) -> Layout:
        ends, seconds = (streets.tail, streets.head), (forward * factor, backward * factor)
        return Layout.of_edges(
            streets.n_vertices,
            *ends,
            forward_s=seconds[0],
            backward_s=seconds[1],
            used=~np.isnan(seconds).all(axis=0),
        )

    def prepare() -> Any:  # noqa: ANN401
        return skeletons.prepare_layout(layout(1.0))

    def customise(factor: float) -> Any:  # noqa: ANN401
        return skeletons.customise_layout(skeleton, layout(factor))

    def matrix() -> int:
        aimed = routing.aim(ready, points)
        rows = (points[k : k + TOGETHER] for k in range(0, MANY, TOGETHER))
        found = (routing.many_to_many(ready, some, destinations=aimed) for some in rows)
        return sum(int(np.isfinite(block).sum()) for block in found)

    skeleton = prepare()  # once for the kernels to be compiled
    ms, skeleton = timed(prepare, most_runs=2)
    yield "prepare", ms
    customise(1.0)
    ms, ready = timed(lambda: customise(1.25))
    yield "customise", ms
    points = places(streets, (forward * 1.25, backward * 1.25), n=MANY)
    routing.many_to_many(ready, points[:TOGETHER], destinations=routing.aim(ready, points[:9]))
    ms, reached = timed(matrix, most_runs=3)
    print(f"{reached:,} of {MANY**2:,} pairs are reached", file=sys.stderr)
    yield "matrix_10000", ms


def places(streets: Any, seconds: tuple[Any, Any], *, n: int) -> Ends:  # noqa: ANN401
    """Choose points along streets that are open."""
    from grensgeo.routing.streets.ends import Ends

    rng = np.random.default_rng(153)
    usable = np.flatnonzero(~np.isnan(seconds[0]) | ~np.isnan(seconds[1]))
    return Ends.on_edges(
        rng.choice(usable, n, replace=False),
        rng.random(n),
        np.zeros(n),
        tail=streets.tail,
        head=streets.head,
        forward_s=seconds[0],
        backward_s=seconds[1],
    )


def ask(_: Path, folder: Path) -> Iterator[tuple[str, float]]:
    """Ask as a user does: travel times, a scenario and an isochrone, on all cores."""
    import grensgeo as gg

    warnings.simplefilter("ignore", GrensgeoWarning)  # some lie on streets cut off from the rest
    network = gg.load_network(folder, store=False)
    spots = middles(network.streets, n=MANY)
    trip = gg.Trip(MODE, max_min=600)
    small = gg.load_network(SMALL, store=False)
    nearby = middles(small.streets, n=9)
    gg.travel_times(small, nearby, nearby, trip)  # kernels are compiled once, after installation
    gg.isochrones(small, nearby[:1], trip, cutoffs_min=[30], resolution_m=RESOLUTION_M)
    one = spots[:1]
    yield (
        "travel_times_first",
        timed(lambda: gg.travel_times(network, one, one, trip), most_runs=1)[0],
    )
    ms, _ = timed(lambda: gg.travel_times(network, spots, spots, trip), most_runs=3)
    yield "travel_times_10000", ms

    title = dict.fromkeys(("nl", "de", "en"), "slower")
    factors = iter((0.9, 0.8, 0.7, 0.6, 0.5))

    def scenario() -> Any:  # noqa: ANN401
        slower = gg.ModifyStreets(country="NL", speed_factor=next(factors), modes=(MODE,))
        changed = gg.Scenario("slower", (slower,), title=title).apply(network)
        return gg.travel_times(changed, one, spots, trip)

    yield "scenario", timed(scenario, most_runs=5)[0]
    areas = (gg.isochrones, network, one, trip)
    call = functools.partial(*areas, cutoffs_min=[30], resolution_m=RESOLUTION_M)
    call()
    yield "isochrone_30", timed(call)[0]


def middles(streets: Any, *, n: int) -> Any:  # noqa: ANN401
    """Choose places on streets that a car may use both ways."""
    import pandas as pd

    bit = 1  # of cars
    usable = np.flatnonzero((streets.access_forward & streets.access_backward & bit) != 0)
    edges = np.random.default_rng(153).choice(usable, n, replace=False)
    lon, lat = streets.coords[streets.coords_start[edges]].T
    return pd.DataFrame({"id": edges.astype(str), "lon": lon, "lat": lat})


STEPS = {"build": build, "load": load, "route": route, "ask": ask}


def run_step(step: str, extract: Path, folder: Path) -> list[Row]:
    """Run one step in a process of its own."""
    call = [sys.executable, "-m", "benchmarks.region", step, str(extract), str(folder)]
    here = HERE.parent
    run = subprocess.run(call, check=False, stdout=subprocess.PIPE, text=True, cwd=here)
    if run.returncode:
        print(f"region: {step} ended with {run.returncode}", file=sys.stderr)
    return [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]


def measure_region(shared: Path, sizes: list[int]) -> tuple[list[Row], dict[str, str]]:
    """Measure the region at some of its sizes: rows, and how large each network is."""
    from grensgeo.network import load_network

    rows: list[Row] = []
    said: dict[str, str] = {}
    for quarters in sizes:
        name = f"{NAME}, {SIZES[quarters]}"
        print(f"{name}: writing its extract …", file=sys.stderr, flush=True)
        extract = region_file(shared, quarters).resolve()
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch) / "network"
            for step in STEPS:
                print(f"{name}: {step} …", file=sys.stderr, flush=True)
                rows += ({"network": name, **row} for row in run_step(step, extract, folder))
            if not folder.exists():
                continue
            streets = load_network(folder).streets
            size = write_case(Path(scratch), streets, MODE, every_node=False, extract=None)
            said[name] = f"{count_nodes(extract):,} OSM nodes; by {MODE} {size}"
            for engine, tasks in ((OURS, ON_ONE_THREAD), ("scipy", ("one_to_all",))):
                print(f"{name}: {engine} …", file=sys.stderr, flush=True)
                found = measure(engine, Path(scratch), Path(sys.executable), tasks=tasks)
                rows += ({"network": name, **row} for row in found if row["task"] != "build")
                if differs := compare(Path(scratch), engine):
                    print(differs, file=sys.stderr)
    return rows, said


def count_nodes(extract: Path) -> int:
    """Count the nodes of an extract."""
    import osmium

    return sum(1 for _ in osmium.FileProcessor(str(extract), osmium.osm.NODE))


def as_markdown(rows: list[Row], sizes: dict[str, str]) -> str:
    """Write a column a size: milliseconds, and megabytes where a process of its own tells."""
    ours = {(row["network"], row["task"]): row for row in rows if row["engine"] == OURS}
    peer = {(row["network"], row["task"]): row for row in rows if row["engine"] == "scipy"}
    parts = ["**How cost grows**, milliseconds; on all cores where no thread is named:", ""]
    parts += [f"- {name}: {size}" for name, size in sizes.items()]
    parts += ["", "| task | " + " | ".join(name.split(", ")[1] for name in sizes) + " |"]
    parts += ["|---" * (len(sizes) + 1) + "|"]
    for task, words in TASKS.items():
        line = [words]
        for name in sizes:
            row = ours.get((name, task))
            cell = "" if row is None else plain(row["median_ms"])
            if row is not None and task in {"network_build", "network_load"}:
                cell += f" ({row['peak_mb']:,.0f} MB)"
            scipy = peer.get((name, task))
            if row is not None and scipy is not None:
                cell += f" (scipy {plain(scipy['median_ms'] / row['median_ms'])} x)"
            line.append(cell)
        if any(line[1:]):
            parts.append("| " + " | ".join(line) + " |")
    return "\n".join([*parts, ""])


def main() -> None:
    """Run one step, or measure the region alone and print it."""
    if len(sys.argv) > 1:
        step, extract, folder = sys.argv[1:]
        for task, ms in STEPS[step](Path(extract), Path(folder)):
            row = {"task": task, "engine": OURS, "median_ms": ms, "peak_mb": peak_mb()}
            print(json.dumps(row), flush=True)
        return
    shared = Path(os.environ.get("GRENSGEO_SHARED", HERE.parents[1] / "shared" / "data"))
    print(as_markdown(*measure_region(shared, list(SIZES))))


if __name__ == "__main__":
    main()
