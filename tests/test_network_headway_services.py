"""Checks of public transport lines, and their arrays."""

import dataclasses

import numpy as np
import pandas as pd
import pytest
import shapely

from grensgeo.errors import InputError
from grensgeo.network import Services
from grensgeo.network.headway_services import build_services, clip_services, to_arrays

STOPS = {"a": ("NL", 7.0), "b": ("NL", 7.1), "c": ("DE", 7.2), "d": ("DE", 7.3)}


def services():
    calls = [
        ("x", 1, "a", 0, 0),
        ("x", 2, "b", 10, 12),
        ("x", 3, "c", 20, 21),
        ("x", 4, "d", 30, 30),
    ]
    return Services(
        stops=pd.DataFrame(
            [(s, s, lon, 52.0, country) for s, (country, lon) in STOPS.items()],
            columns=["stop_id", "name", "lon", "lat", "country"],
        ),
        lines=pd.DataFrame(
            [("x", "X", "op", 30.0, False, "s")],
            columns=["line_id", "name", "operator", "headway_min", "modelled", "source_id"],
        ),
        calls=pd.DataFrame(
            calls, columns=["line_id", "sequence", "stop_id", "arrival_min", "departure_min"]
        ),
        transfers=pd.DataFrame(
            [("a", "a", 5.0), ("b", "c", 7.0)],
            columns=["from_stop_id", "to_stop_id", "transfer_min"],
        ),
    )


def changed(table, column, row, value):
    whole = services()
    frame = getattr(whole, table).copy()
    frame[column] = frame[column].astype(object)
    frame.loc[row, column] = value
    return dataclasses.replace(whole, **{table: frame})


def test_lines_run_there_and_back():
    arrays = to_arrays(build_services(services()))
    assert arrays.stop_ids == ("a", "b", "c", "d")
    assert arrays.line_ids == ("x", "x")
    np.testing.assert_array_equal(arrays.line_start, [0, 4, 8])
    np.testing.assert_array_equal(arrays.call_stop, [0, 1, 2, 3, 3, 2, 1, 0])
    # d 0, c 9-10, b 18-20, a 30: the same minutes on board and standing
    minutes = np.array([0, 10, 20, 30, 0, 9, 18, 30]) * 60.0
    np.testing.assert_array_equal(arrays.call_arrival_s, minutes)
    minutes = np.array([0, 12, 21, 30, 0, 10, 20, 30]) * 60.0
    np.testing.assert_array_equal(arrays.call_departure_s, minutes)
    np.testing.assert_array_equal(arrays.line_headway_s, [1800, 1800])
    np.testing.assert_array_equal(arrays.transfer_from, [0, 1])
    np.testing.assert_array_equal(arrays.transfer_to, [0, 2])
    np.testing.assert_array_equal(arrays.transfer_s, [300, 420])


def test_a_closed_country_cuts_lines_and_walks():
    arrays = to_arrays(services(), country="DE")
    np.testing.assert_array_equal(arrays.call_stop, [2, 3, 3, 2])
    assert len(arrays.stop_ids) == 4
    assert len(arrays.transfer_s) == 0


def test_a_line_that_leaves_the_country_and_comes_back_is_two():
    arrays = to_arrays(changed("stops", "country", 1, "DE"), country="DE")
    np.testing.assert_array_equal(arrays.line_start, [0, 3, 6])
    whole = changed("stops", "country", 2, "NL")
    whole = dataclasses.replace(
        whole,
        stops=pd.concat(
            [whole.stops, whole.stops.iloc[[0]].assign(stop_id="e")], ignore_index=True
        ),
        calls=pd.concat(
            [whole.calls, whole.calls.iloc[[3]].assign(sequence=5, stop_id="e", arrival_min=40.0)]
        ),
    )
    arrays = to_arrays(whole, country="NL")
    np.testing.assert_array_equal(arrays.call_stop, [0, 1, 2, 2, 1, 0])


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
        build_services(changed(*case))
    assert words in str(caught.value)


def test_clipping_keeps_what_lies_between():
    area = shapely.box(6.95, 51.9, 7.05, 52.1) | shapely.box(7.15, 51.9, 7.25, 52.1)
    part = clip_services(build_services(services()), area)
    assert part.calls["stop_id"].tolist() == ["a", "b", "c"]
    east = clip_services(build_services(services()), shapely.box(7.05, 51.9, 7.4, 52.1))
    assert east.calls["departure_min"].tolist() == [0, 9, 18]
    assert east.calls["arrival_min"].tolist() == [0, 8, 18]
    assert east.stops["stop_id"].tolist() == ["b", "c", "d"]
    assert east.transfers["from_stop_id"].tolist() == ["b"]
    with pytest.raises(InputError, match="no line"):
        clip_services(services(), shapely.box(0, 0, 1, 1))
