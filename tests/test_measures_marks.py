"""What a figure of reach says beside itself, by hand and as laws."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matrices import JOBS, times
from reach_tables import by_columns, by_rows

from grensgeo import measures
from grensgeo.errors import InputError
from grensgeo.measures import combine

NAN = np.nan


def reach(*given, **options):
    return by_columns(measures.reach(*given, **options))


FLAGS = pd.Series({"x": False, "y": True})


@dataclass(frozen=True, eq=False)
class Ridden:
    """Times by timetable: those of tests/matrices.py, and how many vehicles one rides in."""

    of: object
    rides: np.ndarray

    def __getattr__(self, name):
        return getattr(self.of, name)


def ridden(minutes, rides, **more):
    return Ridden(times(minutes, **more), np.array(rides, dtype=np.uint8))


def test_the_share_without_a_ride_by_hand():
    # a walks to x (100 jobs) in 5 minutes and rides to y (40 jobs); b rides to both
    table = reach(
        ridden([[5, 15], [30, 20]], [[0, 1], [1, 1]]), {"jobs": JOBS}, cutoffs_min=[10, 30]
    )
    share = table.set_index(["id", "cutoff_min"])["share_without_ride"]
    assert share["a", 10] == 1.0
    assert share["a", 30] == pytest.approx(100 / 140)
    assert np.isnan(share["b", 10])  # nothing is reached: no share
    assert share["b", 30] == 0.0


def test_unknown_figures_are_left_out_of_the_share():
    known_only = pd.Series({"x": NAN, "y": 40.0})
    with pytest.warns(match="no figure is known"):
        table = reach(
            ridden([[5, 15], [5, 5]], [[0, 1], [0, 0]]), {"jobs": known_only}, cutoffs_min=[20]
        )
    assert table["share_without_ride"].tolist() == [0.0, 1.0]
    assert table["open"].isna().all()


def test_times_by_street_have_no_share_and_tables_without_an_edge_no_flag():
    table = reach(times([[5, 15], [15, 5]]), {"jobs": JOBS}, cutoffs_min=[20])
    assert "share_without_ride" not in table
    assert "edge" not in table


def test_the_edge_is_told_by_origin_and_cutoff():
    table = reach(times([[5, 15], [15, 30]]), {"jobs": JOBS}, cutoffs_min=[10, 20], edge=FLAGS)
    assert table["edge"].tolist() == [False, True, False, False]


def test_an_origin_off_the_network_knows_no_edge():
    lost = times([[NAN, NAN], [15, 30]], from_status=[1, 0])
    with pytest.warns(match="not snapped"):
        table = reach(lost, {"jobs": JOBS}, cutoffs_min=[40], edge=FLAGS)
    assert pd.isna(table["edge"].iloc[0])
    assert table["edge"].iloc[1]


@pytest.mark.parametrize(
    ("flags", "message"),
    [(FLAGS.drop("y"), "no row for the destinations y"),
     (pd.concat([FLAGS, FLAGS]), "duplicate ids x")],
)  # fmt: skip
def test_flags_that_do_not_fit_are_refused(flags, message):
    with pytest.raises(InputError, match=message):
        reach(times([[5, 15], [15, 5]]), {"jobs": JOBS}, cutoffs_min=[10], edge=flags)


def test_a_municipality_has_the_share_of_its_mean_and_of_its_people():
    # a: 300 people, 140 jobs, 100 of them on foot; b: 100 people, 40 jobs, all of them by train
    table = reach(
        ridden([[5, 15], [NAN, 15]], [[0, 1], [0, 1]], from_country="NN"),
        {"jobs": JOBS}, cutoffs_min=[20], edge=pd.Series({"x": True, "y": False}),
    )  # fmt: skip
    people, groups = pd.Series({"a": 300, "b": 100}), pd.Series({"a": "G", "b": "G"})
    one = combine(by_rows(table), weights=people, groups=groups).iloc[0]
    assert one["share_without_ride"] == pytest.approx(3 * 100 / (3 * 140 + 40))
    assert one["edge_share"] == 0.75


def test_trips_by_street_stay_without_a_share_beside_those_by_timetable():
    by_train = reach(
        ridden([[5, 15], [15, 5]], [[0, 1], [1, 0]], from_country="NN"),
        {"jobs": JOBS},
        cutoffs_min=[20],
    )
    by_car = reach(times([[5, 15], [15, 5]], from_country="NN"), {"jobs": JOBS}, cutoffs_min=[20])
    both = pd.concat([by_train.assign(mode="transit"), by_car.assign(mode="car")])
    result = combine(
        by_rows(both), weights=pd.Series({"a": 1, "b": 1}), groups=pd.Series({"a": "G", "b": "G"})
    )
    share = result.drop_duplicates("mode").set_index("mode")["share_without_ride"]
    assert share["transit"] == pytest.approx(140 / 280)
    assert np.isnan(share["car"])


@given(st.lists(st.integers(0, 3), min_size=4, max_size=4), st.integers(1, 60))
def test_the_share_lies_between_none_and_all_and_no_ride_is_all(rides, cutoff):
    made = ridden([[5, 15], [40, 20]], np.reshape(rides, (2, 2)))
    table = reach(made, {"jobs": JOBS}, cutoffs_min=[cutoff])
    share = table["share_without_ride"].dropna()
    assert share.between(0, 1).all()
    none = replace(made, rides=np.zeros((2, 2), dtype=np.uint8))
    assert (
        reach(none, {"jobs": JOBS}, cutoffs_min=[cutoff])["share_without_ride"].dropna() == 1
    ).all()
