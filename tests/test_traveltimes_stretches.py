"""What of streets passes between the nodes of a grid, on two that cross and a dead end."""

import numpy as np
import pytest
from drawing import draw

from grensgeo.traveltimes import Trip
from grensgeo.traveltimes.lattice import Lattice, Plane
from grensgeo.traveltimes.legs import ModeStreets
from grensgeo.traveltimes.stretches import (
    FINE,
    PATCH,
    PATCHES,
    SHARES,
    SIDE,
    look_around,
)

TRIP = Trip("walk", max_snap_m=300)
CELL_M = 100.0


@pytest.fixture(scope="module")
def cross():
    places = {
        "W": (-600, 10), "M": (0, 0), "D": (30, 20), "E": (600, 40), "N": (20, 600), "S": (0, -600),
    }  # fmt: skip
    return draw(places, [{"ends": e} for e in ("WM", "ME", "MN", "MS", "MD")])


def lattice_of(network, **options):
    return Lattice(ModeStreets.of(network, "walk", TRIP, speeds=None, **options), CELL_M)


def stretches_of(tiles, looked):
    """List stretches by row and column of the square: street, parts, and shares of the street."""
    found = {}
    streets = np.append(0, np.cumsum(looked.street_count))
    ends = np.append(0, np.cumsum(looked.street_stretches))
    for patch in range(len(tiles) * PATCHES):
        row, column = (SIDE * at for at in tiles[patch // PATCHES])
        up, along = (PATCH * at for at in divmod(patch % PATCHES, SIDE // PATCH))
        for number in range(streets[patch], streets[patch + 1]):
            cells = looked.stretch_cell[ends[number] : ends[number + 1]]
            held = sum(1 << int(cell) for cell in set(cells.tolist()))
            assert looked.street_squares[number] == held
            for k in range(ends[number], ends[number + 1]):
                i, j = divmod(int(looked.stretch_cell[k]), PATCH)
                parts = {n for n in range(FINE**2) if looked.stretch_parts[k] >> n & 1}
                shares = looked.stretch_first[k] / SHARES, looked.stretch_last[k] / SHARES
                found.setdefault((row + up + i, column + along + j), []).append(
                    (int(looked.street[number]), parts, shares)
                )
    return found


def test_a_street_is_in_every_square_that_it_passes(cross):
    lattice = lattice_of(cross)
    tiles = list(lattice._near())
    found = stretches_of(tiles, look_around(tiles, CELL_M, lattice._ground()))
    streets, reach = cross.streets, 1 / 16  # it is looked at eight times a square
    for street in range(streets.n_edges):
        a, b = streets.coords[streets.coords_start[street] :][:2]
        for share in np.linspace(0.01, 0.99, 50):
            spot = Plane.of(cross).to_metres(a + (b - a) * share) / CELL_M
            around = [
                (spot[0] + x, spot[1] + y) for x in (-reach, 0, reach) for y in (-reach, 0, reach)
            ]
            assert any(
                on == street
                and FINE * int(FINE * (y % 1)) + int(FINE * (x % 1)) in parts
                and shares[0] - 0.03 <= share <= shares[1] + 0.03
                for x, y in around
                for on, parts, shares in found.get((int(y // 1), int(x // 1)), ())
            )
    # and none is anywhere else
    assert {on for here in found.values() for on, *_ in here} == set(range(streets.n_edges))
    assert len(found) < 60


def test_a_tile_is_the_same_whatever_else_is_looked_at(cross):
    lattice = lattice_of(cross)
    tiles, ground = list(lattice._near()), lattice._ground()
    together = look_around(tiles, CELL_M, ground)
    apart = [look_around([tile], CELL_M, ground) for tile in tiles]
    assert len(tiles) > 1
    for name, values in together._asdict().items():
        alone = np.concatenate([getattr(one, name) for one in apart])
        np.testing.assert_array_equal(values, alone)


def test_what_is_nearer_to_the_other_country_is_on_no_street_of_one():
    places = {"A": (-900, 30), "B": (900, 30), "C": (-900, -90), "D": (900, -90)}
    both = draw(
        places,
        [{"ends": "AB", "country": "NL"}, {"ends": "CD", "country": "DE"}, {"ends": "AC"}],
    )
    lattice = lattice_of(both, country="NL")
    ground = lattice._ground()
    middle = both.streets.coords[:2].mean(axis=0)
    for metres, expected in ((-40, 0), (-80, -1)):  # of 120 m between the two
        spot = middle + np.array([0, metres]) / Plane.of(both).y_m
        assert ground.snap(ground.to_xy(spot[None]))[0].tolist() == [expected]
