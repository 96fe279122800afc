"""The report on a feed: findings, days, countries, in the terminal and as a page."""

import re
from datetime import date

import geopandas as gpd
import pytest
from feeds import DAILY, feed_files, write_feed
from shapely import box

from grensgeo.cli import main
from grensgeo.errors import FileError
from grensgeo.gtfs import check_date, check_feed, read_feed, service_per_day
from grensgeo.maps.feed_page import write_feed_page

TRIPS = {"1": "Hengelo 8:00, Enschede 8:08", "2": "Enschede 8:15, Gronau 8:26",
         "3": "Gronau 8:30, Muenster 9:10", "4": "Gronau 9:30, Muenster 10:10"}  # fmt: skip


@pytest.fixture
def areas():
    return gpd.GeoDataFrame(
        {"country": ["NL", "DE"]}, geometry=[box(5, 51, 7, 53), box(7, 51, 9, 53)], crs=4326
    )


@pytest.fixture
def files():
    files = feed_files(TRIPS)
    # On Sundays only the German trips run.
    files["calendar.txt"] = DAILY.replace("D,1,1,1,1,1,1,1", "D,1,1,1,1,1,1,0") + (
        "E,1,1,1,1,1,1,1,20230101,20231231\n"
    )
    files["trips.txt"] = files["trips.txt"].replace("R,D,3", "R,E,3").replace("R,D,4", "R,E,4")
    return files


def test_service_of_each_day_and_country(tmp_path, files, areas):
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    table = service_per_day(feed, areas)
    assert table.columns.tolist() == ["trips", "DE", "NL"]
    assert table.loc["2023-10-17"].tolist() == [4, 3, 2]
    assert table.loc["2023-10-22"].tolist() == [2, 2, 0]
    assert len(table) == 365


def test_frequencies_count_departure_by_departure(tmp_path, files):
    files["frequencies.txt"] = "trip_id,start_time,end_time,headway_secs\n1,8:00:00,9:00:00,1200\n"
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    assert service_per_day(feed).loc["2023-10-17", "trips"] == 3 + 3


def test_a_country_without_service_is_told_though_the_feed_runs(tmp_path, files, areas):
    feed = read_feed(write_feed(tmp_path / "a.zip", files))
    assert check_date(feed, date(2023, 10, 22)) == []
    (note,) = check_date(feed, date(2023, 10, 22), areas)
    assert note.code == "timetables.poor-day-in"
    assert note.startswith(
        "Timetable a, trips in NL on 22 October 2023: 0, far fewer than on an ordinary day (2);"
    )


def test_the_text_of_a_report(tmp_path, files):
    report = check_feed(write_feed(tmp_path / "a.zip", files), on=date(2023, 10, 17))
    lines = report.text().splitlines()
    assert lines[0] == (
        "GTFS feed, 4 trips at 4 stops, 2023-01-01 to 2023-12-31, Europe/Berlin: 0 errors, "
        "0 warnings, 0 notices"
    )
    assert lines[1] == "  trips a day: most 4, median 4 (· none, blank outside the feed)"
    assert lines[11] == "    2023-10 ▄██████▄██████▄██████▄██████▄██".replace("▄", "▅")
    assert len(lines) == 14


def test_a_date_outside_the_feed(tmp_path, files):
    path = write_feed(tmp_path / "a.zip", files)
    (error,) = check_feed(path, on=date(2024, 1, 1)).errors
    assert error.code == "expired_calendar"
    assert "2024-01-01 is outside the feed, 2023-01-01 to 2023-12-31" in str(error)
    (error,) = check_feed(path, on=date(2022, 12, 31)).errors
    assert error.code == "future_calendar"
    assert "2022-12-31 is outside the feed, 2023-01-01 to 2023-12-31" in str(error)


