"""Places between streets that are reached after all nodes around, narrower than these are apart."""

import itertools
import warnings

import numpy as np
import pandas as pd
import pytest
import shapely
from drawing import draw

from grensgeo.errors import GrensgeoWarning
from grensgeo.traveltimes import Trip, lattice, travel_times
from grensgeo.traveltimes.isochrones import isochrones
from grensgeo.traveltimes.lattice import Plane

TRIP, CUTOFF, CELL_M = Trip("car", park_min=0, max_snap_m=400), 4, 100.0


def a_gap(shift):
    """Streets of 8 km that meet in the west, 60 m apart, in the middle 150 m: there one walks."""
    places, edges = {"O": (-50, shift)}, []
    for k, y in enumerate(sign * (75 + 60 * n) for n in range(7) for sign in (1, -1)):
        places |= {(k, 0): (0, shift + y), (k, 1): (8000, shift + y)}
        edges += [{"ends": ("O", (k, 0))}, {"ends": ((k, 0), (k, 1)), "highway": "primary"}]
    return draw(places, edges)


def here(network):
    lon, lat = network.streets.lon[:1], network.streets.lat[:1]
    return pd.DataFrame({"id": ["o"], "lon": lon, "lat": lat})


def areas(network, cutoffs):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        return isochrones(network, here(network), TRIP, cutoffs_min=cutoffs, resolution_m=CELL_M)


def wrong(network):
    """Count places in the middle of the gap, beyond the edge's width, on the wrong side."""
    frame, plane, streets = areas(network, CUTOFF), Plane.of(network), network.streets
    one, other = (streets.coords[streets.coords_start[k] :][:2] for k in (1, 3))
    a, b = (one + other) / 2
    lonlat = a + (b - a) * np.linspace(0.2, 0.35, 200)[:, None]
    points = pd.DataFrame({"id": np.arange(200).astype(str), "lon": lonlat[:, 0]})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        times = travel_times(network, here(network), points.assign(lat=lonlat[:, 1]), TRIP)
    reached = np.nan_to_num(times.minutes[0], nan=np.inf) <= CUTOFF
    assert reached.any()
    assert not reached.all()
    area = shapely.transform(frame.geometry.iloc[0], plane.to_metres)
    spots = shapely.points(plane.to_metres(lonlat))
    clear = shapely.distance(spots, area.boundary) > frame["width_m"].iloc[0]
    return int((shapely.contains(area, spots) != reached)[clear].sum())


def test_what_is_not_reached_between_two_streets_is_told(monkeypatch):
    networks = [a_gap(shift) for shift in (0, 25, 50, 75)]
    assert [wrong(network) for network in networks] == [0, 0, 0, 0]
    nothing = np.empty(0, dtype=np.int64)
    monkeypatch.setattr(lattice, "pockets", lambda *_: nothing)
    assert sum(wrong(network) for network in networks) > 20


@pytest.mark.parametrize("shift", [0, 50])
def test_areas_are_nested_and_depend_on_their_cutoff_alone(shift):
    network, cutoffs = a_gap(shift), [2, 2.5, 3, 3.2, 3.3, 4, 6]
    frame = areas(network, cutoffs)
    assert frame.is_valid.all()
    for small, large in itertools.pairwise(frame.geometry):
        assert large.covers(small)
    for cutoff, area in zip(cutoffs, frame.geometry, strict=True):
        assert areas(network, cutoff).geometry.iloc[0].equals_exact(area, 0)


@pytest.mark.parametrize("shift", [0, 50])
def test_what_is_told_by_steps_is_what_a_look_at_streets_tells(shift, monkeypatch):
    real, found = lattice.pockets, []

    def both(window, between, limits, bounds, minutes):
        steps, lines = between
        untold = np.full_like(steps, 2**32 - 1), lines
        told, looked = (real(window, one, limits, bounds, minutes) for one in (between, untold))
        found.append((told.tolist(), looked.tolist()))
        return told

    monkeypatch.setattr(lattice, "pockets", both)
    areas(a_gap(shift), [2, 2.5, 3, 3.2, 3.3, 4, 6])
    assert all(told == looked for told, looked in found)
    assert sum(len(told) for told, _ in found) > 20
