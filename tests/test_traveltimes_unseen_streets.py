"""Streets that are not reached between others that are, narrower than the nodes are apart."""

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

TRIP, CUTOFF, CELL_M = Trip("walk", max_snap_m=400), 20, 100.0


def side_by_side(shift, *, middle=6.0):
    """Streets of 3 km, 45 m apart, that meet in the west; only the middle one winds."""
    places, edges = {"O": (-50, shift)}, []
    for name, y, factor in (("n", 45, 1), ("m", 0, middle), ("s", -45, 1)):
        places |= {f"{name}0": (0, shift + y), f"{name}1": (3000, shift + y)}
        edges.append({"ends": ("O", f"{name}0")})
        edges.append({"ends": (f"{name}0", f"{name}1"), "length_m": 3000.0 * factor})
    return draw(places, edges)


def here(network):
    lon, lat = network.streets.lon[:1], network.streets.lat[:1]
    return pd.DataFrame({"id": ["o"], "lon": lon, "lat": lat})


def areas(network, cutoffs):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        return isochrones(network, here(network), TRIP, cutoffs_min=cutoffs, resolution_m=CELL_M)


def wrong(network):
    """Count places along the middle street beyond the edge's width that lie on the wrong side."""
    frame, plane, streets = areas(network, CUTOFF), Plane.of(network), network.streets
    a, b = streets.coords[streets.coords_start[3] :][:2]
    lonlat = a + (b - a) * np.linspace(0.02, 0.4, 120)[:, None]
    points = pd.DataFrame({"id": np.arange(120).astype(str), "lon": lonlat[:, 0]})
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


def test_a_street_that_no_node_is_nearest_to_is_told_where_it_is_late(monkeypatch):
    networks = [side_by_side(shift) for shift in (0, 25, 50, 75)]
    assert [wrong(network) for network in networks] == [0, 0, 0, 0]
    nothing = np.empty(0, dtype=np.int64)
    monkeypatch.setattr(lattice, "unseen", lambda *_: nothing)
    assert sum(wrong(network) for network in networks) > 20


@pytest.mark.parametrize("shift", [50, pytest.param(0, marks=pytest.mark.long)])
def test_areas_are_nested_and_depend_on_their_cutoff_alone(shift):
    network, cutoffs = side_by_side(shift), [3, 7, 7.4, 7.9, 8.5, 12, 20, 25, 40]
    frame = areas(network, cutoffs)
    assert frame.is_valid.all()
    for small, large in itertools.pairwise(frame.geometry):
        assert large.covers(small)
    for cutoff, area in zip(cutoffs, frame.geometry, strict=True):
        assert areas(network, cutoff).geometry.iloc[0].equals_exact(area, 0)
