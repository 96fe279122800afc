"""Published times and distances of the region, and what the sample's network makes of them."""

from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.sparse import coo_array
from scipy.sparse.csgraph import dijkstra

from grensgeo.network import load_network, mode_bit

ROOT = Path(__file__).resolve().parents[1]
TRUTH = ROOT / "data" / "truth"


@cache
def network():
    return load_network(ROOT / "data" / "sample" / "network")


@cache
def figures():
    """All published figures."""
    return pd.read_csv(TRUTH / "published.csv", keep_default_na=False)


@cache
def places():
    return pd.read_csv(TRUTH / "places.csv").set_index("name")


@cache
def stations():
    """Stops of the sample by the name that is published; empty outside it."""
    return pd.read_csv(TRUTH / "stations.csv", keep_default_na=False).set_index("name")["stop_id"]


@cache
def _graph(mode, period="free_flow"):
    """Seconds and metres of a mode, and the vertices that it reaches."""
    streets = network().streets
    use = (streets.access_forward & mode_bit(mode)) > 0
    seconds = network().durations_s(mode, period=period)[0][use]
    ends, size = (streets.tail[use], streets.head[use]), streets.n_vertices
    # of edges side by side the quicker one counts, so that its metres go with its seconds
    order = np.lexsort((seconds, ends[1], ends[0]))
    pairs = np.stack(ends)[:, order]
    first = np.append(True, (pairs[:, 1:] != pairs[:, :-1]).any(axis=0))
    picked = tuple(pairs[:, first])
    metres = streets.length_m[use][order][first]
    at = np.unique(np.concatenate(ends))
    return (
        coo_array((seconds[order][first], picked), (size, size)).tocsr(),
        coo_array((metres, picked), (size, size)).tocsr(),
        at,
    )


def nearest(name, mode):
    """The vertex of a mode that lies nearest to a place."""
    streets, at = network().streets, _graph(mode)[2]
    here = places().loc[name]
    east = (streets.lon[at] - here["lon"]) * np.cos(np.radians(here["lat"]))
    return int(at[np.hypot(east, streets.lat[at] - here["lat"]).argmin()])


def by_street(mode, start, end, period="free_flow"):
    """Minutes and kilometres of the quickest way, by bicycle of the shortest."""
    seconds, metres, _ = _graph(mode, period)
    origin, target = nearest(start, mode), nearest(end, mode)
    reached, before = dijkstra(seconds, directed=False, indices=origin, return_predecessors=True)
    length, vertex = 0.0, target
    while vertex != origin:
        ahead = int(before[vertex])
        sides = [m for m in (metres[vertex, ahead], metres[ahead, vertex]) if m > 0]
        length += min(sides)
        vertex = ahead
    return reached[target] / 60.0, length / 1000.0


def on_board(line, start, end):
    """Minutes on board the quickest train of a line, either way; NaN where it does not call."""
    rail = network().feeds[0]
    best = np.nan
    start, end = (stations()[name] for name in (start, end))
    for trip in np.flatnonzero(rail.trips["route_id"].str.partition("-")[0] == line):
        rows = slice(rail.calls.start[trip], rail.calls.start[trip + 1])
        called = rail.stops.index[rail.calls.stop[rows]].tolist()
        if start in called and end in called and called.index(start) < called.index(end):
            left = rail.calls.departure_s[rows][called.index(start)]
            minutes = (rail.calls.arrival_s[rows][called.index(end)] - left) / 60.0
            best = np.fmin(best, minutes)
    return best


#: How coarse a figure may be rounded, and how open its ends, to be judged with.
ROUNDING = 1 / 8
ENDS = 1 / 20
#: Minutes a kilometre, to compare what is open of the ends with a time.
PACE = {"car": 1.0, "bicycle": 4.0, "rail": 1.0}


def is_clear(row):
    """Whether a figure says enough to be judged with, whatever is computed.

    Rounded to an eighth of itself at most; by something that the page names; ends to 1 km or, on
    long ways, to a twentieth of the way.
    """
    way = row["value"] if row["kind"] == "distance" else row["value"] / PACE[row["mode"]]
    fine = row["rounding"] <= row["value"] * ROUNDING + 1e-9
    return fine and row["ends_km"] <= max(1.0, way * ENDS) and row["by"] == "said"


def computed(row):
    """What the sample makes of a published figure, in its unit."""
    start, end = row["from"], row["to"]
    if row["mode"] == "rail":
        there, back = on_board(row["note"], start, end), on_board(row["note"], end, start)
        return there if np.isfinite(there) else back
    minutes, km = by_street(row["mode"], start, end, row["period"])
    return minutes if row["kind"] == "time" else km


@cache
def compared():
    """Every figure beside what the sample makes of it, and their ratio."""
    table = figures().assign(computed=[computed(row) for _, row in figures().iterrows()])
    return table.assign(ratio=table["computed"] / table["value"])


def summary(table):
    """Number, median ratio, median absolute error and spread by mode, kind and half."""
    rows = []
    for (mode, kind, use), part in table.groupby(["mode", "kind", "use"]):
        ratio = part["ratio"].dropna()
        rows.append(
            (
                mode, kind, use, len(part), int(ratio.size), ratio.median(),
                (ratio - 1).abs().median(), np.log(ratio).std(ddof=0),
            )
        )  # fmt: skip
    columns = ["mode", "kind", "use", "figures", "found", "ratio", "error", "spread"]
    return pd.DataFrame(rows, columns=columns)


def errors(halves):
    """What the quality sheet of the sample's feed tells: of the halves that nothing was fitted to."""
    judged = halves[halves["use"] == "judge"]
    table = judged[["mode", "kind", "found", "ratio", "error"]].rename(
        columns={"found": "figures"}
    )
    return table.round({"ratio": 3, "error": 3}).reset_index(drop=True)


if __name__ == "__main__":
    errors(summary(compared())).to_csv(TRUTH / "errors.csv", index=False)
    pd.options.display.width = 200
    pd.options.display.max_rows = 200
    columns = [
        "figure_id",
        "from",
        "to",
        "value",
        "rounding",
        "ends_km",
        "computed",
        "ratio",
        "use",
    ]
    print(compared()[columns].round(2).to_string())  # noqa: T201
    print(summary(compared()).round(3).to_string())  # noqa: T201
