"""What is kept of chains and of the seconds along them."""

from dataclasses import fields

import numpy as np
import pytest

from grensgeo.errors import InputError
from grensgeo.routing.streets.chain_seconds import measure_chains, whole_chains
from grensgeo.routing.streets.chains import find_chains

NAN = np.nan
#: 0 --0-- 1 --1-- 2, and 3 hangs on 1 by a street that another mode uses.
ENDS = np.array([0, 1, 1]), np.array([1, 2, 3])


def dtypes(kept):
    assert not any(getattr(kept, item.name).flags.writeable for item in fields(kept))
    return {item.name: getattr(kept, item.name).dtype.name for item in fields(kept)}


def test_numbers_are_kept_in_32_bits_and_frozen():
    chains = find_chains(4, *ENDS)
    others = {"start": "int64", "flipped": "bool"}
    assert dtypes(chains) == {item.name: "int32" for item in fields(chains)} | others
    along = measure_chains(chains, np.ones(3), np.ones(3))
    assert dtypes(along) == {
        "ahead_s": "float64", "back_s": "float64", "ahead_closed": "int32", "back_closed": "int32",
    }  # fmt: skip


@pytest.mark.parametrize("dtype", [bool, np.uint8, int])
def test_a_street_of_another_mode_is_in_no_chain(dtype):
    """Whether a column of a table says so by true and false, or by 1 and 0."""
    chains = find_chains(4, *ENDS, used=np.array([1, 1, 0], dtype=dtype))
    assert chains.n_chains == 1
    assert chains.edge.tolist() == [0, 1]
    assert chains.edge_chain.tolist() == [0, 0, -1]
    assert chains.edge_at.tolist() == [0, 1, -1]
    kept = find_chains(4, *ENDS, kept=np.array([0, 1, 0, 0], dtype=dtype))
    assert kept.core_vertex.tolist() == [0, 1, 2, 3]


def test_a_street_that_takes_no_time_is_open():
    chains = find_chains(3, np.array([0, 1]), np.array([1, 2]))
    along = measure_chains(chains, np.array([0.0, 5]), np.array([NAN, 0]))
    assert along.ahead_s.tolist() == [0, 0, 5]
    assert along.back_s.tolist() == [0, 0, 0]
    assert along.ahead_closed.tolist() == [0, 0, 0]
    assert along.back_closed.tolist() == [0, 1, 1]
    assert [whole.tolist() for whole in whole_chains(chains, along)] == [[5], [np.inf]]


@pytest.mark.parametrize("wrong", [-1.0, np.inf, -np.inf])
@pytest.mark.parametrize("back", [False, True])
def test_seconds_that_are_none_are_refused_either_way(wrong, back):
    chains = find_chains(3, np.array([0, 1]), np.array([1, 2]))
    seconds = np.array([1.0, 1]), np.array([1.0, wrong])
    name = "backward_s" if back else "forward_s"
    with pytest.raises(InputError, match=f"{name} is {wrong} at edges 1"):
        measure_chains(chains, *(seconds if back else seconds[::-1]))
