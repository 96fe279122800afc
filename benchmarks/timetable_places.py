"""Public transport from points to a table: the places, and one call timed in its own process.

``python -m benchmarks.timetable_places FOLDER`` asks twice and prints lines of JSON: what the
second call takes from points to table, and of it the search of the timetable.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import numpy as np
import pandas as pd

from benchmarks.engines import OURS
from benchmarks.figures import own_peak_mb
from grensgeo.errors import GrensgeoWarning

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from grensgeo import Network

    Points = npt.NDArray[np.float64]

SAMPLE = Path(__file__).resolve().parent.parent / "data" / "sample"
WHOLE = "from points to a table, 60 departures, ms an origin"
SEARCH = "of it the search alone, 60 departures, ms an origin"


@dataclass(frozen=True, eq=False)
class Place:
    """What is asked of whom."""

    title: str
    network: Network
    origins: pd.DataFrame
    destinations: pd.DataFrame
    trip: dict[str, Any]
    ferrobus: dict[str, Any] | None = None

    def write(self, folder: Path) -> None:
        """Write what a process of its own reads."""
        self.network.save(folder / "network")
        for name in ("origins", "destinations"):
            frame = getattr(self, name)
            frame[["id", "lon", "lat"]].to_csv(folder / f"{name}.csv", index=False)
        (folder / "trip.json").write_text(json.dumps(self.trip))

    def lonlat(self) -> tuple[Points, Points]:
        """Give degrees of origins and destinations."""
        one, other = (
            frame[["lon", "lat"]].to_numpy(dtype=float)
            for frame in (self.origins, self.destinations)
        )
        return one, other


def porto_alegre(shared: Path, folder: Path) -> Place | None:
    """The buses of a dense city, as r5r ships them."""
    from benchmarks.transit_cases import write_feed
    from grensgeo import build_network
    from grensgeo.gtfs import draw, timetable_on

    here = shared / "benchmark" / "porto_alegre_r5r"
    extract, feed, grid = here / "poa_osm.pbf", here / "poa_eptc.zip", here / "poa_hexgrid.csv"
    if not all(path.exists() for path in (extract, feed, grid)):
        return None
    points = pd.read_csv(grid, dtype={"id": str})
    moments = [14 * 3600 + 60 * minute for minute in range(60)]
    asked = {
        "streets": str(extract.resolve()), "feed": str(folder / "feed"), "day": "2019-05-13",
        "moments": moments, "percentiles": [50], "rides": 8, "leg_s": 1800, "way_s": 720,
        "stops": 1000,
    }  # fmt: skip
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        network = build_network([extract], gtfs=[feed])
        day = timetable_on(network.feeds, date(2019, 5, 13))
    write_feed(draw(day, 0), folder / "feed")  # times that are left blank are filled in
    trip = {"departure": "2019-05-13T14:00", "window_min": 60, "max_min": 120}
    title = f"Porto Alegre, {len(points):,} x {len(points):,} points, 30 min on foot"
    return Place(title, network, points, points, trip, asked)


def rail_region(shared: Path, folder: Path) -> Place:
    """Trains and buses of the sample's region, from its municipalities to its cells."""
    del shared, folder
    from grensgeo import load_network, load_region

    region = load_region(SAMPLE)
    network = load_network(SAMPLE / "network", store=False)
    home, cells = (
        frame.assign(id=frame.index.astype(str)).reset_index(drop=True)
        for frame in (region.places, region.cells)
    )
    if "lon" not in home:
        home = home.assign(lon=home.geometry.x, lat=home.geometry.y)
    trip = {"departure": "2023-10-17T07:30", "window_min": 60, "max_min": 120}
    title = f"region's trains, {len(home):,} places x {len(cells):,} cells"
    return Place(title, network, home, cells, trip)


PLACES: dict[str, Callable[[Path, Path], Place | None]] = {
    "porto-alegre": porto_alegre,
    "rail-region": rail_region,
}


def main() -> None:
    import grensgeo as gg
    from grensgeo.traveltimes import departures

    warnings.simplefilter("ignore", GrensgeoWarning)
    folder = Path(sys.argv[1])
    network = gg.load_network(folder / "network", store=False)
    points = [pd.read_csv(folder / f"{name}.csv", dtype={"id": str})
              for name in ("origins", "destinations")]  # fmt: skip
    trip = gg.Trip("transit", **json.loads((folder / "trip.json").read_text()))
    searched = [0.0]
    search = departures.percentile_times

    def watched(*args: Any, **options: Any) -> Any:  # noqa: ANN401
        start = time.process_time()
        found = search(*args, **options)
        searched[0] += time.process_time() - start
        return found

    gg.travel_times(network, *points, trip)  # compiled, laid and snapped
    best = None
    for _ in range(3):
        searched[0] = 0.0
        with patch.object(departures, "percentile_times", watched):
            start = time.process_time()
            times = gg.travel_times(network, *points, trip)
            spent = time.process_time() - start
        best = min(best or (spent, searched[0]), (spent, searched[0]))
    reached = times.minutes[np.isfinite(times.minutes)]
    told = f"{len(reached) / times.minutes.size:.0%} reached, p50 of these "
    told += f"{np.median(reached):.1f} min"
    for task, seconds in zip((WHOLE, SEARCH), best or (), strict=True):
        row = {"engine": OURS, "task": task, "median_ms": 1000 * seconds / len(points[0])}
        print(json.dumps({**row, "peak_mb": round(own_peak_mb()), "told": told}))


if __name__ == "__main__":
    main()
