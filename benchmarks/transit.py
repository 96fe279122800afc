"""Time public transport over a window of departures: ``python -m benchmarks.transit``.

The buses of Münster and the region's trains on one Tuesday, 1,000 origins in the city, a departure
every minute from 08:00 to 09:00, to all cells; legs and ways between stops are straight lines
taken 1.3 times. Ours is asked for all origins at once, which it answers from what follows each
boarding, and for one alone, from which it searches. Against it stands one plain RAPTOR for every
minute over the same arrays, which has to give the same percentiles, and ferrobus where it is
installed (``pip install ferrobus``), with the same trips but its own walks along the streets, so
that only its cost is compared.

Each engine runs in a process of its own on one thread, and its processor time counts, so that
whatever else the machine does takes no part. The figures are printed and written to
``results/transit.json``: a list of task, network, engine, median_ms, peak_mb and ratio, where
median_ms is milliseconds an origin and ratio is the engine's median over ours for all at once;
``results/transit.md`` has them as a table.
"""

# ruff: noqa: ANN401 - what kernels and a peer take and give is their own
from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import warnings
from datetime import date
from pathlib import Path
from statistics import median
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numba as nb
import numpy as np

from grensgeo.routing.transit.journeys import Legs
from grensgeo.routing.transit.keys import UNREACHED
from grensgeo.routing.transit.raptor import Egress, Window, nearest_ranks, percentile_times
from grensgeo.routing.transit.schedule import prepare, whole_seconds

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.gtfs import Timetable
    from grensgeo.routing.transit.schedule import Lines

    Array = npt.NDArray[Any]

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared" / "data"
SAMPLE = HERE.parent / "data" / "sample"
#: Feeds and the Tuesday each is asked for: they have no day in common.
FEEDS = {
    "stadtwerke_muenster_2023-08_from_rds.zip": date(2023, 10, 17),
    "rail_region_2026_frequency_derived.zip": date(2026, 3, 10),
}
STREETS = Path("osm") / "muenster_city_roads_2025-02_rebuilt.osm.pbf"
CITY = "05515000"
SEED = 153
N_ORIGINS = 1000
START_S, N_MINUTES = 8 * 3600, 60
MAX_RIDES, LIMIT_S = 4, 7200
PERCENTILES = (25, 50, 75)
WALK_M_PER_S = 4.8 / 3.6
DETOUR = 1.3
LEG_S, WAY_M = 1200, 1000
TASK = "percentiles over 60 departures, ms an origin"
#: Origins asked together, and how many such blocks each engine is asked; the first origins are
#: compared.
COMPARED = 50
OURS, ALONE, PLAIN = "grensgeo", "grensgeo, an origin alone", "plain RAPTOR a minute"
BLOCKS = {OURS: (N_ORIGINS, 5), ALONE: (1, 300), PLAIN: (5, 20), "ferrobus": (1, 10)}
Row = dict[str, Any]


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument(
        "--shared", type=Path, default=Path(os.environ.get("GRENSGEO_SHARED", SHARED))
    )
    parser.add_argument("--results", type=Path, default=HERE / "results")
    parser.add_argument("--engines", nargs="+", default=list(BLOCKS), choices=list(BLOCKS))
    parser.add_argument("--child", nargs=2, metavar=("ENGINE", "CASE"), help=argparse.SUPPRESS)
    return parser.parse_args()


def read_timetable(shared: Path) -> Timetable:
    """Lay the two feeds out side by side."""
    from grensgeo.gtfs import draw, read_feed, timetable_on

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the feeds lack is told by `grensgeo check`
        feeds = [read_feed(shared / "gtfs" / name) for name in FEEDS]
        return draw(timetable_on(feeds, list(FEEDS.values())), SEED)


def metres(lon: Array, lat: Array) -> Array:
    """Give coordinates in the metric zone of the region."""
    from pyproj import Transformer

    to_metric = Transformer.from_crs(4326, 25832, always_xy=True)
    return np.column_stack(to_metric.transform(np.asarray(lon), np.asarray(lat)))


