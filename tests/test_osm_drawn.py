"""Railways and rivers as they are drawn."""

import geopandas as gpd
from osm_files import osm_xml
from shapely.geometry import box

from grensgeo.osm.drawn import draw_rail, draw_rivers
from grensgeo.osm.extracts import read_osm

NODES = {1: (0, 0), 2: (500, 0), 3: (900, 0), 4: (0, 300), 5: (0, 600)}
WAYS = [
    (10, [1, 2, 3], {"railway": "rail", "maxspeed": "130", "usage": "main"}),
    (11, [4, 5], {"waterway": "river"}),
    (12, [1, 4], {"highway": "path"}),
]


def read(tmp_path, ways=WAYS):
    path = tmp_path / "drawn.osm"
    path.write_text(osm_xml(NODES, ways))
    return read_osm([path])


def test_tracks_carry_their_limits_and_lengths(tmp_path):
    tracks, stations = draw_rail(read(tmp_path), None)
    assert tracks[["way_id", "railway", "usage", "country"]].to_numpy().tolist() == [
        [10, "rail", "main", ""]
    ]
    assert tracks["maxspeed_kmh"].tolist() == [130.0]
    assert abs(tracks["length_m"].iloc[0] - 900) < 5
    assert stations.empty


def test_countries_are_those_of_the_middle(tmp_path):
    world = gpd.GeoDataFrame({"country": ["DE"]}, geometry=[box(-180, -90, 180, 90)], crs=4326)
    tracks, _ = draw_rail(read(tmp_path), world)
    assert tracks["country"].tolist() == ["DE"]


def test_a_missing_node_leaves_the_pieces_beside_it(tmp_path):
    rivers = draw_rivers(read(tmp_path))
    assert [len(line.coords) for line in rivers] == [2]
    cut = read(tmp_path, [(13, [1, 2, 99, 4, 5], {"waterway": "canal"}), WAYS[2]])
    assert [len(line.coords) for line in draw_rivers(cut)] == [2, 2]
