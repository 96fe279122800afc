import warnings
from dataclasses import replace

import numpy as np
import pytest
from drawing import draw

from grensgeo.errors import GrensgeoWarning
from grensgeo.network import SpeedChange
from grensgeo.network.prepared import Prepared
from grensgeo.network.snapping import EdgeIndex, snap_lonlat
from grensgeo.traveltimes import Trip
from grensgeo.traveltimes import lattice as module
from grensgeo.traveltimes.compute import prepare
from grensgeo.traveltimes.lattice import (
    GridNodes,
    GridWindow,
    Lattice,
    Plane,
    edge_boxes,
    vertex_boxes,
)
from grensgeo.traveltimes.legs import ModeStreets, Places
from grensgeo.traveltimes.stretches import PATCH, PATCHES, SIDE

TRIP = Trip("walk", max_min=30, max_snap_m=300)
CELL_M = 25.0


@pytest.fixture
def town():
    places = {(i, j): (400.0 * i, 400.0 * j) for i in range(6) for j in range(6)}
    edges = [
        {"ends": (spot, other)}
        for spot in places
        for other in ((spot[0] + 1, spot[1]), (spot[0], spot[1] + 1))
        if other in places
    ]
    return draw(places, edges)


def places(lonlat):
    return Places(np.arange(len(lonlat)).astype(str).astype(object), lonlat)


def window_of(network):
    box = edge_boxes(network)
    return GridWindow.around(np.hstack([box[:, :2].min(0), box[:, 2:].max(0)]), CELL_M)


def test_nodes_have_the_times_of_any_place(town):
    origin = places(np.array([[7.004, 52.203]]))
    window = window_of(town)
    assert window.size > 64**2  # more tiles than one
    row, column = np.mgrid[window.south : window.north, window.west : window.east]
    metres = np.column_stack([column.ravel(), row.ravel()]) * CELL_M
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        times = prepare(town, origin, places(Plane.of(town).to_degrees(metres)), TRIP).parts[0]
    lattice = Lattice(ModeStreets.of(town, "walk", TRIP, speeds=None), CELL_M)
    by_vertex = times.to_vertices(slice(0, 1))[0]
    found = 60 * lattice.minutes(times, 0, by_vertex, window).minutes
    found[found > 60 * 30] = np.nan
    np.testing.assert_allclose(found.ravel(), times.seconds(slice(0, 1))[0], atol=1e-3)
    assert np.isfinite(found).mean() > 0.8


def minutes(network, lattice, *, lon=7.004, trip=TRIP, **options):
    times = prepare(network, places(np.array([[lon, 52.203]])), places(np.zeros((0, 2))), trip)
    part = times.parts[0]
    by_vertex = part.to_vertices(slice(0, 1))[0]
    return lattice.minutes(part, 0, by_vertex, window_of(network), **options).minutes


@pytest.mark.parametrize("lon", [7.004, 7.0175])
@pytest.mark.parametrize("exact", [(6.0, 7.0), (2.0, 2.5), (20.0, 21.0), (-3.0, 0.1)])
def test_what_is_plainly_early_or_late_stays_so(town, lon, exact):
    lattice = Lattice(ModeStreets.of(town, "walk", TRIP, speeds=None), CELL_M)
    full = minutes(town, lattice, lon=lon)
    quick = minutes(town, lattice, lon=lon, exact_min=exact)
    inside = (full >= exact[0]) & (full <= exact[1])
    np.testing.assert_array_equal(quick[inside], full[inside])
    np.testing.assert_array_equal(quick < exact[0], full < exact[0])
    np.testing.assert_array_equal(quick <= exact[1], full <= exact[1])
    # and streets were left out: late ones always, early ones if far from the edge
    assert np.isnan(quick[full > exact[1]]).any()
    assert (quick < exact[0])[quick != full].any() == (exact[0] > 15)
    # no node may be later than it is told
    assert (quick >= full)[full < exact[0]].all()


@pytest.mark.parametrize("access", [{"forward": 0}, {"backward": 0}])
def test_a_street_that_is_closed_one_way_is_late_where_it_is_reached_last(access):
    # along A-B nobody goes the one way: what is near its first end is reached around, by the other
    spots = {"A": (0, 0), "B": (1800, 0), "C": (1800, 900), "D": (0, 900)}
    ring = draw(
        spots,
        [
            {"ends": "AB", "length_m": 5400.0, **access},
            *({"ends": ends} for ends in ("BC", "CD", "DA")),
        ],
    )
    trip = Trip("car", max_snap_m=900)
    lattice = Lattice(ModeStreets.of(ring, "car", trip, speeds=None), CELL_M)
    full = minutes(ring, lattice, lon=7.0, trip=trip)
    for edge in np.linspace(np.nanmin(full), np.nanmax(full), 40):
        quick = minutes(ring, lattice, lon=7.0, trip=trip, exact_min=(edge, edge + 1))
        np.testing.assert_array_equal(quick < edge, full < edge)


