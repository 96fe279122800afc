import warnings
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from drawing import draw
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from matrices import frame, worlds

import grensgeo as gg
from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.network import HIGHWAYS, SpeedChange
from grensgeo.notes import Note
from grensgeo.statistics.concepts import intervals
from grensgeo.traveltimes import TravelTimes, Trip
from grensgeo.uncertainty import draw_speeds, model_spread

NAN = np.nan
TIMES = frame([("a", "x", 10.0), ("a", "y", 40.0), ("b", "x", 30.0), ("b", "y", 20.0)])
JOBS = pd.DataFrame(
    {"count": [100.0, NAN], "lower": [100.0, 3.0], "upper": [100.0, 9.0]}, index=["x", "y"]
)


def within(minutes):
    return lambda times, jobs: gg.cumulative(times, jobs, cutoff_min=minutes)


def test_hidden_counts_by_hand():
    found = model_spread(within(30), TIMES, JOBS)
    assert found.table.loc["a"].tolist() == [100, 100, 100, 0]
    assert found.table.loc["b"].tolist() == [106, 103, 109, 0]  # the middle of 3 and 9
    assert found.runs == 3
    runs, bounds, what = found.provenance.told()
    assert runs == Note("spread.runs", n=3)
    assert bounds == Note("spread.bounds", n=1, hidden=1)
    assert what == "It is a model spread and no confidence interval."
    assert len({*bounds.texts().values()}) == 3


def test_a_rounded_count_stays_the_central_one():
    rounded = pd.DataFrame({"count": [50.0], "lower": [45.0], "upper": [54.0]}, index=["x"])
    found = model_spread(within(30), TIMES[TIMES["to_id"] == "x"], rounded)
    assert found.table.loc["a"].tolist() == [50, 45, 54, 0]


def test_a_count_without_bounds_is_as_it_stands_and_an_unknown_one_unknown():
    facts = pd.DataFrame(
        {"count": [7.0, NAN], "lower": [7.0, 1.0], "upper": NAN}, index=["x", "y"]
    )
    with pytest.warns(GrensgeoWarning, match="is a lower bound"):
        found = model_spread(within(60), TIMES, facts)
    assert found.table.loc["a"].tolist() == [7, 7, 7, 0]
    assert found.runs == 1


def test_several_times_with_every_set_of_counts():
    slow = TIMES.assign(travel_time_min=TIMES["travel_time_min"] * 1.2)
    found = model_spread(within(30), [TIMES, slow], JOBS)
    assert found.runs == 6
    assert found.table.loc["b"].tolist() == [106, 3, 109, 0]
    assert found.provenance.notes[1] == "Travel times: 2 different sets."


def timetable_times():
    ids, off = np.array(["a"], dtype=object), np.zeros(1, dtype=np.uint8)
    layers = np.array([[[20.0]], [[25.0]], [[40.0]]], dtype=np.float32)
    trip = Trip("transit", departure="2026-03-10T07:30", window_min=60, percentiles=(25, 75))
    return TravelTimes(
        ids, np.array(["x"], dtype=object), layers[1], off, off, trip,
        percentiles=(25, 50, 75), percentile_minutes=layers,
        provenance=gg.Provenance(notes=("a network",)),
    )  # fmt: skip


def test_the_percentiles_of_a_window_are_runs():
    found = model_spread(gg.measures.nearest, timetable_times(), pd.Series({"x": 1.0}))
    assert found.table.loc["a"].tolist() == [25, 20, 40, 0]
    assert found.provenance.notes[0] == "a network"
    assert "percentiles 25, 50, 75 of the moments" in found.provenance.notes[2]


def test_runs_without_a_value_are_told():
    late = replace(timetable_times(), percentile_minutes=np.full((3, 1, 1), NAN, np.float32))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        found = model_spread(gg.measures.nearest, late, pd.Series({"x": 1.0}))
    told = [str(one.message) for one in caught]
    assert "1 of 1 origins are null (a)" in told[0]
    assert told[1].startswith("in some runs there is no value for a (column missing says in")
    assert found.table.loc["a"].tolist() == [25, 25, 25, 2]


def test_what_the_measure_says_is_said_once():
    lost = frame([("a", "x", 10.0), ("b", "x", None)])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        found = model_spread(within(30), [lost, lost], JOBS.loc[["x"]])
    assert len(caught) == 1
    assert found.table.loc["b", ["value", "lower", "upper"]].isna().all()
    assert found.table.loc["b", "missing"] == 2


def test_what_a_library_says_in_a_measure_has_a_code_of_ours():
    def measure(times, jobs):
        warnings.warn("a mean of nothing", RuntimeWarning, stacklevel=1)
        return within(30)(times, jobs)

    with pytest.warns(GrensgeoWarning, match="a mean of nothing") as caught:
        found = model_spread(measure, TIMES, JOBS)
    assert [one.message.code for one in caught] == ["measure-warns"]
    assert found.table.loc["b"].tolist() == [106, 103, 109, 0]


