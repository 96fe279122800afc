"""Feeds as they should be, and thirteen and more that are broken."""

from pathlib import Path

import pytest
from feeds import (
    DAILY,
    feed_files,
    finding_lines,
    refused,
    stops_txt,
    times_txt,
    trips_txt,
    write_feed,
)

from grensgeo.errors import GrensgeoWarning
from grensgeo.gtfs import inspect_feed, read_feed
from grensgeo.gtfs.findings import notes_of

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "data"

TRIPS = {
    "1": "Enschede 8:00, Gronau 8:11-8:12, Muenster 9:10",
    "2": "Enschede 9:00, Gronau 9:11-9:12, Muenster 10:10",
}


@pytest.fixture
def files():
    return feed_files(TRIPS)


def test_a_sound_feed_has_no_findings(tmp_path, files):
    feed = read_feed(write_feed(tmp_path / "good.zip", files))
    assert feed.findings == ()
    assert repr(feed) == "<Feed good: 2 trips at 3 stops, 2023-01-01 to 2023-12-31>"
    assert feed.trips["line"].tolist() == ["RB64", "RB64"]
    assert feed.zones == ("Europe/Berlin",)
    assert feed.calls.departure_s.tolist()[:3] == [28800, 29520, 33000]


def test_a_folder_reads_as_its_zip_does(tmp_path, files):
    folder = tmp_path / "folder"
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert read_feed(folder).calls.arrival_s.tolist() == (
        read_feed(write_feed(tmp_path / "a.zip", files)).calls.arrival_s.tolist()
    )


def test_ids_stay_text(tmp_path, files):
    files["trips.txt"] = trips_txt("007", "7")
    files["stop_times.txt"] = times_txt({"007": TRIPS["1"], "7": TRIPS["2"]})
    assert read_feed(write_feed(tmp_path / "a.zip", files)).trips.index.tolist() == ["007", "7"]


def test_a_file_that_no_trip_hangs_on_is_left_out_where_it_is_unreadable(tmp_path, files):
    files["transfers.txt"] = "from_stop_id;to_stop_id;transfer_type\nGronau;Gronau;2\n"
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    (line,) = finding_lines(feed)
    assert line.startswith("warning: transfers.txt: it cannot be read (its cells are parted by")
    (note,) = notes_of("a", feed.findings)
    assert note.code == "timetables.file-left-out"
    assert {"feed": "a", "file": "transfers.txt"}.items() <= dict(note.values).items()
    assert feed.transfers.empty


# --- thirteen broken feeds: each is refused or repaired with a line that says so


@pytest.mark.parametrize("name", ["stop_times", "stops", "trips", "routes", "agency"])
def test_a_missing_file_is_named(tmp_path, files, name):
    del files[f"{name}.txt"]
    assert f"{name}.txt: the file is missing" in refused(write_feed(tmp_path / "a.zip", files))


def test_no_calendar_at_all(tmp_path, files):
    del files["calendar.txt"]
    said = refused(write_feed(tmp_path / "a.zip", files))
    assert "neither calendar.txt nor calendar_dates.txt" in said


def test_duplicate_trips(tmp_path, files):
    files["calendar.txt"] += DAILY.splitlines()[1].replace("D,", "E,", 1) + "\n"
    files["trips.txt"] += "R,E,2,77\n"
    path = write_feed(tmp_path / "a.zip", files)
    said = refused(path)
    assert "trips.txt, row 4, trip_id: trip_id stand in it twice: '2'" in said
    assert "with repair the first counts" in said
    with pytest.warns(GrensgeoWarning, match=r"trips\.txt: 1 of 3 rows"):
        assert read_feed(path, repair=True).trips["number"].tolist() == ["", ""]


def test_a_row_that_says_again_what_counts_is_no_fault(tmp_path, files):
    files["trips.txt"] += "R,D,2,77\n"
    files["routes.txt"] += "R,A,RE64,2\n"
    files["stops.txt"] += files["stops.txt"].splitlines()[1] + "\n"
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    assert (len(feed.trips), len(feed.stops)) == (2, 3)
    assert feed.trips["line"].tolist() == ["RB64", "RB64"]
    said = finding_lines(feed)
    assert said[0].startswith("warning: stops.txt, row 5, stop_id: stop_id stand in it twice")
    assert len(said) == 3
    assert all("they say the same in what counts; the first of each" in line for line in said)
    files["stops.txt"] = files["stops.txt"].rstrip("0\n") + "1\n"
    assert "with repair the first counts" in refused(write_feed(tmp_path / "b.zip", files))


def test_bad_times(tmp_path, files):
    files["stop_times.txt"] = files["stop_times.txt"].replace("8:11:00", "8:61:00")
    path = write_feed(tmp_path / "a.zip", files)
    said = refused(path)
    assert "stop_times.txt, row 3, arrival_time: no time: '8:61:00'" in said
    assert "write H:MM:SS" in said
    with pytest.warns(GrensgeoWarning, match="left out"):
        repaired = read_feed(path, repair=True)
    assert repaired.trips.index.tolist() == ["2"]  # a trip goes as a whole


def test_unknown_stops(tmp_path, files):
    files["stop_times.txt"] = files["stop_times.txt"].replace("Gronau,1", "Grnau,1", 1)
    path = write_feed(tmp_path / "a.zip", files)
    said = refused(path)
    assert "stop_times.txt, row 3, stop_id: not in stops.txt: 'Grnau'; add them" in said
    with pytest.warns(GrensgeoWarning):
        assert read_feed(path, repair=True).trips.index.tolist() == ["2"]


