"""What a user waits for, beside what was promised: ``python -m benchmarks.doors``.

A table of figure, limit and result, on the made-up region of the true size
(:mod:`benchmarks.madeup`), on Porto beside Valhalla, and on the sample. Each step runs in a
process of its own and asks public functions, from places to answers; only one origin to everywhere
is the kernel's, for a table of half a million places would be most of it. Kernels are compiled
before, but for the step that measures just that. ``--steps`` measures some and keeps the others;
the figures go to ``results/doors.json`` and, as a table, to ``results/doors.md``.

Seconds are those on the wall where a process begins or all cores work, and of the processor, on
one thread, where it says so: the machine should have nothing else to do.
"""

from __future__ import annotations

import argparse
import functools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.figures import RESULTS, Row, load_average, machine, merge, own_peak_mb, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pandas as pd

    from grensgeo import Network, Router

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared" / "data"
SAMPLE = HERE.parent / "data" / "sample"
SMALL = SAMPLE / "muenster"
REGION = "made-up region"
MANY = 10_000
RUNS = 7
#: Figures and their limits: words, unit, limit (None where there is none). A limit of "at least"
#: is written as a negative number.
FIGURES: dict[str, tuple[str, str, float | None]] = {
    "first_whole": ("a first answer, the whole of a new process", "s", 1.0),
    "first_loaded": ("a first answer after imports, kernels loaded", "s", 0.3),
    "alone_everywhere": ("one origin alone to everywhere (kernel, one thread)", "ms", 5.0),
    "alone_60": ("one origin alone, within 60 minutes (kernel, one thread)", "ms", 1.5),
    "warm_1x10": ("`travel_times` 1 x 10, warm", "ms", 10.0),
    "isochrone_100": ("an isochrone of 30 min with polygons, a new place, at 100 m", "ms", 15.0),
    "isochrone_50": ("the same at 50 m", "ms", 25.0),
    "porto_100": ("on Porto, an isochrone of 30 min at 100 m (one thread)", "ms", None),
    "porto_50": ("the same at 50 m", "ms", None),
    "porto_valhalla": ("Valhalla's, on its grid of 222 m by 168 m", "ms", None),
    "porto_ratio": ("Valhalla's over ours at 100 m", "x", -10.0),
    "scenario_speeds": ("a scenario of other speeds and one place to 10,000", "s", 0.15),
    "scenario_edges": ("a scenario of up to 50 edges and one place to 10,000", "s", 0.10),
    "matrix_10000": ("`travel_times` 10,000 x 10,000, from snapped places", "s", 3.0),
    "reach_10000": ("reach of the same at three cutoffs, without a matrix", "s", 1.3),
    "reach_mb": ("its memory above the network's", "MB", 300.0),
    "sample_ratio": ("sample, router kept, five places to all cells: first over second", "x", 2.0),
    "sample_first": ("its first call", "s", None),
    "compile_car": ("a first answer by car on a fresh installation: compiling", "s", 6.85),
    "compile_transit": ("by transit, after that by car: compiling", "s", 6.1),
}  # fmt: skip


def places_on(network: Network, n: int, *, seed: int = 153) -> pd.DataFrame:
    """Choose places on streets that a car may use both ways."""
    import pandas as pd

    streets = network.streets
    usable = np.flatnonzero((streets.access_forward & streets.access_backward & 1) != 0)
    edges = np.random.default_rng(seed).choice(usable, n, replace=False)
    lon, lat = streets.coords[streets.coords_start[edges]].T
    return pd.DataFrame({"id": edges.astype(str), "lon": lon, "lat": lat})


def timed(
    call: Callable[[], Any],
    *,
    runs: int = RUNS,
    clock: Callable[[], float] = time.perf_counter,
) -> float:
    """Median seconds, on the wall or of another clock."""
    spent = []
    for _ in range(runs):
        start = clock()
        call()
        spent.append(clock() - start)
    return median(spent)


