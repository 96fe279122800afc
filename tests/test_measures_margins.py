"""Between what reach lies where counts are known between bounds only."""

import numpy as np
import pandas as pd
import pytest

import grensgeo as gg
from grensgeo.errors import InputError

TIMES = pd.DataFrame(
    [("a", "a", 0.0), ("a", "b", 10.0), ("a", "c", 20.0), ("b", "b", 0.0), ("b", "c", 10.0)],
    columns=["from_id", "to_id", "travel_time_min"],
)
SIDES = pd.Series({"a": "NL", "b": "DE", "c": "NL"})
JOBS = pd.Series({"a": 100.0, "b": 200.0, "c": 40.0})
BOUNDS = {"jobs": (pd.Series({"a": 90.0, "b": 100.0, "c": 40.0}), JOBS * 1.5)}
COLUMNS = ["closed_lower", "closed_upper", "open_lower", "open_upper"]


def test_bounds_add_up_as_counts_do():
    shops = pd.Series({"a": 1.0, "b": 2.0, "c": 4.0})
    table = gg.reach(
        TIMES, {"shops": shops, "jobs": JOBS}, cutoffs_min=[10, 20], countries=SIDES, bounds=BOUNDS
    )
    rows = table.drop_duplicates(["id", "cutoff_min", "opportunity"])
    rows = rows.set_index(["opportunity", "id", "cutoff_min"])[COLUMNS].sort_index()
    assert rows.loc["jobs", "a"].to_numpy().tolist() == [
        [90, 150, 190, 450], [130, 210, 230, 510],
    ]  # fmt: skip
    assert rows.loc["jobs", "b"].iloc[0].tolist() == [100, 300, 140, 360]
    assert rows.loc["shops"].isna().all(axis=None)
    plain = gg.reach(TIMES, {"jobs": JOBS}, cutoffs_min=[10, 20], countries=SIDES)
    assert not set(COLUMNS) & set(plain)


def test_the_mean_inhabitant_has_the_mean_of_the_bounds():
    table = gg.reach(TIMES, {"jobs": JOBS}, cutoffs_min=[10], countries=SIDES, bounds=BOUNDS)
    people, groups = pd.Series({"a": 3, "b": 1}), pd.Series({"a": "x", "b": "y"})
    one = gg.measures.combine(table, weights=people, groups=groups)
    assert one.drop_duplicates("id")[COLUMNS].to_numpy().tolist() == [
        [90, 150, 190, 450], [100, 300, 140, 360],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("bounds", "code"),
    [
        ({"jobs": (JOBS + 1, JOBS + 2)}, "bounds-crossed"),
        ({"jobs": (JOBS - 2, JOBS - 1)}, "bounds-crossed"),
        ({"schools": (JOBS, JOBS)}, "choice-unknown"),
    ],
)
def test_bounds_that_cannot_be(bounds, code):
    with pytest.raises(InputError) as caught:
        gg.reach(TIMES, {"jobs": JOBS}, cutoffs_min=[10], countries=SIDES, bounds=bounds)
    assert caught.value.code == code


def test_a_count_that_is_not_known_has_no_bounds():
    jobs = JOBS.copy()
    jobs["b"] = np.nan
    with pytest.warns(gg.GrensgeoWarning):
        table = gg.reach(TIMES, {"jobs": jobs}, cutoffs_min=[20], countries=SIDES,
                         bounds={"jobs": (jobs / 2, jobs)})  # fmt: skip
    of_b = table[table["id"] == "b"].iloc[0]
    assert np.isnan(of_b["closed_lower"])
    assert table[table["id"] == "a"]["closed_upper"].iloc[0] == 140
