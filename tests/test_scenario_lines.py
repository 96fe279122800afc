"""Modifications of the trips of a line, on timetables of a few trips, call by call."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest
from drawing import draw
from examples import examples
from feeds import calls, feed_files, lines_at_headways, write_feed
from hypothesis import given, settings
from hypothesis import strategies as st

from grensgeo.errors import InputError
from grensgeo.gtfs import read_feed, timetable_on
from grensgeo.gtfs.timetable.patterns import draw as drawn
from grensgeo.scenario import (
    AddStop,
    AddTrips,
    AdjustDwell,
    AdjustSpeed,
    ConnectTracks,
    RemoveStop,
    RemoveTrips,
    Reroute,
    Scenario,
    SetTransfer,
    Situation,
    situation_key,
)

TITLE = {"nl": "Een", "de": "Eins", "en": "One"}
DAY = date(2023, 10, 17)
#: Between Enschede and Gronau it stands for two minutes; a second train goes back.
TRIPS = {
    "1": "Enschede 7:00, Glanerbrug 7:10-7:12, Gronau 7:20, Ahaus 7:40",
    "2": "Ahaus 8:00, Gronau 8:20, Glanerbrug 8:28-8:30, Enschede 8:40",
}
FORTH = {"Enschede": 0, "Glanerbrug": 10, "Gronau": 20, "Ahaus": 40}


@pytest.fixture(scope="module")
def network(tmp_path_factory):
    folder = tmp_path_factory.mktemp("feeds")
    files = feed_files(TRIPS)
    files["stops.txt"] += "Rheine,Rheine,52.2764,7.4347\n"
    files["trips.txt"] += "R,D,3,\n"  # a shuttle that makes Rheine a stop of the network
    files["stop_times.txt"] += "3,5:00:00,5:00:00,Rheine,0\n3,5:01:00,5:01:00,Gronau,1\n"
    files["routes.txt"] += "S,A,Shuttle,3\n"
    files["trips.txt"] = files["trips.txt"].replace("R,D,3", "S,D,3")
    return streets(read_feed(write_feed(folder / "bahn.zip", files)))


def streets(*feeds):
    return draw({"A": (0, 0), "B": (900, 0)}, [{"ends": "AB"}], feeds=feeds)


def applied(net, *modifications):
    return Scenario("one", modifications, title=TITLE).apply(net)


def found(net, hour=None):
    """Calls of each trip: stop and arrival, and departure where it stands, in minutes."""
    day = drawn(timetable_on(net.feeds, DAY), 0)
    table = {}
    for name, runs in calls(day).items():
        for run in runs:
            since = 0 if hour is None else 60 * hour[name]
            table.setdefault(
                name,
                [
                    (stop, *sorted({arrival / 60 - since, departure / 60 - since}))
                    for stop, arrival, departure in run
                ],
            )  # else of the day after
    return table


def trip(net, name="1", hour=7):
    return found(net, dict.fromkeys(found(net), hour))[name]


@pytest.mark.parametrize(
    ("modification", "forth"),
    [
        (
            AdjustSpeed("RB64", speed_factor=2),
            [("Enschede", 0), ("Glanerbrug", 5, 7), ("Gronau", 11), ("Ahaus", 21)],
        ),
        (
            AdjustSpeed("RB64", run_time_factor=1.5, from_stop="Gronau", to_stop="Glanerbrug"),
            [("Enschede", 0), ("Glanerbrug", 10, 12), ("Gronau", 24), ("Ahaus", 44)],
        ),
        (
            AdjustDwell("RB64", 5, stop="Glanerbrug"),
            [("Enschede", 0), ("Glanerbrug", 10, 15), ("Gronau", 23), ("Ahaus", 43)],
        ),
        (
            AdjustDwell("RB64", 0),
            [("Enschede", 0), ("Glanerbrug", 10), ("Gronau", 18), ("Ahaus", 38)],
        ),
        (RemoveStop("RB64", "Gronau"), [("Enschede", 0), ("Glanerbrug", 10, 12), ("Ahaus", 40)]),
        (
            RemoveStop("RB64", "Glanerbrug", saves_min=3),
            [("Enschede", 0), ("Gronau", 17), ("Ahaus", 37)],
        ),
        (RemoveStop("RB64", "Enschede"), [("Glanerbrug", 10, 12), ("Gronau", 20), ("Ahaus", 40)]),
        (
            AddStop("RB64", ("Ahaus", "Gronau"), 2, dwell_min=1, stop="Rheine"),
            [("Enschede", 0), ("Glanerbrug", 10, 12), ("Gronau", 20), None, ("Ahaus", 42)],
        ),
        (
            Reroute("RB64", "Glanerbrug", "Ahaus", minutes=(10, 35), via=("Rheine",)),
            [("Enschede", 0), ("Glanerbrug", 10, 12), ("Rheine", 22), ("Ahaus", 47)],
        ),
        (
            Reroute("RB64", "Ahaus", "Enschede", minutes=(30,)),
            [("Enschede", 0), ("Ahaus", 30)],
        ),
    ],
)
def test_the_calls_of_a_trip_change_by_the_known_minutes(network, modification, forth):
    after = trip(applied(network, modification))
    assert len(after) == len(forth)
    assert [call for call, want in zip(after, forth, strict=True) if want and call != want] == []
    assert trip(network) == [
        ("Enschede", 0), ("Glanerbrug", 10, 12), ("Gronau", 20), ("Ahaus", 40),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("modification", "back"),
    [
        (
            AdjustSpeed("RB64", run_time_factor=1.5, from_stop="Gronau", to_stop="Glanerbrug"),
            [("Ahaus", 0), ("Gronau", 20), ("Glanerbrug", 32, 34), ("Enschede", 44)],
        ),
        (
            Reroute("RB64", "Glanerbrug", "Ahaus", minutes=(10, 35), via=("Rheine",)),
            [("Ahaus", 0), ("Rheine", 25), ("Glanerbrug", 35, 37), ("Enschede", 47)],
        ),
        (
            RemoveStop("RB64", "Enschede"),
            [("Ahaus", 0), ("Gronau", 20), ("Glanerbrug", 28, 30)],
        ),
    ],
)
def test_the_other_direction_changes_too(network, modification, back):
    assert trip(applied(network, modification), "2", 8) == back


def test_a_new_stop_lies_where_it_is_said(network):
    south = AddStop("RB64", ("Gronau", "Ahaus"), 3, dwell_min=1, name="Epe", at=(7.0214, 52.1463))
    after = applied(network, south)
    assert trip(after)[3:] == [("new-epe", 31, 32), ("Ahaus", 43)]
    assert trip(after, "2", 8)[:2] == [("Ahaus", 0), ("new-epe", 11, 12)]
    stop = after.feeds[0].stops.loc["new-epe"]
    assert (stop["stop_name"], stop["stop_lon"]) == ("Epe", 7.0214)
    with_countries = replace(network.feeds[0], stops=network.feeds[0].stops.assign(country="DE"))
    placed = applied(replace(network, feeds=(with_countries,)), south)
    assert placed.feeds[0].stops.loc["new-epe", "country"] == "DE"


@pytest.mark.parametrize(
    ("modification", "names"),
    [
        (RemoveTrips("RB64", trips=("2",)), {"1", "3"}),
        (RemoveTrips("RB64", between=("7:00", "8:00")), {"2", "3"}),
        (RemoveTrips("RB64", between=("7:01", "24:00")), {"1", "3"}),
        (AddTrips("RB64", "Enschede", ("9:00", "24:30")), {"1", "2", "3", "1~1", "1~2"}),
    ],
)
def test_trips_are_removed_and_added(network, modification, names):
    assert set(found(applied(network, modification))) == names


def test_an_added_trip_runs_as_the_nearest_does(network):
    after = applied(network, AddTrips("RB64", "Ahaus", ("9:00",)))
    assert trip(after, "2~1", 9) == trip(network, "2", 8)
    assert trip(after, "2", 8) == trip(network, "2", 8)


def leaving(net):
    """Seconds at which trips leave the west."""
    day = drawn(timetable_on(net.feeds, DAY), 0)
    runs = [run for several in calls(day).values() for run in several]
    return [run[0][2] for run in runs if run[0][0] == "s1" and 0 <= run[0][2] < 86400]


def test_departures_at_headways_in_a_span_are_removed():
    stops = {"s1": (7.0, 52.2, "NL"), "s2": (7.04, 52.2, "DE")}
    net = streets(lines_at_headways(stops, {"RB51": (60, [("s1", 0), ("s2", 11)])}))
    leaves = leaving(net)
    after = applied(net, RemoveTrips("RB51", between=("9:00", "12:30")))
    left = leaving(after)
    assert set(left) < set(leaves)
    gone = sorted(set(leaves) - set(left))
    assert len(gone) in {3, 4}
    assert all(8 * 3600 <= second < 13.5 * 3600 for second in gone)


def test_changing_takes_what_is_set(network):
    after = applied(network, SetTransfer("Gronau", "Gronau", 9))
    day = timetable_on(after.feeds, DAY)
    place = day.stop_ids.tolist().index("Gronau")
    assert day.min_change_s[place] == 540
    assert timetable_on(network.feeds, DAY).min_change_s[place] == 60
    shut = timetable_on(applied(network, SetTransfer("Gronau", "Gronau")).feeds, DAY)
    assert shut.change_ok[place] == 0
    walk = timetable_on(applied(network, SetTransfer("Gronau", "Rheine", 4)).feeds, DAY)
    pairs = zip(walk.transfer_from, walk.transfer_to, walk.transfer_s, strict=True)
    ids = walk.stop_ids
    assert sorted((ids[a], ids[b], s) for a, b, s in pairs) == [
        ("Gronau", "Rheine", 240), ("Rheine", "Gronau", 240),
    ]  # fmt: skip
    assert situation_key(Situation(network=applied(
        network, SetTransfer("Gronau", "Gronau", 9), SetTransfer("Gronau", "Gronau", 5),
    ))) == situation_key(Situation(network=applied(network, SetTransfer("Gronau", "Gronau", 5))))  # fmt: skip


@pytest.mark.parametrize(
    ("modification", "message"),
    [
        (AdjustSpeed("RB6", speed_factor=2), "unknown line 'RB6'; did you mean RB64"),
        (
            AdjustDwell("RB64", 1, stop="Gronow"),
            "unknown stop of line RB64 Gronow; nearest is Gro",
        ),
        (RemoveStop("RB64", "Rheine"), "unknown stop of line RB64 Rheine"),
        (AddStop("RB64", ("Enschede", "Gronau"), 1, stop="Rheine"), "without a call between"),
        (AddStop("RB64", ("Gronau", "Ahaus"), 1, stop="Rhene"), "unknown stop Rhene; nearest is"),
        (Reroute("RB64", "Gronau", "Ahaus", minutes=(3, 5), via=("Rhine",)), "unknown stop Rhine"),
        (RemoveTrips("RB64", trips=("9",)), "unknown trip of line RB64 9"),
        (AddTrips("RB64", "Gronau", ("9:00",)), "unknown first stop of line RB64 Gronau"),
        (AddTrips("RB64", "Enschede", ("7:00",)), "changes nothing"),
        (AdjustDwell("RB64", 2, stop="Glanerbrug"), "changes nothing"),
        (RemoveTrips("RB64", between=("9:00", "10:00")), "changes nothing"),
        (SetTransfer("Gronow", "Ahaus", 5), "unknown stop Gronow"),
        (ConnectTracks("RB64", "Shuttle", "Gronau"), "begins there within 10 min"),
        (ConnectTracks("RB64", "RB64", "Gronau"), "are one line"),
    ],
)
def test_what_does_not_fit_is_told(network, modification, message):
    with pytest.raises(InputError, match=message):
        applied(network, modification)


def test_a_transfer_stands_in_one_timetable(tmp_path):
    calls = {"a": "Enschede 7:00, Gronau 7:20", "b": "Ahaus 8:00, Rheine 8:30"}
    two = [
        read_feed(write_feed(tmp_path / f"{name}.zip", feed_files({name: way})))
        for name, way in calls.items()
    ]
    with pytest.raises(InputError, match="are in two timetables, and a transfer stands in one"):
        applied(streets(*two), SetTransfer("Gronau", "Ahaus", 5))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: AdjustSpeed("a"), "give one of speed_factor and run_time_factor"),
        (lambda: AdjustSpeed("a", speed_factor=0), "speed_factor: 0 is not above 0"),
        (lambda: AdjustSpeed("a", speed_factor=2, to_stop="b"), "give both of from_stop and to"),
        (lambda: AdjustDwell("a", -1), "dwell_min: -1 is not from 0 to 60"),
        (lambda: AddStop("a", ("b",), 1, stop="c"), "between: .* is not two stops"),
        (lambda: AddStop("a", ("b", "c"), 1), "give stop, or name and at"),
        (lambda: AddStop("a", ("b", "c"), 1, name="d"), "give stop, or name and at"),
        (lambda: AddStop("a", ("b", "c"), 1, dwell_min=2, stop="d"), "more than takes_min"),
        (lambda: Reroute("a", "b", "c", minutes=(5, 4), via=("d",)), "is not rising minutes"),
        (lambda: Reroute("a", "b", "c", minutes=(5,), via=("d",)), "1 for 1 stops and the end"),
        (lambda: RemoveTrips("a"), "give one of trips and between"),
        (lambda: RemoveTrips("a", between=("9", "10")), "is not two rising times"),
        (lambda: AddTrips("a", "b", ("9h",)), "give times such as 07:15"),
        (lambda: SetTransfer("a", "", 5), "to_stop: '' is not the id or name of a stop"),
        (lambda: ConnectTracks("a", "b", "c", wait_min=99), "wait_min: 99 is not from 0 to 60"),
    ],
)
def test_modifications_of_lines_that_cannot_be(make, message):
    with pytest.raises(InputError, match=message):
        make()


# --- through trains


def bahn(tmp_path, name, trips, line, **more):
    files = feed_files(trips, **more)
    files["routes.txt"] = files["routes.txt"].replace("RB64", line)
    return read_feed(write_feed(tmp_path / f"{name}.zip", files), name=name)


def test_two_lines_become_one_train_across_timetables(tmp_path):
    west = bahn(tmp_path, "ns", {
        "a": "Zwolle 6:00, Enschede 7:00", "b": "Enschede 9:10, Zwolle 10:10",
    }, "RE13")  # fmt: skip
    east = bahn(tmp_path, "db", {
        "c": "Enschede 7:05, Muenster 8:05", "d": "Muenster 8:00, Enschede 9:00",
        "e": "Enschede 8:05, Muenster 9:05",
    }, "RB64", prefix="de:")  # fmt: skip
    net = streets(west, east)
    after = applied(net, ConnectTracks("RE13", "RB64", "Enschede"))
    table = found(after)
    assert [call[1] for call in table["a~through"]] == [360, 420, 485]
    assert table["a~through"][1][1:] == (420, 425)
    assert [call[1] for call in table["d~through"]] == [480, 540, 610]
    assert set(table) == {"a~through", "d~through", "e"}
    ends = [table["a~through"][k][0].rpartition(":")[2] for k in (0, -1)]
    assert ends[0] == "Zwolle"
    assert ends[1].endswith("Muenster")
    short = Scenario("one", (ConnectTracks("RE13", "RB64", "Enschede", wait_min=5),), title=TITLE)
    assert set(found(short.apply(net))) == {"a~through", "b", "d", "e"}


def test_a_line_at_exact_headways_is_joined_as_the_trips_that_it_is(tmp_path):
    """Every half hour from 6:00 to 7:00: the train that is there at 7:30 goes on at 7:32."""
    west = bahn(tmp_path, "ns", {"a": "Zwolle 6:00, Enschede 7:00"}, "RE13")
    row = {"trip": 0, "start_s": 21600, "end_s": 25201, "headway_s": 1800, "exact": 1}
    often = pd.DataFrame([{**dict.fromkeys(west.frequencies.columns, 0), **row}])
    west = replace(west, frequencies=often.astype(west.frequencies.dtypes))
    east = bahn(tmp_path, "db", {"c": "Enschede 7:32, Muenster 8:32"}, "RB64")
    after = applied(streets(west, east), ConnectTracks("RE13", "RB64", "Enschede", wait_min=5))
    runs = sorted([call[1] for call in trip] for trip in found(after).values())
    assert runs == [[360, 420], [390, 450, 512], [420, 480]]
    with pytest.raises(InputError, match="begins there within 1 min"):
        applied(streets(west, east), ConnectTracks("RE13", "RB64", "Enschede", wait_min=1))


def test_days_on_which_one_runs_alone_stay(tmp_path):
    trips = {"a": "Zwolle 6:00, Enschede 7:00"}
    west = bahn(tmp_path, "ns", trips, "RE13")
    east = bahn(tmp_path, "db", {"c": "Enschede 7:05, Muenster 8:05"}, "RB64")
    days = east.days
    weekend = np.array([(days.first.toordinal() + n - 1) % 7 > 4 for n in range(days.n_days)])
    east = replace(east, days=replace(days, active=days.active & ~weekend))
    after = applied(streets(west, east), ConnectTracks("RE13", "RB64", "Enschede"))
    assert set(calls(timetable_on(after.feeds, DAY))) == {"a~through"}
    assert set(calls(timetable_on(after.feeds, date(2023, 10, 21)))) == {"a"}


def test_lines_at_one_headway_become_one():
    stops = {"s1": (7.0, 52.2, "NL"), "s2": (7.1, 52.2, "DE"), "s3": (7.2, 52.2, "DE")}
    lines = {"A": (60, [("s1", 0), ("s2", 11)]), "B": (60, [("s2", 0), ("s3", 20)])}
    net = streets(lines_at_headways(stops, lines))
    after = applied(net, ConnectTracks("A", "B", "s2"))
    rows = pd.Series(after.feeds[0].frequencies["headway_s"]).tolist()
    assert rows == [3600, 3600]
    first = next(iter(calls(drawn(timetable_on(after.feeds, DAY), 0)).values()))[0]
    start = first[0][2]
    assert [(stop, (a - start) / 60, (d - start) / 60) for stop, a, d in first] == [
        ("s1", 0, 0), ("s2", 11, 13), ("s3", 33, 33),
    ]  # fmt: skip
    with pytest.raises(InputError, match="give both the same headway first"):
        applied(
            streets(lines_at_headways(stops, lines | {"B": (30, lines["B"][1])})),
            ConnectTracks("A", "B", "s2"),
        )


# --- laws


@settings(max_examples=examples(15))
@given(st.floats(1, 4), st.sampled_from([None, ("Glanerbrug", "Gronau")]))
def test_law_who_gets_on_first_is_never_later_on_a_faster_line(network, factor, section):
    ends = dict(zip(("from_stop", "to_stop"), section or (None, None), strict=True))
    faster = AdjustSpeed("RB64", speed_factor=max(factor, 1.01), **ends)
    before, after = trip(network), trip(applied(network, faster))
    assert all(now[1] <= then[1] for now, then in zip(after, before, strict=True))
    # and it stands as long as it did
    assert [len(call) for call in after] == [len(call) for call in before]


@settings(max_examples=examples(12))
@given(st.integers(0, 3), st.sampled_from(["Gronau", "Glanerbrug"]))
def test_law_stops_delay_those_who_ride_through_by_what_they_take(network, takes, before):
    behind = {"Gronau": "Ahaus", "Glanerbrug": "Gronau"}[before]
    after = trip(applied(network, AddStop("RB64", (before, behind), takes, stop="Rheine")))
    times = {stop: times for stop, *times in after}
    for stop, minute in FORTH.items():
        later = takes if minute > FORTH[before] else 0
        assert times[stop][0] == minute + later
