"""A feed cut to an area and dates while it is read is the whole feed, cut afterwards."""

import warnings
from datetime import date, timedelta

import geopandas as gpd
import numpy as np
import pytest
from examples import examples
from feeds import feed_files, finding_lines, write_feed
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import box, contains_xy

from grensgeo.errors import FileError, GrensgeoWarning, InputError
from grensgeo.gtfs import check_date, inspect_feed, read_feed, timetable_on
from grensgeo.gtfs.findings import notes_of
from grensgeo.gtfs.reading import archive as archives
from grensgeo.gtfs.reading import rows
from grensgeo.network.feeds import read_feeds, write_feeds

TUESDAY = date(2023, 10, 17)
#: Enschede, Glanerbrug and Gronau.
BORDER = gpd.GeoSeries([box(6.85, 52.2, 7.05, 52.25)], crs=4326)
TRIPS = {
    "through": "Zwolle 7:00, Hengelo 7:50, Enschede 8:00, Gronau 8:12",
    "east": "Gronau 8:15, Muenster 9:10",
    "beyond": "Muenster 9:12, Osnabrueck 9:40",
    "elsewhere": "Bad Bentheim 8:00, Rheine 8:20, Osnabrueck 8:50",
}


def add(files, name, text):
    files[name] = files.get(name, "") + text.replace("|", "\n")


def services(files, **service_of):
    """Give trips services of their own."""
    for trip, service in service_of.items():
        files["trips.txt"] = files["trips.txt"].replace(f"R,D,{trip},", f"R,{service},{trip},")
    return files


def cut(path, *, area=BORDER, **options):
    return read_feed(path, area=area, **options)


def times(feed, trip):
    at = feed.trips.index.get_loc(trip)
    span = slice(feed.calls.start[at], feed.calls.start[at + 1])
    return list(
        zip(
            feed.stops.index[feed.calls.stop[span]],
            feed.calls.arrival_s[span].tolist(),
            feed.calls.departure_s[span].tolist(),
            feed.calls.board_ok[span].tolist(),
            feed.calls.alight_ok[span].tolist(),
            strict=True,
        )
    )


def test_trips_that_call_in_the_area_are_kept_whole_and_the_others_counted(tmp_path):
    path = write_feed(tmp_path / "a.zip", feed_files(TRIPS))
    whole, feed = read_feed(path), cut(path)
    assert list(feed.trips.index) == ["through", "east"]
    assert times(feed, "through") == times(whole, "through")
    assert list(feed.stops.index) == ["Zwolle", "Hengelo", "Enschede", "Gronau", "Muenster"]
    (said,) = finding_lines(feed)
    assert said == (
        "notice: trips.txt: 2 of 4 trips call nowhere in the area; kept are 6 of 11 calls and 5 "
        "of 8 stops: 'beyond'; left out while it was read; what stands in their rows was not "
        "looked at"
    )
    (note,) = notes_of(feed.name, feed.findings)
    assert (note.code, dict(note.values)["n"]) == ("timetables.cut-to-area", 2)
    assert feed.sha256 == whole.sha256


def test_a_margin_counts_as_the_area_and_polygons_may_be_in_any_crs(tmp_path):
    path = write_feed(tmp_path / "a.zip", feed_files(TRIPS))
    wide = cut(path, area=BORDER.to_crs(25832), buffer_km=14)  # as far as Bad Bentheim
    assert set(wide.trips.index) == {"through", "east", "elsewhere"}
    with pytest.raises(InputError, match="buffer_km is the margin around an area"):
        read_feed(path, buffer_km=5)


