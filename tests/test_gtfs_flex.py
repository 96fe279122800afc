"""Trips that come when asked for, beside trips at fixed times and without any."""

import pytest
from feeds import feed_files, write_feed

from grensgeo.errors import InputError
from grensgeo.gtfs import inspect_feed, read_feed
from grensgeo.gtfs.findings import notes_of

HEAD = (
    "trip_id,arrival_time,departure_time,stop_id,location_id,location_group_id,stop_sequence,"
    "start_pickup_drop_off_window,end_pickup_drop_off_window"
)
FIXED = ["1,8:00:00,8:00:00,Enschede,,,1,,", "1,8:11:00,8:11:00,Gronau,,,3,,"]
AREAS = {"locations.geojson": '{"type": "FeatureCollection", "features": []}'}


def files(*rows, more=()):
    made = feed_files({"1": "Enschede 8:00, Gronau 8:11", "2": "Enschede 9:00, Gronau 9:11"})
    made["stop_times.txt"] = "\n".join([HEAD, *rows]) + "\n"
    return made | dict(more)


@pytest.mark.parametrize(
    "call",
    [
        "2,,,,,group,{},08:00:00,18:00:00",  # a group of stops
        "2,,,Gronau,,,{},08:00:00,18:00:00",  # one stop within a span of time
        "2,,,,zone,,{},,",
    ],
)
def test_a_flexible_trip_beside_a_fixed_one_is_left_out_and_noted(tmp_path, call):
    made = files(*FIXED, call.format(1), call.format(2), more=AREAS)
    feed = read_feed(write_feed(tmp_path / "a.zip", made))
    assert feed.trips.index.tolist() == ["1"]
    (note,) = notes_of("a", feed.findings)
    assert note.code == "timetables.flexible"
    assert dict(note.values)["n"] == 1
    assert note.text("de").endswith("weggelassen: 1 (etwa 2).")


def test_a_trip_that_leaves_its_way_between_two_stops_keeps_them(tmp_path):
    made = files(FIXED[0], "1,,,,zone,,2,08:00:00,08:11:00", FIXED[1])
    feed = read_feed(write_feed(tmp_path / "a.zip", made))
    assert feed.calls.arrival_s.tolist() == [8 * 3600, 8 * 3600 + 660]
    assert "timetables.deviating" in [note.code for note in notes_of("a", feed.findings)]


@pytest.mark.parametrize("without", ["stops.txt", ""])
def test_a_feed_of_flexible_trips_alone_is_named_as_such(tmp_path, without):
    made = files("2,,,,zone,,1,08:00:00,18:00:00", "2,,,,zone,,2,08:00:00,18:00:00", more=AREAS)
    made.pop(without, None)
    with pytest.raises(InputError, match=r"GTFS-Flex\), and none at fixed times") as caught:
        read_feed(write_feed(tmp_path / "a.zip", made), repair=True)
    assert "\n" not in str(caught.value)


def test_flexible_calls_without_columns_for_times(tmp_path):
    made = files()
    made["stop_times.txt"] = "trip_id,location_id,stop_sequence\n1,zone,1\n1,zone,2\n"
    feed, findings = inspect_feed(write_feed(tmp_path / "a.zip", made))
    assert feed is None
    assert findings[0].code == "flex_only"


def test_a_call_at_no_stop_is_still_an_error(tmp_path):
    with pytest.raises(InputError, match=r"stop_times\.txt, row 3, stop_id: empty; fill it in"):
        read_feed(write_feed(tmp_path / "a.zip", files(FIXED[0], FIXED[1].replace("Gronau", ""))))
