"""Calls in order, and blank times filled in as known in advance."""

import pytest
from feeds import feed_files, finding_lines, refused, write_feed

from grensgeo.errors import InputError
from grensgeo.gtfs import read_feed
from grensgeo.gtfs.findings import notes_of

#: On one meridian: 0.1 degrees apart, and the last 0.2.
LINE = "stop_id,stop_name,stop_lat,stop_lon\na,a,52.0,7\nb,b,52.1,7\nc,c,52.2,7\nd,d,52.4,7\n"
HEAD = "trip_id,arrival_time,departure_time,stop_id,stop_sequence"


def feed(tmp_path, rows, *, head=HEAD, stops=LINE):
    files = feed_files({"1": "Enschede 8:00, Gronau 8:11"})
    files["stops.txt"] = stops
    files["stop_times.txt"] = "\n".join([head, *rows]) + "\n"
    return read_feed(write_feed(tmp_path / "a.zip", files))


def minutes(feed):
    return ((feed.calls.arrival_s - 8 * 3600) / 60).tolist()


def test_blank_times_by_straight_distance(tmp_path):
    read = feed(tmp_path, ["1,8:00:00,8:00:00,a,1", "1,,,b,2", "1,,,c,3", "1,8:40:00,8:41:00,d,4"])
    assert minutes(read) == [0, 10, 20, 40]
    assert read.calls.departure_s.tolist()[-1] == 8 * 3600 + 41 * 60
    (finding,) = read.findings
    assert str(finding) == (
        "stop_times.txt, row 3, arrival_time: calls without times on trips: '1' (2 rows); "
        "interpolated 2 by straight distance between stops"
    )


def test_blank_times_along_the_shape(tmp_path):
    rows = ["1,8:00:00,8:00:00,a,1,0", "1,,,b,2,30", "1,,,c,3,60", "1,8:40:00,8:40:00,d,4,80"]
    read = feed(tmp_path, rows, head=HEAD + ",shape_dist_traveled")
    assert minutes(read) == [0, 15, 30, 40]
    assert "2 by distance along the shape" in str(read.findings[0])
    rows[2] = "1,,,c,3,"  # where the shape's distance has a hole the straight line counts
    read = feed(tmp_path, rows, head=HEAD + ",shape_dist_traveled")
    assert minutes(read) == [0, 10, 20, 40]


def test_blank_times_evenly_where_nothing_else_is_known(tmp_path):
    stops = LINE.replace("52.1", "52.0").replace("52.2", "52.0").replace("52.4", "52.0")
    rows = ["1,8:00:00,8:00:00,a,1", "1,,,b,2", "1,,,c,3", "1,8:30:00,8:30:00,d,4"]
    read = feed(tmp_path, rows, stops=stops)
    assert minutes(read) == [0, 10, 20, 30]
    assert any("interpolated 2 evenly" in str(found) for found in read.findings)


def test_blanks_between_several_known_times(tmp_path):
    rows = ["1,8:00:00,8:02:00,a,1", "1,,,b,2", "1,8:12:00,8:20:00,c,3", "1,8:40:00,8:40:00,d,4"]
    assert minutes(feed(tmp_path, rows)) == [0, 7, 12, 40]


def test_one_time_counts_for_both(tmp_path):
    rows = ["1,,8:00:00,a,1", "1,8:10:00,,b,2", "1,8:20:00,,c,3", "1,8:40:00,,d,4"]
    read = feed(tmp_path, rows)
    assert minutes(read) == [0, 10, 20, 40]
    assert "only one of arrival and departure (4 rows); it was taken for both" in str(
        read.findings[0]
    )


@pytest.mark.parametrize(("row", "left"), [(0, ["b", "d"]), (2, ["a", "b"])])
def test_a_call_without_a_time_at_an_end_is_left_out(tmp_path, row, left):
    rows = ["1,8:00:00,8:00:00,a,1", "1,8:10:00,8:10:00,b,2", "1,8:40:00,8:40:00,d,4"]
    cells = rows[row].split(",")
    rows[row] = ",".join([cells[0], "", "", *cells[3:]])
    read = feed(tmp_path, rows)
    assert read.stops.index[read.calls.stop].tolist() == left
    said = str(read.findings[0])
    assert "no time at the first or last calls of trips: '1'; these calls were left out" in said
    assert notes_of("a", read.findings)[0].code == "timetables.ends-without-time"


