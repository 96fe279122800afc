"""Scenarios on timetables: the trips of a line by hand, and the minutes that they save."""

from dataclasses import replace
from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from drawing import draw
from hypothesis import given
from hypothesis import strategies as st
from test_scenario import TITLE, lines
from test_traveltimes_departures import AT, COUNTRIES, ENDS, STREETS, WEST_EAST, feed

from grensgeo.cli import main
from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.gtfs import timetable_on
from grensgeo.gtfs.timetable.patterns import draw as drawn
from grensgeo.network import load_network, with_feeds
from grensgeo.network.usual_departure import usual_moment
from grensgeo.scenario import AddLine, AdjustFrequency, RemoveLine, Scenario, read_scenario
from grensgeo.scenario.timetable_changes import departures_every, every, trips_of, without
from grensgeo.traveltimes import Trip, journeys, travel_times

WEEK = (
    "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
    "D,1,1,1,1,1,0,0,20230101,20231231\nS,0,0,0,0,0,1,1,20230101,20231231\n"
    "F,0,0,0,0,1,0,0,20230101,20231231\n"
)


def leaving(timetable, line, service=None):
    """Departures and arrivals of a line's trips, in minutes, in order."""
    found = []
    for number, (trip_line, of) in enumerate(
        zip(timetable.trips["line"], timetable.trips["service"], strict=True)
    ):
        calls = slice(*timetable.calls.start[number : number + 2])
        if trip_line == line and service in {None, of}:
            found.append(
                (
                    int(timetable.calls.departure_s[calls][0]) / 60,
                    int(timetable.calls.arrival_s[calls][-1]) / 60,
                )
            )
    return sorted(found)


def at(text):
    hour, _, minute = text.partition(":")
    return 60 * int(hour) + int(minute)


def adjusted(one, line, headway_min):
    masks, faults = trips_of([one], line)
    assert faults == []
    return every(one, masks[0], round(60 * headway_min))[0]


def scenario(*modifications):
    return Scenario("one", modifications, title=TITLE)


# --- trips at fixed times


def test_trips_are_laid_anew_with_the_running_times_of_the_nearest(tmp_path):
    # There every hour from 6:00 to 9:00, at 8:00 slower than else; back twice
    one = feed(
        tmp_path / "f.zip",
        WEST_EAST,
        {
            "RB/1": "W 6:00, E 6:20",
            "RB/2": "W 7:00, E 7:20",
            "RB/3": "W 8:00, E 8:30",
            "RB/4": "W 9:00, E 9:20",
            "RB/5": "E 6:10, W 6:30",
            "RB/6": "E 7:10, W 7:30",
            "a/1": "W 6:05, E 6:30",
        },
    )
    after = adjusted(one, "RB", 30)
    there = [
        ("6:00", "6:20"), ("6:30", "6:50"), ("7:00", "7:20"), ("7:30", "7:50"), ("8:00", "8:30"),
        ("8:30", "9:00"), ("9:00", "9:20"),
    ]  # fmt: skip
    back = [("6:10", "6:30"), ("6:40", "7:00"), ("7:10", "7:30")]
    assert leaving(after, "RB") == sorted((at(a), at(b)) for a, b in there + back)
    assert leaving(after, "a") == [(at("6:05"), at("6:30"))]
    assert after.trips.index.is_unique
    assert leaving(one, "RB") != leaving(after, "RB")
    assert after.sha256 == ""
    fewer = adjusted(one, "RB", 120)
    assert [m for m, _ in leaving(fewer, "RB")] == [360, 370, 430, 480, 540]
    same = adjusted(one, "RB", 60)
    assert leaving(same, "RB") == leaving(one, "RB")


