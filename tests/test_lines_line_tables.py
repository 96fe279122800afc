"""Checks of public transport lines, and those of an area."""

import dataclasses

import numpy as np
import pytest
import shapely
from feeds import line_tables

from grensgeo.errors import InputError
from grensgeo.lines.line_tables import check_lines, clip_lines
from grensgeo.network.line_feeds import line_feed

STOPS = {"a": ("NL", 7.0), "b": ("NL", 7.1), "c": ("DE", 7.2), "d": ("DE", 7.3)}


def tables():
    lines = {"x": (30, [("a", 0), ("b", 10, 12), ("c", 20, 21), ("d", 30)])}
    stops = {name: (lon, 52.0, country) for name, (country, lon) in STOPS.items()}
    return line_tables(stops, lines, transfers=[("a", "a", 5.0), ("b", "c", 7.0)])


def changed(table, column, row, value):
    whole = tables()
    frame = getattr(whole, table).copy()
    frame[column] = frame[column].astype(object)
    frame.loc[row, column] = value
    return dataclasses.replace(whole, **{table: frame})


def test_lines_run_there_and_back():
    feed = line_feed(check_lines(tables()))
    calls = feed.calls
    assert feed.trips.index.tolist() == ["x-there", "x-back"]
    np.testing.assert_array_equal(calls.start, [0, 4, 8])
    np.testing.assert_array_equal(calls.stop, [0, 1, 2, 3, 3, 2, 1, 0])
    # d 0, c 9-10, b 18-20, a 30: the same minutes on board and standing
    minutes = np.array([0, 10, 20, 30, 0, 9, 18, 30]) * 60
    np.testing.assert_array_equal(calls.arrival_s, minutes)
    minutes = np.array([0, 12, 21, 30, 0, 10, 20, 30]) * 60
    np.testing.assert_array_equal(calls.departure_s, minutes)
    np.testing.assert_array_equal(feed.frequencies["headway_s"], [1800, 1800])
    # vehicles pass the middle of the line from 5 to 24 o'clock
    assert feed.frequencies["start_s"].tolist() == [5 * 3600 - 900] * 2
    assert feed.frequencies["end_s"].tolist() == [24 * 3600 - 900] * 2
    assert feed.transfers["min_transfer_s"].tolist() == [300, 420]


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (("stops", "lon", 1, 190.0), "out of range at b"),
        (("stops", "country", 1, "XX"), "country is not one of"),
        (("stops", "stop_id", 1, "a"), "duplicate stop_id: a"),
        (("lines", "headway_min", 0, 0.0), "headway_min is not above zero on x"),
        (("lines", "line_id", 0, "y"), "line_id that are not there: x"),
        (("lines", "line_id", 0, "y"), "fewer than two calls: y"),
        (("calls", "stop_id", 2, "q"), "stop_id that are not there: q"),
        (("calls", "arrival_min", 2, 11.0), "fall along the line at x c"),
        (("calls", "departure_min", 1, 9.0), "fall along the line at x b"),
        (("calls", "arrival_min", 2, 12.0), "takes no time to x c"),
        (("calls", "sequence", 2, 2), "duplicate line_id/sequence"),
        (("transfers", "transfer_min", 1, -1.0), "below zero from b to c"),
        (("transfers", "to_stop_id", 1, "q"), "to_stop_id that are not there: q"),
    ],
)
def test_each_fault_is_named(case, words):
    with pytest.raises(InputError) as caught:
        check_lines(changed(*case))
    assert words in str(caught.value)


def test_clipping_keeps_what_lies_between():
    area = shapely.box(6.95, 51.9, 7.05, 52.1) | shapely.box(7.15, 51.9, 7.25, 52.1)
    part = clip_lines(check_lines(tables()), area)
    assert part.calls["stop_id"].tolist() == ["a", "b", "c"]
    east = clip_lines(check_lines(tables()), shapely.box(7.05, 51.9, 7.4, 52.1))
    assert east.calls["departure_min"].tolist() == [0, 9, 18]
    assert east.calls["arrival_min"].tolist() == [0, 8, 18]
    assert east.stops["stop_id"].tolist() == ["b", "c", "d"]
    assert east.transfers["from_stop_id"].tolist() == ["b"]
    with pytest.raises(InputError, match="no line"):
        clip_lines(tables(), shapely.box(0, 0, 1, 1))