def test_all_trips_of_a_vehicle_are_kept_by_block_and_by_transfer(tmp_path):
    files = feed_files(
        {**TRIPS, "on": "Osnabrueck 9:45, Rheine 10:20", "off": "Rheine 8:00, Ahaus 9:00"}
    )
    head, *lines = files["trips.txt"].splitlines()
    of_block = {"east": "v", "beyond": "v"}
    lines = [f"{line},{of_block.get(line.split(',')[2], '')}" for line in lines]
    files["trips.txt"] = "\n".join([f"{head},block_id", *lines]) + "\n"
    add(
        files, "transfers.txt", "from_trip_id,to_trip_id,transfer_type|beyond,on,4|off,elsewhere,4"
    )
    feed = cut(write_feed(tmp_path / "a.zip", files))
    # "on" never comes near, but the vehicle of "east" makes it after "beyond"
    assert list(feed.trips.index) == ["through", "east", "beyond", "on"]
    assert feed.transfers[["from_trip", "to_trip"]].to_numpy().tolist() == [["beyond", "on"]]


def station_files():
    """Make a feed with a station on the line of the area, and files that name stops and trips."""
    files = feed_files(TRIPS)
    files["stops.txt"] = (
        "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\n"
        "Enschede,Enschede,52.2222,6.89,0,E\nE,Enschede,52.2222,6.8901,1,\n"
        "west,Enschede,52.2222,6.8499,0,E\nin,Entrance,52.222,6.849,2,E\n"
        "Zwolle,Zwolle,52.5,6.09,0,\nHengelo,Hengelo,52.26,6.79,0,\nGronau,Gronau,52.21,7.03,0,\n"
        "Muenster,MS,51.95,7.63,0,M\nM,MS,51.95,7.63,1,\nM2,MS,51.951,7.63,0,M\n"
        'Rheine,Rheine,52.27,7.43,0,\n"Bad Bentheim",Bentheim,52.3,7.16,0,\n'
        "Osnabrueck,Os,52.27,8.06,0,O\nO,Os,52.27,8.06,1,\n"
    )
    add(files, "trips.txt", "R,D,stub,|")
    add(files, "stop_times.txt", "stub,7:00:00,7:00:00,Zwolle,1|stub,7:58:00,7:58:00,west,2|")
    head, *lines = files["trips.txt"].splitlines()
    lines = [f"{line},s-{line.split(',')[2]}" for line in lines]
    files["trips.txt"] = "\n".join([f"{head},shape_id", *lines]) + "\n"
    add(files, "shapes.txt", "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence|")
    add(files, "frequencies.txt", "trip_id,start_time,end_time,headway_secs|")
    for trip in ("east", "elsewhere"):
        add(files, "shapes.txt", f"s-{trip},52,7,1|s-{trip},52.1,7.2,2|")
        add(files, "frequencies.txt", f"{trip},8:00:00,9:00:00,1200|")
    add(
        files, "transfers.txt",
        "from_stop_id,to_stop_id,transfer_type,min_transfer_time|"
        "Enschede,west,2,60|Gronau,Rheine,2,90|Muenster,M2,2,30|O,O,2,1|",
    )  # fmt: skip
    add(
        files, "pathways.txt",
        "pathway_id,from_stop_id,to_stop_id,pathway_mode,is_bidirectional,length|"
        "p,in,Enschede,1,1,30|q,O,Osnabrueck,1,1,30|",
    )  # fmt: skip
    return files


def test_stations_are_kept_whole_and_other_files_as_far_as_they_are_named(tmp_path):
    path = write_feed(tmp_path / "a.zip", station_files())
    feed = cut(path)
    # The platform in the west lies outside, its station does not
    assert list(feed.trips.index) == ["through", "east", "stub"]
    assert set(feed.stops.index) == {
        "Enschede", "E", "west", "in", "Zwolle", "Hengelo", "Gronau", "Muenster", "M", "M2",
    }  # fmt: skip
    assert set(feed.shapes["shape_id"]) == {"s-east"}
    assert feed.trips.index[feed.frequencies["trip"]].tolist() == ["east"]
    ids = feed.stops.index
    ends = [ids[feed.transfers[name]].tolist() for name in ("from_stop", "to_stop")]
    assert ends == [["Enschede", "Muenster"], ["west", "M2"]]
    assert ids[feed.pathways["to_stop"]].tolist() == ["Enschede"]


