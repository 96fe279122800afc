import pandas as pd
import pytest
from matrices import JOBS, TWO, times

from grensgeo import measures as accessibility
from grensgeo.errors import InputError
from grensgeo.measures import MEASURES, by_name, decay
from grensgeo.measures.byname import by_name_at
from grensgeo.measures.reach_inputs import ReachInputs
from grensgeo.provenance import Provenance

PEOPLE = pd.Series({"a": 10.0, "b": 20.0})
PLACES = pd.DataFrame(
    {"lon": [6.9, 7.6, 6.9, 7.6], "lat": [52.2, 51.96, 52.2, 51.96]}, index=list("abxy")
)
OPTIONS = {
    "cutoff_min": 20.0,
    "interval_min": (10.0, 20.0),
    "decay": decay.exponential(0.1),
    "demand": PEOPLE,
    "n": 50.0,
    "rate": 0.1,
    "places": PLACES,
}


@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_is_known_by_its_name(measure):
    options = {name: OPTIONS[name] for name in MEASURES[measure].needs}
    table = by_name(measure, times(TWO), {"jobs": JOBS, "more": JOBS * 2}, options=options)
    assert table["id"].tolist() == ["a", "b", "a", "b"]
    assert list(table) == ["id", "measure", "opportunity", "cutoff_min", "decay", "value"]
    assert table["value"].notna().all()
    if hasattr(accessibility, measure):
        own = getattr(accessibility, measure)(times(TWO), JOBS, **options)
        assert table["value"].tolist()[:2] == own.tolist()


def test_cutoff_and_decay_stand_in_the_table():
    one = by_name("cumulative", times(TWO), {"jobs": JOBS}, options={"cutoff_min": 20.0})
    assert one["cutoff_min"].tolist() == [20.0, 20.0]
    assert one["decay"].isna().all()
    other = by_name(
        "gravity", times(TWO), {"jobs": JOBS}, options={"decay": decay.exponential(0.1)}
    )
    assert other["cutoff_min"].isna().all()
    assert other["decay"].tolist() == ["exponential:rate=0.1"] * 2


def test_passive():
    table = by_name(
        "cumulative", times(TWO), {"people": PEOPLE}, options={"cutoff_min": 20.0}, active=False
    )
    assert table["id"].tolist() == ["x", "y"]


@pytest.mark.parametrize(
    ("measure", "options", "message"),
    [
        ("hansen", {}, "measure 'hansen' is not known; choose cumulative, cumulative_interval"),
        ("gravity", {}, "measure gravity needs decay"),
        ("nearest", {"n": 5}, "measure nearest does not take n"),
        ("2sfca", {"demand": PEOPLE}, "measure 2sfca needs decay"),
    ],
)
def test_options_that_do_not_fit_are_refused(measure, options, message):
    with pytest.raises(InputError, match=message):
        by_name(measure, times(TWO), {"jobs": JOBS}, options=options)
    with pytest.raises(InputError, match="opportunities: none given"):
        by_name("nearest", times(TWO), {}, options={})


def test_each_cutoff_is_as_it_is_alone_and_demand_is_no_opportunity():
    places = pd.DataFrame({"people": [10.0, 5.0]}, index=["a", "b"])
    times = pd.DataFrame(
        {"from_id": ["a", "b"], "to_id": ["b", "b"], "travel_time_min": [20.0, 0.0]}
    )
    counts = {"jobs": pd.Series({"b": 30.0}), "people": places["people"]}
    inputs = ReachInputs(times, counts, pd.Series(dtype=object), Provenance(), (places,))
    table = by_name_at("cumulative", inputs, cutoffs_min=(30, 10, 30), options={})
    jobs = table[table["opportunity"] == "jobs"]
    assert jobs[["id", "cutoff_min", "value"]].to_numpy().tolist() == [
        ["a", 10, 0], ["b", 10, 30], ["a", 30, 30], ["b", 30, 30],
    ]  # fmt: skip
    shared = by_name_at(
        "2sfca", inputs, cutoffs_min=(), options={"decay": decay.step(30)}, demand="people"
    )
    assert shared["opportunity"].unique().tolist() == ["jobs"]
    assert shared["value"].tolist() == [2.0, 2.0]  # 30 jobs for 15 people
    with pytest.raises(InputError, match="--demand none: no such column; there are people"):
        by_name_at("2sfca", inputs, cutoffs_min=(), options={}, demand="none")
    with pytest.raises(InputError, match="give --cutoffs FIRST LAST"):
        by_name_at("cumulative_interval", inputs, cutoffs_min=(30,), options={})


def test_of_an_interval_and_of_performance_the_table_is_that_of_the_measure():
    times = pd.DataFrame(
        {"from_id": ["a", "a", "b", "b"], "to_id": list("xyxy"),
         "travel_time_min": [5.0, 15.0, 25.0, 5.0]}
    )  # fmt: skip
    counts = {"jobs": pd.Series({"x": 30.0, "y": 10.0}), "more": pd.Series({"x": 1.0, "y": 2.0})}
    inputs = ReachInputs(times, counts, pd.Series(dtype=object), Provenance(), (PLACES,))
    table = by_name_at("cumulative_interval", inputs, cutoffs_min=(20, 10), options={})
    assert table.index.tolist() == [0, 1, 2, 3]
    assert table["value"].tolist() == [40.0, 10.0, 3.0, 2.0]
    with pytest.raises(InputError, match="give --cutoffs FIRST LAST"):
        by_name_at("cumulative_interval", inputs, cutoffs_min=(10, 20, 30), options={})
    late = by_name_at("cumulative", inputs, cutoffs_min=(10, 30), options={})
    assert late.index.tolist() == list(range(8))
    passive = by_name_at("cumulative", ReachInputs(
        times, {"people": PEOPLE}, pd.Series(dtype=object), Provenance(), (PLACES,)
    ), cutoffs_min=(10,), options={}, active=False)  # fmt: skip
    assert passive["id"].tolist() == ["x", "y"]
    performance = by_name_at("transport_performance", inputs, cutoffs_min=(30,), options={})
    own = accessibility.transport_performance(times, counts["jobs"], cutoff_min=30, places=PLACES)
    assert performance["value"].tolist()[:2] == own.tolist()
    second = by_name("nearest", times, {"jobs": counts["jobs"]}, options={"k": 2})
    assert second["value"].tolist() == [15.0, 25.0]
