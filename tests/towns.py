"""Towns drawn at random on both sides of a border, with buses."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from drawing import ALL, DEGREE_M, draw
from feeds import AGENCY, DAILY, write_feed

from grensgeo.gtfs import read_feed
from grensgeo.network import CONTROLS, Controls

ORIGIN = (7.0, 52.2)
K = np.cos(np.radians(ORIGIN[1]))
DAY = "2023-10-17"


def lonlat(x, y):
    return ORIGIN[0] + x / (DEGREE_M * K), ORIGIN[1] + y / DEGREE_M


#: The border of the drawn towns runs north to south.
BORDER_X = 3300.0
COUNTRIES = gpd.GeoDataFrame(
    {"country": ["NL", "DE"]},
    geometry=[
        shapely.box(*lonlat(-2000, -2000), *lonlat(BORDER_X, 9000)),
        shapely.box(*lonlat(BORDER_X, -2000), *lonlat(9000, 9000)),
    ],
    crs=4326,
)


def town(seed, size=7):
    """Draw streets at random, of every kind that changes a time, on both sides of the border."""
    rng = np.random.default_rng(seed)
    places = {
        f"{i}{j}": tuple(1000.0 * np.array([i, j]) + rng.uniform(-300, 300, 2))
        for i in range(size)
        for j in range(size)
    }
    edges = []
    for i in range(size):
        for j in range(size):
            for other in ((i + 1, j), (i, j + 1)):
                if max(other) >= size or rng.random() < 0.1:
                    continue
                ends = (f"{i}{j}", f"{other[0]}{other[1]}")
                middle = (places[ends[0]][0] + places[ends[1]][0]) / 2
                edge = {"ends": ends, "country": "NL" if middle < BORDER_X else "DE"}
                edge["highway"] = str(rng.choice(["residential", "secondary", "cycleway", "path"]))
                if edge["highway"] in ("cycleway", "path"):
                    edge["forward"] = edge["backward"] = ALL & ~1
                elif rng.random() < 0.25:
                    edge["backward"] = ALL & ~1  # one-way to cars
                if rng.random() < 0.05:
                    edge |= {"highway": "ferry", "fixed_duration_s": float(rng.integers(200, 900))}
                edges.append(edge)
    controls = Controls.of((k, bool(k % 2), k % len(CONTROLS)) for k in range(0, len(edges), 5))
    return draw(places, edges, controls=controls)


def random_points(seed, n, *, name):
    """Scatter points, some of them at one spot."""
    rng = np.random.default_rng(seed)
    xy = rng.uniform(-200, 6200, (n, 2))
    xy[n // 2] = xy[0]
    xy[-1] = (40_000, 40_000)  # far off every street
    lon, lat = lonlat(xy[:, 0], xy[:, 1])
    country = np.where(xy[:, 0] < BORDER_X, "NL", "DE")
    return pd.DataFrame(
        {"id": [f"{name}{k}" for k in range(n)], "lon": lon, "lat": lat, "country": country}
    )


def buses(path, seed, *, lines=12, every=11, single=False):
    """Write a feed of crossing lines, one at a headway only; and transfers of lines and trips."""
    rng = np.random.default_rng(seed)
    stops = {f"s{k}": tuple(rng.uniform(0, 6000, 2)) for k in range(24)}
    stops["s1"] = stops["s0"]  # two platforms
    for near, other in (("s3", "s2"), ("s5", "s4"), ("s7", "s6"), ("s9", "s8")):
        stops[near] = (stops[other][0] + 150, stops[other][1] - 90)
    rows = ["stop_id,stop_name,stop_lon,stop_lat"]
    rows += [f"{s},Stop {s},{lonlat(*xy)[0]:.6f},{lonlat(*xy)[1]:.6f}" for s, xy in stops.items()]
    calls = ["trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type"]
    trips = ["route_id,service_id,trip_id,trip_headsign"]
    for line in range(lines):
        way = [f"s{k}" for k in rng.permutation(24)[: int(rng.integers(3, 8))]]
        side = f"s{line % 6 + 2}"  # so that lines meet at the stops that lie side by side
        way = [*[stop for stop in way if stop != side], side, f"s{10 + line}"][
            :: 1 - 2 * (line % 2)
        ]
        way = list(dict.fromkeys(way))
        legs = rng.integers(60, 500, len(way))
        for number, first in enumerate(range(6 * 3600 + 60 * line, 11 * 3600, 60 * every)):
            trip = f"L{line}-{number}"
            if line == 0 and number:
                break
            trips.append(f"L{line},D,{trip},East")
            now = first
            for i, (stop, leg) in enumerate(zip(way, legs, strict=True)):
                now += int(leg) if i else 0
                clock = "{:02}:{:02}:{:02}"
                arrive = clock.format(now // 3600, now // 60 % 60, now % 60)
                now += 20 * (i % 2)
                leave = clock.format(now // 3600, now // 60 % 60, now % 60)
                flags = f"{int(i == 1 and line % 3 == 0)},{int(i == 2 and line > 6)}"
                calls.append(f"{trip},{arrive},{leave},{stop},{i},{flags}")
    files = {
        "agency.txt": AGENCY.format(zone="Europe/Amsterdam"),
        "routes.txt": "route_id,agency_id,route_short_name,route_type\n"
        + "".join(f"L{line},A,L{line},3\n" for line in range(lines)),
        "calendar.txt": DAILY,
        "stops.txt": "\n".join(rows) + "\n",
        "trips.txt": "\n".join(trips) + "\n",
        "stop_times.txt": "\n".join(calls) + "\n",
        "frequencies.txt": "trip_id,start_time,end_time,headway_secs\nL0-0,06:00:00,11:00:00,780\n",
        "transfers.txt": "from_stop_id,to_stop_id,transfer_type,min_transfer_time\n"
        "s2,s3,2,900\ns3,s2,2,900\ns4,s5,3,\ns5,s4,3,\ns6,s7,2,1200\ns7,s6,2,1200\n",
    }
    if single:
        files["transfers.txt"] = "from_route_id,to_route_id,to_trip_id," + files[
            "transfers.txt"
        ].replace("\ns", "\n,,,s")
        for line in range(lines):
            for other in range(lines):
                stop, kind = f"s{line % 6 + 2}", (line + other) % 4
                trip = f"L{other}-{7 + line % 3}" if line % 3 == 0 and other else ""
                least = 300 if kind == 2 else ""
                files["transfers.txt"] += f"L{line},L{other},{trip},{stop},{stop},{kind},{least}\n"
    return read_feed(write_feed(path, files), name="buses")


WINDOW = {"departure": f"{DAY}T07:30", "window_min": 20, "percentiles": (25, 50, 90)}