def near(points: Array, stops: Array, most_m: float) -> tuple[Array, Array, Array]:
    """Give pairs of a point and a stop, and seconds of walking."""
    from scipy.spatial import KDTree

    pairs = KDTree(points).sparse_distance_matrix(
        KDTree(stops), most_m / DETOUR, output_type="coo_matrix"
    )
    return pairs.row, pairs.col, pairs.data * DETOUR / WALK_M_PER_S


def write_cases(folder: Path, shared: Path) -> list[str]:
    """Write arrays and legs, a file a network; give the names."""
    import geopandas as gpd

    timetable = read_timetable(shared)
    print(timetable, file=sys.stderr)
    stops = metres(timetable.stop_lon, timetable.stop_lat)
    cells = gpd.read_parquet(SAMPLE / "cells.parquet")
    city = cells[cells["region_code"] == CITY]
    rng = np.random.default_rng(SEED)
    origins = city.geometry.sample_points(
        rng.multinomial(N_ORIGINS, np.full(len(city), 1 / len(city))), rng=rng
    )
    origins = origins.explode().sample(frac=1, random_state=SEED)
    reach_m = LEG_S * WALK_M_PER_S
    ways = near(stops, stops, WAY_M)
    arrays = {
        name: np.asarray(getattr(timetable, name))
        for name in (
            "n_stops", "pattern_stop_start", "pattern_stop", "board_ok", "alight_ok",
            "pattern_trip_start", "pattern_time_start", "trip_arrival_s", "trip_departure_s",
            "min_change_s", "change_ok", "transfer_from", "transfer_to", "transfer_s",
            "forbidden_from", "forbidden_to", "stop_lon", "stop_lat",
        )
    }  # fmt: skip
    names = []
    for title, points in (
        (f"Münster, {len(city)} cells", city),
        (f"region, {len(cells):,} cells", cells),
    ):
        names.append(title)
        place = metres(points["lon"], points["lat"])
        np.savez(
            folder / f"{len(names) - 1}.npz",
            **arrays,
            ways=np.array(ways),
            access=np.array(near(metres(origins.x, origins.y), stops, reach_m)),
            egress=np.array(near(place, stops, reach_m)),
            n_destinations=len(points),
            origins=np.column_stack([origins.x, origins.y]),
            destinations=points[["lon", "lat"]].to_numpy(),
        )
    write_feed(timetable, folder / "feed")
    return names


def write_feed(timetable: Timetable, folder: Path) -> None:
    """Write the trips of the date as a feed, for engines that read feeds."""
    folder.mkdir()

    def write(name: str, header: str, rows: Any) -> None:
        with (folder / f"{name}.txt").open("w", newline="", encoding="utf-8") as out:
            writer = csv.writer(out)
            writer.writerow(header.split(","))
            writer.writerows(rows)

    def clock(second: int) -> str:
        return f"{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}"

    starts = timetable.pattern_stop_start
    calls, trips = [], []
    for pattern in range(timetable.n_patterns):
        stops = timetable.pattern_stop[starts[pattern] : starts[pattern + 1]]
        first_trip, last_trip = timetable.pattern_trip_start[pattern : pattern + 2]
        for trip in range(first_trip, last_trip):
            at = timetable.pattern_time_start[pattern] + (trip - first_trip) * len(stops)
            if timetable.trip_arrival_s[at] < 0:
                continue  # ran yesterday; a feed has no way to say so
            trips.append((pattern, "day", trip))
            for number, stop in enumerate(stops):
                times = (
                    timetable.trip_arrival_s[at + number],
                    timetable.trip_departure_s[at + number],
                )
                calls.append((trip, *map(clock, times), stop, number))
    write("agency", "agency_id,agency_name,agency_url,agency_timezone",
          [("a", "a", "http://example.org", timetable.zone)])  # fmt: skip
    write("stops", "stop_id,stop_name,stop_lat,stop_lon",
          zip(range(timetable.n_stops), timetable.stop_names, timetable.stop_lat,
              timetable.stop_lon, strict=True))  # fmt: skip
    write("routes", "route_id,agency_id,route_short_name,route_long_name,route_type",
          ((pattern, "a", pattern, "", 3) for pattern in range(timetable.n_patterns)))  # fmt: skip
    write("trips", "route_id,service_id,trip_id", trips)
    write("stop_times", "trip_id,arrival_time,departure_time,stop_id,stop_sequence", calls)
    days = "monday,tuesday,wednesday,thursday,friday,saturday,sunday"
    write("calendar", f"service_id,{days},start_date,end_date",
          [("day", *[1] * 7, "20230101", "20271231")])  # fmt: skip
    write("calendar_dates", "service_id,date,exception_type", [])


