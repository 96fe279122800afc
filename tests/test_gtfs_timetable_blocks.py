"""Passengers who stay seated from trip to trip, in cases known in advance."""

from dataclasses import replace

import numpy as np
import pytest
from drawing import draw
from feeds import calls
from test_gtfs_timetable_on_date import TUESDAY, clock
from test_traveltimes_departures import AT, ENDS, STREETS, feed

from grensgeo.gtfs import timetable_on
from grensgeo.network import with_feeds
from grensgeo.scenario import AdjustFrequency
from grensgeo.traveltimes import Trip, journeys, travel_times

STOPS = {"W": (1000, 0), "X": (9000, 0), "Y": (14_000, 0), "E": (20_000, 0)}


def blocks(path, trips, *, of, days="D" * 9, **files):
    """A feed of trips with their blocks, a letter each; - for none."""
    rows = ["route_id,service_id,trip_id,block_id"]
    for trip, block, service in zip(trips, of, days, strict=False):
        rows.append(f"{trip.partition('/')[0]},{service},{trip},{block.strip('-')}")
    content = {f"{name}.txt": text for name, text in files.items()}
    content["trips.txt"] = "\n".join(rows) + "\n"
    return feed(path / "f.zip", STOPS, trips, **content)


def seated(one, **options):
    """The runs in which one rides on, by trips."""
    return {name: runs for name, runs in calls(timetable_on(one, TUESDAY, **options)).items()
            if "+" in name}  # fmt: skip


@pytest.mark.parametrize(
    ("trips", "of", "found"),
    [
        ({"a/1": "W 8:20, X 8:30", "b/1": "X 8:30, E 8:40"}, "vv", {"a/1+b/1"}),
        ({"a/1": "W 8:20, X 8:30", "b/1": "X 8:40, E 8:50"}, "vv", {"a/1+b/1"}),
        ({"a/1": "W 8:20, X 8:30", "b/1": "X 8:41, E 8:51"}, "vv", set()),  # too long a stand
        ({"a/1": "W 8:20, X 8:30", "b/1": "X 8:30, E 8:40"}, "vw", set()),  # another vehicle
        ({"a/1": "W 8:20, X 8:30", "b/1": "X 8:30, E 8:40"}, "--", set()),
        ({"a/1": "W 8:20, X 8:30", "b/1": "Y 8:30, E 8:40"}, "vv", set()),  # it drives on empty
        ({"a/1": "W 8:20, X 8:30", "b/1": "X 8:29, E 8:40"}, "vv", set()),
        (
            {"a/1": "W 8:00, X 8:10", "b/1": "X 8:10, Y 8:20", "c/1": "Y 8:20, E 8:30"},
            "vvv",
            {"a/1+b/1", "b/1+c/1", "a/1+b/1+c/1"},
        ),
    ],
)
def test_which_trips_are_one_ride(tmp_path, trips, of, found):
    assert set(seated(blocks(tmp_path, trips, of=of))) == found


LINKS = "from_stop_id,to_stop_id,from_trip_id,to_trip_id,transfer_type\n"


@pytest.mark.parametrize(
    ("trips", "of", "links", "found"),
    [
        # seated without a block, at another stop, after a longer stand
        ({"a/1": "W 8:20, X 8:30", "b/1": "Y 8:45, E 8:50"}, "--", ",,a/1,b/1,4", {"a/1+b/1"}),
        ({"a/1": "W 8:20, X 8:30", "b/1": "X 8:30, E 8:40"}, "--", "X,X,a/1,b/1,4", {"a/1+b/1"}),
        # not where the one ends and the other begins; not backwards in time
        ({"a/1": "W 8:20, X 8:30", "b/1": "X 8:30, E 8:40"}, "--", "W,X,a/1,b/1,4", set()),
        ({"a/1": "W 8:20, X 8:30", "b/1": "X 8:30, E 8:40"}, "--", "X,E,a/1,b/1,4", set()),
        ({"a/1": "W 8:20, X 8:30", "b/1": "X 8:29, E 8:40"}, "--", ",,a/1,b/1,4", set()),
        # off and on again, whatever the block says
        ({"a/1": "W 8:20, X 8:30", "b/1": "X 8:30, E 8:40"}, "vv", ",,a/1,b/1,5", set()),
        (
            {"a/1": "W 8:00, X 8:10", "b/1": "X 8:10, Y 8:20", "c/1": "Y 8:20, E 8:30"},
            "vvv",
            "X,X,a/1,b/1,5",
            {"b/1+c/1"},
        ),
        # a link counts before the block
        (
            {"a/1": "W 8:00, X 8:10", "b/1": "X 8:10, Y 8:20", "c/1": "X 8:15, E 8:30"},
            "vv-",
            ",,a/1,c/1,4",
            {"a/1+c/1"},
        ),
        # trains that part, and trains that are coupled
        (
            {"a/1": "W 8:00, X 8:10", "b/1": "X 8:12, Y 8:20", "c/1": "X 8:12, E 8:30"},
            "---",
            "X,X,a/1,b/1,4\nX,X,a/1,c/1,4",
            {"a/1+b/1", "a/1+c/1"},
        ),
        (
            {"a/1": "W 8:00, X 8:10", "b/1": "Y 8:00, X 8:09", "c/1": "X 8:12, E 8:30"},
            "---",
            "X,X,a/1,c/1,4\nX,X,b/1,c/1,4",
            {"a/1+c/1", "b/1+c/1"},
        ),
        # the next service day's
        ({"a/1": "W 23:40, X 23:50", "b/1": "X 0:05, E 0:20"}, "--", ",,a/1,b/1,4", {"a/1+b/1"}),
    ],
)
def test_what_transfers_say_of_one_vehicle(tmp_path, trips, of, links, found):
    one = blocks(tmp_path, trips, of=of, transfers=LINKS + links + "\n")
    assert set(seated(one)) == found


