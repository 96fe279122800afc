from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from drawing import draw
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from matrices import JOBS, TWO, Mode, Passing, frame, times, worlds
from reach_tables import by_columns

from grensgeo.border import (
    DESTINATIONS_DROPPED,
    ROUTING_FORBIDDEN,
    Match,
    Matching,
    Resistance,
    border_effect,
    border_sensitivity,
)
from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.measures import decay, gravity, reach
from grensgeo.measures import matrix as dense
from grensgeo.traveltimes import Trip, travel_times

NAN = np.nan


def test_foreign_destinations_dropped_by_hand():
    table = border_effect(times(TWO), JOBS, cutoff_min=15)
    expected = pd.DataFrame(
        {
            "id": ["a", "b"],
            "country": ["NL", "DE"],
            "cutoff_min": 15.0,
            "closed": [100.0, 40.0],
            "realised": [140.0, 140.0],
            "open": [140.0, 140.0],
            "border_effect": [0.4, 2.5],
            "difference": [40.0, 100.0],
            "realised_effect": [0.4, 2.5],
            "realised_difference": [40.0, 100.0],
            "share_across": [40 / 140, 100 / 140],
            "decay": "step:cutoff_min=15",
            "closed_means": DESTINATIONS_DROPPED,
            "realised_means": "resistance 0 min; matching 1",
        }
    )
    pd.testing.assert_frame_equal(table, expected, check_dtype=False)


def test_foreign_routing_forbidden_by_hand():
    # From a (NL), x (NL) is 20 minutes off by way of Germany and 40 without it.
    opened = times([[20, 15]], from_id="a", from_country="N")
    closed = times([[40, NAN]], from_id="a", from_country="N")
    table = border_effect(opened, JOBS, cutoff_min=30, closed=closed).iloc[0]
    assert (table["closed"], table["open"]) == (0.0, 140.0)
    assert np.isnan(table["border_effect"])
    assert table["difference"] == 140.0
    assert table["share_across"] == 40 / 140
    assert table["closed_means"] == ROUTING_FORBIDDEN
    later = border_effect(opened, JOBS, cutoff_min=45, closed=closed).iloc[0]
    assert (later["closed"], later["border_effect"]) == (100.0, 0.4)


def test_the_effect_is_undefined_where_nothing_is_reached_at_home():
    table = border_effect(times([[50, 5], [50, 50]]), JOBS, cutoff_min=10)
    assert table["border_effect"].isna().all()
    assert table["difference"].tolist() == [40.0, 0.0]
    assert table["share_across"].tolist()[0] == 1.0
    assert np.isnan(table["share_across"][1])


def test_any_countries_will_do():
    belgian = times([[5, 5]], from_id="a", from_country="B", to_id="xy", to_country="BN")
    table = border_effect(belgian, JOBS, cutoff_min=10).iloc[0]
    assert (table["country"], table["closed"], table["open"]) == ("BE", 100.0, 140.0)


def test_closed_times_are_put_in_the_order_of_the_open_ones():
    opened = times([[5, 15], [15, 5]])
    closed = times([[5, NAN], [NAN, 5]], from_id="ba", to_id="yx", from_country=None)
    table = border_effect(opened, JOBS, cutoff_min=20, closed=closed)
    assert table["closed"].tolist() == [100.0, 40.0]


def test_closed_times_as_a_frame():
    rows = [("a", "x", 5.0), ("a", "y", None), ("b", "x", None), ("b", "y", 5.0)]
    table = border_effect(times(TWO), JOBS, cutoff_min=20, closed=frame(rows))
    assert table["closed"].tolist() == [100.0, 40.0]


@pytest.mark.parametrize(
    ("closed", "message"),
    [
        ("routing", "closed: 'routing' is not known; use 'destinations', or give"),
        (times([[5, 15]], from_id="a", from_country="N"), "from_id in one of the two only: b"),
        (times(TWO, to_id="xz"), "to_id in one of the two only: y, z"),
        (
            times(TWO, to_id="xz"),
            "closed times: not the same places .* compute both from the same",
        ),
        (times([[4, 15], [15, 5]]), "quicker than with the border open for a to x"),
        ([1], "closed times: expected TravelTimes or a table"),
    ],
)
def test_closed_times_that_do_not_fit_are_refused(closed, message):
    with pytest.raises(InputError, match=message):
        border_effect(times(TWO), JOBS, cutoff_min=10, closed=closed)


