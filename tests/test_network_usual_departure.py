"""When one leaves by public transport who does not say when."""

from datetime import date

import numpy as np
import pytest
from drawing import draw
from feeds import feed_files, lines_at_headways, write_feed

from grensgeo.errors import InputError
from grensgeo.gtfs import read_feed
from grensgeo.network.usual_departure import usual_moment
from grensgeo.traveltimes import Trip
from grensgeo.traveltimes.departing import departing, departure_notes

HEAD = "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
STREET = {"A": (-8000, 0), "B": (900, 0)}, [{"ends": "AB"}]


def feed(path, name, calendar, *, dates="", zone="Europe/Berlin"):
    files = feed_files({"t": "Enschede 8:00, Gronau 8:11"}, zone=zone)
    files["calendar.txt"] = HEAD + calendar
    if dates:
        files["calendar_dates.txt"] = "service_id,date,exception_type\n" + dates
    return read_feed(write_feed(path / f"{name}.zip", files), name=name)


def network(*feeds):
    return draw(*STREET, feeds=feeds)


def test_it_is_the_first_ordinary_tuesday_that_all_timetables_have(tmp_path):
    # 1 May 2029 is a Tuesday without service
    daily = feed(tmp_path, "a", "D,1,1,1,1,1,1,1,20290426,20290731\n", dates="D,20290501,2\n")
    assert usual_moment(network(daily)) == "2029-05-08T08:00"
    later = feed(tmp_path, "b", "D,1,1,1,1,1,0,0,20290510,20291231\n")
    assert usual_moment(network(daily, later)) == "2029-05-15T08:00"


def test_without_tuesdays_it_is_the_first_day(tmp_path):
    weekend = feed(tmp_path, "a", "D,0,0,0,0,0,1,1,20290503,20290731\n")
    assert usual_moment(network(weekend)) == "2029-05-05T08:00"


def test_timetables_of_different_times_need_a_departure(tmp_path):
    one = feed(tmp_path, "a", "D,1,1,1,1,1,1,1,20290501,20290531\n")
    other = feed(tmp_path, "b", "D,1,1,1,1,1,1,1,20290601,20290630\n")
    with pytest.raises(
        InputError, match=r"no day with service in common \(a 2029-05-01 to.* give"
    ):
        usual_moment(network(one, other))


def test_where_clocks_differ_it_names_its_zone(tmp_path):
    one = feed(tmp_path, "a", "D,1,1,1,1,1,1,1,20290501,20290531\n")
    other = feed(tmp_path, "b", "D,1,1,1,1,1,1,1,20290501,20290531\n", zone="Europe/London")
    assert usual_moment(network(one, other)) == "2029-05-01T08:00+02:00"


def test_a_trip_keeps_what_it_says_and_takes_what_it_does_not(tmp_path):
    made = network(feed(tmp_path, "a", "D,1,1,1,1,1,1,1,20290501,20290531\n"))
    for trip in (Trip("car"), Trip("transit", arrival="2029-05-03T09:00"), Trip("walk")):
        assert departing(made, trip) is trip
        assert departure_notes(made, trip) == ()
    given = Trip("transit", access="bicycle", max_rides=2, seed=3)
    taken = departing(made, given)
    assert taken == Trip(
        "transit", access="bicycle", max_rides=2, seed=3, departure="2029-05-01T08:00",
        window_min=60,
    )  # fmt: skip
    (note,) = departure_notes(made, given)
    assert "60 min from 1 May 2029, 08:00 on" in note
    assert given.departure is None
    with pytest.raises(InputError, match="this network has none"):
        departing(draw(*STREET), given)


def test_lines_without_days_leave_the_choice_to_other_timetables(tmp_path):
    stops = {"a": (7.0, 52.2, "NL"), "b": (7.1, 52.2, "DE")}
    lines = lines_at_headways(stops, {"x": (30, [("a", 0), ("b", 9)])})
    assert usual_moment(network(lines)) == "2000-01-04T08:00"
    assert (lines.days.first, lines.days.last) == (date(2000, 1, 1), date(2099, 12, 31))
    dated = feed(tmp_path, "a", "D,1,1,1,1,1,1,1,20290501,20290531\n")
    assert usual_moment(network(lines, dated)) == "2029-05-01T08:00"
    assert np.diff(lines.calls.start).tolist() == [2, 2]
