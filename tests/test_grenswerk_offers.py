"""Offers of an export, placed in a region and timed over a drawn street."""

from itertools import pairwise

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from drawing import DEGREE_M, draw

import grensgeo as gg
from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.geodata.base_features import BaseMap
from grensgeo.grenswerk.offer_list import offer_rows, write_offer_list
from grensgeo.grenswerk.offer_places import Gazetteer, place_offers, placed_offers, read_postcodes
from grensgeo.grenswerk.offer_portable import portable_offers
from grensgeo.grenswerk.offers import SHOWN_KINDS, offers_for, sections_asked, ways_to
from grensgeo.maps.offer_page import OfferPage
from grensgeo.provenance import Provenance, Source
from grensgeo.region.region import Region
from grensgeo.schema import EXPORTED_OFFERS, OFFER_TIMES, OFFERS

K = np.cos(np.radians(52.2))
WALK = 12.0  # minutes a kilometre, at 5 km/h
NETWORK = draw(
    {"A": (0, 0), "B": (2000, 0), "C": (6000, 0)},
    [{"ends": "AB"}, {"ends": "BC", "country": "DE"}],
)


def lon(x):
    return 7.0 + x / (DEGREE_M * K)


def region():
    edges = [lon(-900), lon(2000), lon(7000)]
    shapes = [shapely.box(w, 52.15, e, 52.25) for w, e in pairwise(edges)]
    names = {"region_code": ["GM0001", "05000001"], "name": ["Westdorp", "Oststadt (Westf.)"],
             "country": ["NL", "DE"]}  # fmt: skip
    towns = gpd.GeoDataFrame(
        names | {"nuts3": ["NL213", "DEA37"], "nuts3_name": ["Twente", "Steinfurt"],
                 "area": ["twente", "muensterland"], "population": [100, 30],
                 "population_date": ["2022-01-01", "2022-05-15"],
                 "place_lon": [lon(0), lon(4000)], "place_lat": [52.2, 52.2]},
        geometry=shapes, crs=4326,
    )  # fmt: skip
    cells = gpd.GeoDataFrame(
        {"cell_id": ["w", "e"], "grid_id": ["w", "e"], "region_code": names["region_code"],
         "country": ["NL", "DE"], "population": [100, 30], "lon": [lon(0), lon(4000)],
         "lat": [52.2, 52.2]},
        geometry=shapes, crs=4326,
    )  # fmt: skip
    jobs = pd.DataFrame(
        {"region_code": names["region_code"], "opportunity": "jobs", "count": [5.0, 5.0],
         "job_concept": "all_jobs", "published_count": None, "published_concept": None,
         "conversion": "none", "reference_date": "2023", "source_id": "t", "modelled": False}
    )  # fmt: skip
    spots = {"Grensdorp": (1500, 20), "Dorf": (5000, 5), "Dorp": (500, 4), "Oststadt": (4100, 30),
             "Zwilling": (100, 3)}  # fmt: skip
    rows = [
        ("place", 3, name, people, shapely.Point(lon(x), 52.2))
        for name, (x, people) in spots.items()
    ]
    rows.append(("place", 3, "Zwilling", 4, shapely.Point(lon(6900), 52.24)))
    rows.append(("place", 3, "Zwilling", 4, shapely.Point(lon(-800), 52.16)))
    found = gpd.GeoDataFrame(
        pd.DataFrame(rows, columns=["layer", "rank", "name", "population", "geometry"]), crs=4326
    )
    source = Source("t", "drawn", "CC0-1.0", "drawn", "2023-01-01", "https://example.org")
    line = shapely.LineString([(edges[1], 52.15), (edges[1], 52.25)])
    return Region(
        towns, cells, jobs, gpd.GeoSeries([line], crs=4326), Provenance(sources=(source,)),
        None, BaseMap(found, Provenance()),
    )  # fmt: skip


REGION = region()