def test_a_border_effect_does_not_rise_with_counts_so_it_is_drawn():
    countries = pd.Series({"a": "NL", "b": "DE", "x": "NL", "y": "DE"})

    def effect(times, jobs):
        table = gg.border_effect(times, jobs, cutoff_min=60, countries=countries)
        return table.set_index("id")["border_effect"]

    both = pd.DataFrame({"count": [5.0, 5.0], "lower": 1.0, "upper": 9.0}, index=["x", "y"])
    assert model_spread(effect, TIMES, both).table.loc["a"].tolist() == [1, 1, 1, 0]
    found = model_spread(effect, TIMES, both, draws=40, seed=3)
    low, high = found.table.loc["a", ["lower", "upper"]]
    assert 1 / 9 <= low < 0.6
    assert 2 < high <= 9
    again = model_spread(effect, TIMES, both, draws=40, seed=3)
    pd.testing.assert_frame_equal(found.table, again.table)
    other = model_spread(effect, TIMES, both, draws=40, seed=4)
    assert not found.table.equals(other.table)
    assert Note("spread.draws", draws=40, seed="3") in found.provenance.told()
    # drawn together, both move alike and the ratio stays
    one = model_spread(
        effect, TIMES, both, draws=40, seed=3, together=pd.Series({"x": "m", "y": "m"})
    )
    assert one.table.loc["a", ["lower", "upper"]].tolist() == pytest.approx([1, 1])


def test_a_measure_of_one_number():
    def inequality(times, jobs):
        access = gg.cumulative(times, jobs, cutoff_min=30)
        return gg.gini(access, population=pd.Series({"a": 1, "b": 1}))

    found = model_spread(inequality, TIMES, JOBS)
    assert found.table.index.tolist() == ["all"]
    assert found.table.loc["all", "lower"] < found.table.loc["all", "value"]


@settings(max_examples=examples(40))
@given(worlds(), st.integers(0, 2**32), st.data())
@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_law_the_value_lies_between_the_bounds_and_draws_within_those_of_the_ends(
    world, seed, data
):
    table, counts = world
    width = data.draw(st.floats(0, 50))
    facts = pd.DataFrame(
        {"count": counts, "lower": (counts - width).clip(lower=0), "upper": counts + width}
    )
    ends = model_spread(within(30), [table_frame(table)], facts).table
    more = model_spread(within(30), [table_frame(table)], facts, draws=3, seed=seed).table
    known = ends["value"].notna()
    assert (ends["lower"] <= ends["value"])[known].all()
    assert (ends["value"] <= ends["upper"])[known].all()
    np.testing.assert_allclose(more["lower"], ends["lower"], rtol=1e-12)
    np.testing.assert_allclose(more["upper"], ends["upper"], rtol=1e-12)


def table_frame(times):
    rows = [
        (origin, to, None if np.isnan(times.minutes[i, j]) else float(times.minutes[i, j]))
        for i, origin in enumerate(times.from_id)
        for j, to in enumerate(times.to_id)
    ]
    return frame(rows)


def test_faults():
    with pytest.raises(InputError, match="times: none given"):
        model_spread(within(30), [], JOBS)
    with pytest.raises(InputError, match="columns lower are missing"):
        model_spread(within(30), TIMES, JOBS[["count", "upper"]])
    with pytest.raises(InputError, match="bounds that cross at x"):
        model_spread(within(30), TIMES, JOBS.assign(upper=[99.0, 9.0]))
    with pytest.raises(InputError, match="have no bounds"):
        model_spread(within(30), TIMES, JOBS["upper"], draws=2)
    with pytest.raises(InputError, match="draws=-1; give a whole number"):
        model_spread(within(30), TIMES, JOBS, draws=-1)
    with pytest.raises(InputError, match="together: nothing for y"):
        model_spread(within(30), TIMES, JOBS, draws=1, together=pd.Series({"x": "m"}))
    with pytest.raises(InputError, match="measure: gave DataFrame, expected a Series"):
        model_spread(lambda *_: TIMES, TIMES, JOBS)
    other = frame([*TIMES.itertuples(index=False), ("c", "x", 3.0)])
    with pytest.raises(InputError, match="gave other ids in another run: c"):
        model_spread(within(30), [TIMES, other], JOBS["upper"])
    with pytest.raises(InputError, match="measure: duplicate ids a"):
        model_spread(lambda *_: pd.Series([1, 2], index=["a", "a"]), TIMES, JOBS["upper"])


def test_from_a_hidden_figure_of_a_publisher_to_the_spread_of_reach():
    facts = pd.DataFrame(
        {
            "region_code": ["GM0153", "05554020"],
            "count": [80.0, NAN],
            "lower": [80.0, 1.0],
            "upper": [80.0, 3.0],
        }
    )
    cells = pd.DataFrame(
        {
            "cell_id": ["e1", "e2", "g1", "g2"],
            "region_code": ["GM0153", "GM0153", "05554020", "05554020"],
            "population": [3, 1, 1, 1],
        }
    )
    jobs = gg.region.spread(intervals(facts, by="region_code"), cells)
    assert jobs.loc["g1"].tolist()[1:] == [0.5, 1.5]
    times = frame(
        [("home", "e1", 5.0), ("home", "e2", 60.0), ("home", "g1", 9.0), ("home", "g2", 9.5)]
    )
    found = model_spread(within(30), times, jobs)
    assert found.table.loc["home"].tolist() == [62, 61, 63, 0]


