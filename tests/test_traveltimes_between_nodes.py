"""Isochrones by public transport tell of what lies between the nodes of their grid."""

import warnings

import numpy as np
import pandas as pd
import pytest
import shapely
from drawing import DEGREE_M, draw
from feeds import lines_at_headways
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from grensgeo.errors import GrensgeoWarning
from grensgeo.traveltimes import Trip, travel_times
from grensgeo.traveltimes.between_nodes import Looks, at_corners
from grensgeo.traveltimes.isochrones import isochrones
from grensgeo.traveltimes.lattice import GridWindow, Plane
from grensgeo.traveltimes.stretches import FINE
from grensgeo.traveltimes.turned_nodes import NODES_AROUND, STANDS_FOR

TRIP, CUTOFF, CELL_M = Trip("transit", max_snap_m=400), 40, 200.0


def table(spots):
    """Return places by metres from where :func:`drawing.draw` begins."""
    metres = DEGREE_M * np.array([np.cos(np.radians(52.2)), 1.0])
    xy = np.array(list(spots.values()), dtype=float) / metres + (7.0, 52.2)
    return pd.DataFrame({"id": list(spots), "lon": xy[:, 0], "lat": xy[:, 1]})


def by_bus(shift, *, middle, sides):
    """A bus to where three streets of 3 km set out, 90 m apart; how often longer each is."""
    places, edges = {"H": (-20_000, shift), "O": (-50, shift)}, [{"ends": "HO"}]
    for name, y, factor in (("n", 90, sides), ("m", 0, middle), ("s", -90, sides)):
        places |= {f"{name}0": (0, shift + y), f"{name}1": (3000, shift + y)}
        edges.append({"ends": ("O", f"{name}0")})
        edges.append({"ends": (f"{name}0", f"{name}1"), "length_m": 3000.0 * factor})
    xy = table({"h": (-20_000, shift), "o": (-50, shift)}).set_index("id")
    stops = {name: (xy.lon[name], xy.lat[name], "NL") for name in "ho"}
    feed = lines_at_headways(stops, {"L": (6, [("h", 0), ("o", 10)])})
    return draw(places, edges, feeds=(feed,))


#: The middle street is reached long before those beside it, or long after.
KINDS = {"soon": {"middle": 1, "sides": 12}, "late": {"middle": 12, "sides": 1}}


def wrong(network):
    """Count places along the middle street beyond the edge's width that lie on the wrong side."""
    here = table({"h": (-20_000, 0)})
    plane, streets = Plane.of(network), network.streets
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        frame = isochrones(network, here, TRIP, cutoffs_min=CUTOFF, resolution_m=CELL_M)
        a, b = streets.coords[streets.coords_start[4] :][:2]
        lonlat = a + (b - a) * np.linspace(0.02, 0.6, 120)[:, None]
        points = pd.DataFrame({"id": np.arange(120).astype(str), "lon": lonlat[:, 0]})
        times = travel_times(network, here, points.assign(lat=lonlat[:, 1]), TRIP)
    reached = np.nan_to_num(times.minutes[0], nan=np.inf) <= CUTOFF
    assert reached.any()
    area = shapely.transform(frame.geometry.iloc[0], plane.to_metres)
    spots = shapely.points(plane.to_metres(lonlat))
    clear = shapely.distance(spots, area.boundary) > frame["width_m"].iloc[0]
    return int((shapely.contains(area, spots) != reached)[clear].sum())


@pytest.mark.parametrize("kind", KINDS)
def test_a_street_between_nodes_is_told(kind, monkeypatch):
    networks = [by_bus(shift, **KINDS[kind]) for shift in (0, 50, 100, 150)]
    assert [wrong(network) for network in networks] == [0, 0, 0, 0]
    nothing = np.empty(0, dtype=np.int64), np.empty(0)
    monkeypatch.setattr(Looks, "turned", lambda *_, **__: nothing)
    assert max(wrong(network) for network in networks) > 10


ROWS, COLUMNS, MARGIN, MOST = 7, 8, 3.0, 30.0
MINUTES = st.one_of(st.integers(10, 33).map(float), st.just(np.nan))
SQUARES = st.tuples(
    st.integers(1, ROWS - 3), st.integers(1, COLUMNS - 3), st.integers(0, FINE**2 - 1)
)


def looks_at(places, times, minutes):
    row, column, part = np.array(places).reshape(-1, 3).T
    every = np.ones(len(places), dtype=bool)
    corners = at_corners(minutes)[:, row, column]
    return Looks(row * COLUMNS + column, part, every, corners, np.array(times))


def reached(looks, window, minutes, cutoff):
    """Say which nodes are within a cutoff once some are turned."""
    turned = minutes.copy().ravel()
    node, value = looks.turned(window, minutes, cutoff, margin_min=MARGIN)
    turned[node] = value
    return turned.reshape(minutes.shape) <= cutoff


@given(
    minutes=arrays(np.float64, (ROWS, COLUMNS), elements=MINUTES),
    looks=st.lists(st.tuples(SQUARES, MINUTES), min_size=1, max_size=12),
    corner=st.tuples(st.integers(-3, 3), st.integers(-3, 3)),
    cutoffs=st.lists(st.integers(10, int(MOST)), min_size=2, max_size=2),
)
def test_areas_are_nested_and_tell_what_was_looked_up(minutes, looks, corner, cutoffs):
    places, times = zip(*looks, strict=True)
    looks = looks_at(places, times, minutes)
    south, west = corner
    window = GridWindow(west, south, west + COLUMNS, south + ROWS)
    small, large = (reached(looks, window, minutes, float(c)) for c in sorted(cutoffs))
    assert not (small & ~large).any()
    # of the nodes that stand for a place, one of each colour tells what it is
    for (row, column, part), time in zip(places, times, strict=True):
        odd = (row + column + south + west) % 2
        kind = odd if time <= max(cutoffs) else 1 - odd
        i, j = NODES_AROUND[kind].T + np.array([[row], [column]])
        stands = STANDS_FOR[kind] >> part & 1 == 1
        around = [large[a, b] for a, b, own in zip(i, j, stands, strict=True) if own]
        assert (time <= max(cutoffs)) in around


def test_where_no_bus_stops_one_walks():
    network = by_bus(0, **KINDS["late"])
    here = table({"far": (-8000, 0)})
    trip = Trip("transit", max_snap_m=400, max_access_min=5)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        (area,) = isochrones(network, here, trip, cutoffs_min=10, resolution_m=50).geometry
    metres = shapely.transform(area, Plane.of(network).to_metres)
    west, _, east, _ = metres.bounds
    assert east - west == pytest.approx(2 * 5000 / 6, abs=200)  # by 5 km/h


def test_nothing_to_look_at():
    window, minutes = GridWindow(0, 0, COLUMNS, ROWS), np.full((ROWS, COLUMNS), 20.0)
    none = looks_at(np.empty((0, 3), dtype=int), [], minutes)
    node, value = none.turned(window, minutes, 30.0, margin_min=MARGIN)
    assert len(node) == len(value) == 0


def test_the_least_and_the_most_at_corners():
    least, most = at_corners(np.array([[1.0, 2.0, np.nan], [4.0, 3.0, 5.0]]))
    assert least.tolist() == [[1.0, 2.0]]
    assert most.tolist() == [[4.0, np.inf]]
