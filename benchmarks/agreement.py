"""Do all answers agree? ``python -m benchmarks.agreement [--checks N] [--seed S] [--kinds ...]``.

What one asks in four ways is asked at random, and counted is how often the answers differ:

- **matrix**: an origin alone against the same among others, to the last bit;
- **isochrones**: whether a point lies inside against whether its time is within the cutoff,
  beyond the stated width of the edge;
- **journeys**: waits and legs added up against the time, by percentile;
- **atlas**: times that the sample's page computes in Chromium against the library's, within
  0.05 min, from and to cells, with the border open and closed.

The first two on the sample and, where the shared data are, on Porto; the others on the sample.
Each kind makes a quarter of the checks. The table goes to ``results/agreement.md`` beside its
JSON; ``--kinds`` asks some and keeps the others.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

import grensgeo as gg
from benchmarks.atlas import STUDY, made, opened
from benchmarks.atlas_region import ASK, browser_of, compared, near
from benchmarks.doors import SAMPLE, SHARED, places_on
from benchmarks.figures import RESULTS
from benchmarks.streets import PORTO
from grensgeo.traveltimes.portable_plans import both_ways

if TYPE_CHECKING:
    import pandas as pd

    from grensgeo import Network, Trip

CHECKS, SEED = 100_000, 13
#: Minutes by which legs that are added up may differ from their sum.
ADDED_MIN = 1e-3
#: Points of an isochrone, destinations of an origin, origins asked together, cells of a question.
POINTS, DESTINATIONS, TOGETHER, ASKED = 500, 500, 25, 50
CUTOFFS_MIN = {"walk": 20, "bicycle": 15, "ebike": 15, "car": 12, "transit": 40}
PERCENTILES = (10, 25, 50, 75, 90)
DEPARTURE: dict[str, Any] = {"departure": "2023-10-17T08:00", "window_min": 60}
Row = dict[str, Any]


def strays(
    network: Network,
    origins: pd.DataFrame,
    trip: Trip,
    cutoff: float,
    *,
    n: int,
    seed: int = 0,
    resolution_m: float | None = None,
) -> tuple[int, int]:
    """Count points beyond the width of the edge, and those whose time is of the other side."""
    import geopandas as gpd
    import pandas as pd
    import shapely

    frame = gg.isochrones(network, origins, trip, cutoffs_min=cutoff, resolution_m=resolution_m)
    wrong = checked = 0
    for row in frame.itertuples():
        one = frame[frame["from_id"] == row.from_id]
        origin = origins[origins["id"] == row.from_id]
        random = np.random.default_rng(seed)
        west, south, east, north = row.geometry.bounds
        more = 0.1 * np.array([east - west, north - south])
        low, high = np.array([west, south]) - more, np.array([east, north]) + more
        lonlat = random.uniform(low, high, (n, 2))
        points = pd.DataFrame({"id": [f"p{k}" for k in range(n)], "lon": lonlat[:, 0]})
        times = gg.travel_times(network, origin, points.assign(lat=lonlat[:, 1]), trip)
        metric = one.estimate_utm_crs()
        spots = gpd.GeoSeries.from_xy(*lonlat.T, crs=4326).to_crs(metric)
        (area,) = one.to_crs(metric).geometry
        shapely.prepare(area)
        clear = spots.distance(area.boundary).to_numpy() > row.width_m
        reached = np.nan_to_num(times.minutes[0], nan=np.inf) <= cutoff
        wrong += int((shapely.contains(area, spots.to_numpy()) != reached)[clear].sum())
        checked += int(clear.sum())
    return checked, wrong


def trips_of(network: Network) -> dict[str, Trip]:
    """Choose a trip of each kind that a network has."""
    modes = [mode for mode in CUTOFFS_MIN if mode != "transit"]
    found = {mode: gg.Trip(mode, max_min=60) for mode in modes}
    if network.feeds:
        found["transit"] = gg.Trip("transit", max_min=90, percentiles=PERCENTILES, **DEPARTURE)
    return found


def places_for(trip: Trip, network: Network, n: int, *, seed: int) -> pd.DataFrame:
    """Choose places on streets, or up to some 700 m from stops where one goes by timetable."""
    import pandas as pd

    if trip.mode != "transit":
        return places_on(network, n, seed=seed)
    stops = pd.concat([feed.stops[["stop_lon", "stop_lat"]] for feed in network.feeds]).dropna()
    rng = np.random.default_rng(seed)
    lon, lat = stops.sample(n, replace=True, random_state=seed).to_numpy(dtype=float).T
    return pd.DataFrame(
        {
            "id": [f"p{k}" for k in range(n)],
            "lon": lon + rng.uniform(-0.007, 0.007, n),
            "lat": lat + rng.uniform(-0.004, 0.004, n),
        }
    )


def matrix(network: Network, checks: int, seed: int) -> Iterator[tuple[str, Row]]:
    """Ask origins alone and among others."""
    trips = trips_of(network)
    for number, (name, trip) in enumerate(trips.items()):
        some = places_for(trip, network, DESTINATIONS, seed=seed + number)
        origins = -(-checks // (len(trips) * DESTINATIONS))
        found, wanted = [], []
        for first in range(0, origins, TOGETHER):
            group = some[first : min(first + TOGETHER, origins)]
            wanted.append(gg.travel_times(network, group, some, trip).minutes)
            found += [
                gg.travel_times(network, group[k : k + 1], some, trip).minutes
                for k in range(len(group))
            ]
        one, other = (np.concatenate(x).ravel() for x in (found, wanted))
        differ = int((one.view(np.uint64) != other.view(np.uint64)).sum())
        yield name, row_of(one, other, differ)


def isochrones(network: Network, checks: int, seed: int) -> Iterator[tuple[str, Row]]:
    """Ask points at random on which side they lie."""
    trips = trips_of(network)
    for number, (name, trip) in enumerate(trips.items()):
        # half of the points or so lie beyond the width of the edge
        n = -(-2 * checks // (len(trips) * POINTS))
        origins = places_for(trip, network, n, seed=seed + number)
        checked, wrong = strays(
            network, origins, trip, CUTOFFS_MIN[name], n=POINTS, seed=seed + number
        )
        yield name, {"checks": checked, "differ": wrong}


def journeys(network: Network, checks: int, seed: int) -> Iterator[tuple[str, Row]]:
    """Add up the legs of journeys between places near stops and far from them."""
    trip = trips_of(network).get("transit")
    if trip is None:
        return
    spots = places_for(trip, network, 400, seed=seed)
    times = gg.travel_times(network, spots, spots, trip)
    rng = np.random.default_rng(seed)
    some = np.argwhere(~np.isnan(times.minutes) & ~np.eye(len(spots), dtype=bool))
    pairs = rng.permutation(some)[: -(-checks // len(PERCENTILES))]
    found, wanted = [], []
    for start, end in pairs:
        legs = gg.journeys(network, spots[start : start + 1], spots[end : end + 1], trip)
        sums = (legs["wait_min"] + legs["duration_min"]).groupby(legs["percentile"]).sum()
        found += sums.reindex(PERCENTILES).tolist()
        wanted += [table[start, end] for table in times.percentile_minutes]
    one, other = np.array(found), np.array(wanted, dtype=np.float64)
    gap = np.abs(one - other)
    differ = int((np.isnan(one) != np.isnan(other)).sum() + (gap > ADDED_MIN).sum())
    yield "transit", row_of(one, other, differ)


def row_of(found: Any, wanted: Any, differ: int) -> Row:  # noqa: ANN401 - arrays
    """Give a row: checks, those reached, the widest gap, those that differ."""
    gap = np.abs(found - wanted)
    return {
        "checks": len(found),
        "reached": int((~np.isnan(gap)).sum()),
        "widest_gap_min": round(float(np.nanmax(gap, initial=0.0)), 6),
        "differ": differ,
    }


def atlas(network: Network, checks: int, seed: int) -> Iterator[tuple[str, Row]]:
    """Ask the sample's page and the library the same."""
    from playwright.sync_api import sync_playwright

    study, region = gg.read_study(STUDY), gg.load_region(SAMPLE)
    if study.atlas is None:
        return
    cells, rng = region.cells, np.random.default_rng(seed)
    each = -(-checks // (ASKED * len(study.atlas.trips)))
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        path, _ = made(Path(scratch))
        page = opened(browser_of(playwright), path)
        page.set_default_timeout(600_000)
        page.evaluate("grensgeoAtlas.ready.then(() => true)")
        for name, trip in study.atlas.trips.items():
            found, wanted = [], []
            for number in range(each):
                back, own = bool(number % 2), number % 4 > 1
                rule = replace(both_ways(trip)[back], foreign_routing=not own)
                place = int(rng.integers(len(cells)))
                some = near(cells, place, rng, ASKED)
                ends = cells.iloc[[place]], cells.iloc[some]
                times = gg.travel_times(network, *(ends[::-1] if back else ends), rule).minutes
                asked = {
                    "place": {"kind": "cell", "index": place}, "trip": name,
                    "direction": "to" if back else "from", "foreign_routing": not own,
                    "percentile": 50,
                }  # fmt: skip
                (answer,) = page.evaluate(ASK, [[asked, some.tolist()]])
                found += [np.nan if m is None else m for m in answer]
                wanted += times.ravel().tolist()
            limit = np.full(len(found), trip.max_min or np.inf)
            told = compared(np.array(found), np.array(wanted, dtype=np.float64), limit)
            yield name, {"checks": told.pop("pairs")} | told


Kind = Callable[["Network", int, int], Iterator[tuple[str, Row]]]
KINDS: dict[str, Kind] = {
    "matrix": matrix, "isochrones": isochrones, "journeys": journeys, "atlas": atlas,
}  # fmt: skip
#: Kinds that any network can be asked.
ANYWHERE = ("matrix", "isochrones")


def networks(kinds: list[str]) -> Iterator[tuple[str, Network, list[str]]]:
    """Give the networks and what is asked of each."""
    yield "sample", gg.load_network(SAMPLE / "network", store=False), kinds
    extract = Path(os.environ.get("GRENSGEO_SHARED", SHARED)) / PORTO
    asked = [kind for kind in kinds if kind in ANYWHERE]
    if asked and extract.exists():
        yield "Porto", gg.build_network([extract]), asked


def table_of(rows: list[Row]) -> str:
    """Write the rows as a table."""
    head = "| answers | network | trip | checks | reached | widest gap, min | differ |"
    columns = ("kind", "network", "trip", "checks", "reached", "widest_gap_min", "differ")
    lines = [f"| {' | '.join(str(row.get(name, '')) for name in columns)} |" for row in rows]
    return "\n".join([head, "|---|---|---|---|---|---|---|", *lines])


def main() -> None:
    """Check, print and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.agreement")
    parser.add_argument("--checks", type=int, default=CHECKS, help="in all, a quarter a kind")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS))
    asked = parser.parse_args()
    warnings.simplefilter("ignore", gg.errors.GrensgeoWarning)
    kept = RESULTS / "agreement.json"
    rows: list[Row] = json.loads(kept.read_text("utf-8")) if kept.exists() else []
    rows = [row for row in rows if row["kind"] not in asked.kinds]
    each = -(-asked.checks // len(KINDS))
    for name, network, kinds in networks(asked.kinds):
        for kind in kinds:
            started = time.process_time()
            share = each if kind not in ANYWHERE else -(-each // 2)
            for trip, row in KINDS[kind](network, share, asked.seed):
                rows.append({"kind": kind, "network": name, "trip": trip, **row})
                print(json.dumps(rows[-1]), flush=True)
            print(f"{kind}, {name}: {time.process_time() - started:.0f} s", flush=True)
    found = [sum(row[what] for row in rows) for what in ("checks", "differ")]
    said = f"{found[0]:,} checks by seed {asked.seed}, {found[1]:,} of them differ."
    print(said)
    kept.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    text = f"# Do all answers agree?\n\n{said} Written by `python -m benchmarks.agreement`.\n\n"
    (RESULTS / "agreement.md").write_text(f"{text}{table_of(rows)}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