# --- speeds


def street():
    return draw(
        {"A": (0, 0), "B": (1000, 0), "C": (3000, 0)},
        [
            {"ends": "AB", "highway": "residential"},
            {"ends": "BC", "highway": "motorway", "maxspeed_kmh": 100},
        ],
    )


def test_one_factor_for_each_mode_and_class():
    network = street()
    usual = {mode: network.durations_s(mode)[0] for mode in ("car", "bicycle")}
    drawn = draw_speeds(network, {"car": {"residential": 0.2}, "bicycle": 0.1}, draws=50, seed=7)
    factors = np.array([usual["car"] / other.durations_s("car")[0] for other in drawn])
    assert (factors[:, 1] == 1).all()  # motorways were not named
    assert 0.8 < factors[:, 0].min() < 0.85
    assert 1.15 < factors[:, 0].max() < 1.2
    cycling = np.array([usual["bicycle"] / other.durations_s("bicycle")[0] for other in drawn])
    assert (np.abs(cycling[:, 0] - 1) < 0.1).all()
    assert all(other.streets is network.streets for other in drawn)
    assert drawn[1].provenance.notes[-1] == (
        "Speeds assumed otherwise, draw 2 of 50 with seed 7: a factor for each mode and street "
        "class, drawn evenly between 1 - h and 1 + h (h: car residential 0.2, bicycle 0.1)."
    )


def test_a_draw_depends_on_the_seed_alone():
    network = street()
    wide = draw_speeds(network, {"car": 0.3}, draws=4, seed=1)
    narrow = draw_speeds(network, {"walk": 0.1, "car": 0.15}, draws=2, seed=1)
    for one, other in zip(wide, narrow, strict=False):
        first = 1 / one.durations_s("car")[0]
        second = 1 / other.durations_s("car")[0]
        usual = 1 / network.durations_s("car")[0]
        np.testing.assert_allclose(first / usual - 1, 2 * (second / usual - 1), rtol=1e-9)
    elsewhere = draw_speeds(network, {"car": 0.3}, draws=1, seed=2)[0]
    assert (elsewhere.durations_s("car")[0] != wide[0].durations_s("car")[0]).all()


def test_what_a_scenario_changed_is_multiplied():
    network = street()
    change = SpeedChange(np.array([NAN, 50.0]), np.array([0.5, 1.0]))
    slowed = replace(network, speed_changes={"car": change})
    factor = draw_speeds(network, {"car": 0.2}, draws=1, seed=0)[0].speed_changes["car"].factor
    drawn = draw_speeds(slowed, {"car": 0.2}, draws=1, seed=0)[0]
    np.testing.assert_allclose(
        drawn.durations_s("car")[0], slowed.durations_s("car")[0] / factor, rtol=1e-12
    )


def test_from_drawn_speeds_to_a_spread():
    network = street()
    places = pd.DataFrame({"id": ["a", "c"], "lon": [7.0, 7.044], "lat": [52.2, 52.2]})
    networks = (network, *draw_speeds(network, {"bicycle": 0.1}, draws=5, seed=1))
    trip = gg.Trip("walk", max_snap_m=2500)
    same = [gg.travel_times(one, places, places, trip) for one in networks]
    jobs = pd.Series({"a": 1.0, "c": 1.0})
    found = model_spread(lambda t, o: gg.measures.nearest(t, o, k=2), same, jobs)
    assert found.table["lower"].equals(found.table["upper"])  # nobody walks faster for bicycles
    cars = draw_speeds(network, {"car": 0.1}, draws=5, seed=1)
    trip = gg.Trip("car", max_snap_m=2500, park_min=0)
    times = [gg.travel_times(one, places, places, trip) for one in (network, *cars)]
    found = model_spread(lambda t, o: gg.measures.nearest(t, o, k=2), times, jobs)
    row = found.table.loc["a"]
    assert row["lower"] < row["value"] < row["upper"]
    assert row["upper"] < row["value"] / 0.89
    assert sum("with seed 1" in note for note in found.provenance.notes) == 5


@pytest.mark.parametrize(
    ("widths", "fault"),
    [
        ({}, "none given"),
        ({"plane": 0.1}, "mode 'plane'"),
        ({"car": {"runway": 0.1}}, "street class 'runway'"),
        ({"car": 0.0}, r"car 0\.0"),
        ({"car": {"motorway": 1.5}}, r"car 1\.5"),
    ],
)
def test_widths_that_cannot_be(widths, fault):
    assert "runway" not in HIGHWAYS
    with pytest.raises(InputError, match=fault):
        draw_speeds(street(), widths, draws=1, seed=0)


@pytest.mark.parametrize(("draws", "seed"), [(0, 1), (-1, 1), (1.5, 1), (1, -1), (True, 0)])
def test_draws_and_seed_are_whole(draws, seed):
    with pytest.raises(InputError):
        draw_speeds(street(), {"car": 0.1}, draws=draws, seed=seed)