def test_stops_that_are_one_station_by_name_stay_one(tmp_path):
    files = feed_files(TRIPS)
    add(files, "stops.txt", "u,Muenster,51.9568,7.635|v,Muenster,51.9571,7.635|")
    path = write_feed(tmp_path / "a.zip", files)
    whole, feed = read_feed(path), cut(path)
    for one in (whole, feed):  # the last is near the middle one only
        assert set(one.stops.index[one.stops["parent"] >= 0]) == {"Muenster", "u", "v"}
    assert "Muenster:station" in feed.stops.index


def days_files():
    """Make a feed whose trips run on a Sunday, Monday, Tuesday, Wednesday and Thursday."""
    trips = {
        f"{day}": f"Enschede {hour}:00, Gronau {hour}:12"
        for day, hour in ((14, 50), (15, 49), (16, 24), (17, 8), (18, 7), (19, 7))
    }
    files = services(feed_files(trips), **{day: f"s{day}" for day in trips})
    files["calendar_dates.txt"] = "service_id,date,exception_type\n" + "".join(
        f"s{day},202310{day},1\n" for day in trips
    )
    del files["calendar.txt"]
    return files


def test_trips_of_other_days_are_left_out_but_for_those_around(tmp_path):
    path = write_feed(tmp_path / "a.zip", days_files())
    whole, feed = read_feed(path), read_feed(path, dates=TUESDAY)
    assert list(feed.trips.index) == ["15", "16", "17", "18"]
    assert (feed.days.first, feed.days.last, feed.days.n_days) == (TUESDAY, TUESDAY, 1)
    said, expected = timetable_on(feed, TUESDAY), timetable_on(whole, TUESDAY)
    assert list(said.trip_id) == list(expected.trip_id) == ["16", "15", "17"]
    assert said.trip_departure_s.tolist() == expected.trip_departure_s.tolist()
    (note,) = notes_of(feed.name, feed.findings)
    assert (note.code, dict(note.values)["example"]) == ("timetables.cut-to-dates", "2023-10-17")
    with pytest.raises(InputError, match="cut to dates") as caught:
        check_date(feed, date(2023, 10, 18))
    assert caught.value.code == "day-outside-feed"


def test_several_days_a_day_without_service_and_days_that_end_before_they_begin(tmp_path):
    path = write_feed(tmp_path / "a.zip", days_files())
    feed = read_feed(path, dates=(date(2023, 10, 18), date(2023, 10, 25)))
    assert (feed.days.first, feed.days.last) == (date(2023, 10, 18), date(2023, 10, 19))
    with pytest.raises(InputError, match="2023-10-21 is outside the days of the trips"):
        read_feed(path, dates=date(2023, 10, 21))
    with pytest.raises(InputError, match=r"2023-10-13 is outside .* fetch a feed of that date"):
        read_feed(path, dates=date(2023, 10, 13))
    with pytest.raises(InputError, match=r"no trip calls in the area on 2024-10-21"):
        read_feed(path, dates=date(2024, 10, 21), area=BORDER)
    with pytest.raises(InputError, match="before they begin"):
        read_feed(path, dates=(date(2023, 10, 18), TUESDAY))


def test_a_day_is_held_to_all_days_of_the_area_in_each_country(tmp_path):
    trips = {"nl": "Enschede 8:00, Glanerbrug 8:10", "de": "Gronau 8:00, Ahaus 8:30"} | TRIPS
    files = services(feed_files(trips), de="E", east="E", through="E")
    add(files, "calendar.txt", "E,1,1,1,1,1,1,1,20230101,20230901|")
    path = write_feed(tmp_path / "a.zip", files)
    land = gpd.GeoDataFrame(
        {"country": ["NL", "DE"]},
        geometry=[box(6.85, 52.2, 7.0, 52.25), box(7.0, 52.2, 7.05, 52.25)],
        crs=4326,
    )
    whole, feed = read_feed(path), cut(path, area=land, dates=TUESDAY)
    assert list(feed.trips.index) == ["nl"]
    said = [note for one in (whole, feed) for note in check_date(one, TUESDAY, land)]
    assert [(note.code, dict(note.values)["country"]) for note in said] == [
        ("timetables.poor-day-in", "DE")
    ] * 2
    assert dict(said[1].values)["median"] == 3
    assert feed.usual.loc["2023-09-01"].to_dict() == {"trips": 4, "NL": 2, "DE": 3}
    write_feeds([feed], tmp_path)
    (again,) = read_feeds(tmp_path, {file.name for file in tmp_path.iterdir()})
    assert check_date(again, TUESDAY) == said[1:]
    assert (again.days.first, again.days.before, again.days.after) == (TUESDAY, 2, 1)
    assert again.days.active.tolist() == feed.days.active.tolist()


