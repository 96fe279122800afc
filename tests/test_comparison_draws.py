"""Draws that are the same on both sides, on worlds where it can be said what they give."""

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from drawing import draw
from examples import examples
from feeds import lines_at_headways
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from test_comparison import FASTER, PLACES, STREETS, compared, now, plan
from test_region import region
from test_region import tables as region_tables
from towns import COUNTRIES, WINDOW, buses, random_points, town

import grensgeo as gg
from grensgeo.comparison.change_tables import band
from grensgeo.comparison.statements import holding
from grensgeo.errors import InputError
from grensgeo.scenario import AddOpportunities, AdjustFrequency, ScaleOpportunities

#: Within 60 minutes FASTER gives b, where 3 of Enschede's 10 live, the jobs of c in Gronau.
REACHED = {"cutoffs_min": (60,), "opportunities": ("jobs",)}


def bounded(**more):
    """Return a region in which Gronau has 0 to 20 jobs, published as 10."""
    here = region()
    table = here.opportunity_table.assign(lower=np.nan, upper=np.nan)
    at = (table["region_code"] == "05554020") & (table["opportunity"] == "jobs")
    for name, value in {"lower": 0.0, "upper": 20.0, **more}.items():
        table.loc[at, name] = value
    return replace(here, opportunity_table=table)


def hidden():
    return replace(now(), region=bounded())


def row(found, measure="reach", place="GM0153"):
    table = found.table("municipality")
    return table[(table["measure"] == measure) & (table["id"] == place)].iloc[0]


# --- counts


def test_hidden_counts_are_drawn_between_their_bounds_and_the_same_on_both_sides():
    draws = gg.Draws(19, seed=3)
    found = compared(FASTER, before=hidden(), draws=draws, **REACHED)
    # municipalities stand as the region has them: Gronau first
    jobs = 20 * draws.units("jobs", 2)[:, 0]
    gain = 0.3 * jobs
    ours = row(found)
    assert ours["difference"] == pytest.approx(3)
    assert ours[["lower", "upper"]].tolist() == pytest.approx([gain.min(), gain.max()])
    assert ours[["agree", "state"]].tolist() == [1.0, "gain"]
    said = found.statement("gains_at_least", "Enschede", value=3)
    assert (said.held, said.known, said.draws) == ((jobs >= 10).sum(), 19, 19)
    assert said.central is True
    # Gronau gains Enschede's 30 jobs, which are known: more than Enschede, whatever is drawn
    assert found.statement("gains_more", "Gronau", than="Enschede").held == 19
    assert found.statement("gains_most", "Gronau").holds
    assert found.statement("gains_most", "GM0153").held == 0
    assert found.statement("people_gain", "all", value=6).held == 19
    assert found.statement("people_gain", "NL", value=4).held == 0
    codes = [getattr(note, "code", "") for note in found.provenance.told()]
    assert {"comparison.draws", "comparison.draws-counts", "model-spread"} <= set(codes)
    assert "comparison.draws-departures" not in codes


def test_a_draw_depends_on_its_number_alone():
    few = gg.Draws(3, seed=5).units("jobs", 4)
    np.testing.assert_array_equal(gg.Draws(50, seed=5).units("jobs", 4)[:3], few)
    assert (gg.Draws(3, seed=6).units("jobs", 4) != few).all()
    assert (gg.Draws(3, seed=5).units("places", 4) != few).all()


def test_bounds_move_with_the_counts_of_a_scenario():
    more = plan(AddOpportunities("jobs", 30, place="05554020")).apply(hidden())
    low, high = more.region.opportunities.bounds("jobs")
    at = "b-05554020"
    assert [low[at], more.region.opportunities["jobs"][at], high[at]] == pytest.approx(
        [30, 40, 50]
    )
    twice = plan(ScaleOpportunities(2, opportunities=("jobs",))).apply(hidden())
    low, high = twice.region.opportunities.bounds("jobs")
    assert [low[at], high[at]] == pytest.approx([0, 40])
    half = plan(ScaleOpportunities(0.5, opportunities=("jobs",))).apply(hidden())
    assert half.region.opportunities.bounds("jobs")[1][at] == pytest.approx(10)
    # 30 jobs more are 30 jobs more, whatever there was
    found = compared(
        plan(AddOpportunities("jobs", 30, place="05554020")), before=hidden(), draws=9, **REACHED
    )
    assert row(found, place="05554020")[["lower", "upper"]].tolist() == pytest.approx([30, 30])


# --- speeds


def test_what_does_not_change_has_no_noise():
    draws = gg.Draws(5, speeds={"walk": 0.3})
    again = replace(hidden(), network=draw(
        PLACES, [{"ends": "ab"}, {"ends": "bx"}, {"ends": "xc", "country": "DE"}],
        origin=(7.0, 52.05),
    ))  # fmt: skip
    found = compared(again, before=hidden(), draws=draws, **REACHED)
    told = found.table()
    for name in ("difference", "lower", "upper"):
        assert (told[name].dropna() == 0).all()
    assert set(told["state"]) == {"same"}
    # though what is reached differs a great deal from draw to draw
    drawn, _ = found.changes.drawn.reach(np.eye(2))
    assert np.ptp(drawn[:, 0], axis=0).min() > 0


