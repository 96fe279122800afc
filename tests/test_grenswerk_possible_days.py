"""A student's year on a drawn line across a border, with days known by hand."""

import warnings
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from drawing import DEGREE_M, draw
from examples import examples
from feeds import AGENCY, write_feed
from hypothesis import given, settings
from hypothesis import strategies as st

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.grenswerk.asked_days import AskedDays
from grensgeo.grenswerk.days_by_place import days_by_place
from grensgeo.grenswerk.possible_days import days_of_pair, possible_days
from grensgeo.gtfs import read_feed
from grensgeo.network import with_feeds
from grensgeo.traveltimes import Trip, journeys
from grensgeo.traveltimes.alike_days import IDLE, UNKNOWN, alike_dates
from grensgeo.traveltimes.day_times import on_date

K = np.cos(np.radians(52.2))
#: Two villages 19 km apart; home lies in NL, 950 m (11.4 min) from the stop W, work in DE, so far
#: from E. The border lies at 10 km.
STREETS = draw(
    {"A": (0, 0), "B": (1000, 0), "M": (10_000, 0), "C": (20_000, 0), "D": (21_000, 0)},
    [
        {"ends": "AB"},
        {"ends": "BM"},
        {"ends": "MC", "country": "DE"},
        {"ends": "CD", "country": "DE"},
    ],
)
TRIP = Trip("transit", max_min=60)
# Two weeks of ten weekdays; Friday 2025-10-03 is a holiday in Germany alone.
ASKED = AskedDays("2025-09-29", "2025-10-10")
HOLIDAY = date(2025, 10, 3)


def lonlat(x):
    return 7.0 + x / (DEGREE_M * K), 52.2


def place(name, x, country, part=None, **more):
    lon, lat = lonlat(x)
    return pd.DataFrame({"id": [name], "lon": lon, "lat": lat, "country": country, "part": part}
                        | more)  # fmt: skip


NL, DE = place("nl", 50, "NL", "Noord"), place("de", 20_950, "DE", "NW")


def network(tmp_path, trains, *, name="f", first="20250922", last="20251031"):
    """Trains as {(from, "7:50", to, "8:10"): dates or weekdays}, dates as 2025-10-03."""
    calls = ["trip_id,arrival_time,departure_time,stop_id,stop_sequence"]
    trips, calendar = ["route_id,service_id,trip_id"], []
    dates = ["service_id,date,exception_type"]
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    for n, ((start, leaves, end, arrives), (weekdays, without)) in enumerate(trains.items()):
        trips.append(f"R,s{n},t{n}")
        calls += [f"t{n},{leaves}:00,{leaves}:00,{start},1",
                  f"t{n},{arrives}:00,{arrives}:00,{end},2"]  # fmt: skip
        flags = ",".join(str(int(day in weekdays)) for day in names)
        calendar.append(f"s{n},{flags},{first},{last}")
        dates += [f"s{n},{day:%Y%m%d},2" for day in without]
    head = (
        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date"
    )
    stops = [f"{s},Stop {s},{lonlat(x)[0]},52.2" for s, x in (("W", 1000), ("E", 20_000))]
    files = {
        "agency.txt": AGENCY.format(zone="Europe/Amsterdam"),
        "routes.txt": "route_id,agency_id,route_short_name,route_type\nR,A,RB,2\n",
        "stops.txt": "\n".join(["stop_id,stop_name,stop_lon,stop_lat", *stops]) + "\n",
        "trips.txt": "\n".join(trips) + "\n",
        "stop_times.txt": "\n".join(calls) + "\n",
        "calendar.txt": "\n".join([head, *calendar]) + "\n",
        "calendar_dates.txt": "\n".join(dates) + "\n",
    }
    return with_feeds(STREETS, [read_feed(write_feed(tmp_path / f"{name}.zip", files))])


WEEK = ("mon", "tue", "wed", "thu", "fri")


@pytest.fixture(scope="module")
def border(tmp_path_factory):
    """One train there and one home, not on the German holiday; on Thursdays none late, on
    Mondays none early."""
    early, late = ("tue", "wed", "thu", "fri"), ("mon", "tue", "wed", "fri")
    return network(
        tmp_path_factory.mktemp("f"),
        {
            ("W", "7:50", "E", "8:10"): (early, [HOLIDAY]),
            ("W", "8:50", "E", "9:10"): (WEEK, [HOLIDAY]),
            ("E", "16:20", "W", "16:40"): (WEEK, [HOLIDAY]),
            ("E", "17:20", "W", "17:40"): (late, [HOLIDAY]),
        },
    )