def test_variants_share_the_headway_and_short_runs_keep_their_place(tmp_path):
    # W to E and W to X in turn, and one that begins at X: at X every half hour from 6:10 on
    stops = {"W": (1000, 0), "X": (10_000, 0), "Y": (15_000, 0), "E": (20_000, 0)}
    one = feed(
        tmp_path / "f.zip",
        stops,
        {
            "RB/1": "W 6:00, X 6:10, E 6:20",
            "RB/2": "W 6:30, X 6:40, Y 6:45",
            "RB/3": "W 7:00, X 7:10, E 7:20",
            "RB/4": "X 7:40, E 7:50",
            "RB/5": "W 8:00, X 8:10, E 8:20",
        },
    )
    # at W it left 7:00 and 8:00: the short run goes the whole way, and all others stay
    same = adjusted(one, "RB", 30)
    whole = [
        (at("7:30"), at("7:50")) if m == at("7:40") else (m, n) for m, n in leaving(one, "RB")
    ]
    assert leaving(same, "RB") == whole
    after = adjusted(one, "RB", 15)
    passing = sorted(
        int(after.calls.departure_s[row]) / 60
        for row in np.flatnonzero(after.stops.index[after.calls.stop] == "X")
    )
    assert passing == [at("6:10") + 15 * k for k in range(9)]
    ends = after.stops.index[after.calls.stop[after.calls.start[1:] - 1]]
    assert ends.value_counts().to_dict() == {"E": 7, "Y": 2}


#: A line of four stops.
FOUR = {"W": (1000, 0), "X": (8000, 0), "Y": (14_000, 0), "E": (20_000, 0)}


def passing(one, stop):
    """Minutes of the day at which something leaves a stop, or ends at it."""
    rows = np.flatnonzero(one.stops.index[one.calls.stop] == stop)
    return sorted(int(one.calls.departure_s[row]) / 60 for row in rows)


def test_a_short_run_in_the_middle_goes_the_whole_way(tmp_path):
    """Every 20 minutes between X and Y, every 40 at the ends; with 20 at the ends too."""
    whole = [
        "W 6:00, X 6:05, Y 6:10, E 6:15",
        "W 6:40, X 6:45, Y 6:50, E 6:55",
        "W 7:20, X 7:25, Y 7:30, E 7:35",
    ]
    short = ["X 6:25, Y 6:31", "X 7:05, Y 7:10"]
    trips = {f"M/{k}": calls for k, calls in enumerate([*whole, *short])}
    one = feed(tmp_path / "f.zip", FOUR, trips)
    after = adjusted(one, "M", 20)
    assert len(after.trips) == len(one.trips)
    assert passing(after, "W") == [at(t) for t in ("6:00", "6:20", "6:40", "7:00", "7:20")]
    assert passing(after, "X") == passing(one, "X")
    assert passing(after, "Y") == passing(one, "Y")
    # slower by a minute from X to Y, it arrives as much later
    assert passing(after, "E") == [at(t) for t in ("6:15", "6:36", "6:55", "7:15", "7:35")]
    assert set(after.trips["headsign"]) == {one.trips["headsign"].iloc[0]}


def test_a_short_run_that_fills_no_gap_keeps_its_way(tmp_path):
    """Whole ways every half hour and a short run between two: at 20 minutes it is of use."""
    whole = [("6:00", "6:08", "6:20"), ("6:30", "6:38", "6:50"), ("7:00", "7:08", "7:20")]
    trips = {f"M/{k}": f"W {t}, X {u}, E {v}" for k, (t, u, v) in enumerate(whole)}
    one = feed(tmp_path / "f.zip", FOUR, trips | {"M/s": "X 6:22, E 6:34"})
    often = adjusted(one, "M", 20)
    assert passing(often, "W") == [at(t) for t in ("6:00", "6:14", "6:30", "6:50", "7:00")]
    assert np.isin(passing(one, "E"), passing(often, "E")).all()


def test_each_kind_of_day_keeps_its_own_first_and_last(tmp_path):
    # Weekdays 6:00 to 8:00, Fridays to 10:00 too, weekends 9:00 and 11:00
    files = {
        "calendar.txt": WEEK,
        "trips.txt": "route_id,service_id,trip_id\n"
        + "".join(f"RB,{s},{t}\n" for s, t in zip("DDFSS", "12345", strict=True)),
    }
    trips = {str(k + 1): f"W {h}:00, E {h}:20" for k, h in enumerate((6, 8, 10, 9, 11))}
    content = {f"RB/{name}": calls for name, calls in trips.items()}
    files["trips.txt"] = "route_id,service_id,trip_id\n" + "".join(
        f"RB,{s},RB/{t}\n" for s, t in zip("DDFSS", "12345", strict=True)
    )
    one = feed(tmp_path / "f.zip", WEST_EAST, content, **files)
    after = adjusted(one, "RB", 60)
    for day, hours in (
        ("2023-10-17", range(6, 9)),
        ("2023-10-20", range(6, 11)),
        ("2023-10-21", range(9, 12)),
    ):
        running = np.flatnonzero(after.days.on(pd.Timestamp(day).date()))
        found = sorted(m for s in running for m, _ in leaving(after, "RB", s))
        assert found == [60 * h for h in hours], day


