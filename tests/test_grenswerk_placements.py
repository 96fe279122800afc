import doctest
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from drawing import DEGREE_M, draw
from reach_tables import by_columns

import grensgeo as gg
from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.grenswerk.placements import Student, placements_for, students_for
from grensgeo.schema import LISTINGS, PLACEMENTS, REACH

ROOT = Path(__file__).resolve().parents[1]
# One street from A by the border B to C, and on to D: 1,000 m, 1,000 m and 4,000 m.
NETWORK = draw(
    {"A": (0, 0), "B": (1000, 0), "C": (2000, 0), "D": (6000, 0)},
    [{"ends": "AB"}, {"ends": "BC", "country": "DE"}, {"ends": "CD", "country": "DE"}],
)
WALK = 12.0  # minutes a kilometre, at 5 km/h
TRIPS = {"walk": gg.Trip("walk"), "bicycle": gg.Trip("bicycle")}


def lonlat(x):
    return 7.0 + x / (DEGREE_M * np.cos(np.radians(52.2))), 52.2


def listings(*rows, **columns):
    """Listings at metres east of A; None is told by its municipality alone."""
    blank = {column.name: None for column in LISTINGS.columns}
    table = []
    for number, (x, more) in enumerate(rows):
        lon, lat = (None, None) if x is None else lonlat(x)
        table.append(blank | {
            "id": f"l{number}", "opp_type": "internship", "count": 1.0, "lower": 1.0,
            "upper": 1.0, "lon": lon, "lat": lat, "source_id": "toy",
            "country": "NL" if x is not None and x <= 1000 else "DE",
        } | columns | more)  # fmt: skip
    frame = pd.DataFrame(table)
    for column in LISTINGS.columns:
        kind = {"string": "string", "integer": "Int64", "number": "float64"}[column.kind]
        frame[column.name] = frame[column.name].astype(kind)
    return LISTINGS.check(frame)


def student(**options):
    lon, lat = lonlat(0)
    return Student(lon, lat, **({"country": "NL"} | options))


def found(student_, table, *, cutoff_min=30, trips=TRIPS, **options):
    return placements_for(NETWORK, student_, table, trips=trips, cutoff_min=cutoff_min, **options)


def test_nearest_first_by_the_quickest_trip():
    table = listings((6000, {}), (2000, {}), (1000, {}), (4900, {}))
    frame = found(student(), table, trips={"walk": TRIPS["walk"]}, cutoff_min=60)
    assert list(frame["id"]) == ["l2", "l1", "l3"]
    assert frame["travel_time_min"].to_numpy() == pytest.approx(
        [WALK, 2 * WALK, 4.9 * WALK], rel=1e-3
    )
    assert list(frame["across"]) == [False, True, True]
    both = found(student(), table)
    assert list(both["mode"]) == ["bicycle"] * 4
    assert (both["travel_time_min"] == both["travel_time_bicycle_min"]).all()
    assert both["travel_time_walk_min"].to_numpy() == pytest.approx(
        [WALK, 2 * WALK, 4.9 * WALK, 6 * WALK], rel=1e-3
    )
    assert PLACEMENTS.check(pd.DataFrame(both)).shape == both.shape
    assert both.crs.to_epsg() == 4326


def test_level_sector_language_and_dates_rule_out_and_what_is_not_told_does_not():
    table = listings(
        (1000, {"eqf_min": 3, "eqf_max": 4, "sector_nace": "C", "language": "de",
                "valid_from": "2026-02-01", "valid_to": "2026-12-31"}),
        (1000, {"eqf_min": 6, "sector_nace": "C", "language": "de"}),
        (1000, {"eqf_min": 3, "sector_nace": "Q", "language": "de"}),
        (1000, {"eqf_min": 3, "sector_nace": "C", "language": "en"}),
        (1000, {"eqf_min": 3, "sector_nace": "C", "language": "de", "valid_to": "2025-12-31"}),
        (1000, {}),
        (1000, {"opp_type": "job"}),
    )  # fmt: skip
    who = student(eqf=4, sectors="C", languages=("nl", "de"), begins="2026-09-01")
    frame = found(who, table).set_index("id")
    assert list(frame.index) == ["l0", "l5"]
    assert frame["unsure"].to_dict() == {"l0": "", "l5": "level, sector, language, dates"}
    assert len(found(student(), table)) == 6
    assert list(found(student(opp_types="job"), table)["id"]) == ["l6"]