def row(table, mode="rail"):
    (found,) = table[table["mode"] == mode].to_dict("records")
    return found


def count(network, home, work, asked=ASKED, **trips):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return possible_days(network, home, work, asked, trips=trips or {"rail": TRIP})


def test_each_day_has_the_reason_known_by_hand(border):
    found = row(count(border, NL, DE))
    # asked: ten weekdays without the holiday; two Mondays too late there, two Thursdays the last
    # train leaves before five
    assert (found["days_asked"], found["days_free"]) == (9, 1)
    assert found["days_possible"] == 5
    assert (found["lost_first_too_late"], found["lost_last_too_early"]) == (2, 2)
    assert found["lost_no_service"] == found["lost_too_long"] == found["days_unknown"] == 0
    # 11.4 min to the train of 7:50, and 8.6 min to spare: from 7:38.6 to 8:30
    assert found["there_min"] == pytest.approx(51.4, abs=0.02)
    assert found["home_min"] == pytest.approx(51.4, abs=0.02)
    assert (found["first_arrival"], found["last_home"]) == ("08:22", "17:08")


def test_a_holiday_on_one_side_only_is_exact(border):
    works = row(count(border, NL, DE, replace(ASKED, off=())))
    assert (works["days_asked"], works["days_possible"]) == (10, 5)
    assert (works["lost_no_service"], works["lost_on_public_holiday"]) == (1, 1)
    # who lives in Germany and works in the Netherlands: no train runs the other way that early
    back = row(count(border, DE, NL))
    assert (back["days_asked"], back["days_free"]) == (10, 0)
    assert (back["days_possible"], back["lost_no_service"]) == (0, 1)
    free = row(count(border, DE, NL, replace(ASKED, off=("public_here",))))
    assert (free["days_asked"], free["days_free"], free["lost_no_service"]) == (9, 1, 0)


def test_school_holidays_are_off_where_that_is_asked(border):
    # Herbstferien in NRW from 13 October, in the north of the Netherlands from 18 October
    asked = replace(ASKED, until="2025-10-31", off=("school_there",))
    assert row(count(border, NL, DE, asked))["days_free"] == 10
    assert row(count(border, DE, NL, asked))["days_free"] == 5
    lost = row(count(border, NL, DE, replace(asked, off=())))
    # Mondays and Thursdays of 13 to 24 October are lost in school holidays, and of the week that
    # is off in the Netherlands
    assert lost["lost_in_school_holidays"] == 4


def test_the_days_of_a_pair_are_those_that_are_counted(border):
    trips = {"rail": TRIP, "ebike": Trip("ebike", max_min=60)}
    days = days_of_pair(border, NL, DE, ASKED, trips=trips)
    table = possible_days(border, NL, DE, ASKED, trips=trips)
    for mode in ("rail", "ebike", "any"):
        own = days[(days["mode"] == mode) & days["asked"]]
        found = row(table, mode)
        assert (own["outcome"] == "possible").sum() == found["days_possible"]
        assert (own["outcome"] == "too_long").sum() == found["lost_too_long"]
    off = days[days["date"] == HOLIDAY.isoformat()]
    assert list(off["public_there"].unique()) == ["Tag der Deutschen Einheit"]
    assert off["public_here"].isna().all()
    assert off["outcome"].isna().all()
    # 21 km by e-bike take an hour and a bit: possible with a longer trip, every day
    longer = trips | {"ebike": Trip("ebike", max_min=120)}
    assert row(possible_days(border, NL, DE, ASKED, trips=longer), "any")["days_possible"] == 9


def test_every_day_is_what_journeys_tell(border):
    days = days_of_pair(border, NL, DE, replace(ASKED, off=()), trips={"rail": TRIP})
    days = days[(days["mode"] == "rail") & (days["outcome"] != "no_service")]
    for day in days.to_dict("records"):
        on = date.fromisoformat(day["date"])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            there = journeys(border, NL, DE, on_date(TRIP, on, "08:30", arrive=True))
            home = journeys(border, DE, NL, on_date(TRIP, on, "17:00", arrive=False))
        assert (len(there) > 0 and len(home) > 0) == (day["outcome"] == "possible")
        for told, minutes in ((there, day["there_min"]), (home, day["home_min"])):
            assert len(told) > 0 or np.isnan(minutes)
            assert np.allclose(told["travel_time_min"], minutes, atol=1e-4)


