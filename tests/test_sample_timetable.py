"""The sample's timetable of one Tuesday: what is published, what is drawn, and where one gets."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from grensgeo.gtfs.timetable.on_date import timetable_on
from grensgeo.gtfs.timetable.patterns import draw
from grensgeo.gtfs.timetable.timetable import Timetable
from grensgeo.network import load_network
from grensgeo.scenario import read_scenario
from grensgeo.traveltimes import Trip, journeys, travel_times

ROOT = Path(__file__).resolve().parents[1]
SAMPLE, TRUTH = ROOT / "data" / "sample", ROOT / "data" / "truth"
TUESDAY = date(2023, 10, 17)
AT = {"departure": "2023-10-17T07:30", "window_min": 60, "max_min": 180}


@cache
def network():
    return load_network(SAMPLE / "network")


@cache
def timetable() -> Timetable:
    return timetable_on(network().feeds, TUESDAY)


def station(stop):
    """Give a station of the railways as a place."""
    stops = network().feeds[0].stops
    return pd.DataFrame(
        {
            "id": [stop],
            "lon": [stops.loc[stop, "stop_lon"]],
            "lat": [stops.loc[stop, "stop_lat"]],
        }
    )


def rides(start, end, **options):
    """Give the rides of the median journey from station to station."""
    legs = journeys(network(), station(start), station(end), Trip("transit", **AT, **options))
    return legs[legs["mode"] == "transit"].reset_index(drop=True)


# --- what stands in it


def test_the_feeds_are_small_and_of_one_tuesday():
    rail, buses = network().feeds
    assert (rail.name, buses.name) == ("rail", "stadtwerke-muenster")
    assert TUESDAY.strftime("%A") == "Tuesday"
    for feed in (rail, buses):
        assert (feed.days.first, feed.days.last) == (TUESDAY, TUESDAY)
        assert set(feed.stops["country"]) <= {"NL", "DE"}
        assert (feed.trips["shape_id"] == "").all()
    size = sum(file.stat().st_size for file in (SAMPLE / "network").glob("feed_*"))
    assert size < 420_000  # 0.35 MB of buses


#: Lines whose minutes are known.
KNOWN = {
    "RB50", "RB51", "RB61", "RB63", "RB64", "RB65", "RB66", "RB67", "RB69", "RB89", "RE2", "RE7",
    "RE14-borken", "RE14-coesfeld", "RE15", "RE42", "RE60", "RE62", "IC77",
}  # fmt: skip


def test_lines_whose_minutes_are_not_known_run_there_and_back_at_headways():
    rail = network().feeds[0]
    at_headways = rail.trips.iloc[rail.frequencies["trip"]]
    assert set(rail.trips["route_id"]) - set(at_headways["route_id"]) == KNOWN
    assert set(at_headways["route_id"].value_counts()) == {2}
    assert not KNOWN & set(at_headways["route_id"])
    frame = rail.frequencies
    assert (frame["exact"] == 0).all()
    assert set(frame["headway_s"]) == {1800, 3600}
    # trains pass the middle of their line from 5:00 to 24:00
    calls = rail.calls
    run = calls.arrival_s[calls.start[1:] - 1][frame["trip"]]
    np.testing.assert_allclose(frame["start_s"] + run / 2, 5 * 3600, atol=1)
    np.testing.assert_allclose(frame["end_s"] + run / 2, 24 * 3600, atol=1)


@cache
def trains():
    """Line, calls and whether it is inferred, of each train whose minute is known."""
    rail = network().feeds[0]
    calls, names = rail.calls, rail.stops.index.to_numpy()
    found = []
    for trip in np.flatnonzero(rail.trips["route_id"].isin(KNOWN)):
        rows = slice(calls.start[trip], calls.start[trip + 1])
        at = zip(
            names[calls.stop[rows]], calls.arrival_s[rows], calls.departure_s[rows], strict=True
        )
        found.append(
            (
                rail.trips["route_id"].iloc[trip],
                {stop: (arrival / 60, departure / 60) for stop, arrival, departure in at},
                bool(rail.trips["inferred"].iloc[trip]),
            )
        )
    return found


def minute(text):
    hour, _, rest = text.partition(":")
    return 60 * int(hour) + int(rest) if text else None


def is_train(train, row):
    """Whether a train is the one that was observed, to the minute, with its stops."""
    line, calls, _ = train
    order, here = list(calls), row["stop_id"]
    if line != row["line"] or here not in calls or {*row["without"].split()} & set(calls):
        return False
    for place, given in ((0, row["arrival"]), (1, row["departure"])):
        ends_here = order[-place] == here  # where it sets out it has no arrival, nor a departure
        if ends_here != (given == "") or (given and calls[here][place] != minute(given)):
            return False
    start, end = row["from"], row["to"]
    known = network().feeds[0].stops.index
    if start in known and (order[0] != start or calls[start][1] != minute(row["left"])):
        return False
    return end not in known or order[-1] == end


def test_every_train_of_14_may_2024_runs_to_the_minute():
    """123 trains: line, stops left out, when it left, arrives and departs; none is inferred."""
    table = pd.read_csv(TRUTH / "trains.csv", keep_default_na=False, dtype=str)
    assert len(table) == 123
    assert table["line"].nunique() == 17
    runs = set()
    for row in table.to_dict("records"):
        (found,) = [k for k, train in enumerate(trains()) if is_train(train, row)]
        assert not trains()[found][2], row
        runs.add(found)
    # trains that are said to be seen are these, and those of RE14
    seen = {k for k, (line, _, inferred) in enumerate(trains()) if not inferred}
    assert {trains()[k][0] for k in seen - runs} == {"RE14-borken"}


@pytest.mark.shared_data
def test_the_patterns_of_14_may_2024_hold_to_the_minute():
    path = ROOT.parent / "shared" / "data" / "rail" / "db_clockface_patterns_2024-05-14.csv"
    if not path.is_file():
        pytest.skip("shared/data is not here: it holds the observed patterns")
    table = pd.read_csv(path, keep_default_na=False, dtype=str)
    assert len(table) == 56
    ids = pd.read_csv(TRUTH / "stations.csv", keep_default_na=False).set_index("name")["stop_id"]
    known = set(network().feeds[0].stops.index)
    for row in table.to_dict("records"):
        start, end = (ids.get(row[name], row[name]) for name in ("from", "to"))
        here = ids[row["observed_at"]]
        own = [
            calls for line, calls, _ in trains()
            if line == row["line"] and here in calls
            and (start not in known or next(iter(calls)) == start)
            and (end not in known or list(calls)[-1] == end)
        ]  # fmt: skip
        for place, column in ((0, "arrival_at_observed"), (1, "departure_at_observed")):
            ends_here = [calls for calls in own if list(calls)[-place] != here]
            at = {divmod(calls[here][place], 60) for calls in ends_here}
            for text in row[f"minutes_of_{column}"].split():
                assert int(text) in {m for _, m in at}, (row, column)
        if start in known and row["minutes_of_departure_at_origin"]:
            left = {calls[start][1] % 60 for calls in own}
            assert {int(m) for m in row["minutes_of_departure_at_origin"].split()} <= left, row
            runs = {calls[here][0] - calls[start][1] for calls in own}
            assert {int(m) for m in row["run_minutes_origin_to_observed"].split()} <= runs, row


def test_departures_by_the_hour():
    """Hourly off the peaks, half-hourly in them; RB89 and RE42 half-hourly all day."""

    def leaving(line, stop, end):
        times = [
            calls[stop][1] for name, calls, _ in trains()
            if name == line and {stop, end} <= set(calls)
            and list(calls).index(stop) < list(calls).index(end)
        ]  # fmt: skip
        return np.histogram(times, bins=60 * np.arange(25))[0]

    for line, stop, end in (
        ("RB63", "coesfeld", "munster-westf-hbf"), ("RB63", "munster-westf-hbf", "coesfeld"),
        ("RB65", "rheine", "munster-westf-hbf"), ("RB64", "munster-westf-hbf", "steinfurt-burgsteinfurt"),
    ):  # fmt: skip
        hours = leaving(line, stop, end)
        assert set(hours[9:15]) == {1}, line
        assert set(hours[16:18]) == {2}, line
    for line, end in (("RB89", "hamm-westf"), ("RE42", "dulmen")):
        assert set(leaving(line, "munster-westf-hbf", end)[6:22]) == {2}, line
    assert leaving("RE14-borken", "rhade", "dorsten")[[6, 7, 8, 12, 17, 18, 20]].tolist() == [
        2, 2, 1, 1, 2, 2, 1,
    ]  # fmt: skip
    assert leaving("IC77", "hengelo", "rheine").sum() == 7
    assert leaving("RB51", "gronau", "enschede-de-side")[8:20].tolist() == [1] * 12


def test_gronau_waits_a_quarter_of_an_hour_for_the_train_to_enschede():
    """RB51 and RB64 are hourly and not half an hour apart: at :08 and :47, a median of 14.5 min."""
    found = travel_times(
        network(), station("gronau"), station("enschede-de-side"),
        Trip("transit", departure="2023-10-17T08:00", window_min=60, max_min=90, max_rides=1,
             max_access_min=5, max_egress_min=5),
    )  # fmt: skip
    left = sorted(
        calls["gronau"][1] for _, calls, _ in trains()
        if {"gronau", "enschede-de-side"} <= set(calls) and list(calls)[-1] == "enschede-de-side"
    )  # fmt: skip
    waits = [min(m for m in left if m >= now) - now for now in range(480, 540)]
    assert np.median(waits) == 14.5
    assert 13 <= found.minutes[0, 0] - 11 <= 18


def test_the_buses_are_those_of_the_day():
    buses = network().feeds[1]
    assert len(buses.trips) == 1679
    assert len(buses.frequencies) == 0
    assert np.diff(buses.calls.start).sum() == 64_202
    platforms = buses.stops["location_type"] == 0
    assert platforms.sum() == len(np.unique(buses.calls.stop)) == 988
    # each platform belongs to a station, and the station to Münster and its neighbours
    parents = buses.stops.iloc[buses.stops.loc[platforms, "parent"]]
    assert (parents["location_type"] == 1).all()
    assert buses.stops["stop_lon"].between(7.3, 7.9).all()
    assert buses.stops["stop_lat"].between(51.8, 52.1).all()


def test_draws_change_with_the_seed_and_minutes_on_board_do_not():
    first, second = (draw(timetable(), seed) for seed in (0, 1))
    assert first.n_trips == second.n_trips or abs(first.n_trips - second.n_trips) < 70
    assert any("drawn with seed 1" in note for note in second.notes)
    assert sorted(first.trip_departure_s) != sorted(second.trip_departure_s)


# --- what is said of it


def test_notes_tell_what_is_drawn_and_where_buses_are():
    notes = network().provenance.notes
    assert any("minutes of departure are drawn, not published" in note for note in notes)
    assert any("17 German and cross-border lines run at the minutes" in note for note in notes)
    (inferred,) = [note for note in notes if note.code == "lines.departures-inferred"]
    assert sum(train[2] for train in trains()) < len(trains()) < 800
    assert f"of {len(trains())} departures" in inferred
    assert any(note.startswith("Buses: only") and "too low" in note for note in notes)
    assert any(str(TUESDAY) in note and "brought together" in note for note in notes)
    assert not any("no buses" in note for note in notes)
    shown = {note.short["en"] for note in notes if note.on_map}
    assert shown == {
        "Schematic local roads: times are indicative",
        "Train times partly estimated",
        "Minutes of Dutch trains are assumed",
        "Trains: minutes of May 2024",
        "Buses: city of Münster only",
    }


def test_the_timetable_has_its_source():
    found = {source.source_id: source for source in network().provenance.sources}
    source = found["stadtwerke-muenster-gtfs-2023"]
    assert source.licence.startswith("DL-DE-BY-2.0")
    assert source.attribution == "Stadtwerke Münster"
    assert len(source.sha256) == 64
    trains_of = found["db-plan-2024-05-14"]
    assert trains_of.licence == "CC-BY-4.0"
    assert "Deutsche Bahn" in trains_of.attribution
    assert "piebro/deutsche-bahn-data" in trains_of.attribution
    assert not any(name.startswith("gtfs-") for name in found)


def test_a_trip_without_a_departure_says_which_it_takes():
    ends = pd.concat([station("enschede"), station("hengelo")])
    given = travel_times(network(), ends, ends, Trip("transit", **AT)).provenance.notes
    assert any("drawn with seed 0" in note for note in given)
    assert "trip.usual-departure" not in {note.code for note in given}
    notes = travel_times(network(), ends, ends, Trip("transit")).provenance.notes
    (told,) = [note for note in notes if note.code == "trip.usual-departure"]
    assert "17 October 2023, 08:00" in told
    assert "dinsdag" in told.text("nl")


# --- where one gets: the acceptance of the issue on timetables


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("enschede-de-side", "gronau", 11),
        ("gronau", "enschede-de-side", 11),
        ("enschede-de-side", "munster-westf-hbf", 71),
        ("munster-westf-hbf", "enschede-de-side", 71),
        ("hengelo", "bad-bentheim", 18),
        ("bad-bentheim", "hengelo", 18),
    ],
)
def test_minutes_in_the_vehicle(start, end, minutes):
    found = rides(start, end, max_rides=1)
    assert len(found) == 1
    assert found["duration_min"].iloc[0] == pytest.approx(minutes)


@pytest.mark.parametrize(
    ("line", "start", "end", "minutes"),
    [
        ("RB64", "enschede-de-side", "munster-westf-hbf", {71, 78}),
        ("RB64", "gronau", "munster-westf-hbf", {56}),
        ("RB51", "dulmen", "enschede-de-side", {77}),
        ("RB51", "enschede-de-side", "dulmen", {77}),
        ("RB51", "dortmund-hbf", "enschede-de-side", {125}),
        ("RB51", "gronau", "dortmund-hbf", {104}),
        ("RB63", "coesfeld", "munster-westf-hbf", {44, 47}),
        ("RB63", "munster-westf-hbf", "coesfeld", {44, 47}),
        ("RB69", "bielefeld-hbf", "munster-westf-hbf", {73}),
        ("RB61", "hengelo", "rheine", {37}),
        ("RE7", "rheine", "munster-westf-hbf", {25}),
        ("RE7", "munster-westf-hbf", "rheine", {27}),
        ("IC77", "hengelo", "bad-bentheim", {18}),
        ("RE42", "essen-hbf", "munster-westf-hbf", {63, 64, 66}),
    ],
)
def test_minutes_on_board_of_single_lines(line, start, end, minutes):
    found = {
        round(calls[end][0] - calls[start][1], 1) for name, calls, _ in trains()
        if name == line and {start, end} <= set(calls)
        and list(calls).index(start) < list(calls).index(end)
    }  # fmt: skip
    assert found == minutes


def test_gronau_to_hengelo_needs_a_change_at_enschede():
    found = rides("gronau", "hengelo")
    assert found["line"].iloc[0] in {"RB51", "RB64"}
    assert found["to_stop"].iloc[0] == "rail:enschede-de-side"
    assert found["from_stop"].iloc[1] == "rail:enschede"
    assert found["to_stop"].iloc[-1] == "rail:hengelo"
    # the change takes five minutes at least
    arrival, departure = found["arrival"].iloc[0], found["departure"].iloc[1]
    assert pd.Timestamp(departure) - pd.Timestamp(arrival) >= pd.Timedelta(minutes=5)
    trip = Trip("transit", **AT, max_rides=1, max_access_min=10, max_egress_min=10)
    alone = travel_times(network(), station("gronau"), station("hengelo"), trip)
    assert np.isnan(alone.minutes).all()


def test_one_changes_from_train_to_bus_at_muenster_hbf():
    names = timetable().stop_names
    hbf = [i for i, name in enumerate(names) if str(name).startswith("Hauptbahnhof")]
    ends = pd.DataFrame(
        {
            "id": [str(i) for i in hbf],
            "lon": timetable().stop_lon[hbf],
            "lat": timetable().stop_lat[hbf],
        }
    )
    walk = travel_times(network(), station("munster-westf-hbf"), ends, Trip("walk"))
    assert walk.minutes.max() < 8
    # Gievenbeck, 5 km west of the station, has no train
    west = pd.DataFrame({"id": ["gievenbeck"], "lon": [7.568], "lat": [51.970]})
    trip = Trip("transit", **AT, max_access_min=10, max_egress_min=10)
    legs = journeys(network(), station("greven"), west, trip)
    found = legs[legs["mode"] == "transit"]
    feeds = found["from_stop"].str.partition(":")[0].tolist()
    assert feeds[0] == "rail"
    assert feeds[-1] == "stadtwerke-muenster"


def test_buses_reach_more_of_muenster_than_trains_alone():
    west = pd.DataFrame({"id": ["gievenbeck"], "lon": [7.568], "lat": [51.970]})
    trip = Trip("transit", **AT, max_access_min=10, max_egress_min=10)
    both = travel_times(network(), west, station("munster-westf-hbf"), trip)
    assert both.minutes[0, 0] < 55
    trains = replace(network(), feeds=network().feeds[:1])
    alone = travel_times(trains, west, station("munster-westf-hbf"), trip)
    assert np.isnan(alone.minutes[0, 0])


def departures(net, stop, end, day=TUESDAY):
    """Minutes at which RB64 leaves a stop for another on a day."""
    rail = net.feeds[0]
    calls, names = rail.calls, rail.stops.index.to_numpy()
    running = rail.days.on(day)[rail.trips["service"].to_numpy()]
    found = []
    for trip in np.flatnonzero(running & (rail.trips["route_id"] == "RB64").to_numpy()):
        rows = slice(calls.start[trip], calls.start[trip + 1])
        called = list(names[calls.stop[rows]])
        if {stop, end} <= set(called) and called.index(stop) < called.index(end):
            found.append(calls.departure_s[rows][called.index(stop)] / 60)
    return np.array(sorted(found))


@pytest.mark.parametrize(
    ("stop", "end"),
    [
        ("enschede-de-side", "munster-westf-hbf"), ("munster-westf-hbf", "enschede-de-side"),
        ("gronau", "enschede-de-side"), ("gronau", "munster-westf-hbf"),
    ],
)  # fmt: skip
def test_the_scenario_lets_rb64_run_every_half_hour_on_the_whole_way(stop, end):
    """Trains of the peaks that run a part of the way go all of it, and nobody is later."""
    changed = read_scenario(SAMPLE / "scenarios" / "rb64-half-hourly.toml").apply(network())
    before, after = (departures(net, stop, end) for net in (network(), changed))
    assert set(before) <= set(after)
    assert np.diff(after).max() <= 33
    assert 1.5 * len(before) < len(after) <= 2 * len(before) + 2
    others = [
        [(line, *calls) for line, *calls in zip(
            net.feeds[0].trips["route_id"], net.feeds[0].calls.start[:-1], strict=True)
         if line != "RB64"] for net in (network(), changed)
    ]  # fmt: skip
    assert len(others[0]) == len(others[1])
