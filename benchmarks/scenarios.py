"""What scenarios cost beside preparing the network, on the sample, by CPU time of one thread.

Run it with ``python -m benchmarks.scenarios [candidates [raw]]``. Times are the least of three.
The sample's network is compiled: with ``raw``, the folder of raw inputs of ``make sample``,
building it is what ``data/compile/networks.py`` does (roads, lattice and feeds read, joined and
made into one network) and preparing it for the first question; without, reading the finished files
takes its place, which is a seventh of that.
"""

import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numba as nb
import numpy as np

import grensgeo as gg

Found = TypeVar("Found")
SAMPLE = Path(__file__).resolve().parents[1] / "data" / "sample"
AREAS = ("twente", "muensterland")
TITLE = dict.fromkeys(("nl", "de", "en"), "x")


def cpu_s(work: Callable[[], Found], *, times: int = 3) -> tuple[float, Found]:
    """Return the least CPU seconds of some runs, and the last result."""
    taken: list[float] = []
    found: list[Found] = []
    for _ in range(times):
        begun = time.process_time()
        found.append(work())
        taken.append(time.process_time() - begun)
    return min(taken), found[-1]


def _faster(way: int) -> gg.ModifyStreets:
    return gg.ModifyStreets(ways=(way,), speed_factor=1.25, modes=("car",))


def build(raw: Path, region: gg.Region) -> gg.Network:
    """Build the network of the sample's region from raw inputs."""
    sys.path.insert(0, str(SAMPLE.parent / "compile"))
    from networks import compile_region_network

    with tempfile.TemporaryDirectory() as folder:
        network: gg.Network = compile_region_network(raw, Path(folder), region)
    return network


def main(n_candidates: int, raw: Path | None = None) -> None:
    """Print what preparing, scenarios, critical links and best measures take."""
    warnings.simplefilter("ignore", gg.GrensgeoWarning)
    nb.set_num_threads(1)
    region, trip = gg.load_region(SAMPLE), gg.Trip("car", max_min=60)
    own = region.municipalities["area"].isin(AREAS).to_numpy()
    places = region.places[own]

    def ask(network: gg.Network) -> gg.TravelTimes:
        return gg.travel_times(network, places, region.cells, trip)

    def prepare() -> gg.Network:
        network = build(raw, region) if raw else gg.load_network(SAMPLE / "network", store=False)
        ask(network)
        return network

    prepared_s, network = cpu_s(prepare)
    what = "build" if raw else "read"
    print(
        f"{what} and prepare the network, {len(places)} x {len(region.cells)}: {prepared_s:.2f} s"
    )
    for name, change in {
        "speeds": gg.ModifyStreets(refs=("N18",), speed_kmh=100, modes=("car",)),
        "limit": gg.ModifyStreets(refs=("N18",), limit_kmh=100),
        "closed": gg.ModifyStreets(refs=("N18",), closed=True),
    }.items():
        plan = gg.Scenario("one", (change,), title=TITLE)
        taken_s, _ = cpu_s(lambda plan=plan: ask(plan.apply(network)))
        print(f"{name}, and all again: {taken_s:.2f} s, {taken_s / prepared_s:.0%} of that")
    situation = gg.Situation(region, network, {"car": trip})
    taken_s, links = cpu_s(
        lambda: gg.critical_links(situation, refs=("A31",), areas=AREAS), times=1
    )
    print(f"{len(links.table)} critical links: {taken_s / len(links.table):.3f} s each")
    ways = np.unique(network.refs.way_id)
    rng = np.random.default_rng(1)
    made = [
        gg.Candidate(
            gg.Scenario(
                f"m-{k}",
                (_faster(int(rng.choice(ways))),),
                title=TITLE,
            ),
            float(rng.integers(1, 20)),
        )
        for k in range(n_candidates)
    ]
    taken_s, found = cpu_s(lambda: gg.best_measures(situation, made, 25, areas=AREAS), times=1)
    print(
        f"best of {n_candidates}: {taken_s:.1f} s, {found.n_evaluations} evaluations, "
        f"{found.n_spared} spared"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100, *map(Path, sys.argv[2:3]))