class Case:
    """What every engine is asked."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.stored = dict(np.load(path))
        timetable = SimpleNamespace(**self.stored, headways=())
        timetable.n_stops = int(self.stored["n_stops"])
        ways = self.stored["ways"]
        self.schedule = prepare(timetable, walks=(*ways[:2].astype(np.int64), ways[2]))
        self.access = self.legs("access", N_ORIGINS)
        egress = self.legs("egress", int(self.stored["n_destinations"]))
        self.egress = Egress.from_legs(egress, timetable.n_stops)
        self.moments = np.arange(START_S, START_S + 60 * N_MINUTES, 60)

    def legs(self, name: str, n: int) -> Legs:
        point, stop, seconds = self.stored[name]
        return Legs.from_pairs(n, point.astype(np.int64), stop.astype(np.int64), seconds)


def ask_grensgeo(case: Case, rows: slice) -> Array:
    """Range-RAPTOR."""
    window = Window(case.moments, MAX_RIDES, LIMIT_S)
    return percentile_times(
        case.schedule, case.access, case.egress, window=window, percentiles=PERCENTILES, rows=rows
    )[0]


def ask_plain(case: Case, rows: slice) -> Array:
    """One RAPTOR a minute."""
    lines = case.schedule.lines
    pattern_start = case.schedule.pattern_start
    call_pattern = np.repeat(np.arange(len(pattern_start) - 1), np.diff(pattern_start))
    board = np.zeros(len(lines.call_stop), dtype=np.uint8)
    board[lines.stop_call] = 1
    trips = np.diff(case.schedule.trip_start)
    routes = (pattern_start, call_pattern, board, case.schedule.call_departure, trips)
    legs = (
        case.access.start,
        case.access.stop,
        whole_seconds(case.access.seconds).astype(np.int32),
    )
    egress = (case.egress.start, case.egress.served[case.egress.place], case.egress.seconds)
    ranks = nearest_ranks(PERCENTILES, len(case.moments))
    out = np.empty((len(ranks), rows.stop - rows.start, case.egress.n_destinations))
    for row in range(rows.start, rows.stop):
        times = np.empty((len(case.moments), case.egress.n_destinations), dtype=np.int32)
        for number, moment in enumerate(case.moments):
            plain_raptor(
                lines, routes, legs, egress, (row, moment, moment + LIMIT_S), times[number]
            )
        out[:, row - rows.start] = np.sort(times, axis=0)[ranks]
    out[out == UNREACHED] = np.nan
    return out


@nb.njit(cache=True)
def plain_raptor(  # noqa: PLR0915, PLR0917 - a kernel of one piece, as in the paper
    lines: Lines, routes: Any, access: Any, egress: Any, asked: Any, out: Array
) -> None:
    """Search one departure as Delling, Pajor and Werneck (2015) have it, algorithm 1.

    Marked stops gather routes with the first marked call, each is traversed once a round, and a
    label counts only if it beats the best of all rounds. Target pruning has no place in a search
    to all.
    """
    pattern_start, call_pattern, can_board, call_departure, n_trips = routes
    row, moment, latest = asked
    n_stops, n_patterns = len(lines.way_start) - 1, len(pattern_start) - 1
    best = np.full(n_stops, UNREACHED, dtype=np.int32)
    best_ready = np.full(n_stops, UNREACHED, dtype=np.int32)
    ready = np.full(n_stops, UNREACHED, dtype=np.int32)
    first_call = np.full(n_patterns, -1, dtype=np.int32)
    queue = np.empty(n_patterns, dtype=np.int32)
    marked = np.zeros(n_stops, dtype=np.bool_)
    marks = np.empty(n_stops, dtype=np.int32)
    improved = np.zeros(n_stops, dtype=np.bool_)
    off = np.empty(n_stops, dtype=np.int32)
    n_marks = 0
    for leg in range(access[0][row], access[0][row + 1]):
        stop = access[1][leg]
        ready[stop] = min(ready[stop], moment + access[2][leg])
        if not marked[stop]:
            marked[stop] = True
            marks[n_marks] = stop
            n_marks += 1
    for ride in range(MAX_RIDES):
        n_queue = 0
        for place in range(n_marks):
            stop = marks[place]
            marked[stop] = False
            for here in range(lines.stop_start[stop], lines.stop_start[stop + 1]):
                call = lines.stop_call[here]
                pattern = call_pattern[call]
                if first_call[pattern] < 0:
                    queue[n_queue] = pattern
                    n_queue += 1
                    first_call[pattern] = call
                else:
                    first_call[pattern] = min(first_call[pattern], call)
        n_off = 0
        for place in range(n_queue):
            pattern = queue[place]
            trip = n_trips[pattern]
            at = 0
            for call in range(first_call[pattern], pattern_start[pattern + 1]):
                stop = lines.call_stop[call]
                if trip < n_trips[pattern] and lines.call_off[call]:
                    time = lines.arrival_s[at + call]
                    if time < best[stop] and time <= latest:
                        best[stop] = time
                        if not improved[stop]:
                            improved[stop] = True
                            off[n_off] = stop
                            n_off += 1
                if can_board[call] and ready[stop] <= latest:
                    base = call_departure[call]
                    low, high = 0, trip
                    if high > 0 and lines.departure_s[base + high - 1] >= ready[stop]:
                        while low < high:
                            middle = (low + high) >> 1
                            if lines.departure_s[base + middle] < ready[stop]:
                                low = middle + 1
                            else:
                                high = middle
                        trip = high
                        at = lines.call_arrival[call] + trip * lines.call_stride[call] - call
            first_call[pattern] = -1
        if ride == MAX_RIDES - 1 or n_off == 0:
            break
        # Stops marked in the last round only count with the label of that round
        for place in range(n_marks):
            ready[marks[place]] = UNREACHED
        n_marks = 0
        for place in range(n_off):
            stop = off[place]
            improved[stop] = False
            for way in range(lines.way_start[stop], lines.way_start[stop + 1]):
                there, time = lines.way_stop[way], best[stop] + lines.way_s[way]
                if time < best_ready[there] and time <= latest:
                    best_ready[there] = time
                    ready[there] = time
                    if not marked[there]:
                        marked[there] = True
                        marks[n_marks] = there
                        n_marks += 1
    out[:] = UNREACHED
    for stop in range(n_stops):
        if best[stop] < UNREACHED:
            for leg in range(egress[0][stop], egress[0][stop + 1]):
                point = egress[1][leg]
                out[point] = min(out[point], best[stop] + egress[2][leg] - moment)
    for point in range(len(out)):
        if out[point] > latest - moment:
            out[point] = UNREACHED


class Ferrobus:
    """The peer: its own streets and walks, the same trips."""

    def __init__(self, case: Case, streets: Path) -> None:
        import ferrobus

        self.bus = ferrobus
        feed = case.path.parent / "feed"
        self.model = ferrobus.create_transit_model(
            str(streets), [str(feed)], date(2023, 10, 17), round(WAY_M / WALK_M_PER_S)
        )
        self.origins = case.stored["origins"]
        self.moments = case.moments
        self.targets = list(filter(None, map(self.point, case.stored["destinations"])))
        print(f"ferrobus: {len(self.targets)} destinations are on its streets", file=sys.stderr)

    def point(self, lonlat: Array) -> Any:
        try:
            return self.bus.create_transit_point(lonlat[1], lonlat[0], self.model, LEG_S, 50)
        except (ValueError, RuntimeError):
            return None

    def __call__(self, _case: Case, rows: slice) -> Array:
        out = []
        for row in range(rows.start, rows.stop):
            origin = self.point(self.origins[row])
            times = [
                [
                    np.inf if found is None else found["travel_time_seconds"]
                    for found in self.bus.find_routes_one_to_many(
                        self.model, origin, self.targets, int(moment), MAX_RIDES - 1
                    )
                ]
                for moment in self.moments
            ]
            out.append(np.sort(times, axis=0)[nearest_ranks(PERCENTILES, len(times))])
        return np.stack(out, axis=1)


def peak_mb() -> int:
    """Give the most memory that this process has held; getrusage would count its parent's too."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(row for row in status.read_text().splitlines() if row.startswith("VmHWM"))
        return round(int(line.split()[1]) / 1024)
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def run_child(engine: str, path: Path, streets: Path) -> None:
    """Ask one engine and print a line of JSON."""
    case = Case(path)
    if engine == "ferrobus":
        ask: Any = Ferrobus(case, streets)
    else:
        ask = ask_plain if engine == PLAIN else ask_grensgeo
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
    if kept:
        np.save(path.with_name(f"{path.stem}-{engine}.npy"), np.concatenate(kept, axis=1))
    print(json.dumps({
        "engine": engine,
        "median_ms": round(median(spent), 3),
        "peak_mb": peak_mb(),
        "told": f"{len(times) / asked:.0%} reached, p50 of these {np.median(times) / 60:.1f} min",
    }))  # fmt: skip