def load_kernels() -> None:
    """Ask a small network all that is measured, so that imports and kernels are loaded."""
    import grensgeo as gg

    network = gg.load_network(SMALL, store=False)
    spots, trip = places_on(network, 70), gg.Trip("car", max_min=60)
    gg.travel_times(network, spots[:1], spots, trip)
    gg.travel_times(network, spots, spots, trip)
    for metres in (100, 50):
        gg.isochrones(network, spots[:1], trip, cutoffs_min=[30], resolution_m=metres)


def write_ten(network: Network, folder: Path) -> None:
    """Write what a new process asks about: eleven places."""
    places_on(network, 11).to_csv(folder / "ten.csv", index=False)


def answer_first(folder: Path) -> float:
    """Load what is prepared and answer; give the seconds that take."""
    import pandas as pd

    import grensgeo as gg

    start = time.perf_counter()
    ten = pd.read_csv(folder / "ten.csv", dtype={"id": str})
    gg.travel_times(gg.load_router(folder / "network"), ten[:1], ten[1:], gg.Trip("car"))
    return time.perf_counter() - start


def first(folder: Path) -> Iterator[tuple[str, float]]:
    """Answer first in new processes: whole, and after imports with kernels loaded.

    Modules are kept as bytecode, as pip installs them, whatever is said here.
    """
    call = [sys.executable, "-m", "benchmarks.doors", "--run", "answer", str(folder)]
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    run = functools.partial(
        subprocess.run, call, check=True, stdout=subprocess.DEVNULL, env=environment
    )
    run()
    yield "first_whole", timed(run, runs=5)
    load_kernels()
    yield "first_loaded", answer_first(folder)


def answer(folder: Path) -> Iterator[tuple[str, float]]:
    """Answer in this process, which has nothing loaded."""
    yield "answered", answer_first(folder)


def alone(folder: Path) -> Iterator[tuple[str, float]]:
    """Search from one origin to every vertex."""
    import numba

    from benchmarks.cases import write_case
    from benchmarks.engines import Case, Grensgeo
    from grensgeo import load_network

    numba.set_num_threads(1)
    write_case(folder, load_network(folder / "network").streets, "car", every_node=False,
               extract=None)  # fmt: skip
    engine: Any = Grensgeo(Case(str(folder)))
    everywhere = engine.aim(None)
    for figure, limit_s in (("alone_everywhere", np.inf), ("alone_60", 3600.0)):
        spent = []
        for origin in engine.case.origins[:50]:
            at = engine.at(np.array([origin]))
            start = time.process_time()
            engine.streets.many_to_many(engine.timed, at, destinations=everywhere, limit_s=limit_s)
            spent.append(time.process_time() - start)
        yield figure, 1000 * median(spent[5:])


def warm(folder: Path) -> Iterator[tuple[str, float]]:
    """Ask again, and for isochrones at new places."""
    import grensgeo as gg

    router = gg.load_router(folder / "network")
    spots, trip = places_on(router.network, 200), gg.Trip("car", max_min=60)
    gg.travel_times(router, spots[:1], spots[1:11], trip)
    gg.travel_times(router, spots[:1], spots[1:11], trip)
    ask = functools.partial(gg.travel_times, router, spots[:1], spots[1:11], trip)
    yield "warm_1x10", 1000 * timed(ask)
    for metres in (100, 50):
        yield f"isochrone_{metres}", 1000 * isochrone_s(router, spots, metres)


def isochrone_s(
    router: Router | Network,
    spots: pd.DataFrame,
    metres: float,
    *,
    clock: Callable[[], float] = time.perf_counter,
) -> float:
    """Median seconds of an isochrone at a place that was never asked for."""
    import grensgeo as gg

    trip, new = gg.Trip("car", max_min=30), iter(range(int(metres), len(spots)))

    def draw() -> None:
        one = spots.iloc[[next(new)]]
        gg.isochrones(router, one, trip, cutoffs_min=[30], resolution_m=metres)

    draw()
    return timed(draw, runs=15, clock=clock)


