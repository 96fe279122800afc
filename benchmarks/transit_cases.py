"""Timetables, legs and questions of the benchmark of kernels, as arrays and as a feed."""

# ruff: noqa: ANN401 - rows of a feed are of any kind
from __future__ import annotations

import csv
import sys
import warnings
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.routing.transit.journeys import Legs
from grensgeo.routing.transit.raptor import Egress
from grensgeo.routing.transit.schedule import prepare

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.gtfs import Timetable

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