def test_a_vehicle_that_goes_to_another_platform_of_the_station(tmp_path):
    stops = "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\n"
    stops += "W,W,52.2,7.0,0,\nS,S,52.2,7.1,1,\nX,S,52.2,7.1,0,S\nY,S,52.2001,7.1,0,S\n"
    stops += "E,E,52.2,7.2,0,\n"
    trips = {"a/1": "W 8:20, X 8:30", "b/1": "Y 8:31, E 8:40"}
    one = blocks(tmp_path, trips, of="vv", stops=stops)
    assert set(seated(one)) == {"a/1+b/1"}


@pytest.mark.long
def test_who_may_not_stay_seated_changes_as_everywhere(tmp_path):
    trips = {"a/1": "W 8:20, X 8:30", "b/1": "X 8:30, E 8:40", "b/2": "X 9:00, E 9:10"}
    one = blocks(tmp_path, trips, of="vv-", transfers=LINKS + "X,X,a/1,b/1,5\n")
    network = with_feeds(draw(*STREETS), [one])
    times = travel_times(network, *ENDS, Trip("transit", departure=AT))
    np.testing.assert_allclose(times.minutes, [[81.4]], atol=0.1)


def test_at_most_three_trips_in_one_seat(tmp_path):
    trips = {f"a/{k}": f"W 8:{10 * k:02}, W 8:{10 * k + 9:02}" for k in range(5)}
    found = seated(blocks(tmp_path, trips, of="vvvvv"))
    assert sorted(name.count("+") for name in found) == [1] * 4 + [2] * 3


def test_one_gets_on_in_the_first_trip_and_off_in_the_last(tmp_path):
    one = blocks(
        tmp_path,
        {"a/1": "W 8:20, X 8:30, Y 8:35", "b/1": "Y 8:38, E 8:50"},
        of="vv",
    )
    timetable = timetable_on(one, TUESDAY, until_h=24)
    (run,) = seated(one, until_h=24)["a/1+b/1"]
    assert [stop for stop, _, _ in run] == ["W", "X", "Y", "Y", "E"]
    assert [arrival for _, arrival, _ in run[2:]] == [clock(8, 35), clock(8, 38), clock(8, 50)]
    trip = timetable.trip_id.tolist().index("a/1+b/1")
    pattern = int(np.searchsorted(timetable.pattern_trip_start, trip, side="right")) - 1
    rows = slice(*timetable.pattern_stop_start[pattern : pattern + 2])
    assert timetable.board_ok[rows].tolist() == [1, 1, 1, 0, 0]
    assert timetable.alight_ok[rows].tolist() == [0, 0, 0, 1, 1]
    assert timetable.trip_line[trip] == "a/b"
    assert timetable.n_trips == 3
    assert any("passengers stay seated" in note for note in timetable.notes)


def test_staying_seated_is_no_change(tmp_path):
    # 8:30 at X and on at 8:30: no minute to change, and one ride
    trips = {"a/1": "W 8:20, X 8:30", "b/1": "X 8:30, E 8:40"}
    apart = blocks(tmp_path, trips, of="--")
    network = with_feeds(draw(*STREETS), [apart])
    trip = Trip("transit", departure=AT, max_rides=1)
    assert np.isnan(travel_times(network, *ENDS, trip).minutes[0, 0])
    network = with_feeds(draw(*STREETS), [blocks(tmp_path, trips, of="vv")])
    times = travel_times(network, *ENDS, trip)
    np.testing.assert_allclose(times.minutes, [[51.4]], atol=0.1)
    assert times.rides[0, 0] == 1
    back = travel_times(network, *ENDS, Trip("transit", arrival="2023-10-17T09:00", max_rides=1))
    np.testing.assert_allclose(back.minutes, [[51.4]], atol=0.1)
    ride = journeys(network, *ENDS, trip).iloc[1]
    assert (ride["line"], ride["trip_id"]) == ("a/b", "a/1+b/1")
    # saved or of an age before blocks were read
    old = replace(apart, trips=apart.trips.drop(columns="block"))
    assert seated(old) == {}


def test_a_trip_that_a_scenario_moves_is_of_no_block(tmp_path):
    trips = {"a/1": "W 8:20, X 8:30", "a/2": "W 9:20, X 9:30", "b/1": "X 8:50, E 9:00"}
    network = with_feeds(draw(*STREETS), [blocks(tmp_path, trips, of="vwv")])
    after = AdjustFrequency("a", 20).apply(network)
    assert seated(after.feeds[0]) == {}  # at 8:40 another vehicle is at X at 8:50