def test_trips_at_headways_share_the_new_one(tmp_path):
    # There by two variants at 20 and 40 min side by side until 10:00, then one alone; back at 30
    files = {
        "frequencies.txt": "trip_id,start_time,end_time,headway_secs,exact_times\n"
        "RB/1,06:00:00,10:00:00,1200,0\nRB/2,06:00:00,10:00:00,2400,0\n"
        "RB/1,10:00:00,20:00:00,3600,0\nRB/3,06:00:00,20:00:00,1800,1\n"
    }
    stops = WEST_EAST | {"X": (10_000, 0)}
    one = feed(
        tmp_path / "f.zip",
        stops,
        {"RB/1": "W 6:00, X 6:10, E 6:20", "RB/2": "W 6:00, X 6:10", "RB/3": "E 6:00, W 6:20"},
        **files,
    )
    after = adjusted(one, "RB", 10)
    # a vehicle every 20 / 1.5 min becomes one every 10: 15 and 30 min
    assert after.frequencies["headway_s"].tolist() == [900, 1800, 600, 600]
    assert one.frequencies["headway_s"].tolist() == [1200, 2400, 3600, 1800]


@given(
    st.lists(st.integers(0, 100_000), min_size=2, max_size=12, unique=True).map(sorted),
    st.integers(60, 30_000),
)
def test_a_denser_service_makes_nobody_later(departures, headway_s):
    """Whenever one comes to the stop: the next departure is no later than it was."""
    own = np.array(departures)
    new = departures_every(own, headway_s)
    assert (new[0], new[-1]) == (own[0], own[-1])
    if headway_s * (len(own) - 1) < own[-1] - own[0]:
        assert np.diff(new).max() <= 1.1 * headway_s + 1
        assert np.isin(own, new).all()
    else:
        assert len(new) <= len(own) + 1


def test_irregular_times_stay_when_their_gaps_are_filled(tmp_path):
    times = ("6:00", "6:08", "7:10", "7:32", "9:00")
    trips = {f"b/{k}": f"W {t}, E {t.split(':')[0]}:59" for k, t in enumerate(times)}
    one = feed(tmp_path / "f.zip", WEST_EAST, trips)
    leave = [m for m, _ in leaving(adjusted(one, "b", 30), "b")]
    assert leave == [
        at(t) for t in
        ("6:00", "6:08", "6:38", "7:10", "7:32", "8:02", "8:32", "9:00")
    ]  # fmt: skip
    thinner = [m for m, _ in leaving(adjusted(one, "b", 50), "b")]
    assert thinner == [at(t) for t in ("6:00", "6:50", "7:40", "8:30", "9:00")]


