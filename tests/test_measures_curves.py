"""Curves of the mean inhabitant are, minute by minute, what reach and combine give."""

import warnings
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from matrices import times
from reach_tables import by_columns
from test_measures_marks import ridden

from grensgeo.errors import GrensgeoWarning
from grensgeo.measures import combine, reach
from grensgeo.measures import matrix as dense
from grensgeo.measures.curves import CurveBuilder

NAN = np.nan
PEOPLE = pd.Series({"a": 300.0, "b": 100.0})
TOWN = pd.Series({"a": "G", "b": "G"})
EDGE = pd.Series({"x": False, "y": True})


def curves(table, counts, longest=30):
    made = CurveBuilder({"jobs": pd.Series(counts)}, EDGE, longest)
    made.add(table)
    return made.combine(PEOPLE, TOWN)


def test_the_mean_inhabitant_by_hand():
    # three of four live at a, 5 minutes from x in NL and 15 from y in DE; one at b, the other way
    found = curves(times([[5, 15], [15, 5]], from_country="NN"), {"x": 100.0, "y": 40.0})
    assert (found.codes, found.countries) == (("G",), ("DE", "NL"))
    german, dutch = found.reach[0, :, 0]
    assert dutch[[4, 5, 14, 15]].tolist() == [0, 75, 75, 100]
    assert german[[4, 5, 14, 15]].tolist() == [0, 10, 10, 40]
    assert found.edge_share[0, [4, 5, 14, 15]].tolist() == [0, 0.25, 0.25, 1]
    assert found.without_ride is None


def test_the_cut_of_a_network_counts_as_the_edge_of_the_data():
    table = times([[5, 15], [15, 5]], from_country="NN")
    cut = replace(table, edge_min=np.array([6.5, np.nan], dtype=np.float32))
    counts = {"x": 100.0, "y": 40.0}
    found = curves(cut, counts).edge_share[0]
    assert found[[4, 5, 6, 7, 14, 15]].tolist() == [0, 0.25, 0.25, 1, 1, 1]
    cells = reach(cut, {"jobs": pd.Series(counts)}, cutoffs_min=[6, 7], edge=EDGE)
    rows = combine(cells, weights=PEOPLE, groups=TOWN).drop_duplicates("cutoff_min")
    assert rows["edge_share"].tolist() == [0.25, 1]


def test_what_is_known_of_one_country_stands_where_the_other_is_unknown():
    found = curves(times([[5, 15], [15, 5]], from_country="NN"), {"x": NAN, "y": 40.0})
    german, dutch = found.reach[0, :, 0]
    assert np.isnan(dutch).all()
    assert german[20] == 40
    assert found.unknown[0, 0, 20] == 1


def test_blocks_of_cells_are_put_together():
    made = CurveBuilder({"jobs": pd.Series({"x": 100.0, "y": 40.0})}, EDGE, 20)
    made.add(times([[5, 15]], from_id="a", from_country="N"))
    made.add(times([[15, 5]], from_id="b", from_country="N"))
    whole = curves(times([[5, 15], [15, 5]], from_country="NN"), {"x": 100.0, "y": 40.0}, 20)
    np.testing.assert_array_equal(made.combine(PEOPLE, TOWN).reach, whole.reach)

    again = CurveBuilder({"jobs": pd.Series({"x": 100.0, "y": 40.0})}, EDGE, 20)
    again.add_cells(made.cells)
    np.testing.assert_array_equal(again.combine(PEOPLE, TOWN).reach, whole.reach)
    assert made.cells.countries == ("DE", "NL")
    assert made.cells.ids.tolist() == ["a", "b"]


def test_a_time_that_single_precision_puts_a_trifle_later_lies_within_its_minute():
    last = dense.last_within(5)
    minutes = [[last, np.nextafter(last, np.float32(np.inf))], [5, 0]]
    assert minutes[0][0] > 5
    found = curves(times(minutes, from_country="NN"), {"x": 100.0, "y": 40.0}).reach[0, :, 0]
    german, dutch = found
    assert dutch[[4, 5, 6]].tolist() == [0, 100, 100]
    assert german[[0, 4, 5, 6]].tolist() == [10, 10, 10, 40]
    ends = times([[30, dense.last_within(30)], [NAN, 30]], from_country="NN")
    german, dutch = curves(ends, {"x": 100.0, "y": 40.0}).reach[0, :, 0]
    assert dutch[[29, 30]].tolist() == [0, 75]
    assert german[[29, 30]].tolist() == [0, 40]


