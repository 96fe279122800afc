"""The sample's main roads lie where they are, and cross the border where they do."""

import importlib
import json
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from pyproj import Geod

from grensgeo.fetch.catalogue import checksum
from grensgeo.geodata.road_tables import read_roads
from grensgeo.network import COUNTRIES, HIGHWAYS, load_network
from grensgeo.provenance import read_json
from grensgeo.region.region import load_region

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data"
GEOD = Geod(ellps="WGS84")

#: Where numbered main roads of both countries meet the border (waypoints of Travel Mapping).
CROSSINGS = {
    "N336/L472 Babberich": (6.13367, 51.90047),
    "A12/A3 Elten": (6.16425, 51.89997),
    "N827/B220 Emmerich": (6.25543, 51.86862),
    "N313/L606 Aalten": (6.58553, 51.89400),
    "N382/B403 Laar": (6.75552, 52.64726),
    "N319/B525 Oeding": (6.79467, 51.93680),
    "N853/B403 Emlichheim": (6.87243, 52.65322),
    "N35/B54 Gronau": (6.96228, 52.19341),
    "N342/B213 Nordhorn": (7.03528, 52.40327),
    "A1/A30 De Poppe": (7.04344, 52.31366),
    "N863 Twist": (7.05476, 52.64449),
    "A37/B402 Zwartemeer": (7.06406, 52.72248),
}


@cache
def streets():
    return load_network(ROOT / "data" / "sample" / "network").streets


@pytest.fixture(scope="module")
def main_roads():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "data" / "compile")
        return importlib.import_module("main_roads")


def metres(at, lon, lat):
    """From vertices to a place."""
    s = streets()
    n = len(at)
    return GEOD.inv(s.lon[at], s.lat[at], np.full(n, lon), np.full(n, lat))[2]


@pytest.mark.parametrize("name", CROSSINGS)
def test_numbered_roads_cross_where_they_do(name):
    s = streets()
    main = s.highway != HIGHWAYS.index("local")
    at = np.unique(np.concatenate([s.tail[main], s.head[main]]))
    apart = metres(at, *CROSSINGS[name])
    assert apart.min() < 100
    here = at[apart.argmin()]
    ends = main & ((s.tail == here) | (s.head == here))
    assert {COUNTRIES[c] for c in s.country[ends]} == {"NL", "DE"}
    wanted = {"motorway"} if name[0] == "A" and "B402" not in name else {"primary", "secondary"}
    found = {HIGHWAYS[h] for h in s.highway[ends]}
    assert found & (wanted | {"trunk"}), found


def test_lengths_are_those_of_the_drawn_lines():
    s = streets()
    main = np.flatnonzero(
        np.isin(s.highway, [HIGHWAYS.index(k) for k in ("motorway", "trunk", "primary")])
    )
    drawn = [
        GEOD.line_length(*s.coords[s.coords_start[edge] : s.coords_start[edge + 1]].T)
        for edge in main.tolist()
    ]
    np.testing.assert_allclose(s.length_m[main], drawn, atol=1.0)


def test_published_kilometres_of_a_motorway(main_roads, tmp_path):
    """A run by hand: a shaping point is no exit, and lengthens the section."""
    feature = {
        "properties": {
            "route": "A31", "root": "deu.a031", "region": "DEU-NW", "system": "deua",
            "labels": ["1", "+x1", "A30", "2"],
        },
        "geometry": {"coordinates": [[7.0, 52.0], [7.05, 52.05], [7.1, 52.0], [7.2, 52.0]]},
    }  # fmt: skip
    other = {
        "properties": {
            "route": "A30", "root": "deu.a030", "region": "DEU-NW", "system": "deua",
            "labels": ["A31", "9"],
        },
        "geometry": {"coordinates": [[7.1, 52.0], [7.1, 52.1]]},
    }  # fmt: skip
    (tmp_path / "w.json").write_text(json.dumps({"features": [feature, other]}))
    (tmp_path / "e.csv").write_text("root,from,to,source\n")
    found = main_roads.read_main_roads(tmp_path / "w.json", tmp_path / "e.csv")
    kinds = found.points.set_index("lon")["kind"]
    assert kinds[7.0] == kinds[7.2] == "junction"
    assert (found.points.loc[found.points["lon"] == 7.1, "kind"] == "interchange").sum() == 1
    assert len(found.points) == 4
    assert len(found.roads) == 3
    assert sorted(found.roads["via"]) == ["", "", "7.05000 52.05000"]
    assert set(found.roads["class"]) == {"motorway"}


def test_roads_on_one_line_are_one_and_keep_both_numbers(main_roads, tmp_path):
    runs = [
        {
            "properties": {
                "route": route, "root": root, "region": "DEU-NW", "system": system,
                "labels": ["P", "Q"],
            },
            "geometry": {"coordinates": line},
        }
        for route, root, system, line in (
            ("B54", "deunw.b054", "deub", [[7.0, 52.0], [7.1, 52.0]]),
            ("L510", "deunw.l510", "deunwl", [[7.1, 52.0], [7.0, 52.0]]),
        )
    ]  # fmt: skip
    (tmp_path / "w.json").write_text(json.dumps({"features": runs}))
    (tmp_path / "e.csv").write_text("root,from,to,source\ndeunw.b054,P,Q,a page\n")
    found = main_roads.read_main_roads(tmp_path / "w.json", tmp_path / "e.csv")
    assert found.roads["road"].tolist() == ["B54/L510"]
    assert found.roads["class"].tolist() == ["trunk"]


