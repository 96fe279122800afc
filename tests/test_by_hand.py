"""Reach of a municipality computed a second time, from the sample's files and with scipy alone.

Nothing here calls the code it checks: speeds, snapping, paths, shares of jobs and means are made
anew from the tables. Figures of grensgeo must be the same.
"""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from pyproj import Transformer
from reach_tables import by_columns
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

import grensgeo as gg

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "sample"
WALK = 5 / 3.6
BITS = {"car": 1, "ebike": 4}
#: Highway classes by number, and the speeds of data/sample's roads, km/h.
MOTORWAY, TRUNK, PRIMARY, SECONDARY, TERTIARY, LOCAL = 0, 2, 4, 6, 8, 27


@pytest.fixture(scope="module")
def tables():
    cells = pd.read_parquet(SAMPLE / "cells.parquet")
    counts = pd.read_csv(SAMPLE / "opportunities.csv", dtype={"region_code": str})
    jobs = counts[counts["opportunity"] == "jobs"].set_index("region_code")["count"]
    people = cells.groupby("region_code")["population"].transform("sum")
    cells["jobs"] = cells["region_code"].map(jobs) * cells["population"] / people
    placed = pd.read_csv(SAMPLE / "cell_opportunities.csv").set_index("cell_id")["count"]
    at_places = cells["cell_id"].map(placed).fillna(0.0)
    known = at_places.groupby(cells["region_code"]).transform("sum") > 0
    cells["jobs"] = cells["jobs"].where(~known, at_places)
    network = SAMPLE / "network"
    return cells, *(pd.read_parquet(network / f"{n}.parquet") for n in ("vertices", "edges"))


def speeds(edges, mode):
    if mode == "ebike":
        return np.full(len(edges), 20.0)
    road, german = edges["highway"].to_numpy(), edges["country"].to_numpy() == 2
    town = edges["built_up"].to_numpy(dtype=bool)
    through = np.where(town, 40, np.where(german, 76, 61))
    choices = {
        MOTORWAY: np.where(german, 113.5, 100),
        TRUNK: 90,
        PRIMARY: through,
        SECONDARY: through,
        TERTIARY: np.where(town, 40, 61),
        LOCAL: np.where(town, 30, 46),
    }
    assert set(road) <= set(choices)
    return np.select([road == n for n in choices], list(choices.values())).astype(float)


def minutes(tables, mode, code, limit_min):
    """Give the minutes from each cell of a municipality to all cells; inf where not reached."""
    cells, vertices, edges = tables
    flat = Transformer.from_crs(4326, 32632, always_xy=True)
    tail, head = edges["tail"].to_numpy(), edges["head"].to_numpy()
    # main roads are drawn: an edge has corners
    drawn = gg.load_network(SAMPLE / "network", store=False).streets
    corners = np.column_stack(flat.transform(*drawn.coords.T))
    of = np.repeat(np.arange(len(tail)), np.diff(drawn.coords_start))
    lines = shapely.linestrings(corners, indices=of)
    forward = (edges["access_forward"].to_numpy() & BITS[mode]) > 0
    backward = (edges["access_backward"].to_numpy() & BITS[mode]) > 0
    takes = edges["length_m"].to_numpy() / (speeds(edges, mode) / 3.6)
    usable = np.flatnonzero(forward | backward)
    places = shapely.points(*flat.transform(cells["lon"].to_numpy(), cells["lat"].to_numpy()))
    near = usable[shapely.STRtree(lines[usable]).nearest(places)]
    off = shapely.distance(lines[near], places) / WALK
    part = shapely.line_locate_point(lines[near], places, normalized=True)
    arcs = pd.DataFrame(
        {
            "from": np.r_[tail[forward], head[backward]],
            "to": np.r_[head[forward], tail[backward]],
            "s": np.r_[takes[forward], takes[backward]],
        }
    )
    arcs = arcs.groupby(["from", "to"], as_index=False)["s"].min()
    n = len(vertices)
    graph = csr_matrix((arcs["s"], (arcs["from"], arcs["to"])), shape=(n, n))
    a, b, ahead, back, whole = tail[near], head[near], forward[near], backward[near], takes[near]
    homes = np.flatnonzero(cells["region_code"] == code)
    starts = np.unique(np.r_[a[homes], b[homes]])
    row = {vertex: k for k, vertex in enumerate(starts)}
    tree = dijkstra(graph, indices=starts, limit=limit_min * 61)
    result = np.empty((len(homes), len(cells)))
    for k, i in enumerate(homes):
        to = np.full(n, np.inf)
        if ahead[i]:
            to = np.minimum(to, tree[row[b[i]]] + (1 - part[i]) * whole[i])
        if back[i]:
            to = np.minimum(to, tree[row[a[i]]] + part[i] * whole[i])
        there = np.minimum(
            np.where(ahead, to[a] + part * whole, np.inf),
            np.where(back, to[b] + (1 - part) * whole, np.inf),
        )
        along = (part - part[i]) * whole
        direct = np.where(
            along >= 0, np.where(ahead, along, np.inf), np.where(back, -along, np.inf)
        )
        there = np.where(near == near[i], np.minimum(there, direct), there)
        result[k] = (there + off + off[i]) / 60 + (3 if mode == "car" else 0)
        result[k, i] = 0
    return homes, result


@pytest.mark.parametrize(
    ("code", "mode", "cutoff"),
    [
        pytest.param("GM0168", "car", 45, marks=pytest.mark.long),
        pytest.param("05554020", "car", 30, marks=pytest.mark.long),
        pytest.param("GM0163", "ebike", 30, marks=pytest.mark.long),
    ],
)
def test_reach_of_a_municipality_is_what_scipy_says(tables, code, mode, cutoff):
    cells = tables[0]
    homes, by_hand = minutes(tables, mode, code, cutoff)
    region = gg.load_region(SAMPLE)
    times = gg.travel_times(
        gg.load_network(SAMPLE / "network", store=False),
        region.cells.iloc[homes],
        region.cells,
        gg.Trip(mode, max_min=cutoff),
    )
    within = by_hand <= cutoff * (1 + 4e-7)  # on schematic roads many times are whole minutes
    assert (within == ~np.isnan(times.minutes)).all()
    np.testing.assert_allclose(times.minutes[within], by_hand[within], rtol=1e-6, atol=1e-5)

    jobs = {"jobs": region.opportunities["jobs"]}
    table = gg.measures.combine(
        gg.reach(times, jobs, cutoffs_min=[cutoff]),
        weights=region.cells["population"],
        groups=region.cells["region_code"],
    )
    table = by_columns(table).iloc[0]
    longer = gg.travel_times(
        gg.load_network(SAMPLE / "network", store=False),
        region.cells.iloc[homes],
        region.cells,
        gg.Trip(mode, max_min=2 * cutoff),
    )
    pd.testing.assert_frame_equal(
        gg.reach(times, jobs, cutoffs_min=[cutoff]), gg.reach(longer, jobs, cutoffs_min=[cutoff])
    )
    people = cells["population"].to_numpy()[homes]
    for side, country in (("reach_nl", "NL"), ("reach_de", "DE")):
        there = within[:, cells["country"] == country] @ cells.loc[
            cells["country"] == country, "jobs"
        ].fillna(0)
        assert table[side] == pytest.approx(np.average(there, weights=people), rel=1e-9)
    home = "reach_nl" if code.startswith("GM") else "reach_de"
    assert table["closed"] == table[home]
    assert table["open"] == pytest.approx(table["reach_nl"] + table["reach_de"])
    assert table["border_effect"] == pytest.approx(table["open"] / table["closed"] - 1)
