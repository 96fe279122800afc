from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from drawing import DEGREE_M, draw
from shapely import box

import grensgeo as gg
from grensgeo.errors import InputError
from grensgeo.grenswerk.meetings import meeting_pairs, meeting_reach, meeting_times, read_hubs
from grensgeo.schema import HUB_PAIRS, HUB_REACH, HUB_TIMES

# A and C in NL, B in DE between them; the way round by D stays in NL and is longer. A one-way
# street makes the way from C to A go round too. On foot, 12 minutes a kilometre:
#   A - B - C: 1,000 m and 1,000 m through Germany; A - D - C: 2,500 m and 2,500 m at home.
NETWORK = draw(
    {"A": (0, 0), "B": (1000, 0), "C": (2000, 0), "D": (1000, -2000)},
    [
        {"ends": "AB", "country": "DE"},
        {"ends": "BC", "country": "DE"},
        {"ends": "AD", "length_m": 2500.0},
        {"ends": "DC", "length_m": 2500.0},
    ],
)
TRIPS = {"walk": gg.Trip("walk")}
HUBS = Path(__file__).resolve().parents[1] / "data" / "sources" / "startup_hubs.csv"


def at(x, y=0.0):
    return 7.0 + x / (DEGREE_M * np.cos(np.radians(52.2))), 52.2 + y / DEGREE_M


def places(ids, countries, spots):
    lon, lat = zip(*(at(*spot) for spot in spots), strict=True)
    return pd.DataFrame({"id": ids, "country": countries, "lon": lon, "lat": lat})


HUB_PLACES = places(["a", "b", "c"], ["NL", "DE", "NL"], [(0, 0), (1000, 0), (2000, 0)])


def test_people_within_a_meeting_by_both_readings():
    cells = places(["ca", "cb", "cc"], ["NL", "DE", "NL"], [(0, 0), (1000, 0), (2000, 0)])
    people = pd.Series({"ca": 100.0, "cb": 30.0, "cc": 7.0})
    table = meeting_reach(
        NETWORK, HUB_PLACES, people, cells=cells, trips=TRIPS, cutoffs_min=[13, 30, 61]
    )
    assert HUB_REACH.check(table).shape == table.shape
    rows = table.set_index(["id", "mode", "cutoff_min", "closed_means"])[["closed", "open"]]
    dropped, forbidden = "foreign destinations dropped", "foreign routing forbidden"
    # at 13 min A has its own and B; with foreign routing forbidden or foreigners dropped, its own
    assert tuple(rows.loc[("a", "walk", 13, dropped)]) == (100, 130)
    assert tuple(rows.loc[("a", "walk", 13, forbidden)]) == (100, 130)
    # at 30 min C comes through Germany: counted where destinations are dropped alone
    assert tuple(rows.loc[("a", "walk", 30, dropped)]) == (107, 137)
    assert tuple(rows.loc[("a", "walk", 30, forbidden)]) == (100, 137)
    # at 61 min C comes by the way at home too
    assert tuple(rows.loc[("a", "walk", 61, forbidden)]) == (107, 137)
    assert tuple(rows.loc[("b", "any", 30, dropped)]) == (30, 137)
    assert (table.query("id == 'b' and cutoff_min == 30")["border_effect"] > 3.5).all()


def test_times_each_way_and_pairs():
    times = meeting_times(NETWORK, HUB_PLACES, trips=TRIPS)
    assert HUB_TIMES.check(times).shape == (6, 6)
    rows = times.set_index(["from_id", "to_id"])
    assert rows.loc[("a", "c"), "travel_time_min"] == pytest.approx(24, rel=1e-3)
    assert rows.loc[("a", "c"), "domestic_time_min"] == pytest.approx(60, rel=1e-3)
    assert np.isnan(rows.loc[("a", "b"), "domestic_time_min"])
    assert list(rows.loc[("a", "b"), ["across"]]) == [True]
    pairs = meeting_pairs(times, cutoffs_min=[13, 30, 61])
    assert HUB_PAIRS.check(pairs).shape == pairs.shape
    can = pairs[pairs["mode"] == "any"].set_index(["id_a", "id_b", "cutoff_min"])
    said = ["open", "closed_destinations", "closed_routing"]
    assert list(can.loc[("a", "b", 13), said]) == [True, False, False]
    assert list(can.loc[("a", "c", 13), said]) == [False, False, False]
    assert list(can.loc[("a", "c", 30), said]) == [True, True, False]
    assert list(can.loc[("a", "c", 61), said]) == [True, True, True]