def test_a_calendar_without_a_day(tmp_path, files):
    files["calendar.txt"] = DAILY.replace("D,1,1,1,1,1,1,1", "D,0,0,0,0,0,0,0")
    said = refused(write_feed(tmp_path / "a.zip", files))
    assert "no service on any day" in said
    files["calendar.txt"] = DAILY.replace("20230101,20231231", "20231231,20230101")
    assert "end_date is before start_date" in refused(write_feed(tmp_path / "a.zip", files))


def test_wrong_encoding(tmp_path, files):
    files["stops.txt"] = files["stops.txt"].replace('Muenster,"Muenster"', "Muenster,Münster")
    files["stops.txt"] = files["stops.txt"].encode("cp1252")
    said = refused(write_feed(tmp_path / "a.zip", files))
    assert "stops.txt, row 4: not UTF-8 (byte 0xfc" in said
    assert "Münster" in said
    assert "save the file as UTF-8" in said
    files["stops.txt"] = "stop_id\n".encode("utf-16")
    assert "UTF-16, not UTF-8" in refused(write_feed(tmp_path / "a.zip", files))


@pytest.mark.parametrize("content", ["", "\n\n"])
@pytest.mark.parametrize("name", ["stops.txt", "stop_times.txt", "calendar.txt"])
def test_an_empty_file(tmp_path, files, name, content):
    path = write_feed(tmp_path / "a.zip", {**files, name: content})
    said = refused(path)
    assert "calendar" in said if name == "calendar.txt" else f"{name}: the file is empty" in said


def test_a_file_with_a_header_only(tmp_path, files):
    files["stop_times.txt"] = files["stop_times.txt"].splitlines()[0] + "\n"
    said = refused(write_feed(tmp_path / "a.zip", files))
    assert "stop_times.txt: the file has no rows" in said


def test_a_byte_order_mark_and_spaces_are_taken_off(tmp_path, files):
    files["stops.txt"] = b"\xef\xbb\xbf" + files["stops.txt"].encode()
    files["routes.txt"] = files["routes.txt"].replace(",route_type", ", route_type ")
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    mark, spaces = finding_lines(feed)
    assert mark == "notice: stops.txt: the file starts with a byte order mark; it was taken off"
    assert spaces.startswith("notice: routes.txt, row 1: spaces around names of columns: ' route")
    assert feed.stops.index.tolist() == ["Enschede", "Gronau", "Muenster"]


# --- smaller faults


def test_rows_of_another_length(tmp_path, files):
    files["trips.txt"] = files["trips.txt"].replace("R,D,2,", "R,D,2,,Gronau, Bahnhof")
    path = write_feed(tmp_path / "a.zip", files)
    said = refused(path)
    assert "trips.txt, row 3: rows with more cells than the 4 of the header" in said
    assert "put cells with a comma in quotation marks" in said
    with pytest.warns(GrensgeoWarning, match=r"trips\.txt: 1 of 2 rows"):
        assert read_feed(path, repair=True).trips.index.tolist() == ["1"]


def test_columns_that_are_missing_or_doubled(tmp_path, files):
    path = write_feed(tmp_path / "a.zip", {**files, "trips.txt": "route_id,trip_id\nR,1\n"})
    assert "trips.txt, service_id: the column is missing; add it" in refused(path)
    path = write_feed(tmp_path / "b.zip", {**files, "trips.txt": "trip_id,trip_id\n1,1\n"})
    assert "columns stand in it twice: trip_id" in refused(path)


def test_errors_are_gathered(tmp_path, files):
    files["calendar.txt"] = DAILY.replace("20231231", "x")
    files["routes.txt"] = files["routes.txt"].replace(",2", ",rail")
    said = refused(write_feed(tmp_path / "a.zip", files))
    assert "calendar.txt" in said
    assert "routes.txt" in said


def test_a_dropped_parent_is_told_once(tmp_path, files):
    files["stops.txt"] = files["stops.txt"].replace("52.2128,7.02640", ",")
    _, findings = inspect_feed(write_feed(tmp_path / "a.zip", files))
    errors = [finding.code for finding in findings if finding.severity == "error"]
    assert errors == ["stop_without_location"]


def test_quoted_newlines_and_commas(tmp_path, files):
    files["stops.txt"] = stops_txt("Enschede", "Gronau", "Muenster").replace(
        'Gronau,"Gronau"', 'Gronau,"Gronau,\nBahnhof"'
    )
    assert read_feed(write_feed(tmp_path / "a.zip", files)).stops["stop_name"].tolist()[1] == (
        "Gronau,\nBahnhof"
    )


@pytest.mark.shared_data
@pytest.mark.parametrize(
    ("path", "trips", "stops"),
    [
        ("gtfs/db_fernverkehr_2019_region.zip", 880, 190),
        ("gtfs/stadtwerke_muenster_2023-08_from_rds.zip", 20_626, 1_498),
        ("gtfs/rail_region_2026_frequency_derived.zip", 128, 110),
        ("benchmark/porto_alegre_r5r/poa_eptc.zip", 2_374, 3_986),
        ("benchmark/porto_alegre_r5r/poa_trensurb.zip", 1_248, 24),
    ],
)
def test_real_feeds(path, trips, stops):
    if not (SHARED / path).exists():
        pytest.skip(f"shared data are absent: {path}")
    feed = read_feed(SHARED / path)
    given = feed.stops[~feed.stops.index.str.contains(":station")]
    assert (len(feed.trips), len(given)) == (trips, stops)
    assert not [finding for finding in feed.findings if finding.severity == "error"]
