"""Changing: at a stop, within a station, by transfers and by pathways."""

from datetime import date

from feeds import feed_files, write_feed

from grensgeo.gtfs import read_feed, timetable_on

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


def test_transfers_without_ends_are_told_and_not_used(tmp_path):
    transfers = (
        "from_stop_id,to_stop_id,transfer_type,min_transfer_time,from_trip_id,to_trip_id\n"
        "S1,,2,900,1,\n,S2,4,,1,\nS1,S2,2,200,,\n"
    )
    timetable = lay(tmp_path, transfers=transfers)
    assert ways(timetable)["S1", "S2"] == 200
    (told,) = [note for note in timetable.notes if "neither two stops nor" in note]
    assert "two stops nor two trips: 2 (such as" in told


def test_the_time_of_a_station_holds_where_a_trip_calls_at_the_station_itself(tmp_path):
    called = TIMES + "2,9:00:00,9:00:00,S,1\n2,9:20:00,9:20:00,B,2\n"
    trips = "route_id,service_id,trip_id\nR,D,1\nR,D,2\n"
    transfers = "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nS,S,2,600\nS1,S2,2,240\n"
    timetable = lay(tmp_path, stop_times=called, trips=trips, transfers=transfers)
    found = ways(timetable)
    assert found.pop(("S1", "S2")) == 240
    assert found == dict.fromkeys(
        [("S", "S1"), ("S1", "S"), ("S", "S2"), ("S2", "S"), ("S2", "S1")], 600
    )
    assert timetable.min_change_s.tolist() == [600, 600, 600, 60]


def test_the_time_of_a_platform_holds_for_its_boarding_areas(tmp_path):
    stops = STOPS + "A,,52.0,7.0,4,S1\n"
    called = TIMES + "2,9:00:00,9:00:00,A,1\n2,9:20:00,9:20:00,B,2\n"
    trips = "route_id,service_id,trip_id\nR,D,1\nR,D,2\n"
    transfers = "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nS1,S2,2,240\n"
    found = ways(lay(tmp_path, stops=stops, stop_times=called, trips=trips, transfers=transfers))
    assert (found["S1", "S2"], found["A", "S2"], found["S2", "A"]) == (240, 240, 94)


PATHWAYS = (
    "pathway_id,from_stop_id,to_stop_id,pathway_mode,is_bidirectional,length,traversal_time\n"
)


def test_pathways_count_before_straight_lines(tmp_path):
    pathways = PATHWAYS + "p,S1,E,1,1,,100\nq,E,S2,1,0,138.9,\n"
    found = ways(lay(tmp_path, pathways=pathways))
    assert found["S1", "S2"] == 201  # 100 s, then 138.9 m at 5 km/h
    # GTFS draws all pathways of a station or none: no way back but through the streets
    assert ("S2", "S1") not in found


def test_a_pathway_of_unknown_length_is_no_shorter_than_the_straight_way(tmp_path):
    found = ways(lay(tmp_path, pathways=PATHWAYS + "p,S1,E,1,1,,70\nq,E,S2,1,1,,\n"))
    assert found == {("S1", "S2"): 94, ("S2", "S1"): 94}
    found = ways(lay(tmp_path, pathways=PATHWAYS + "p,S1,E,1,1,,170\nq,E,S2,1,1,,\n"))
    assert found == {("S1", "S2"): 171, ("S2", "S1"): 171}


def test_a_recommended_transfer_is_no_short_cut_through_a_station(tmp_path):
    transfers = "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nS1,S2,0,\nS1,S2,2,\n"
    pathways = PATHWAYS + "p,S1,S2,2,1,,400\n"
    found = ways(lay(tmp_path, transfers=transfers, pathways=pathways))
    assert found == {("S1", "S2"): 400, ("S2", "S1"): 400}