def test_places_have_their_own_hours(border):
    late = pd.concat([DE, DE.assign(id="late", start="09:30", end="16:00")], ignore_index=True)
    table = count(border, NL, late).set_index("to_id")
    table = table[table["mode"] == "rail"]
    assert table.loc["late", "days_possible"] == 9  # Mondays and Thursdays too
    assert table.loc["de", "days_possible"] == 5
    with pytest.raises(InputError, match="write a time as 08:30"):
        count(border, NL, DE.assign(start="9:30"))


def test_a_night_ends_the_next_morning(tmp_path):
    night = network(
        tmp_path,
        {
            ("W", "21:20", "E", "21:40"): (("mon", "tue", "wed", "thu", "fri"), []),
            ("E", "6:20", "W", "6:40"): (("tue", "wed", "thu", "fri"), []),
        },
    )
    asked = replace(ASKED, start="22:00", end="06:00", off=())
    found = row(count(night, NL, DE, asked))
    # home on Tuesday to Friday mornings; on Saturday morning nothing runs
    assert found["days_possible"] == 8
    assert (found["lost_no_way_home"], found["first_arrival"]) == (2, "21:52")


def test_the_last_train_home_may_leave_after_midnight(tmp_path):
    late = network(
        tmp_path,
        {
            ("W", "15:20", "E", "15:40"): (WEEK, []),
            ("E", "24:10", "W", "24:30"): (("thu", "fri"), []),
        },
    )
    asked = replace(ASKED, start="16:00", end="23:45", off=())
    found = row(count(late, NL, DE, asked))
    assert found["days_possible"] == 4  # Thursdays and Fridays, the night after included
    assert found["last_home"] == "23:58"
    assert found["lost_no_way_home"] == 6


def test_days_outside_the_timetables_are_unknown_and_never_lost(border):
    asked = replace(ASKED, until="2025-11-07", off=())
    with pytest.warns(GrensgeoWarning, match="no timetable"):
        table = possible_days(border, NL, DE, asked, trips={"rail": TRIP, "bike": Trip("bicycle", max_min=5)})  # fmt: skip
    found = row(table)
    assert (found["days_asked"], found["days_unknown"]) == (30, 5)
    assert row(table, "bike")["days_unknown"] == 0
    assert row(table, "any")["days_unknown"] == 5
    like = replace(asked, runs_like="2025-10-01")
    assert row(count(border, NL, DE, like))["days_possible"] == 30


def test_who_is_not_on_the_network_has_no_days(border):
    far = pd.concat([NL, place("far", 60_000, "DE", "NW")], ignore_index=True)
    with pytest.warns(GrensgeoWarning, match="far"):
        table = possible_days(border, far, DE, ASKED, trips={"rail": TRIP})
    table = table[table["mode"] == "any"].set_index("from_id")
    assert pd.isna(table.loc["far", "days_possible"])
    assert table.loc["nl", "days_possible"] == 5


def test_the_firms_mirror(border):
    homes = pd.concat(
        [NL.assign(students=30.0), place("b", 500, "NL", "Noord", students=10.0),
         place("c", 19_900, "DE", "NW", students=5.0)], ignore_index=True,
    ).assign(town=["west", "west", "east"])  # fmt: skip
    trips = {"rail": TRIP, "walk": Trip("walk", max_min=20)}
    days = possible_days(border, homes, DE, ASKED, trips=trips)
    by = days_by_place(days, homes, group="town", share=0.5).set_index(["group", "mode"])
    assert by.loc[("west", "rail"), ["homes", "homes_able", "students_able"]].tolist() == [
        2,
        2,
        40,
    ]
    assert by.loc[("west", "rail"), "days_possible"] == 5
    assert by.loc[("east", "any"), ["homes_able", "days_possible"]].tolist() == [1, 9]
    assert by.loc[("west", "walk"), "students_able"] == 0
    none = days_by_place(days, homes.drop(columns="students"))
    assert none["students"].isna().all()
    assert (none["group"] == "all").all()
    with pytest.raises(InputError, match="above 0"):
        days_by_place(days, homes, share=0)