def test_closed_times_cannot_reach_what_open_ones_do_not():
    with pytest.raises(InputError, match="quicker than with the border open for a to y"):
        border_effect(
            times([[5, NAN], [15, 5]]), JOBS, cutoff_min=10, closed=times([[5, 9], [15, 5]])
        )


def test_rounding_between_two_runs_is_forgiven():
    opened = times([[10.001, 15], [15, 5]])
    closed = times([[10.0, NAN], [NAN, 5]])
    table = border_effect(opened, JOBS, cutoff_min=10, closed=closed)
    assert (table["closed"] <= table["open"]).all()


def passing(minutes, **ends):
    matrix = dense.as_matrix(times(minutes, **ends))
    return replace(matrix, held=Passing(matrix.minutes))


@pytest.mark.parametrize("read", [(passing, passing), (passing, times), (times, passing)])
def test_times_that_come_by_are_held_against_each_other(read):
    minutes = [[5, 15], [15, 5]], [[6, NAN], [30, 7]]
    opened, closed = (one(table) for one, table in zip(read, minutes, strict=True))
    wanted = border_effect(
        times(minutes[0]), JOBS, cutoff_min=20, closed=times(minutes[1]), resistance=10
    )
    assert wanted["closed"].tolist() == [100.0, 40.0]
    found = border_effect(opened, JOBS, cutoff_min=20, closed=closed, resistance=10)
    pd.testing.assert_frame_equal(found, wanted)
    quick = read[1]([[6, NAN], [14, 7]])
    with pytest.raises(InputError, match="quicker than with the border open for b to x;"):
        border_effect(opened, JOBS, cutoff_min=20, closed=quick)


def test_times_that_come_by_have_their_origins_in_one_order():
    with pytest.raises(InputError, match="not held, and of origins in another order"):
        border_effect(times(TWO), JOBS, cutoff_min=20, closed=passing(TWO, from_id="ba"))


def test_a_cutoff_of_nothing_is_one():
    table = border_effect(times([[0, 1], [1, 0]]), JOBS, cutoff_min=0)
    assert table["open"].tolist() == [100.0, 40.0]


@pytest.mark.parametrize("measure", [border_effect, border_sensitivity])
@pytest.mark.parametrize(
    ("table", "jobs", "asked", "told"),
    [
        (times([[5, 50], [50, 5]]), pd.Series({"x": NAN, "y": 40.0}), {"cutoff_min": 20},
         "figure of 1 destinations is not known .x.; closed and open of 1 origins"),
        (times([[5, NAN], [15, NAN]], to_status=[0, 1]), JOBS, {"cutoff_min": 20},
         "jobs: 1 of 2 destinations were not snapped"),
        (replace(times(TWO), trip=Mode(max_min=30)), JOBS, {"decay": decay.exponential(0.01)},
         "times end at max_min=30"),
    ],
)  # fmt: skip
def test_what_a_reader_must_know_is_told(measure, table, jobs, asked, told):
    with pytest.warns(GrensgeoWarning, match=told):
        measure(table, jobs, **asked)


def test_countries_are_needed():
    with pytest.raises(InputError, match="country of the origins is not known"):
        border_effect(times(TWO, from_country=None), JOBS, cutoff_min=10)
    countries = pd.Series({"a": "NL", "b": "DE", "x": "NL", "y": "DE"})
    bare = times(TWO, from_country=None, to_country=None)
    table = border_effect(bare, JOBS, cutoff_min=15, countries=countries)
    assert table["border_effect"].tolist() == [0.4, 2.5]


def test_unknown_figures_are_null_and_told():
    german_only = pd.Series({"x": NAN, "y": 40.0}, name="apprenticeships")
    with pytest.warns(GrensgeoWarning, match="apprenticeships: the figure of 1 destinations"):
        table = border_effect(times(TWO), german_only, cutoff_min=20).set_index("id")
    assert np.isnan(table.loc["a", "closed"])
    assert table.loc["b", "closed"] == 40.0
    assert table[["open", "border_effect", "difference", "share_across"]].isna().all(axis=None)


def test_unknown_figures_across_do_not_hide_what_is_reached_without_crossing():
    dutch_only = pd.Series({"x": 100.0, "y": NAN})
    closed = times([[5, NAN], [NAN, 5]])
    with pytest.warns(GrensgeoWarning, match="lower bounds or null"):
        table = border_effect(times(TWO), dutch_only, cutoff_min=20, closed=closed)
    assert table["closed"][0] == 100.0
    assert np.isnan(table["closed"][1])
    assert table["open"].isna().all()