def exported(*rows):
    table = pd.DataFrame([{"id": f"o{n}", "title": f"T{n}", "opp_type": "internship", "row": n + 2} | row
                          for n, row in enumerate(rows)])  # fmt: skip
    table = table.reindex(columns=[column.name for column in EXPORTED_OFFERS.columns])
    kinds = {"string": "string", "integer": "Int64", "number": "float64"}
    for column in EXPORTED_OFFERS.columns:
        table[column.name] = table[column.name].astype(kinds[column.kind])
    return EXPORTED_OFFERS.check(table)


def test_offers_lie_at_their_point_postcode_village_or_municipality(tmp_path):
    codes = tmp_path / "codes.csv"
    codes.write_text(f"PC4,lon,lat,country\n7500,{lon(300)},52.2,NL\n", encoding="utf-8")
    table = exported(
        {"lon": lon(700), "lat": 52.2, "town": "Elsewhere"}, {"postcode": "7500 AB", "country": "NL"},
        {"town": "48599 Dorf"}, {"town": "oststadt"}, {"town": "Gem. Westdorp"}, {"town": "Oststadt-Dorf"},
    )  # fmt: skip
    found, notes = placed_offers(table, REGION, postcodes=read_postcodes(codes))
    assert found["located"].tolist() == [
        "point",
        "postcode",
        "place",
        "place",
        "main place",
        "place",
    ]
    assert found["country"].tolist() == ["NL", "NL", "DE", "DE", "NL", "DE"]
    assert found.geometry.x.to_numpy() == pytest.approx(
        [lon(x) for x in (700, 300, 5000, 4100, 0, 5000)]
    )
    assert [note.code for note in notes] == ["offers.by-town"]
    assert OFFERS.check(found).shape == found.shape


def test_what_cannot_be_placed_is_left_out_and_counted():
    table = exported(
        {"town": "Grensdrop"}, {"town": "Zwilling"}, {}, {"lon": 1.0, "lat": 52.2},
        {"town": "Dorf", "country": "NL"}, {"lon": lon(100), "lat": 52.2, "country": "DE"}, {"town": "Dorf"},
    )  # fmt: skip
    found, notes = placed_offers(table, REGION)
    assert found["id"].tolist() == ["o6"]
    told = {note.code.rpartition("left-out-")[2]: dict(note.values) for note in notes}
    assert {name: values["n"] for name, values in told.items() if name != "offers.by-town"} == {
        "unknown": 1, "ambiguous": 1, "untold": 1, "outside": 1, "contradicted": 2,
    }  # fmt: skip
    assert told["unknown"]["towns"] == "'Grensdrop' (grensdorp?)"
    with pytest.raises(InputError, match="none can be placed"):
        place_offers(table[:1], REGION)
    with pytest.warns(GrensgeoWarning, match="only the town"):
        place_offers(exported({"town": "Dorf"}), REGION)


def test_a_point_of_ones_own_gets_its_country_from_the_region():
    points = pd.DataFrame({"id": ["a", "b"], "lon": [lon(100), lon(3000)], "lat": [52.2, 52.2]})
    found = REGION.locate(points)
    assert found[["country", "region_code"]].to_numpy().tolist() == [
        ["NL", "GM0001"],
        ["DE", "05000001"],
    ]
    with pytest.raises(InputError, match="in no municipality"):
        REGION.locate(points.assign(lon=3.0))
    with pytest.raises(InputError, match="another country than said"):
        REGION.locate(points.assign(country="NL"))


@pytest.fixture(scope="module")
def offers():
    return placed_offers(
        exported(
            {"town": "Grensdorp", "eqf_min": 3, "eqf_max": 4, "nace": "C F", "language": "nl", "company": "=B"},
            {"town": "Dorf", "eqf_min": 4, "eqf_max": 4, "nace": "Q"}, {"town": "Dorp"},
            {"town": "Westdorp", "eqf_min": 6, "eqf_max": 7},
        ),
        REGION,
    )[0]  # fmt: skip