def test_who_tells_only_the_municipality_is_at_its_main_place():
    import geopandas as gpd
    from shapely import Point

    table = listings((None, {"region_code": "05554020"}), (2000, {}))
    places = gpd.GeoDataFrame(index=["05554020"], geometry=[Point(lonlat(1000))], crs=4326)
    frame = found(student(), table, places=places).set_index("id")
    assert frame["located"].to_dict() == {"l0": "main place", "l1": "point"}
    assert frame.loc["l0", "travel_time_walk_min"] == pytest.approx(WALK)
    with pytest.raises(InputError, match="no main place of their municipality: l0; give places"):
        found(student(), table)


def test_placements_off_the_network_are_told():
    table = listings((1000, {}), (60_000, {}))
    with pytest.warns(GrensgeoWarning, match=r"no walk street within 500 m .*\(l1\)"):
        frame = found(student(), table, trips={"walk": TRIPS["walk"]})
    assert list(frame["id"]) == ["l0"]


def test_nothing_in_reach_is_an_empty_table_of_the_same_columns():
    frame = found(student(), listings((6000, {})), cutoff_min=5)
    assert frame.empty
    assert set(found(student(), listings((1000, {}))).columns) == set(frame.columns)
    assert found(student(opp_types="startup"), listings((1000, {}))).empty


def test_faults_are_gathered():
    with pytest.raises(InputError, match=r"no degrees; country is 'fr'.*; eqf is 9.*begins is"):
        Student(500, 52, country="fr", eqf=9, begins="soon")
    with pytest.raises(
        InputError, match=r"sectors 'industry' are.*; opp_types 'holiday' are.*languages 'NL'"
    ):
        student(sectors="industry", opp_types=("holiday",), languages=("NL", "de"))
    with pytest.raises(InputError, match="no kinds of listings"):
        student(opp_types=())
    car = {"car": gg.Trip("car"), "walk": gg.Trip("walk", max_min=20)}
    with pytest.raises(InputError, match=r"car: is by car.*; walk: ends at 20 min"):
        found(student(), listings((1000, {})), trips=car)
    ride = {"train": gg.Trip("transit", access="car")}
    with pytest.raises(InputError, match="train: is by car"):
        found(student(), listings((1000, {})), trips=ride)
    with pytest.raises(InputError, match="at least one trip"):
        found(student(), listings((1000, {})), trips={})
    with pytest.raises(InputError, match="cutoffs"):
        found(student(), listings((1000, {})), cutoff_min=0)
    assert len(found(student(drives=True), listings((1000, {})), trips={"car": gg.Trip("car")}))
    with pytest.raises(InputError, match="'any' is the name of the quickest"):
        found(student(), listings((1000, {})), trips={"any": gg.Trip("walk")})


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"lon": None}, "lon None, lat 52.2 are no degrees"),
        ({"lon": "7.0"}, "lon '7.0', lat 52.2 are no degrees"),
        ({"country": ["NL"]}, "country is"),
        ({"eqf": True}, "eqf is True"),
        ({"sectors": 3}, "sectors 3 are not known"),
        ({"languages": (3,)}, "languages 3"),
        ({"begins": 2026}, "begins is 2026"),
        ({"opp_types": None}, "no kinds of listings"),
    ],
)
def test_what_is_of_another_kind_is_told(options, said):
    with pytest.raises(InputError, match=said):
        Student(**({"lon": 7.0, "lat": 52.2, "country": "NL"} | options))
    with pytest.raises(InputError, match=r"cutoffs \['30'\]"):
        found(student(), listings((1000, {})), cutoff_min="30")