def test_exact_headways_keep_their_departures_too(tmp_path):
    files = {
        "frequencies.txt": "trip_id,start_time,end_time,headway_secs,exact_times\n"
        "b/1,06:00:00,09:30:00,3600,1\n"
    }
    one = feed(tmp_path / "f.zip", WEST_EAST, {"b/1": "W 6:00, E 6:20"}, **files)

    def leave(headway_min):
        rows = adjusted(one, "b", headway_min).frequencies
        spans = zip(rows["start_s"], rows["end_s"], rows["headway_s"], strict=True)
        return sorted(m // 60 for a, b, h in spans for m in range(a, b, h))

    assert leave(60) == [360, 420, 480, 540]
    assert leave(30) == [360, 390, 420, 450, 480, 510, 540]
    assert leave(45) == [360, 405, 420, 465, 480, 525, 540]
    assert leave(70) == [360, 430, 500, 540]


def test_known_minutes_are_saved(tmp_path):
    trips = {f"RB/{h}": f"W {h}:20, E {h}:40" for h in range(6, 12)}
    network = with_feeds(
        draw(*STREETS), [feed(tmp_path / "rb.zip", WEST_EAST, trips)], countries=COUNTRIES
    )
    plan = scenario(AdjustFrequency("RB", 30))
    after = plan.apply(network)
    trip = Trip("transit", departure="2023-10-17T08:15")
    times = [travel_times(net, *ENDS, trip).minutes[0, 0] for net in (network, after)]
    # from 8:15 the train of 9:20, or the new one of 8:50
    np.testing.assert_allclose(times, [96.4, 66.4], atol=0.1)
    assert network.feeds[0].trips.shape[0] == 6
    notes = " ".join(after.provenance.notes)
    assert "scenario one: line RB every 30 min" in notes
    assert "line RB in rb: 6 trips at fixed times laid anew, for 1 sets of days" in notes
    table = journeys(after, *ENDS, trip)
    assert table["departure"].iloc[1] == "2023-10-17T08:50:00+02:00"
    after.save(tmp_path / "net")
    again = travel_times(load_network(tmp_path / "net"), *ENDS, trip)
    assert again.minutes[0, 0] == times[1]


# --- which line is meant


def test_lines_of_one_name_without_a_station_in_common_are_told_apart(tmp_path):
    stops = WEST_EAST | {"V": (3000, 3000), "F": (9000, 3000)}
    routes = (
        "route_id,agency_id,route_short_name,route_type\n"
        "one,A,1,3\nother,A,1,3\nsame,A,1,3\n7,A,7,3\n"
    )
    one = feed(
        tmp_path / "f.zip",
        stops,
        {
            "one/1": "W 8:00, E 8:20",
            "other/1": "V 8:00, F 8:20",
            "same/1": "E 8:00, W 8:20",
            "7/1": "W 9:00, E 9:20",
        },
        **{"routes.txt": routes},
    )
    network = with_feeds(draw(*STREETS), [one])
    with pytest.raises(InputError) as caught:
        scenario(AdjustFrequency("1", 30)).apply(network)
    assert "'1' is the name of 2 lines: f:one (1 trips, Stop W - Stop E)" in str(caught.value)
    assert "f:other (1 trips, Stop V - Stop F)" in str(caught.value)
    for name, n in (("other", 1), ("f:other", 1), ("7", 1), ("f:7", 1)):
        assert trips_of([one], name)[0][0].sum() == n
    near = without(one, trips_of([one], "other")[0][0])
    masks, faults = trips_of([near], "1")  # there and back share their stations
    assert faults == []
    assert masks[0].sum() == 2


def test_unknown_lines_are_refused_with_those_alike(tmp_path):
    one = feed(tmp_path / "f.zip", WEST_EAST, {"RB64/1": "W 8:00, E 8:20"})
    network = with_feeds(draw(*STREETS), [one])
    with pytest.raises(InputError) as caught:
        scenario(AdjustFrequency("RB46", 30), RemoveLine("RE1")).apply(network)
    text = str(caught.value)
    assert "modification 1: unknown line 'RB46'; did you mean RB64? there are RB64" in text
    assert "modification 2: unknown line 'RE1'" in text


S1 = {"S1/1": "W 8:00, E 8:20", "S1/2": "W 9:00, E 9:20"}


def test_lines_of_one_name_at_headways_and_at_fixed_times_are_told_apart(tmp_path):
    trips = {f"RB64/{h}": f"W {h}:20, E {h}:40" for h in range(6, 12)}
    one = feed(tmp_path / "f.zip", WEST_EAST, trips | S1)
    network = with_feeds(draw(*STREETS), [one, lines()])
    with pytest.raises(InputError, match="'RB64' is the name of 2 lines: f:RB64"):
        scenario(AdjustFrequency("RB64", 30)).apply(network)
    after = scenario(AdjustFrequency("lines:RB64", 30)).apply(network)
    assert after.feeds[1].frequencies["headway_s"].tolist() == [3600, 3600, 1800, 1800]
    assert len(leaving(after.feeds[0], "RB64")) == 6
    after = scenario(AdjustFrequency("f:RB64", 30)).apply(network)
    assert len(leaving(after.feeds[0], "RB64")) == 11
    assert set(after.feeds[1].frequencies["headway_s"]) == {3600}


def test_a_scenario_keeps_the_departure_of_trips_that_give_none(tmp_path):
    # RE runs on most Tuesdays only: without it the first one is as good as any
    files = {
        "calendar.txt": WEEK + "L,0,1,0,0,0,0,0,20230601,20231231\n",
        "trips.txt": "route_id,service_id,trip_id\nRB,D,RB/1\nRE,L,RE/1\nRE,L,RE/2\n",
    }
    trips = {"RB/1": "W 8:20, E 8:40", "RE/1": "W 8:30, E 8:45", "RE/2": "W 9:30, E 9:45"}
    one = feed(tmp_path / "f.zip", WEST_EAST, trips, **files)
    network = with_feeds(draw(*STREETS), [one])
    assert usual_moment(network) == "2023-06-06T08:00"
    after = scenario(RemoveLine("RE")).apply(network)
    assert usual_moment(after) == "2023-06-06T08:00"
    assert usual_moment(replace(after, usual_departure=None)) == "2023-01-03T08:00"
    after.save(tmp_path / "net")
    assert load_network(tmp_path / "net").usual_departure == "2023-06-06T08:00"


# --- remove-line


def test_a_line_that_is_removed_runs_no_more(tmp_path):
    trips = {"RB64/1": "W 8:20, E 8:40", "S1/1": "W 8:20, E 9:20"}
    network = with_feeds(draw(*STREETS), [feed(tmp_path / "f.zip", WEST_EAST, trips)])
    after = scenario(RemoveLine("RB64")).apply(network)
    times = [
        travel_times(net, *ENDS, Trip("transit", departure=AT)).minutes[0, 0]
        for net in (network, after)
    ]
    np.testing.assert_allclose(times, [51.4, 91.4], atol=0.1)
    assert "line RB64 in f: 1 trips taken out" in after.provenance.notes
    with pytest.raises(InputError, match="line 'S1' is all that the timetables have"):
        scenario(RemoveLine("S1")).apply(after)
    assert "without line RB64" in after.provenance.notes[0]
    with pytest.raises(InputError, match="remove-line: line 1 is not the id"):
        RemoveLine(1)


def test_a_timetable_of_nothing_else_goes_with_its_line(tmp_path):
    feeds = [
        feed(tmp_path / "a.zip", WEST_EAST, {"RB64/1": "W 8:20, E 8:40"}),
        feed(tmp_path / "b.zip", WEST_EAST, {"S1/1": "W 8:20, E 9:20"}),
    ]
    after = scenario(RemoveLine("RB64")).apply(with_feeds(draw(*STREETS), feeds))
    assert [one.name for one in after.feeds] == ["b"]
    by_hand = draw(*STREETS, feeds=(lines(),))
    with pytest.raises(InputError, match="line 'RB51' is all that the timetables have"):
        scenario(RemoveLine("RB64"), RemoveLine("RB51")).apply(by_hand)


# --- add-line

NEW = """
change_min = 2

[[stops]]
id = "W"

[[stops]]
id = "E"

[[lines]]
id = "RB99"
name = "New line"
headway_min = 30
first = "06:05"
last = "23:05"
stops = ["W", "E"]
arrival_min = [0, 15]
departure_min = [0, 15]
"""


@pytest.fixture
def hourly(tmp_path):
    trips = {f"RB/{h}": f"W {h}:20, E {h}:40" for h in range(6, 12)}
    return with_feeds(
        draw(*STREETS), [feed(tmp_path / "rb.zip", WEST_EAST, trips)], countries=COUNTRIES
    )


def line_file(tmp_path, *changes, text=NEW):
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "rb99.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_new_line_saves_known_minutes(hourly, tmp_path):
    after = scenario(AddLine(line_file(tmp_path))).apply(hourly)
    # at the stop at 8:11.4; then RB at 8:20 for 20 min, or RB99 at 8:35 for 15 min
    for departure, before, now in (("08:00", 51.4, 51.4), ("08:10", 101.4, 51.4)):
        trip = Trip("transit", departure=f"2023-10-17T{departure}")
        times = [travel_times(net, *ENDS, trip).minutes[0, 0] for net in (hourly, after)]
        np.testing.assert_allclose(times, [before, now], atol=0.1)
    table = journeys(after, *ENDS, trip)
    assert table["line"].dropna().tolist() == ["RB99"]
    assert table["headsign"].dropna().tolist() == ["Stop E"]
    assert table["departure"].iloc[1] == "2023-10-17T08:35:00+02:00"
    back = travel_times(after, ENDS[1], ENDS[0], Trip("transit", arrival="2023-10-17T09:00"))
    # 8:35 to 8:50 would be in too late for 9:00 with 11.4 min to walk
    np.testing.assert_allclose(back.minutes, [[60 - 5 + 11.4]], atol=0.1)
    notes = " ".join(after.provenance.notes)
    assert "scenario one: new line RB99 every 30 min" in notes
    assert "from its first departure, from 2023-01-01 to 2023-12-31" in notes
    assert len(hourly.feeds) == 1
    # the border holds it too, since its stops have their countries
    held = Trip("transit", departure="2023-10-17T08:10", crossing_time_min=5)
    np.testing.assert_allclose(travel_times(after, *ENDS, held).minutes, [[56.4]], atol=0.1)
    after.save(tmp_path / "net")
    again = load_network(tmp_path / "net")
    np.testing.assert_array_equal(
        travel_times(again, *ENDS, trip).minutes, travel_times(after, *ENDS, trip).minutes
    )


def test_later_modifications_know_the_new_line(hourly, tmp_path):
    added = AddLine(line_file(tmp_path))
    after = scenario(added, AdjustFrequency("RB99", 10)).apply(hourly)
    assert after.feeds[1].frequencies["headway_s"].tolist() == [600, 600]
    gone = scenario(added, RemoveLine("RB99")).apply(hourly)
    assert [one.name for one in gone.feeds] == ["rb"]
    with pytest.raises(InputError, match=r"modification 2: rb99.toml: line 'RB99' is there alr"):
        scenario(added, added).apply(hourly)


def test_one_changes_between_a_new_line_and_the_others(tmp_path):
    stops = {"W": (1000, 0), "X": (10_000, 0)}
    one = feed(tmp_path / "rb.zip", stops, {"RB/1": "W 8:20, X 8:30"})
    network = with_feeds(draw(*STREETS), [one], countries=COUNTRIES)
    lon, lat = ENDS[1]["lon"].item(), ENDS[1]["lat"].item()
    own = f'[[stops]]\nid = "E"\nname = "Work"\nlon = {lon}\nlat = {lat}\ncountry = "DE"'
    for first, expected in (("8:31", 46.0 + 0.0), ("8:30", None)):
        path = line_file(
            tmp_path,
            ('[[stops]]\nid = "E"', own),
            ('"W"', '"X"'),
            ("06:05", first),
            ("23:05", first),
        )
        after = scenario(AddLine(path)).apply(network)
        times = travel_times(after, *ENDS, Trip("transit", departure=AT, max_min=120))
        if expected is None:
            assert np.isnan(times.minutes).all()
            continue
        np.testing.assert_allclose(times.minutes, [[expected]], atol=0.1)
        assert times.rides[0, 0] == 2


def test_new_lines_at_a_headway(tmp_path):
    text = (
        NEW.replace('first = "06:05"\nlast = "23:05"\n', "")
        .replace('"W"', '"s1"')
        .replace('[[stops]]\nid = "E"', '[[stops]]\nid = "s9"\nname = "New"\nlon = 7.1\nlat = 52.2'
                 '\ncountry = "DE"')
        .replace('"E"', '"s9"')
    )  # fmt: skip
    network = draw(*STREETS, feeds=(lines(),))
    after = scenario(AddLine(line_file(tmp_path, text=text))).apply(network)
    old, new = after.feeds
    assert new.trips["line"].unique().tolist() == ["RB99"]
    assert new.stops.index.tolist() == ["s1", "s9"]
    assert new.frequencies["exact"].tolist() == [0, 0]
    assert new.transfers["min_transfer_s"].tolist() == [120.0, 120.0]
    assert old.calls is network.feeds[0].calls
    assert any("a first one are assumed" in note for note in after.provenance.notes)
    with pytest.raises(InputError, match="s1"):
        scenario(AddLine(line_file(tmp_path, text=text))).apply(draw(*STREETS))
    timed = text.replace("headway_min = 30", 'headway_min = 30\nfirst = "05:00"\nlast = "24:30"')
    after = scenario(AddLine(line_file(tmp_path, text=timed))).apply(network)
    assert after.feeds[1].frequencies["end_s"].tolist() == [24 * 3600 + 30 * 60 + 1] * 2
    assert after.feeds[1].frequencies["exact"].tolist() == [1, 1]
    alone = text.replace(
        'id = "s1"', 'id = "s1"\nname = "Old"\nlon = 7.0\nlat = 52.2\ncountry = "NL"'
    )
    (made,) = scenario(AddLine(line_file(tmp_path, text=alone))).apply(draw(*STREETS)).feeds
    assert made.zones == ("Europe/Amsterdam",)


def test_a_new_line_leaves_between_those_of_its_section_and_moves_none(tmp_path):
    network = draw(*STREETS, feeds=(lines(),))
    text = NEW.replace('first = "06:05"\nlast = "23:05"\n', "").replace('"W"', '"s1"')
    text = text.replace('"E"', '"s2"').replace("[0, 15]", "[0, 11]").replace("= 30", "= 60")
    after = AddLine(line_file(tmp_path, text=text)).apply(network)

    def firsts(net):
        table = drawn(timetable_on(net.feeds, date(2026, 3, 10), until_h=23), 0)
        return {
            str(name).removesuffix("#1"): int(table.trip_departure_s[2 * k]) % 3600
            for k, name in enumerate(table.trip_id)
            if str(name).endswith("there#1")
        }

    before, now = firsts(network), firsts(after)
    assert {name: now[name] for name in before} == before
    assert (now["RB99-there"] - now["RB51-there"]) % 1800 == 900


def test_everything_that_a_new_line_needs_is_told_at_once(hourly, tmp_path):
    path = line_file(tmp_path, ('"W"', '"Wst"'), ('id = "RB99"', 'id = "RB"'))
    with pytest.raises(InputError) as caught:
        scenario(AddLine(path), AdjustFrequency("RB98", 30)).apply(hourly)
    text = str(caught.value)
    assert "modification 1: rb99.toml: stops that the network does not have: Wst" in text
    assert "line 'RB' is there already" in text
    assert "modification 2: unknown line 'RB98'" in text


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('first = "06:05"', "", "has last alone; give first and last"),
        ('"06:05"', '"6 h"', "first is '6 h', expected a time such as 05:30"),
        ('"23:05"', '"05:05"', "last 05:05 is before first 06:05"),
        ("headway_min = 30", "headway_min = 0", "headway_min: 0.0 is not above 0"),
        ("headway_min = 30", "headways = 30", "unknown fields headways"),
        ('id = "E"', 'id = "E"\nlon = 7', "stops E: missing or of another kind: name, lat, coun"),
        ('stops = ["W", "E"]', 'stops = ["W", "F"]', "calls at stops that are not listed: F"),
        ("change_min = 2", "", "change_min"),
    ],
)
def test_files_of_new_lines_that_cannot_be(tmp_path, old, new, message):
    with pytest.raises(InputError, match=message) as caught:
        AddLine(line_file(tmp_path, (old, new)))
    assert "rb99.toml" in str(caught.value)