def measure(engine: str, path: Path, arguments: argparse.Namespace) -> Row | None:
    """Run one engine in a process of its own, on one thread."""
    if engine == "ferrobus" and (
        importlib.util.find_spec("ferrobus") is None or not (arguments.shared / STREETS).exists()
    ):
        print("ferrobus is not installed here and not measured", file=sys.stderr)
        return None
    environment = {**os.environ, "NUMBA_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"}
    call = [sys.executable, "-m", "benchmarks.transit", "--shared", str(arguments.shared)]
    run = subprocess.run(
        [*call, "--child", engine, str(path)],
        check=True, stdout=subprocess.PIPE, text=True, env=environment, cwd=HERE.parent,
    )  # fmt: skip
    return json.loads(run.stdout.strip().splitlines()[-1])


def as_table(rows: list[Row]) -> str:
    """Write the figures as a table."""
    lines = [
        f"| {row['network']} | {row['engine']} | {row['median_ms']:.3f} | {row['ratio']} x "
        f"| {row['peak_mb']} MB |"
        for row in rows
    ]
    return "\n".join([
        "# Public transport side by side with its peers",
        "",
        (
            f"Written by `make bench` on {os.cpu_count()} cores, Python "
            f"{sys.version.split()[0]}: {TASK}, {N_ORIGINS:,} origins of Münster, processor time "
            "of one thread."
        ),
        "",
        "| to | engine | ms an origin | over ours | memory |",
        "|---|---|---|---|---|",
        *lines,
        "",
    ])  # fmt: skip