def test_how_many_students_can_come_to_a_firm():
    lon, lat = zip(*(lonlat(x) for x in (0, 1000, 2000, 6000)), strict=True)
    cells = pd.DataFrame({"cell_id": list("abcd"), "lon": lon, "lat": lat,
                          "country": ["NL", "NL", "DE", "DE"]})  # fmt: skip
    mbo = pd.Series([100.0, 40.0, 30.0, 7.0], index=list("abcd"), name="mbo")
    how = {"trips": TRIPS, "cutoffs_min": (13,), "country": "NL"}
    with pytest.raises(InputError, match="columns country are missing"):
        students_for(NETWORK, lonlat(0), {"mbo": mbo}, cells=cells.drop(columns="country"), **how)
    with pytest.raises(InputError, match="'a' is the id of a cell"):
        students_for(NETWORK, lonlat(0), {"mbo": mbo}, cells=cells, name="a", **how)
    with pytest.raises(InputError, match="give longitude and latitude"):
        students_for(NETWORK, (7.0,), {"mbo": mbo}, cells=cells, **how)
    with pytest.warns(GrensgeoWarning, match="lower bound"):
        table = students_for(
            NETWORK, lonlat(2000), {"mbo": mbo, "hbo": mbo.where(mbo != 40.0)}, cells=cells,
            trips=TRIPS, cutoffs_min=[12.5, 30], country="DE", name="firm",
        )  # fmt: skip
    REACH.check(table)
    rows = by_columns(table).set_index(["mode", "opportunity", "cutoff_min"])
    assert tuple(rows.loc[("walk", "mbo", 12.5), ["closed", "open"]]) == (30.0, 70.0)
    assert tuple(rows.loc[("walk", "mbo", 30), ["closed", "open"]]) == (30.0, 170.0)
    assert tuple(rows.loc[("any", "mbo", 30), ["closed", "open"]]) == (37.0, 177.0)
    assert rows.loc[("walk", "hbo", 12.5), "unknown_within"] == 1
    assert set(table["id"]) == {"firm"}
    assert rows.loc[("walk", "mbo", 12.5), "border_effect"] == pytest.approx(70 / 30 - 1)


def test_a_student_and_a_firm_see_the_same_minutes():
    lon, lat = lonlat(0)
    cells = pd.DataFrame({"cell_id": ["home", "other"], "lon": [lon, lonlat(6000)[0]],
                          "lat": [lat, lat], "country": ["NL", "DE"]})  # fmt: skip
    one = pd.Series([1.0, 1.0], index=["home", "other"])
    minutes = found(student(), listings((2000, {})), cutoff_min=60)["travel_time_min"].item()
    for cutoff, expected in ((minutes * 1.001, 1.0), (minutes * 0.999, 0.0)):
        table = students_for(
            NETWORK, lonlat(2000), {"mbo": one}, cells=cells, trips=TRIPS, cutoffs_min=[cutoff],
            country="DE",
        )  # fmt: skip
        assert by_columns(table).set_index("mode").loc["any", "reach_nl"] == expected


def test_every_example_of_the_page_holds(monkeypatch):
    monkeypatch.chdir(ROOT)
    results = doctest.testfile(str(ROOT / "docs" / "grenswerk.md"), module_relative=False)
    assert results.failed == 0
    assert results.attempted > 15


def test_listings_that_offer_no_place_are_left_out_and_told():
    table = listings((1000, {}), (1500, {"count": 0.0, "lower": 0.0, "upper": 0.0}))
    with pytest.warns(GrensgeoWarning, match="offer no place are left out: 1, such as l1"):
        frame = found(student(), table)
    assert list(frame["id"]) == ["l0"]


def test_a_home_or_a_firm_is_held_against_where_it_lies():
    with pytest.raises(InputError, match="student says NL and lies in DE"):
        found(Student(*lonlat(5500), country="NL"), listings((1000, {})))
    cells = pd.DataFrame({"cell_id": ["a"], "lon": [lonlat(0)[0]], "lat": [52.2],
                          "country": ["NL"]})  # fmt: skip
    with pytest.raises(InputError, match="firm says NL and lies in DE"):
        students_for(NETWORK, lonlat(5500), {"mbo": pd.Series({"a": 1.0})}, cells=cells,
                     trips=TRIPS, cutoffs_min=[30], country="NL")  # fmt: skip
