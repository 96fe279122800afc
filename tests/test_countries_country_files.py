"""What is known of each country, and that its file says where it is from."""

import tomllib
from pathlib import Path

import numpy as np
import pytest

from grensgeo import words
from grensgeo.countries import COUNTRIES, ISO_3166, all_countries, by_code, country_called
from grensgeo.countries.country_files import Country
from grensgeo.errors import InputError
from grensgeo.network.speeds import SpeedTable
from grensgeo.osm.access import BICYCLE, CAR, WALK, way_access
from grensgeo.osm.highways import HIGHWAYS
from grensgeo.osm.limits import parse_maxspeed

FOLDER = Path(__file__).parents[1] / "grensgeo" / "countries"
FILES = {path.stem: path.read_text("utf-8") for path in FOLDER.glob("*.toml")}


def test_numbers_stay_as_stored_networks_have_them():
    assert COUNTRIES == ("", "NL", "DE", "BE", "LU", "FR", "AT", "CH", "DK", "PL", "CZ")
    assert [country.number for country in all_countries()] == list(range(1, len(COUNTRIES)))


@pytest.mark.parametrize("code", FILES)
def test_a_file_says_all_and_where_it_is_from(code):
    data, country = tomllib.loads(FILES[code]), by_code()[code]
    assert country.code in ISO_3166
    for part in ("extent", "limits", *(["access"] if country.access else [])):
        assert data[part]["source"]
    assert all(item["source"] for item in [*data["codes"], *data.get("speeds", [])])
    assert {"urban", "rural", "motorway", "living_street"} <= set(country.limits_kmh)
    assert set(country.access) <= set(HIGHWAYS)
    west, south, east, north = country.extent
    assert west < east
    assert south < north
    municipality = next(shape for shape in country.codes if shape.level == "municipality")
    assert municipality.pattern.fullmatch(municipality.example)
    for name in (country.alpha_3, *country.also, *country.names.values()):
        assert country_called(name.lower()) == code
    assert dict(country.names) == words.texts("terms.country")[code]
    assert country.own_name


def test_the_law_reaches_the_tags_and_the_table():
    assert parse_maxspeed("CZ:rural") == 90
    assert parse_maxspeed("PL:motorway") == 140
    assert parse_maxspeed("BE-WAL:rural") == 90
    assert np.isinf(parse_maxspeed("DE:motorway"))
    table = SpeedTable.default()

    def driven(country, highway="secondary", **options):
        return table.speed("car", country=country, highway=highway, built_up=False, **options)

    assert [driven(code) for code in ("AT", "CH", "DK", "LU")] == [76, 61, 61, 68]
    assert driven("PL", "motorway") == 132
    assert driven("CH", "motorway", maxspeed_kmh=100) == pytest.approx(94)
    assert way_access({"highway": "trunk"}, "trunk", "CH")[0] == CAR
    assert way_access({"highway": "trunk"}, "trunk", "DK")[0] == CAR | BICYCLE | WALK


@pytest.mark.parametrize(
    "change",
    [("[names]", "[called]"), ("number = 4", "numbre = 4"), ("'\\d{4}'", "'(\\d{4}'"), ("[", "{")],
)
def test_a_file_that_is_none_is_named(change):
    with pytest.raises(InputError, match=r"LU\.toml: is not the file of a country") as caught:
        Country.read(FILES["LU"].replace(*change), name="LU.toml")
    assert caught.value.code == "country-file-wrong"