def test_pieces_that_lead_nowhere_are_left_out(main_roads, tmp_path):
    def run(route, system, line):
        facts = {
            "route": route, "root": route, "region": "NLD", "system": system,
            "labels": [str(i) for i in range(len(line))],
        }  # fmt: skip
        return {"properties": facts, "geometry": {"coordinates": line}}

    runs = [
        run("A1", "nlda", [[6.0, 52.0], [6.2, 52.0], [6.6, 52.0]]),
        run("A2", "nlda", [[8.0, 52.0], [8.2, 52.0]]),
        run("N3", "nldp", [[6.2, 52.0], [6.2, 52.4], [6.2, 52.8]]),
    ]
    (tmp_path / "w.json").write_text(json.dumps({"features": runs}))
    (tmp_path / "e.csv").write_text("root,from,to,source\n")
    found = main_roads.read_main_roads(tmp_path / "w.json", tmp_path / "e.csv")
    kept = main_roads.within(found, shapely.box(5.9, 51.9, 6.3, 52.1), 0.05)
    # the motorway to its end, the other road by a section, the motorway far away not at all
    assert sorted(kept.roads["road"]) == ["A1", "A1", "N3"]
    assert len(kept.points) == 4


def test_a_crossing_by_hand_gives_way_to_a_main_road_beside_it(main_roads):
    columns = ["name", "country", "lon", "lat", "kind", "source"]
    road = ["from", "to", "road", "class", "built_up", "detour_factor"]
    hand = main_roads.RoadTables(
        points=pd.DataFrame(
            [
                ("A", "NL", 7.0, 52.0, "town", "-"),
                ("B", "DE", 7.1, 52.0, "town", "-"),
                ("C", "NL", 7.0, 52.2, "junction", "-"),
                ("D", "DE", 7.1, 52.2, "junction", "-"),
            ],
            columns=columns,
        ),
        roads=pd.DataFrame(
            [("A", "B", "x", "tertiary", False, 1.3), ("C", "D", "y", "tertiary", False, 1.3)],
            columns=road,
        ),
    )
    none = main_roads.with_towns(main_roads.no_roads(), hand)
    assert none.roads["road"].tolist() == ["x", "y"]
    main = main_roads.RoadTables(
        points=pd.DataFrame([("X", "NL", 7.05, 52.21, "border", "-")], columns=columns),
        roads=pd.DataFrame(columns=[*road, "via"]),
    )
    both = main_roads.with_towns(main, hand)
    assert both.roads["road"].tolist() == ["x"]
    # a town stays, an exit that served the crossing alone does not
    assert sorted(both.points["name"]) == ["A", "B", "X"]


def test_their_licence_and_attribution_travel_with_the_network():
    network = load_network(ROOT / "data" / "sample" / "network")
    (source,) = [
        s for s in network.provenance.sources if s.source_id == "main-roads-travelmapping"
    ]
    assert source.licence == "ODbL-1.0"
    line = "© OpenStreetMap contributors, waypoints via Travel Mapping"
    assert any(line in text for text in network.provenance.attributions())
    manifest = (ROOT / "data" / "sample" / "network" / "manifest.json").read_text("utf-8")
    assert "waypoints via Travel Mapping" in manifest
    assert any(getattr(n, "code", "") == "schematic-drawn" for n in network.provenance.notes)


def _waypoints():
    path = SHARED / "roads" / "travelmapping_region_roads.geojson"
    if not path.is_file():
        pytest.skip("shared/data is not here: it holds the waypoints of main roads")
    return json.loads(path.read_text("utf-8"))["features"]


@pytest.mark.shared_data
def test_no_exit_is_more_than_100_m_from_its_waypoint():
    s = streets()
    motorway = s.highway == HIGHWAYS.index("motorway")
    at = np.unique(np.concatenate([s.tail[motorway], s.head[motorway]]))
    extent = load_network(ROOT / "data" / "sample" / "network").extent.union_all()
    exits = [
        (run["properties"]["route"], label, *place)
        for run in _waypoints()
        if run["properties"]["system"] in {"deua", "nlda"}
        for label, place in zip(
            run["properties"]["labels"], run["geometry"]["coordinates"], strict=True
        )
        if not label.startswith("+") and shapely.contains_xy(extent, *place)
    ]
    assert len(exits) > 200
    apart = [metres(at, lon, lat).min() for *_, lon, lat in exits]
    assert max(apart) < 100