def scenarios(folder: Path) -> Iterator[tuple[str, float]]:
    """Apply scenarios and ask from one place."""
    import shapely

    import grensgeo as gg

    router = gg.load_router(folder / "network")
    network = router.network
    spots, trip = places_on(network, MANY), gg.Trip("car", max_min=600)
    gg.travel_times(router, spots[:1], spots, trip)
    middle = spots[["lon", "lat"]].median().to_numpy()
    streets = network.streets
    inner = streets.coords[(streets.coords_start[:-1] + streets.coords_start[1:]) // 2]
    near = np.sort(np.hypot(*(inner - middle).T))
    few = shapely.Point(middle).buffer(near[50] * 0.99)

    for figure, where in (
        ("scenario_speeds", {"highways": ("secondary", "tertiary", "residential")}),
        ("scenario_edges", {"polygon": few}),
    ):
        factors = iter(np.linspace(0.9, 0.4, RUNS + 1))

        def apply(where: dict[str, Any] = where, factors: Iterator[float] = factors) -> None:
            slower = gg.ModifyStreets(speed_factor=next(factors), modes=("car",), **where)
            title = dict.fromkeys(("nl", "de", "en"), "slower")
            changed = gg.Scenario("slower", (slower,), title=title).apply(network)
            gg.travel_times(changed, spots[:1], spots, trip)

        apply()
        yield figure, timed(apply)


def matrix(folder: Path) -> Iterator[tuple[str, float]]:
    """Compute 10,000 x 10,000 as a table."""
    import grensgeo as gg

    router = gg.load_router(folder / "network")
    spots, trip = places_on(router.network, MANY), gg.Trip("car", max_min=600)
    gg.travel_times(router, spots, spots, trip)
    yield "matrix_10000", timed(lambda: gg.travel_times(router, spots, spots, trip), runs=3)


def sums(folder: Path) -> Iterator[tuple[str, float]]:
    """Compute reach of 10,000 x 10,000 at three cutoffs, and what memory that takes."""
    import pandas as pd

    import grensgeo as gg

    router = gg.load_router(folder / "network")
    spots, trip = places_on(router.network, MANY), gg.Trip("car", max_min=60)
    jobs = {"jobs": pd.Series(np.arange(MANY, dtype=float), index=spots["id"])}
    country = pd.Series("NL", index=spots["id"])
    gg.travel_times(router, spots[:1], spots, trip)
    held = own_peak_mb()

    def reach() -> None:
        times = gg.travel_time_sums(router, spots, spots, trip)
        gg.reach(times, jobs, cutoffs_min=(30, 45, 60), countries=country)

    reach()
    yield "reach_10000", timed(reach, runs=3)
    yield "reach_mb", own_peak_mb() - held


def sample(folder: Path) -> Iterator[tuple[str, float]]:
    """Ask the sample twice in a process that has loaded imports and kernels.

    What another process prepared is opened, as the command line and studies do.
    """
    import grensgeo as gg
    from grensgeo.traveltimes.router import open_router

    shutil.copytree(
        SAMPLE / "network", folder / "network", ignore=shutil.ignore_patterns("router")
    )
    prepare_sample = [sys.executable, "-m", "benchmarks.doors", "--run", "keep", str(folder)]
    subprocess.run(prepare_sample, check=True, stdout=subprocess.DEVNULL)
    load_kernels()
    region, router = gg.load_region(SAMPLE), open_router(folder / "network")
    ask = functools.partial(
        gg.travel_times, router, region.places[:5], region.cells, gg.Trip("car", max_min=60)
    )
    once, again = timed(ask, runs=1), timed(ask, runs=1)
    yield "sample_first", once
    yield "sample_ratio", once / again


def keep(folder: Path) -> Iterator[tuple[str, float]]:
    """Ask the sample once, and keep what that prepared."""
    import grensgeo as gg

    region, router = (
        gg.load_region(SAMPLE),
        gg.Router(gg.load_network(folder / "network", store=False)),
    )
    gg.travel_times(router, region.places[:5], region.cells, gg.Trip("car", max_min=60))
    yield "kept", float(router.keep(folder / "network"))


def porto(folder: Path) -> Iterator[tuple[str, float]]:
    """Draw isochrones of Porto, beside Valhalla."""
    import numba

    from benchmarks.cases import write_case
    from benchmarks.peers import measure, peers_python
    from benchmarks.streets import PORTO
    from grensgeo import build_network, load_network

    extract = Path(os.environ.get("GRENSGEO_SHARED", SHARED)) / PORTO
    if not extract.exists():
        print(f"{extract} is not there", file=sys.stderr)
        return
    network = build_network([extract])
    network.save(folder / "network")
    load_kernels()
    network = load_network(folder / "network")
    spots = places_on(network, 200)
    numba.set_num_threads(1)  # as Valhalla has, of which the processor's time counts, too
    ours = {
        metres: 1000 * isochrone_s(network, spots, metres, clock=time.process_time)
        for metres in (100, 50)
    }
    yield "porto_100", ours[100]
    yield "porto_50", ours[50]
    write_case(folder, network.streets, "car", every_node=False, extract=extract)
    python = peers_python()
    for row in measure("valhalla", folder, python, tasks=("isochrone_30",)) if python else ():
        if row["task"] == "isochrone_30":
            yield "porto_valhalla", row["median_ms"]
            yield "porto_ratio", row["median_ms"] / ours[100]


def compiling(folder: Path) -> Iterator[tuple[str, float]]:
    """Ask in new processes with an empty folder for compiled kernels, and again with it full."""
    environment = {**os.environ, "NUMBA_CACHE_DIR": str(folder / "kernels")}
    for mode in ("car", "transit"):
        spent = []
        for _ in range(2):
            call = [sys.executable, "-m", "benchmarks.doors", "--run", f"ask_{mode}", str(folder)]
            run = subprocess.run(
                call, check=True, stdout=subprocess.PIPE, text=True, env=environment
            )
            spent.append(json.loads(run.stdout.splitlines()[-1])["value"])
        yield f"compile_{mode}", spent[0] - spent[1]


def ask_sample(folder: Path, mode: str) -> Iterator[tuple[str, float]]:
    """Ask the sample from five places; give the seconds of the processor."""
    del folder
    import grensgeo as gg

    options = {"departure": "2023-10-17T08:00", "window_min": 60} if mode == "transit" else {}
    region, network = gg.load_region(SAMPLE), gg.load_network(SAMPLE / "network", store=False)
    start = time.process_time()
    gg.travel_times(network, region.places[:5], region.cells, gg.Trip(mode, max_min=60, **options))
    yield "asked", time.process_time() - start


#: Steps in the order in which they run, and whether they need the made-up region.
STEPS: dict[str, tuple[Callable[[Path], Iterator[tuple[str, float]]], bool]] = {
    "first": (first, True),
    "alone": (alone, True),
    "warm": (warm, True),
    "scenarios": (scenarios, True),
    "matrix": (matrix, True),
    "sums": (sums, True),
    "porto": (porto, False),
    "sample": (sample, False),
    "compiling": (compiling, False),
}


def prepare(folder: Path) -> Iterator[tuple[str, float]]:
    """Prepare the region once, as a first study does, and save it."""
    import grensgeo as gg

    load_kernels()
    router = gg.Router(gg.load_network(folder / "network", store=False))
    write_ten(router.network, folder)
    spots = places_on(router.network, 70)
    for trip in (gg.Trip("car"), gg.Trip("car", max_min=60)):
        gg.travel_times(router, spots[:1], spots, trip)
        gg.travel_times(router, spots, spots, trip)
    router.save(folder / "network")
    yield "prepared", 0.0


WITHIN = {
    "answer": answer,
    "ask_car": functools.partial(ask_sample, mode="car"),
    "ask_transit": functools.partial(ask_sample, mode="transit"),
    "prepare": prepare,
    "keep": keep,
}


def copy_region(given: Path | None, folder: Path) -> None:
    """Copy the made-up region's network, or build it: what is prepared goes beside the copy."""
    from benchmarks.madeup import municipalities, region_file
    from grensgeo import build_network

    if given is not None:
        left = shutil.ignore_patterns("router")
        shutil.copytree(given, folder / "network", ignore=left)
        return
    shared = Path(os.environ.get("GRENSGEO_SHARED", SHARED))
    extract = region_file(shared, 4)
    build_network([extract], countries=municipalities()).save(folder / "network")


def run_step(step: str, folder: Path, *, root: Path = HERE.parent) -> list[Row]:
    """Run a step of a checkout in a process of its own."""
    print(f"{step} …", file=sys.stderr, flush=True)
    call = [sys.executable, "-m", "benchmarks.doors", "--run", step, str(folder)]
    env = os.environ | {"PYTHONPATH": str(root)}
    run = subprocess.run(call, check=False, stdout=subprocess.PIPE, text=True, cwd=root, env=env)
    if run.returncode:
        print(f"{step} ended with {run.returncode}", file=sys.stderr)
    return [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]


def held(value: float, unit: str, limit: float | None) -> tuple[str, str]:
    """Write a limit, and whether a figure keeps it; nothing where there is none."""
    if limit is None:
        return "", ""
    kept = value >= -limit if limit < 0 else value <= limit
    return f"{'at least ' if limit < 0 else ''}{plain(abs(limit))} {unit}", "yes" if kept else "no"


def as_table(rows: list[Row]) -> str:
    """Write the figures beside their limits."""
    found = {row["figure"]: row for row in rows}
    lines = []
    for figure, (words, unit, limit) in FIGURES.items():
        if figure not in found:
            continue
        value = found[figure]["value"]
        told = held(value, unit, limit)
        lines.append(f"| {words} | {told[0]} | {plain(value)} {unit} | {told[1]} |")
    said = dict.fromkeys(row["said"] for row in rows)
    return "\n".join([
        "# What a user waits for",
        "",
        "The made-up region has the true size: 2.45 million nodes, by car 495,434 vertices.",
        *(f"Written by `python -m benchmarks.doors` on {one}." for one in said),
        "",
        "| what | limit | result | kept |",
        "|---|---|---|---|",
        *lines,
        "",
    ])  # fmt: skip


def main() -> None:
    """Run one step, or all of them and write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--network", type=Path, help="the made-up region as a saved network")
    parser.add_argument("--steps", nargs="+", default=list(STEPS), choices=list(STEPS))
    parser.add_argument("--results", type=Path, default=RESULTS)
    parser.add_argument("--table", action="store_true", help="only write the table anew")
    parser.add_argument("--run", nargs=2, metavar=("STEP", "FOLDER"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.run:
        from grensgeo.errors import GrensgeoWarning

        warnings.simplefilter("ignore", GrensgeoWarning)
        step, folder = arguments.run
        steps = {name: call for name, (call, _) in STEPS.items()} | WITHIN
        for figure, value in steps[step](Path(folder)):
            print(json.dumps({"figure": figure, "value": value}), flush=True)
        return
    rows: list[Row] = []
    said = f"{machine()}, load average {load_average()} before"
    if not arguments.table:
        with tempfile.TemporaryDirectory() as scratch:
            if any(STEPS[step][1] for step in arguments.steps):
                region = Path(scratch) / "region"
                region.mkdir()
                copy_region(arguments.network, region)
                run_step("prepare", region)
            for step in arguments.steps:
                folder = region if STEPS[step][1] else Path(scratch) / step
                folder.mkdir(exist_ok=True)
                rows += ({**row, "said": said} for row in run_step(step, folder))
    rows = merge(arguments.results / "doors.json", rows, ("figure",))
    table = as_table(rows)
    (arguments.results / "doors.md").write_text(table, encoding="utf-8")
    print(table)


if __name__ == "__main__":
    main()
