"""A made-up feed of a nation, cut to a fiftieth of it while it is read: seconds and memory.

    python -m benchmarks.feed_cut          # a feed with 1 GB of stop times, in a folder of its own

Lines run side by side, each past its own stops in a row from west to east, with trips of four
services all day; so it is known without reading which trips a cut has to keep.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from typing import BinaryIO

    import numpy.typing as npt
    import pyarrow as pa

    from grensgeo.gtfs import Feed

    Longs = npt.NDArray[np.int64]

#: Calls of a trip, lines beside one another from west to east, and trips of a line.
CALLS, ACROSS, TRIPS = 22, 50, 100
#: Rows of lines from south to north that make about 1 GB of stop times.
ROWS = 210
#: What is cut out: lines from west to east, and a fifth of the rows.
LINES_WITHIN = (20, 25)
#: South-western corner and distance between neighbouring stops, degrees.
WEST, SOUTH, EAST_STEP, NORTH_STEP = 5.0, 47.0, 0.009, 0.04
#: A Tuesday; services of trips in turn, by the days of the week on which they run.
DAY = date(2026, 3, 10)
SERVICES = {"weekdays": "1,1,1,1,1,0,0", "tuesday": "0,1,0,0,0,0,0",
            "weekend": "0,0,0,0,0,1,1", "friday": "0,0,0,0,1,0,0"}  # fmt: skip
#: Services that run on a day from two before the Tuesday to the day after it: Sunday's too.
RUNNING = (0, 1, 2)
#: Rows of stop times that are made at a time.
_BLOCK = 1_000_000


@dataclass(frozen=True)
class Nation:
    """How large a made-up nation is."""

    rows: int = ROWS

    @property
    def lines(self) -> int:
        """Lines of the feed."""
        return self.rows * ACROSS

    @property
    def trips(self) -> int:
        """Trips of the feed."""
        return self.lines * TRIPS

    @property
    def rows_within(self) -> tuple[int, int]:
        """Rows of lines that the cut is of."""
        return self.rows * 2 // 5, self.rows * 3 // 5

    def bounds(self) -> tuple[float, float, float, float]:
        """Return west, south, east and north of what is cut out."""
        (left, right), (low, high) = LINES_WITHIN, self.rows_within
        west, east = (WEST + (line * CALLS - 0.5) * EAST_STEP for line in (left, right))
        south, north = (SOUTH + (row - 0.5) * NORTH_STEP for row in (low, high))
        return west, south, east, north

    def kept(self) -> Longs:
        """Return the numbers of the trips that call there and run around the day."""
        trip = np.arange(self.trips)
        line = trip // TRIPS
        row, across = line // ACROSS, line % ACROSS
        within = (row >= self.rows_within[0]) & (row < self.rows_within[1])
        within &= (across >= LINES_WITHIN[0]) & (across < LINES_WITHIN[1])
        return np.flatnonzero(within & np.isin(trip % len(SERVICES), RUNNING))

    def departures_min(self, trip: Longs) -> Longs:
        """Return when trips leave each of their stops, minutes after midnight: (n, CALLS)."""
        first = 300 + (trip % TRIPS) * 11 + trip // TRIPS % 7
        return np.asarray(first[:, None] + 3 * np.arange(CALLS))


def write_national_feed(path: Path, nation: Nation) -> int:
    """Write the feed of a nation.

    Parameters
    ----------
    path
        The zip.
    nation
        How large it is.

    Returns
    -------
    int
        Bytes of its stop times.
    """
    week = "monday,tuesday,wednesday,thursday,friday,saturday,sunday"
    texts = {
        "agency": "agency_id,agency_name,agency_url,agency_timezone\n"
        "A,Made up,https://example.org,Europe/Berlin\n",
        "calendar": f"service_id,{week},start_date,end_date\n"
        + "".join(f"{name},{days},20260101,20261231\n" for name, days in SERVICES.items()),
        "routes": "route_id,agency_id,route_short_name,route_type\n"
        + "".join(f"route{line},A,{line},3\n" for line in range(nation.lines)),
        "stops": "stop_id,stop_name,stop_lat,stop_lon\n"
        + "".join(
            f"stop:{line * CALLS + i},Stop {line * CALLS + i},"
            f"{SOUTH + line // ACROSS * NORTH_STEP:.5f},"
            f"{WEST + (line % ACROSS * CALLS + i) * EAST_STEP:.5f}\n"
            for line in range(nation.lines)
            for i in range(CALLS)
        ),
    }
    names = list(SERVICES)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as bundle:
        for name, text in texts.items():
            bundle.writestr(f"{name}.txt", text)
        with bundle.open("trips.txt", "w", force_zip64=True) as file:
            file.write(b"route_id,service_id,trip_id\n")
            for line in range(nation.lines):
                trips = range(line * TRIPS, (line + 1) * TRIPS)
                rows = (f"route{line},{names[t % len(names)]},trip-{t}\n" for t in trips)
                file.write("".join(rows).encode())
        with bundle.open("stop_times.txt", "w", force_zip64=True) as file:
            return _write_calls(file, nation)


def _write_calls(file: BinaryIO, nation: Nation) -> int:
    """Write the stop times, a block at a time; return their bytes."""
    import pyarrow as pa
    from pyarrow import compute, csv

    clock = pa.array([f"{m // 60:02}:{m % 60:02}:00" for m in range(48 * 60)])
    head = b"trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
    size = file.write(head)

    def named(start: str, numbers: Longs) -> pa.Array:
        return compute.binary_join_element_wise(start, pa.array(numbers).cast(pa.string()), "")

    step = _BLOCK // CALLS
    for since in range(0, nation.trips, step):
        trip = np.arange(since, min(since + step, nation.trips))
        moment = clock.take(pa.array(nation.departures_min(trip).ravel()))
        stop = (trip // TRIPS * CALLS)[:, None] + np.arange(CALLS)
        table = pa.table(
            {
                "trip_id": named("trip-", np.repeat(trip, CALLS)),
                "arrival_time": moment,
                "departure_time": moment,
                "stop_id": named("stop:", stop.ravel()),
                "stop_sequence": np.tile(np.arange(CALLS), len(trip)),
            }
        )
        block = pa.BufferOutputStream()
        options = csv.WriteOptions(include_header=False, quoting_style="none")
        csv.write_csv(table, block, write_options=options)
        size += file.write(block.getvalue())
    return size


def check_cut(feed: Feed, nation: Nation) -> None:
    """Raise if a feed that was cut does not hold the trips that it should, with their times.

    Parameters
    ----------
    feed
        The feed, cut to :meth:`Nation.bounds` and :data:`DAY`.
    nation
        The nation whose it is.
    """
    kept = nation.kept()
    minutes = nation.departures_min(kept)
    stops = (kept // TRIPS * CALLS)[:, None] + np.arange(CALLS)
    found = {
        "trips": list(feed.trips.index) == [f"trip-{trip}" for trip in kept.tolist()],
        "calls": np.array_equal(np.diff(feed.calls.start), np.full(len(kept), CALLS)),
        "times": np.array_equal(feed.calls.departure_s, minutes.ravel() * 60),
        "stops": np.array_equal(
            feed.stops.index[feed.calls.stop], [f"stop:{stop}" for stop in stops.ravel().tolist()]
        ),
        "days": feed.days.first == feed.days.last == DAY,
    }
    if not all(found.values()):
        raise SystemExit(f"not as computed: {[name for name, same in found.items() if not same]}")


def measure(path: Path, nation: Nation) -> dict[str, float]:
    """Cut a feed, check what is left, and return seconds, megabytes and trips."""
    import geopandas as gpd
    from shapely import box

    from grensgeo.gtfs import read_feed

    area = gpd.GeoSeries([box(*nation.bounds())], crs=4326)
    wall, cpu = time.perf_counter(), time.process_time()
    feed = read_feed(path, area=area, dates=DAY)
    seconds = time.perf_counter() - wall, time.process_time() - cpu
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    check_cut(feed, nation)
    return {
        "seconds": round(seconds[0], 1),
        "cpu_s": round(seconds[1], 1),
        "peak_mb": round(peak_mb),
        "trips": len(feed.trips),
        "of_trips": nation.trips,
    }


def main(arguments: list[str] | None = None) -> None:
    """Write a feed and measure in a process of its own; or measure one that was written."""
    import subprocess

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS, help="size: rows of lines")
    parser.add_argument("--feed", type=Path, help="a feed of that size that was written")
    asked = parser.parse_args(arguments)
    nation = Nation(asked.rows)
    if asked.feed:
        print(json.dumps(measure(asked.feed, nation)))
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "nation.zip"
        began = time.perf_counter()
        size = write_national_feed(path, nation)
        print(f"{size / 1e6:,.0f} MB of stop times, made in {time.perf_counter() - began:.0f} s")
        told = subprocess.run(
            [sys.executable, "-m", "benchmarks.feed_cut", "--rows", str(asked.rows),
             "--feed", str(path)],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        print(told.stdout.strip())


if __name__ == "__main__":
    main()
