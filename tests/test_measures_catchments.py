import numpy as np
import pandas as pd
import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from matrices import frame, times, worlds

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.measures import decay, floating_catchment, spatial_availability

NAN = np.nan


def demand_of(table, seed=1):
    rng = np.random.default_rng(seed)
    return pd.Series(rng.integers(1, 100, len(table.from_id)).astype(float), index=table.from_id)


# --- the case of pysal/access issue 18: the way there is not the way back


def test_demand_counts_by_the_way_of_those_who_travel():
    # From the issue: two tracts of 100 and 50 people, a hospital with 10 doctors; 60 minutes there
    # and 40 back. Demand at the hospital is 100/60 + 50/60, and not 100/40 + 50/40.
    table = frame(
        [("T1", "H", 60.0), ("T2", "H", 60.0), ("H", "T1", 40.0), ("H", "T2", 40.0)]
        + [(place, place, 0.0) for place in ("T1", "T2", "H")]
    )
    doctors = pd.Series({"T1": 0.0, "T2": 0.0, "H": 10.0})
    people = pd.Series({"T1": 100.0, "T2": 50.0, "H": 0.0})
    for method in ("2sfca", "e2sfca"):
        level = floating_catchment(
            table, doctors, demand=people, method=method, decay=decay.power(1)
        )
        demand = 100 / 60 + 50 / 60
        assert level["T1"] == pytest.approx(10 / demand / 60, rel=1e-9)
        assert level["H"] == pytest.approx(10 / demand, rel=1e-9)


def test_e2sfca_on_an_asymmetric_matrix_by_hand():
    # Zones of Luo and Qi: 1 up to 10 min, 0.68 up to 20, 0.22 up to 30.
    table = times([[5, 25], [15, 8], [28, 40]], from_id="abc", from_country="NNN")
    beds, people = pd.Series({"x": 10.0, "y": 20.0}), pd.Series({"a": 100.0, "b": 50.0, "c": 30.0})
    x = 10 / (100 * 1 + 50 * 0.68 + 30 * 0.22)
    y = 20 / (100 * 0.22 + 50 * 1)
    level = floating_catchment(table, beds, demand=people, method="e2sfca")
    expected = {"a": x + 0.22 * y, "b": 0.68 * x + y, "c": 0.22 * x}
    assert level.to_dict() == pytest.approx(expected, rel=1e-9)
    # Seen from the beds, people are what they compete for.
    turned = times([[5, 15, 28], [25, 8, 40]], from_id="xy", to_id="abc", to_country="NNN")
    again = floating_catchment(turned, people, demand=beds, method="e2sfca")
    assert again["x"] == pytest.approx(
        100 / (10 + 20 * 0.22) + 0.68 * 50 / (10 * 0.68 + 20) + 0.22 * 30 / (10 * 0.22), rel=1e-9
    )


# --- each method by its published formula, in plain loops


def by_formula(minutes, supply, people, method, f):
    n, m = minutes.shape
    w = [[float(f(minutes[i, j])) for j in range(m)] for i in range(n)]
    if method == "3sfca":
        sites = [j for j in range(m) if supply[j] > 0]
        total = [sum(w[i][j] for j in sites) for i in range(n)]
        w = [[w[i][j] ** 2 / total[i] if total[i] else 0.0 for j in range(m)] for i in range(n)]
    if method == "balanced":
        rows = [sum(w[i]) for i in range(n)]
        columns = [sum(w[i][j] for i in range(n)) for j in range(m)]
        by_row = [[w[i][j] / rows[i] if rows[i] else 0 for j in range(m)] for i in range(n)]
        by_column = [
            [w[i][j] / columns[j] if columns[j] else 0 for j in range(m)] for i in range(n)
        ]
    else:
        by_row = by_column = w
    demand = [sum(people[i] * by_row[i][j] for i in range(n)) for j in range(m)]
    ratio = [supply[j] / demand[j] if demand[j] else 0.0 for j in range(m)]
    return [sum(ratio[j] * by_column[i][j] for j in range(m)) for i in range(n)]


@pytest.mark.parametrize("method", ["2sfca", "e2sfca", "3sfca", "balanced"])
@settings(max_examples=examples(25))
@given(world=worlds(), seed=st.integers(0, 99))
def test_law_every_method_is_its_formula(method, world, seed):
    table, counts = world
    people = demand_of(table, seed)
    f = decay.exponential(0.05)
    level = floating_catchment(table, counts, demand=people, method=method, decay=f)
    expected = by_formula(table.minutes, counts.to_numpy(), people.to_numpy(), method, f)
    np.testing.assert_allclose(level, expected, rtol=1e-9)


def test_the_first_method_is_a_share_of_spatial_availability():
    # As test 4 of the R package's testing_constrained.Rmd: per head they are the same; published
    # to 6 digits for decay_power(3): 33.36718 16.67813 31.62499.
    table = frame(
        [
            (str(i), str(j), minutes)
            for i, row in enumerate([[10.0, 30, 15], [30, 10, 25], [15, 25, 10]])
            for j, minutes in enumerate(row)
        ]
    )
    jobs = pd.Series({"0": 160.0, "1": 150.0, "2": 180.0})
    people = pd.Series({"0": 4.0, "1": 10.0, "2": 6.0})
    for exponent, published in [
        (3, [33.36718, 16.67813, 31.62499]),
        (2, [30.56365, 18.50957, 30.44161]),
        (0.1, [24.71192, 24.18772, 24.87919]),
    ]:
        f = decay.power(exponent)
        level = floating_catchment(table, jobs, demand=people, method="2sfca", decay=f)
        np.testing.assert_allclose(level, published, rtol=5e-7)
        shares = spatial_availability(table, jobs, demand=people, decay=f)
        np.testing.assert_allclose(shares / people, level, rtol=1e-9)