def test_an_origin_that_was_not_snapped_is_null():
    lost = times([[NAN, NAN], [15, 5]], from_status=[1, 0])
    with pytest.warns(GrensgeoWarning, match="1 of 2 origins have no result"):
        table = border_effect(lost, JOBS, cutoff_min=15)
    measures = ["closed", "open", "border_effect", "difference", "share_across"]
    assert table.loc[0, measures].isna().all()
    assert table.loc[1, "open"] == 140.0


# --- laws


@settings(max_examples=examples(40))
@given(worlds())
def test_law_it_is_what_the_reach_table_says(world):
    table, counts = world
    here = border_effect(table, counts, cutoff_min=30)
    there = by_columns(reach(table, {"jobs": counts}, cutoffs_min=[30]))
    for column in ("closed", "open", "border_effect", "share_across"):
        np.testing.assert_allclose(here[column], there[column], rtol=1e-12)


@settings(max_examples=examples(40))
@given(worlds(), st.integers(0, 2**32 - 1))
def test_law_closed_is_at_most_open_in_both_readings(world, seed):
    table, counts = world
    rng = np.random.default_rng(seed)
    slower = table.minutes + rng.integers(0, 40, table.minutes.shape).astype(np.float32)
    slower[rng.random(slower.shape) < 0.3] = NAN
    for closed in ("destinations", replace(table, minutes=slower)):
        result = border_effect(table, counts, cutoff_min=30, closed=closed)
        assert (result["closed"] <= result["open"]).all()
        assert (result["difference"] >= 0).all()
        assert not np.isinf(result["border_effect"]).any()
        assert result["share_across"].dropna().between(0, 1).all()


@settings(max_examples=examples(40))
@given(worlds(), st.sampled_from(["NL", "DE"]))
def test_law_one_country_has_no_border_effect(world, country):
    table, counts = world
    alone = replace(
        table,
        from_country=np.full(len(table.from_id), country),
        to_country=np.full(len(table.to_id), country),
    )
    result = border_effect(alone, counts, cutoff_min=30)
    assert (result["border_effect"].dropna() == 0).all()
    assert (result["difference"] == 0).all()


@settings(max_examples=examples(40))
@given(worlds(), st.randoms(use_true_random=False))
def test_law_order_and_names_do_not_matter(world, random):
    table, counts = world
    rows, columns = list(range(len(table.from_id))), list(range(len(table.to_id)))
    random.shuffle(rows)
    random.shuffle(columns)
    shuffled = replace(
        table,
        from_id=np.array(["from " + table.from_id[i] for i in rows]),
        to_id=np.array(["to " + table.to_id[j] for j in columns]),
        minutes=table.minutes[np.ix_(rows, columns)],
        from_country=table.from_country[rows],
        to_country=table.to_country[columns],
    )
    renamed = counts.rename(index=lambda name: f"to {name}").sample(frac=1, random_state=1)
    before = border_effect(table, counts, cutoff_min=30).set_index("id")
    after = border_effect(shuffled, renamed, cutoff_min=30).set_index("id")
    after = after.loc[[f"from {name}" for name in before.index]]
    # Sums in another order differ by rounding, so the ratio is compared by closed and open.
    for column in ("closed", "open"):
        np.testing.assert_allclose(after[column], before[column], rtol=1e-9)
    assert (after["country"].to_numpy() == before["country"].to_numpy()).all()


@settings(max_examples=examples(40))
@given(worlds())
def test_law_closed_and_open_grow_with_the_cutoff(world):
    table, counts = world
    near, far = (border_effect(table, counts, cutoff_min=minutes) for minutes in (20, 40))
    assert (near["closed"] <= far["closed"]).all()
    assert (near["open"] <= far["open"]).all()


# --- the border as people perceive it


