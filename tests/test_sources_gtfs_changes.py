"""Changing: at a stop, within a station, by transfers and by pathways."""

from datetime import date

from feeds import feed_files, write_feed

from grensgeo.sources.gtfs import read_feed, timetable_on

DAY = date(2023, 10, 17)

#: A station with two platforms 100 m apart (0.0009 degrees of latitude), and a stop by itself.
STOPS = """stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station
S,Station,52.0,7.0,1,
S1,Station,52.0,7.0,0,S
S2,,52.0009,7.0,0,S
E,Entrance,52.0,7.001,2,S
B,Bus,52.1,7.0,,
"""
TIMES = """trip_id,arrival_time,departure_time,stop_id,stop_sequence
1,8:00:00,8:00:00,S1,1
1,8:20:00,8:20:00,B,2
"""


def lay(tmp_path, **more):
    files = feed_files({"1": "Enschede 8:00, Gronau 8:11"})
    files |= {"stops.txt": STOPS, "stop_times.txt": TIMES}
    files |= {f"{name}.txt": text for name, text in more.items()}
    options = {"until_h": 24}
    return timetable_on(read_feed(write_feed(tmp_path / "a.zip", files)), DAY, **options)


def ways(timetable):
    ids = timetable.stop_ids
    return {
        (ids[a], ids[b]): s
        for a, b, s in zip(
            timetable.transfer_from.tolist(),
            timetable.transfer_to.tolist(),
            timetable.transfer_s.tolist(),
            strict=True,
        )
    }


def test_platforms_of_a_station_are_linked_on_foot(tmp_path):
    timetable = lay(tmp_path)
    assert timetable.stop_ids.tolist() == ["S1", "S2", "B"]
    assert timetable.stop_names.tolist() == ["Station", "Station", "Bus"]
    assert timetable.stop_station[0] == timetable.stop_station[1] != timetable.stop_station[2]
    # 100.08 m straight, 1.3 times that at 5 km/h: 93.7 s.
    assert ways(timetable) == {("S1", "S2"): 94, ("S2", "S1"): 94}
    assert timetable.min_change_s.tolist() == [60, 60, 60]


def test_transfers_of_every_kind(tmp_path):
    transfers = (
        "from_stop_id,to_stop_id,transfer_type,min_transfer_time\n"
        "S1,S2,2,240\nS2,S1,3,\nS1,S1,2,120\nB,B,3,\nS,B,2,600\nS2,B,1,\nB,S,0,\n"
    )
    timetable = lay(tmp_path, transfers=transfers)
    found = ways(timetable)
    assert found["S1", "S2"] == 240
    assert ("S2", "S1") not in found
    assert found["S1", "B"] == 600
    assert found["S2", "B"] == 0  # timed, and more particular than that of the station
    assert found["B", "S1"] == 10_408  # 11.12 km on foot
    assert timetable.min_change_s.tolist() == [120, 60, 60]
    assert timetable.change_ok.tolist() == [1, 1, 0]
    assert timetable.forbidden_from.tolist() == [1]
    assert timetable.forbidden_to.tolist() == [0]


def test_transfers_of_single_trips_are_told_and_not_used(tmp_path):
    transfers = (
        "from_stop_id,to_stop_id,transfer_type,min_transfer_time,from_trip_id\nS1,S2,2,900,1\n"
    )
    timetable = lay(tmp_path, transfers=transfers)
    assert ways(timetable)["S1", "S2"] == 94
    assert any("transfers that hold for single lines or trips" in n for n in timetable.notes)


def test_pathways_count_before_straight_lines(tmp_path):
    pathways = (
        "pathway_id,from_stop_id,to_stop_id,pathway_mode,is_bidirectional,length,traversal_time\n"
        "p,S1,E,1,1,,100\nq,E,S2,1,0,138.9,\n"
    )
    found = ways(lay(tmp_path, pathways=pathways))
    assert found["S1", "S2"] == 201  # 100 s, then 138.9 m at 5 km/h
    assert found["S2", "S1"] == 94  # the way back is not drawn: on foot