def test_a_line_of_two_timetables_is_told(tmp_path):
    feeds = [
        feed(tmp_path / f"{name}.zip", WEST_EAST, {"RB/1": "W 8:20, E 8:40", "RB/2": f"{back}"})
        for name, back in (("a", "W 10:20, E 10:40"), ("b", "W 10:21, E 10:41"))
    ]
    network = with_feeds(draw(*STREETS), feeds)
    with pytest.warns(GrensgeoWarning, match="in the timetables a, b and is laid anew in each"):
        after = AdjustFrequency("RB", 30).apply(network)
    assert [len(leaving(one, "RB")) for one in after.feeds] == [5, 5]
    alone = AdjustFrequency("b:RB", 30).apply(network)
    assert [len(leaving(one, "RB")) for one in alone.feeds] == [2, 5]


def test_a_line_that_leaves_once_a_day_is_told(tmp_path):
    trips = {"IC 1/1": "W 8:20, E 8:40", "IC 1/2": "E 10:20, W 10:40", "IC 2/1": "W 9:20, E 9:40"}
    network = with_feeds(draw(*STREETS), [feed(tmp_path / "f.zip", WEST_EAST, trips)])
    with pytest.warns(GrensgeoWarning, match="f: IC 1 leaves once a day at most in either dir"):
        after = AdjustFrequency("IC 1", 30).apply(network)
    assert leaving(after.feeds[0], "IC 1") == leaving(network.feeds[0], "IC 1")