def test_no_trip_in_the_area_is_told(tmp_path):
    path = write_feed(tmp_path / "a.zip", feed_files(TRIPS))
    far = gpd.GeoSeries([box(4, 51, 4.5, 51.5)], crs=4326)
    with pytest.raises(InputError, match="no trip calls in the area"):
        cut(path, area=far)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("stop_times.txt", "through,7:50:00", "through,7:50:99"),
        ("stop_times.txt", "Hengelo,1", "Hengelo,0"),
        ("stop_times.txt", "through,7:50:00,7:50:00,Hengelo", "through,7:50:00,7:50:00,Nowhere"),
        ("stop_times.txt", "east,9:10:00,9:10:00,Muenster,1", "east,7:10:00,7:10:00,Muenster,1,7"),
        ("stop_times.txt", "east,9:10:00,9:10:00,Muenster,1", "east,9:10:00"),
        ("stops.txt", "52.2617,6.79360", "6.7936,52.2617"),
        ("stops.txt", "51.9565,7.63500", ","),
        ("trips.txt", "R,D,east", "Q,D,east"),
        ("calendar.txt", "20231231", "20231331"),
        ("agency.txt", "Europe/Berlin", "Europe/Twente"),
    ],
)
def test_faults_in_rows_that_are_kept_are_told_as_in_the_whole_feed(tmp_path, file, old, new):
    files = feed_files(TRIPS)
    assert old in files[file]
    files[file] = files[file].replace(old, new)
    path = write_feed(tmp_path / "a.zip", files)
    _, whole = inspect_feed(path)
    feed_findings = ()
    try:
        feed_findings = cut(path).findings
    except InputError as error:
        said = str(error)
    else:
        said = ""
    for finding in whole:
        if finding.severity == "error":
            assert str(finding) in said
        elif finding.code not in {"left_out", "stop_without_stop_time"} and not said:
            assert str(finding) in [str(one) for one in feed_findings]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("stop_times.txt", "elsewhere,8:20:00", "elsewhere,8:20:99"),
        ("stop_times.txt", "Rheine,1", "Rheine,0"),
        (
            "stop_times.txt",
            "elsewhere,8:20:00,8:20:00,Rheine,1",
            "elsewhere,8:20:00,8:20:00,Rheine,1,7",
        ),
        ("trips.txt", "R,D,elsewhere", "Q,D,elsewhere"),
    ],
)
def test_faults_in_rows_that_are_cut_are_not_judged(tmp_path, file, old, new):
    files = feed_files(TRIPS)
    assert old in files[file]
    files[file] = files[file].replace(old, new)
    path = write_feed(tmp_path / "a.zip", files)
    with pytest.raises(InputError):
        read_feed(path)
    assert {finding.code for finding in cut(path).findings} == {"cut_to_area"}


def test_what_may_be_in_the_area_is_kept_and_judged(tmp_path):
    files = feed_files(TRIPS)
    files["stops.txt"] = files["stops.txt"].replace("52.2764,7.43470", "0,0")  # Rheine: where?
    path = write_feed(tmp_path / "a.zip", files)
    with pytest.raises(InputError, match="near 0° N 0° E, stops: 'Rheine'"):
        cut(path)
    with pytest.warns(GrensgeoWarning, match="left out"):
        feed = cut(path, repair=True)
    assert list(feed.trips.index) == ["through", "east"]
    files = feed_files(TRIPS)
    add(files, "stop_times.txt", "lost,8:00:00,8:00:00,Gronau,1|,8:00:00,8:00:00,Gronau,2|")
    add(files, "stop_times.txt", "gone,8:00:00,8:00:00,Rheine,1|,8:00:00,8:00:00,Rheine,2|")
    path = write_feed(tmp_path / "b.zip", files)
    with pytest.raises(InputError, match=r"row 14, trip_id: empty"):
        cut(path)
    with pytest.warns(GrensgeoWarning, match="left out"):
        feed = cut(path, repair=True)
    (told,) = [str(one) for one in feed.findings if one.code == "foreign_key_violation"]
    assert told.startswith("stop_times.txt, row 13, trip_id: not in trips.txt: 'lost'; ")
    assert "gone" not in "".join(finding_lines(feed))


