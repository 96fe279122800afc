"""Faults in what no trip in use needs are told, and no reason to refuse a feed."""

import pytest
from feeds import feed_files, write_feed

from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.gtfs import read_feed
from grensgeo.gtfs.findings import notes_of

TRIPS = {"1": "Enschede 8:00, Gronau 8:11", "2": "Enschede 9:00, Gronau 9:11"}


@pytest.fixture
def files():
    made = feed_files(TRIPS)
    return made | {
        "frequencies.txt": "trip_id,start_time,end_time,headway_secs\n",
        "transfers.txt": "from_stop_id,to_stop_id,transfer_type,min_transfer_time\n",
        "pathways.txt": "pathway_id,from_stop_id,to_stop_id,pathway_mode,is_bidirectional\n",
        "shapes.txt": "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\n",
        "feed_info.txt": "feed_publisher_name,feed_start_date,feed_end_date\n",
    }


@pytest.mark.parametrize(
    ("file", "row", "said"),
    [
        ("stops.txt", "x,Depot,0.0,0.0", "near 0° N 0° E"),
        ("stops.txt", "x,Depot,,", "no coordinates"),
        ("stops.txt", "x,Depot,6.9,52.2", "changed places"),
        ("stops.txt", "x,Depot,fifty,7", "no degrees"),
        ("stops.txt", "x,Depot, of old,52,7", "more cells"),
        ("routes.txt", "Q,A,Q1,rail", "no whole number"),
        ("routes.txt", "Q,B,Q1,3", "not in agency.txt"),
        ("agency.txt", "B,Bus,http://x.eu,Europe/Twente", "no time zone"),
        ("calendar.txt", "X,1,1,1,1,1,1,1,2023-01-01,20231231", "no date"),
        ("calendar.txt", "X,1,1,1,1,1,1,2,20230101,20231231", "not from 0 to 1"),
        ("trips.txt", "Q,D,9,", "not in routes.txt"),
        ("trips.txt", "R,X,9,", "neither in calendar.txt nor"),
        ("stop_times.txt", "9,25:99:00,,Nowhere,0", "not in trips.txt"),
        ("frequencies.txt", "9,8:00:00,7:00:00,600", "end_time is not after"),
        ("transfers.txt", "Gronau,Enschede,9,", "not from 0 to 5"),
        ("transfers.txt", "Gronau,Nowhere,2,60", "not in stops.txt"),
        ("pathways.txt", "p,Gronau,Nowhere,1,1", "not in stops.txt"),
        ("shapes.txt", "s,52.2,7,first", "no whole number"),
        ("feed_info.txt", "Bahn,2023-01-01,20231231", "no date"),
        ("feed_info.txt", "Bahn,20230101,20231231,more", "more cells"),
    ],
)
def test_one_bad_row_that_no_trip_needs(tmp_path, files, file, row, said):
    files[file] += row + "\n"
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    assert feed.trips.index.tolist() == ["1", "2"]
    assert "x" not in feed.stops.index
    told = [f for f in feed.findings if said in str(f)]
    assert [f.severity for f in told] == ["warning"]
    assert told[0].file == file


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("feed_info.txt", "feed_publisher_name\nStadtwerke Münster\n".encode("cp1252"), "1252"),
        ("shapes.txt", b'shape_id,shape_pt_lat\n"s', "shape_pt_lon: the column is missing"),
        (
            "transfers.txt",
            b"from_stop_id;to_stop_id;transfer_type\nGronau;Gronau;0\n",
            "semicolons",
        ),
        ("pathways.txt", b"", "the file is empty"),
        ("transfers.txt", b"\n \n", "the file is empty"),
    ],
)
def test_a_file_that_no_trip_needs_and_cannot_be_read(tmp_path, files, file, content, said):
    files[file] = content
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    assert len(feed.trips) == 2
    assert said in "; ".join(str(finding) for finding in feed.findings)


def test_a_transfer_that_is_left_out_is_noted_with_an_example(tmp_path, files):
    files["transfers.txt"] += "Gronau,Enschede,9,\nGronau,Gronau,2,120\n"
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    assert len(feed.transfers) == 1
    (note,) = notes_of("a", feed.findings)
    assert note == (
        "Timetable a, rows of transfers.txt left out: 1 (such as transfers.txt, 2); they cannot "
        "be used."
    )


def test_the_same_fault_in_what_a_trip_needs_refuses_the_feed(tmp_path, files):
    files["stops.txt"] = files["stops.txt"].replace("52.2128,7.02640", "0,0")
    with pytest.raises(InputError, match="near 0° N 0° E, stops: 'Gronau'"):
        read_feed(write_feed(tmp_path / "a.zip", files))


def test_repair_keeps_the_first_of_two_calls_and_the_trip(tmp_path, files):
    files["stop_times.txt"] += "1,8:12:00,8:12:00,Gronau,1\n"
    path = write_feed(tmp_path / "a.zip", files)
    with pytest.raises(InputError, match="with repair the first counts"):
        read_feed(path)
    with pytest.warns(GrensgeoWarning, match=r"stop_times\.txt: 1 of 5 rows"):
        feed = read_feed(path, repair=True)
    assert feed.calls.arrival_s.tolist() == [28800, 29460, 32400, 33060]


def test_trips_that_are_left_out_for_any_reason_are_one_note(tmp_path, files):
    more = {"3": "Enschede 9:00, Gronau 8:11", "4": "Enschede 9:00, Gronau 9:99"}
    made = feed_files(TRIPS | more)
    with pytest.warns(
        GrensgeoWarning, match=r"trips\.txt: 1 of 3 trips have times that cannot be"
    ):
        feed = read_feed(write_feed(tmp_path / "a.zip", made), repair=True)
    assert feed.trips.index.tolist() == ["1", "2"]
    (note,) = notes_of("a", feed.findings)
    assert (note.code, dict(note.values)["n"]) == ("timetables.trips-left-out", 2)
