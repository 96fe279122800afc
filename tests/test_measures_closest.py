import warnings
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from matrices import JOBS, TWO, Mode, times, worlds

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.measures import cumulative, dual, nearest

NAN = np.nan


def test_nearest_by_hand():
    table = times([[5, 15, 9], [15, 5, 1]], to_id="xyz", to_country="NDD")
    schools = pd.Series({"x": 2, "y": 1, "z": 0}, name="schools")
    first = nearest(table, schools)
    assert first.to_dict() == {"a": 5.0, "b": 5.0}
    assert first.name == "travel_time_min"
    assert nearest(table, schools, k=2).to_dict() == {"a": 15.0, "b": 15.0}
    with pytest.warns(GrensgeoWarning, match=r"2 of 2 origins are null \(a, b\): not 3 places"):
        assert nearest(table, schools, k=3).isna().all()


def test_dual_by_hand():
    table = times([[5, 15, 9], [15, 5, 1]], to_id="xyz", to_country="NDD")
    held = pd.Series({"x": 100, "y": 40, "z": 10}, name="jobs")
    assert dual(table, held, n=100).to_dict() == {"a": 5.0, "b": 15.0}
    assert dual(table, held, n=105).to_dict() == {"a": 9.0, "b": 15.0}
    assert dual(table, held, n=150).to_dict() == {"a": 15.0, "b": 15.0}
    with pytest.warns(GrensgeoWarning, match="not 151 jobs in reach"):
        assert dual(table, held, n=151).isna().all()


def test_passive_time_to_the_nearest_people():
    people = pd.Series({"a": 0, "b": 5})
    assert nearest(times([[5, 15], [30, 7]]), people, active=False).to_dict() == {
        "x": 30.0,
        "y": 7.0,
    }


def test_unknown_figures_nearer_by_make_an_upper_bound():
    unknown = pd.Series({"x": NAN, "y": 40.0}, name="jobs")
    with pytest.warns(GrensgeoWarning, match="the result of 1 origins that have them nearer by"):
        assert nearest(times(TWO), unknown).to_dict() == {"a": 15.0, "b": 5.0}
    with pytest.warns(GrensgeoWarning, match="the result of 1 origins .* upper bound or null"):
        assert dual(times([[5, NAN]], from_id="a", from_country="N"), unknown, n=1).isna().all()


def test_an_origin_that_was_not_snapped_is_null():
    table = times([[NAN, NAN], [15, 5]], from_status=[1, 0])
    with pytest.warns(GrensgeoWarning, match=r"1 of 2 origins have no result \(a\)"):
        assert nearest(table, JOBS).isna().tolist() == [True, False]


@pytest.mark.parametrize("k", [0, -1, 1.5, True, NAN, np.inf, "2", None])
def test_k_is_a_whole_number(k):
    with pytest.raises(InputError, match="whole number of at least 1"):
        nearest(times(TWO), JOBS, k=k)


@pytest.mark.parametrize("k", [2.0, np.int64(2), np.float32(2)])
def test_a_whole_number_of_any_kind_will_do(k):
    assert nearest(times(TWO), JOBS, k=k).to_dict() == {"a": 15.0, "b": 15.0}


def test_times_that_end_are_told_of_where_nothing_is_near():
    short = replace(times([[NAN, NAN], [15, 5]]), trip=Mode(max_min=30))
    with pytest.warns(
        GrensgeoWarning, match=r"\(a\): not 1 places .* \(times end at max_min=30\)"
    ):
        nearest(short, JOBS)


def test_origins_are_as_near_in_a_block_as_alone():
    rng = np.random.default_rng(5)
    minutes = rng.integers(0, 30, (40, 5)).astype(float)
    minutes[rng.random(minutes.shape) < 0.2] = NAN
    minutes[:17] = NAN  # a whole block that reaches nothing
    minutes[20] = 0
    counts = np.array([3.0, 1.0, 0.0, 2.0, 5.0])
    names = [f"d{k}" for k in range(5)]
    table = pd.DataFrame(
        [(f"o{i:02}", d, minutes[i, j]) for i in range(40) for j, d in enumerate(names)],
        columns=["from_id", "to_id", "travel_time_min"],
    ).assign(reason=lambda t: t["travel_time_min"].isna().map({True: "unreached", False: None}))
    with pytest.warns(GrensgeoWarning, match="origins are null"):
        found = dual(table, pd.Series(counts, index=names), n=6)
    for row, time in zip(minutes, found, strict=True):
        within = [counts[row <= t].sum() >= 6 for t in range(30)]
        assert (np.isnan(time) and not any(within)) or within.index(True) == time


@pytest.mark.parametrize("wanted", [1, 40, 600, 5_000, 9_000, 20_000])
def test_times_that_lie_closer_together_than_classes_are_put_in_order(wanted):
    # nearly all of 300 places lie within four minutes, and one at 500: all but it are in five classes
    rng = np.random.default_rng(wanted)
    minutes = rng.uniform(0, 4, (40, 300)).astype(np.float32)
    minutes[rng.random(minutes.shape) < 0.1] = NAN
    minutes[:, 7], minutes[3] = 500, NAN
    held = rng.integers(0, 100, 300).astype(float)
    table = times(minutes, from_id=[f"o{k}" for k in range(40)],
                  to_id=[f"d{k}" for k in range(300)], from_country="N" * 40,
                  to_country="N" * 300)  # fmt: skip
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        found = dual(table, pd.Series(held, index=table.to_id), n=wanted)
    for origin, row in zip(table.from_id, minutes, strict=True):
        order = np.argsort(row, kind="stable")[: int((~np.isnan(row)).sum())]
        enough = np.flatnonzero(np.cumsum(held[order]) >= wanted)
        expected = row[order[enough[0]]] if len(enough) else NAN
        np.testing.assert_array_equal(found[origin], expected)


def test_where_everything_is_here_it_takes_no_time():
    assert dual(times([[0, 0], [0, 0]]), JOBS, n=140).tolist() == [0.0, 0.0]


@pytest.mark.parametrize("n", [0, -5, NAN, np.inf])
def test_n_is_above_zero(n):
    with pytest.raises(InputError, match="above zero"):
        dual(times(TWO), JOBS, n=n)


@settings(max_examples=examples(60))
@given(worlds(), st.floats(1, 1e6))
@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_law_dual_is_the_smallest_cutoff_that_is_enough(world, n):
    table, counts = world
    found = dual(table, counts, n=n)
    for origin, minutes in found.items():
        if np.isnan(minutes):
            assert cumulative(table, counts, cutoff_min=1000)[origin] < n * (1 + 1e-9)
            continue
        assert cumulative(table, counts, cutoff_min=minutes)[origin] >= n * (1 - 1e-9)
        if minutes > 0:
            assert cumulative(table, counts, cutoff_min=minutes - 0.5)[origin] < n


@settings(max_examples=examples(40))
@given(worlds())
@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_law_the_next_place_is_no_nearer_and_the_nearest_is_the_time_to_any(world):
    table, counts = world
    ones = (counts > 0).astype(float)
    first, second = nearest(table, counts), nearest(table, counts, k=2)
    assert not (second < first).any()
    pd.testing.assert_series_equal(first, dual(table, ones, n=1))
    pd.testing.assert_series_equal(second, dual(table, ones, n=2))