def main() -> None:
    arguments = read_arguments()
    if arguments.child:
        engine, case = arguments.child
        run_child(engine, Path(case), arguments.shared / STREETS)
        return
    missing = [name for name in FEEDS if not (arguments.shared / "gtfs" / name).exists()]
    if missing:
        sys.exit(f"{', '.join(missing)} of shared/data are not there; give --shared")
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for number, network in enumerate(write_cases(folder, arguments.shared)):
            path = folder / f"{number}.npz"
            ours = np.nan
            for engine in arguments.engines:
                if number and engine == "ferrobus":
                    continue  # its streets are those of the city
                row = measure(engine, path, arguments)
                if row is None:
                    continue
                ours = row["median_ms"] if engine == OURS else ours
                told = row.pop("told")
                rows.append({
                    "task": TASK, "network": network, **row,
                    "ratio": None if np.isnan(ours) else round(row["median_ms"] / ours, 2),
                })  # fmt: skip
                print(f"{network:>22}  {engine:<22} {row['median_ms']:>10.2f} ms  "
                      f"{row['peak_mb']:>5} MB  {rows[-1]['ratio']} x  ({told})")  # fmt: skip
            answers = [folder / f"{number}-{engine}.npy" for engine in (OURS, ALONE, PLAIN)]
            if all(answer.exists() for answer in answers):
                one, *others = map(np.load, answers)
                same = all(np.array_equal(one, other, equal_nan=True) for other in others)
                print(f"{network:>22}  all give {'the same' if same else 'OTHERS'}")
    arguments.results.mkdir(exist_ok=True)
    (arguments.results / "transit.json").write_text(json.dumps(rows, indent=1) + "\n")
    (arguments.results / "transit.md").write_text(as_table(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