def test_the_two_towns_of_the_docs():
    # docs/measures.md: Enschede 80 jobs, Gronau 20, 15 minutes between them, 5 within.
    towns = times([[5, 15], [15, 5]], from_id="EG", to_id="EG")
    jobs = pd.Series({"E": 80.0, "G": 20.0})
    for resistance, reached in [(0, [100.0, 100.0]), (30, [100.0, 100.0]), (31, [80.0, 20.0])]:
        table = border_effect(towns, jobs, cutoff_min=45, resistance=resistance)
        assert table["realised"].tolist() == reached
    half = border_effect(towns, jobs, cutoff_min=45, resistance=20, matching=0.5)
    assert half["realised"].tolist() == [90.0, 60.0]
    assert half["realised_effect"].tolist() == [0.125, 2.0]
    assert half["realised_difference"].tolist() == [10.0, 40.0]
    assert half["realised_means"][0] == "resistance 20 min; matching 0.5"
    f = decay.exponential(0.05)
    table = border_effect(towns, jobs, decay=f, resistance=10).set_index("id")
    assert table.loc["E", "closed"] == pytest.approx(80 * np.exp(-0.25))
    assert table.loc["E", "realised"] == pytest.approx(80 * np.exp(-0.25) + 20 * np.exp(-1.25))
    assert table.loc["E", "open"] == pytest.approx(80 * np.exp(-0.25) + 20 * np.exp(-0.75))
    assert table.loc["E", "decay"] == "exponential:rate=0.05"
    assert np.isnan(table.loc["E", "cutoff_min"])


def test_resistance_by_direction():
    one_way = Resistance({("NL", "DE"): 46.0, ("DE", "NL"): 5.0})
    table = border_effect(times(TWO), JOBS, cutoff_min=30, resistance=one_way)
    assert table["realised"].tolist() == [100.0, 140.0]
    with pytest.raises(InputError, match=r"no minutes for DE to NL; .* \.both_ways"):
        border_effect(times(TWO), JOBS, cutoff_min=30, resistance="commuting-car-lms")
    both = Resistance({("NL", "DE"): 46.0}).both_ways()
    assert border_effect(times(TWO), JOBS, cutoff_min=30, resistance=both)[
        "realised"
    ].tolist() == [
        100.0,
        40.0,
    ]


def test_matching_by_sector_and_language():
    jobs = pd.DataFrame(
        [("x", "care", "nl", 60.0), ("x", "build", "nl", 40.0), ("y", "care", "de", 30.0),
         ("y", "build", "de", 10.0)],
        columns=["to_id", "sector", "language", "count"],
    )  # fmt: skip
    rules = Matching(
        (Match(0.5), Match(0.2, sector="care"), Match(0.1, from_country="DE", sector="care"))
    )
    table = border_effect(times(TWO), jobs, cutoff_min=20, matching=rules)
    assert table["open"].tolist() == [140.0, 140.0]
    assert table["realised"].tolist() == [100 + 0.2 * 30 + 0.5 * 10, 40 + 0.1 * 60 + 0.5 * 40]


def test_either_a_cutoff_or_a_decay():
    for options in ({}, {"cutoff_min": 30, "decay": decay.step(30)}):
        with pytest.raises(InputError, match="give either cutoff_min or decay"):
            border_effect(times(TWO), JOBS, **options)


def test_what_domestic_ways_reach_abroad_counts_in_full():
    opened = times([[5, 15]], from_id="a", from_country="N")
    closed = times([[6, 20]], from_id="a", from_country="N")
    table = border_effect(opened, JOBS, cutoff_min=30, closed=closed, resistance=240).iloc[0]
    assert (table["closed"], table["realised"], table["open"]) == (140.0, 140.0, 140.0)


def test_unknown_figures_abroad_do_not_hide_what_nobody_goes_for():
    dutch_only = pd.Series({"x": 100.0, "y": NAN})
    with pytest.warns(GrensgeoWarning, match="lower bounds or null"):
        table = border_effect(times(TWO), dutch_only, cutoff_min=20, resistance=np.inf)
    assert table["realised"][0] == 100.0
    assert np.isnan(table["realised"][1])
    assert table["open"].isna().all()


def test_sensitivity_is_the_effect_at_each_resistance():
    table = border_sensitivity(times(TWO), JOBS, cutoff_min=30, resistances_min=(0, 10, 46))
    assert table["resistance_min"].tolist() == [0, 0, 10, 10, 46, 46]
    assert table["realised"].tolist() == [140, 140, 140, 140, 100, 40]
    for minutes, part in table.groupby("resistance_min"):
        one = border_effect(times(TWO), JOBS, cutoff_min=30, resistance=minutes)
        pd.testing.assert_frame_equal(
            part.drop(columns="resistance_min").reset_index(drop=True), one
        )
    usual = border_sensitivity(times(TWO), JOBS, cutoff_min=30)
    assert usual["resistance_min"].tolist() == [0, 0, 15, 15, 30, 30, 46, 46, 60, 60]
    assert usual.columns[:4].tolist() == ["id", "country", "resistance_min", "cutoff_min"]
    assert usual.index.tolist() == list(range(10))
    with pytest.raises(InputError, match="resistances_min: none given"):
        border_sensitivity(times(TWO), JOBS, cutoff_min=30, resistances_min=())


