import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grensgeo.errors import InputError
from grensgeo.region.sharing import apportion, share_out, spread_totals

WEIGHTS = st.lists(st.floats(0, 1e6), min_size=1, max_size=60).filter(lambda w: sum(w) > 0)


@given(WEIGHTS, st.integers(0, 10**7))
def test_apportion_keeps_the_total_and_stays_within_one(weights, total):
    shares = apportion(weights, total)
    assert shares.sum() == total
    assert (shares >= 0).all()
    exact = np.array(weights) / sum(weights) * total
    assert (np.abs(shares - exact) <= 1 + 1e-6 * total).all()


def test_apportion_ties_go_to_the_earlier_and_zero_weight_gets_nothing():
    assert apportion([1, 1, 1], 2).tolist() == [1, 1, 0]
    assert apportion([0, 5], 3).tolist() == [0, 3]
    assert apportion([0, 0], 0).tolist() == [0, 0]


@pytest.mark.parametrize("weights", [[0, 0], [-1, 2], [float("nan")]])
@pytest.mark.parametrize("share", [apportion, share_out])
def test_what_cannot_be_shared_is_refused(share, weights):
    with pytest.raises(InputError):
        share(weights, 3)
    with pytest.raises(InputError, match="not negative"):
        share([1, 2], -1)


@given(WEIGHTS, st.floats(0, 1e9))
def test_shares_add_up_to_the_last_digit(weights, total):
    shares = share_out(weights, total)
    assert math.fsum(shares) == total
    assert (shares >= 0).all()
    assert (shares[np.array(weights) == 0] == 0).all()
    whole = math.fsum(weights)
    assert shares == pytest.approx([w / whole * total for w in weights], rel=1e-9, abs=1e-300)


@given(WEIGHTS, st.floats(0, 1e6), st.floats(1, 1e6))
def test_a_larger_total_gives_no_cell_less(weights, total, more):
    lower, upper = share_out(weights, total), share_out(weights, total + more)
    assert (lower <= upper).all()


def test_what_is_too_small_to_be_divided_goes_to_the_first_of_the_largest():
    assert share_out([0.0, 1.0, 1.0], 5e-324).tolist() == [0.0, 5e-324, 0.0]


def test_totals_by_region():
    regions = pd.Series(["b", "a", "b", "c", "d"])
    totals = pd.Series({"a": 5.0, "b": 3.0, "c": np.nan, "e": 1.0})
    weights = np.array([1.0, 7.0, 1.0, 1.0, 1.0])
    shares = spread_totals(totals, regions, weights)
    assert shares[:3].tolist() == [1.5, 5.0, 1.5]
    assert np.isnan(shares[3:]).all()
    assert spread_totals(totals, regions, weights, whole=True)[:3].tolist() == [2, 5, 1]