def test_speeds_are_those_of_draw_speeds():
    draws = gg.Draws(6, seed=2, speeds={"walk": 0.3})
    found = compared(FASTER, draws=draws, **REACHED)
    after = FASTER.apply(now())
    expected = []
    for side in (now(), after):
        nets = gg.draw_speeds(side.network, {"walk": 0.3}, draws=6, seed=2)
        cells = side.region.cells
        expected.append([
            gg.cumulative(
                gg.travel_times(net, cells, cells, side.trips["walk"]),
                side.region.opportunities["jobs"], cutoff_min=60,
            )
            for net in nets
        ])  # fmt: skip
    gain = [
        0.7 * (new - old)["a-GM0153"] + 0.3 * (new - old)["b-GM0153"]
        for old, new in zip(*expected, strict=True)
    ]
    old, new = found.changes.drawn.reach(found.changes.places.levels[0].members)
    np.testing.assert_allclose((new - old)[:, 0, 1], gain)
    assert 0 < row(found)["agree"] < 1
    assert row(found)["state"] == "below_noise"
    minutes = found.statement("gains_at_least", "Enschede", value=10, to="Gronau")
    assert minutes.held == 6
    assert (
        minutes.sentence("nl") == "Enschede wint ten minste 10 minuten: in 6 van de 6 trekkingen."
    )


# --- departures


def test_departures_are_drawn_alike():
    stops = {"s1": (6.92, 52.05, "NL"), "s2": (7.05, 52.05, "DE")}
    feed = lines_at_headways(stops, {"RB64": (60, [("s1", 0), ("s2", 11)])})
    trip = gg.Trip("transit", departure="2023-10-17T07:30", window_min=20, max_min=90)
    before = gg.Situation(region(), replace(STREETS, feeds=(feed,)), {"train": trip})
    draws = gg.Draws(4, seed=1)
    moments = [draws.trip(trip, k) for k in range(4)]
    assert all("07:20" <= one.departure[-5:] <= "07:40" for one in moments)
    assert len({one.seed for one in moments}) == 4
    asked = {"cutoffs_min": (45,), "opportunities": ("jobs",), "to": ("Gronau",), "draws": draws}
    same = gg.compare(before, before, **asked).table()
    assert (same[["lower", "upper"]].fillna(0) == 0).to_numpy().all()
    often = gg.compare(before, plan(AdjustFrequency("RB64", 15)), **asked)
    town = row(often, "travel_time")
    assert town["people_gain"] + town["people_newly_reached"] > 0
    # the hourly train leaves within the quarter of an hour of one that runs every fifteen
    assert often.statement("people_gain", "Enschede", value=1, to="Gronau").held >= 1 or (
        town["people_newly_reached"] > 0
    )
    codes = [getattr(note, "code", "") for note in often.provenance.told()]
    assert "comparison.draws-departures" in codes


def test_who_gives_no_departure_leaves_at_one_moment_before_and_after():
    stops = {"s1": (6.92, 52.05, "NL"), "s2": (7.05, 52.05, "DE")}
    way = [("s1", 0), ("s2", 11)]
    feeds = [(lines_at_headways(stops, {"RB64": (every, way)}),) for every in (60, 10)]
    sides = [
        gg.Situation(
            region(), replace(STREETS, feeds=one), {"train": gg.Trip("transit", max_min=90)}
        )
        for one in feeds
    ]
    found = gg.compare(*sides, cutoffs_min=(45,), opportunities=("jobs",), to=())
    codes = [getattr(note, "code", "") for note in found.provenance.told()]
    assert codes.count("trip.usual-departure") == 1


# --- what cannot be drawn or stated


def test_what_cannot_be_drawn_is_told():
    with pytest.raises(InputError, match="nothing differs from draw to draw"):
        compared(FASTER, draws=10)
    with pytest.raises(InputError) as caught:
        gg.Draws(1, level=2, seed=-1)
    assert all(name in str(caught.value) for name in ("draws", "level", "seed"))
    with pytest.raises(InputError, match="half widths"):
        gg.Draws(9, speeds=0.1)


def test_what_cannot_be_stated_is_told():
    found = compared(FASTER, before=hidden(), draws=3, **REACHED)
    with pytest.raises(InputError, match="ask for draws"):
        compared(FASTER, **REACHED).statement("gains_most", "Gronau")
    for kind, place, more, said in (
        ("gains", "Gronau", {}, "choose one of"),
        ("gains_at_least", "Gronau", {}, "give value="),
        ("gains_more", "Gronau", {}, "give than="),
        ("gains_most", "Losser", {}, "no place 'Losser'"),
        ("gains_more", "Gronau", {"than": "NL"}, "on one level"),
        ("gains_at_least", "Gronau", {"value": 1, "to": "Losser"}, "were not compared"),
    ):
        with pytest.raises(InputError, match=said):
            found.statement(kind, place, **more)