def test_a_trip_with_one_time_is_left_out_and_one_without_any_leaves_no_feed(tmp_path):
    rows = ["1,8:00:00,8:00:00,a,1", "1,,,b,2", "1,,,d,4"]
    with pytest.raises(InputError, match="no trip has two calls at a time"):
        feed(tmp_path, rows)


def test_a_feed_with_departures_only(tmp_path):
    head = HEAD.replace("arrival_time,", "")
    read = feed(tmp_path, ["1,8:00:00,a,1", "1,8:10:00,b,2"], head=head)
    assert minutes(read) == [0, 10]


def test_numbers_below_zero_order_calls_too(tmp_path):
    read = feed(tmp_path, ["1,8:10:00,8:10:00,b,0", "1,8:00:00,8:00:00,a,-1"])
    assert minutes(read) == [0, 10]


def test_a_departure_before_its_arrival(tmp_path):
    with pytest.raises(InputError, match="row 3, departure_time: a departure before the arrival"):
        feed(tmp_path, ["1,8:00:00,8:00:00,a,1", "1,8:10:00,8:09:00,b,2", "1,9:00:00,,d,4"])


def test_time_runs_backwards_over_a_blank(tmp_path):
    with pytest.raises(InputError, match="an arrival before the departure from the call before"):
        feed(tmp_path, ["1,8:30:00,8:30:00,a,1", "1,,,b,2", "1,8:10:00,,d,4"])


def test_rows_in_any_order_and_numbers_with_gaps(tmp_path):
    rows = ["1,8:40:00,8:40:00,d,40", "1,8:00:00,8:00:00,a,5", "1,8:10:00,8:10:00,b,17"]
    read = feed(tmp_path, rows)
    assert minutes(read) == [0, 10, 40]
    assert read.stops.index[read.calls.stop].tolist() == ["a", "b", "d"]


def test_getting_on_and_off(tmp_path):
    rows = ["1,8:00:00,8:00:00,a,1,,", "1,8:10:00,8:10:00,b,2,1,0", "1,8:20:00,8:20:00,c,3,2,3",
            "1,8:40:00,8:40:00,d,4,0,1"]  # fmt: skip
    read = feed(tmp_path, rows, head=HEAD + ",pickup_type,drop_off_type")
    assert read.calls.board_ok.tolist() == [1, 0, 1, 1]
    assert read.calls.alight_ok.tolist() == [1, 1, 1, 0]
    phone, driver = map(str, read.findings)
    assert "calls that are made only if a passenger rings up: '1'; they count as served" in phone
    assert "calls that are made only if a passenger asks the driver: '1'; they count" in driver
    notes = notes_of("a", read.findings)
    assert [note.code for note in notes] == ["timetables.on-demand", "timetables.ask-driver"]
    assert notes[1].text("nl") == (
        "Dienstregeling a, halteringen alleen op verzoek aan de bestuurder: 1 (zoals rit 1); ze "
        "tellen als gewone haltes."
    )


TRIPS = {
    "1": "Enschede 8:00, Gronau 8:11-8:12, Muenster 9:10",
    "2": "Enschede 9:00, Gronau 9:11-9:12, Muenster 10:10",
}


@pytest.fixture
def files():
    return feed_files(TRIPS)


def test_a_trip_that_goes_back_in_time(tmp_path, files):
    files["stop_times.txt"] = files["stop_times.txt"].replace("9:10:00", "7:10:00")
    said = refused(write_feed(tmp_path / "a.zip", files))
    assert "an arrival before the departure from the call before, on trips: '1'" in said


def test_a_trip_with_one_call_is_left_out(tmp_path, files):
    files["trips.txt"] += "R,D,3,\n"
    files["stop_times.txt"] += "3,11:00:00,11:00:00,Gronau,0\n"
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    assert len(feed.trips) == 2
    assert (
        "1 trips with fewer than two calls at a time: '3'; they were left"
        in finding_lines(feed)[0]
    )


def test_a_trip_too_fast_to_be_true(tmp_path, files):
    files["stop_times.txt"] = files["stop_times.txt"].replace("9:10:00", "8:14:00")
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    assert finding_lines(feed)[0].startswith(
        "warning: stop_times.txt, row 4, arrival_time: faster than"
    )