def test_a_trip_whose_days_are_not_known_is_kept_until_they_are_judged(tmp_path):
    files = services(feed_files(TRIPS), through="X", east="Y")
    add(files, "calendar.txt", "Y,1,1,1,1,1,1,1,2023010,20231231|")
    path = write_feed(tmp_path / "a.zip", files)
    with pytest.raises(InputError, match="start_date: no date: '2023010'") as caught:
        cut(path, dates=TUESDAY)
    assert "expired" not in str(caught.value)


def test_a_file_that_ends_in_the_middle_of_a_row_is_told_wherever_that_is(tmp_path):
    files = feed_files(TRIPS)
    files["stop_times.txt"] = files["stop_times.txt"].rstrip("\n").removesuffix(",2")
    _, whole = inspect_feed(write_feed(tmp_path / "a.zip", files))
    (told,) = [str(one) for one in whole if one.code == "missing_cells"]
    assert "see that it is not cut off" in told
    assert told in [str(finding) for finding in cut(tmp_path / "a.zip").findings]


def test_quoted_cells_with_line_ends_blank_rows_and_blocks_of_any_size(tmp_path):
    files = feed_files(TRIPS)
    head, *lines = files["stop_times.txt"].splitlines()
    lines = [
        f'"{line.replace(",", chr(34) + "," + chr(34))}","to\nthe\n""city"", say"'
        for line in lines
    ]
    files["stop_times.txt"] = "\r\n".join(
        ["\n", f"{head},stop_headsign", *lines[:5], "", *lines[5:]]
    )
    path = write_feed(tmp_path / "a.zip", files, folder="some/folder/")
    whole, feed = read_feed(path), cut(path)
    assert [times(feed, trip) for trip in feed.trips.index] == [
        times(whole, trip) for trip in ("through", "east")
    ]
    assert "folder 'some/folder'" in finding_lines(feed)[0]


def test_limits_of_archives_hold(tmp_path, monkeypatch):
    files = feed_files(TRIPS)
    path = write_feed(tmp_path / "a.zip", files)
    monkeypatch.setattr(archives, "MAX_BYTES", 500)
    with pytest.raises(FileError, match="bytes unpacked, more than 500"):
        cut(path)
    monkeypatch.undo()
    monkeypatch.setattr(archives, "_RATIO_FROM_BYTES", 100)
    files["stop_times.txt"] += "\n" * 200_000
    with pytest.raises(FileError, match="as a zip bomb does"):
        cut(write_feed(tmp_path / "b.zip", files))


@pytest.mark.parametrize("column", ["trip_id", "stop_id"])
def test_stop_times_without_a_column_by_which_they_are_chosen_are_told(tmp_path, column):
    files = feed_files(TRIPS)
    files["stop_times.txt"] = files["stop_times.txt"].replace(column, "other")
    with pytest.raises(InputError, match=f"stop_times.txt, {column}: the column is missing"):
        cut(write_feed(tmp_path / "a.zip", files))


def test_rows_of_another_form_are_chosen_in_time(tmp_path, monkeypatch):
    monkeypatch.setattr(rows, "_MOST_WAITING", 2)
    files = feed_files(TRIPS)
    head, *lines = files["stop_times.txt"].splitlines()
    lines = [line + "," * (i % 3) for i, line in enumerate(lines)]
    files["stop_times.txt"] = "\n".join([head, *lines]) + "\n"
    path = write_feed(tmp_path / "a.zip", files)
    whole, feed = read_feed(path), cut(path)
    for trip in feed.trips.index:
        assert times(feed, trip) == times(whole, trip)