def test_a_date_with_little_service_is_a_warning(tmp_path, files, areas):
    path = write_feed(tmp_path / "a.zip", files)
    (warning,) = check_feed(path, areas=areas, on=date(2023, 10, 22)).findings
    assert (warning.severity, warning.code) == ("warning", "poor_service")
    assert "trips in NL on 22 October 2023: 0, far fewer" in str(warning)


def test_a_feed_that_cannot_be_used_still_has_a_report(tmp_path, files):
    del files["stop_times.txt"]
    report = check_feed(write_feed(tmp_path / "a.zip", files))
    assert report.feed is None
    assert report.text().splitlines() == [
        "GTFS feed that cannot be used: 1 error, 0 warnings, 0 notices",
        "  error: stop_times.txt: the file is missing; a feed needs it; fetch it again",
    ]


def test_the_page_holds_everything_and_escapes_it(tmp_path, files, areas):
    files["stop_times.txt"] = files["stop_times.txt"].replace("Gronau,1", "<script>x,1")
    report = check_feed(write_feed(tmp_path / "a.zip", files), areas=areas)
    text = write_feed_page(report, tmp_path / "feed.html").read_text(encoding="utf-8")
    shown = text.split("</head>")[1].split('<script type="application/json"')[0]
    assert "<script" not in shown
    assert "&lt;script&gt;x" in shown
    assert "An id is of nothing in the file that it points to" in shown
    assert "Trips a day in Germany" in shown
    assert "<title>17 October 2023: " in shown
    assert "http" not in shown
    assert text == write_feed_page(report, tmp_path / "b.html").read_text(encoding="utf-8")
    (tmp_path / "file").write_text("")
    with pytest.raises(FileError):
        write_feed_page(report, tmp_path / "file" / "feed.html")


def test_the_command(tmp_path, files, capsys):
    path = write_feed(tmp_path / "a.zip", files)
    page = tmp_path / "report.html"
    assert main(["check", str(path), "--html", str(page), "--date", "2023-10-17"]) == 0
    assert f"{path}: GTFS feed, 4 trips" in capsys.readouterr().out
    assert "<svg" in page.read_text(encoding="utf-8")
    assert main(["check", str(path), "--date", "2025-01-01"]) == 2
    assert "2025-01-01 is outside the feed" in capsys.readouterr().out
    del files["trips.txt"]
    assert main(["check", str(write_feed(tmp_path / "b.zip", files))]) == 2
    assert "error: trips.txt: the file is missing" in capsys.readouterr().out
    (tmp_path / "points.csv").write_text("id,lon,lat\na,7,52\n")
    for more in (["--date", "2023-10-17"], ["--html", str(tmp_path / "b.html")]):
        assert main(["check", str(tmp_path / "points.csv"), *more]) == 2
        assert "no GTFS feed, and --date and --html are for feeds" in capsys.readouterr().err
    (tmp_path / "c.zip").write_bytes(b"PK")
    assert main(["check", str(tmp_path / "c.zip")]) == 2
    assert "no whole zip file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", ["Ritten per dag in Duitsland", "Bevindingen", ">januari 2023</text>"]),
        ("de", ["Fahrten je Tag in Deutschland", "Befunde", ">Januar 2023</text>"]),
    ],
)
def test_the_page_speaks_the_language_that_is_asked_for(tmp_path, files, areas, language, said):
    report = check_feed(write_feed(tmp_path / "a.zip", files), areas=areas)
    path = write_feed_page(report, tmp_path / "feed.html", language=language)
    text = path.read_text(encoding="utf-8").split('<script type="application/json"')[0]
    assert f'<html lang="{language}">' in text
    # the other languages are hidden until the switch shows them
    parts = dict(re.findall(r'<div class="told" data-told="(..)"(.*?)\n</div>', text, re.DOTALL))
    assert [code for code, part in parts.items() if not part.startswith(" hidden")] == [language]
    assert [word for word in said if word not in parts[language]] == []
    assert "Trips a day" not in parts[language]
    assert re.findall(r"\d{4}-\d\d", parts[language]) == []
