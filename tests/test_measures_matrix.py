import warnings
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import pytest
from examples import examples
from hypothesis import given, settings
from matrices import Mode, Passing, frame, times, worlds
from test_measures_marks import ridden

import grensgeo as gg
from grensgeo import measures
from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.measures import decay
from grensgeo.measures import matrix as dense

NAN = np.nan


def test_a_turned_matrix_is_seen_from_the_destinations():
    matrix = dense.as_matrix(times([[5, NAN, 7]], from_id="a", from_country="N", to_id="xyz",
                                   to_country="NDD", to_status=[0, 1, 0]))  # fmt: skip
    turned = matrix.turned()
    assert turned.from_id.tolist() == ["x", "y", "z"]
    assert turned.to_id.tolist() == ["a"]
    assert turned.from_known.tolist() == [True, False, True]
    assert (turned.rows, turned.columns, turned.index_name) == ("destinations", "origins", "to_id")
    assert turned.from_country.tolist() == ["NL", "DE", "DE"]
    again = turned.turned()
    assert again.index_name == "from_id"
    np.testing.assert_array_equal(again.minutes, matrix.minutes)


def test_without_reasons_a_destination_without_any_time_is_not_known():
    table = frame([("a", "x", 5.0), ("a", "y", None), ("b", "x", None)])
    turned = dense.as_matrix(table).turned()
    assert turned.from_known.tolist() == [True, False]
    assert turned.to_known.tolist() == [True, True]
    table["reason"] = [None, "unreached", "not_snapped"]
    told = dense.as_matrix(table).turned()
    assert told.from_known.tolist() == [True, True]
    assert told.to_known.tolist() == [True, False]


@pytest.mark.filterwarnings("ignore:no destination lies in NL:grensgeo.errors.GrensgeoWarning")
def test_a_matrix_is_taken_as_it_is_and_with_other_countries_checked():
    matrix = dense.as_matrix(frame([("a", "x", 5.0)]))
    assert dense.as_matrix(matrix) is matrix
    told = dense.as_matrix(matrix, countries={"a": "NL", "x": "DE"})
    assert (told.from_country.tolist(), told.to_country.tolist()) == (["NL"], ["DE"])
    jobs = {"jobs": pd.Series({"x": 7.0})}
    pd.testing.assert_frame_equal(
        gg.reach(told, jobs, cutoffs_min=[10]),
        gg.reach(matrix, jobs, cutoffs_min=[10], countries={"a": "NL", "x": "DE"}),
    )


@pytest.mark.parametrize("turned", [False, True])
def test_blocks_cover_every_row_once(turned, monkeypatch):
    monkeypatch.setattr("grensgeo.measures.matrix.sums._PAIRS", 7)
    matrix = dense.as_matrix(times(np.arange(20).reshape(5, 4), from_id="abcde", to_id="wxyz",
                                   from_country="NNNNN", to_country="NNDD"))  # fmt: skip
    if turned:
        matrix = matrix.turned()
    weigh = decay.exponential(0.1)
    whole = np.vstack([weights for _, weights in dense.blocks(matrix, weigh)])
    np.testing.assert_allclose(whole, weigh(matrix.minutes))


def summed(table, counts):
    """What is added up origin by origin."""
    return [
        measures.cumulative(table, counts, cutoff_min=25).tolist(),
        measures.gravity(table, counts, decay=decay.linear(40)).tolist(),
        gg.border_effect(table, counts, decay=decay.linear(40), resistance=5)["realised"].tolist(),
    ]


@pytest.mark.parametrize("pairs", [1, 5, 9, 2**18])
def test_whatever_comes_together_every_measure_is_the_same(pairs, monkeypatch):
    rng = np.random.default_rng(11)
    minutes = rng.uniform(0, 40, (7, 4)).astype(np.float32)
    minutes[rng.random(minutes.shape) < 0.2] = np.nan
    minutes[:, 0] = 3  # nobody is cut off
    ends = {"from_id": "abcdefg", "from_country": "NNNDDDB", "to_id": "wxyz", "to_country": "NNDB"}
    matrix = dense.as_matrix(times(minutes, **ends))
    counts = pd.Series([1.0, 10.0, 100.0, 1000.0], index=list("wxyz"))

    def measured(table):
        return [
            *summed(table, counts),
            measures.dual(table, counts, n=50).dropna().tolist(),
            measures.nearest(table, counts, k=2).dropna().tolist(),
        ]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        whole = measured(matrix)
        by_hand = np.where(minutes <= 25, counts.to_numpy(), 0.0).sum(axis=1)
        assert whole[0] == by_hand.tolist()
        monkeypatch.setattr("grensgeo.measures.matrix.sums._PAIRS", pairs)
        assert measured(matrix) == whole
        # those by the number of places look at all times at once, which are never held here
        streamed = replace(matrix, held=Passing(minutes, each=2))
        assert summed(streamed, counts) == whole[:3]