# --- laws ---------------------------------------------------------------------------------------


@st.composite
def drawn_feeds(draw):
    """Draw a feed along a street of stops, some in stations, and what it is cut to."""
    n_stops = draw(st.integers(3, 7))
    station = [draw(st.sampled_from(["", "", "P", "Q"])) for _ in range(n_stops)]
    stops = "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\n" + "".join(
        f"x{i},name{i},52.2,{6 + i / 10:.1f},0,{station[i]}\n" for i in range(n_stops)
    )
    stops += "".join(f"{one},{one},52.2,6.3,1,\n" for one in sorted(set(station) - {""}))
    trips, calls = ["route_id,service_id,trip_id,block_id"], []
    for trip in range(draw(st.integers(1, 8))):
        service, block = draw(st.sampled_from("abc")), draw(st.sampled_from(["", "", "b", "c"]))
        trips.append(f"R,{service},t{trip},{block}")
        minute = draw(st.integers(300, 1800))
        way = draw(st.lists(st.integers(0, n_stops - 1), min_size=2, max_size=5))
        for place, stop in enumerate(way):
            time = f"{minute // 60}:{minute % 60:02}:00"
            blank = 0 < place < len(way) - 1 and draw(st.booleans())
            calls.append(
                f"t{trip},{'' if blank else time},{'' if blank else time},x{stop},{place}"
            )
            minute += draw(st.integers(30, 90))
    calls = draw(st.permutations(calls))
    links = draw(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=3))
    links = [f"t{a},t{b},4" for a, b in links if max(a, b) < len(trips) - 1]
    weeks = {s: draw(st.lists(st.integers(0, 1), min_size=7, max_size=7)) for s in "abc"}
    more = draw(st.sets(st.tuples(st.sampled_from("abc"), st.integers(12, 22)), max_size=5))
    files = feed_files({}) | {
        "stops.txt": stops,
        "trips.txt": "\n".join(trips) + "\n",
        "stop_times.txt": "\n".join(
            ["trip_id,arrival_time,departure_time,stop_id,stop_sequence", *calls]
        ),
        "calendar.txt": "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,"
        "start_date,end_date\n"
        + "".join(
            f"{s},{','.join(map(str, days))},20231014,20231020\n" for s, days in weeks.items()
        ),
        "calendar_dates.txt": "service_id,date,exception_type\n"
        + "".join(f"{s},202310{day},{draw(st.integers(1, 2))}\n" for s, day in sorted(more)),
        "transfers.txt": "\n".join(["from_trip_id,to_trip_id,transfer_type", *links]),
    }
    west = 6 + draw(st.integers(0, n_stops)) / 10 - 0.05
    area = box(west, 52, west + draw(st.integers(1, 4)) / 10, 52.4)
    first = date(2023, 10, draw(st.integers(12, 22)))
    days = (first, first + timedelta(days=draw(st.integers(0, 2))))
    return files, area, draw(st.sampled_from([None, days]))


def kept_trips(feed, area, days):
    """Find the trips that a cut keeps, trip by trip: a second computation, of the whole feed."""
    parent = feed.stops["parent"].to_numpy()
    top = np.where(parent >= 0, parent, np.arange(len(parent)))
    lon, lat = (feed.stops[name].to_numpy() for name in ("stop_lon", "stop_lat"))
    near = {int(top[i]) for i in np.flatnonzero(contains_xy(area, lon, lat))}
    span = [] if days is None else range(-2, (days[1] - days[0]).days + 2)
    runs, calls_near, block = {}, {}, {}
    for i, trip in enumerate(feed.trips.index):
        service = feed.trips["service"].iloc[i]
        runs[trip] = days is None or any(
            feed.days.on(days[0] + timedelta(days=n))[service] for n in span
        )
        stops = feed.calls.stop[feed.calls.start[i] : feed.calls.start[i + 1]]
        calls_near[trip] = any(int(top[stop]) in near for stop in stops)
        block[trip] = feed.trips["block"].iloc[i]
    kept = {trip for trip in runs if runs[trip] and calls_near[trip]}
    pairs = feed.transfers.loc[feed.transfers["transfer_type"] == 4, ["from_trip", "to_trip"]]
    pairs = [tuple(pair) for pair in pairs.to_numpy().tolist()]
    while True:
        more = {t for t in runs if block[t] and block[t] in {block[k] for k in kept}}
        more |= {b for a, b in pairs if a in kept} | {a for a, b in pairs if b in kept}
        more = {trip for trip in more if runs[trip]} - kept
        if not more:
            return kept
        kept |= more