def test_the_mirror_holds_the_school_holidays_of_both_countries(border):
    # Herbstferien in NRW from 13 to 25 October, in the north of the Netherlands from 18 to 26
    asked = replace(ASKED, since="2025-10-06", until="2025-10-31", off=("school_here",))
    homes = pd.concat([NL, place("near", 19_900, "DE", "NW")], ignore_index=True)
    trips = {"any way": Trip("walk", max_min=400)}
    days = possible_days(border, homes, DE, asked, trips=trips)
    mirror = days_by_place(days, homes, group="country").set_index(["group", "mode"])
    assert mirror.loc[("NL", "any"), "days_possible"] == 15
    assert mirror.loc[("DE", "any"), "days_possible"] == 10
    assert (mirror["homes_able"] == 1).all()


def test_the_first_and_last_connection_are_told_however_long_the_day_is_lost_as_too_long(border):
    short = row(count(border, NL, DE, rail=Trip("transit", max_min=40)))
    long = row(count(border, NL, DE))
    for name in ("first_arrival", "last_home"):
        assert short[name] == long[name]
    assert short["days_possible"] == 0
    assert short["lost_first_too_late"] == long["lost_first_too_late"] == 2
    assert short["lost_too_long"] == short["days_asked"] - 2


def test_alike_dates(border):
    dates = [date(2025, 9, 29) + timedelta(n) for n in range(10)] + [date(2026, 1, 1)]
    alike = alike_dates(border, dates, hours=(0, 28), clocks=("08:30",))
    # Monday, Tuesday, (as Tuesday), Thursday, the holiday, weekend idle, and again; then outside
    assert alike.tolist() == [0, 1, 1, 3, IDLE, IDLE, IDLE, 0, 1, 1, UNKNOWN]


@pytest.mark.parametrize(
    ("trips", "fault"),
    [
        ({}, "at least one"),
        ({"any": TRIP}, "name it otherwise"),
        ({"rail": Trip("transit")}, "max_min"),
        ({"rail": Trip("transit", max_min=60, departure="2025-10-01T08:00")}, "time of its own"),
    ],
)
def test_wrong_trips(border, trips, fault):
    with pytest.raises(InputError, match=fault):
        possible_days(border, NL, DE, ASKED, trips=trips)


def test_unknown_holidays_are_said(border):
    with pytest.warns(GrensgeoWarning) as said:
        possible_days(border, NL, DE.drop(columns="part"), ASKED, trips={"rail": TRIP})
    codes = {fault.code for one in said for fault in one.message.faults}
    assert codes == {"year.part-unknown", "year.school-unknown"}


SERVICES = st.lists(st.sets(st.sampled_from(WEEK)), min_size=4, max_size=4)


@settings(deadline=None, max_examples=examples(8))
@given(services=SERVICES, more=SERVICES, longer=st.integers(1, 90))
def test_more_service_and_longer_trips_never_lose_a_day(tmp_path_factory, services, more, longer):
    runs = [("W", "7:20", "E", "7:50"), ("W", "7:50", "E", "8:10"),
            ("E", "17:20", "W", "17:40"), ("E", "18:20", "W", "18:40")]  # fmt: skip
    # each way there is a train on every day, so that first and last ones are of the same days
    always = {("W", "12:00", "E", "12:20"): (WEEK, []), ("E", "12:40", "W", "13:00"): (WEEK, [])}
    folder = tmp_path_factory.mktemp("f")
    asked = replace(ASKED, off=())
    few = network(folder, always | {run: (own, []) for run, own in zip(runs, services, strict=True)},
                  name="few")  # fmt: skip
    many = network(
        folder,
        always | {run: (own | extra, [])
                  for run, own, extra in zip(runs, services, more, strict=True)},
        name="many",
    )  # fmt: skip
    less = row(count(few, NL, DE, asked))
    assert row(count(many, NL, DE, asked))["days_possible"] >= less["days_possible"]
    long = row(count(few, NL, DE, asked, rail=Trip("transit", max_min=60 + longer)))
    assert long["days_possible"] >= less["days_possible"]
    after = row(count(many, NL, DE, asked))
    assert after["first_arrival"] <= less["first_arrival"]
    assert after["last_home"] >= less["last_home"]
