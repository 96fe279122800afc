import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grensgeo.errors import InputError
from grensgeo.routing.transit.journeys import Legs, join

NAN = np.nan


def legs(n, *triples):
    point, stop, seconds = (np.array(v) for v in zip(*triples, strict=True))
    return Legs.from_pairs(n, point, stop, seconds.astype(float))


def test_fastest_pair_of_stops():
    rides = np.array([[NAN, 100.0, 500.0], [100.0, NAN, 50.0], [500.0, NAN, NAN]])
    access = legs(2, (0, 1, 200.0), (0, 0, 10.0))
    egress = legs(2, (0, 2, 5.0), (1, 1, 7.0))
    # over stop 0: 510 and 110; over stop 1: 250, and from stop 1 to itself nobody rides
    expected = [[255.0, 117.0], [NAN, NAN]]
    np.testing.assert_array_equal(join(access, rides, egress, rows=slice(0, 2)), expected)
    np.testing.assert_array_equal(join(access, rides, egress, rows=slice(1, 2)), expected[1:])
    assert list(access.served) == [True, False]
    assert len(access) == 2


def test_unknown_stops_are_refused():
    one = legs(1, (0, 3, 1.0))
    with pytest.raises(InputError, match="egress: a leg to a stop that is not among the 3"):
        join(legs(1, (0, 0, 1.0)), np.full((3, 3), NAN), one, rows=slice(0, 1))


@settings(max_examples=40)
@given(st.integers(1, 5), st.integers(1, 4), st.integers(1, 4), st.integers(0, 2**32 - 1))
def test_agrees_with_trying_every_pair(n_stops, n_from, n_to, seed):
    random = np.random.default_rng(seed)

    def some(shape):
        values = random.uniform(0, 100, shape)
        return np.where(random.random(shape) < 0.4, NAN, values)

    access, rides, egress = (
        some((n_from, n_stops)),
        some((n_stops, n_stops)),
        some((n_to, n_stops)),
    )
    every = access[:, :, None, None] + rides[None, :, :, None] + egress.T[None, None, :, :]
    expected = np.where(np.isnan(every), np.inf, every).min(axis=(1, 2))

    def made(matrix):
        point, stop = np.nonzero(~np.isnan(matrix))
        return Legs.from_pairs(len(matrix), point, stop, matrix[point, stop])

    ours = join(made(access), rides, made(egress), rows=slice(0, n_from))
    np.testing.assert_allclose(np.where(np.isnan(ours), np.inf, ours), expected)
