"""A region's file: what it says, and every fault of it at once."""

from datetime import date

import pytest

from grensgeo.errors import InputError
from grensgeo.spec import read_region_file

HEAD = """
[region]
id = "three"
countries = ["NL", "DE", "BE"]
year = 2021
"""
AREA = """
[[areas]]
id = "here"
codes = ["GM0981", "05334", "BE_63040"]
"""


def write(tmp_path, text):
    path = tmp_path / "region.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_short_file_has_sound_values_for_the_rest(tmp_path):
    spec = read_region_file(write(tmp_path, HEAD + AREA))
    assert spec.countries == ("NL", "DE", "BE")
    assert [one.level for one in spec.areas[0].codes] == ["municipality", "kreis", "lau"]
    assert (spec.cells.kind, spec.cells.size_m, spec.cells.resolution) == ("grid", 1000, None)
    assert (spec.ring_km, spec.margin_km, spec.language) == (0.0, 15.0, "nl")
    assert (spec.tables, spec.hubs, spec.timetables, spec.heights) == ((), (), (), None)
    assert spec.streets.source == "geofabrik-pbf"


def test_a_long_file_is_read_whole(tmp_path):
    text = HEAD.replace("year = 2021", 'year = 2021\nring_km = 20\ndate = "2026-03-10"') + AREA
    text += """
    [cells]
    kind = "h3"
    resolution = 7
    [[boundaries]]
    country = "BE"
    file = "be.gpkg"
    layer = "communes"
    columns = { code = "nis", name = "naam" }
    [[opportunities]]
    id = "jobs"
    country = "DE"
    source = "ba-gemeindedaten"
    year = 2024
    [[opportunities]]
    id = "offices"
    file = "offices.csv"
    at = "points"
    [[opportunities]]
    id = "schools"
    source = "osm"
    [[hubs]]
    id = "station"
    name = "Station"
    lon = 6
    lat = 50.8
    [[timetables]]
    country = "NL"
    drop_agencies = ["VIAS"]
    [heights]
    """
    spec = read_region_file(write(tmp_path, text))
    assert spec.day == date(2026, 3, 10)
    assert (spec.cells.kind, spec.cells.size_m, spec.cells.resolution) == ("h3", None, 7)
    (outlines,) = spec.tables_of("boundaries")
    assert outlines.file == tmp_path / "be.gpkg"
    assert outlines.columns == {"code": "nis", "name": "naam"}
    jobs, offices, schools = spec.tables_of("opportunities")
    assert (jobs.year, jobs.at, offices.year, offices.at) == (2024, None, 2021, "points")
    assert schools.kind == "schools"
    assert [item.name for item in spec.tables_of("opportunities", "BE")] == ["offices", "schools"]
    assert spec.hubs[0].lon == 6.0
    assert spec.timetables[0].drop_agencies == ("VIAS",)
    assert spec.heights.source == "copernicus-glo30"


def test_one_country_is_enough(tmp_path):
    text = HEAD.replace('"NL", "DE", "BE"', '"CZ"') + '[[areas]]\nid = "a"\ncodes = ["CZ051"]\n'
    assert read_region_file(write(tmp_path, text)).areas[0].codes[0].level == "nuts3"


@pytest.mark.parametrize(
    ("was", "becomes", "code", "said"),
    [
        ('"NL", "DE", "BE"', '"NL", "DE", "BEL"', "country-unknown", "BEL"),
        ('"NL", "DE", "BE"', '"NL", "DE"', "country-contradicts-id", "BE_63040"),
        ('"GM0981"', '"0981"', "code-malformed", "0981"),
        ('id = "here"', 'id = "ring"', "id-twice", "ring"),
        ("[[areas]]", '[cells]\nkind = "cbs"\nsize_m = 250\n[[areas]]', "choice-unknown", "250"),
        ("[[areas]]", '[cells]\nkind = "file"\n[[areas]]', "key-missing", "file"),
        ("[[areas]]", "[cells]\nresolution = 8\n[[areas]]", "option-unfit", "resolution"),
        ("[[areas]]", '[streets]\ndate = "soon"\n[[areas]]', "date-wrong", "soon"),
        (
            "[[areas]]", '[[population]]\nsource = "a"\nfile = "b"\n[[areas]]', "option-unfit",
            "source and file",
        ),
        (
            "[[areas]]", '[[population]]\ncountry = "LU"\n[[areas]]', "country-contradicts-id",
            "LU",
        ),
        ("year = 2021", "year = 21", "out-of-range", "21"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said_with_its_line(tmp_path, was, becomes, code, said):
    path = write(tmp_path, (HEAD + AREA).replace(was, becomes))
    with pytest.raises(InputError) as caught:
        read_region_file(path)
    assert code in {fault.code for fault in caught.value.faults}
    assert said in str(caught.value)
    assert "line " in str(caught.value)


def test_an_area_takes_no_code_of_another(tmp_path):
    other = AREA.replace('"here"', '"there"')
    with pytest.raises(InputError, match="GM0981, 05334, BE_63040 stand twice"):
        read_region_file(write(tmp_path, HEAD + AREA + other))