def test_cutoffs_are_answered_in_the_order_in_which_they_are_asked():
    table = times([[5, 15], [15, 5]])
    jobs = pd.Series({"x": 100.0, "y": 40.0})
    with pytest.raises(InputError, match=r"cutoffs 30.* compute them with max_min=30 or more"):
        measures.cumulative(replace(table, trip=Mode("car", 20.0)), jobs, cutoff_min=30)
    found = gg.reach(table, {"jobs": jobs}, cutoffs_min=[20, 5, 15])
    one = found[(found["id"] == "a") & (found["to_country"] == "NL")]
    assert one["open"].tolist() == [140.0, 100.0, 140.0]
    assert measures.cumulative(
        replace(table, trip=Mode("car", 20.0)), jobs, cutoff_min=20
    ).tolist() == [140.0, 140.0]  # fmt: skip


def test_a_column_of_objects_is_read_where_it_is_clear_what_it_says():
    table = times([[5, 15], [15, 5]])
    numbers = pd.Series({"x": 100, "y": None}, dtype=object)
    with pytest.warns(GrensgeoWarning, match="the figure of 1 destinations"):
        assert measures.cumulative(table, numbers, cutoff_min=30).tolist() == [100.0, 100.0]
    with pytest.raises(InputError, match=r"opportunities: .*1\.000"):
        measures.cumulative(
            table, pd.Series({"x": 100, "y": "1.000"}, dtype=object), cutoff_min=30
        )


@settings(max_examples=examples(40))
@given(worlds())
def test_law_weighed_by_a_step_is_reached_within_a_cutoff(world):
    table, counts = world
    matrix = dense.as_matrix(table)
    column = dense.counts_at(counts, matrix.to_id, name="jobs")[:, None].copy()
    column[::3] = NAN
    members = np.ones(column.shape, dtype=bool)
    total, unknown, *_ = dense.reached(matrix, column, members, cutoffs=[30])
    weighed, missing = dense.weighed(matrix, column, members, weigh=decay.step(30))
    np.testing.assert_allclose(weighed, total[0], rtol=1e-12)
    np.testing.assert_array_equal(missing, unknown[0])


def test_errors_name_the_side():
    matrix = dense.as_matrix(times([[5, 6]], from_id="a", from_country="N")).turned()
    with pytest.raises(ValueError, match="no row for the origins a"):
        dense.counts_at(pd.Series({"b": 1}), matrix.to_id, name="people", place=matrix.columns)
    with pytest.raises(ValueError, match="expected a Series by from_id, found dict"):
        dense.counts_at({"a": 1}, matrix.to_id, name="people", place=matrix.columns)


@pytest.mark.parametrize("cutoff", [45, 22.5, 30, 7.3])  # rounded up, up, down and down
def test_a_time_lies_within_a_cutoff_in_single_precision_where_it_does_in_double(cutoff):
    last, steps = dense.last_within(cutoff), [np.float32(cutoff)]
    for _ in range(16):
        steps.append(np.nextafter(steps[-1], np.float32(np.inf)))
    times = np.array(steps)
    within = times.astype(np.float64) <= last
    np.testing.assert_array_equal(times <= np.float32(last), within)
    # none is farther beyond than sums in single precision are from each other
    assert cutoff in times[within]
    assert (times[within].astype(float) <= cutoff * (1 + 4.6e-7)).all()
    table = pd.DataFrame({"from_id": "a", "to_id": [f"b{k}" for k in range(17)]})
    table["travel_time_min"] = times
    ones = pd.Series(1.0, index=table["to_id"])
    for column in (times, times.astype(float)):
        found = measures.cumulative(table.assign(travel_time_min=column), ones, cutoff_min=cutoff)
        assert found.tolist() == [within.sum()]


# --- what a matrix is read from


def ridden_matrix():
    minutes = np.array([[5, 15, 25], [15, np.nan, 35]], dtype=np.float32)
    ends = {"to_id": "xyz", "to_country": "NDB", "to_status": [0, 0, 1]}
    table = ridden(minutes, [[0, 1, 2], [3, 4, 5]], **ends)
    told = np.array([3, np.nan], dtype=np.float32)
    return dense.as_matrix(replace(table, of=replace(table.of, edge_min=told)))


