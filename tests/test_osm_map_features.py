"""What maps draw beneath figures, out of extracts drawn by hand."""

import pytest
from osm_files import ORIGIN, STEP, osm_xml
from shapely import box

from grensgeo.errors import FileError, InputError
from grensgeo.osm.map_features import read_map_features

NODES = {
    1: (0, 0), 2: (1000, 0), 3: (2000, 0), 4: (0, 900), 5: (900, 900),
    10: (100, 100), 11: (300, 100), 12: (300, 300), 13: (100, 300),
    20: (320, 100), 21: (500, 100), 22: (500, 300), 23: (320, 300),
    30: (700, 700), 31: (720, 700), 32: (720, 720),
    40: (50, 50), 41: (60, 60), 42: (70, 70), 43: (80, 80),
}  # fmt: skip
WAYS = [
    (1, [1, 2], {"highway": "motorway", "ref": "A 31;E 37;B 70"}),
    (2, [2, 3], {"highway": "motorway", "ref": "A31; E 37"}),
    (3, [1, 4], {"highway": "trunk", "ref": "N35"}),
    (4, [4, 5], {"highway": "residential", "ref": "K1"}),
    (5, [1, 5], {"railway": "rail", "usage": "main"}),
    (6, [2, 5], {"railway": "rail", "service": "yard"}),
    (7, [3, 5], {"waterway": "canal", "name": "Twentekanaal"}),
    (8, [3, 4], {"waterway": "river", "tunnel": "culvert"}),
    (9, [2, 4], {"waterway": "ditch"}),
    (10, [10, 11, 12, 13, 10], {"landuse": "residential"}),
    (11, [20, 21, 22, 23, 20], {"landuse": "retail"}),
    (12, [30, 31, 32, 30], {"natural": "water"}),
]
TAGS = {
    40: {"place": "village", "name": "Glane", "population": "3 555"},
    41: {"place": "locality", "name": "Hoek"},
    42: {"place": "town", "population": "10000"},  # without a name
    43: {"railway": "halt", "name": "Eschmarke"},
    12: {"addr:postcode": "7511 JH"},
    13: {"addr:postcode": "7511 ab"},
    11: {"addr:postcode": "48599"},
    10: {"addr:postcode": "7513AA;7514AA"},
}


def extract(folder, name="a.osm", ways=WAYS, **how):
    file = folder / name
    file.write_text(osm_xml(NODES, ways, node_tags=TAGS, **how), encoding="utf-8")
    return file


def rows(table, *layers):
    found = table[table["layer"].isin(layers)]
    return found[["layer", "rank", "name"]].to_numpy().tolist()


def test_roads_bear_their_numbers_and_are_joined(tmp_path):
    found = read_map_features(extract(tmp_path))
    assert rows(found, "road") == [["road", 1, "A31/E37"], ["road", 2, "N35"]]
    assert found.geometry.iloc[found.index[found["name"] == "A31/E37"][0]].length == pytest.approx(
        2000 * STEP[0], rel=1e-3
    )


def test_of_railways_and_waters_those_that_lead_on_above_ground(tmp_path):
    found = read_map_features(extract(tmp_path))
    assert rows(found, "rail") == [["rail", 1, ""]]
    assert rows(found, "waterway") == [["waterway", 2, "Twentekanaal"]]
    assert rows(found, "water") == []  # 20 m wide: no zoom shows it


def test_blocks_that_a_street_parts_are_one(tmp_path):
    found = read_map_features(extract(tmp_path))
    (shape,) = found.geometry[found["layer"] == "built_up"]
    width, height = 400 * STEP[0], 200 * STEP[1]
    assert shape.area == pytest.approx(width * height, rel=0.02)


def test_places_and_stations_have_names(tmp_path):
    found = read_map_features(extract(tmp_path))
    assert rows(found, "place") == [["place", 3, "Glane"]]
    assert found["population"].dropna().tolist() == [3555]
    assert rows(found, "station") == [["station", 1, "Eschmarke"]]


def test_an_area_that_several_ways_draw_has_its_hole(tmp_path):
    nodes = {50: (0, 0), 51: (900, 0), 52: (900, 900), 53: (0, 900),
             54: (300, 300), 55: (600, 300), 56: (600, 600), 57: (300, 600)}  # fmt: skip
    ways = [(20, [50, 51, 52], {}), (21, [52, 53, 50], {}), (22, [54, 55, 56, 57, 54], {})]
    members = [("outer", "w", 20), ("outer", "w", 21), ("inner", "w", 22)]
    wood = (1, members, {"type": "multipolygon", "natural": "wood"})
    file = tmp_path / "wood.osm"
    file.write_text(osm_xml(nodes, ways, relations=[wood]), encoding="utf-8")
    found = read_map_features(file)
    assert rows(found, "nature") == [["nature", 2, ""]]
    (shape,) = found.geometry
    assert shape.area == pytest.approx((900**2 - 300**2) * STEP[0] * STEP[1], rel=0.01)


def test_extracts_may_overlap_and_what_lies_outside_is_left_out(tmp_path):
    once = read_map_features(extract(tmp_path))
    both = read_map_features([extract(tmp_path), extract(tmp_path, "b.osm")])
    assert both.drop(columns="geometry").equals(once.drop(columns="geometry"))
    east = box(ORIGIN[0] + 1500 * STEP[0], ORIGIN[1], 8, 53)
    assert rows(read_map_features(extract(tmp_path), extent=east), "road", "place") == [
        ["road", 1, "A31/E37"]
    ]


def test_what_is_no_extract_is_told(tmp_path):
    with pytest.raises(InputError, match="no OSM file"):
        read_map_features([])
    with pytest.raises(FileError, match=r"none\.osm"):
        read_map_features(tmp_path / "none.osm")


def test_postcodes_stand_amid_their_addresses(tmp_path):
    found = read_map_features([extract(tmp_path), extract(tmp_path, "b.osm")])
    assert rows(found, "postcode") == [["postcode", 1, "48599"], ["postcode", 1, "7511"]]
    spot = found.geometry[found["name"] == "7511"].iloc[0]
    assert spot.x == pytest.approx(ORIGIN[0] + 200 * STEP[0], abs=1e-6)
