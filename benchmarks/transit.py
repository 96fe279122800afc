"""Time public transport over a window of departures: ``python -m benchmarks.transit``.

Two kinds of figures, and each row says which. From points to a table: what a user waits for, with
snapping, legs through the streets, the search and the table (:mod:`benchmarks.timetable_places`):
the dense buses of Porto Alegre, 1,227 to 1,227 points, and the trains and buses of the sample's
region from its municipalities to its cells; of the same calls the search alone, too. And kernels
alone (:mod:`benchmarks.transit_cases`): the buses of Münster and the region's trains on one
Tuesday, 1,000 origins in the city, to all cells, where legs and ways between stops are straight
lines taken 1.3 times; all origins at once, one alone, and one plain RAPTOR for every minute over
the same arrays, which has to give the same percentiles. A departure every minute of an hour.

ferrobus runs beside both in the peers' environment, with the same trips but its own walks along
the streets, so that only its cost is compared.

Each engine runs in a process of its own on one thread, and its processor time counts, so that
whatever else the machine does takes no part. The figures are printed and written to
``results/transit.json``: a list of task, network, engine, median_ms, peak_mb and ratio, where
median_ms is milliseconds an origin and ratio is the engine's median over ours;
``results/transit.md`` has them as a table. With ``--networks`` and ``--engines`` some are measured
and the others stay.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks import timetable_places as places
from benchmarks.figures import RESULTS, Row, load_average, machine, merge, own_peak_mb, plain
from benchmarks.peers import peers_python
from benchmarks.plain_raptor import ask_plain
from benchmarks.transit_cases import (
    FEEDS,
    LEG_S,
    LIMIT_S,
    MAX_RIDES,
    N_ORIGINS,
    PERCENTILES,
    SHARED,
    STREETS,
    WALK_M_PER_S,
    WAY_M,
    Case,
    write_cases,
)
from grensgeo.routing.transit.raptor import Window, percentile_times

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    Array = npt.NDArray[Any]

HERE = Path(__file__).resolve().parent
TASK = "kernel alone, 60 departures, ms an origin"
#: Origins asked together, and how many such blocks each engine is asked; the first origins are
#: compared.
COMPARED = 50
OURS, ALONE, PLAIN = "grensgeo", "grensgeo, an origin alone", "plain RAPTOR a minute"
FERROBUS = "ferrobus"
BLOCKS = {OURS: (N_ORIGINS, 5), ALONE: (1, 300), PLAIN: (5, 20)}
KERNELS = "kernels"


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument(
        "--shared", type=Path, default=Path(os.environ.get("GRENSGEO_SHARED", SHARED))
    )
    parser.add_argument("--results", type=Path, default=RESULTS)
    engines, networks = [*BLOCKS, FERROBUS], [*places.PLACES, KERNELS]
    parser.add_argument("--engines", nargs="+", default=engines, choices=engines)
    parser.add_argument("--networks", nargs="+", default=networks, choices=networks)
    parser.add_argument("--table", action="store_true", help="only write the table anew")
    parser.add_argument("--child", nargs=2, metavar=("ENGINE", "CASE"), help=argparse.SUPPRESS)
    return parser.parse_args()


def ask_grensgeo(case: Case, rows: slice) -> Array:
    """Range-RAPTOR."""
    window = Window(case.moments, MAX_RIDES, LIMIT_S)
    return percentile_times(
        case.schedule, case.access, case.egress, window=window, percentiles=PERCENTILES, rows=rows
    )[0]


def run_child(engine: str, path: Path) -> None:
    """Ask one engine and print a line of JSON."""
    case = Case(path)
    ask: Any = ask_plain if engine == PLAIN else ask_grensgeo
    size, n_blocks = BLOCKS[engine]
    ask(case, slice(0, size))  # compile
    spent: list[float] = []
    reached: list[Array] = []
    kept: list[Array] = []
    asked = 0
    for block in range(n_blocks):
        first = block * size % N_ORIGINS
        rows = slice(first, first + size)
        start = time.process_time()
        seconds = ask(case, rows)
        spent.append(1000 * (time.process_time() - start) / size)
        reached.append(seconds[1][np.isfinite(seconds[1])])
        asked += seconds[1].size
        if sum(part.shape[1] for part in kept) < COMPARED:
            kept.append(seconds[:, :COMPARED].copy())
        del seconds
    times = np.concatenate(reached)
    np.save(path.with_name(f"{path.stem}-{engine}.npy"), np.concatenate(kept, axis=1))
    told = f"{len(times) / asked:.0%} reached, p50 of these {np.median(times) / 60:.1f} min"
    row = {
        "engine": engine,
        "median_ms": median(spent),
        "peak_mb": round(own_peak_mb()),
        "told": told,
    }
    print(json.dumps(row))


def run_apart(call: list[str]) -> list[Row]:
    """Run an engine in a process of its own, on one thread."""
    environment = {
        **os.environ,
        "NUMBA_NUM_THREADS": "1",
        "RAYON_NUM_THREADS": "1",
        "PYTHONPATH": str(HERE.parent),
    }
    run = subprocess.run(
        call, check=False, stdout=subprocess.PIPE, text=True, env=environment, cwd=HERE.parent
    )
    if run.returncode:
        print(f"{' '.join(call[:5])} … ended with {run.returncode}", file=sys.stderr)
    return [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]


def run_ferrobus(asked: dict[str, Any], folder: Path, points: tuple[Array, Array]) -> list[Row]:
    """Ask ferrobus what is asked of us, in the peers' environment."""
    python = peers_python()
    if python is None or not Path(asked["streets"]).exists():
        print("ferrobus cannot be measured here", file=sys.stderr)
        return []
    path = folder / "ferrobus.npz"
    np.savez(path, origins=points[0], destinations=points[1], asked=json.dumps(asked))
    return run_apart([str(python), str(HERE / "ferrobus_peer.py"), str(path)])