def test_towns_of_both_countries_are_minute_by_minute_those_of_the_tables():
    rng = np.random.default_rng(7)
    minutes = rng.uniform(0, 32, (8, 6)).astype(np.float32)
    minutes[rng.random(minutes.shape) < 0.2] = NAN
    minutes[5] = NAN
    rides = rng.integers(0, 2, minutes.shape)
    asked = {
        "from_id": "abcdefgh", "to_id": "uvwxyz", "from_country": "NNNNDDDD",
        "to_country": "NNDDBB", "from_status": [0, 0, 0, 0, 0, 1, 0, 0],
    }  # fmt: skip
    table = ridden(minutes, rides, **asked)
    table = replace(table, of=replace(table.of, edge_min=rng.uniform(0, 40, 8).astype(np.float32)))
    counts = {
        "jobs": pd.Series([30.0, 5.0, NAN, 8.0, NAN, NAN], index=list("uvwxyz")),
        "schools": pd.Series([1.0, 0.0, 2.0, NAN, 4.0, 9.0], index=list("uvwxyz")),
    }
    people = pd.Series(rng.integers(0, 5, 8).astype(float), index=list("abcdefgh"))
    towns = pd.Series(list("GGHHIIJJ"), index=list("abcdefgh"))
    edge = pd.Series([False, True, False, False, True, False], index=list("uvwxyz"))
    made = CurveBuilder(counts, edge, 30)
    made.add(table)
    found = made.combine(people, towns)
    assert found.codes == ("G", "H", "I", "J")
    assert found.opportunities == ("jobs", "schools")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        cells = reach(table, counts, cutoffs_min=list(range(1, 31)), edge=edge)
        rows = by_columns(combine(cells, weights=people, groups=towns))
    rows = rows.set_index(["opportunity", "id", "cutoff_min"]).sort_index()
    for i, name in enumerate(counts):
        for k, town in enumerate(found.codes):
            row = rows.loc[name, town]
            for j, country in enumerate(found.countries):
                np.testing.assert_allclose(
                    found.reach[i, j, k, 1:], row[f"reach_{country.lower()}"], rtol=1e-9
                )
            np.testing.assert_array_equal(found.unknown[i, k, 1:], row["unknown_within"])
            np.testing.assert_allclose(found.edge_share[k, 1:], row["edge_share"], rtol=1e-9)
            within = np.nansum(found.reach[i, :, k, 1:], axis=0)
            share = np.divide(found.without_ride[i, k, 1:], within, where=within > 0,
                              out=np.full(30, NAN))  # fmt: skip
            known = within > 0
            np.testing.assert_allclose(share[known], row["share_without_ride"][known], rtol=1e-6)


minute = st.one_of(st.just(NAN), st.integers(0, 25).map(float), st.floats(0, 25))


@settings(max_examples=examples(40))
@given(st.lists(minute, min_size=4, max_size=4), st.lists(st.integers(0, 2), min_size=4, max_size=4),
       st.lists(st.one_of(st.just(NAN), st.integers(0, 100_000).map(float)), min_size=2, max_size=2),
       st.lists(st.integers(0, 1), min_size=2, max_size=2))  # fmt: skip
@pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")
def test_every_minute_is_that_of_the_tables(minutes, rides, counts, lost):
    if lost == [1, 1]:
        lost = [0, 1]
    grid = np.reshape(minutes, (2, 2))
    grid[np.array(lost) == 1] = NAN
    table = ridden(grid, np.reshape(rides, (2, 2)), from_country="NN", from_status=lost)
    jobs = dict(zip("xy", counts, strict=True))
    found = curves(table, jobs, 25)
    cutoffs = [1, 7, 25]
    cells = reach(table, {"jobs": pd.Series(jobs)}, cutoffs_min=cutoffs, edge=EDGE)
    rows = by_columns(combine(cells, weights=PEOPLE, groups=TOWN)).set_index("cutoff_min")
    for cutoff in cutoffs:
        row = rows.loc[cutoff]
        german, dutch = found.reach[0, :, 0, cutoff]
        np.testing.assert_allclose([dutch, german], [row["reach_nl"], row["reach_de"]], rtol=1e-9)
        np.testing.assert_allclose(found.edge_share[0, cutoff], row["edge_share"], rtol=1e-9)
        known = np.nansum([dutch, german])
        if known > 0:
            share = found.without_ride[0, 0, cutoff] / known
            np.testing.assert_allclose(share, row["share_without_ride"], rtol=1e-6, atol=1e-9)
