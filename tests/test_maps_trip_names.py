"""How trips are called: by what runs on their date, and by how one gets to the stop."""

import geopandas as gpd
import pandas as pd
import pytest
from shapely import box

from grensgeo.maps.trip_names import common, lacking, served, trip_name
from grensgeo.traveltimes import Trip
from grensgeo.traveltimes.vehicles import kind_of
from grensgeo.words import LANGUAGES

#: Four towns in a row, two of each country.
TOWNS = gpd.GeoDataFrame(
    {"name": ["Ost", "West", "Nord", "Zuid"], "country": ["DE", "DE", "NL", "NL"]},
    index=["D1", "D2", "N1", "N2"],
    geometry=[box(7 + i, 52, 8 + i, 53) for i in range(4)],
    crs=4326,
)


def calls(*stops):
    return pd.DataFrame(
        [(kind, f"{kind}{i}", lon, 52.5) for i, (kind, lon) in enumerate(stops)],
        columns=["kind", "stop_id", "lon", "lat"],
    )


@pytest.mark.parametrize(
    ("access", "kinds", "name"),
    [
        ("walk", {"rail"}, "trein, te voet naar het station"),
        ("bicycle", {"rail"}, "trein, met de fiets naar het station"),
        ("walk", {"bus"}, "bus, te voet naar de halte"),
        ("car", {"rail", "bus"}, "trein en bus, met de auto naar de halte"),
        ("walk", {"tram"}, "openbaar vervoer, te voet naar de halte"),
        ("walk", (), "openbaar vervoer, te voet naar de halte"),
    ],
)
def test_a_trip_is_named_by_how_one_gets_to_the_stop(access, kinds, name):
    assert trip_name(Trip("transit", access=access), kinds).name["nl"] == name


def test_a_bicycle_taken_along_is_told_too():
    found = trip_name(Trip("transit", access="ebike", egress="bicycle"), {"rail"})
    assert found.by["de"] == "mit der Bahn (mit dem E-Bike zum Bahnhof, weiter mit dem Rad)"


def test_trips_by_street_keep_the_name_of_their_mode():
    found = trip_name(Trip("car"))
    assert (found.name["de"], found.by["en"], found.vehicle["nl"]) == ("Auto", "by car", "")


def test_stops_are_counted_where_they_lie():
    found = served(
        TOWNS, calls(("rail", 7.5), ("rail", 9.5), ("bus", 7.2), ("bus", 7.4), ("bus", 30))
    )
    assert found == {"rail": {"D1": 1, "N1": 1}, "bus": {"D1": 2}}


def test_buses_of_one_town_make_no_bus_network():
    everywhere = served(TOWNS, calls(*(("rail", 7.5 + i) for i in range(4)), ("bus", 7.5)))
    assert common(everywhere) == {"rail"}
    half = served(TOWNS, calls(*(("rail", 7.5 + i) for i in range(4)), ("bus", 7.5), ("bus", 9.5)))
    assert common(half) == {"rail", "bus"}


def test_what_a_country_lacks_is_read_off_the_stops():
    found = served(TOWNS, calls(("rail", 7.5), ("rail", 9.5), ("bus", 9.4), ("bus", 10.5)))
    assert {country: words["nl"] for country, words in lacking(TOWNS, found).items()} == {
        "DE": "zonder bussen"
    }
    none = served(TOWNS, calls(("bus", 7.5), ("bus", 8.5), ("rail", 9.5)))
    assert {country: words["de"] for country, words in lacking(TOWNS, none).items()} == {
        "DE": "ohne Züge",
        "NL": "ohne Busse",
    }


def test_buses_around_one_town_are_told_with_its_name():
    wide = pd.concat([TOWNS, TOWNS.set_axis(["D3", "D4", "N3", "N4"]).translate(0, 2).to_frame("geometry").assign(
        name=["a", "b", "c", "d"], country=["DE", "DE", "NL", "NL"])])  # fmt: skip
    found = served(
        wide,
        calls(
            ("bus", 7.5), ("bus", 7.6), ("rail", 7.5), ("rail", 9.5), ("bus", 9.5), ("bus", 10.5)
        ),
    )
    told = lacking(wide, found)
    assert told["DE"]["en"] == "buses only in and around Ost"
    assert "NL" not in told
    assert set(told["DE"]) == set(LANGUAGES)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (0, "tram"),
        (2, "rail"),
        (3, "bus"),
        (109, "rail"),
        (204, "bus"),
        (401, "metro"),
        (715, "bus"),
        (1300, "other"),
    ],
)
def test_kinds_of_vehicles_follow_the_codes_of_gtfs(code, kind):
    assert kind_of(code) == kind