def measure_places(arguments: argparse.Namespace) -> Iterator[Row]:
    """Measure from points to a table."""
    for name in [name for name in arguments.networks if name in places.PLACES]:
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            place = places.PLACES[name](arguments.shared, folder)
            if place is None:
                print(f"{name}: its files are not there; give --shared", file=sys.stderr)
                continue
            place.write(folder)
            found: list[Row] = []
            if OURS in arguments.engines:
                call = [sys.executable, "-m", "benchmarks.timetable_places", str(folder)]
                found += run_apart(call)
            if FERROBUS in arguments.engines and place.ferrobus is not None:
                of_peer = run_ferrobus(place.ferrobus, folder, place.lonlat())
                found += ({**row, "task": places.WHOLE} for row in of_peer)
            yield from ({**row, "network": place.title} for row in found)


def measure_kernels(arguments: argparse.Namespace) -> Iterator[Row]:
    """Measure kernels alone, and hold their answers against each other."""
    if KERNELS not in arguments.networks:
        return
    missing = [name for name in FEEDS if not (arguments.shared / "gtfs" / name).exists()]
    if missing:
        print(f"{', '.join(missing)} of shared/data are not there; give --shared", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for number, network in enumerate(write_cases(folder, arguments.shared)):
            path = folder / f"{number}.npz"
            here = [sys.executable, "-m", "benchmarks.transit", "--child"]
            for engine in [name for name in arguments.engines if name in BLOCKS]:
                for row in run_apart([*here, engine, str(path)]):
                    yield {**row, "network": network, "task": TASK}
            if FERROBUS in arguments.engines and number == 0:  # its streets are those of the city
                case = Case(path)
                asked = {
                    "streets": str((arguments.shared / STREETS).resolve()),
                    "feed": str(folder / "feed"), "day": "2023-10-17",
                    "moments": case.moments.tolist(), "percentiles": PERCENTILES,
                    "rides": MAX_RIDES, "leg_s": LEG_S, "way_s": round(WAY_M / WALK_M_PER_S),
                    "stops": 50,
                }  # fmt: skip
                points = case.stored["origins"], case.stored["destinations"]
                for row in run_ferrobus(asked, folder, points):
                    yield {**row, "network": network, "task": TASK}
            answers = [folder / f"{number}-{engine}.npy" for engine in BLOCKS]
            if all(answer.exists() for answer in answers):
                one, *others = map(np.load, answers)
                same = all(np.array_equal(one, other, equal_nan=True) for other in others)
                print(f"{network:>22}  all give {'the same' if same else 'OTHERS'}")


def as_table(rows: list[Row]) -> str:
    """Write the figures as a table."""
    ours = {(r["network"], r["task"]): r["median_ms"] for r in rows if r["engine"] == OURS}
    lines, networks = [], list(dict.fromkeys(row["network"] for row in rows))
    for row in sorted(rows, key=lambda row: networks.index(row["network"])):
        own = ours.get((row["network"], row["task"]))
        row["ratio"] = None if own is None else row["median_ms"] / own
        ratio = "" if own is None else f"{plain(row['ratio'])} x"
        what = row["task"].partition(",")[0]
        lines.append(
            f"| {row['network']} | {what} | {row['engine']} | {plain(row['median_ms'])} | {ratio} "
            f"| {row['peak_mb']:,.0f} MB |"
        )
    said = dict.fromkeys(row["said"] for row in rows)
    return "\n".join([
        "# Public transport side by side with its peers",
        "",
        *(f"Written by `python -m benchmarks.transit` on {one}" for one in said),
        "",
        "| from where to where | what | engine | ms an origin | over ours | memory |",
        "|---|---|---|---|---|---|",
        *lines,
        "",
    ])  # fmt: skip


def main() -> None:
    arguments = read_arguments()
    if arguments.child:
        engine, case = arguments.child
        run_child(engine, Path(case))
        return
    path, rows = arguments.results / "transit.json", []
    busy = load_average()
    if not arguments.table:
        for row in (*measure_places(arguments), *measure_kernels(arguments)):
            print(f"{row['network']:>22}  {row['task']:<42} {row['engine']:<26} "
                  f"{plain(row['median_ms']):>8} ms  {row['peak_mb']:>5,.0f} MB  "
                  f"({row.pop('told')})")  # fmt: skip
            said = f"{machine()}, load average {busy} before: 60 departures, percentiles of their "
            said += "times; milliseconds of processor time of one thread."
            rows.append({**row, "said": said})
    rows = merge(path, rows, ("task", "network", "engine"))
    table = as_table(rows)
    merge(path, rows, ("task", "network", "engine"))  # with ratios
    (arguments.results / "transit.md").write_text(table, encoding="utf-8")


if __name__ == "__main__":
    main()
