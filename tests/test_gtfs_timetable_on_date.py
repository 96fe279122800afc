"""Timetables of one date, with every time known in advance."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from feeds import AGENCY, DAILY, calls, feed_files, write_feed

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.gtfs import draw, read_feed, timetable_on
from grensgeo.notes import Note

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "data"
TUESDAY = date(2023, 10, 17)
H = 3600


def wall(*when, fold=0):
    """A time as a clock on the wall shows it, which is what is tested."""
    return datetime(*when, fold=fold)  # noqa: DTZ001


def clock(hours, minutes=0):
    return hours * H + minutes * 60


def lay(tmp_path, files, on=TUESDAY, name="feed", **options):
    return timetable_on(read_feed(write_feed(tmp_path / f"{name}.zip", files)), on, **options)


def service(name, start, end, days="1,1,1,1,1,1,1"):
    return f"{name},{days},{start},{end}\n"


def test_a_plain_day(tmp_path):
    files = feed_files({"1": "Enschede 8:00, Gronau 8:11-8:12, Muenster 9:10"})
    timetable = lay(tmp_path, files, until_h=24)
    assert calls(timetable) == {
        "1": [
            [
                ("Enschede", clock(8), clock(8)),
                ("Gronau", clock(8, 11), clock(8, 12)),
                ("Muenster", clock(9, 10), clock(9, 10)),
            ]
        ]
    }
    assert timetable.board_ok.tolist() == [1, 1, 0]
    assert timetable.alight_ok.tolist() == [0, 1, 1]
    assert timetable.min_change_s.tolist() == [60, 60, 60]
    assert timetable.zone == "Europe/Berlin"
    assert repr(timetable) == (
        "<Timetable 2023-10-17 Europe/Berlin: 3 stops, 1 patterns, 1 trips>"
    )
    with pytest.raises(ValueError, match="read-only"):
        timetable.trip_arrival_s[0] = 0


def test_the_day_of_the_week_is_told(tmp_path):
    files = feed_files({"1": "Enschede 8:00, Gronau 8:11"})
    feed = read_feed(write_feed(tmp_path / "feed.zip", files))
    week = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    told = [timetable_on(feed, date(2023, 10, 16 + day)).notes[0].code for day in range(7)]
    assert told == [f"timetables.of-{day}" for day in week]


def test_trips_of_the_evening_before_on_demand(tmp_path):
    files = feed_files(
        {"early": "Enschede 21:00, Gronau 21:10", "late": "Enschede 22:50, Gronau 23:01"}
    )
    files["frequencies.txt"] = (
        "trip_id,start_time,end_time,headway_secs,exact_times\nearly,20:00:00,23:00:00,3600,1\n"
    )
    with pytest.raises(InputError, match="nothing runs"):
        lay(tmp_path, files, until_h=1)
    found = calls(lay(tmp_path, files, since_h=-2, until_h=1))
    assert set(found) == {"late", "early#3"}
    assert found["late"][0][0] == ("Enschede", clock(-1, -10), clock(-1, -10))
    assert found["early#3"][0][1][1] == clock(-2, 10)
    both = calls(lay(tmp_path, files, since_h=-26, until_h=-23))
    assert len(both["late"]) == 1


def test_half_past_midnight_belongs_to_yesterdays_service_day(tmp_path):
    files = feed_files({"late": "Enschede 23:50, Gronau 24:30, Muenster 25:30"})
    # Only Mondays: on Tuesday the trip of Monday is under way, none of Tuesday's own.
    files["calendar.txt"] = DAILY.replace("D,1,1,1,1,1,1,1", "D,1,0,0,0,0,0,0")
    with pytest.warns(GrensgeoWarning, match=r"trips on 17 October 2023: 0, far fewer"):
        timetable = lay(tmp_path, files)
    assert calls(timetable) == {
        "late": [
            [
                ("Enschede", -600, -600),
                ("Gronau", clock(0, 30), clock(0, 30)),
                ("Muenster", clock(1, 30), clock(1, 30)),
            ]
        ]
    }


def test_every_day_has_last_nights_and_next_mornings_trips(tmp_path):
    files = feed_files({"late": "Enschede 24:30, Gronau 24:45"})
    times = [c[0][1] for c in calls(lay(tmp_path, files))["late"]]
    assert times == [clock(0, 30), clock(24, 30)]
    assert len(calls(lay(tmp_path, files, until_h=24))["late"]) == 1
    assert len(calls(lay(tmp_path, files, until_h=50))["late"]) == 3  # 48:30 too


def test_a_trip_of_two_nights(tmp_path):
    files = feed_files({"long": "Enschede 23:00, Gronau 49:30"})
    times = [c[0][1] for c in calls(lay(tmp_path, files, until_h=24))["long"]]
    assert times == [clock(23) - 2 * 86400, clock(23) - 86400, clock(23)]


def test_the_night_the_clock_is_put_forward(tmp_path):
    files = feed_files(
        {"1": "Enschede 8:00, Gronau 8:11", "night": "Enschede 25:30, Gronau 27:30"}
    )
    timetable = lay(tmp_path, files, on=date(2023, 3, 26), until_h=22)
    # 02:00 to 03:00 does not exist: at 08:00 on the clock seven hours have passed.
    # Saturday's 25:30 is 01:30 on the clock, its 27:30 (three and a half hours after midnight of
    # a day that was whole) shows as 04:30.
    assert calls(timetable) == {
        "1": [[("Enschede", 7 * H, 7 * H), ("Gronau", 7 * H + 660, 7 * H + 660)]],
        "night": [[("Enschede", clock(1, 30), clock(1, 30)), ("Gronau", 12600, 12600)]],
    }
    assert timetable.seconds_at(wall(2023, 3, 26, 8)) == 7 * H
    assert timetable.clock_at(7 * H).strftime("%H:%M") == "08:00"
    assert timetable.clock_at(12600).strftime("%H:%M") == "04:30"
    with pytest.raises(InputError, match="02:30:00 is no time in Europe/Berlin"):
        timetable.seconds_at(wall(2023, 3, 26, 2, 30))


def test_the_night_the_clock_is_put_back(tmp_path):
    files = feed_files(
        {"1": "Enschede 8:00, Gronau 8:11", "night": "Enschede 25:30, Gronau 27:30"}
    )
    timetable = lay(tmp_path, files, on=date(2023, 10, 29), until_h=22)
    assert calls(timetable) == {
        "1": [[("Enschede", 9 * H, 9 * H), ("Gronau", 9 * H + 660, 9 * H + 660)]],
        "night": [[("Enschede", clock(1, 30), clock(1, 30)), ("Gronau", 12600, 12600)]],
    }
    assert timetable.clock_at(12600).strftime("%H:%M") == "02:30"
    moment = wall(2023, 10, 29, 2, 30)
    assert timetable.seconds_at(moment) == clock(2, 30)
    assert timetable.seconds_at(moment.replace(fold=1)) == clock(3, 30)
    assert timetable.seconds_at(datetime(2023, 10, 29, 7, tzinfo=UTC)) == 9 * H


def test_early_trips_on_the_day_the_clock_changes_count_from_noon(tmp_path):
    # 1:30 on the service day of 26 March is ten and a half hours before noon: 0:30 on the clock.
    files = feed_files({"1": "Enschede 1:30, Gronau 1:45"})
    timetable = lay(tmp_path, files, on=date(2023, 3, 26), until_h=20)
    assert calls(timetable)["1"][0][0][1] == clock(0, 30)


def test_zones_of_two_feeds(tmp_path):
    one = feed_files({"1": "Enschede 8:00, Hengelo 8:08"}, zone="Europe/Amsterdam")
    other = feed_files({"2": "Gronau 7:00, Muenster 8:00"}, zone="Europe/London")
    feeds = [
        read_feed(write_feed(tmp_path / "nl.zip", one)),
        read_feed(write_feed(tmp_path / "uk.zip", other)),
    ]
    found = calls(timetable_on(feeds, TUESDAY, until_h=20))
    assert found["1"][0][0] == ("nl:Enschede", 8 * H, 8 * H)
    assert found["2"][0][0] == ("uk:Gronau", 8 * H, 8 * H)
    found = calls(timetable_on(feeds, TUESDAY, until_h=20, zone="UTC"))
    assert found["1"][0][0][1] == 6 * H


def test_zones_within_one_feed(tmp_path):
    files = feed_files({"1": "Enschede 8:00, Hengelo 8:08"})
    files["agency.txt"] += "B,Bus,http://x.eu,Europe/London\n"
    files["routes.txt"] += "S,B,Bus,3\n"
    files["trips.txt"] += "S,D,2,\n"
    files["stop_times.txt"] += "2,7:00:00,7:00:00,Enschede,0\n2,7:20:00,7:20:00,Hengelo,1\n"
    found = calls(lay(tmp_path, files, until_h=20))
    assert found["1"][0][0][1] == found["2"][0][0][1] == 8 * H


def test_calendar_dates_only(tmp_path):
    files = feed_files({"1": "Enschede 8:00, Gronau 8:11"})
    del files["calendar.txt"]
    rows = ["service_id,date,exception_type", "D,20231016,1", "D,20231018,1", "D,20231019,2"]
    files["calendar_dates.txt"] = "\n".join(rows) + "\n"
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    assert (feed.days.first, feed.days.last) == (date(2023, 10, 16), date(2023, 10, 18))
    assert timetable_on(feed, date(2023, 10, 16), until_h=24).n_trips == 1
    with (
        pytest.warns(GrensgeoWarning, match=r"trips on 17 October 2023: 0, far fewer"),
        pytest.raises(InputError, match="nothing runs on 2023-10-17"),
    ):
        timetable_on(feed, TUESDAY, until_h=24)
    with pytest.raises(InputError, match="2023-10-19 is outside its days, 2023-10-16 to"):
        timetable_on(feed, date(2023, 10, 19))


def test_exceptions_take_away_and_add(tmp_path):
    files = feed_files({"1": "Enschede 8:00, Gronau 8:11"})
    files["calendar.txt"] = DAILY.replace("D,1,1,1,1,1,1,1", "D,1,1,1,1,1,0,0")
    files["calendar_dates.txt"] = "service_id,date,exception_type\nD,20231017,2\nD,20231021,1\n"
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    assert timetable_on(feed, date(2023, 10, 21), until_h=20).n_trips == 1
    with pytest.warns(GrensgeoWarning), pytest.raises(InputError, match="nothing runs"):
        timetable_on(feed, TUESDAY, until_h=20)


def test_a_poor_day_is_told(tmp_path):
    files = feed_files({str(i): f"Enschede {i}:00, Gronau {i}:11" for i in range(6, 12)})
    files["trips.txt"] = files["trips.txt"].replace("R,D,6", "R,E,6")
    files["calendar.txt"] = DAILY.replace("D,1,1,1,1,1,1,1", "D,1,1,1,1,1,1,0")
    files["calendar.txt"] += service("E", 20230101, 20231231)
    with pytest.warns(GrensgeoWarning, match=r"trips on 22 October 2023: 1, .* day \(6\)"):
        lay(tmp_path, files, on=date(2023, 10, 22), until_h=20)


def test_what_a_feed_leaves_open_stands_in_the_notes_of_its_timetable(tmp_path):
    files = feed_files({"1": "Enschede 8:00, Gronau 8:11", "2": "Enschede 9:00, Gronau 9:11"})
    rows = files["stop_times.txt"].splitlines()
    kinds = ["pickup_type", "3", "", "2", ""]
    files["stop_times.txt"] = "\n".join(
        f"{row},{kind}" for row, kind in zip(rows, kinds, strict=True)
    )
    files["trips.txt"] += "R,D,3,\n"
    codes = [note.code for note in lay(tmp_path, files).notes if isinstance(note, Note)]
    assert {
        "timetables.ask-driver",
        "timetables.on-demand",
        "timetables.trips-without-calls",
    } <= set(codes)


def test_a_loop(tmp_path):
    files = feed_files({"1": "Enschede 8:00, Gronau 8:11, Ahaus 8:30, Enschede 9:00"})
    timetable = lay(tmp_path, files, until_h=20)
    assert timetable.pattern_stop.tolist() == [0, 1, 2, 0]
    assert calls(timetable)["1"][0][-1] == ("Enschede", 9 * H, 9 * H)


def test_a_trip_that_overtakes_stands_in_a_pattern_of_its_own(tmp_path):
    files = feed_files(
        {
            "slow": "Enschede 8:00, Gronau 8:30, Muenster 10:00",
            "fast": "Enschede 8:10, Gronau 8:20, Muenster 9:00",
            "later": "Enschede 9:00, Gronau 9:30, Muenster 11:00",
        }
    )
    timetable = lay(tmp_path, files, until_h=20)
    assert timetable.n_patterns == 2
    assert timetable.trip_id.tolist() == ["slow", "later", "fast"]
    assert timetable.pattern_trip_start.tolist() == [0, 2, 3]
    assert timetable.pattern_time_start.tolist() == [0, 6, 9]


def test_overtaking_between_two_stops_counts_too(tmp_path):
    # Equal departures, but the second arrives earlier in the middle while it stands longer.
    files = feed_files(
        {
            "a": "Enschede 8:00, Gronau 8:20-8:25, Muenster 9:00",
            "b": "Enschede 8:00, Gronau 8:15-8:25, Muenster 9:00",
            "c": "Enschede 8:05, Gronau 8:18-8:26, Muenster 9:00",
        }
    )
    timetable = lay(tmp_path, files, until_h=20)
    assert timetable.trip_id.tolist() == ["b", "a", "c"] or timetable.n_patterns == 2
    for p in range(timetable.n_patterns):
        n = int(np.diff(timetable.pattern_stop_start)[p])
        rows = slice(timetable.pattern_time_start[p], timetable.pattern_time_start[p + 1])
        for times in (timetable.trip_arrival_s, timetable.trip_departure_s):
            assert (np.diff(times[rows].reshape(-1, n), axis=0) >= 0).all()


def test_leave_to_get_on_and_off_splits_patterns(tmp_path):
    files = feed_files({"1": "Enschede 8:00, Gronau 8:11, Muenster 9:00",
                        "2": "Enschede 9:00, Gronau 9:11, Muenster 10:00"})  # fmt: skip
    rows = files["stop_times.txt"].splitlines()
    rows = [rows[0] + ",pickup_type,drop_off_type"] + [
        row + (",1,0" if row.startswith("2") and "Gronau" in row else ",,") for row in rows[1:]
    ]
    files["stop_times.txt"] = "\n".join(rows) + "\n"
    timetable = lay(tmp_path, files, until_h=20)
    assert timetable.n_patterns == 2
    assert timetable.board_ok.tolist() == [1, 1, 0, 1, 0, 0]
    assert timetable.alight_ok.tolist() == [0, 1, 1, 0, 1, 1]


def test_exact_frequencies_become_trips(tmp_path):
    files = feed_files({"1": "Enschede 0:00, Gronau 0:11"})
    files["frequencies.txt"] = (
        "trip_id,start_time,end_time,headway_secs,exact_times\n1,8:00:00,9:00:00,1200,1\n"
    )
    timetable = lay(tmp_path, files, until_h=20)
    assert [c[0][1] for c in (calls(timetable)[f"1#{i}"][0] for i in (1, 2, 3))] == [
        8 * H, 8 * H + 1200, 8 * H + 2400,
    ]  # fmt: skip
    assert timetable.n_trips == 3
    assert len(timetable.headways) == 0


def test_headways_are_listed_and_drawn_with_a_seed(tmp_path):
    files = feed_files({"1": "Enschede 5:00, Gronau 5:11-5:12, Muenster 6:10"})
    files["frequencies.txt"] = (
        "trip_id,start_time,end_time,headway_secs\n1,8:00:00,12:00:00,1800\n1,12:00:00,13:00:00,600\n"
    )
    timetable = lay(tmp_path, files, until_h=20)
    assert timetable.n_trips == 0
    assert timetable.headways.headway_s.tolist() == [1800, 600]
    assert timetable.headways.runs.departure_s.tolist() == [0, 720, 4200] * 2
    drawn = draw(timetable, 7)
    assert drawn.n_trips == 8 + 6
    assert len(drawn.headways) == 0
    assert (drawn.trip_departure_s == draw(timetable, 7).trip_departure_s).all()
    assert (drawn.trip_departure_s != draw(timetable, 8).trip_departure_s).any()
    first = drawn.trip_departure_s.reshape(-1, 3)[:, 0]
    assert (np.diff(first[:8]) == 1800).all()
    assert 8 * H <= first[0] < 8 * H + 1800
    assert any("seed 7" in note for note in drawn.notes)
    assert draw(drawn, 1) is drawn


def test_a_line_twice_as_often_keeps_its_departures_and_leaves_the_others(tmp_path):
    def departures(spans):
        files = feed_files({"1": "Enschede 5:00, Gronau 5:11", "2": "Gronau 5:00, Enschede 5:11"})
        files["frequencies.txt"] = "trip_id,start_time,end_time,headway_secs\n" + spans
        folder = tmp_path / str(len(spans))
        folder.mkdir()
        drawn = draw(lay(folder, files, until_h=20), 3)
        found = {"1": set(), "2": set()}
        for trip, (run,) in calls(drawn).items():
            found[trip.partition("#")[0]].add(run[0][2])
        return found

    other = "2,8:00:00,12:00:00,3600\n"
    hourly = departures("1,8:00:00,12:00:00,3600\n" + other)
    often = departures("1,8:00:00,12:00:00,900\n" + other)
    assert (len(hourly["1"]), len(often["1"])) == (4, 16)
    assert hourly["1"] < often["1"]
    assert hourly["2"] == often["2"] == departures(other + "\n")["2"]
    # the lines do not move together
    assert {t % 3600 for t in hourly["1"]} != {t % 3600 for t in hourly["2"]}


def test_draws_are_even(tmp_path):
    files = feed_files({"1": "Enschede 5:00, Gronau 5:11"})
    files["frequencies.txt"] = "trip_id,start_time,end_time,headway_secs\n1,8:00:00,9:00:00,3600\n"
    timetable = lay(tmp_path, files, until_h=20)
    first = np.array([draw(timetable, seed).trip_departure_s[0] for seed in range(400)]) - 8 * H
    assert first.min() >= 0
    assert first.max() < 3600
    counts = np.bincount(first // 360, minlength=10)
    # 400 draws into ten parts: 40 each, chi squared of nine degrees below its 99.9 % point
    assert ((counts - 40) ** 2 / 40).sum() < 27.9


def test_a_feed_for_each_date(tmp_path):
    one = feed_files({"1": "Enschede 8:00, Hengelo 8:08"})
    other = feed_files({"2": "Gronau 9:00, Muenster 10:00"})
    other["calendar.txt"] = DAILY.replace("2023", "2019")
    feeds = [
        read_feed(write_feed(tmp_path / "nl.zip", one)),
        read_feed(write_feed(tmp_path / "de.zip", other)),
    ]
    with pytest.raises(InputError, match="feed de: 2023-10-17 is outside its days"):
        timetable_on(feeds, TUESDAY)
    timetable = timetable_on(feeds, [TUESDAY, date(2019, 10, 15)], until_h=20)
    assert calls(timetable)["2"][0][0] == ("de:Gronau", 9 * H, 9 * H)
    assert any("feeds of different dates were brought together" in n for n in timetable.notes)
    with pytest.raises(InputError, match="1 dates for 2 feeds"):
        timetable_on(feeds, [TUESDAY])
    with pytest.raises(InputError, match="feeds of one name: nl"):
        timetable_on([feeds[0], feeds[0]], TUESDAY)
    with pytest.raises(InputError, match="no feed was given"):
        timetable_on([], TUESDAY)


def test_a_leap_zone_with_midnight_cut_out(tmp_path):
    # In São Paulo the clock went from 00:00 to 01:00 on 4 November 2018.
    files = feed_files({"1": "Enschede 8:00, Gronau 8:11"})
    files["agency.txt"] = AGENCY.format(zone="America/Sao_Paulo")
    files["stops.txt"] = (
        "stop_id,stop_name,stop_lat,stop_lon\nEnschede,E,-30.0,-51.2\nGronau,G,-30.1,-51.2\n"
    )
    files["calendar.txt"] = DAILY.replace("2023", "2018")
    timetable = lay(tmp_path, files, on=date(2018, 11, 4), until_h=20)
    assert calls(timetable)["1"][0][0][1] == 7 * H
    assert timetable.clock_at(0).strftime("%H:%M") == "01:00"


@pytest.mark.shared_data
@pytest.mark.parametrize(
    ("paths", "on", "trips"),
    [
        (["gtfs/db_fernverkehr_2019_region.zip"], date(2019, 3, 12), 65),
        (["gtfs/stadtwerke_muenster_2023-08_from_rds.zip"], TUESDAY, 1_701),
        (
            [f"benchmark/porto_alegre_r5r/{n}.zip" for n in ("poa_eptc", "poa_trensurb")],
            date(2019, 5, 13),
            2_500,
        ),
    ],
)
def test_real_feeds_keep_every_time_and_no_trip_overtakes(paths, on, trips):
    missing = [path for path in paths if not (SHARED / path).exists()]
    if missing:
        pytest.skip(f"shared data are absent: {missing}")
    feeds = [read_feed(SHARED / path) for path in paths]
    timetable = timetable_on(feeds, on, until_h=30)
    assert timetable.n_trips >= trips
    for p in range(timetable.n_patterns):
        n = int(timetable.pattern_stop_start[p + 1] - timetable.pattern_stop_start[p])
        rows = slice(timetable.pattern_time_start[p], timetable.pattern_time_start[p + 1])
        arrival = timetable.trip_arrival_s[rows].reshape(-1, n)
        departure = timetable.trip_departure_s[rows].reshape(-1, n)
        assert (np.diff(arrival, axis=0) >= 0).all()
        assert (np.diff(departure, axis=0) >= 0).all()
        assert (departure >= arrival).all()
        assert (arrival[:, 1:] >= departure[:, :-1]).all()
    # Against a plain look at the tables: each trip of the day, with its times as written.
    feed, found = feeds[0], calls(timetable)
    at = int((datetime(on.year, on.month, on.day, tzinfo=ZoneInfo(feed.zones[0]))).timestamp())
    assert int(timetable.midnight.timestamp()) == at
    running = feed.days.on(on)[feed.trips["service"].to_numpy()]
    for i in np.flatnonzero(running)[::50]:
        rows = slice(feed.calls.start[i], feed.calls.start[i + 1])
        times = feed.calls.departure_s[rows].tolist()
        assert times in [[c[2] for c in run] for run in found[feed.trips.index[i]]]