OWN = """
change_min = 5
[[stops]]
id = "W"
[[stops]]
id = "new"
name = "New"
lon = 7.1464
lat = 52.2
country = "DE"
[[lines]]
id = "B1"
name = "B1"
headway_min = 30
first = "06:00"
last = "20:00"
stops = ["W", "new"]
arrival_min = [0, 10]
departure_min = [0, 10]
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("lon = 7.1464\nlat = 52.2", "lon = 52.2\nlat = 7.1464",
         r"rb99.toml: .* swapped for new in DE \(52.2, 7.146\)"),
        ("[0, 10]", "[0, 0.4]", r"line B1: 1,3\d\d km/h from W to new \(9.0 km in 0.4 min\)"),
        ('lon = 7.1464\nlat = 52.2\ncountry = "DE"',
         'lon = 7.001\nlat = 52.2\ncountry = "BE"', r"stops: .*new"),
        ('country = "DE"', 'country = "XX"', r"new"),
        ('["W", "new"]\narrival_min = [0, 10]\ndeparture_min = [0, 10]',
         '["W", "W", "new"]\narrival_min = [0, 2, 10]\ndeparture_min = [0, 2, 10]',
         "line B1: calls at W twice in a row"),
        ('["W", "new"]\narrival_min = [0, 10]\ndeparture_min = [0, 10]',
         '["W", "new", "W"]\narrival_min = [0, 9, 20]\ndeparture_min = [0, 9, 20]',
         "goes from W and back again; every line runs both ways"),
    ],
)  # fmt: skip
def test_new_lines_that_cannot_be(hourly, tmp_path, old, new, message):
    path = line_file(tmp_path, text=OWN)
    AddLine(path).apply(hourly)
    with pytest.raises(InputError, match=message):
        AddLine(line_file(tmp_path, (old, new), text=OWN)).apply(hourly)


def test_new_stops_beyond_the_data_are_told(hourly, tmp_path):
    far = line_file(tmp_path, ("lon = 7.1464", "lon = 7.9"), ("[0, 10]", "[0, 45]"), text=OWN)
    extent = gpd.GeoSeries([shapely.box(6.9, 52.1, 7.5, 52.3)], crs=4326)
    with pytest.warns(GrensgeoWarning, match=r"1 of 1 new stops lie outside .* \(new\)"):
        AddLine(far).apply(replace(hourly, extent=extent))


def test_check_tells_what_a_file_of_new_lines_is(tmp_path, capsys):
    assert main(["check", str(line_file(tmp_path))]) == 0
    said = capsys.readouterr().out
    assert "new lines of a scenario: RB99; 0 new stops, 2 that the network has" in said


def test_stops_of_two_feeds_and_minutes_that_fall(hourly, tmp_path):
    other = feed(tmp_path / "s.zip", WEST_EAST, {"S1/1": "W 8:20, E 9:20"})
    both = with_feeds(hourly, [*hourly.feeds, other])
    with pytest.raises(InputError, match="stop 'W' is in several feeds; write feed:W"):
        scenario(AddLine(line_file(tmp_path))).apply(both)
    scenario(AddLine(line_file(tmp_path, ('"W"', '"rb:W"'), ('"E"', '"s:E"')))).apply(both)
    fall = line_file(tmp_path, ("arrival_min = [0, 15]", "arrival_min = [0, 20]"))
    with pytest.raises(InputError, match="minutes fall along the line"):
        scenario(AddLine(fall)).apply(hourly)


def test_a_scenario_file_names_lines_beside_it(hourly, tmp_path):
    line_file(tmp_path)
    plan = tmp_path / "plan.toml"
    plan.write_text(
        '[scenario]\nname = "one"\ntitle = { nl = "Een", de = "Eins", en = "One" }\n'
        '[[modifications]]\ntype = "add-line"\nfile = "rb99.toml"\n'
        '[[modifications]]\ntype = "remove-line"\nline = "RB"\n',
        encoding="utf-8",
    )
    read = read_scenario(plan)
    assert read == scenario(AddLine(tmp_path / "rb99.toml"), RemoveLine("RB"))
    after = read.apply(hourly)
    assert [one.name for one in after.feeds] == ["new-RB99"]
