"""Several feeds held against each other, in the library and on the command line."""

from datetime import date

import pytest
from feeds import feed_files, write_feed

from grensgeo.cli import main
from grensgeo.errors import InputError
from grensgeo.gtfs import check_feeds, read_feed

WEST = {f"n{h}": f"Enschede {h}:00, Glanerbrug {h}:05, Gronau {h}:11" for h in (8, 9)}
EAST = {f"d{h}": f"Gronau {h}:13, Muenster {h + 1}:10" for h in (8, 9)}


@pytest.fixture
def paths(tmp_path):
    """Two feeds: of their two trains one has the same number."""
    dutch = feed_files(WEST, numbers={"n8": "20401", "n9": "20403"})
    german = feed_files(EAST, prefix="de-", numbers={"d8": "20401", "d9": "20503"})
    return [write_feed(tmp_path / "nl.zip", dutch), write_feed(tmp_path / "de.zip", german)]


def test_what_is_one_and_what_nearly_was(paths):
    report = check_feeds([read_feed(path) for path in paths], on=date(2023, 10, 17))
    assert report.text() == (
        "the feeds together on 2023-10-17 (Tuesday)\n"
        "  stations taken for one: 1\n"
        "    nl:Gronau and de:de-Gronau: 'Gronau' and 'Gronau', 0 m apart, are one station; "
        "changing between them is on foot\n"
        "  trains that two feeds have, counted once: 0\n"
        "  trains that one feed cuts and another goes on with, made whole: 1\n"
        "    nl:n8 (RB64) and de:d8 (RB64): one ends at Gronau, the other goes on 120 s later\n"
        "  trips that looked like one and stay two: 1\n"
        "    nl:n9 (RB64) and de:d9 (RB64): their numbers differ, though their times at Gronau "
        "fit (120 s)"
    )


def test_the_date_is_one_on_which_both_run(tmp_path):
    feeds = []
    for name, days in (("a", "1,1,1,1,1,0,0"), ("b", "0,0,0,0,1,1,1")):
        files = feed_files(WEST)
        files["calendar.txt"] = files["calendar.txt"].replace("1,1,1,1,1,1,1", days)
        feeds.append(read_feed(write_feed(tmp_path / f"{name}.zip", files)))
    assert check_feeds(feeds).date == date(2023, 1, 6)  # the first Friday
    files["calendar.txt"] = files["calendar.txt"].replace(",1,1,1,2", ",0,0,1,2")
    feeds[1] = read_feed(write_feed(tmp_path / "c.zip", files))
    with pytest.raises(InputError, match="no date in common on which all run"):
        check_feeds(feeds)


def test_feeds_of_one_name_are_numbered(tmp_path):
    feeds = []
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        path = write_feed(tmp_path / folder / "gtfs.zip", feed_files(WEST))
        feeds.append(read_feed(path))
    (kept,) = {
        m.kept for m in check_feeds(feeds).merges if m.kind == "duplicate" and "8" in m.kept
    }
    assert kept == "gtfs-1:n8 (RB64)"


def test_check_of_several_feeds_on_the_command_line(paths, capsys):
    assert main(["check", *map(str, paths), "--date", "2023-10-17"]) == 0
    told = capsys.readouterr().out
    assert told.count("GTFS feed, ") == 2
    assert "the feeds together on 2023-10-17 (Tuesday)\n" in told
    assert "their numbers differ" in told
    assert main(["check", str(paths[0])]) == 0
    assert "together" not in capsys.readouterr().out


def test_feeds_without_a_day_in_common_are_checked_alone(paths, tmp_path, capsys):
    files = feed_files(WEST)
    files["calendar.txt"] = files["calendar.txt"].replace("2023", "2019")
    old = write_feed(tmp_path / "old.zip", files)
    assert main(["check", str(paths[0]), str(old)]) == 0
    assert "the feeds together: the feeds have no date in common" in capsys.readouterr().out