def test_a_patch_knows_its_streets_and_how_far_they_are_from_what_is_nearest(town):
    lattice = Lattice(ModeStreets.of(town, "walk", TRIP, speeds=None), CELL_M)
    pool, _ = lattice.pool(window_of(town))
    (number, _, distance_m), (street, far_m, start), _, _ = pool.arrays
    assert len(start) - 1 == pool.used * PATCHES
    assert start[-1] == len(street)
    away = distance_m.reshape(-1, SIDE, SIDE)
    for tile, patch in ((0, 0), (0, 7), (pool.used - 1, PATCHES - 1), (pool.used - 1, 4)):
        row, column = (PATCH * part for part in divmod(patch, SIDE // PATCH))
        square = slice(row, row + PATCH), slice(column, column + PATCH)
        own = slice(*start[tile * PATCHES + patch : tile * PATCHES + patch + 2])
        edges = pool.edges(tile)[square]
        assert len(np.unique(street[own])) == len(street[own])
        assert set(np.unique(edges)) <= set(street[own].tolist())
        np.testing.assert_array_equal(
            street[own][number.reshape(-1, SIDE, SIDE)[tile][square]], edges
        )
        for one, most in zip(street[own], far_m[own], strict=True):
            nodes = away[tile][square][edges == one]
            assert np.isinf(most) if one < 0 else most >= nodes.max(initial=0)


def counted(monkeypatch):
    """Count the nodes that are looked up."""
    count = []
    search = EdgeIndex.search

    def counting(index, xy, max_m):
        count.append(len(xy))
        return search(index, xy, max_m)

    monkeypatch.setattr(EdgeIndex, "search", counting)
    return count


def test_a_node_is_snapped_once_for_all_origins_hours_and_scenarios(town, monkeypatch):
    count = counted(monkeypatch)
    for scenario, lon, period in (
        (False, 7.004, "free_flow"),
        (False, 7.01, "free_flow"),
        (False, 7.004, "morning_peak"),
        (True, 7.004, "free_flow"),
    ):
        change = SpeedChange(np.full(60, np.nan), np.full(60, 0.5))
        network = replace(town, speed_changes={"walk": change}) if scenario else town
        trip = Trip("walk", max_snap_m=300, period=period)
        lattice = Lattice(ModeStreets.of(network, "walk", trip, speeds=None), CELL_M)
        assert np.isfinite(minutes(network, lattice, lon=lon, trip=trip)).mean() > 0.8
        # the nodes, and what lies between them
        assert len([n for n in count if n > 1]) == 2
    tiles = town.prepared.part(GridNodes).pools.held.values()
    # with the next row and column of each
    assert max(count) == 65**2 * sum(len(pool.tiles) for pool in tiles)


def test_a_network_with_too_many_nodes_is_looked_up_in_parts(town, monkeypatch):
    lattice = Lattice(ModeStreets.of(town, "walk", TRIP, speeds=None), CELL_M)
    expected = minutes(town, lattice)
    for most in (1, 2, 3):
        monkeypatch.setattr(module, "_MOST", most)
        monkeypatch.setattr(module, "_BATCH", 3)
        other = replace(town, barriers=None, prepared=Prepared())
        part = Lattice(ModeStreets.of(other, "walk", TRIP, speeds=None), CELL_M)
        for _ in range(2):
            np.testing.assert_array_equal(minutes(other, part), expected)


def test_edges_are_those_that_nodes_are_snapped_to(town):
    lattice = Lattice(ModeStreets.of(town, "walk", TRIP, speeds=None), CELL_M)
    window = window_of(town)
    row, column = np.mgrid[window.south : window.north, window.west : window.east]
    metres = np.column_stack([column.ravel(), row.ravel()]) * CELL_M
    snapping = snap_lonlat(town, Plane.of(town).to_degrees(metres), "walk", max_m=300)
    np.testing.assert_array_equal(lattice.edges(window).ravel(), snapping.edge)


def test_a_plane_is_true_in_the_middle_and_nowhere_shorter_than_it_says():
    network = draw({"A": (0, -300_000), "B": (0, 300_000)}, [{"ends": "AB"}])
    plane = Plane.of(network)
    there = np.array([[7.0, 50.0], [7.5, 52.2], [8.0, 54.0]])
    np.testing.assert_allclose(plane.to_degrees(plane.to_metres(there)), there)
    along = np.radians(0.01) * 6_371_008.8 * np.cos(np.radians(network.streets.lat))
    drawn = 0.01 * plane.x_m
    assert drawn == pytest.approx(along.mean(), rel=0.002)
    assert (drawn / along <= plane.stretch).all()


def test_boxes(town):
    streets = town.streets
    boxes = edge_boxes(town)
    xy = Plane.of(town).to_metres(np.column_stack([streets.lon, streets.lat]))
    np.testing.assert_allclose(boxes[0, :2], np.minimum(*xy[[streets.tail[0], streets.head[0]]]))
    metric = ModeStreets.of(town, "walk", TRIP, speeds=None).metric
    west, _, east, _ = vertex_boxes(town, metric)
    corner = 0  # the south-west: its streets lead 400 m east and north
    assert east[corner] - west[corner] == pytest.approx(400, abs=15)