def test_the_quicker_of_two_ways_counts():
    one_way = draw(
        {"A": (0, 0), "C": (2000, 0), "D": (1000, -2000)},
        [{"ends": "AC", "backward": 0}, {"ends": "AD"}, {"ends": "DC"}],
    )
    hubs = places(["a", "c"], ["NL", "NL"], [(0, 0), (2000, 0)])
    times = meeting_times(one_way, hubs, trips=TRIPS).set_index("from_id")["travel_time_min"]
    assert times["a"] == pytest.approx(24, rel=1e-3)
    assert times["c"] > 50
    pairs = meeting_pairs(meeting_times(one_way, hubs, trips=TRIPS), cutoffs_min=[30])
    assert pairs["open"].all()
    assert pairs["travel_time_min"].to_numpy() == pytest.approx([24, 24], rel=1e-3)


def test_the_quickest_of_the_trips():
    trips = {"walk": gg.Trip("walk"), "bicycle": gg.Trip("bicycle")}
    pairs = meeting_pairs(meeting_times(NETWORK, HUB_PLACES, trips=trips), cutoffs_min=[13])
    rows = pairs.set_index(["id_a", "id_b", "mode"])["open"]
    assert not rows[("a", "c", "walk")]
    assert rows[("a", "c", "bicycle")]
    assert rows[("a", "c", "any")]


def test_the_hubs_of_the_region():
    hubs = read_hubs(HUBS)
    assert set(hubs["country"]) == {"NL", "DE"}
    assert len(hubs) == 7
    assert hubs.total_bounds.tolist() == pytest.approx([6.845, 51.9612, 7.6135, 52.2387])
    assert (hubs["source"].str.len() > 20).all()


def test_faults_are_told(tmp_path):
    with pytest.raises(InputError, match=r"b says 'Nl'.*write NL.*; give at least one trip"):
        meeting_times(NETWORK, HUB_PLACES.assign(country=["NL", "Nl", "NL"]), trips={})
    with pytest.raises(InputError, match="one cannot"):
        meeting_times(NETWORK, HUB_PLACES.iloc[:1], trips=TRIPS)
    far = places(["a", "far"], ["NL", "DE"], [(0, 0), (90_000, 0)])
    with (
        pytest.warns(gg.GrensgeoWarning, match="far"),
        pytest.raises(InputError, match="not on the network by walk: far"),
    ):
        meeting_times(NETWORK, far, trips=TRIPS)
    people = pd.Series({"a": 1.0, "b": 1.0, "c": 1.0})
    with pytest.raises(InputError, match="share ids: a, b, c"):
        meeting_reach(NETWORK, HUB_PLACES, people, cells=HUB_PLACES, trips=TRIPS)
    with pytest.raises(InputError, match="walk: ends at 20 min"):
        meeting_reach(
            NETWORK,
            HUB_PLACES,
            people,
            cells=HUB_PLACES,
            trips={"walk": gg.Trip("walk", max_min=20)},
        )
    with pytest.raises(InputError, match="cutoffs"):
        meeting_pairs(meeting_times(NETWORK, HUB_PLACES, trips=TRIPS), cutoffs_min=[])
    bad = tmp_path / "hubs.csv"
    bad.write_text("id,name,country,lon,lat\na,A,NL,52.2,6.9\n", encoding="utf-8")
    with pytest.raises(InputError, match="longitude and latitude are swapped for a"):
        read_hubs(bad, extent=gpd.GeoSeries([box(6, 52, 7, 53)], crs=4326))
    bad.write_text("id,country,lon,lat\na,NL,7,52\n", encoding="utf-8")
    with pytest.raises(InputError, match="'name'"):
        read_hubs(bad)


@pytest.mark.parametrize("countries", [("NL", "NL", "NL"), ("NL", "DE", "BE")])
def test_hubs_of_one_country_lose_nothing_and_of_three_all_but_their_own(countries):
    network = draw(
        {"A": (0, 0), "B": (1000, 0), "C": (2000, 0), "D": (3000, 0)},
        [
            {"ends": ends, "country": code}
            for ends, code in zip(("AB", "BC", "CD"), countries, strict=True)
        ],
    )
    spots = [(500, 0), (1500, 0), (2500, 0)]
    hubs = places(["a", "b", "c"], countries, spots)
    cells = places(["ca", "cb", "cc"], countries, spots)
    people = pd.Series({"ca": 100.0, "cb": 30.0, "cc": 7.0})
    table = meeting_reach(network, hubs, people, cells=cells, trips=TRIPS, cutoffs_min=[60])
    dropped = table[
        (table["closed_means"] == "foreign destinations dropped") & (table["mode"] == "any")
    ]
    assert dropped["open"].tolist() == [137, 137, 137]
    one = len(set(countries)) == 1
    assert dropped["closed"].tolist() == ([137, 137, 137] if one else [100, 30, 7])
    assert (table["border_effect"] == 0).all() == one
    pairs = meeting_pairs(meeting_times(network, hubs, trips=TRIPS), cutoffs_min=[60])
    assert (pairs["across"].any(), pairs["closed_destinations"].all()) == (not one, one)
