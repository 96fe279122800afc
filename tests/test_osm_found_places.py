"""Places of OpenStreetMap, each once, by the tags of their country."""

import geopandas as gpd
import pytest
import shapely
from osm_files import ORIGIN, STEP, osm_xml

import grensgeo as gg
from grensgeo.cli import main
from grensgeo.errors import FileError, InputError
from grensgeo.osm.found_places import read_osm_places, read_place_kinds

SQUARE = {1: (0, 0), 2: (60, 0), 3: (60, 60), 4: (0, 60)}
NODES = SQUARE | {10: (30, 30), 11: (90, 30), 12: (1000, 0), 13: (3000, 0), 14: (2500, 0)}
WAYS = [(1, [1, 2, 3, 4, 1], {"amenity": "school", "name": "Kotten", "building": "yes"})]
TAGS = {
    10: {"amenity": "school"},  # within the building
    11: {"amenity": "school", "name": "KOTTEN"},  # at its gate
    12: {"amenity": "school", "name": "Kotten"},  # another one, far away
    13: {"amenity": "doctors"},
    14: {"amenity": "doctors", "healthcare:speciality": "general;paediatrics"},
}


def extract(tmp_path, tags=TAGS, name="a.osm", ways=WAYS):
    file = tmp_path / name
    file.write_text(osm_xml(NODES, ways, node_tags=tags), encoding="utf-8")
    return file


def test_a_school_and_its_building_are_one(tmp_path):
    found = read_osm_places(extract(tmp_path), "schools")
    assert found["id"].tolist() == ["schools-n12", "schools-w1"]
    assert found["count"].tolist() == [1, 1]
    middle = found.geometry.iloc[1]
    assert middle.x == pytest.approx(ORIGIN[0] + 30 * STEP[0], abs=1e-5)


def test_overlapping_extracts_give_each_place_once(tmp_path):
    files = [extract(tmp_path), extract(tmp_path, name="b.osm")]
    assert len(read_osm_places(files, ["schools", "doctors"])) == 4


def test_tags_are_those_of_the_country(tmp_path):
    west, east = (ORIGIN[0] + x * STEP[0] for x in (-100, 2000))
    lands = gpd.GeoDataFrame(
        {"country": ["NL", "DE"]},
        geometry=[shapely.box(west, 52, east, 53), shapely.box(east, 52, 8, 53)], crs=4326,
    )  # fmt: skip
    found = read_osm_places(extract(tmp_path), "doctors", countries=lands)
    # in Germany a practice that does not say so is none of a general practitioner
    assert found[["id", "country"]].values.tolist() == [["doctors-n14", "DE"]]
    dutch = read_osm_places(extract(tmp_path), "doctors", countries=lands.assign(country="NL"))
    assert dutch["id"].tolist() == ["doctors-n13", "doctors-n14"]
    with pytest.raises(InputError, match="no doctors in it"):
        read_osm_places(extract(tmp_path), "doctors", countries=lands[:1])


@pytest.mark.parametrize(
    ("tags", "kind", "there"),
    [
        ({"railway": "station", "name": "A"}, "stations", True),
        ({"railway": "halt"}, "stations", True),
        ({"railway": "station", "station": "subway"}, "stations", False),
        ({"shop": "supermarket"}, "supermarkets", True),
        ({"shop": "supermarket", "disused": "yes"}, "supermarkets", False),
        ({"disused:shop": "supermarket"}, "supermarkets", False),
        ({"shop": "convenience"}, "supermarkets", False),
        ({"amenity": "hospital"}, "hospitals", True),
        ({"amenity": "doctors", "healthcare:speciality": "orthopaedics"}, "doctors", False),
        ({"healthcare": "doctor", "healthcare:speciality": "general"}, "doctors", True),
    ],
)
def test_what_a_place_is(tmp_path, tags, kind, there):
    file = extract(tmp_path, {10: tags}, ways=[])
    if there:
        assert len(read_osm_places(file, kind)) == 1
    else:
        with pytest.raises(InputError, match="no "):
            read_osm_places(file, kind)


def test_only_the_extent_is_kept(tmp_path):
    near = gpd.GeoSeries([shapely.box(6.99, 52.19, 7.005, 52.21)], crs=4326)
    assert read_osm_places(extract(tmp_path), "schools", extent=near)["id"].tolist() == [
        "schools-w1"
    ]


def test_kinds_of_ones_own(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text('[kinds.bakers]\ntags = [{ shop = "bakery" }]\n', encoding="utf-8")
    file = extract(tmp_path, {10: {"shop": "bakery"}}, ways=[])
    assert read_osm_places(file, "bakers", declared=own)["kind"].tolist() == ["bakers"]
    for wrong in ("[kinds.bakers]\n", "[kinds.bakers]\ntags = [{ shop = 1 }]\n", "a = 1\n"):
        own.write_text(wrong, encoding="utf-8")
        with pytest.raises(InputError, match="kinds"):
            read_place_kinds(own)


def test_what_cannot_be_is_told(tmp_path):
    with pytest.raises(InputError, match=r"unknown kinds of places school; .*nearest is schools"):
        read_osm_places(extract(tmp_path), "school")
    with pytest.raises(FileError, match="no such file"):
        read_osm_places(tmp_path / "none.osm.pbf", "schools")


def test_every_kind_has_its_words():
    for kind in read_place_kinds().values():
        assert set(kind.title) == {"nl", "de", "en"}
        assert kind.keys()


def test_the_command_lists_kinds_and_writes_points(tmp_path, capsys):
    assert main(["places"]) == 0
    assert "supermarkets: supermarkets (shop)" in capsys.readouterr().out
    output = tmp_path / "schools.gpkg"
    assert main(["places", str(extract(tmp_path)), "--kind", "schools", "-o", str(output)]) == 0
    assert len(gg.read_points(output)) == 2
    assert main(["places", "--kind", "schools"]) == 2
