"""The networks of the sample hold up against what is known of the region."""

import importlib
import json
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components, dijkstra

from grensgeo.lines.line_tables import check_lines
from grensgeo.lines.services_file import read_services
from grensgeo.network import COUNTRIES, HIGHWAYS, load_network, mode_bit

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "data" / "sample"
SHARED = ROOT.parent / "shared" / "data"


@cache
def network(name="network"):
    return load_network(SAMPLE / name)


@cache
def points():
    return pd.read_csv(ROOT / "data" / "sources" / "road_points.csv").set_index("name")


def vertex(place):
    streets = network().streets
    here = points().loc[place]
    return int(np.hypot(streets.lon - here["lon"], streets.lat - here["lat"]).argmin())


@cache
def car_graph():
    streets = network().streets
    seconds = network().durations_s("car")[0]
    size = streets.n_vertices
    return coo_array((seconds, (streets.tail, streets.head)), (size, size)).tocsr()


def test_sizes():
    for name, most_mb in (("network", 3), ("muenster", 4), ("enschede", 1.5)):
        size = sum(file.stat().st_size for file in (SAMPLE / name).iterdir())
        assert size < most_mb * 1e6, name
    files = [f for f in SAMPLE.rglob("*") if f.is_file() and "router" not in f.parts]
    assert sum(f.stat().st_size for f in files) < 15e6


def test_the_region_is_one_network_of_two_countries():
    streets = network().streets
    assert network().provenance.schematic
    assert {COUNTRIES[c] for c in np.unique(streets.country)} == {"NL", "DE"}
    assert connected_components(car_graph(), directed=False)[0] == 1
    for mode in ("bicycle", "walk"):
        use = (streets.access_forward & mode_bit(mode)) > 0
        graph = coo_array(
            (np.ones(use.sum()), (streets.tail[use], streets.head[use])),
            (streets.n_vertices, streets.n_vertices),
        )
        label = connected_components(graph, directed=False)[1]
        # only vertices of motorways and trunk roads lie outside
        assert (label == np.bincount(label).argmax()).mean() > 0.99


def test_the_countries_meet_at_known_crossings_alone():
    streets = network().streets
    dutch, german = (streets.country == COUNTRIES.index(c) for c in ("NL", "DE"))
    at = [set(streets.tail[side]) | set(streets.head[side]) for side in (dutch, german)]
    shared = at[0] & at[1]
    # 17 where main roads of both countries meet, 16 where one country's goes on as a local road,
    # 8 between towns that were written down by hand
    assert len(shared) == 41
    local = np.isin(streets.tail, list(shared)) | np.isin(streets.head, list(shared))
    assert not (streets.highway[local] == HIGHWAYS.index("local")).any()
    edges = np.flatnonzero(local)
    per = np.bincount(np.concatenate([streets.tail[edges], streets.head[edges]]))
    assert (per[list(shared)] == 2).all()


#: Minutes by car between town centres off the peak, as people of the region reckon, to some 15 %:
#: no route planner was asked. Kept apart from what is published: speeds are not judged by it.
KNOWN = {
    ("Enschede", "Gronau"): 17,
    ("Enschede", "Münster"): 62,
    ("Enschede", "Hengelo"): 17,
    ("Münster", "Rheine"): 40,
    ("Münster", "Coesfeld"): 40,
    ("Hengelo", "Almelo"): 20,
    ("Bocholt", "Borken"): 23,
    ("Münster", "Hamm"): 42,
    ("Münster", "Warendorf"): 32,
    ("Enschede", "Oldenzaal"): 18,
    ("Oldenzaal", "Nordhorn"): 28,
    ("Winterswijk", "Bocholt"): 25,
    ("Enschede", "Deventer"): 45,
    ("Ahaus", "Enschede"): 27,
    ("Rheine", "Enschede"): 42,
    ("Beckum", "Münster"): 45,
    ("Doetinchem", "Enschede"): 50,
    ("Borken", "Münster"): 52,
    ("Hengelo", "Bad Bentheim"): 28,
    ("Münster", "Osnabrück"): 50,
    ("Dülmen", "Münster"): 33,
    ("Winterswijk", "Vreden"): 19,
    ("Enschede", "Zwolle"): 65,
}


