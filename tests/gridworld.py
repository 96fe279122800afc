"""A grid of streets beside a border, as files, whose times and counts are known in closed form.

Crossroads lie on meridians and parallels, a cell around each; a river is the border, with a bridge
on some rows; a railway runs along a row. What is reached is then a matter of counting blocks:
nothing of the product is used to work it out, but the speeds that its docs print.
"""

import json
import zipfile
from dataclasses import dataclass, field
from functools import cached_property

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import Geod
from scipy.sparse import coo_array
from scipy.sparse.csgraph import dijkstra

COLUMNS, ROWS, WEST_OF_BORDER = 10, 6, 5
WEST, SOUTH, STEP_LON, STEP_LAT = 6.955, 52.21, 0.01, 0.006
BORDER_LON = 7.0
DAY = "2026-03-10"
CALENDAR = (
    "service_id,start_date,end_date,monday,tuesday,wednesday,thursday,friday,saturday,sunday"
)
TOWNS = {"GM0002": ("NL", 6.9, 7.0), "05554020": ("DE", 7.0, 7.1)}
#: km/h: docs/measures and speeds.csv; cars drive 0.8 of the limit of 50 where it is built up.
SPEED_KMH = {"walk": 5.0, "bicycle": 16.0, "ebike": 20.0, "car": 40.0}
PARK_MIN = {"car": 3.0}