def test_a_matrix_turned_twice_is_the_matrix():
    matrix = ridden_matrix()
    turned = matrix.turned()
    assert turned.shape == (3, 2)
    assert turned.by_timetable
    assert turned.edge_min is None  # which is of the origins
    assert turned.rides.tolist() == [[0, 3], [1, 4], [2, 5]]
    assert turned.from_country.tolist() == ["NL", "DE", "BE"]
    assert turned.to_country.tolist() == ["NL", "DE"]
    assert turned.from_known.tolist() == [True, True, False]
    assert turned.to_known.tolist() == [True, True]
    again = turned.turned()
    for name in ("from_id", "to_id", "minutes", "rides", "from_country", "from_known", "to_known"):
        np.testing.assert_array_equal(getattr(again, name), getattr(matrix, name))
    assert (again.rows, again.columns, again.index_name) == ("origins", "destinations", "from_id")


def test_without_reasons_who_has_no_time_is_not_known_from_either_side():
    table = frame([("a", "x", 5.0), ("a", "y", None), ("b", "x", 7.0), ("b", "y", None)])
    matrix = dense.as_matrix(table)
    assert matrix.turned().from_known.tolist() == [True, False]
    assert matrix.turned().to_known.tolist() == [True, True]


def test_reasons_tell_of_each_end_whether_it_is_known():
    rows = [("a", "x", 5.0, None), ("a", "y", None, "unreached"), ("a", "z", None, "not_snapped"),
            ("b", "x", None, "not_snapped"), ("b", "y", None, "not_snapped"),
            ("b", "z", None, "not_snapped"), ("c", "x", None, "unreached")]  # fmt: skip
    table = pd.DataFrame(rows, columns=["from_id", "to_id", "travel_time_min", "reason"])
    matrix = dense.as_matrix(table)
    assert matrix.from_known.tolist() == [True, False, True]
    assert matrix.to_known.tolist() == [True, True, False]
    assert np.isnan(matrix.minutes[2]).all()


def test_times_that_are_not_held_tell_of_themselves():
    matrix = replace(dense.as_matrix(times([[5, 15], [15, 5]])), held=Passing(None))
    assert matrix.by_timetable is False
    told = np.array([3, 4], dtype=np.float32)
    assert replace(matrix, edge_told=Mode("car")).edge_min is None
    asked = dataclass(type("Told", (), {"__annotations__": {"edge_min": object}}))(told)
    assert replace(matrix, edge_told=asked).edge_min is told


@pytest.mark.parametrize("longest", [0.0, 1.0, 43_200.0])
def test_times_up_to_a_month_are_times(longest):
    assert dense.as_matrix(times([[0, longest], [0, 0]])).minutes.max() == longest


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (43_201, "^times: minutes that are none .a to y: 43201"),
        (-0.5, "^times: negative or infinite minutes .a to y: -0.5"),
        (np.inf, "^times: negative or infinite minutes .a to y: inf"),
    ],
)
def test_times_that_are_none_are_named(minutes, said):
    with pytest.raises(InputError, match=said):
        dense.as_matrix(times([[5, minutes], [7, 5]]))


def test_ids_and_countries_that_do_not_fit_are_named():
    table = times([[5, 15], [15, 5]])
    with pytest.raises(InputError, match=r"^times: from_id is not text: 1, 2"):
        dense.as_matrix(replace(table, from_id=np.array([1, 2], dtype=object)))
    with pytest.raises(InputError, match=r"^times: duplicate to_id: x"):
        dense.as_matrix(replace(table, to_id=np.array(["x", "x"])))
    with pytest.raises(InputError, match="country of the destinations is not known"):
        dense.as_matrix(replace(table, to_country=None)).countries()
    with pytest.raises(InputError, match="country of the origins is not known"):
        dense.as_matrix(replace(table, from_country=None)).countries()


def test_countries_that_are_given_are_held_against_those_that_times_carry():
    table = times([[5, 15], [15, 5]])
    whole = pd.Series({"a": "NL", "b": "DE", "x": "NL", "y": "DE"})
    for given_ in (whole, whole.drop("y"), whole.drop("a"), whole.replace("DE", None)):
        matrix = dense.as_matrix(table, countries=given_)
        assert matrix.countries()[1].tolist() == ["NL", "DE"]
    with pytest.raises(InputError, match=r"contradict the countries .* carry: y \(DE, NL\)$"):
        dense.as_matrix(table, countries=whole.replace("DE", "NL").drop("b"))
    with pytest.raises(InputError, match="countries: duplicate ids a"):
        dense.as_matrix(table, countries=pd.concat([whole, whole[:1]]))
    unknown = replace(table, to_country=np.array(["NL", ""]))
    with pytest.raises(InputError, match="no country for y; every origin"):
        dense.as_matrix(unknown, countries=whole.drop("y"))
    assert dense.as_matrix(unknown, countries=whole).countries()[1].tolist() == ["NL", "DE"]
    odd = replace(table, to_country=np.array(["NL", "XX"]))
    with pytest.raises(InputError, match="XX"):
        dense.as_matrix(odd)
