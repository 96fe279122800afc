"""Calendars of every form: far ends, services that no trip has, exceptions alone."""

from datetime import date

import pytest
from feeds import DAILY, feed_files, write_feed

from grensgeo.errors import InputError
from grensgeo.gtfs import check_date, check_feed, read_feed, service_per_day

TRIPS = {"1": "Enschede 8:00, Gronau 8:11", "2": "Enschede 9:00, Gronau 9:11"}


@pytest.fixture
def files():
    return feed_files(TRIPS)


@pytest.mark.parametrize("end", ["20401231", "20991231"])
def test_service_until_further_notice(tmp_path, files, end):
    files["calendar.txt"] = DAILY.replace("20231231", end)
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    assert feed.findings == ()
    assert f"{feed.days.last:%Y%m%d}" == end
    assert feed.days.on(date(2039, 2, 1)).tolist() == [True]


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("20230101", "99991231", date(2023, 1, 1), date(2122, 12, 31)),
        ("00010101", "20231231", date(1970, 1, 1), date(2023, 12, 31)),
    ],
)
def test_days_beyond_a_hundred_years_are_left_out_and_told(
    tmp_path, files, start, end, first, last
):
    files["calendar.txt"] = DAILY.replace("20230101", start).replace("20231231", end)
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    assert (feed.days.first, abs((feed.days.last - last).days) <= 1) == (first, True)
    assert [f.code for f in feed.findings] == ["calendar_too_long"]


def test_services_that_no_trip_has_do_not_count(tmp_path, files):
    files["calendar.txt"] += "X,1,1,1,1,1,1,1,19000101,22001231\n"
    files["calendar_dates.txt"] = "service_id,date,exception_type\n" + "".join(
        f"Y{n},20{n:02d}0101,1\n" for n in range(99)
    )
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    assert feed.days.services == ("D",)
    assert (feed.days.first, feed.days.last) == (date(2023, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize("calendar", [None, DAILY.splitlines()[0] + "\n", ""])
def test_exceptions_alone(tmp_path, files, calendar):
    files["calendar_dates.txt"] = "service_id,date,exception_type\nD,20231017,1\nD,20231019,1\n"
    files["calendar.txt"] = calendar
    if calendar is None:
        del files["calendar.txt"]
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    assert service_per_day(feed)["trips"].tolist() == [2, 0, 2]


def test_a_trip_without_days_is_left_out_and_named(tmp_path, files):
    files["trips.txt"] = files["trips.txt"].replace("R,D,2", "R,X,2")
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    assert feed.trips.index.tolist() == ["1"]
    assert "neither in calendar.txt nor in calendar_dates.txt: 'X'" in str(feed.findings[0])
    files["trips.txt"] = files["trips.txt"].replace("R,D,1", "R,X,1")
    with pytest.raises(InputError):
        read_feed(write_feed(tmp_path / "a.zip", files))


def test_an_ordinary_day_is_held_against_the_days_around_it(tmp_path, files):
    files["calendar.txt"] += "L,1,1,1,1,1,1,1,20230101,20631231\n"
    files["trips.txt"] = files["trips.txt"].replace("R,D,1", "R,L,1")
    more = {str(n): "Enschede 9:00, Gronau 9:11" for n in range(10, 22)}
    made = feed_files(TRIPS | more)
    files["stop_times.txt"] = made["stop_times.txt"]
    files["trips.txt"] += "".join(f"R,D,{n},\n" for n in range(10, 22))
    files["calendar_dates.txt"] = "service_id,date,exception_type\nD,20230704,2\n"
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    assert check_date(feed, date(2023, 7, 3)) == []
    assert (
        "trips on 4 July 2023: 1, far fewer than on an ordinary day (14)"
        in check_date(feed, date(2023, 7, 4))[0]
    )


def test_the_report_of_a_long_feed_ends(tmp_path, files):
    files["calendar.txt"] = DAILY.replace("20231231", "20991231")
    text = check_feed(write_feed(tmp_path / "a.zip", files)).text().splitlines()
    assert len(text) == 3 + 60
    assert text[-1] == "    … and on to 2099-12"