TRIPS = {"walk": gg.Trip("walk", max_min=90), "bicycle": gg.Trip("bicycle", max_min=90)}


def student(**options):
    return gg.Student(lon(0), 52.2, country="NL", opp_types=SHOWN_KINDS, **options)


def test_the_nearest_come_first_and_what_is_not_told_never_rules_out(offers):
    found = offers_for(
        NETWORK, student(eqf=4), offers, trips={"walk": TRIPS["walk"]}, cutoff_min=70
    )
    assert found["id"].tolist() == ["o2", "o0", "o1"]
    assert found["travel_time_min"].to_numpy() == pytest.approx(
        [0.5 * WALK, 1.5 * WALK, 5 * WALK], rel=1e-3
    )
    assert found["unsure"].tolist() == ["level", "", ""]
    assert found["across"].tolist() == [False, False, True]
    assert OFFER_TIMES.check(found).shape == found.shape
    sectors = sections_asked(["Zorg"], {"zorg": ("Q",)})
    found = offers_for(NETWORK, student(sectors=sectors), offers, trips=TRIPS, cutoff_min=60)
    assert found["id"].tolist() == ["o3", "o2", "o1"]
    with pytest.raises(InputError, match="nearest is zorg"):
        sections_asked(["Zrog"], {"zorg": ("Q",)})


def test_a_list_is_written_for_people(offers, tmp_path):
    found = offers_for(NETWORK, student(eqf=4), offers, trips=TRIPS, cutoff_min=60)
    ways = ways_to(NETWORK, student(), found, trips=TRIPS, language="de")
    rows = offer_rows(found, ways, language="de")
    assert rows[1][:3] == [round(found["travel_time_min"].iloc[0]), "Fahrrad", "T2"]
    write_offer_list(rows, tmp_path / "list.csv", REGION.provenance, language="de")
    text = (tmp_path / "list.csv").read_text(encoding="utf-8")
    assert text.startswith("\ufeffMinuten;Weg dorthin;was;Betrieb")
    assert ";'=B;" in text
    books = []
    for name in ("a.xlsx", "b.xlsx"):
        write_offer_list(rows, tmp_path / name, REGION.provenance, language="de")
        books.append((tmp_path / name).read_bytes())
    assert books[0] == books[1]
    read = pd.read_excel(tmp_path / "a.xlsx", sheet_name=None)
    assert list(read) == ["In Reichweite", "Hinweise", "Quellen"]
    assert read["In Reichweite"]["Betrieb"].dropna().tolist() == ["=B"]


def test_a_page_holds_offers_and_the_network_but_nothing_else_of_a_home(offers):
    home = (lon(0), 52.2, "NL")
    taken, points = portable_offers(NETWORK, offers, REGION.cells, TRIPS, home=home)
    assert taken.meta["n_cells"] == 4
    assert taken.arrays["place/id"] == ["home", "w", "e"]
    page = OfferPage(
        REGION, taken, offers, points, home=home[:2], eqf=4, cutoff_min=45, language="de"
    )
    text = page.html()
    assert text == page.html()
    assert '"level":"4"' in text.replace(" ", "")
    with pytest.raises(InputError, match="cutoff_min is 91"):
        OfferPage(REGION, taken, offers, points, cutoff_min=91)
    with pytest.raises(InputError, match="have no place"):
        OfferPage(REGION, taken, offers, points[:1])


def test_names_of_places_are_found_however_they_are_written():
    names = Gazetteer(REGION)
    for written in (
        "Oststadt",
        "OSTSTADT (Westf.)",
        "Stadt Oststadt",
        "48599 Oststadt",
        "Oststadt, Zentrum",
    ):
        assert names.by_name(written, None).country == "DE"
    assert names.by_name("Zwilling", None) == "ambiguous"
    assert names.by_name("Nirgendwo", None) == "unknown"
