"""The base map as a page carries it: nothing twice, details by level, no more than its room."""

import numpy as np
import pytest
from shapely import LineString, MultiPolygon, Point, Polygon, box
from test_geodata_base_features import SOURCE, features
from test_maps_packing import unpack
from toyregion import toy_region

from grensgeo.geodata.base_features import LAYERS, BaseMap
from grensgeo.maps.base import UNITS_PER_DEGREE
from grensgeo.maps.base_map import TOLERANCES_M, base_data, pack_base_map, with_base_map
from grensgeo.provenance import Provenance

#: A line whose bends are 300 m, 60 m and 20 m high, and one that no map shows.
BENDS = [(6.6, 52.2), (6.65, 52.2027), (6.7, 52.2), (6.75, 52.20054), (6.8, 52.2),
         (6.85, 52.20018), (6.9, 52.2), (6.95, 52.20001), (7.0, 52.2)]  # fmt: skip


def region_with(*rows):
    region = toy_region()
    region.base_map = BaseMap(features(*rows), Provenance((SOURCE,)))
    return region


def parts(packed):
    """List layer, rank, name, corners in degrees and their levels of each part."""
    found = unpack(packed)
    at, step, result = np.zeros(2, dtype=np.int64), 0, []
    begin = 0
    for i, count in enumerate(found["corners"]):
        at = at + np.array([found["start_x"][i], found["start_y"][i]])
        corners = [at]
        for _ in range(count - 1):
            corners.append(corners[-1] + np.array([found["step_x"][step], found["step_y"][step]]))
            step += 1
        levels = found["level"][begin : begin + count].tolist()
        begin += count
        layer = list(LAYERS)[found["layer"][i]]
        name = found["names"][found["name"][i]]
        line = [tuple(round(v / UNITS_PER_DEGREE, 5) for v in one) for one in corners]
        result.append((layer, int(found["rank"][i]), name, line, levels))
    return result


def test_corners_come_in_by_the_height_of_their_bend():
    (one,) = parts(pack_base_map(region_with(("road", 2, "N35", None, LineString(BENDS)))))
    assert one[:3] == ("road", 2, "N35")
    kept = dict(zip(one[3], one[4], strict=True))
    assert kept[6.6, 52.2] == kept[7.0, 52.2] == 0
    assert [kept.get((lon, round(lat, 4))) for lon, lat in BENDS[1::2]] == [0, 1, 2, None]
    assert len(TOLERANCES_M) == 3


def test_a_ring_and_its_hole_run_against_each_other_and_are_not_closed():
    pond = Polygon(box(6.6, 52.2, 6.7, 52.3).exterior.coords,
                   [box(6.63, 52.23, 6.67, 52.27).exterior.coords])  # fmt: skip
    found = parts(pack_base_map(region_with(("water", 1, "", None, pond))))
    assert [len(one[3]) for one in found] == [4, 4]
    turns = [Polygon(one[3]).exterior.is_ccw for one in found]
    assert turns == [True, False]


def test_small_areas_come_in_later_and_specks_never():
    sides = (0.01, 0.004, 0.0015, 0.0002)  # 1.1 km, 440 m, 170 m, 22 m of latitude
    ponds = MultiPolygon([box(6.6 + n / 10, 52.2, 6.6 + n / 10 + s, 52.2 + s) for n, s in enumerate(sides)])  # fmt: skip
    found = parts(pack_base_map(region_with(("water", 1, "", None, ponds))))
    assert [set(levels) for *_, levels in found] == [{0}, {1}, {2}]


def test_what_a_map_names_already_and_what_lies_elsewhere_is_left_out():
    found = parts(
        pack_base_map(
            region_with(
                ("place", 2, "Oosterveld", 12_000, Point(6.81, 52.2)),
                ("place", 2, "Oosterveld", 100, Point(7.3, 52.2)),
                ("place", 3, "Grenzstadt (Dorf)", 100, Point(7.01, 52.21)),
                ("place", 3, "Wésterveld", 100, Point(6.61, 52.21)),
                ("place", 3, "Glane", None, Point(6.7, 52.2)),
                ("place", 3, "Paris", 2_000_000, Point(2.35, 48.85)),
            )
        )
    )
    assert [(name, line) for _, _, name, line, _ in found] == [
        ("Glane", [(6.7, 52.2)]),
        ("Oosterveld", [(7.3, 52.2)]),
    ]


@pytest.mark.parametrize("most_bytes", [60_000, 20_000])
def test_a_large_one_loses_its_least_until_it_fits(most_bytes):
    rng = np.random.default_rng(1)
    rows = []
    for n in range(500):
        steps = np.cumsum(rng.normal(scale=0.002, size=(80, 2)), axis=0)
        line = LineString(steps + rng.uniform((6.6, 52.1), (7.4, 52.3)))
        rows.append(("road", 1 + n % 4, f"B{n}", None, line))
    packed = pack_base_map(region_with(*rows), most_bytes=most_bytes)
    assert sum(packed.sizes().values()) <= most_bytes
    assert {rank for _, rank, *_ in parts(packed)} == {1, 2, 3}


def test_its_sources_stand_beside_those_of_the_figures():
    region = region_with(("road", 1, "A1", None, LineString(BENDS)))
    assert SOURCE in with_base_map(region.provenance, region).sources
    assert base_data(toy_region()) is None
    assert with_base_map(region.provenance, toy_region()) == region.provenance