def test_unknown_draws_count_against_a_statement():
    gains = np.array([[5.0, 1.0], [np.nan, 1.0], [0.0, 1.0]])
    held, known = holding("gains_at_least", gains, place=0, value=1)
    assert (held & known).tolist() == [True, False, False]
    held, known = holding("gains_most", gains, place=1)
    assert (held & known).tolist() == [False, False, True]
    assert known.tolist() == [True, False, True]


def test_a_band_is_of_the_draws():
    drawn = np.arange(-1.0, 100).reshape(101, 1, 1)
    found = band(np.array([[50.0]]), drawn, 0.9)
    assert [found.lower.item(), found.upper.item()] == pytest.approx([4, 94])
    assert found.agree.item() == pytest.approx(99 / 101)
    # of 19 draws not one lies beyond each bound of 90 %
    found = band(np.array([[5.0]]), drawn[:19], 0.9)
    assert [found.lower.item(), found.upper.item()] == [-1, 17]


def test_sentences_tell_of_draws():
    found = compared(FASTER, before=hidden(), draws=9, **REACHED)
    assert "In alle 9 trekkingen ligt de verandering tussen +" in found.sentence("nl")
    many = compared(FASTER, before=hidden(), draws=40, **REACHED)
    assert "In 95% van de 40 trekkingen ligt de verandering tussen" in many.sentence("nl")
    assert "In 95 % der 40 Ziehungen" in many.sentence("de")
    most = found.statement("gains_most", "Gronau")
    assert most.sentence("de") == "Gronau gewinnt die meisten Arbeitsplätze: in 9 von 9 Ziehungen."
    assert most.sentence("en") == "Gronau gains the most jobs: in 9 of 9 draws."
    assert isinstance(found.table(), pd.DataFrame)


# --- random towns with buses


def region_of(seed):
    """Return a region of random cells of 20 m on both sides of the border of a drawn town."""
    points = random_points(seed, 14, name="c").iloc[:-1]
    points = points.drop_duplicates(["lon", "lat"]).reset_index(drop=True)
    municipalities, cells, table = region_tables()
    codes = {"NL": "GM0153", "DE": "05554020"}
    shapes = COUNTRIES.set_index("country").geometry
    people = points.index.to_numpy() * 7 % 11
    cells = gpd.GeoDataFrame(
        {
            "cell_id": points["id"],
            "grid_id": points["id"],
            "region_code": points["country"].map(codes),
            "country": points["country"],
            "population": people,
            "lon": points["lon"],
            "lat": points["lat"],
        },
        geometry=shapely.box(
            points["lon"] - 1e-4, points["lat"] - 1e-4, points["lon"] + 1e-4, points["lat"] + 1e-4
        ),
        crs=4326,
    )
    total = cells.groupby("region_code")["population"].sum()
    first = points.drop_duplicates("country").set_index("country")
    towns = municipalities["country"]
    municipalities = municipalities.assign(
        population=municipalities["region_code"].map(total).fillna(0).astype(int),
        place_lon=towns.map(first["lon"]), place_lat=towns.map(first["lat"]),
    ).set_geometry(towns.map(shapes).to_numpy(), crs=4326)  # fmt: skip
    border = gpd.GeoSeries([shapes["NL"].boundary.intersection(shapes["DE"].boundary)], crs=4326)
    return gg.Region(municipalities, cells, table, border, region().provenance)


@pytest.mark.long
@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
@settings(max_examples=examples(12), phases=(Phase.explicit, Phase.generate))
@given(st.integers(0, 10_000), st.sampled_from(["transit", "car", "bicycle", "walk"]))
def test_law_nothing_changes_nothing_in_random_towns_with_buses(tmp_path_factory, seed, mode):
    folder = tmp_path_factory.mktemp("town")
    sides = []
    for k in range(2):  # drawn and read twice, so that nothing is looked up instead of computed
        network = replace(town(seed), feeds=(buses(folder / f"{k}.zip", seed),))
        options = WINDOW if mode == "transit" else {}
        trips = {"t": gg.Trip(mode, max_min=90, **options)}
        sides.append(gg.Situation(region_of(seed), network, trips))
    widths = {"walk": 0.2, "car": 0.2, "bicycle": 0.2}
    found = gg.compare(
        *sides, cutoffs_min=(10, 30), opportunities=("jobs",),
        draws=gg.Draws(2, seed=seed, speeds=widths),
    ).table()  # fmt: skip
    for name in ("difference", "lower", "upper"):
        assert (found[name].dropna() == 0).all()
    assert set(found["state"]) <= {"same", "undefined", "unreached", "unknown"}
    assert found["state"].eq("same").any()
    moved = found[["people_gain", "people_lose", "people_newly_reached"]]
    assert (moved.fillna(0) == 0).to_numpy().all()
