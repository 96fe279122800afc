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

SAMPLE = Path(__file__).resolve().parents[1] / "data" / "sample"
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
    assert size < 400_000


def test_every_line_runs_there_and_back_at_no_fixed_minute():
    rail = network().feeds[0]
    assert set(rail.trips["route_id"].value_counts()) == {2}
    frame = rail.frequencies
    assert (frame["exact"] == 0).all()
    assert sorted(frame["trip"]) == list(range(len(rail.trips)))
    assert set(frame["headway_s"]) == {1800, 3600}
    # trains pass the middle of their line from 5:00 to 24:00
    calls = rail.calls
    run = calls.arrival_s[calls.start[1:] - 1][frame["trip"]]
    np.testing.assert_allclose(frame["start_s"] + run / 2, 5 * 3600, atol=1)
    np.testing.assert_allclose(frame["end_s"] + run / 2, 24 * 3600, atol=1)


def test_enschede_and_gronau_have_a_train_every_half_hour():
    """RB51 and RB64, each hourly, leave in turn, whatever is drawn."""
    rail = network().feeds[:1]
    for seed in range(3):
        drawn = draw(timetable_on(rail, TUESDAY, until_h=20), seed)
        at = list(drawn.stop_ids).index("enschede-de-side")
        left = []
        for pattern in range(drawn.n_patterns):
            stops = drawn.pattern_stop[slice(*drawn.pattern_stop_start[pattern : pattern + 2])]
            if at in stops[:-1]:
                first, last = drawn.pattern_trip_start[pattern : pattern + 2]
                rows = drawn.pattern_time_start[pattern] + np.arange(last - first) * len(stops)
                left += drawn.trip_departure_s[rows + list(stops).index(at)].tolist()
        left = [second for second in sorted(left) if 7 * 3600 < second < 19 * 3600]
        assert set(np.diff(left)) == {1800}


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
    assert any(note.startswith("Buses: only") and "too low" in note for note in notes)
    assert any(str(TUESDAY) in note and "brought together" in note for note in notes)
    assert not any("no buses" in note for note in notes)
    shown = {note.short["en"] for note in notes if note.on_map}
    assert shown == {
        "Schematic local roads: times are indicative",
        "Train times partly estimated",
        "Minutes of trains are assumed",
        "Buses: city of Münster only",
    }


def test_the_timetable_has_its_source():
    found = {source.source_id: source for source in network().provenance.sources}
    source = found["stadtwerke-muenster-gtfs-2023"]
    assert source.licence.startswith("DL-DE-BY-2.0")
    assert source.attribution == "Stadtwerke Münster"
    assert len(source.sha256) == 64
    assert not any(name.startswith("gtfs-") for name in found)


def test_a_trip_without_a_departure_says_which_it_takes():
    ends = pd.concat([station("enschede"), station("hengelo")])
    given = travel_times(network(), ends, ends, Trip("transit", **AT)).provenance.notes
    assert any("drawn with seed 0" in note for note in given)
    assert "trip.usual-departure" not in {note.code for note in given}
    notes = travel_times(network(), ends, ends, Trip("transit")).provenance.notes
    (told,) = [note for note in notes if note.code == "trip.usual-departure"]
    assert "2023-10-17 08:00" in told
    assert "dinsdag" in told.text("nl")


# --- where one gets: the acceptance of the issue on timetables


@pytest.mark.parametrize(
    ("start", "end", "least", "most"),
    [
        ("enschede-de-side", "gronau", 9, 13),
        ("gronau", "enschede-de-side", 9, 13),
        ("enschede-de-side", "munster-westf-hbf", 60, 80),
        ("munster-westf-hbf", "enschede-de-side", 60, 80),
        ("hengelo", "bad-bentheim", 15, 25),
        ("bad-bentheim", "hengelo", 15, 25),
    ],
)
def test_minutes_in_the_vehicle(start, end, least, most):
    found = rides(start, end, max_rides=1)
    assert len(found) == 1
    assert least <= found["duration_min"].iloc[0] <= most


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


def test_the_scenario_lets_rb64_run_twice_as_often():
    scenario = read_scenario(SAMPLE / "scenarios" / "rb64-half-hourly.toml")
    changed = timetable_on(scenario.apply(network()).feeds, TUESDAY)

    def departures(laid):
        drawn = draw(laid, 0)
        first = {}
        for pattern in range(drawn.n_patterns):
            length = np.diff(drawn.pattern_stop_start)[pattern]
            trips = range(*drawn.pattern_trip_start[pattern : pattern + 2])
            for i, trip in enumerate(trips):
                row = drawn.pattern_time_start[pattern] + i * length
                key = (drawn.trip_route_id[trip], drawn.trip_headsign[trip])
                first.setdefault(key, set()).add(int(drawn.trip_departure_s[row]))
        return first

    before, after = departures(timetable()), departures(changed)
    assert set(before) == set(after)
    for (line, headsign), times in before.items():
        now = after[line, headsign]
        if line == "RB64":
            assert times < now
            assert abs(len(now) - 2 * len(times)) <= 1
        else:
            assert times == now