@pytest.mark.long
@pytest.mark.shared_data
def test_without_main_roads_the_lattice_is_left_alone(main_roads, tmp_path):
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "data" / "compile")
        networks = importlib.import_module("networks")
    region = networks.load_region(ROOT / "data" / "sample")
    _waypoints()
    sources = ROOT / "data" / "sources"
    network = networks.compile_region_network(SHARED, tmp_path, region, roads="none")
    assert not (tmp_path / "main_roads").exists()
    found = {HIGHWAYS[h] for h in np.unique(network.streets.highway)}
    assert "trunk" not in found
    # the two crossings of motorways, each cut at the border
    assert (network.streets.highway == HIGHWAYS.index("motorway")).sum() == 4
    known = {s.source_id for s in network.provenance.sources}
    assert main_roads.SOURCE.source_id not in known
    hand = pd.read_csv(sources / "roads.csv")
    # the crossings that were written down by hand, and nothing else, join the countries
    s = network.streets
    local = s.highway == HIGHWAYS.index("local")
    sides = [
        set(s.tail[~local & (s.country == code)]) | set(s.head[~local & (s.country == code)])
        for code in (COUNTRIES.index("NL"), COUNTRIES.index("DE"))
    ]
    assert len(sides[0] & sides[1]) == len(hand) == 28


def test_main_roads_stand_in_files_of_their_own_with_their_licence():
    sample = ROOT / "data" / "sample"
    manifest = read_json(sample / "main_roads" / "manifest.json")
    assert manifest["files"] == {
        name: checksum(sample / "main_roads" / name) for name in ("points.csv", "roads.csv")
    }
    (source,) = manifest["sources"]
    assert source["licence"] == "ODbL-1.0"
    assert "OpenStreetMap contributors" in source["attribution"]
    told = read_json(sample / "catalogue.json")["sources"]
    assert source | {"bears_on": "maps"} in told
    told = read_json(sample / "network" / "manifest.json")["provenance"]["sources"]
    assert source | {"bears_on": "streets"} in told


def test_the_network_is_built_of_the_files_of_main_roads(main_roads):
    folder = ROOT / "data" / "sample" / "main_roads"
    tables = read_roads(folder / "roads.csv", folder / "points.csv")
    s = streets()
    main = s.highway != HIGHWAYS.index("local")
    at = np.unique(np.concatenate([s.tail[main], s.head[main]]))
    tree = shapely.STRtree(shapely.points(s.lon[at], s.lat[at]))
    points = shapely.points(tables.points["lon"], tables.points["lat"])
    nearest = shapely.distance(points, tree.geometries[tree.nearest(points)])
    assert nearest.max() < 1e-5
    assert main_roads.no_roads().roads.columns.tolist() == tables.roads.columns.tolist()


def beyond():
    return pd.read_csv(ROOT / "data/sources/motorways_beyond.csv", dtype={"label": str})


@cache
def areas():
    return load_region(ROOT / "data" / "sample").country_areas().set_index("country").geometry


@pytest.mark.parametrize("run", sorted(beyond()["run"].unique()))
def test_motorways_beyond_run_on_in_their_country_without_turning_back(run):
    rows = beyond().query("run == @run")
    lon, lat = rows["lon"].to_numpy(), rows["lat"].to_numpy()
    azimuth, _, step = GEOD.inv(lon[:-1], lat[:-1], lon[1:], lat[1:])
    turn = np.abs((np.diff(azimuth) + 180) % 360 - 180)
    straight = GEOD.inv(lon[0], lat[0], lon[-1], lat[-1])[2]
    assert 300 < step.min() <= step.max() < 11_000
    assert turn.max() < 90
    assert step.sum() < 1.35 * straight  # A30 goes round Bad Oeynhausen
    exits = rows["label"].str.extract(r"^(\d+)")[0].dropna().astype(int).diff().dropna()
    assert (exits >= 0).all() or (exits <= 0).all()
    sides = areas()
    own, other = ("NL", "DE") if rows["region"].iloc[0] == "NLD" else ("DE", "NL")
    assert not shapely.contains_xy(sides[other], lon, lat).any()
    # the ends lie beyond the last square
    assert shapely.distance(sides[own], shapely.points(lon, lat)).max() < 0.1


def test_motorways_meet_wherever_their_lines_cross():
    """A crossing without a common waypoint would be one that nobody can change at."""
    rows = beyond()
    runs = [
        (route, group[["lon", "lat"]].to_numpy(),
         group[~group["label"].str.startswith("+")][["lon", "lat"]].to_numpy())
        for (_, route), group in rows.groupby(["run", "route"])
    ]  # fmt: skip
    met = 0
    for i, (route, line, own) in enumerate(runs):
        for other, across, theirs in runs[:i]:
            if other == route:
                continue
            cross = shapely.LineString(line).intersection(shapely.LineString(across))
            if cross.is_empty:
                continue
            for spot in shapely.get_parts(cross).tolist():
                at = spot.representative_point()
                for exits in (own, theirs):
                    there = np.full(len(exits), at.x), np.full(len(exits), at.y)
                    assert GEOD.inv(*exits.T, *there)[2].min() < 30, (route, other)
                met += 1
    assert met >= 10