@settings(max_examples=examples(25))
@given(world=worlds())
def test_law_people_times_level_is_the_supply_that_is_reached(world):
    table, counts = world
    people = demand_of(table)
    f = decay.step(40)
    level = floating_catchment(table, counts, demand=people, method="2sfca", decay=f)
    reached = (f(table.minutes) > 0).any(axis=0)
    np.testing.assert_allclose((level * people).sum(), counts[reached].sum(), rtol=1e-9)


# --- missing is never zero


def test_an_origin_off_the_network_is_null_and_competes_for_nothing():
    table = times([[5, 15], [NAN, NAN]], from_status=[0, 1])
    with pytest.warns(GrensgeoWarning) as told:
        level = floating_catchment(
            table, pd.Series({"x": 10, "y": 0}), demand=pd.Series({"a": 5, "b": 15}),
            method="2sfca", decay=decay.step(30),
        )  # fmt: skip
    assert level["a"] == 2.0
    assert np.isnan(level["b"])
    assert "demand: 15 (75.0%) at 1 origins that have no result compete for nothing" in str(
        told[0].message
    )


def test_unknown_demand_makes_an_upper_bound():
    table = times([[5, 60], [5, 5]])
    with pytest.warns(
        GrensgeoWarning, match=r"demand: not known at 1 origins \(b\), .* 1 origins is an upper"
    ):
        level = floating_catchment(
            table, pd.Series({"x": 10, "y": 6}), demand=pd.Series({"a": 5, "b": NAN}),
            method="2sfca", decay=decay.step(30),
        )  # fmt: skip
    assert level["a"] == 2.0
    # b reaches y, for which nobody is known to compete.
    assert np.isnan(level["b"])


def test_opportunities_that_nobody_competes_for_have_no_ratio():
    table = times([[5, 60], [60, 5]])
    with pytest.warns(GrensgeoWarning, match=r"1 of 2 origins are null \(b\): they reach jobs"):
        level = floating_catchment(
            table, pd.Series({"x": 10, "y": 6}, name="jobs"), demand=pd.Series({"a": 5, "b": 0}),
            method="2sfca", decay=decay.step(30),
        )  # fmt: skip
    assert level.isna().tolist() == [False, True]
    quiet = floating_catchment(
        table, pd.Series({"x": 10, "y": 0}), demand=pd.Series({"a": 5, "b": 0}),
        method="2sfca", decay=decay.step(30),
    )  # fmt: skip
    assert quiet.to_dict() == {"a": 2.0, "b": 0.0}


def test_half_a_place_counts_and_who_is_far_competes_for_nothing():
    table = times([[5, 60], [60, 5]])
    for method in ("2sfca", "3sfca", "balanced"):
        level = floating_catchment(
            table, pd.Series({"x": 0.5, "y": 0.25}), demand=pd.Series({"a": 0.5, "b": 0.5}),
            method=method, decay=decay.step(30),
        )  # fmt: skip
        assert level.to_dict() == {"a": 1.0, "b": 0.5}, method
    with pytest.warns(GrensgeoWarning, match=r"1 of 2 origins are null \(b\): they reach"):
        level = floating_catchment(
            table, pd.Series({"x": 0.5, "y": 0.25}), demand=pd.Series({"a": 0.5, "b": 0}),
            method="balanced", decay=decay.step(30),
        )  # fmt: skip
    assert level["a"] == 1.0
    assert np.isnan(level["b"])
    # where there is nothing, it does not matter who competes
    level = floating_catchment(
        table, pd.Series({"x": 0.5, "y": 0.0}), demand=pd.Series({"a": 0.5, "b": NAN}),
        method="2sfca", decay=decay.step(30),
    )  # fmt: skip
    assert level.to_dict() == {"a": 1.0, "b": 0.0}


def test_unknown_supply_is_left_out_and_told():
    table = times([[5, 15], [60, 5]])
    with pytest.warns(GrensgeoWarning, match="the result of 2 origins .* leaves them out or is"):
        level = floating_catchment(
            table, pd.Series({"x": 10, "y": NAN}), demand=pd.Series({"a": 5, "b": 5}),
            method="3sfca", decay=decay.step(30),
        )  # fmt: skip
    assert level.isna().tolist() == [False, True]


def test_what_cannot_be_is_refused():
    table, held, people = (
        times([[5, 15], [15, 5]]),
        pd.Series({"x": 1, "y": 1}),
        pd.Series({"a": 1}),
    )
    with pytest.raises(InputError, match="demand: no row for the origins b"):
        floating_catchment(table, held, demand=people, method="e2sfca")
    with pytest.raises(InputError, match="choose 2sfca, e2sfca, 3sfca, balanced"):
        floating_catchment(table, held, demand=people, method="4sfca")
    with pytest.raises(InputError, match="method '2sfca' needs decay="):
        floating_catchment(table, held, demand=people, method="2sfca")
