import numpy as np
import pandas as pd
import pytest
from examples import examples
from hypothesis import given, settings
from matrices import JOBS, TWO, frame, times, worlds

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.measures import cumulative, cumulative_interval, decay, gravity
from grensgeo.measures import matrix as dense
from grensgeo.measures.cutoffs import count_within

NAN = np.nan


def test_the_interval_by_hand():
    # Cutoffs 13 to 17: a reaches x always, and y from 15 on.
    table = times(TWO)
    mean = cumulative_interval(table, JOBS, interval_min=(13, 17), summary="mean")
    assert mean.to_dict() == {"a": (2 * 100 + 3 * 140) / 5, "b": (2 * 40 + 3 * 140) / 5}
    median = cumulative_interval(table, JOBS, interval_min=(13, 17))
    assert median.to_dict() == {"a": 140.0, "b": 140.0}
    early = cumulative_interval(table, JOBS, interval_min=(11, 15), increment_min=2)
    assert early.to_dict() == {"a": 100.0, "b": 40.0}


def test_the_last_cutoff_belongs_to_the_interval():
    result = cumulative_interval(
        times(TWO), JOBS, interval_min=(14.7, 15), increment_min=0.1, summary="mean"
    )
    assert result["a"] == pytest.approx((3 * 100 + 140) / 4)


def test_passive_accessibility_is_seen_from_the_jobs():
    people = pd.Series({"a": 7.0, "b": 5.0}, name="people")
    result = cumulative(times([[5, 15], [30, 5]]), people, cutoff_min=20, active=False)
    assert result.to_dict() == {"x": 7.0, "y": 12.0}
    assert (result.index.name, result.name) == ("to_id", "people")


def test_passive_accessibility_of_a_place_off_the_network_is_null():
    people = pd.Series({"a": 7.0, "b": 5.0}, name="people")
    table = times([[5, NAN], [30, NAN]], to_status=[0, 1], from_status=[0, 1])
    with pytest.warns(GrensgeoWarning, match=r"1 of 2 destinations have no result \(y\)") as told:
        result = cumulative(table, people, cutoff_min=20, active=False)
    assert "1 of 2 origins were not snapped" in str(told[0].message)
    assert result["x"] == 7.0
    assert np.isnan(result["y"])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"interval_min": (30, 30)}, "give the first and a later last cutoff"),
        ({"interval_min": (30, 20)}, "give the first and a later last cutoff"),
        ({"interval_min": (-1, 20)}, "give the first and a later last cutoff"),
        ({"interval_min": (10, 20), "increment_min": 0}, "a step above zero"),
        ({"interval_min": (10, 20), "increment_min": float("inf")}, "a step above zero"),
        ({"interval_min": (10, float("inf"))}, "give the first and a later last cutoff"),
        ({"interval_min": (10, 20), "summary": "mode"}, "choose median or mean"),
    ],
)
def test_intervals_that_cannot_be_are_refused(options, message):
    with pytest.raises(InputError, match=message):
        cumulative_interval(times(TWO), JOBS, **options)


def test_an_interval_may_begin_at_nothing_and_end_between_two_steps():
    begun = cumulative_interval(times(TWO), JOBS, interval_min=(0, 10), summary="mean")
    assert begun["a"] == pytest.approx(100 * 6 / 11)
    steps = cumulative_interval(
        times(TWO), JOBS, interval_min=(4, 15), increment_min=4, summary="mean"
    )
    assert steps["a"] == pytest.approx((0 + 100 + 100) / 3)
    last = cumulative_interval(
        times(TWO), JOBS, interval_min=(14.7, 15), increment_min=0.1, summary="mean"
    )
    assert last["a"] == pytest.approx((3 * 100 + 140) / 4)


def test_unknown_figures_are_told_of_the_last_cutoff():
    unknown = pd.Series({"x": 100.0, "y": NAN}, name="jobs")
    with pytest.warns(GrensgeoWarning, match="jobs: the figure of 1 destinations in DE"):
        result = cumulative_interval(times(TWO), unknown, interval_min=(4, 16))
    assert result["a"] == 100.0
    assert np.isnan(result["b"])


@settings(max_examples=examples(30))
@given(worlds())
def test_law_the_mean_over_an_interval_is_a_stepped_gravity(world):
    table, counts = world
    mean = cumulative_interval(table, counts, interval_min=(10, 13), summary="mean")
    steps = decay.stepped([10, 11, 12, 13], [0.75, 0.5, 0.25, 0], closed="right")
    np.testing.assert_allclose(mean, gravity(table, counts, decay=steps), rtol=1e-9)


@settings(max_examples=examples(30))
@given(worlds())
def test_law_passive_is_active_on_the_turned_table(world):
    table, _ = world
    people = pd.Series(np.arange(len(table.from_id)) + 1.0, index=table.from_id)
    rows = [
        (d, o, minutes)
        for o, line in zip(table.from_id, table.minutes, strict=True)
        for d, minutes in zip(table.to_id, line, strict=True)
    ]
    turned = frame(rows).assign(
        reason=lambda t: t["travel_time_min"].isna().map({True: "unreached", False: None})
    )
    passive = cumulative(table, people, cutoff_min=30, active=False)
    active = cumulative(turned, people, cutoff_min=30)
    np.testing.assert_array_equal(passive, active.loc[passive.index])


def test_what_lies_within_is_counted_without_a_word():
    matrix = dense.as_matrix(times(TWO))
    counts = np.array([100.0, 40.0])
    assert count_within(matrix, counts, 14.9).tolist() == [100.0, 40.0]
    assert count_within(matrix, counts, 15).tolist() == [140.0, 140.0]