def compare(path, area, days):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GrensgeoWarning)
        whole, _ = inspect_feed(path)
        if whole is None:
            return
        expected = kept_trips(whole, area, days)
        outlines = gpd.GeoSeries([area], crs=4326)
        try:
            feed = read_feed(path, area=outlines, dates=days)
        except InputError as error:
            told = str(error)
            empty = ("no trip calls in the area", "outside the days of", "no service on any day")
            assert any(text in told for text in empty)
            assert not expected or empty[0] not in told
            return
    assert set(feed.trips.index) == expected
    assert [t for t in whole.trips.index if t in expected] == list(feed.trips.index)
    columns = [name for name in feed.trips if name != "service"]
    assert feed.trips[columns].equals(whole.trips.loc[feed.trips.index, columns])
    for trip in feed.trips.index:
        assert times(feed, trip) == times(whole, trip)
    every = range(feed.days.before * -1, feed.days.n_days + feed.days.after)
    for day in (feed.days.first + timedelta(days=n) for n in every):
        running = [
            one.trips.index[one.days.on(day)[one.trips["service"]]] for one in (feed, whole)
        ]
        assert list(running[0]) == [trip for trip in running[1] if trip in expected]
    stops = feed.stops.drop(columns="parent")
    assert stops.equals(whole.stops.drop(columns="parent").loc[stops.index])
    linked = [one.transfers[["from_trip", "to_trip"]].to_numpy().tolist() for one in (feed, whole)]
    assert linked[0] == [pair for pair in linked[1] if set(pair) <= expected]
    same_journeys(whole, feed, area, days)


def same_journeys(whole, feed, area, days):
    """Hold that on the first day that is asked, all calls in the area are those of the whole."""
    day = feed.days.first if days is None else days[0]
    if not feed.days.first <= day <= feed.days.last:
        return
    seen = []
    for one in (whole, feed):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", GrensgeoWarning)
            try:
                timetable = timetable_on(one, day)
            except InputError:
                seen.append(set())
                continue
        rides = set()
        inside = contains_xy(area, timetable.stop_lon, timetable.stop_lat)
        for p in range(timetable.n_patterns):
            stops = timetable.pattern_stop[
                timetable.pattern_stop_start[p] : timetable.pattern_stop_start[p + 1]
            ]
            for t in range(timetable.pattern_trip_start[p], timetable.pattern_trip_start[p + 1]):
                at = timetable.pattern_time_start[p] + len(stops) * (
                    t - timetable.pattern_trip_start[p]
                )
                on = [
                    (str(timetable.stop_ids[stop]), int(timetable.trip_arrival_s[at + i]))
                    for i, stop in enumerate(stops)
                    if inside[stop]
                ]
                if on:
                    rides.add((str(timetable.trip_id[t]), *on))
        seen.append(rides)
    assert seen[0] == seen[1]


@settings(max_examples=examples(15))
@given(drawn_feeds())
def test_cut_while_it_is_read_or_afterwards(tmp_path_factory, drawn):
    files, area, days = drawn
    compare(write_feed(tmp_path_factory.mktemp("feed") / "a.zip", files), area, days)


@pytest.mark.long
@settings(max_examples=examples(150))
@given(drawn_feeds())
def test_cut_while_it_is_read_or_afterwards_for_many(tmp_path_factory, drawn):
    files, area, days = drawn
    compare(write_feed(tmp_path_factory.mktemp("feed") / "a.zip", files), area, days)
