"""Transfers of single trips and lines: cases known in advance, and every pair of trips tried."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from unittest.mock import patch

import numpy as np
import pytest
from examples import examples
from feeds import DAILY, write_feed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_routing_transit_raptor import FEEDS, legs

from grensgeo.files import read_parquet
from grensgeo.gtfs import read_feed, timetable_on
from grensgeo.gtfs.findings import Finding
from grensgeo.gtfs.transfers import SINGLE
from grensgeo.network.feeds import read_feeds, write_feeds
from grensgeo.routing.transit.itinerary import journey
from grensgeo.routing.transit.raptor import Egress, Window, percentile_times, profile_times
from grensgeo.routing.transit.schedule import prepare
from grensgeo.schema import write_parquet

DAY = date(2023, 10, 17)
H, M = 3600, 60
HEADER = (
    "from_stop_id,to_stop_id,from_trip_id,to_trip_id,from_route_id,to_route_id,transfer_type,"
    "min_transfer_time\n"
)
#: Two stations of two platforms each and two stops by themselves, all of them far apart.
STOPS = {"S": "", "S1": "S", "S2": "S", "T": "", "T1": "T", "T2": "T", "U": "", "V": ""}
PLACED = {"S": 7.0, "T": 7.1, "U": 7.2, "V": 7.3}


def files(trips, transfers, frequencies=()):
    """Write a feed: trips {"line/id": [(stop, minute), …]}, transfers of eight fields."""
    stops = ["stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station"]
    for stop, parent in STOPS.items():
        lon = PLACED[parent or stop]
        stops.append(f"{stop},{stop},52.0,{lon},{int(stop in 'ST')},{parent}")
    lines = dict.fromkeys(name.partition("/")[0] for name in trips)
    times = ["trip_id,arrival_time,departure_time,stop_id,stop_sequence"]
    for name, calls in trips.items():
        for place, (stop, minute) in enumerate(calls):
            clock = f"{8 + minute // 60}:{minute % 60:02}:00"
            times.append(f"{name},{clock},{clock},{stop},{place}")
    joined = ["route_id,service_id,trip_id"]
    joined += [f"{name.partition('/')[0]},D,{name}" for name in trips]
    spans = ["trip_id,start_time,end_time,headway_secs,exact_times", *frequencies]
    more = {"frequencies.txt": "\n".join(spans) + "\n"} if frequencies else {}
    return more | {
        "agency.txt": "agency_id,agency_name,agency_url,agency_timezone\n"
        "A,Bahn,http://x.eu,Europe/Berlin\n",
        "routes.txt": "route_id,agency_id,route_short_name,route_type\n"
        + "".join(f"{line},A,{line},3\n" for line in lines),
        "calendar.txt": DAILY,
        "stops.txt": "\n".join(stops) + "\n",
        "trips.txt": "\n".join(joined) + "\n",
        "stop_times.txt": "\n".join(times) + "\n",
        "transfers.txt": HEADER + "".join(",".join(map(str, row)) + "\n" for row in transfers),
    }


def lay(folder, trips, transfers=(), **options):
    path = write_feed(folder / "f.zip", files(trips, transfers, **options))
    return timetable_on(read_feed(path), DAY, until_h=24)


def points(timetable, *stops):
    """Legs of no length to each stop, and to its copies."""
    ids = timetable.stop_ids.tolist()
    return [{i: 0 for i, name in enumerate(ids) if name == stop} for stop in stops]


def minutes(timetable, start, end, minute, max_rides=4):
    """Minutes from stop to stop, by the search from one origin, None unreached."""
    here, there = points(timetable, start, end)
    seconds, _ = profile_times(
        prepare(timetable),
        legs(here),
        Egress.from_legs(legs(there), timetable.n_stops),
        window=Window(np.array([8 * H + minute * M]), max_rides, 5 * H),
        rows=slice(None),
    )
    return None if np.isnan(seconds).all() else float(seconds.ravel()[0]) / 60


#: One arrives at S1 at 8:10; on one goes at 8:10, 8:13 and 8:30, and from S2 at 8:14.
MEETING = {
    "a/1": [("U", 0), ("S1", 10)],
    "b/1": [("S1", 10), ("V", 20)],
    "c/1": [("S1", 13), ("V", 23)],
    "d/1": [("S2", 14), ("V", 24)],
    "b/2": [("S1", 30), ("V", 40)],
}


@pytest.mark.parametrize(
    ("transfers", "expected"),
    [
        ([], 23),
        # timed between two trips, two lines, a trip and a line, from a trip to anything
        ([("S1", "S1", "a/1", "b/1", "", "", 1, "")], 20),
        ([("S1", "S1", "", "", "a", "b", 1, "")], 20),
        ([("S1", "S1", "a/1", "", "", "b", 1, "")], 20),
        ([("S", "S", "a/1", "", "", "", 1, "")], 20),
        ([("S1", "S1", "", "", "", "b", 1, "")], 20),
        # of another trip
        ([("S1", "S1", "b/2", "b/1", "", "", 1, "")], 23),
        # impossible to the trip, to the line and to all of the station
        ([("S1", "S1", "a/1", "c/1", "", "", 3, "")], 24),
        ([("S", "S", "", "", "a", "c", 3, "")], 24),
        ([("S", "S", "a/1", "", "", "", 3, "")], None),
        # with a least time: one trip more is missed
        ([("S1", "S1", "a/1", "c/1", "", "", 2, 181)], 24),
        ([("S1", "S1", "a/1", "c/1", "", "", 2, 180)], 23),
        ([("S", "S", "a/1", "", "", "", 2, 300)], 40),
        # the more particular counts: both trips before a trip and a line before a trip before
        # both lines before a line before stops
        ([("S", "S", "", "", "", "", 3, ""), ("S", "S", "", "", "", "b", 0, "")], 40),
        ([("S", "S", "", "", "", "b", 3, ""), ("S", "S", "", "", "a", "b", 1, ""),
          ("S", "S", "", "", "", "", 3, "")], 20),
        ([("S1", "S1", "", "", "a", "c", 3, ""), ("S", "S", "", "c/1", "", "", 0, "")], 23),
        ([("S1", "S1", "a/1", "", "", "", 3, ""), ("S", "S", "a/1", "", "", "c", 0, "")], 23),
        ([("S", "S", "a/1", "c/1", "", "", 0, ""), ("S1", "S1", "a/1", "", "", "c", 3, ""),
          ("S1", "S1", "a/1", "", "", "", 3, "")], 23),
        # of two as particular that of the platform
        ([("S1", "S2", "a/1", "", "", "", 1, ""), ("S", "S", "a/1", "", "", "", 3, "")], 24),
    ],
)  # fmt: skip
def test_which_transfer_counts(tmp_path, transfers, expected):
    assert minutes(lay(tmp_path, MEETING, transfers), "U", "V", 0) == expected


def test_stops_are_copied_only_where_something_changes(tmp_path):
    plain = lay(tmp_path, MEETING)
    assert plain.stop_original.tolist() == list(range(plain.n_stops))
    # one makes it anyhow, or misses it anyhow; trips and stops that are not there
    idle = [
        ("S1", "S1", "a/1", "b/2", "", "", 1, ""), ("S1", "S1", "a/1", "b/2", "", "", 2, 900),
        ("S1", "S1", "a/1", "b/1", "", "", 3, ""), ("S1", "S1", "a/1", "b/1", "", "", 2, 60),
        ("U", "U", "a/1", "b/1", "", "", 1, ""), ("T1", "T1", "", "", "a", "", 3, ""),
    ]  # fmt: skip
    assert lay(tmp_path, MEETING, idle).n_stops == plain.n_stops
    found = lay(tmp_path, MEETING, [("S1", "S1", "a/1", "b/1", "", "", 1, "")])
    copies = np.flatnonzero(found.stop_original != np.arange(found.n_stops))
    assert found.stop_ids[copies].tolist() == ["S1", "S1"]
    assert repr(found) == repr(plain).replace("3 patterns", "4 patterns")


def test_transfers_that_matter_only_at_other_times_are_kept_where_times_will_change(tmp_path):
    trips = {"a/1": [("U", 0), ("S1", 10)], "b/1": [("S1", 9), ("V", 20)]}
    path = write_feed(
        tmp_path / "f.zip", files(trips, [("S1", "S1", "a/1", "b/1", "", "", 3, "")])
    )
    plain, moved = (timetable_on(read_feed(path), DAY, moved=moved) for moved in (False, True))
    assert (plain.n_stops, moved.n_stops) == (plain.n_stops, plain.n_stops + 2)
    one, other = np.flatnonzero(moved.stop_original != np.arange(moved.n_stops)).tolist()
    shut = zip(moved.forbidden_from.tolist(), moved.forbidden_to.tolist(), strict=True)
    assert set(shut) == {(one, other)}


def test_an_idle_transfer_gives_no_way_to_a_more_general_one(tmp_path):
    # between the trips one changes as everywhere; without that nobody of line a changes to c
    transfers = [("S", "S", "a/1", "c/1", "", "", 0, ""), ("S", "S", "", "", "a", "c", 3, "")]
    assert minutes(lay(tmp_path, MEETING, transfers), "U", "V", 0) == 23


def test_one_trip_of_a_line_is_held_apart_from_the_others(tmp_path):
    trips = {f"a/{k}": [("U", 20 * k), ("S1", 20 * k + 10)] for k in range(3)}
    trips |= {f"b/{k}": [("S1", 20 * k + 11), ("V", 20 * k + 21)] for k in range(4)}
    table = lay(tmp_path, trips, [("S1", "S1", "a/1", "b/1", "", "", 3, "")])
    assert [minutes(table, "U", "V", minute) for minute in (0, 20, 40)] == [21, 41, 21]


def test_trips_at_headways_are_all_meant(tmp_path):
    trips = {"a/1": [("U", 0), ("S1", 10)], "b/1": [("S1", 0), ("V", 10)]}
    often = ["b/1,08:00:00,10:00:00,600,1"]
    table = lay(tmp_path, trips, frequencies=often)
    assert minutes(table, "U", "V", 0) == 30
    table = lay(tmp_path, trips, [("S1", "S1", "a/1", "b/1", "", "", 1, "")], frequencies=often)
    assert minutes(table, "U", "V", 0) == 20


def test_yesterdays_trip_meets_todays(tmp_path):
    trips = {"a/1": [("U", 16 * 60 - 20), ("S1", 16 * 60)], "b/1": [("S1", -480), ("V", -470)]}
    transfers = [("S1", "S1", "a/1", "b/1", "", "", 1, "")]
    for stated, expected in (([], None), (transfers, 30)):
        table = lay(tmp_path, trips, stated)
        here, there = points(table, "U", "V")
        seconds, _ = profile_times(
            prepare(table),
            legs(here),
            Egress.from_legs(legs(there), table.n_stops),
            window=Window(np.array([-20 * M]), 4, 5 * H),
            rows=slice(None),
        )
        assert np.isnan(seconds).all() if expected is None else seconds.ravel()[0] == 30 * M


# ----- every pair of trips


def needed(case, one, other):
    """The seconds from a call to a call; None where nobody changes. As GTFS has it, row by row."""
    (trip, at), (then, there) = one, other
    a, b = case.trips[trip][at][0], case.trips[then][there][0]
    chosen = None
    for number, row in enumerate(case.transfers):
        start, end, from_trip, to_trip, from_route, to_route, kind, least = row
        if a not in {start, *(s for s, up in STOPS.items() if up == start)}:
            continue
        if b not in {end, *(s for s, up in STOPS.items() if up == end)}:
            continue
        if from_trip not in {"", trip} or to_trip not in {"", then}:
            continue
        lines = [name.partition("/")[0] for name in (trip, then)]
        if (not from_trip and from_route not in {"", lines[0]}) or (
            not to_trip and to_route not in {"", lines[1]}
        ):
            continue
        trips = bool(from_trip) + bool(to_trip)
        routes = bool(from_route and not from_trip) + bool(to_route and not to_trip)
        rank = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (2, 0)].index((trips, routes))
        exact = (start not in "ST") + (end not in "ST")
        chosen = max(chosen or (-1,), (rank, exact, number, kind, least))
    home = [STOPS[stop] or stop for stop in (a, b)]
    if chosen is None:
        return 60 if home[0] == home[1] else None
    *_, kind, least = chosen
    if kind == 3:
        return None
    if kind == 1 or (kind == 2 and least != ""):
        return 0 if kind == 1 else least
    return 60 if home[0] == home[1] else 7108  # 6.83 km on foot between S and T


def by_trips(case, start, end, moment, max_rides, limit):
    """Arrival and rides, by trying every boarding after every boarding."""
    boarded = {
        (name, at)
        for name, calls in case.trips.items()
        for at, (stop, minute) in enumerate(calls[:-1])
        if stop == start and minute * M >= moment
    }
    best = None
    for ride in range(1, max_rides + 1):
        left = {
            (name, off) for name, at in boarded for off in range(at + 1, len(case.trips[name]))
        }
        for name, off in left:
            stop, minute = case.trips[name][off]
            if stop == end and minute * M - moment <= limit:
                best = min(best or (10**9, 0), (minute * M, ride))
        boarded = {
            (name, at)
            for name, calls in case.trips.items()
            for at in range(len(calls) - 1)
            for one in left
            if (s := needed(case, one, (name, at))) is not None
            and (calls[at][1] - case.trips[one[0]][one[1]][1]) * M >= s
        }
    return best


def random_case(seed):
    """A few trips that often meet, and transfers of every kind."""
    rng = np.random.default_rng(seed)
    stops = list(STOPS)
    trips = {}
    for number in range(int(rng.integers(4, 9))):
        n = int(rng.integers(2, 5))
        times = int(rng.integers(0, 12)) + np.cumsum(rng.integers(1, 6, n))
        called = rng.choice(stops, n, replace=False)
        line = "abc"[rng.integers(0, 3)]
        trips[f"{line}/{number}"] = [(str(s), int(t)) for s, t in zip(called, times, strict=True)]
    names, transfers = list(trips), {}
    for _ in range(int(rng.integers(1, 9))):
        a, b = (str(rng.choice(["S", "S1", "S2", "T1", "T", "U"])) for _ in range(2))
        if rng.random() < 0.7 or {a[0], b[0]} not in ({"S", "T"}, {"S"}, {"T"}, {"U"}):
            b = a
        sides = []
        for _ in range(2):
            kind = rng.integers(0, 3)
            sides.append(
                (str(rng.choice(names)) if kind == 0 else "",
                 str(rng.choice(list("abc"))) if kind == 1 else "")
            )  # fmt: skip
        (one, line), (other, onward) = sides
        least = int(rng.choice([0, 60, 120, 240]))
        transfers[a, b, one, other, line, onward] = int(rng.choice([0, 1, 1, 2, 2, 3])), least
    lines = {name.partition("/")[0] for name in trips}
    return SimpleNamespace(
        trips=trips,
        transfers=[
            (*key, kind, least if kind == 2 else "")
            for key, (kind, least) in transfers.items()
            if set(key[4:]) <= lines | {""}
        ],
        max_rides=int(rng.integers(1, 5)),
        limit=int(rng.choice([8 * M, H])),
    )


@settings(max_examples=examples(1) + FEEDS // 12, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32).map(random_case))
def test_random_transfers_agree_with_every_pair_of_trips(tmp_path_factory, case):
    table = lay(tmp_path_factory.mktemp("f"), case.trips, case.transfers)
    stops = sorted(set(table.stop_ids.tolist()))
    here = points(table, *stops)
    moments = np.arange(0, 12 * M, 2 * M)
    window = Window(8 * H + moments, case.max_rides, case.limit)
    egress = Egress.from_legs(legs(*here), table.n_stops)
    seconds, rides = profile_times(
        prepare(table), legs(*here), egress, window=window, rows=slice(None)
    )
    expected = np.full(seconds.shape, np.nan)
    for row, start in enumerate(stops):
        for number, moment in enumerate(moments.tolist()):
            for column, end in enumerate(stops):
                found = by_trips(case, start, end, moment, case.max_rides, case.limit)
                if row != column and found is not None:
                    expected[row, number, column] = found[0] - moment
                    assert rides[row, number, column] == found[1]
    apart = ~np.eye(len(stops), dtype=bool)[:, None, :].repeat(len(moments), axis=1)
    np.testing.assert_array_equal(seconds[apart], expected[apart])
    the_other_search_agrees(table, here, window, egress)
    the_mirror_agrees(table, here, case, np.where(apart, expected, np.nan))


def the_other_search_agrees(table, here, window, egress):
    answers = []
    for many in (False, True):
        with patch("grensgeo.routing.transit.raptor.pays", return_value=many):
            answers.append(
                percentile_times(
                    prepare(table), legs(*here), egress, window=window,
                    percentiles=(25, 50, 100), rows=slice(None),
                )
            )  # fmt: skip
    for one, other in zip(*answers, strict=True):
        np.testing.assert_array_equal(one, other)


def the_mirror_agrees(table, here, case, expected):
    """One can be there by a time that one arrives at, leaving no earlier; and by these rides."""
    mirror = prepare(table, reverse=True)
    for row, number, column in np.argwhere(~np.isnan(expected))[::7].tolist():
        leave = 8 * H + 2 * M * number
        arrive = int(leave + expected[row, number, column])
        ends = [
            (np.array(list(here[at]), dtype=int), np.zeros(len(here[at]))) for at in (row, column)
        ]
        found = journey(
            mirror, *ends, moment_s=arrive, max_rides=case.max_rides, limit_s=case.limit
        )
        assert found is not None
        assert found.departure_s >= leave
        assert found.arrival_s <= arrive
        told = journey(
            prepare(table), *ends, moment_s=leave, max_rides=case.max_rides, limit_s=case.limit
        )
        assert told is not None
        assert told.arrival_s == arrive
        for one in (found, told):
            for ride in range(1, len(one)):
                pair = [
                    (str(table.trip_id[trip]), int(call - table.pattern_stop_start[pattern]))
                    for trip, call, pattern in (
                        (one.trip[ride - 1], one.alight_call[ride - 1], one.pattern[ride - 1]),
                        (one.trip[ride], one.board_call[ride], one.pattern[ride]),
                    )
                ]
                least = needed(case, *pair)
                assert least is not None
                assert one.board_s[ride] - one.alight_s[ride - 1] >= least


def test_a_feed_saved_when_single_transfers_were_not_obeyed_says_so(tmp_path):
    feed = read_feed(write_feed(tmp_path / "f.zip", files(MEETING, ())))
    left = Finding(
        "notice",
        "transfer_of_single_trips",
        "transfers.txt",
        2,
        "",
        "of single lines",
        "",
        3,
        "a/1",
    )
    write_feeds([replace(feed, findings=(left,))], tmp_path)
    table = tmp_path / "feed_0_transfers.parquet"
    write_parquet(read_parquet(table).drop(columns=list(SINGLE)), table)
    (old,) = read_feeds(tmp_path, {path.name for path in tmp_path.iterdir()})
    notes = timetable_on(old, DAY).notes
    (told,) = [note for note in notes if note.code == "timetables.single-transfers"]
    assert {"feed": "f", "n": 3, "example": "a/1"}.items() <= dict(told.values).items()
