"""Towns with lines drawn at random, small enough to ask many questions of each."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
from feeds import AGENCY, DAILY, write_feed
from towns import BORDER_X, DAY, lonlat, town

from grensgeo.gtfs import read_feed

#: Metres to a side of the towns; their border crosses it.
SIDE = 4400.0
STOPS = tuple(f"s{k}" for k in range(9))
LINES = ("A", "B", "C", "D")
TIMED = {"departure": f"{DAY}T07:20", "window_min": 15, "percentiles": (25, 50, 90)}
#: The first train of a line leaves after this second, and all of them before nine.
FIRST_S = 6 * 3600 + 45 * 60
#: A line that is new, with the ids of two stops to be filled in.
NEW = """
change_min = 1
[[stops]]
id = "{one}"
[[stops]]
id = "{other}"
[[lines]]
id = "N"
name = "N"
headway_min = 9
first = "06:31"
last = "08:40"
stops = ["{one}", "{other}"]
arrival_min = [0, 4]
departure_min = [0, 4]
"""


def clock(second):
    """Write seconds after midnight as a feed does."""
    return f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"


def drawn_ways(rng):
    """Draw where lines call; B goes on where A ends, to at least one stop that A lacks."""
    ways = {line: [STOPS[k] for k in rng.permutation(9)[: rng.integers(3, 6)]] for line in LINES}
    further = [stop for stop in [*ways["B"], *STOPS] if stop not in ways["A"]]
    ways["B"] = [ways["A"][-1], *dict.fromkeys(further[:3])]
    return ways


def line_town(path, seed):
    """Draw a town of 25 crossroads with four lines, each both ways; and where each line calls.

    A train of line A is where line B begins two minutes before one leaves there.
    """
    rng = np.random.default_rng(seed)
    places = {stop: rng.uniform(0, SIDE, 2) for stop in STOPS}
    ways = drawn_ways(rng)
    trips = ["route_id,service_id,trip_id"]
    calls = ["trip_id,arrival_time,departure_time,stop_id,stop_sequence"]
    ends, every = 0, 0
    for line, way in ways.items():
        runs = [20 + int(np.hypot(*(places[a] - places[b])) / 14) for a, b in pairwise(way)]
        stand, joined = int(rng.integers(0, 90)), line == "B"
        every = every if joined else int(rng.integers(9, 25)) * 60
        for back in (False, True):
            first = ends + 120 if joined and not back else FIRST_S + int(rng.integers(0, every))
            order, legs = (way[::-1], runs[::-1]) if back else (way, runs)
            for n in range(5):
                name, now = f"{line}{'b' * back}{n}", first + n * every
                trips.append(f"{line},D,{name}")
                for place, stop in enumerate(order):
                    now += legs[place - 1] if place else 0
                    leaves = now + stand * (0 < place < len(order) - 1)
                    calls.append(f"{name},{clock(now)},{clock(leaves)},{stop},{place}")
                    now = leaves
                ends = now if (line, back, n) == ("A", False, 0) else ends
    rows = ["stop_id,stop_name,stop_lon,stop_lat"]
    rows += [f"{s},Stop {s},{lonlat(*xy)[0]:.6f},{lonlat(*xy)[1]:.6f}" for s, xy in places.items()]
    routes = [f"{line},A,{line},3" for line in LINES]
    files = {
        "agency.txt": AGENCY.format(zone="Europe/Amsterdam"),
        "routes.txt": "\n".join(["route_id,agency_id,route_short_name,route_type", *routes, ""]),
        "calendar.txt": DAILY,
        "stops.txt": "\n".join([*rows, ""]),
        "trips.txt": "\n".join([*trips, ""]),
        "stop_times.txt": "\n".join([*calls, ""]),
    }
    feed = read_feed(write_feed(path, files), name="buses")
    sides = ["NL" if places[stop][0] < BORDER_X else "DE" for stop in feed.stops.index]
    feed = replace(feed, stops=feed.stops.assign(country=sides))
    return replace(town(seed, size=5), feeds=(feed,)), ways


def only_at_the_start(network, line):
    """Give the same network where one gets on a line at its first stop alone."""
    (feed,) = network.feeds
    own = np.repeat(feed.trips["line"].to_numpy() == line, np.diff(feed.calls.start))
    first = np.zeros(len(own), dtype=bool)
    first[feed.calls.start[:-1]] = True
    board_ok = np.where(own & ~first, 0, feed.calls.board_ok).astype(np.uint8)
    return replace(network, feeds=(replace(feed, calls=replace(feed.calls, board_ok=board_ok)),))