@dataclass(frozen=True)
class GridWorld:
    """What is drawn: rows with a bridge, the railway, and ways and relations beside the grid.

    A train leaves ``stations[0]`` at ``first`` minutes after midnight and every ``headway`` on,
    before ``until``, and the other way at the same minutes; it rides ``ride`` minutes. It runs each
    day, or on none (``daily``), but for ``exceptions`` (of GTFS: a date, 1 added or 2 removed); trips
    may stand as one that repeats itself (``by_frequency``).
    """

    bridges: tuple = (2,)
    stations: tuple = ((1, 2), (8, 2))
    first: int = 6 * 60 + 7
    headway: int = 15
    until: int = 23 * 60
    ride: int = 4
    daily: bool = True
    exceptions: tuple = ()
    by_frequency: bool = False
    row_tags: dict = field(default_factory=dict)  # of the street along a row, over the usual ones
    node_tags: dict = field(default_factory=dict)  # of a crossroads, by column and row
    crossing_min: float = 0.0

    @cached_property
    def points(self):
        """Crossroads, column by column: ids, lon, lat."""
        column, row = np.divmod(np.arange(COLUMNS * ROWS), ROWS)
        return pd.DataFrame({
            "id": [f"{c}{r}" for c, r in zip(column, row, strict=True)], "column": column, "row": row,
            "lon": WEST + STEP_LON * column, "lat": SOUTH + STEP_LAT * row,
        })  # fmt: skip

    @property
    def dutch(self):
        return (self.points["column"] < WEST_OF_BORDER).to_numpy()

    @property
    def people(self):
        return 10 + 7 * self.points["column"].to_numpy() + 3 * self.points["row"].to_numpy()

    @property
    def jobs(self):
        return 5 + (11 * self.points["column"].to_numpy() + 5 * self.points["row"].to_numpy()) % 37

    def blocks_m(self):
        """Metres up a meridian from the first row to each, and of a block along each parallel."""
        lat, first = SOUTH + STEP_LAT * np.arange(ROWS), np.zeros(ROWS)
        measure = Geod(ellps="WGS84").inv
        up = measure(first, first + SOUTH, first, lat)[2]
        return up, measure(first, lat, first + STEP_LON, lat)[2]

    def metres(self, bridges=None):
        """Metres of the shortest way between all crossroads: blocks up, and along the north.

        Parallels are shorter the further north, so that one goes along the northernmost row of
        the way; over the border a bridge has to be passed.
        """
        up, along = self.blocks_m()
        column, row = (self.points[name].to_numpy() for name in ("column", "row"))
        first, last = np.meshgrid(np.arange(len(row)), np.arange(len(row)), indexing="ij")

        def way(c1, r1, c2, r2):
            return np.abs(up[r1] - up[r2]) + np.abs(c1 - c2) * along[np.maximum(r1, r2)]

        one = way(column[first], row[first], column[last], row[last])
        west = column[first] < WEST_OF_BORDER
        across = west != (column[last] < WEST_OF_BORDER)
        ends = (WEST_OF_BORDER - 1, WEST_OF_BORDER)
        over = np.full(one.shape, np.inf)
        for bridge in self.bridges if bridges is None else bridges:
            near, far = (np.where(west, *e) for e in (ends, ends[::-1]))
            over = np.minimum(
                over,
                way(column[first], row[first], near, bridge)
                + along[bridge]
                + way(far, bridge, column[last], row[last]),
            )
        return np.where(across, over, one), across

    def minutes(self, mode, **changed):
        """Minutes from each crossroads to each, by a mode along the streets."""
        metres, across = self.metres(**changed)
        own = metres / 1000 / SPEED_KMH[mode] * 60
        there = own + across * self.crossing_min
        # who stays where one is takes no car out
        return there + PARK_MIN.get(mode, 0.0) * (there > 0)

    def around(self, mode, row, speeds_kmh, *, barred=None):
        """Minutes by scipy where the street along one row has speeds of its own, east and west.

        None is no way at all; nobody passes the crossroads that is barred.
        """
        up, along = self.blocks_m()
        usual = SPEED_KMH[mode]
        own = dict.fromkeys(range(ROWS), (usual, usual)) | {row: speeds_kmh}
        ends = []
        for column in range(COLUMNS):
            for k in range(ROWS):
                here = column * ROWS + k
                if k + 1 < ROWS:
                    metres = up[k + 1] - up[k]
                    ends += [(here, here + 1, metres / usual), (here + 1, here, metres / usual)]
                across = column + 1 == WEST_OF_BORDER and k not in self.bridges
                if column + 1 < COLUMNS and not across:
                    ways = ((here, here + ROWS), (here + ROWS, here))
                    for way, speed in zip(ways, own[k], strict=True):
                        ends += [(*way, along[k] / speed)] if speed else []
        size = COLUMNS * ROWS
        if barred is not None:
            blocked = barred[0] * ROWS + barred[1]
            ends = [end for end in ends if blocked not in end[:2]]
        tails, heads, costs = (np.array(column) for column in zip(*ends, strict=True))
        minutes = dijkstra(coo_array((costs * 0.06, (tails, heads)), (size, size)).tocsr())
        return minutes + PARK_MIN.get(mode, 0.0) * (minutes > 0)

    def by_train(self, *, departure=8 * 60, window=60, leg_min=30.0, percentile=50):
        """Minutes by train or on foot, of the departures in a window: the percentile of them.

        Timetables and the ways to them count whole seconds, begun ones whole. One walks to a station, waits for the next train, rides, and walks on; or walks all of
        the way. Of so many departures in order the median is number half of them.
        """
        walk = np.ceil(self.minutes("walk") * 60 - 0.01) / 60
        at = [int(c * ROWS + r) for c, r in self.stations]
        found = np.full((window, *walk.shape), np.inf)
        for k in range(window):
            for one, other in (at, at[::-1]):
                access = np.where(walk[:, one] <= leg_min, walk[:, one], np.inf)
                egress = np.where(walk[other] <= leg_min, walk[other], np.inf)
                there = departure + k + access
                waits = np.ceil((there - self.first) / self.headway - 1e-9)
                left = self.first + np.where(np.isfinite(waits), waits, 0) * self.headway
                left = np.where(np.isfinite(there), left, np.inf)
                found[k] = np.minimum(
                    found[k], (left - departure - k + self.ride)[:, None] + egress[None]
                )
            found[k] = np.minimum(found[k], np.where(walk <= 2 * leg_min, walk, np.inf))
        rank = int(np.ceil(percentile / 100 * window)) - 1
        return np.sort(found, axis=0)[rank]

    def reach(self, minutes, cutoff):
        """Jobs within a cutoff of each crossroads: own country's, and the other's."""
        within = minutes <= cutoff
        dutch = self.dutch
        same = dutch[:, None] == dutch[None, :]
        return (within & same) @ self.jobs, (within & ~same) @ self.jobs

    def write(self, folder, *, trips, cutoffs):
        """Write extract, feed, tables and the files of region and study."""
        folder.mkdir(exist_ok=True)
        self._write_extract(folder / "streets.osm.pbf")
        self._write_feed(folder / "trains.zip")
        points = self.points
        half = (STEP_LON / 2, STEP_LAT / 2)
        boxes = shapely.box(
            points["lon"] - half[0], points["lat"] - half[1],
            points["lon"] + half[0], points["lat"] + half[1],
        )  # fmt: skip
        cells = gpd.GeoDataFrame({"cell": points["id"]}, geometry=boxes, crs=4326)
        cells.to_file(folder / "cells.gpkg")
        towns = gpd.GeoDataFrame(
            {"key": list(TOWNS), "land": [t[0] for t in TOWNS.values()], "name": list(TOWNS)},
            geometry=[shapely.box(w, 52.2, e, 52.25) for _, w, e in TOWNS.values()],
            crs=4326,
        )
        towns.to_file(folder / "towns.geojson")
        for name, counts in (("people", self.people), ("jobs", self.jobs)):
            points[["lon", "lat"]].assign(count=counts).to_csv(folder / f"{name}.csv", index=False)
        (folder / "region.toml").write_text(REGION, encoding="utf-8")
        (folder / "study.toml").write_text(
            STUDY.format(trips=trips, cutoffs=json.dumps(list(cutoffs))), encoding="utf-8"
        )

    def _write_extract(self, path):
        import osmium
        from osmium.osm import mutable

        tags = {"highway": "tertiary", "maxspeed": "50", "source:maxspeed": "NL:urban"}
        with osmium.SimpleWriter(str(path)) as writer:
            for k, point in self.points.iterrows():
                told = self.node_tags.get((point["column"], point["row"]), {})
                location = (point["lon"], point["lat"])
                writer.add_node(mutable.Node(id=k + 1, location=location, tags=told))
            number = 0
            for column in range(COLUMNS):
                number += 1
                nodes = [column * ROWS + row + 1 for row in range(ROWS)]
                writer.add_way(mutable.Way(id=number, nodes=nodes, tags=tags))
            for row in range(ROWS):
                nodes = [column * ROWS + row + 1 for column in range(COLUMNS)]
                parts = (
                    [nodes]
                    if row in self.bridges
                    else [nodes[:WEST_OF_BORDER], nodes[WEST_OF_BORDER:]]
                )
                for part in parts:
                    number += 1
                    writer.add_way(
                        mutable.Way(id=number, nodes=part, tags=tags | self.row_tags.get(row, {}))
                    )

    def _write_feed(self, path):
        names = ("west", "east")
        stops = ["stop_id,stop_name,stop_lat,stop_lon"]
        for name, (column, row) in zip(names, self.stations, strict=True):
            stops.append(f"{name},{name},{SOUTH + STEP_LAT * row},{WEST + STEP_LON * column}")
        trips, times = ["route_id,service_id,trip_id,direction_id"], []
        times.append("trip_id,arrival_time,departure_time,stop_id,stop_sequence")
        repeated = ["trip_id,start_time,end_time,headway_secs,exact_times"]
        starts = range(self.first, self.until, self.headway)
        for start in starts[:1] if self.by_frequency else starts:
            for way, calls in enumerate((names, names[::-1])):
                trip = f"{start}-{way}"
                trips.append(f"R,D,{trip},{way}")
                ends = f"{_clock(start)},{_clock(self.until)}"
                repeated.append(f"{trip},{ends},{60 * self.headway},1")
                for k, stop in enumerate(calls):
                    clock = _clock(start + k * self.ride)
                    times.append(f"{trip},{clock},{clock},{stop},{k}")
        files = {
            "agency.txt": ["agency_id,agency_name,agency_url,agency_timezone",
                           "A,Grid,https://example.org,Europe/Amsterdam"],
            "routes.txt": ["route_id,agency_id,route_short_name,route_type", "R,A,R1,2"],
            "calendar.txt": [CALENDAR, "D,20260101,20261231" + f",{int(self.daily)}" * 7],
            "stops.txt": stops, "trips.txt": trips, "stop_times.txt": times,
        }  # fmt: skip
        if self.exceptions:
            rows = [f"D,{date},{kind}" for date, kind in self.exceptions]
            files["calendar_dates.txt"] = ["service_id,date,exception_type", *rows]
        if self.by_frequency:
            files["frequencies.txt"] = repeated
        with zipfile.ZipFile(path, "w") as archive:
            for name, lines in files.items():
                archive.writestr(name, "\n".join(lines) + "\n")


def _clock(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}:00"


REGION = """
boundaries = [{ file = "towns.geojson", columns = { code = "key", country = "land" } }]
population = [{ file = "people.csv" }]
opportunities = [{ id = "jobs", file = "jobs.csv", at = "points" }]
[region]
id = "grid"
countries = ["NL", "DE"]
year = 2026
language = "en"
[[areas]]
id = "west"
codes = ["GM0002"]
[[areas]]
id = "east"
codes = ["05554020"]
[cells]
kind = "file"
file = "cells.gpkg"
id = "cell"
[streets]
files = ["streets.osm.pbf"]
"""
STUDY = """
[study]
id = "grid"
region = "region"
period = "2026"
language = "en"
title = {{ nl = "Raster", de = "Raster", en = "Grid" }}
[networks]
net = "net"
{trips}
[reach]
areas = ["west", "east"]
cutoffs_min = {cutoffs}
opportunities = ["jobs"]
[monitor]
trips = ["walk", "train"]
[atlas]
trips = ["walk", "car", "train"]
"""