DECAYS = st.sampled_from(
    [decay.step(30), decay.exponential(0.05), decay.gaussian(20), decay.geurs_van_eck_2001()]
)


@settings(max_examples=examples(40))
@given(worlds(), DECAYS, st.floats(0, 120), st.floats(0, 1), st.integers(0, 2**32 - 1))
def test_law_realised_lies_between_closed_and_open(world, f, minutes, weight, seed):
    table, counts = world
    rng = np.random.default_rng(seed)
    slower = table.minutes + rng.integers(0, 40, table.minutes.shape).astype(np.float32)
    slower[rng.random(slower.shape) < 0.3] = NAN
    for closed in ("destinations", replace(table, minutes=slower)):
        result = border_effect(
            table, counts, decay=f, closed=closed, resistance=minutes, matching=weight
        )
        assert (result["closed"] <= result["realised"]).all()
        assert (result["realised"] <= result["open"]).all()


@settings(max_examples=examples(40))
@given(worlds(), DECAYS)
def test_law_no_resistance_is_open_and_infinite_resistance_is_closed(world, f):
    table, counts = world
    free = border_effect(table, counts, decay=f, resistance=0, matching=1)
    assert (free["realised"] == free["open"]).all()
    shut = border_effect(table, counts, decay=f, resistance=np.inf)
    assert (shut["realised"] == shut["closed"]).all()
    none = border_effect(table, counts, decay=f, matching=0)
    assert (none["realised"] == none["closed"]).all()


@settings(max_examples=examples(40))
@given(worlds(), DECAYS)
def test_law_more_resistance_is_no_more_reach(world, f):
    table, counts = world
    result = border_sensitivity(table, counts, decay=f, resistances_min=(0, 5, 20, 60))
    for _, part in result.groupby("id"):
        assert (part["realised"].diff().dropna() <= 1e-9 * part["open"].max()).all()


@settings(max_examples=examples(40))
@given(worlds(), DECAYS)
def test_law_open_is_gravity(world, f):
    table, counts = world
    result = border_effect(table, counts, decay=f).set_index("id")
    np.testing.assert_allclose(result["open"], gravity(table, counts, decay=f), rtol=1e-9)


# --- with travel times of our own


def test_travel_times_of_a_drawn_network_in_both_readings():
    # A and B lie in NL; the short way between them leads through C in DE.
    network = draw(
        {"A": (0, 0), "B": (2000, 0), "C": (1000, 500)},
        [
            {"ends": "AB", "length_m": 6000.0, "line": [(1000, -900)]},
            {"ends": "AC", "length_m": 1000.0, "country": "DE"},
            {"ends": "CB", "length_m": 1000.0, "country": "DE"},
        ],
    )
    streets = network.streets
    places = pd.DataFrame({"id": list("ABC"), "lon": streets.lon, "lat": streets.lat})
    places = gpd.GeoDataFrame(
        places.assign(country=["NL", "NL", "DE"]),
        geometry=gpd.points_from_xy(places["lon"], places["lat"]),
        crs=4326,
    )
    jobs = pd.Series({"A": 10.0, "B": 100.0, "C": 5.0}, name="jobs")
    opened = travel_times(network, places, places, Trip("walk"))
    closed = travel_times(network, places, places, Trip("walk", foreign_routing=False))
    # On foot at 5 km/h: A to B is 24 minutes through C, 72 without.
    dropped = border_effect(opened, jobs, cutoff_min=30).set_index("id")
    assert dropped.loc["A", ["closed", "open"]].tolist() == [110.0, 115.0]
    forbidden = border_effect(opened, jobs, cutoff_min=30, closed=closed).set_index("id")
    assert forbidden.loc["A", ["closed", "open"]].tolist() == [10.0, 115.0]
    later = border_effect(opened, jobs, cutoff_min=80, closed=closed).set_index("id")
    assert later.loc["A", ["closed", "open"]].tolist() == [110.0, 115.0]
    # The table of the same times says the same.
    by_table = border_effect(
        opened.to_frame(), jobs, cutoff_min=30, countries=places.set_index("id")["country"]
    ).set_index("id")
    pd.testing.assert_frame_equal(by_table, dropped)