def test_car_times_are_near_what_is_known():
    ratios = []
    for (start, end), minutes in KNOWN.items():
        seconds = dijkstra(car_graph(), directed=False, indices=vertex(start))[vertex(end)]
        ratios.append(seconds / 60 / minutes)
    ratios = np.array(ratios)
    assert 0.95 < np.median(ratios) < 1.05
    assert np.median(np.abs(ratios - 1)) < 0.08
    assert np.log(ratios).std() < 0.09
    assert ratios.min() > 0.8
    assert ratios.max() < 1.2


def on_board(line, start, end):
    rail = network().feeds[0]
    for trip in np.flatnonzero(rail.trips["route_id"] == line):
        rows = slice(rail.calls.start[trip], rail.calls.start[trip + 1])
        names = rail.stops.index[rail.calls.stop[rows]].tolist()
        if start in names and end in names and names.index(start) < names.index(end):
            left = rail.calls.departure_s[rows][names.index(start)]
            return (rail.calls.arrival_s[rows][names.index(end)] - left) / 60
    return np.nan


@pytest.mark.parametrize(
    ("line", "start", "end", "least", "most"),
    [
        ("RB63", "munster-westf-hbf", "munster-roxel", 9, 11),
        ("RE7", "munster-westf-hbf", "hamm-westf", 20, 27),
        ("RB69", "munster-westf-hbf", "munster-hiltrup", 4, 5.5),
        ("RB50", "munster-westf-hbf", "lunen-hbf", 37, 41),
    ],
)
def test_minutes_on_board(line, start, end, least, most):
    assert least <= on_board(line, start, end) <= most


def test_lines_run_on_both_sides():
    lines = network().feeds[0].trips["route_id"]
    expected = {
        "RE2", "RE7", "RE15", "RE42", "RE60", "RE62", "IC77", "RE14-borken", "RE14-coesfeld", "RE19", "RE19-bocholt",
        "RB50", "RB51", "RB56", "RB61", "RB63", "RB64", "RB65", "RB66", "RB67", "RB69", "RB89",
        "1700", "7000", "7900", "17900", "30800", "30900", "31000", "31200",
    }  # fmt: skip
    assert expected <= set(lines)
    assert not lines.isin(["300", "RB68"]).any()


def test_no_train_runs_through_at_enschede():
    rail = network().feeds[0]
    for a, b in pairwise(rail.calls.start):
        assert not {"enschede", "enschede-de-side"} <= set(rail.stops.index[rail.calls.stop[a:b]])


def test_the_cities():
    muenster, enschede = network("muenster"), network("enschede")
    for city in (muenster, enschede):
        assert not city.provenance.schematic
        assert any("OpenStreetMap" in line for line in city.provenance.attributions())
    assert {COUNTRIES[c] for c in np.unique(muenster.streets.country)} == {"DE"}
    assert {COUNTRIES[c] for c in np.unique(enschede.streets.country)} <= {"NL", "DE", ""}
    assert np.isfinite(muenster.durations_s("car")[0]).mean() > 0.3


def test_the_written_lines_pass_the_checks():
    written = {"rail_minutes.toml": 19, "rail_lines.toml": 3}
    for name, count in written.items():
        tables = check_lines(read_services(ROOT / "data" / "sources" / name))
        assert len(tables.lines) == count
        assert tables.lines["note"].str.len().min() > 20


@pytest.mark.long
@pytest.mark.shared_data
def test_compiling_again_gives_the_same_bytes(tmp_path, monkeypatch):
    if not (SHARED / "rail").is_dir() or not (SHARED / "gtfs").is_dir():
        pytest.skip("shared/data is not here: it holds the inputs of the sample")
    monkeypatch.syspath_prepend(ROOT / "data" / "compile")
    networks = importlib.import_module("networks")
    region = networks.load_region(SAMPLE)
    fresh = networks.compile_region_network(SHARED, tmp_path, region)
    for name in ("points.csv", "roads.csv", "manifest.json"):
        kept = SAMPLE / "main_roads" / name
        assert (tmp_path / "main_roads" / name).read_bytes() == kept.read_bytes()
    fresh.save(tmp_path / "n")
    fresh = json.loads((tmp_path / "n" / "manifest.json").read_text())
    kept = json.loads((SAMPLE / "network" / "manifest.json").read_text())
    assert fresh == kept
