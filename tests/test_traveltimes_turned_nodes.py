"""Streets that are reached between others that are not, narrower than the nodes are apart."""

import warnings

import numpy as np
import pandas as pd
import pytest
import shapely
from drawing import draw

from grensgeo.errors import GrensgeoWarning
from grensgeo.traveltimes import Trip, travel_times
from grensgeo.traveltimes.isochrones import isochrones
from grensgeo.traveltimes.lattice import NodeMinutes, Plane

TRIP, CUTOFF, CELL_M = Trip("walk", max_snap_m=400), 20, 100.0


def side_by_side(shift, *, middle, sides):
    """Streets of 3 km that meet in the west; how often longer each is than the straight line."""
    places, edges = {"O": (-50, shift)}, []
    for name, y, factor in (("n", 45, sides), ("m", 0, middle), ("s", -45, sides)):
        places |= {f"{name}0": (0, shift + y), f"{name}1": (3000, shift + y)}
        edges.append({"ends": ("O", f"{name}0")})
        edges.append({"ends": (f"{name}0", f"{name}1"), "length_m": 3000.0 * factor})
    return draw(places, edges)


#: One street that is soon reached between two that are not, and one that takes a while.
KINDS = {"soon": {"middle": 1, "sides": 12}, "later": {"middle": 2, "sides": 9}}


def here(network):
    lon, lat = network.streets.lon[:1], network.streets.lat[:1]
    return pd.DataFrame({"id": ["o"], "lon": lon, "lat": lat})


def wrong(network):
    """Count places along the middle street beyond the edge's width that lie on the wrong side."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        frame = isochrones(network, here(network), TRIP, cutoffs_min=CUTOFF, resolution_m=CELL_M)
        plane, streets = Plane.of(network), network.streets
        a, b = streets.coords[streets.coords_start[3] :][:2]
        share = np.linspace(0.1, 0.5, 120)[:, None]
        side_m = np.random.default_rng(1).uniform(-15, 15, 120)
        lonlat = a + (b - a) * share + np.stack([0 * side_m, side_m / plane.y_m], axis=1)
        points = pd.DataFrame({"id": np.arange(120).astype(str), "lon": lonlat[:, 0]})
        times = travel_times(network, here(network), points.assign(lat=lonlat[:, 1]), TRIP)
    reached = np.nan_to_num(times.minutes[0], nan=np.inf) <= CUTOFF
    area = shapely.transform(frame.geometry.iloc[0], plane.to_metres)
    spots = shapely.points(plane.to_metres(lonlat))
    clear = shapely.distance(spots, area.boundary) > frame["width_m"].iloc[0]
    return int((shapely.contains(area, spots) != reached)[clear].sum())


@pytest.mark.parametrize("kind", KINDS)
def test_a_street_that_no_node_is_nearest_to_is_told(kind, monkeypatch):
    networks = [side_by_side(shift, **KINDS[kind]) for shift in (0, 25, 50, 75)]
    assert [wrong(network) for network in networks] == [0, 0, 0, 0]
    nothing = np.empty(0, dtype=np.int64), 0.0
    monkeypatch.setattr(NodeMinutes, "turned", lambda *_, **__: nothing)
    assert sum(wrong(network) for network in networks) > 40


@pytest.mark.parametrize("kind", KINDS)
def test_areas_are_nested_and_depend_on_their_cutoff_alone(kind):
    network = side_by_side(50, **KINDS[kind])
    cutoffs = [3, 7, 7.4, 7.9, 8.5, 12, 20, 25]
    frame = isochrones(network, here(network), TRIP, cutoffs_min=cutoffs, resolution_m=CELL_M)
    for small, large in zip(frame.geometry[:-1], frame.geometry[1:], strict=True):
        assert large.covers(small)
    for cutoff, area in zip(cutoffs, frame.geometry, strict=True):
        alone = isochrones(network, here(network), TRIP, cutoffs_min=cutoff, resolution_m=CELL_M)
        assert alone.geometry.iloc[0].equals_exact(area, 0)


@pytest.mark.parametrize("x", [300.0, 3000.0])
def test_a_long_street_is_reached_no_further_than_one_walks(x):
    """From near its end and from its middle: ten minutes on foot are 833 m along it."""
    network = draw({"a": (0, 0), "b": (6000, 0)}, [{"ends": "ab"}])
    degree_m = 111_320 * np.cos(np.radians(52.2))
    place = pd.DataFrame({"id": ["p"], "lon": [7.0 + x / degree_m], "lat": [52.2]})
    west, _, east, _ = isochrones(network, place, Trip("walk"), cutoffs_min=[10]).total_bounds
    assert 600 < (east - 7.0) * degree_m - x < 1100
    assert x - (west - 7.0) * degree_m < 1100
