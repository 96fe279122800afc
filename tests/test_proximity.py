"""Proximity in a drawn world: one street over the border, with answers known by hand."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from drawing import DEGREE_M, draw
from shapely import Point, box

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.network import mode_bit
from grensgeo.provenance import Provenance, Source
from grensgeo.proximity import Facilities, nearest_facilities, read_facilities, road_distances
from grensgeo.traveltimes import Trip

ORIGIN = (7.0, 52.2)
#: A street of 10 km from west to east; the border lies at 5 km. From b to d there is a path for
#: bicycles too, which is shorter than the street between them.
PLACES = {"a": (0, 0), "b": (3000, 0), "m": (5000, 0), "d": (6000, 0), "e": (10_000, 0)}
CAR = mode_bit("car") | mode_bit("walk") | mode_bit("bicycle") | mode_bit("ebike")
PATH = mode_bit("bicycle") | mode_bit("walk") | mode_bit("ebike")
EDGES = [
    {"ends": "ab", "length_m": 3000, "forward": CAR, "backward": CAR, "maxspeed_kmh": 30},
    {"ends": "bm", "length_m": 4000, "forward": CAR, "backward": CAR, "maxspeed_kmh": 100},
    {"ends": "md", "length_m": 1000, "forward": CAR, "backward": CAR, "country": "DE"},
    {"ends": "de", "length_m": 4000, "forward": CAR, "backward": CAR, "country": "DE"},
    {"ends": "bd", "length_m": 3000, "forward": PATH, "backward": PATH, "highway": "cycleway"},
]
OSM = Source("points", "Points", "CC0-1.0", "nobody")


def at(x, y=0.0):
    k = np.cos(np.radians(ORIGIN[1]))
    return ORIGIN[0] + x / (DEGREE_M * k), ORIGIN[1] + y / DEGREE_M


def points(**places):
    """Give points by name: country and metres east."""
    rows = [(name, country, Point(at(x))) for name, (country, x) in places.items()]
    frame = pd.DataFrame(rows, columns=["id", "country", "geometry"])
    return gpd.GeoDataFrame(frame, geometry="geometry", crs=4326)


HOMES = points(west=("NL", 0), middle=("NL", 3000), east=("DE", 10_000))
SCHOOLS = Facilities("schools", points(s=("NL", 0), t=("DE", 6000)), Provenance((OSM,)))


@pytest.fixture(scope="module")
def network():
    return draw(PLACES, EDGES, origin=ORIGIN)


@pytest.fixture(scope="module")
def found(network):
    trips = {"car": Trip("car", max_min=60, park_min=0), "walk": Trip("walk", max_min=120)}
    return nearest_facilities(network, HOMES, [SCHOOLS], trips, radii_km=[3, 5])


def rows(found, trip, measure, radius=None):
    table = found.table
    table = table[(table["mode"] == trip) & (table["measure"] == measure)]
    if radius is not None:
        table = table[table["radius_km"] == radius]
    return table.set_index("id")


def test_kilometres_are_those_of_the_shortest_way_over_the_road(network):
    km = road_distances(network, HOMES, SCHOOLS.points)
    # by car from the middle over the street (4 + 1 km), not over the path of 3
    assert km == pytest.approx(np.array([[0, 8], [3, 5], [12, 4]]), abs=1e-3)
    walked = road_distances(network, HOMES, SCHOOLS.points, mode="walk")
    assert walked[1] == pytest.approx([3, 3], abs=1e-3)


def test_the_shortest_way_need_not_be_the_quickest():
    quick = [{"ends": "ab", "length_m": 1000, "maxspeed_kmh": 10},
             {"ends": "ac", "length_m": 900, "maxspeed_kmh": 100},
             {"ends": "cb", "length_m": 900, "maxspeed_kmh": 100}]  # fmt: skip
    net = draw({"a": (0, 0), "b": (800, 0), "c": (400, 300)}, quick, origin=ORIGIN)
    ends = points(p=("NL", 0), q=("NL", 800))
    assert road_distances(net, ends, ends)[0, 1] == pytest.approx(1.0, abs=1e-4)


def test_off_the_street_the_straight_line_counts_and_ferries_their_length():
    edges = [{"ends": "ab"}, {"ends": "bc", "fixed_duration_s": 3600, "highway": "ferry"},
             {"ends": "cd"}]  # fmt: skip
    places = {"a": (0, 0), "b": (1000, 0), "c": (2000, 0), "d": (3000, 0)}
    net = draw(places, edges, origin=ORIGIN)
    off = points(p=("NL", 500), q=("NL", 2500))
    off["geometry"] = [Point(at(500, 100)), Point(at(2500, -300))]
    assert road_distances(net, off, off)[0, 1] == pytest.approx(2.4, abs=2e-3)


def test_no_way_within_the_longest_is_null(network):
    km = road_distances(network, HOMES, SCHOOLS.points, max_km=4.5)
    assert np.isnan(km[1, 1])
    assert km[2, 1] == pytest.approx(4, abs=1e-3)
    with pytest.raises(InputError, match="has no streets"):
        road_distances(network, HOMES, SCHOOLS.points, mode="transit")


def test_the_nearest_of_the_own_country_and_of_both(found):
    walk = rows(found, "walk", "time")  # 5 km/h: 12 min a km
    assert walk["own"].tolist() == pytest.approx([0, 36, 48], abs=0.01)
    assert walk["both"].tolist() == pytest.approx([0, 36, 48], abs=0.01)
    # as near on either side of the border: the own one
    assert walk["nearest_country"].tolist() == ["NL", "NL", "DE"]
    km = rows(found, "car", "distance")
    assert km["own"].tolist() == pytest.approx([0, 3, 4], abs=1e-3)
    drive = rows(found, "car", "time")
    # 3 km at 0.8 x 30 take 7.5 min, over the border 4 km at 0.8 x 100 and 1 km at 24 take 5.5
    assert drive.loc["middle", "own"] == pytest.approx(7.5, abs=0.01)
    assert drive.loc["middle", "both"] == pytest.approx(5.5, abs=0.01)
    assert drive["nearest_country"].tolist() == ["NL", "DE", "DE"]


def test_facilities_within_a_radius_are_counted(found):
    near = rows(found, "car", "count", 5.0)
    assert near["own"].tolist() == [1, 1, 1]
    assert near["both"].tolist() == [1, 2, 1]
    assert rows(found, "car", "count", 3.0)["both"].tolist() == [1, 1, 0]
    assert set(found.table["source_ids"]) == {"points"}
    codes = {note.code for note in found.provenance.told()}
    assert "proximity.facilities" in codes


def test_what_is_not_reached_or_not_on_the_network_says_so(network):
    trips = {"walk": Trip("walk", max_min=40)}
    homes = points(middle=("NL", 3000), east=("DE", 10_000), away=("NL", -9000))
    with pytest.warns(GrensgeoWarning):
        table = nearest_facilities(network, homes, [SCHOOLS], trips).table
    walk = table[table["measure"] == "time"].set_index("id")
    assert walk["reason"].fillna("known").tolist() == ["known", "unreached", "not_snapped"]
    assert walk["both"].isna().tolist() == [False, True, True]
    assert set(walk["longest"]) == {40.0}


def test_a_kind_on_one_side_alone_is_missing_on_the_other(network):
    one = Facilities("hospitals", points(h=("DE", 6000)), Provenance((OSM,)))
    found = nearest_facilities(network, HOMES, [one], {"walk": Trip("walk", max_min=120)})
    table = found.table
    assert "proximity.none-there" in {note.code for note in found.provenance.told()}
    walk = table[table["measure"] == "time"].set_index("id")
    assert walk["own"].isna().tolist() == [True, True, False]
    assert walk["both"].notna().all()
    assert walk["nearest_country"].tolist() == ["DE"] * 3


def test_what_cannot_be_answered_is_refused_at_once(network):
    with pytest.raises(InputError) as error:
        nearest_facilities(network, HOMES.drop(columns="country"), [SCHOOLS, SCHOOLS],
                  {"walk": Trip("walk")}, radii_km=[-1])  # fmt: skip
    said = str(error.value)
    for part in ("no column country", "several of a kind", "without a longest time", "radii_km"):
        assert part in said


# --- files


LAND = gpd.GeoDataFrame(
    {"country": ["NL", "DE"]},
    geometry=[box(*at(-2000, -5000), *at(5000, 5000)), box(*at(5000, -5000), *at(12_000, 5000))],
    crs=4326,
)


def write_points(path, table):
    table.assign(lon=table.geometry.x, lat=table.geometry.y).drop(columns="geometry").to_csv(
        path, index=False
    )
    return path


def test_points_of_a_file_get_their_country_from_where_they_lie(tmp_path):
    path = write_points(tmp_path / "p.csv", points(s=("NL", 0), t=("DE", 6000), x=("FR", 90_000)))
    plain = pd.read_csv(path).drop(columns="country")
    plain.to_csv(path, index=False)
    found = read_facilities(path, "schools", countries=LAND, source=OSM)
    assert found.points["country"].tolist() == ["NL", "DE"]
    assert [note.code for note in found.provenance.told()] == ["proximity.outside"]
    assert found.provenance.sources[0].sha256


def test_a_country_that_contradicts_the_place_and_points_of_nobody_are_refused(tmp_path):
    path = write_points(tmp_path / "p.csv", points(s=("DE", 0)))
    with pytest.raises(InputError, match="s says DE"):
        read_facilities(path, "schools", countries=LAND, source=OSM)
    with pytest.raises(InputError, match="nobody says where these schools come from"):
        read_facilities(path, "schools", countries=LAND)
    far = write_points(tmp_path / "q.csv", points(s=("NL", 90_000)).drop(columns="country"))
    with pytest.raises(InputError, match="none of 1 schools lies in the region"):
        read_facilities(far, "schools", countries=LAND, source=OSM)


def test_places_of_an_extract_are_taken_by_their_kind(tmp_path):
    lon, lat = at(100)
    east, _ = at(6000)
    path = tmp_path / "x.osm"
    path.write_text(
        f"""<osm version="0.6">
        <node id="1" version="1" lat="{lat}" lon="{lon}"><tag k="shop" v="supermarket"/></node>
        <node id="2" version="1" lat="{lat}" lon="{east}"><tag k="shop" v="supermarket"/></node>
        <node id="3" version="1" lat="{lat}" lon="{east}"><tag k="shop" v="bakery"/></node>
        </osm>""",
        encoding="utf-8",
    )
    found = read_facilities(path, "supermarkets", countries=LAND)
    assert found.points["country"].tolist() == ["NL", "DE"]
    assert found.provenance.sources[0].licence == "ODbL-1.0"
