"""Where vehicles drive between their stops, on shapes drawn by hand."""

import numpy as np
import pandas as pd
import pytest
from drawing import draw
from test_traveltimes_departures import AT, ENDS, STREETS, WEST_EAST, feed, lonlat

from grensgeo.network import load_network, with_feeds
from grensgeo.traveltimes import Trip, journeys
from grensgeo.traveltimes.alignment import Alignments


def shaped(path, shape, trips, stops, **files):
    """A feed whose trips all follow one shape, given in metres."""
    rows = ["shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence"]
    for number, xy in enumerate(shape):
        lon, lat = lonlat(*xy)
        rows.append(f"s,{lat:.7f},{lon:.7f},{number}")
    ids = "".join(f"{trip.partition('/')[0]},D,{trip},s\n" for trip in trips)
    return feed(
        path / "f.zip",
        stops,
        trips,
        **{
            "shapes.txt": "\n".join(rows) + "\n",
            "trips.txt": "route_id,service_id,trip_id,shape_id\n" + ids,
        }
        | files,
    )


def metres(line):
    """Back to metres, rounded to ten."""
    x0, y0 = lonlat(0, 0)
    x1, y1 = lonlat(1000, 1000)
    scale = 1000 / (np.array([x1, y1]) - (x0, y0))
    return [tuple(xy) for xy in np.round((np.array(line) - (x0, y0)) * scale, -1).tolist()]


def along(one, trip, stops, board=0):
    return metres(Alignments([one]).along(0, trip, [lonlat(*xy) for xy in stops], board=board))


STOPS = {"W": (1000, 0), "X": (10_000, 3000), "E": (20_000, 0)}
BEND = [(0, 0), (1000, 0), (5000, 3000), (15_000, 3000), (20_000, 0), (21_000, 0)]


@pytest.fixture
def bent(tmp_path):
    return shaped(tmp_path, BEND, {"RB/1": "W 8:20, X 8:30, E 8:40"}, STOPS)


def test_a_ride_follows_its_shape_between_its_stops(bent):
    whole = along(bent, "RB/1", STOPS.values())
    inner = [(5000, 3000), (15_000, 3000), (20_000, 0)]
    assert list(dict.fromkeys(whole)) == [(1000, 0), *inner]
    part = along(bent, "RB/1", STOPS.values(), board=1)
    assert list(dict.fromkeys(part)) == [(10_000, 3000), (15_000, 3000), (20_000, 0)]
    assert along(bent, "RB/1#3", STOPS.values()) == whole


def test_a_shape_that_misses_a_stop_and_a_trip_without_one(bent):
    away = [(1000, 0), (10_000, 1000), (20_000, 0)]
    assert along(bent, "RB/1", away) == away
    assert along(bent, "RB/2", STOPS.values()) == list(STOPS.values())
    near = [(1000, 0), (10_000, 2900), (20_000, 0)]
    assert (15_000, 3000) in along(bent, "RB/1", near)


def test_out_and_back_on_one_street(tmp_path):
    # Out to 5 km and back on the other side of the street, with a stop on either side
    shape = [(0, 0), (5000, 0), (5000, 10), (0, 10)]
    stops = {"a": (1000, 10), "b": (4000, 10), "c": (4000, 10), "d": (1000, 10)}
    one = shaped(tmp_path, shape, {"1/1": "a 8:00, b 8:05, c 8:10, d 8:15"}, stops)
    there = along(one, "1/1", [(1000, 10), (4000, 10)])
    assert max(x for x, _ in there) == 4000
    turn = along(one, "1/1", [(1000, 0), (4000, 0), (5000, 5), (4000, 10), (1000, 10)], board=1)
    assert max(x for x, _ in turn) == 5000
    assert turn[-1] == (1000, 10)


def test_a_loop_begins_and_ends_at_one_place(tmp_path):
    shape = [(0, 0), (2000, 0), (2000, 2000), (0, 2000), (0, 0)]
    one = shaped(tmp_path, shape, {"1/1": "a 8:00, b 8:05"}, {"a": (0, 0), "b": (2000, 2000)})
    ring = along(one, "1/1", [(0, 0), (2000, 2000), (0, 0)])
    assert list(dict.fromkeys(ring)) == [(0, 0), (2000, 0), (2000, 2000), (0, 2000)]
    half = along(one, "1/1", [(0, 0), (2000, 2000), (0, 0)], board=1)
    assert (2000, 0) not in half
    assert (0, 2000) in half


def test_journeys_are_drawn_along_shapes_and_shapes_are_kept(tmp_path):
    bent = shaped(tmp_path, BEND, {"RB/1": "W 8:20, E 8:40"}, WEST_EAST)
    network = with_feeds(draw(*STREETS), [bent])
    table = journeys(network, *ENDS, Trip("transit", departure=AT))
    assert (15_000, 3000) in metres(table.geometry.iloc[1].coords)
    by = Trip("transit", arrival="2023-10-17T09:00")
    assert journeys(network, *ENDS, by).geometry.iloc[1].equals(table.geometry.iloc[1])
    network.save(tmp_path / "net")
    again = load_network(tmp_path / "net")
    pd.testing.assert_frame_equal(
        again.feeds[0].shapes, network.feeds[0].shapes, check_dtype=False
    )
    found = journeys(again, *ENDS, Trip("transit", departure=AT))
    assert found.geometry.iloc[1].equals(table.geometry.iloc[1])


def test_shapes_are_slim(tmp_path):
    dense = [(float(x), 2.0 * (x % 200 == 0)) for x in range(0, 21_001, 100)] + [(21_000, 500)]
    one = shaped(tmp_path, dense, {"RB/1": "W 8:20, E 8:40"}, WEST_EAST)
    network = with_feeds(draw(*STREETS), [one])
    assert len(one.shapes) == 212
    assert len(network.feeds[0].shapes) == 3
    single = shaped(tmp_path, [(0, 0)], {"RB/1": "W 8:20, E 8:40"}, WEST_EAST)
    assert len(with_feeds(draw(*STREETS), [single]).feeds[0].shapes) == 0
