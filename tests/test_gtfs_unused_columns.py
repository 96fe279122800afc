"""What a feed says beside its times and is not used, and trips that stand in it twice."""

import pytest
from feeds import feed_files, write_feed

from grensgeo.gtfs import read_feed
from grensgeo.gtfs.findings import notes_of

TRIPS = {"1": "Enschede 8:00, Gronau 8:11", "2": "Enschede 9:00, Gronau 9:11"}


@pytest.fixture
def files():
    return feed_files(TRIPS)


def widened(text, column, values):
    """Put a column beside the others."""
    rows = text.splitlines()
    return "\n".join(f"{row},{value}" for row, value in zip(rows, (column, *values), strict=True))


@pytest.mark.parametrize(
    ("file", "column", "values", "code"),
    [
        ("trips.txt", "bikes_allowed", ["", "1"], "timetables.bicycles"),
        ("trips.txt", "wheelchair_accessible", ["2", ""], "timetables.wheelchairs"),
        ("stops.txt", "wheelchair_boarding", ["1", "2"], "timetables.wheelchairs"),
        ("routes.txt", "continuous_pickup", ["0"], "timetables.between-stops"),
        ("routes.txt", "continuous_drop_off", ["3"], "timetables.between-stops"),
        ("stop_times.txt", "continuous_pickup", ["", "2", "1", ""], "timetables.between-stops"),
    ],
)
def test_what_is_said_and_not_used_is_noted(tmp_path, files, file, column, values, code):
    files[file] = widened(files[file], column, values) + "\n"
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    (finding,) = feed.findings
    assert (finding.severity, finding.code, finding.file) == ("notice", column, file)
    assert "not used" in finding.remedy
    assert [note.code for note in notes_of("a", feed.findings)] == [code]


@pytest.mark.parametrize("value", ["", "0"])
def test_a_column_that_says_nothing_is_not_noted(tmp_path, files, value):
    files["trips.txt"] = widened(files["trips.txt"], "bikes_allowed", [value, value]) + "\n"
    files["routes.txt"] = widened(files["routes.txt"], "continuous_pickup", ["1"]) + "\n"
    assert read_feed(write_feed(tmp_path / "a.zip", files)).findings == ()


@pytest.mark.parametrize("value", ["9", "yes", "-1"])
def test_a_code_that_is_not_known_is_a_warning(tmp_path, files, value):
    files["trips.txt"] = widened(files["trips.txt"], "bikes_allowed", [value, "0"]) + "\n"
    (finding,) = read_feed(write_feed(tmp_path / "a.zip", files)).findings
    assert (finding.severity, finding.remedy) == ("warning", "taken as empty")
